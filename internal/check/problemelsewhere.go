package check

import (
	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// problemTold finds a problem with what is to be done about it, which belongs into the fifth section.
var (
	problemTold = pattern.New(`(?:不够|不足|不高|不强|不到位|短板|薄弱|滞后|突出问题)[^。；\n]{0,30}，下一步(?:要|将|，|拟|计划)`, "，下一步")
	problemIs   = pattern.New(`存在的?(?:主要)?(?:问题|不足|短板)(?:是|有：|主要是|：)`, "存在")
)

// findProblemElsewhere finds problems of the year that are told in the first section or the last: 存在的不足是解读不多，下一步将组织培训.
func findProblemElsewhere(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var m []int
	switch s.passage.Key {
	case "narrative.overview":
		m = problemTold.FindStringIndex(text)
	case "narrative.other":
		if m = problemIs.FindStringIndex(text); m == nil {
			m = problemTold.FindStringIndex(text)
		}
	}
	if m == nil || chinese.IsQuoted(text, m[0]) {
		return nil
	}
	words, _ := chinese.Around(text, m[0], chinese.StatementEnds)
	f := s.finding(i, excerpt(words), "“"+excerpt(words)+"”说的是问题和打算，请写在第五部分。")
	f.Level = Info
	return []Finding{f}
}
