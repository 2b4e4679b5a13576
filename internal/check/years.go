package check

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// lastCell is the finding's view of a figure of last year's report.
func (in *Input) lastCell(k form.Key) Cell {
	cell, _ := in.Last.Edition.Cell(k)
	v := in.Last.Figure(k)
	doubt := doubtOf(in.Last, v)
	for _, one := range in.Predecessors {
		doubt = cmp.Or(doubt, doubtOf(one, one.Figure(k)))
	}
	return Cell{Key: k, Role: Term, Label: "上年" + cell.Label(), Value: v.Printed(), Place: v.Place, doubt: doubt}
}

// lastSaid is a figure of last year's report as it is told: with what each predecessor left of it, where it is their sum.
func (in *Input) lastSaid(k form.Key) string {
	said := in.Last.Figure(k).Number.String()
	var each []string
	for _, one := range in.Predecessors {
		each = append(each, one.Unit()+one.Figure(k).Printed())
	}
	if each == nil {
		return said
	}
	return said + "（" + strings.Join(each, "、") + "）"
}

// both are a figure of this year and one of last year; ok is false if one is not there or is no number.
func (in *Input) both(this, last form.Key) (now, before decimal.Decimal, ok bool) {
	if in.Last == nil {
		return now, before, false
	}
	a, b := in.Report.Figure(this), in.Last.Figure(last)
	return a.Number, b.Number, a.IsNumber() && b.IsNumber()
}

// carryOvers lists what the figures of a table take over from last year's report, those that a year's changes move or those
// that stay as they were.
func (in *Input) carryOvers(table string, moving bool) []form.CarryOver {
	var list []form.CarryOver
	for _, c := range in.Report.Edition.CarryOvers() {
		if cell, _ := in.Report.Edition.Cell(c.Key); cell.Table == table && c.Moves() == moving {
			list = append(list, c)
		}
	}
	return list
}

var stockRollForward = Rule{
	ID: "stock-roll-forward", Level: Query, Needs: []form.Key{"proactive.normative.in_force"}, Title: "现行有效件数＝上年现行有效＋本年制发－本年废止", Citation: "年度报告格式第二部分",
	Find: findStockRollForward,
	Cases: func() []Case {
		return []Case{
			{Why: "接不上上年的数", Last: []Entry{{"proactive.normative.in_force", "10"}}, Set: []Entry{{"proactive.normative.issued", "2"}, {"proactive.normative.in_force", "11"}}, Finds: []form.Key{"proactive.normative.in_force"}},
			{Why: "废止的比有的还多", Last: []Entry{{"proactive.normative.in_force", "3"}}, Set: []Entry{{"proactive.normative.repealed", "5"}}, Finds: []form.Key{"proactive.normative.repealed"}},
			{Why: "接得上", Last: []Entry{{"proactive.normative.in_force", "10"}}, Set: []Entry{{"proactive.normative.issued", "2"}, {"proactive.normative.repealed", "1"}, {"proactive.normative.in_force", "11"}}},
			{Why: "上年的单位分成了几个，比它全部的还多", Divided: true, Last: []Entry{{"proactive.normative.in_force", "10"}}, Set: []Entry{{"proactive.normative.issued", "2"}, {"proactive.normative.in_force", "13"}}, Finds: []form.Key{"proactive.normative.in_force"}},
			{Why: "废止的比它全部的还多", Divided: true, Last: []Entry{{"proactive.normative.in_force", "3"}}, Set: []Entry{{"proactive.normative.repealed", "5"}}, Finds: []form.Key{"proactive.normative.repealed"}},
			{Why: "分到一部分的，少一些", Divided: true, Last: []Entry{{"proactive.normative.in_force", "10"}}, Set: []Entry{{"proactive.normative.issued", "2"}, {"proactive.normative.in_force", "7"}}},
			{Why: "没有上年的报告就不比", Set: []Entry{{"proactive.normative.in_force", "11"}}},
			{Why: "没有上年的报告，填报表记得上年的数", Carried: []Entry{{"proactive.normative.in_force", "9"}}, Set: []Entry{{"proactive.normative.issued", "2"}, {"proactive.normative.repealed", "3"}, {"proactive.normative.in_force", "9"}}, Finds: []form.Key{"proactive.normative.in_force"}},
			{Why: "和填报表记得的上年的数接得上", Carried: []Entry{{"proactive.normative.in_force", "9"}}, Set: []Entry{{"proactive.normative.issued", "2"}, {"proactive.normative.repealed", "3"}, {"proactive.normative.in_force", "8"}}},
			{Why: "记得的数写明是上年的", Carried: []Entry{{"proactive.normative.in_force", "9"}}, CarriedOf: presentYear - 1, Set: []Entry{{"proactive.normative.in_force", "11"}}, Finds: []form.Key{"proactive.normative.in_force"}},
			{Why: "填报表是上一年的，只改了年度，记得的是前年的数", Carried: []Entry{{"proactive.normative.in_force", "9"}}, CarriedOf: presentYear - 2, Set: []Entry{{"proactive.normative.in_force", "11"}}},
			{Why: "有上年的报告，照报告", Last: []Entry{{"proactive.normative.in_force", "10"}}, Carried: []Entry{{"proactive.normative.in_force", "9"}}, Set: []Entry{{"proactive.normative.in_force", "10"}}},
			{Why: "上年的格没有填", Last: []Entry{{"proactive.normative.in_force", ""}}, Set: []Entry{{"proactive.normative.in_force", "11"}}},
		}
	},
}

// stock is a figure that a year's changes move, and what it was: by last year's report, else by what the workbook remembers of that.
func (in *Input) stock(c form.CarryOver) (now, before decimal.Decimal, ok bool) {
	if in.Last != nil {
		return in.both(c.Key, c.From[0])
	}
	v, was := in.Report.Figure(c.Key), in.Report.LastStock(c.Key)
	return v.Number, was.Number, v.IsNumber() && was.IsNumber()
}

// lastStock is the finding's view of what a stock was.
func (in *Input) lastStock(c form.CarryOver) Cell {
	if in.Last != nil {
		return in.lastCell(c.From[0])
	}
	was := in.Report.LastStock(c.Key)
	return Cell{Key: c.From[0], Role: Term, Label: "上年" + in.label(c.Key), Value: was.Printed(), Place: was.Place}
}

// lastStockSaid is what a stock was as it is told.
func (in *Input) lastStockSaid(c form.CarryOver) string {
	if in.Last != nil {
		return in.lastSaid(c.From[0])
	}
	return in.Report.LastStock(c.Key).Printed() + "（生成填报表时带入的）"
}

func findStockRollForward(in *Input) []Finding {
	var found []Finding
	for _, c := range in.carryOvers("proactive", true) {
		inForce, issued, repealed := c.Key, c.Plus[0], c.Minus[0]
		now, before, ok := in.stock(c)
		made, ok2 := in.sum([]form.Key{issued})
		gone, ok3 := in.sum([]form.Key{repealed})
		due := before.Add(made).Sub(gone)
		if !ok || !ok2 || !ok3 || due.Equal(now) || in.IsPart && now.LessThan(due) && !due.IsNegative() {
			continue
		}
		last := in.lastStock(c)
		cells := []Cell{in.figureCell(inForce, Subject), last, in.figureCell(issued, Term), in.figureCell(repealed, Term)}
		f := Finding{
			Message: fmt.Sprintf("%s是%s，按上年现行有效%s＋本年制发%s－本年废止%s，应为%s。", in.label(inForce), now, in.lastStockSaid(c), made, gone, due),
			Actual:  now.String(), Expected: due.String(), Difference: now.Sub(due).String(), Cells: cells,
		}
		if in.IsPart {
			f.Message = fmt.Sprintf("%s是%s，比上年现行有效%s＋本年制发%s－本年废止%s还多；上年的只有一部分是这个单位的，请核对。", in.label(inForce), now, in.lastStockSaid(c), made, gone)
			f.Expected = "不大于" + due.String()
		}
		if due.IsNegative() {
			most := before.Add(made)
			f.Message = fmt.Sprintf("%s是%s，比上年现行有效%s＋本年制发%s还多。", in.label(repealed), gone, in.lastStockSaid(c), made)
			f.Actual, f.Expected, f.Difference = gone.String(), "不大于"+most.String(), gone.Sub(most).String()
			f.Cells = []Cell{in.figureCell(repealed, Subject), last, in.figureCell(issued, Term), in.figureCell(inForce, Term)}
		}
		found = append(found, f)
	}
	return found
}

var swingYearOnYear = Rule{
	ID: "swing-year-on-year", Level: Info, Since: 2021, Title: "与上年相差五倍以上的数，请再看一眼", Citation: "年度报告格式第二部分",
	Find: findSwing,
	Cases: func() []Case {
		return []Case{
			{Why: "多了五倍以上", Last: []Entry{{"proactive.licensing.decisions", "20"}}, Set: []Entry{{"proactive.licensing.decisions", "101"}}, Finds: []form.Key{"proactive.licensing.decisions"}},
			{Why: "少了五分之四以上", Last: []Entry{{"proactive.penalties.decisions", "100"}}, Set: []Entry{{"proactive.penalties.decisions", "19"}}, Finds: []form.Key{"proactive.penalties.decisions"}},
			{Why: "正好五倍", Last: []Entry{{"proactive.licensing.decisions", "20"}}, Set: []Entry{{"proactive.licensing.decisions", "100"}}},
			{Why: "上年的数小，倍数没有意义", Last: []Entry{{"proactive.licensing.decisions", "19"}}, Set: []Entry{{"proactive.licensing.decisions", "1000"}}},
		}
	},
}

func findSwing(in *Input) []Finding {
	var found []Finding
	for _, c := range in.Report.Edition.Cells() {
		now, before, ok := in.both(c.Key, c.Key)
		if !ok || in.IsPart || c.Table != "proactive" || before.LessThan(decimal.NewFromInt(20)) {
			continue
		}
		five := decimal.NewFromInt(5)
		if now.LessThanOrEqual(before.Mul(five)) && now.Mul(five).GreaterThanOrEqual(before) {
			continue
		}
		found = append(found, Finding{
			Message: fmt.Sprintf("%s是%s，上年是%s，相差五倍以上，请再核对一下。", c.Label(), now, in.lastSaid(c.Key)),
			Actual:  now.String(), Cells: []Cell{in.figureCell(c.Key, Subject), in.lastCell(c.Key)},
		})
	}
	return found
}

var itemsRollForward = Rule{
	ID: "items-roll-forward", Level: Query, Needs: []form.Key{"proactive.licensing.change"}, Title: "上一年项目数量要接得上上年的数，加上增减后不小于0", Citation: "年度报告格式（试行）第二部分",
	Find: findItemsRollForward,
	Cases: func() []Case {
		return []Case{
			{Why: "接不上上年的数", Year: 2020, Last: []Entry{{"proactive.licensing.items", "10"}, {"proactive.licensing.change", "-2"}}, Set: []Entry{{"proactive.licensing.items", "10"}}, Finds: []form.Key{"proactive.licensing.items"}},
			{Why: "减少的比有的还多", Year: 2020, Set: []Entry{{"proactive.penalties.items", "3"}, {"proactive.penalties.change", "-5"}}, Finds: []form.Key{"proactive.penalties.change"}},
			{Why: "接得上", Year: 2020, Last: []Entry{{"proactive.licensing.items", "10"}, {"proactive.licensing.change", "-2"}}, Set: []Entry{{"proactive.licensing.items", "8"}, {"proactive.licensing.change", "-8"}}},
		}
	},
}

func findItemsRollForward(in *Input) []Finding {
	var found []Finding
	for _, carry := range in.carryOvers("proactive", false) {
		c, _ := in.Report.Edition.Cell(carry.Key)
		change := carry.From[1] // last year's is added to last year's items; this year's lies under the same key
		if sum, ok := in.sum([]form.Key{c.Key, change}); ok && sum.IsNegative() {
			found = append(found, Finding{
				Message: fmt.Sprintf("%s是%s，比上一年的项目数量%s还多，请核对。", in.label(change), in.Report.Figure(change).Printed(), in.Report.Figure(c.Key).Printed()),
				Actual:  in.Report.Figure(change).Printed(), Cells: []Cell{in.figureCell(change, Subject), in.figureCell(c.Key, Term)},
			})
		}
		now, before, ok := in.both(c.Key, c.Key)
		if !ok || in.IsPart || in.Last.Edition != in.Report.Edition || !in.Last.Figure(change).IsNumber() {
			continue
		}
		due := before.Add(in.Last.Figure(change).Number)
		if !due.Equal(now) {
			found = append(found, Finding{
				Message: fmt.Sprintf("%s是%s，按上年报告的项目数量%s加上增减%s，应为%s。", c.Label(), now, in.lastSaid(c.Key), in.lastSaid(change), due),
				Actual:  now.String(), Expected: due.String(), Difference: now.Sub(due).String(),
				Cells: []Cell{in.figureCell(c.Key, Subject), in.lastCell(c.Key), in.lastCell(change)},
			})
		}
	}
	return found
}

var carriedInLastYear = Rule{
	ID: "carried-in-last-year", Level: Query, Title: "上年结转＝上年报告里的结转下年度，各列一一对应", Citation: "年度报告格式第三部分",
	Find: findCarriedIn,
	Cases: func() []Case {
		return []Case{
			{Why: "上年结转了2件，今年写0", Last: []Entry{{"requests.carried_out.natural_person", "2"}}, Finds: []form.Key{"requests.carried_in.natural_person"}},
			{Why: "写到了别的列", Last: []Entry{{"requests.carried_out.natural_person", "2"}}, Set: []Entry{{"requests.carried_in.enterprise", "2"}},
				Finds: []form.Key{"requests.carried_in.natural_person", "requests.carried_in.enterprise"}},
			{Why: "接得上", Last: []Entry{{"requests.carried_out.natural_person", "2"}}, Set: []Entry{{"requests.carried_in.natural_person", "2"}}},
			{Why: "上年的单位分成了几个，比它全部的还多", Divided: true, Last: []Entry{{"requests.carried_out.natural_person", "2"}}, Set: []Entry{{"requests.carried_in.natural_person", "3"}},
				Finds: []form.Key{"requests.carried_in.natural_person"}},
			{Why: "分到一部分的，少一些", Divided: true, Last: []Entry{{"requests.carried_out.natural_person", "2"}}, Set: []Entry{{"requests.carried_in.natural_person", "1"}}},
			{Why: "没有上年的报告就不比", Set: []Entry{{"requests.carried_in.natural_person", "2"}}},
		}
	},
}

func findCarriedIn(in *Input) []Finding {
	var found []Finding
	differs := map[form.Key]bool{}
	for _, carry := range in.carryOvers("requests", false) {
		c, _ := in.Report.Edition.Cell(carry.Key)
		carriedOut := carry.From[0]
		now, before, ok := in.both(c.Key, carriedOut)
		if !ok || now.Equal(before) || in.IsPart && now.LessThan(before) || in.lacksPart(c.Key) || in.anyPart(c.Key, differs) {
			continue // a total differs with what it adds up
		}
		differs[c.Key] = true
		f := Finding{
			Message: fmt.Sprintf("%s是%s，上年报告里的“结转下年度继续办理”是%s，两者应当相同。", c.Label(), now, in.lastSaid(carriedOut)),
			Actual:  now.String(), Expected: before.String(), Difference: now.Sub(before).String(), Compared: comparedTo("上年的年报里"),
			Cells: []Cell{in.figureCell(c.Key, Subject), in.lastCell(carriedOut)},
		}
		if in.IsPart {
			f.Message = fmt.Sprintf("%s是%s，比上年报告里的“结转下年度继续办理”%s还多；上年的只有一部分是这个单位的，请核对。", c.Label(), now, in.lastSaid(carriedOut))
			f.Expected, f.Compared = "不大于"+before.String(), Comparison{}
		}
		found = append(found, f)
	}
	return found
}

var pendingVanished = Rule{
	ID: "pending-vanished", Level: Info, Title: "上年有尚未审结的复议、诉讼，今年却全是0", Citation: "年度报告格式第四部分",
	Find: func(in *Input) []Finding {
		if in.Last == nil || in.IsPart {
			return nil
		}
		var pending []Cell
		for _, c := range in.Last.Edition.Cells() {
			v := in.Last.Figure(c.Key)
			if c.Table == "disputes" && strings.HasSuffix(string(c.Key), ".pending") && v.IsNumber() && v.Number.IsPositive() {
				pending = append(pending, in.lastCell(c.Key))
			}
		}
		if pending == nil || !in.all("disputes", model.Value.IsZero) {
			return nil
		}
		return []Finding{{
			Message: "上年报告里有尚未审结的（" + pending[0].Label + "是" + pending[0].Value + "），今年的复议、诉讼却全是0，请核对有没有漏填。",
			Actual:  "0", Cells: append([]Cell{in.figureCell(pending[0].Key, Subject)}, pending...),
		}}
	},
	Cases: func() []Case {
		return []Case{
			{Why: "上年的案子没有下文", Last: []Entry{{"disputes.review.pending", "1"}}, Finds: []form.Key{"disputes.review.pending"}},
			{Why: "今年审结了", Last: []Entry{{"disputes.review.pending", "1"}}, Set: []Entry{{"disputes.review.upheld", "1"}, {"disputes.review.total", "1"}}},
			{Why: "上年都审结了", Last: []Entry{{"disputes.review.upheld", "1"}}},
		}
	},
}

// all says whether every figure of a table has a property.
func (in *Input) all(table string, has func(model.Value) bool) bool {
	for _, c := range in.Report.Edition.Cells() {
		if c.Table == table && !has(in.Report.Figure(c.Key)) {
			return false
		}
	}
	return true
}
