package check

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// measureOfYear finds how many days, weeks, months or quarters of a year something was the case: 优良天数323天, 全年开放352天.
	measureOfYear = pattern.NewWith("天数 优良天气 优良日 达标日 全年 本年度 今年 年内", `(?:(?:天数|优良天气|优良日|达标日)[^，。；：、0-9%（）]{0,6}?|(?:全年|本年度|今年|年内)(?:[^，。；：、0-9%（）]{0,12}(?:开放|开门|值守|值班|服务|运行|在线|更新|监测|播出|播放|轮播|接待|共|有|达|为))?)([1-9][0-9]{0,3})(天|日|周|个星期|个月|个季度)`, "天", "日", "周", "个星期", "个月", "个季度")
	// mayBeMore are words of a clause that does not count the days of one year.
	mayBeMore = pattern.NewWords("累计 连续 历年 以来 年来 合计 共计 总计 各区 各县 各镇 各乡 各站 各地 各村 各单位 分别 总和 人次 人均 去年 上年 两年 三年 近年 历时 平均 缩短 压缩 至 到 跨 提前")
	// notOfYear begin what makes another word of a measure: 60周年, 400天次, 500日均.
	notOfYear = pattern.NewWords("年 岁 龄 次 人 · × x X 元 内 报 活 夜 的 以 均价 均值 均为")
)

// beyondYear lists measures that no year has: 优良天数383天, 全年13个月.
func (in *Input) beyondYear(text string) []fault {
	var faults []fault
	year, _ := in.Report.Year()
	for _, m := range measureOfYear.FindAllStringSubmatchIndex(text, -1) {
		clause, _ := chinese.Around(text, m[0], chinese.ClauseEnds)
		said, unit := text[m[2]:m[3]], text[m[4]:m[5]]
		n, err := strconv.Atoi(said)
		most := map[string]int{"天": 366, "日": 366, "周": 53, "个星期": 53, "个月": 12, "个季度": 4}[unit]
		if most == 366 && year > 0 && !chinese.IsDate(year, 2, 29) && len(chinese.YearsIn(clause)) == 0 {
			most--
		}
		if err != nil || n <= most || mayBeMore.In(clause) || notOfYear.Begins(text[m[1]:]) || isMistakeToldOf(text, m[0]) || chinese.IsQuoted(text, m[0]) {
			continue
		}
		words := strings.TrimLeft(text[m[0]:m[1]], " ")
		faults = append(faults, fault{words: words, wrong: text[m[2]:m[1]], message: fmt.Sprintf("“%s”比一年的%d%s还多，请核对。", words, most, unit)})
	}
	return faults
}
