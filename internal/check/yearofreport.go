package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// isOfTheReport is true of a year that is said to be the report's: 本年度（2024年）, 与上年相比，2024年我镇.
func (y *aboutYears) isOfTheReport(before, after string) bool {
	if chinese.EndsWithAny(before, []string{"本年度（", "本年（", "今年（", "报告年度（", "报告年度为", "报告年度是"}) {
		return true
	}
	if chinese.EndsWithAny(before, []string{"上年相比，", "上年度相比，", "去年相比，", "上一年相比，", "上年比较，"}) {
		return y.unit.Begins(after) || counting.Begins(after) || chinese.StartsWithAny(strings.TrimPrefix(after, "，"), []string{"主动公开", "政府信息公开"})
	}
	return false
}

// others are what is cited or looked back to, not announced.
var others = pattern.NewWords("上年 上一年 去年 按照 根据 依据 参照 对照 落实")

// isAnnounced is true of the year of the report itself: 现将2024年工作情况报告如下.
func (y *aboutYears) isAnnounced(at int, after string) bool {
	clause, start := chinese.Around(y.text, at, chinese.ClauseEnds)
	if !announced.Begins(after) || strings.Contains(clause, yearText(y.year)) || others.In(y.text[start:at]) {
		return false
	}
	if chinese.ContainsAny(clause, []string{"现将", "现就", "本报告", "如下"}) {
		return true
	}
	report := strings.HasPrefix(after, "政府信息公开") || chinese.ContainsAny(clause, []string{"年度报告", "年报"})
	return y.section.passage.Key == "narrative.preface" && report
}

// isOwnReport says whether a title is that of this very report: it stands in the preface, or behind 现.
func (y *aboutYears) isOwnReport(title string, start int) bool {
	clause, from := chinese.Around(y.text, start, chinese.ClauseEnds)
	before := y.text[from:start]
	report := strings.Contains(title, "信息公开") && chinese.ContainsAny(title, []string{"年度报告", "年报", "工作报告"})
	announcing := y.section.passage.Key == "narrative.preface" || chinese.ContainsAny(before, []string{"现将", "现发布", "现公布", "现公开", "编制本", "编制了本"})
	return report && announcing && !others.In(before) && !chinese.ContainsAny(clause, []string{"格式", "通知"})
}
