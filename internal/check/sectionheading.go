package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
)

var sectionHeading = Rule{
	ID: "section-heading", Level: Query, Title: "六个部分的标题与规定的一字不差，序号依次是一到六", Citation: "年度报告格式",
	Find: findSectionHeading,
	Cases: func() []Case {
		return []Case{
			{Why: "少了“主要”两个字", Printed: headed(4, "五、存在的问题及改进情况"), Finds: []form.Key{"narrative.problems"}},
			{Why: "没有序号", Printed: headed(0, "总体情况"), Finds: []form.Key{"narrative.overview"}},
			{Why: "序号重复了", Printed: headed(1, "一、主动公开政府信息情况"), Finds: []form.Key{"narrative.proactive"}},
			{Why: "从第四部分起序号都错了，只说一次", Printed: func(p *model.Printed) {
				for i, h := range p.Headings[3:] {
					p.Headings[3+i].Printed = strings.Replace(h.Prescribed, chinese.NumberWord(4+i), chinese.NumberWord(3+i), 1)
				}
			}, Finds: []form.Key{"narrative.disputes"}},
			{Why: "有表，没有标题", Printed: headed(2, ""), Finds: []form.Key{"narrative.requests"}},
			{Why: "只多了排版用的记号", Printed: headed(0, "**一、总体情况**")},
			{Why: "只差空格", Printed: headed(0, "一、 总体情况")},
			{Why: "与规定的相同", Printed: asPrescribed},
		}
	},
}

// headed is a published report with another heading of one section.
func headed(section int, heading string) func(p *model.Printed) {
	return func(p *model.Printed) { p.Headings[section].Printed = heading }
}

// misnumbered is a heading whose words are right and whose numeral is not.
type misnumbered struct {
	section      int
	wording      model.Wording
	numeral, due string // 三、 for 四、; numeral is "" where it is lost
}

func findSectionHeading(in *Input) []Finding {
	if in.Report.Printed == nil {
		return nil
	}
	var found []Finding
	var wrong []misnumbered
	for _, h := range in.Report.Printed.Headings {
		s, ok := in.Report.Edition.SectionOf(h.Key)
		if !ok || in.sameWords(h.Printed, h.Prescribed) {
			continue
		}
		numeral, words := splitNumeral(in.asMeant(h.Printed))
		switch {
		case h.Printed == "":
			f := onHeading(h)
			f.Message, f.Doubt = "没有找到标题“"+h.Prescribed+"”，这一部分的内容是有的。", "标题可能是图片，或写得与规定的很不同"
			found = append(found, f)
		case in.sameWords(words, s.Title) && numeral == s.Numeral+"、": // signs around it
		case in.sameWords(words, s.Title):
			wrong = append(wrong, misnumbered{in.placeOfSection(h.Key), h, numeral, s.Numeral + "、"})
		default:
			f := onHeading(h)
			f.Message = "标题写的是“" + told(h.Printed) + "”，规定的是“" + h.Prescribed + "”。"
			found = append(found, f)
		}
	}
	if len(wrong) > 0 {
		found = append(found, in.onNumerals(wrong))
	}
	return found
}

func onHeading(h model.Wording) Finding {
	return Finding{
		Actual: h.Printed, Expected: h.Prescribed, Compared: Comparison{Due: "规定的是"},
		Cells: []Cell{{Key: h.Key, Role: Subject, Label: form.Quote(h.Prescribed), Value: h.Printed}},
		Text:  &Quote{Section: h.Prescribed, Words: h.Printed},
	}
}

func (in *Input) placeOfSection(k form.Key) int {
	for i, s := range in.Report.Edition.Sections {
		if s.Text.Key == k {
			return i
		}
	}
	return -1
}

// headNumeral is the numeral of a heading as it may be printed: 四、, 四., 第四部分, 三是, or a mark alone.
var headNumeral = pattern.New(`^[#*|\s]*((?:第?[一二三四五六七八九十]+(?:部分|是)?[、.．,，:：]?|[0-9]+[、.．]|[、.．]))\s*`)

// splitNumeral parts the numeral of a heading from its words, without the bars of a table behind them.
func splitNumeral(heading string) (numeral, words string) {
	if m := headNumeral.FindStringSubmatch(heading); m != nil {
		numeral, heading = m[1], heading[len(m[0]):]
	}
	return numeral, strings.Trim(heading, "#*| \t　")
}

// onNumerals is the one finding on all numerals that are not those of the form.
func (in *Input) onNumerals(wrong []misnumbered) Finding {
	first := wrong[0]
	f := onHeading(first.wording)
	for _, w := range wrong[1:] {
		f.Cells = append(f.Cells, Cell{Key: w.wording.Key, Role: Term, Label: form.Quote(w.wording.Prescribed), Value: w.wording.Printed})
	}
	switch {
	case len(wrong) == 1 && first.numeral == "":
		f.Message = "标题“" + told(first.wording.Printed) + "”没有序号，应是“" + first.wording.Prescribed + "”。"
	case len(wrong) == 1:
		f.Message = fmt.Sprintf("标题“%s”的序号“%s”应是“%s”%s。", told(first.wording.Printed), first.numeral, first.due, in.repeated(first))
	case isShifted(wrong, len(in.Report.Edition.Sections)):
		f.Message = fmt.Sprintf("从“%s”起，%d个标题的序号都错了：%s。", told(first.wording.Printed), len(wrong), numerals(wrong))
	default:
		f.Message = fmt.Sprintf("有%d个标题的序号不对：%s。", len(wrong), numerals(wrong))
	}
	return f
}

// repeated says whether another heading has the numeral too.
func (in *Input) repeated(w misnumbered) string {
	for _, h := range in.Report.Printed.Headings {
		if numeral, _ := splitNumeral(in.asMeant(h.Printed)); h.Key != w.wording.Key && numeral == w.numeral {
			return "，现在的序号与“" + told(h.Printed) + "”重复"
		}
	}
	return ""
}

// isShifted is true of numerals that are wrong from one heading on to the last.
func isShifted(wrong []misnumbered, sections int) bool {
	return wrong[len(wrong)-1].section == sections-1 && wrong[len(wrong)-1].section-wrong[0].section == len(wrong)-1
}

// numerals lists the numerals with what is due.
func numerals(wrong []misnumbered) string {
	var list []string
	for _, w := range wrong {
		is := "没有序号"
		if w.numeral != "" {
			is = "是“" + w.numeral + "”"
		}
		_, words := splitNumeral(w.wording.Prescribed)
		list = append(list, "“"+words+"”"+is+"，应是“"+w.due+"”")
	}
	return strings.Join(list, "；")
}
