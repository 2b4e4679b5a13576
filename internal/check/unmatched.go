package check

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// answerUnmatched stands last in the catalogue: it looks at the findings of the others.
var answerUnmatched = Rule{
	ID: "answer-unmatched", Level: Info, Title: "每条说明都要对得上一个问题的编号，一个编号写一条", Citation: "填报说明",
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
	answers := in.answers()
	for i, a := range slices.Concat(in.Report.Answers, in.Answers) {
		number, isOwn := model.NumberOf(a.Number), i < len(in.Report.Answers)
		if strings.TrimSpace(a.Text) == "" || a.Unit != "" && chinese.UnitKey(a.Unit) != chinese.UnitKey(in.Report.Unit()) {
			continue
		}
		named, lapsed := Numbered(in.told, number), in.lapsedTo(number, answers)
		said := "“" + excerpt(a.Text) + "”"
		message := ""
		switch counts := in.counting(named, answers); {
		case a.Explains() && counts != "" && counts != strings.TrimSpace(a.Text):
			message = "编号" + told(number) + "写了不止一条说明，算数的是“" + excerpt(counts) + "”；" + said + "没有算上，请合成一条，或者删去不要的。"
		case named == nil && lapsed != "":
			message = "编号" + told(number) + "的说明" + said + "是照以前版本的编号写的，看不出写了以后文字、年度改过没有，没有算。说明还对的，请把编号改成" + lapsed + "；不对的，请重写。"
		case !isOwn: // it may be on another report
			continue
		case number == "":
			message = "说明" + said + "没有写编号，请写上它说的是哪个问题。"
		case named == nil && in.Report.Summed && in.Members == nil:
			message = "编号" + told(number) + "的说明" + said + "在这里没有对应的问题：是汇总时列出的，和各单位的年报一起汇总才对得上，请留着；不是的，编号写错了的请改正，问题已经改好的请删去。"
		case named == nil:
			message = "编号" + told(number) + "的说明" + said + "没有对应的问题：编号写错了的请改正；问题已经改好的，请删去这条说明；有关的数字和文字改了，问题还在的，编号也变了，请改成现在的编号。"
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

// counting is the explanation that counts of the finding that an explanation names; "" where it names none, or several, or none may count.
func (in *Input) counting(named []int, answers map[string]string) string {
	if len(named) != 1 || in.told[named[0]].Level == Fatal {
		return ""
	}
	_, text := answerOf(in.told, named[0], answers)
	return text
}

// lapsedTo is the number of a finding to be explained which earlier versions gave this one, whatever the text said that it is on; "" for none.
func (in *Input) lapsedTo(number string, answers map[string]string) string {
	for _, i := range Asked(in.told, number) {
		if _, text := answerOf(in.told, i, answers); text == "" {
			return in.told[i].Number()
		}
	}
	return ""
}

// numbersOf lists the numbers of some of the findings that were told.
func (in *Input) numbersOf(findings []int) string {
	var numbers []string
	for _, i := range findings {
		numbers = append(numbers, in.told[i].Number())
	}
	return strings.Join(numbers, "、")
}
