package check

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// findHeadingAlone finds a heading of the unit's own below which nothing stands, where something stands below others of its rank.
func findHeadingAlone(_ *Input, s section, i int) []Finding {
	if !s.outline[i].Bare || s.isBareHeading(i) || isBesideTable(s) {
		return nil
	}
	f := s.finding(i, s.paragraphs[i].Text, nothingBelow(strings.TrimSpace(s.paragraphs[i].Text)))
	f.Level = Query
	return []Finding{f}
}

// isBareHeading is true of a customary heading that was taken over, with nothing behind it or another heading of its rank.
func (s section) isBareHeading(i int) bool {
	if !slices.Contains(s.passage.Hints, form.Hint{Kind: form.Heading, Text: s.paragraphs[i].Text}) {
		return false
	}
	if i+1 == len(s.paragraphs) {
		return true
	}
	own, _, _ := chinese.ReadMarker(s.paragraphs[i].Text)
	next, _, ok := chinese.ReadMarker(s.paragraphs[i+1].Text)
	return ok && next.Level == own.Level
}

func nothingBelow(heading string) string {
	return "标题“" + excerpt(heading) + "”下面没有内容，请补上或删去。"
}

// written is the section's text without headings under which nothing stands.
func (s section) written() string {
	var kept []string
	for i, p := range s.paragraphs {
		if !s.isBareHeading(i) {
			kept = append(kept, p.Text)
		}
	}
	return strings.Join(kept, "\n")
}

// announcesNothing is the end of a section that promises something and has nothing behind it: 联系方式如下：.
func (s section) announcesNothing(i int) string {
	text := strings.TrimRight(s.paragraphs[i].Text, " \u3000\n")
	if i+1 < len(s.paragraphs) || !chinese.EndsWithAny(text, []string{"如下：", "如下:", "如下，"}) || isBesideTable(s) || s.field != nil {
		return ""
	}
	if s.passage.Key == "narrative.preface" && !strings.Contains(text[max(0, chinese.RuneStart(text, len(text)-60)):], "联系") {
		return "" // 现将有关情况公布如下：
	}
	clause, _ := chinese.Around(text, len(text)-len("："), chinese.StatementEnds+"，")
	return clause
}
