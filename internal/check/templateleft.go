package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var templateLeft = Rule{
	ID: "template-left", Level: Fatal, Title: "公布的报告里不留格式通知的说明", Citation: "公文校核的通行要求",
	Find: func(in *Input) []Finding {
		if in.Report.Printed == nil {
			return nil // a rule on what is left over in a form tells it
		}
		return onFilled(findTemplateLeft)(in)
	},
	Cases: func() []Case {
		return []Case{
			{Why: "格式的说明没有删", Printed: asPrescribed, Set: []Entry{{"narrative.requests", "该部分以表格形式报告。表格如下："}}, Finds: []form.Key{"narrative.requests"}},
			{Why: "格式的说明换了开头", Printed: asPrescribed, Set: []Entry{{"narrative.other", "主要报告本机关上一年度工作情况，含《条例》第五十条第四项规定的内容。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "表里印着的说明是格式规定的", Printed: asPrescribed, Set: []Entry{{"narrative.requests", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"}}},
			{Why: "表格前面的话", Printed: asPrescribed, Set: []Entry{{"narrative.requests", "收到和处理申请的情况见下表。"}}},
			{Why: "填报表里的另有一条规则", Set: []Entry{{"narrative.requests", "该部分以表格形式报告。表格如下："}}},
		}
	},
}

func findTemplateLeft(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	words, message := in.noticesWords(text)
	if words == "" || in.isPrintedInTable(s, words) {
		return nil
	}
	return []Finding{s.finding(i, words, message)}
}

// noticesWords finds one of the notice's own instructions in a text, and says what it is; "" if there is none.
func (in *Input) noticesWords(text string) (words, message string) {
	if words = instructions.words("格式的说明").First(text); words == "" {
		return "", ""
	}
	statement, _ := chinese.Around(text, strings.Index(text, words), chinese.StatementEnds)
	return words, "“" + excerpt(strings.TrimSpace(statement)) + "”是格式通知里的说明，不是报告的内容，请删去。"
}

// isPrintedInTable says whether words of the notice stand in the table of a section, of which a reader may have left a row behind.
func (in *Input) isPrintedInTable(s section, words string) bool {
	of, ok := in.Report.Edition.SectionOf(s.passage.Key)
	if !ok || of.Table == nil {
		return false
	}
	for _, slot := range of.Table.Grid().Slots {
		if strings.Contains(slot.Label, words) {
			return true
		}
	}
	return false
}
