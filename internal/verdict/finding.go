package verdict

import (
	"io"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
)

// ExplainFinding tells a finding of an outcome whole: what is wrong and where, its rule and what that rests on, what to do, and whether
// it is explained.
func ExplainFinding(w io.Writer, outcome Outcome, f check.Finding, o Options) error {
	return write(w, func(x *explanation) { teller{outcome, o}.explain(x, f) })
}

func (o teller) explain(x *explanation, f check.Finding) {
	rule, _ := check.ByID(f.Rule)
	x.head("编号%s　%s·%s", f.Number(), f.Level, rule.Name())
	x.head("%s　%s", o.File, o.Report.Title())
	x.say("位置", o.titleOf(f)+placeOf(f))
	x.say("问题", f.Message)
	if f.Doubt != "" {
		x.say("可能是读取的问题", f.Doubt+"，请对照原件")
	}
	if f.Text != nil && f.Text.Words != "" && !strings.Contains(f.Message, f.Text.Words) {
		x.say("原文", "“"+f.Text.Words+"”")
	}
	due, found := f.InColumns()
	x.say("应为", due)
	x.say("实为", found)
	x.say("相差", f.Difference)
	x.say("有关的"+o.measureWord(), o.termsOf(f))
	x.list("可能的原因", f.Hints)
	x.head("规则：%s（%s）：%s。", rule.Name(), rule.ID, rule.Title)
	x.say("依据", f.Citation)
	x.say("怎么办", o.todo(f))
	switch {
	case f.Explanation != "":
		x.head("已说明：%s", f.Explanation)
	case f.Level == check.Query:
		x.head("还没有说明。")
	}
}

// todo is what to do about a finding, by its level and its remedy.
func (o teller) todo(f check.Finding) string {
	todo := o.options.advice(f)
	switch {
	case f.Level == check.Query && f.Explanation == "":
		return todo + o.answer(f)
	case f.Level == check.Query:
		return todo + "已经说明，不必再改；数字或文字改了，编号就变，要重新说明。"
	}
	return todo + levelMeaning[f.Level]
}

// Answer tells how a finding was explained, or how it is answered, by its number; "" for what must be put right, or need not be.
func (o Outcome) Answer(f check.Finding, w Options) string {
	switch {
	case f.Explanation != "":
		return "已说明：" + f.Explanation
	case f.Level == check.Query:
		return "编号" + f.Number() + "：" + teller{o, w}.answer(f)
	}
	return ""
}

// answer tells how a finding is answered: put right, or explained where the explanations of such a report stand.
func (o teller) answer(f check.Finding) string {
	action := remedy.ExplainApart
	switch {
	case o.Members != nil:
		action = remedy.ExplainInSum
	case o.Report.InWorkbook():
		action = remedy.ExplainInBook
	}
	where := "请按编号写明说明"
	if o.options.Word != nil {
		where = o.options.Word(remedy.Remedy{Action: action})
	}
	if f.Doubt != "" {
		return "原件有错的，请改正；没有错的，" + where + "。"
	}
	return "请改正；情况属实的，" + where + "。"
}

// placeOf is where a finding stands below its heading.
func placeOf(f check.Finding) string {
	told := ""
	if place := f.Where().Place; place.Sheet != "" {
		told += "　" + place.String()
	}
	if f.Text != nil && f.Text.Paragraph > 0 {
		told += "　" + line.Sprintf("第%d段", f.Text.Paragraph)
	}
	return told
}

// Asked lists the findings that somebody asks about by a number.
func (o Outcome) Asked(number string) (list []check.Finding) {
	for _, i := range check.Asked(o.Findings, number) {
		list = append(list, o.Findings[i])
	}
	return list
}
