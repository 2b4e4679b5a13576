package check

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var sectionEmpty = Rule{
	ID: "section-empty", Level: Fatal, Title: "第一部分和第五部分要有文字，第五部分不能只写“无”", Citation: "年度报告格式第一、五部分",
	Find: findSectionEmpty,
	Cases: func() []Case {
		return []Case{
			{Why: "第一部分没有写", Set: []Entry{{"narrative.overview", ""}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "第五部分只写“无”", Set: []Entry{{"narrative.problems", "无。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "“暂无问题”也是没有写", Set: []Entry{{"narrative.problems", "暂无"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "第六部分可以空着", Set: []Entry{{"narrative.other", ""}}},
			{Why: "文字格丢了的另有一条规则", Lost: []form.Key{"narrative.overview"}},
		}
	},
}

func saysNothing(text string) bool {
	return len(text) <= len("本年度暂没有存在的问题。") && nothing.MatchString(text)
}

var nothing = pattern.New(`^(?:本年度|今年|目前)?(?:暂)?(?:无|没有)(?:问题|存在的问题|此类情况)?[。.；;]?$`, "无", "没有")

func findSectionEmpty(in *Input) []Finding {
	var found []Finding
	for _, s := range in.sections() {
		if !s.passage.Required || slices.Contains(in.Report.Lost, s.passage.Key) {
			continue
		}
		switch {
		case len(s.paragraphs) == 0:
			found = append(found, Finding{
				Message: "“" + s.heading + "”没有文字。" + s.passage.Note,
				Cells:   []Cell{{Key: s.passage.Key, Role: Subject, Label: "“" + s.passage.Label + "”"}},
				Text:    &Quote{Section: s.heading},
			})
		case len(s.paragraphs) == 1 && saysNothing(s.paragraphs[0].Text):
			found = append(found, s.finding(0, s.paragraphs[0].Text, "“"+s.heading+"”只写了“"+s.paragraphs[0].Text+"”。"+s.passage.Note))
		}
	}
	return found
}
