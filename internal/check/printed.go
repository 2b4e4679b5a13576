package check

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
	"nianbao/internal/remedy"
)

// The rules of this file look at what a published report prints where the form prescribes the words.

// asPrescribed is a published report in the prescribed words.
func asPrescribed(*model.Printed) {}

// keysBelow lists the figures of a row or a table of the present form.
func keysBelow(part string) []form.Key {
	e, _ := form.ForYear(presentYear)
	var keys []form.Key
	for _, c := range e.Cells() {
		if strings.HasPrefix(string(c.Key), part+".") {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

var sectionMissing = Rule{
	ID: "section-missing", Level: Fatal, Title: "六个部分按次序都要有，第二、三、四部分要有表", Citation: "年度报告格式",
	Find: findSectionMissing,
	Cases: func() []Case {
		return []Case{
			{Why: "没有第六部分", Printed: asPrescribed, Lost: []form.Key{"narrative.other"}, Finds: []form.Key{"narrative.other"}},
			{Why: "第四部分没有表", Printed: func(p *model.Printed) { p.Tables = p.Tables[:2] }, Lost: keysBelow("disputes"), Finds: []form.Key{"narrative.disputes"}},
			{Why: "表在文字里，没有读出", Printed: asPrescribed, Lost: keysBelow("disputes"), Set: []Entry{{"narrative.disputes", "行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n000000"}}, Finds: []form.Key{"narrative.disputes"}},
			{Why: "六个部分都有", Printed: asPrescribed},
			{Why: "填报表里丢了格子另有一条规则", Lost: []form.Key{"narrative.other"}},
		}
	},
}

func findSectionMissing(in *Input) []Finding {
	if in.Report.Printed == nil {
		return nil
	}
	var found []Finding
	add := func(s form.Section, message, doubt string) {
		var todo remedy.Remedy
		if doubt != "" {
			todo = fillUnread
		}
		found = append(found, Finding{
			Message: message, Doubt: doubt, Remedy: todo, unread: doubt != "",
			Cells: []Cell{{Key: s.Text.Key, Role: Subject, Label: form.Quote(s.Heading())}},
			Text:  &Quote{Section: s.Heading()},
		})
	}
	for _, s := range in.Report.Edition.Sections {
		switch {
		case slices.Contains(in.Report.Lost, s.Text.Key):
			add(s, "没有找到“"+s.Heading()+"”这一部分，或者次序不对，请补上。", "")
		case s.Table == nil || !in.all(s.Table.Key, func(v model.Value) bool { return v.State == model.Missing }):
		case in.holdsTable(s.Text.Key) || slices.Contains(in.Report.Printed.Tables, s.Table.Key):
			add(s, "“"+s.Heading()+"”的表没有读出，表里的数没有校验。", "表格散成了一行行的文字，认不准")
		default:
			add(s, "“"+s.Heading()+"”没有规定的表格，请补上。", "")
		}
	}
	return found
}

var labelDiffers = Rule{
	ID: "label-differs", Level: Query, Title: "表格的行名、列名与规定的相同", Citation: "年度报告格式",
	Find: func(in *Input) []Finding {
		if in.Report.Printed == nil {
			return nil
		}
		var found []Finding
		for _, l := range in.Report.Printed.Labels {
			if in.sameWords(l.Printed, l.Prescribed) || advertisement(l.Printed) != "" || in.isTornLabel(l) { // advertising is told as such
				continue
			}
			f := Finding{
				Level:   Info,
				Message: "表里写的是“" + told(l.Printed) + "”，规定的是“" + l.Prescribed + "”。",
				Actual:  l.Printed, Expected: l.Prescribed, Compared: Comparison{Is: "印的是", Due: "规定的是"},
				Cells: []Cell{in.labelCell(l)},
			}
			if in.isOtherGroup(l) {
				f.Level = Query
				f.Message += "这是另一组的名称，下面的数是不是填反了，请核对。"
			}
			if !slices.ContainsFunc(found, func(other Finding) bool { return other.Message == f.Message }) { // 总计 heads a row and a column
				found = append(found, f)
			}
		}
		return found
	},
	Cases: func() []Case {
		return []Case{
			{Why: "用了旧的行名", Printed: func(p *model.Printed) {
				p.Labels = []model.Wording{{Key: "proactive.rules.issued", Prescribed: "行政规范性文件", Printed: "规范性文件"}}
			}, Finds: []form.Key{"proactive.rules.issued"}, Level: Info},
			{Why: "与规定的相同", Printed: asPrescribed},
			{Why: "插进了广告的另有一条规则", Printed: func(p *model.Printed) {
				p.Labels = []model.Wording{{Key: "proactive.rules.issued", Prescribed: "规章", Printed: "规章（某某官网登录2025下载应提供相关数据）"}}
			}},
			{Why: "上面的两个大类印反了", Printed: func(p *model.Printed) {
				p.Labels = []model.Wording{{Key: "disputes.review.upheld", Prescribed: "行政复议", Printed: "行政诉讼"},
					{Key: "disputes.litigation_direct.upheld", Prescribed: "行政诉讼", Printed: "行政复议"}}
			}, Finds: []form.Key{"disputes.review.upheld", "disputes.litigation_direct.upheld"}},
		}
	},
}

// isOtherGroup is true of the head of a group that says what another group of its table is called.
func (in *Input) isOtherGroup(l model.Wording) bool {
	s, ok := in.Report.Edition.SectionOf(l.Key)
	if !ok || s.Table == nil {
		return false
	}
	slots := s.Table.Grid().Slots
	isGroup := func(words string) bool {
		return slices.ContainsFunc(slots, func(slot form.Slot) bool { return slot.Group && in.sameWords(words, slot.Label) })
	}
	return isGroup(l.Prescribed) && isGroup(l.Printed)
}

var besideForm = Rule{
	ID: "beside-form", Level: Query, Title: "没有规定的格式以外的行、列、表格和文本框", Citation: "年度报告格式",
	Find: func(in *Input) []Finding {
		if in.Report.Printed == nil {
			return nil
		}
		var found []Finding
		for _, b := range in.Report.Printed.Besides {
			if b.Kind == model.SurplusAttachment || b.Kind == model.SurplusText { // behind the report, where the form says nothing
				continue
			}
			f := Finding{
				Message: b.Place + "多出" + b.Kind.String() + "“" + told(b.Text) + "”，规定的格式里没有，请核对。",
				Actual:  b.Text,
				Cells:   []Cell{{Key: b.Key, Role: Subject, Label: form.Quote(in.headingOf(b.Key)), Value: b.Text}},
				Text:    &Quote{Section: in.headingOf(b.Key), Words: b.Text},
			}
			if in.isPieced() {
				f.Doubt = "这一页的文字是按位置拼起来读的"
			}
			found = append(found, f)
		}
		return found
	},
	Cases: func() []Case {
		return []Case{
			{Why: "表二多了一行", Printed: printing(model.Beside{Kind: model.SurplusRow, Key: "narrative.proactive", Text: "其他对外管理服务事项 409", Place: "表二 第8行"}), Finds: []form.Key{"narrative.proactive"}},
			{Why: "表四多了一列数", Printed: printing(model.Beside{Kind: model.SurplusColumn, Key: "narrative.disputes", Text: "18"}), Finds: []form.Key{"narrative.disputes"}},
			{Why: "第一部分有一个表格", Printed: printing(model.Beside{Kind: model.SurplusTable, Key: "narrative.overview", Text: "举报投诉 23"}), Finds: []form.Key{"narrative.overview"}},
			{Why: "前言旁边有一个文本框", Printed: printing(model.Beside{Kind: model.SurplusBox, Key: "narrative.preface", Text: "另收费300元。"}), Finds: []form.Key{"narrative.preface"}},
			{Why: "报告后面有附件，不算", Printed: printing(model.Beside{Kind: model.SurplusAttachment, Key: "narrative.other", Text: "附件 统计表"})},
			{Why: "与规定的相同", Printed: asPrescribed},
		}
	},
}

func printing(list ...model.Beside) func(p *model.Printed) {
	return func(p *model.Printed) { p.Besides = list }
}

// headingOf is what the section of a text is headed by; of the preface what that is called.
func (in *Input) headingOf(text form.Key) string {
	if s, ok := in.Report.Edition.SectionOf(text); ok {
		return s.Heading()
	}
	return in.Report.Edition.Passages()[0].Label
}

// isPieced is true of a published report whose paragraphs and labels were pieced together from lines: their ends tell nothing.
func (in *Input) isPieced() bool { return in.Report.Printed != nil && in.Report.Printed.Pieced }

// isTornLabel is true of a label over several lines of which some are lost, or that has letters of others between.
func (in *Input) isTornLabel(l model.Wording) bool {
	return in.isPieced() && (chinese.LacksLetters(l.Printed, l.Prescribed) || chinese.LacksLetters(l.Prescribed, l.Printed))
}

// labelCell is the finding's view of a label: the first figure that it heads, with its place.
func (in *Input) labelCell(l model.Wording) Cell {
	return Cell{Key: l.Key, Role: Subject, Label: form.Quote(l.Prescribed), Value: l.Printed, Place: in.Report.Figure(l.Key).Place}
}

// sitesTag is what sites put before a title to tell the forms of one report from each other.
var sitesTag = pattern.New(`^[【\[（(](?:文字|图文|图解|图表|视频|全文|文字版|图解版|图文版)[】\]）)]`)

var titleForm = Rule{
	ID: "title-form", Level: Query, Title: "标题是“单位名称＋年度＋年政府信息公开工作年度报告”", Citation: "年度报告格式",
	Find: findTitleForm,
	Cases: func() []Case {
		return []Case{
			{Why: "写成了“工作报告”", Printed: titled("清溪镇人民政府2025年政府信息公开工作报告"), Finds: []form.Key{"unit.name"}},
			{Why: "多了“度”字", Printed: titled("清溪镇人民政府2025年度政府信息公开工作年度报告"), Finds: []form.Key{"unit.name"}},
			{Why: "年度写在单位前面", Printed: titled("2025年清溪镇人民政府政府信息公开工作年度报告"), Finds: []form.Key{"unit.name"}},
			{Why: "没有找到标题，可能在网页的别处", Printed: titled(""), Finds: []form.Key{"unit.name"}, Level: Info},
			{Why: "合乎规定", Printed: asPrescribed},
			{Why: "排版的空格", Printed: titled("清溪镇人民政府　2025 年 政府信息公开工作年度报告")},
			{Why: "网站在前面加的字", Printed: titled("【文字】清溪镇人民政府2025年政府信息公开工作年度报告")},
		}
	},
}

func titled(title string) func(p *model.Printed) {
	return func(p *model.Printed) { p.Title = title }
}

func findTitleForm(in *Input) []Finding {
	if in.Report.Printed == nil {
		return nil
	}
	const pattern = "单位名称＋年度＋年政府信息公开工作年度报告"
	title, due := in.Report.Printed.Title, in.Report.Title()
	f := Finding{
		Actual: title,
		Cells:  []Cell{{Key: "unit.name", Role: Subject, Label: "“标题”", Value: title}},
		Text:   &Quote{Section: "标题", Words: title},
	}
	known := in.isCertain("unit.name") && in.isCertain("report.year")
	switch {
	case title == "":
		f.Level, f.Message, f.Doubt = Info, "没有找到标题，应是“"+pattern+"”。", "标题可能在网页的别处，或是图片"
	case known && in.sameWords(sitesTag.ReplaceAllString(title, ""), due):
		return nil
	case known:
		f.Expected, f.Compared = due, Comparison{Due: "规定的是"}
		f.Message = "标题写的是“" + told(title) + "”，应是“" + due + "”。"
	default:
		f.Message = "标题写的是“" + told(title) + "”，应是“" + pattern + "”。"
	}
	return []Finding{f}
}

// isCertain says whether a part of the unit's data was read, and not merely guessed.
func (in *Input) isCertain(k form.Key) bool {
	return in.Report.Field(k) != "" && in.Report.Fields[k].Doubt == ""
}

// sameWords compares what is printed with what is prescribed; blanks make no difference, nor what a copy did to letters and marks.
func (in *Input) sameWords(printed, prescribed string) bool {
	return bare(in.asMeant(printed)) == bare(prescribed)
}

// bare is words without blanks, with the digits and marks of numbers half as wide.
func bare(words string) string { return chinese.HalfWidth(chinese.Unspaced(words)) }
