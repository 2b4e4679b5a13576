package check

import (
	"slices"
	"strings"

	"nianbao/internal/form"
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

func findMixedFees(in *Input) []Finding {
	var found []Finding
	statements := in.read().statements
	namesFee := slices.ContainsFunc(statements, func(s statement) bool { return s.isOther() && s.names(onProcessingFee) })
	for i := range statements {
		s := &statements[i]
		switch charges := s.names(onCharges); {
		case charges && s.takesOneForTheOther():
			found = append(found, s.finding("把行政事业性收费和信息处理费当成了一种费。行政事业性收费填在第二部分的表里，信息处理费写在第六部分，请分开写。"))
		case charges && s.isOther() && !namesFee && s.tellsAmount():
			found = append(found, s.finding("第六部分要写的是政府信息公开信息处理费，行政事业性收费是第二部分表里的另一种费，请核对。"))
		}
	}
	const fees = form.Key("proactive.fees.amount")
	amount := in.Report.Figure(fees)
	for _, c := range in.read().claims {
		if c.subject.class == handlingFee && amount.IsNumber() && amount.Number.IsPositive() && c.value.Equal(amount.Number.Shift(4)) {
			f := c.statement.section.finding(c.statement.paragraph, c.words,
				"文字写“"+excerpt(c.words)+"”，金额与第二部分表中的行政事业性收费相同。信息处理费不计入行政事业性收费，请核对是不是混在了一起。")
			f.Cells = append(f.Cells, in.figureCell(fees, Term))
			found = append(found, f)
		}
	}
	return found
}

func (s *statement) isOther() bool { return s.section.passage.Key == "narrative.other" }

func (s *statement) names(t topic) bool {
	return slices.ContainsFunc(s.tokens, func(k token) bool { return k.kind == wordToken && k.word.topic == t })
}

// tellsAmount says whether a sentence gives an amount of money or says that none was taken.
func (s *statement) tellsAmount() bool {
	return slices.ContainsFunc(s.tokens, func(k token) bool {
		return k.has(negationWord) || k.kind == numberToken && (strings.HasSuffix(k.num.Unit, "元") || k.num.Value.IsZero())
	})
}

// takesOneForTheOther finds 行政事业性收费（信息处理费） and 信息处理费等行政事业性收费.
func (s *statement) takesOneForTheOther() bool {
	for i := 0; i+2 < len(s.tokens); i++ {
		a, between, b := &s.tokens[i], &s.tokens[i+1], &s.tokens[i+2]
		if a.kind != wordToken || b.kind != wordToken {
			continue
		}
		charge := a.word.topic == onCharges && b.word.topic == onProcessingFee
		fee := a.word.topic == onProcessingFee && b.word.topic == onCharges
		if (charge || fee) && (between.kind == openMark || between.kind == wordToken && between.word.text == "即") || fee && between.has(andSoOnWord) {
			return true
		}
	}
	return false
}

// finding is a finding on the whole sentence.
func (s *statement) finding(message string) Finding {
	words := strings.TrimSpace(s.text[s.tokens[0].start:s.tokens[len(s.tokens)-1].end])
	return s.section.finding(s.paragraph, words, "文字写“"+excerpt(words)+"”，"+message)
}
