package check

import (
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// answerUnmatched stands last in the catalogue: it looks at the findings of the others.
var answerUnmatched = Rule{
	ID: "answer-unmatched", Level: Info, Title: "每条说明都要对得上一个问题的编号", Citation: "填报说明",
	Find: findAnswerUnmatched,
	Cases: func() []Case {
		return []Case{
			{Why: "编号抄错了，或者问题已经改好", Answer: "经核实，数据属实。", Finds: []form.Key{""}},
			{Why: "没有写说明"},
		}
	},
}

func findAnswerUnmatched(in *Input) []Finding {
	var found []Finding
	for _, a := range in.Report.Answers {
		number := model.NumberOf(a.Number)
		if strings.TrimSpace(a.Text) == "" || a.Unit != "" && chinese.UnitKey(a.Unit) != chinese.UnitKey(in.Report.Unit()) {
			continue
		}
		named := Numbered(in.told, number)
		said := "“" + excerpt(a.Text) + "”"
		message := ""
		switch {
		case number == "":
			message = "说明" + said + "没有写编号，请写上它说的是哪个问题。"
		case named == nil && in.Report.Summed && in.Members == nil:
			message = "编号" + told(number) + "的说明" + said + "在这里没有对应的问题：是汇总时列出的，和各单位的年报一起汇总才对得上，请留着；不是的，编号写错了的请改正，问题已经改好的请删去。"
		case named == nil:
			message = "编号" + told(number) + "的说明" + said + "没有对应的问题：编号写错了的请改正；问题已经改好、或者有关的数字和文字改了的，请删去这条说明。"
		case in.told[named[0]].Number() != number && len(named) > 1:
			message = "编号" + told(number) + "的说明" + said + "对应的问题现在分成" + strconv.Itoa(len(named)) + "处，编号是" + in.numbersOf(named) + "，请写明说的是哪一处。"
		case in.told[named[0]].Level == Fatal:
			message = "编号" + told(number) + "是强制的问题，要改正，不能用说明代替。"
		case !a.Explains():
			message = "编号" + told(number) + "的说明" + said + "没有说明情况，不算，请写明为什么不用改。"
		default:
			continue
		}
		found = append(found, Finding{Message: message, Actual: a.Number, Cells: []Cell{{Role: Subject, Label: "说明", Value: a.Text, Place: a.Place, of: number}}})
	}
	return found
}

// numbersOf lists the numbers of some of the findings that were told.
func (in *Input) numbersOf(findings []int) string {
	var numbers []string
	for _, i := range findings {
		numbers = append(numbers, in.told[i].Number())
	}
	return strings.Join(numbers, "、")
}
