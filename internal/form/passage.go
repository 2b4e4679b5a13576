package form

import "sync"

// The passages are the same in both editions: the notices fix the six headings, the texts are custom.
// Headings and sentences may hold placeholders, which are filled in when they are taken over into the report.

var preface = Passage{
	Key: "narrative.preface", Label: "前言",
	Note: "印在第一部分之前，写编制依据、统计期限和联系方式；不需要就空着。",
	Hints: []Hint{
		{Sentence, "根据《中华人民共和国政府信息公开条例》的规定，{{单位}}编制{{年份}}年政府信息公开工作年度报告。"},
		{Sentence, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成，所列数据的统计期限自{{年份}}年1月1日起至12月31日止。"},
		{Sentence, "本报告电子版可在{{网址}}下载。如对本报告有疑问，请与{{单位}}联系（地址：{{地址}}，邮编：{{邮编}}，电话：{{电话}}，邮箱：{{邮箱}}）。"},
	},
}

var overview = Passage{
	Key: "narrative.overview", Label: "总体情况", Required: true,
	Note: "写五个方面的工作；政府（含乡镇）还要写工作考核、社会评议、责任追究。",
	Hints: []Hint{
		{Heading, "（一）主动公开"},
		{Question, "公开了哪些群众关心的事，各多少条？今年新增了什么，哪一件最有用？"},
		{Heading, "（二）依申请公开"},
		{Question, "收到、办结、结转各多少件？申请人要的是什么？有没有答复被纠正？"},
		{Sentence, "{{年份}}年未收到政府信息公开申请。"},
		{Heading, "（三）政府信息管理"},
		{Question, "公开前由谁审查、怎样审查？清理、更正了哪些信息，各多少条？"},
		{Heading, "（四）政府信息公开平台建设"},
		{Question, "网站、公众号、公开栏、查阅点有什么变化？各更新多少，多少人看？"},
		{Heading, "（五）监督保障"},
		{Question, "考核、社会评议在什么时候、由谁进行、结果怎样？培训了几次、多少人？"},
		{Sentence, "{{年份}}年未发生政府信息公开责任追究情形。"},
	},
}

var problems = Passage{
	Key: "narrative.problems", Label: "存在的主要问题及改进情况", Required: true,
	Note: "写实际存在的问题和改进的办法，不能只写“无”，也不要与上年雷同。",
	Hints: []Hint{
		{Heading, "（一）存在的主要问题"},
		{Question, "哪些信息公开得慢、不全、看不懂？哪一类申请办得不顺？各举一件今年的事。"},
		{Question, "去年写的问题，今年改了没有？没有改完的还差什么？"},
		{Heading, "（二）改进情况"},
		{Question, "每个问题由谁、在什么时候、用什么办法改？已经改了的，改到什么程度？"},
	},
}

var other = Passage{
	Key: "narrative.other", Label: "其他需要报告的事项",
	Note: "写明本年是否收取政府信息公开信息处理费，以及其他要报告的事项。",
	Hints: []Hint{
		{Heading, "（一）收取信息处理费情况"},
		{Question, "发了几件收费通知，收了多少元？"},
		{Sentence, "{{年份}}年未收取政府信息公开信息处理费。"},
		{Heading, "（二）其他事项"},
		{Question, "上级要求报告的事，办得怎样？没有就不写这一条。"},
	},
}

// besideTable is the text of a section that consists of its table.
func besideTable(section, label string) Passage {
	return Passage{
		Key: Key("narrative." + section), Label: label,
		Note: "一般不写文字。写了的印在表的前面；以“注”开头的一段和它以后的，印在表的后面。",
	}
}

// Field is a part of the unit's data or of the report's: text, not a figure.
type Field struct {
	Key      Key
	Label    string
	Note     string
	Required bool
	Choices  []string // what may be chosen; nil where anything may be written
	Later    bool     // workbooks of the first releases have no place for it, which is no loss
}

// What a report's figures are of (统计口径): of the unit itself, or of the unit and all that report to it. Where it is not told they are the
// unit's own.
const (
	OwnScope = "本机关"
	SumScope = "汇总"
)

// Fields lists the unit's data in the order in which they are asked for.
func Fields() []Field { return fields() }

var fields = sync.OnceValue(func() []Field {
	return []Field{
		{Key: "unit.name", Label: "单位名称", Note: "填全称，如清溪镇人民政府；它是报告标题的前半部分。", Required: true},
		{Key: "unit.level", Label: "单位层级", Note: "从下拉列表中选。", Required: true, Choices: LevelNames()},
		{Key: "report.year", Label: "报告年度", Note: "填四位年份，如2025；统计期限是这一年的1月1日至12月31日。", Required: true},
		{Key: "report.date", Label: "成文日期", Note: "印在报告末尾，如2026-01-20；不填就不印落款。"},
		{Key: "unit.address", Label: "地址", Note: "办公地址。"},
		{Key: "unit.postcode", Label: "邮编", Note: "六位数字。"},
		{Key: "unit.phone", Label: "电话", Note: "政府信息公开工作机构的办公电话。"},
		{Key: "unit.email", Label: "邮箱", Note: "办公邮箱。"},
		{Key: "unit.website", Label: "网址", Note: "公布本报告的网站。"},
		{Key: "report.scope", Label: "统计口径", Note: "只是本机关自己的数，选“本机关”或空着；连同下级单位的，选“汇总”。不印在报告里。", Choices: []string{OwnScope, SumScope}, Later: true},
	}
})

// FieldByKey finds a part of the unit's data.
func FieldByKey(k Key) (Field, bool) {
	for _, f := range Fields() {
		if f.Key == k {
			return f, true
		}
	}
	return Field{}, false
}
