package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
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
			{Why: "标题下面都是“无”，分段写或写成一行", Set: []Entry{{"narrative.problems", "存在的问题：无。\n改进：无。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "带序号的标题下面都是“无”", Set: []Entry{{"narrative.problems", "（一）存在的主要问题。无。（二）改进情况。无。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "一个标题下面是“无”，另一个写了，另有一条规则", Set: []Entry{{"narrative.problems", "存在的问题：无。\n改进：加强培训。"}}},
			{Why: "只有标题的另有一条规则", Set: []Entry{{"narrative.problems", "存在的主要问题\n改进情况"}}},
			{Why: "第六部分可以空着", Set: []Entry{{"narrative.other", ""}}},
			{Why: "文字格丢了的另有一条规则", Lost: []form.Key{"narrative.overview"}},
		}
	},
}

func saysNothing(text string) bool {
	return len(text) <= len("本年度暂没有存在的问题。") && nothing.MatchString(text)
}

var nothing = pattern.New(`^(?:本年度|今年|目前)?(?:暂)?(?:无|没有)(?:问题|存在的问题|此类情况)?[。.；;]?$`, "无", "没有")

// saysNothing is true of a section in which nothing but 无 stands under all its headings.
func (s section) saysNothing() bool {
	const longest = 12 // characters of a heading
	denied := false
	for _, statement := range chinese.Statements(s.text()) {
		_, said, _ := chinese.ReadMarker(strings.TrimSpace(statement))
		if head, rest, found := strings.Cut(said, "："); found && blankHeads.Ends(head) && utf8.RuneCountInString(head) <= longest {
			said = strings.TrimSpace(rest)
		}
		switch bare := strings.TrimRight(said, "。；！"); {
		case bare == "", blankHeads.Ends(bare) && utf8.RuneCountInString(bare) <= longest:
		case saysNothing(said):
			denied = true
		default:
			return false
		}
	}
	return denied
}

// blankHeads are what headings of the section on problems and measures end with.
var blankHeads = pattern.NewWords("问题 不足 困难 改进 整改 情况 措施 办法 打算 计划 安排")

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
		case s.saysNothing():
			found = append(found, s.finding(0, s.paragraphs[0].Text, "“"+s.heading+"”除了标题只写了“无”。"+s.passage.Note))
		}
	}
	return found
}
