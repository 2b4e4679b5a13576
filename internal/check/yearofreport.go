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
var others = pattern.NewWords("体例 上年 上一年 去年 按照 根据 依据 参照 对照 落实")

// ownTitle begins the title of the report behind the unit's name.
var ownTitle = pattern.NewWords("政府信息公开工作年度报告 政府信息公开年度报告 人民政府政府信息公开工作年度报告")

// isAnnounced is true of the year of the report itself: 现将2024年工作情况报告如下.
func (y *aboutYears) isAnnounced(at int, after string) bool {
	clause, start := chinese.Around(y.text, at, chinese.ClauseEnds)
	if own, named := y.unit.Cut(after); named && y.section.passage.Key == "narrative.preface" && ownTitle.Begins(own) {
		after = own // 编制2023年长桥县政府信息公开工作年度报告
	}
	if !announced.Begins(after) || strings.Contains(clause, yearText(y.year)) || others.In(y.basis(y.text[start:at])) || demands.In(y.text[at:start+len(clause)]) {
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

// making are verbs that tell that the report is made, so that what stands before them is what it rests on: 按照条例编制2023年……报告.
var making = pattern.NewWords("编制 编写 编撰 撰写 起草 形成 公布 发布 编制了 编写了 形成了 公布了 发布了")

// demands follow what others ask for: 按照编制2023年……报告的通知.
var demands = pattern.NewWords("要点 清单 的通知 的要求 的规定 的格式 的部署 的安排")

// basis is what stands before a year in its clause, "" if a report is made there, whatever it rests on: 按照条例编制我镇2023年…….
func (y *aboutYears) basis(before string) string {
	made := before
	for _, name := range append(y.unit.CalledByKind(), y.unit.Core) {
		made = strings.TrimSuffix(made, name)
	}
	if making.Ends(made) {
		return ""
	}
	return before
}
