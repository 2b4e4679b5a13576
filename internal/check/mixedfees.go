package check

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var feesNotMixedUp = Rule{
	ID: "fees-not-mixed-up", Level: Info, Title: "第六部分写的是信息处理费，不是第二部分表中的行政事业性收费", Citation: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
	Find: findMixedFees,
	Cases: []Case{
		{Why: "第六部分把信息处理费写成行政事业性收费", Set: []Entry{{"narrative.other", "本年度没有收取行政事业性收费。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "两种费当成了一种", Set: []Entry{{"narrative.other", "行政事业性收费（信息处理费）收取情况：0元。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "信息处理费的金额正是表中的行政事业性收费", Set: []Entry{{"proactive.fees.amount", "12.3456"}, {"narrative.other", "收取信息处理费12.3456万元。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "分开写的", Set: []Entry{{"proactive.fees.amount", "12.3456"}, {"narrative.other", "未收取信息处理费。行政事业性收费12.3456万元，见第二部分。"}}},
		{Why: "两种费的金额各不相干", Set: []Entry{{"proactive.fees.amount", "12.3456"}, {"narrative.other", "收取信息处理费300元。"}}},
	},
}

// The fees of tables and texts, as the reader names them.
const (
	charges     = "fees"
	handlingFee = "handling_fee"
)

func findMixedFees(in *Input) []Finding {
	var found []Finding
	statements := in.read().Statements
	inOther := func(s *reading.Statement) bool { return s.Section == "narrative.other" }
	namesFee := slices.ContainsFunc(statements, func(s *reading.Statement) bool { return inOther(s) && s.Names(handlingFee) })
	add := func(s *reading.Statement, message string) {
		words := strings.TrimSpace(s.Words(s.Span))
		found = append(found, in.findingOn(s, words, "文字写“"+excerpt(words)+"”，"+message))
	}
	for _, s := range statements {
		switch named := s.Names(charges); {
		case named && s.Equates(handlingFee, charges):
			add(s, "把行政事业性收费和信息处理费当成了一种费。行政事业性收费填在第二部分的表里，信息处理费写在第六部分，请分开写。")
		case named && inOther(s) && !namesFee && s.TellsAmount():
			add(s, "第六部分要写的是政府信息公开信息处理费，行政事业性收费是第二部分表里的另一种费，请核对。")
		}
	}
	return append(found, in.feesOfTheTable()...)
}

// feesOfTheTable finds amounts of 信息处理费 that are those of the table's 行政事业性收费.
func (in *Input) feesOfTheTable() []Finding {
	const fees = form.Key("proactive.fees.amount")
	amount := in.Report.Figure(fees)
	if !amount.IsNumber() || !amount.Number.IsPositive() {
		return nil
	}
	var found []Finding
	claims := in.read().Claims
	for i := range claims {
		c := &claims[i]
		if !c.Counts(reading.HandlingFee) || !c.Amount().Equal(amount.Number.Shift(4)) {
			continue
		}
		f := in.findingOn(c.Statement, c.Words,
			"文字写“"+excerpt(c.Words)+"”，金额与第二部分表中的行政事业性收费相同。信息处理费不计入行政事业性收费，请核对是不是混在了一起。")
		f.Cells = append(f.Cells, in.figureCell(fees, Term))
		found = append(found, f)
	}
	return found
}
