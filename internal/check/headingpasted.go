package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

var headingPasted = Rule{
	ID: "heading-pasted", Level: Query, Title: "文字里没有另写报告的标题、六个部分的标题和落款，这些自动印出", Citation: "年度报告格式",
	Find: func(in *Input) []Finding {
		if in.Report.Printed != nil {
			return nil // what a published report has twice is told as its headings
		}
		var found []Finding
		for _, s := range in.filled() {
			for i := range s.paragraphs {
				if what := in.printedAnyway(s, i); what != "" {
					found = append(found, s.finding(i, clip(s.paragraphs[i].Text, 30), "“"+excerpt(s.paragraphs[i].Text)+"”是"+what+"，生成报告时自动印出，这里再写就印两遍，请删去这一行。"))
				}
			}
		}
		return found
	},
	Cases: func() []Case {
		return []Case{
			{Why: "连部分的标题一起贴进来", Set: []Entry{{"narrative.problems", "五、存在的主要问题及改进情况\n存在的问题：解读形式单一。\n改进情况：增加图文解读。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "标题没有序号", Set: []Entry{{"narrative.overview", "总体情况\n2025年，清溪镇公开信息30条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "报告的大标题分成两行贴进前言", Set: []Entry{{"narrative.preface", "清溪镇人民政府\n2025年政府信息公开工作年度报告\n本报告按照《条例》编制。"}}, Finds: []form.Key{"narrative.preface", "narrative.preface"}},
			{Why: "整篇贴在第一部分，别的部分的标题也在里面", Set: []Entry{{"narrative.overview", "2025年，清溪镇公开信息30条。\n六、其他需要报告的事项\n没有其他事项。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "落款贴在末尾", Set: []Entry{{"report.date", "2026-01-20"}, {"narrative.other", "未收取信息处理费。\n清溪镇人民政府\n2026年1月20日"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "没有填成文日期，落款自己写了", Set: []Entry{{"report.date", ""}, {"narrative.other", "未收取信息处理费。\n清溪镇人民政府\n2026年1月20日"}}},
			{Why: "句子里说到标题", Set: []Entry{{"narrative.preface", "本报告由总体情况、主动公开政府信息情况等六个部分组成。"}}},
		}
	},
}

const partHeading = "规定的部分标题"

// printedAnyway names what paragraph i of a section is that the printed report has of itself: one of its headings, its title, or its signature; "" for none.
func (in *Input) printedAnyway(s section, i int) string {
	const longest = 50 // characters of a title; most paragraphs are longer
	text := s.paragraphs[i].Text
	if utf8.RuneCountInString(text) > longest {
		return ""
	}
	_, words := splitNumeral(text)
	whole, words := bare(in.asMeant(text)), bare(in.asMeant(words))
	for _, heading := range in.Report.Edition.Sections {
		if words == bare(heading.Title) && (heading.Text.Key == s.passage.Key || whole == bare(heading.Heading())) {
			return partHeading
		}
	}
	if whole == bare(in.Report.Title()) || whole == bare(in.Report.Name()) {
		return "报告的标题"
	}
	if i == 0 && len(s.paragraphs) > 1 && whole == bare(in.Report.Unit()) && in.sameWords(s.paragraphs[1].Text, in.Report.Name()) {
		return "报告的标题"
	}
	if in.Report.Field("report.date") != "" && in.isSignature(s, i) {
		return "落款"
	}
	return ""
}

// isSignature says whether paragraph i is one of the last lines of a section, with the unit's name alone, or a date.
func (in *Input) isSignature(s section, i int) bool {
	isDate := func(p model.Paragraph) bool {
		_, ok := chinese.ReadDate(strings.TrimSpace(p.Text))
		return ok
	}
	last := len(s.paragraphs) - 1
	isUnit := in.sameWords(s.paragraphs[i].Text, in.Report.Unit())
	return i == last && i > 0 && (isUnit || isDate(s.paragraphs[i])) || i == last-1 && isUnit && isDate(s.paragraphs[last])
}
