package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
)

var tablesAsLastYear = Rule{
	ID: "tables-as-last-year", Level: Query, Title: "第二、三、四部分的表不与上年全都相同", Citation: "年度报告格式第二、三、四部分",
	Find: findTablesAsLastYear,
	Cases: func() []Case {
		requests := []Entry{{"requests.received.natural_person", "4"}, {"requests.granted.natural_person", "3"}, {"requests.denied.process_information.natural_person", "1"}}
		tables := append([]Entry{{"proactive.licensing.decisions", "326"}, {"proactive.penalties.decisions", "45"}, {"proactive.fees.amount", "8.5"}}, requests...)
		small := []Entry{{"proactive.normative.issued", "1"}, {"proactive.licensing.decisions", "12"}, {"proactive.penalties.decisions", "2"}}
		return []Case{
			{Why: "文字是今年的，表里的数没有换", Last: tables, Set: tables, Finds: []form.Key{"proactive.licensing.decisions"}},
			{Why: "上年结转、现行有效接上了，别的没有换", Last: append([]Entry{{"requests.carried_in.natural_person", "1"}, {"proactive.normative.in_force", "7"}}, tables...),
				Set: append([]Entry{{"proactive.normative.in_force", "9"}}, tables...), Finds: []form.Key{"proactive.licensing.decisions"}},
			{Why: "改了一个数", Last: tables, Set: append(slices.Clone(tables), Entry{"proactive.penalties.decisions", "46"})},
			{Why: "上年没有的，今年有了", Last: tables, Set: append(slices.Clone(tables), Entry{"disputes.review.upheld", "1"})},
			{Why: "办理结果不同", Last: tables, Set: append(slices.Clone(tables), Entry{"requests.granted.natural_person", "4"}, Entry{"requests.denied.process_information.natural_person", "0"})},
			{Why: "数少的单位，两年一样是常有的", Last: append(slices.Clone(small), requests...), Set: append(slices.Clone(small), requests...)},
			{Why: "只有申请表有数，一件申请在表里有好几格", Last: requests, Set: requests},
			{Why: "都是0", Last: []Entry{}, Set: nil},
			{Why: "上年的单位分成了几个，数不会是照抄的", Divided: true, Last: tables, Set: tables},
			{Why: "没有上年的报告就不比", Set: tables},
			{Why: "2020年的试行格式，表里的数没有换", Year: 2020, Last: []Entry{{"proactive.licensing.decisions", "326"}, {"proactive.penalties.decisions", "45"}, {"proactive.procurement.items", "12"}, {"proactive.procurement.amount", "300万元"}},
				Set:   []Entry{{"proactive.licensing.decisions", "326"}, {"proactive.penalties.decisions", "45"}, {"proactive.procurement.items", "12"}, {"proactive.procurement.amount", "300万元"}},
				Finds: []form.Key{"proactive.licensing.decisions"}},
		}
	},
}

// findTablesAsLastYear finds tables in which nothing but what is taken over from last year was changed, where so much is the same that it is
// hardly by chance: small numbers come again by themselves.
func findTablesAsLastYear(in *Input) []Finding {
	if in.Last == nil || in.IsPart || in.Predecessors != nil || in.Last.Edition != in.Report.Edition {
		return nil
	}
	var same []Cell
	var sections []string
	independent, large := 0, 0
	for _, c := range in.Report.Edition.Cells() {
		if _, takenOver := in.Report.Edition.CarryOver(c.Key); takenOver || c.Total {
			continue
		}
		now, known := in.Report.Figure(c.Key).Worth(c.Measure)
		before, knownBefore := in.Last.Figure(c.Key).Worth(c.Measure)
		switch {
		case now.IsZero() && before.IsZero(): // or not filled in, which says nothing of the rest
			continue
		case !known || !knownBefore || !now.Equal(before):
			return nil
		}
		same = append(same, in.figureCell(c.Key, Term))
		if s, ok := in.Report.Edition.SectionOf(c.Key); ok && !slices.Contains(sections, s.Numeral) {
			sections = append(sections, s.Numeral)
		}
		if isOutcome(c) {
			continue
		}
		independent++
		if now.Abs().GreaterThanOrEqual(decimal.NewFromInt(10)) {
			large++
		}
	}
	if independent < 5 && (independent < 3 || large < 2) {
		return nil
	}
	same[0].Role = Subject
	const most = 4
	var examples []string
	for _, cell := range same[:min(len(same), most)] {
		examples = append(examples, cell.Label+"是"+cell.Value)
	}
	return []Finding{{
		Message: fmt.Sprintf("第%s部分的表，除了从上年接过来的，不是0的%d个数都和上年的一样（如%s）。请核对是不是还没有换成今年的数。", strings.Join(sections, "、"), len(same), strings.Join(examples, "，")),
		Cells:   same,
	}}
}

// isOutcome says whether a figure is what became of applications: it follows from how many were received.
func isOutcome(c form.Cell) bool {
	return c.Table == "requests" && !strings.HasPrefix(string(c.Key), "requests.received.")
}
