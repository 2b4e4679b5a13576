package check

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// The rules of this file look at what a published report prints where the form prescribes the words.

// soundlyPrinted is a published report in the prescribed words.
func soundlyPrinted() *model.Printed {
	p := &model.Printed{Title: "清溪镇人民政府2025年政府信息公开工作年度报告"}
	e, _ := form.ForYear(presentYear)
	for _, s := range e.Sections {
		p.Headings = append(p.Headings, model.Wording{Key: s.Text.Key, Prescribed: s.Heading(), Printed: s.Heading()})
	}
	return p
}

// printedWith is that report with one change.
func printedWith(change func(p *model.Printed)) *model.Printed {
	p := soundlyPrinted()
	change(p)
	return p
}

// tableKeys lists the figures of a table of the present form.
func tableKeys(table string) []form.Key {
	e, _ := form.ForYear(presentYear)
	var keys []form.Key
	for _, c := range e.Cells() {
		if c.Table == table {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

var sectionMissing = Rule{
	ID: "section-missing", Level: Fatal, Title: "六个部分按次序都要有，第二、三、四部分要有表", Citation: "年度报告格式",
	Find: findSectionMissing,
	Cases: []Case{
		{Why: "没有第六部分", Printed: soundlyPrinted(), Lost: []form.Key{"narrative.other"}, Finds: []form.Key{"narrative.other"}},
		{Why: "第四部分没有表", Printed: soundlyPrinted(), Lost: tableKeys("disputes"), Finds: []form.Key{"narrative.disputes"}},
		{Why: "六个部分都有", Printed: soundlyPrinted()},
		{Why: "填报表里丢了格子另有一条规则", Lost: []form.Key{"narrative.other"}},
	},
}

func findSectionMissing(in *Input) []Finding {
	if in.Report.Printed == nil {
		return nil
	}
	var found []Finding
	add := func(s form.Section, message string) {
		found = append(found, Finding{
			Message: message,
			Cells:   []Cell{{Key: s.Text.Key, Role: Subject, Label: form.Quote(s.Heading())}},
			Text:    &Quote{Section: s.Heading()},
		})
	}
	for _, s := range in.Report.Edition.Sections {
		switch {
		case slices.Contains(in.Report.Lost, s.Text.Key):
			add(s, "没有找到“"+s.Heading()+"”这一部分，或者次序不对，请补上。")
		case s.Table != nil && in.all(s.Table.Key, func(v model.Value) bool { return v.State == model.Missing }):
			add(s, "“"+s.Heading()+"”没有规定的表格，请补上。")
		}
	}
	return found
}

var sectionHeading = Rule{
	ID: "section-heading", Level: Query, Title: "六个部分的标题与规定的一字不差", Citation: "年度报告格式",
	Find: func(in *Input) []Finding {
		if in.Report.Printed == nil {
			return nil
		}
		var found []Finding
		for _, h := range in.Report.Printed.Headings {
			if sameWords(h.Printed, h.Prescribed) {
				continue
			}
			found = append(found, Finding{
				Message: "标题写的是“" + told(h.Printed) + "”，规定的是“" + h.Prescribed + "”。",
				Actual:  h.Printed, Expected: h.Prescribed,
				Cells: []Cell{{Key: h.Key, Role: Subject, Label: form.Quote(h.Prescribed), Value: h.Printed}},
				Text:  &Quote{Section: h.Prescribed, Words: h.Printed},
			})
		}
		return found
	},
	Cases: []Case{
		{Why: "少了“主要”两个字", Printed: printedWith(func(p *model.Printed) { p.Headings[4].Printed = "五、存在的问题及改进情况" }), Finds: []form.Key{"narrative.problems"}},
		{Why: "只差空格", Printed: printedWith(func(p *model.Printed) { p.Headings[0].Printed = "一、 总体情况" })},
		{Why: "与规定的相同", Printed: soundlyPrinted()},
	},
}

var labelDiffers = Rule{
	ID: "label-differs", Level: Info, Title: "表格的行名、列名与规定的相同", Citation: "年度报告格式",
	Find: func(in *Input) []Finding {
		if in.Report.Printed == nil {
			return nil
		}
		var found []Finding
		for _, l := range in.Report.Printed.Labels {
			if sameWords(l.Printed, l.Prescribed) {
				continue
			}
			found = append(found, Finding{
				Message: "表里写的是“" + told(l.Printed) + "”，规定的是“" + l.Prescribed + "”。",
				Actual:  l.Printed, Expected: l.Prescribed,
				Cells: []Cell{{Key: l.Key, Role: Subject, Label: form.Quote(l.Prescribed), Value: l.Printed}},
			})
		}
		return found
	},
	Cases: []Case{
		{Why: "用了旧的行名", Printed: printedWith(func(p *model.Printed) {
			p.Labels = []model.Wording{{Key: "proactive.rules.issued", Prescribed: "行政规范性文件", Printed: "规范性文件"}}
		}), Finds: []form.Key{"proactive.rules.issued"}},
		{Why: "与规定的相同", Printed: soundlyPrinted()},
	},
}

var titleForm = Rule{
	ID: "title-form", Level: Query, Title: "标题是“单位名称＋年度＋年政府信息公开工作年度报告”", Citation: "年度报告格式",
	Find: func(in *Input) []Finding {
		if in.Report.Printed == nil || in.Report.Unit() != "" && sameWords(in.Report.Printed.Title, in.Report.Title()) {
			return nil
		}
		title := in.Report.Printed.Title
		message := "标题写的是“" + told(title) + "”，应是“单位名称＋年度＋年政府信息公开工作年度报告”。"
		if title == "" {
			message = "没有找到标题，应是“单位名称＋年度＋年政府信息公开工作年度报告”。"
		}
		return []Finding{{
			Message: message, Actual: title,
			Cells: []Cell{{Key: "unit.name", Role: Subject, Label: "“标题”", Value: title}},
			Text:  &Quote{Section: "标题", Words: title},
		}}
	},
	Cases: []Case{
		{Why: "写成了“工作报告”", Printed: printedWith(func(p *model.Printed) { p.Title = "清溪镇人民政府2025年政府信息公开工作报告" }), Finds: []form.Key{"unit.name"}},
		{Why: "没有标题", Printed: printedWith(func(p *model.Printed) { p.Title = "" }), Finds: []form.Key{"unit.name"}},
		{Why: "合乎规定", Printed: soundlyPrinted()},
	},
}

// sameWords compares what is printed with what is prescribed; blanks make no difference.
func sameWords(printed, prescribed string) bool {
	return strings.Join(strings.Fields(printed), "") == strings.Join(strings.Fields(prescribed), "")
}
