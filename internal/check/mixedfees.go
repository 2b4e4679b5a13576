package check

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var feesNotMixedUp = Rule{
	ID: "fees-not-mixed-up", Level: Info, Title: "第六部分写明信息处理费收了没有、收了多少，与第二部分表中的行政事业性收费分开写", Citation: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
	Find: findMixedFees,
	Cases: func() []Case {
		return []Case{
			{Why: "第六部分把信息处理费写成行政事业性收费", Set: []Entry{{"narrative.other", "本年度没有收取行政事业性收费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "两种费当成了一种", Set: []Entry{{"narrative.other", "行政事业性收费（信息处理费）收取情况：0元。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "分开写的", Set: []Entry{{"proactive.fees.amount", "12.3456"}, {"narrative.other", "未收取信息处理费。行政事业性收费12.3456万元，见第二部分。"}}},
			{Why: "两处的金额不比", Set: []Entry{{"proactive.fees.amount", "12.3456"}, {"narrative.other", "收取信息处理费12.3456万元。"}}},
			{Why: "两种费的金额各不相干", Set: []Entry{{"proactive.fees.amount", "12.3456"}, {"narrative.other", "收取信息处理费300元。"}}},
		}
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
			add(s, "把行政事业性收费和信息处理费写成了一回事。表里的行政事业性收费填在第二部分；第六部分请单独写明信息处理费收了几件、多少元，没有收的写“未收取”。")
		case named && inOther(s) && !namesFee && s.TellsAmount():
			add(s, "行政事业性收费的总数填在第二部分的表里；第六部分请写明政府信息公开信息处理费收了几件、多少元，没有收的写“未收取”。")
		}
	}
	return found
}
