package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

var requestsRowTotal = Rule{
	ID: "requests-row-total", Level: Fatal, Title: "每一行：总计＝自然人＋五类法人或其他组织", Citation: "年度报告格式第三部分",
	Judges: &Relations{form.RowTotal, "requests"},
	Cases: func() []Case {
		return []Case{
			{Why: "总计多了1", Set: []Entry{{"requests.received.total", "1"}}, Finds: []form.Key{"requests.received.total"}},
			{Why: "漏加了商业企业", Set: []Entry{{"requests.granted.natural_person", "2"}, {"requests.granted.enterprise", "1"}, {"requests.granted.total", "2"}}, Finds: []form.Key{"requests.granted.total"}},
			{Why: "有一格没有填，先填上再说", Set: []Entry{{"requests.received.research", ""}, {"requests.received.total", "1"}}},
			{Why: "试行格式的总计多了1", Year: 2020, Set: []Entry{{"requests.other.total", "1"}}, Finds: []form.Key{"requests.other.total"}},
		}
	},
}

var requestsOutcomeTotal = Rule{
	ID: "requests-outcome-total", Level: Fatal, Title: "每一列：（七）总计＝（一）至（六）各项之和", Citation: "年度报告格式第三部分",
	Judges: &Relations{form.ColumnTotal, "requests"},
	Cases: func() []Case {
		return []Case{
			{Why: "结果合计与各项不符", Set: []Entry{{"requests.total.natural_person", "1"}}, Finds: []form.Key{"requests.total.natural_person"}},
			{Why: "分列错了，总计列跟着错，只说分列", Set: []Entry{{"requests.total.natural_person", "1"}, {"requests.total.total", "1"}}, Finds: []form.Key{"requests.total.natural_person"}},
			{Why: "一行的总计填错了，加起来的总计是对的", Set: []Entry{{"requests.granted.natural_person", "4"}, {"requests.granted.total", "5"}, {"requests.total.natural_person", "4"}, {"requests.total.total", "4"}}, Finds: []form.Key{"requests.total.total"}},
			{Why: "只有总计列错", Set: []Entry{{"requests.total.total", "1"}}, Finds: []form.Key{"requests.total.total"}},
			{Why: "加得起来", Set: []Entry{{"requests.granted.other", "2"}, {"requests.denied.third_party.other", "1"}, {"requests.total.other", "3"}}},
		}
	},
}

var requestsBalance = Rule{
	ID: "requests-balance", Level: Fatal, Title: "每一列：本年新收＋上年结转＝办理结果总计＋结转下年度", Citation: "年度报告格式第三部分表内注明的勾稽关系",
	Judges: &Relations{form.Balanced, "requests"},
	Cases: func() []Case {
		return []Case{
			{Why: "收了1件没有下文", Set: []Entry{{"requests.received.natural_person", "1"}}, Finds: []form.Key{"requests.total.natural_person"}},
			{Why: "分列错了，总计列跟着错，只说分列", Set: []Entry{{"requests.received.natural_person", "1"}, {"requests.received.total", "1"}}, Finds: []form.Key{"requests.total.natural_person"}},
			{Why: "收了1件结转下年", Set: []Entry{{"requests.received.natural_person", "1"}, {"requests.carried_out.natural_person", "1"}}},
			{Why: "上年结转的没有下文", Year: 2020, Set: []Entry{{"requests.carried_in.legal_service", "2"}}, Finds: []form.Key{"requests.total.legal_service"}},
			{Why: "收到的有一格读不出，先改好再说", Set: []Entry{{"requests.received.natural_person", "一"}, {"requests.carried_in.natural_person", "1"}}},
			{Why: "总计里少了读不出的一格，先改好再说", Set: []Entry{{"requests.received.natural_person", "三件"}, {"requests.received.total", "0"}, {"requests.granted.natural_person", "3"}, {"requests.granted.total", "3"}, {"requests.total.natural_person", "3"}, {"requests.total.total", "3"}}},
			{Why: "新收的总计填错了，按各项相加是平衡的", Set: []Entry{{"requests.received.natural_person", "1"}, {"requests.received.total", "2"}, {"requests.carried_out.natural_person", "1"}, {"requests.carried_out.total", "1"}}, Finds: []form.Key{"requests.total.total"}},
			{Why: "办理的比收到的还多，不是因为有一格读不出", Set: []Entry{{"requests.granted.natural_person", "3"}, {"requests.total.natural_person", "3"}, {"requests.denied.third_party.natural_person", "一"}},
				Finds: []form.Key{"requests.total.natural_person"}},
			{Why: "总计填错了，照各项相加也不平衡", Set: []Entry{{"requests.received.enterprise", "3"}, {"requests.granted.enterprise", "2"}}, Finds: []form.Key{"requests.total.enterprise"}},
		}
	},
}

var disputesTotal = Rule{
	ID: "disputes-total", Level: Fatal, Title: "总计＝结果维持＋结果纠正＋其他结果＋尚未审结", Citation: "年度报告格式第四部分",
	Judges: &Relations{form.RowTotal, "disputes"},
	Cases: func() []Case {
		return []Case{
			{Why: "分项填了，总计却是0", Set: []Entry{{"disputes.review.upheld", "10"}, {"disputes.review.corrected", "1"}}, Finds: []form.Key{"disputes.review.total"}},
			{Why: "三处各算各的", Set: []Entry{{"disputes.litigation_direct.total", "1"}, {"disputes.litigation_after_review.total", "2"}},
				Finds: []form.Key{"disputes.litigation_direct.total", "disputes.litigation_after_review.total"}},
			{Why: "加得起来", Set: []Entry{{"disputes.review.pending", "1"}, {"disputes.review.total", "1"}}},
		}
	},
}

var publishedWithinTotal = Rule{
	ID: "published-within-total", Level: Fatal, Needs: []form.Key{"proactive.normative.published"}, Title: "本年新公开数量不大于对外公开总数量；制作了文件，公开的一般不会是0", Citation: "年度报告格式（试行）第二部分",
	Judges: &Relations{form.Within, "proactive"}, Find: findNothingPublic,
	Cases: func() []Case {
		return []Case{
			{Why: "制作了很多，一件也没有公开", Year: 2020, Set: []Entry{{"proactive.normative.made", "87"}}, Finds: []form.Key{"proactive.normative.total"}, Level: Info},
			{Why: "公开过的", Year: 2020, Set: []Entry{{"proactive.normative.made", "3"}, {"proactive.normative.total", "2"}}},
			{Why: "新公开的比总数还多", Year: 2020, Set: []Entry{{"proactive.normative.published", "3"}, {"proactive.normative.total", "2"}}, Finds: []form.Key{"proactive.normative.published"}},
			{Why: "都是今年公开的", Year: 2020, Set: []Entry{{"proactive.normative.published", "3"}, {"proactive.normative.total", "3"}}},
		}
	},
}

// findNothingPublic finds documents that were made in the year, though none was ever published.
func findNothingPublic(in *Input) []Finding {
	const made, published, total = form.Key("proactive.normative.made"), form.Key("proactive.normative.published"), form.Key("proactive.normative.total")
	m := in.Report.Figure(made)
	if !m.IsNumber() || !m.Number.IsPositive() || !in.Report.Figure(published).IsZero() || !in.Report.Figure(total).IsZero() {
		return nil
	}
	return []Finding{{
		Level:   Info,
		Message: in.label(made) + "是" + m.Printed() + "，本年新公开和对外公开总数却都是0，请核对公开的数量有没有漏填；内部文件不算规范性文件。",
		Actual:  "0", Cells: []Cell{in.figureCell(total, Subject), in.figureCell(made, Term), in.figureCell(published, Term)},
	}}
}

// Relations is the form's arithmetic of one kind in one table.
type Relations struct {
	Kind  form.RelationKind
	Table string
}

// RuleOn finds the rule that judges a relation; ok is false if none does.
func RuleOn(r form.Relation) (rule Rule, ok bool) {
	for _, rule := range Catalogue() {
		if rule.Judges != nil && *rule.Judges == (Relations{r.Kind, r.Table}) {
			return rule, true
		}
	}
	return Rule{}, false
}

// find finds the relations that do not hold.
func (judged Relations) find(in *Input) []Finding {
	var found []Finding
	var breaches []breach
	for _, r := range in.Report.Edition.Relations() {
		if r.Kind != judged.Kind || r.Table != judged.Table {
			continue
		}
		subject, _ := in.Report.Edition.Cell(r.Subject)
		inTotalColumn := judged.Kind != form.RowTotal && subject.Column[len(subject.Column)-1].Total
		if inTotalColumn && (len(found) > 0 || slices.ContainsFunc(r.Keys(), in.lacksPart)) {
			continue // it is the same fault once more, or one that is told of the parts
		}
		f, excess := in.judge(r, subject)
		if excess.IsZero() || in.waits(r, excess) {
			continue
		}
		b := breach{Relation: r, excess: excess, isOfTotals: in.dueSum(r.Left, r.Subject).Equal(in.dueSum(r.Right, r.Subject))}
		if b.isOfTotals {
			in.refer(&f, r, subject)
		}
		found, breaches = append(found, f), append(breaches, b)
	}
	for i, b := range breaches {
		if !b.isOfTotals {
			found[i].Hints = in.hints(b, breaches)
			in.lead(&found[i], b)
		}
	}
	return found
}

// lacksPart says of a total that adds itself up whether one of its parts is no number, so that it is not yet in. What a page prints lacks nothing.
func (in *Input) lacksPart(total form.Key) bool {
	parts := in.Report.Edition.Parts(total)
	return in.Report.Printed == nil && parts != nil && !in.Report.Sum(parts).IsNumber() && !in.Report.IsStated(total)
}

// lead leads a finding on a broken balance to the figure at which to begin.
func (in *Input) lead(f *Finding, b breach) {
	if b.Kind != form.Balanced {
		return
	}
	k := in.suspect(b)
	f.At = slices.IndexFunc(f.Cells, func(c Cell) bool { return c.Key == k })
	if f.At < 0 {
		f.At = len(f.Cells)
		f.Cells = append(f.Cells, in.figureCell(k, Term))
	}
	if cell, _ := in.Report.Edition.Cell(k); !cell.Total {
		f.Message += "请核对这一列填的数。"
	}
}

// suspect is the figure of a broken balance that is the likeliest to be wrong, of those that can be changed: a total adds itself up, unless it was
// stated otherwise, and no figure becomes less than 0.
func (in *Input) suspect(b breach) form.Key {
	if k, ok := in.crossing(b); ok {
		return k
	}
	if i := slices.IndexFunc(b.Keys(), in.Report.IsStated); i >= 0 {
		return b.Keys()[i]
	}
	if list, _ := in.borneOut(b); list != nil {
		return list[0].key
	}
	for _, k := range b.Left {
		if now, before, known := in.carriedIn(k); known && !now.Equal(before) {
			return k // what last year left is told by a rule of its own
		}
	}
	more, less := in.typed(b.Left), in.typed(b.Right)
	if b.excess.IsNegative() {
		more, less = less, more
	}
	holds := func(compared func(decimal.Decimal, decimal.Decimal) bool) func(form.Key) bool {
		return func(k form.Key) bool { return compared(in.Report.Figure(k).Number, b.excess.Abs()) }
	}
	if i := slices.IndexFunc(more, holds(decimal.Decimal.Equal)); i >= 0 {
		return more[i]
	}
	if i := slices.IndexFunc(more, holds(decimal.Decimal.GreaterThan)); i >= 0 {
		return more[i]
	}
	if len(less) > 0 {
		return less[0]
	}
	return b.Subject
}

// typed are the figures that some are made of in the end, those that are numbers and that last year's report does not bear out.
func (in *Input) typed(keys []form.Key) (typed []form.Key) {
	for _, k := range keys {
		for _, part := range in.Report.Edition.Typed(k) {
			now, before, known := in.carriedIn(part)
			if in.Report.Figure(part).IsNumber() && !(known && now.Equal(before)) {
				typed = append(typed, part)
			}
		}
	}
	return typed
}

// judge says by how much a relation's left side exceeds its right, 0 if the relation holds.
// It does not judge one with a term that is no number: that has a finding of its own.
func (in *Input) judge(r form.Relation, subject *form.Cell) (f Finding, excess decimal.Decimal) {
	left, ok := in.sum(r.Left)
	right, ok2 := in.sum(r.Right)
	excess = left.Sub(right)
	if !ok || !ok2 || r.Kind == form.Within && excess.IsNegative() || excess.IsZero() {
		return Finding{}, decimal.Zero
	}
	f.Actual, f.Expected, f.Difference = left.String(), right.String(), excess.String()
	f.Message = subject.Label() + "是" + f.Actual + "，"
	switch {
	case r.Kind == form.Within:
		f.Message += "比" + in.label(r.Right[0]) + "（" + right.String() + "）还大。"
		f.Expected = "不大于" + right.String()
	case r.Kind == form.Balanced: // which of its figures is wrong nobody knows, so that none is asked to be anything
		f.Message = form.Quote(subject.ColumnLabel()) + "列不平衡：" + in.rows(r.Left) + "＝" + left.String() +
			"，" + in.rows(r.Right) + "＝" + right.String() + "，" + differ(excess) + "。"
		f.Actual, f.Expected, f.Difference = "", "", excess.Neg().String()
	case right.IsNegative():
		f.Message += "各项相加是" + f.Expected + "，请先改好其中的负数。"
		f.Expected, f.Difference = "", ""
	default:
		f.Message += "应为" + f.Expected + "（" + in.addends(r.Right) + "）。"
	}
	f.Cells = []Cell{in.figureCell(r.Subject, Subject)}
	for _, k := range r.Keys() {
		if k != r.Subject {
			f.Cells = append(f.Cells, in.figureCell(k, Term))
		}
	}
	return f, excess
}

// waits says whether a relation fails because a total in it lacks a figure that was not read, which is told by itself.
func (in *Input) waits(r form.Relation, excess decimal.Decimal) bool {
	less, more := r.Left, r.Right
	if excess.IsPositive() {
		less, more = more, less
	}
	return slices.ContainsFunc(less, in.Report.IsUnsettled) || slices.ContainsFunc(more, in.holdsUnread)
}

// refer makes a finding on a relation, which holds as soon as the totals in it are what they add up to, ask for these and for nothing else.
func (in *Input) refer(f *Finding, r form.Relation, subject *form.Cell) {
	var wrong []string
	for _, k := range r.Keys() {
		if due := in.madeUp(k); k != r.Subject && due.IsNumber() && !due.Number.Equal(in.Report.Figure(k).Number) {
			if wrong == nil {
				f.At = slices.IndexFunc(f.Cells, func(c Cell) bool { return c.Key == k })
			}
			wrong = append(wrong, in.label(k))
		}
	}
	if r.Kind != form.Balanced {
		f.Message = subject.Label() + "是" + f.Actual + "，各项相加却是" + f.Expected + "："
	}
	f.Message += "是" + strings.Join(wrong, "、") + "与各项之和不同，先改好那里，这里就对了。"
	f.Expected, f.Actual = "", ""
}

// dueSum adds figures up, totals but the subject as what they come to by what is typed.
func (in *Input) dueSum(keys []form.Key, subject form.Key) (sum decimal.Decimal) {
	for _, k := range keys {
		v := in.Report.Figure(k)
		if due := in.madeUp(k); k != subject && due.IsNumber() {
			v = due
		}
		sum = sum.Add(v.Number)
	}
	return sum
}

// holdsUnread is true of a total that is not the sum of what was read of its figures, some of which were not: a spreadsheet adds up a day as well.
func (in *Input) holdsUnread(k form.Key) bool {
	if !in.Report.IsUnsettled(k) {
		return false
	}
	read := decimal.Zero
	for _, typed := range in.Report.Edition.Typed(k) {
		read = read.Add(in.Report.Figure(typed).Number)
	}
	return !read.Equal(in.Report.Figure(k).Number)
}

func differ(d decimal.Decimal) string {
	if d.IsPositive() {
		return "前一个数多" + d.String()
	}
	return "后一个数多" + d.Neg().String()
}

// sum adds figures up; ok is false if one of them is no number.
func (in *Input) sum(keys []form.Key) (sum decimal.Decimal, ok bool) {
	var total model.Total
	for _, k := range keys {
		v := in.Report.Figure(k)
		if !v.IsNumber() {
			return decimal.Decimal{}, false
		}
		total.Add(v.Number)
	}
	return total.Sum(), true
}

func (in *Input) label(k form.Key) string {
	c, _ := in.Report.Edition.Cell(k)
	return c.Label()
}

// rows writes a sum down a column out with the names of its rows.
func (in *Input) rows(keys []form.Key) string {
	var parts []string
	for _, k := range keys {
		c, _ := in.Report.Edition.Cell(k)
		parts = append(parts, c.Row[len(c.Row)-1].Name+in.Report.Figure(k).Printed())
	}
	return strings.Join(parts, "＋")
}

// addends writes a sum out with the names of its parts. Parts that are 0 are left out: they explain nothing.
func (in *Input) addends(keys []form.Key) string {
	var parts []string
	for _, k := range keys {
		c, _ := in.Report.Edition.Cell(k)
		if v := in.Report.Figure(k); !v.Number.IsZero() {
			parts = append(parts, c.Name()+" "+v.Printed())
		}
	}
	if parts == nil {
		return "各项都是0"
	}
	return strings.Join(parts, "＋")
}
