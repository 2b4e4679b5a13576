package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// fiveYearPlan finds a plan of five years and what is told of it.
var fiveYearPlan = pattern.New(`[“"]?十([二三四五六七])五[”"]?(?:规划|时期|发展规划)?(?:的)?(收官|圆满收官|开局|起步|谋划|编制)`, "十二五", "十三五", "十四五", "十五五", "十六五", "十七五")

// firstPlan is the year in which the first of the plans began that are numbered behind 十: 2001, 十五.
const firstPlan, yearsOfPlan = 2001, 5

// plansOfOtherYears lists the five-year plans that are told to begin, to end or to be drawn up far from the report year: “十三五”收官 in 2025.
func (y *aboutYears) plansOfOtherYears() []fault {
	var faults []fault
	for _, m := range fiveYearPlan.FindAllStringSubmatchIndex(y.text, -1) {
		statement, _ := chinese.Around(y.text, m[0], chinese.StatementEnds)
		if longRun.In(statement) || chinese.ContainsAny(statement, []string{"自", "以来", "回顾"}) {
			continue
		}
		_, number := chinese.ReadPlaces(y.text[m[2]:m[3]])
		first := firstPlan + number*yearsOfPlan
		what := y.text[m[4]:m[5]]
		due := first
		switch what {
		case "收官", "圆满收官":
			due = first + yearsOfPlan - 1
		case "谋划", "编制":
			due = first - 1
		}
		if d := due - y.year; -1 <= d && d <= 1 {
			continue
		}
		words := y.text[m[0]:m[1]]
		faults = append(faults, fault{words: words, actual: words, message: fmt.Sprintf("“十%s五”是%d至%d年，%d年度的报告不会写“%s”，像是以前的报告里留下的，请核对。",
			y.text[m[2]:m[3]], first, first+yearsOfPlan-1, y.year, strings.Trim(words, "“”\""))})
	}
	return faults
}

// finalAccounts finds the accounts of a year that were published. 预决算 is said of two years at once.
var finalAccounts = pattern.New(`(?:公开|公布|发布|公示|晒出|晒|上网)[^，。；]{0,24}?(20[0-9]{2})年度?(?:部门|政府|财政|本级|单位|“三公”经费|三公经费|镇级|乡级|街道|收支)*决算`, "决算")

// accountsAhead lists the accounts of a year that could not be drawn up yet in the report year: 公开2025年部门决算 in 2025.
func (y *aboutYears) accountsAhead() []fault {
	var faults []fault
	for _, m := range finalAccounts.FindAllStringSubmatchIndex(y.text, -1) {
		words := y.text[m[2]:m[1]]
		statement, _ := chinese.Around(y.text, m[2], chinese.StatementEnds)
		_, year := chinese.ReadPlaces(y.text[m[2]:m[3]])
		if year < y.year || intents.In(statement) || chinese.IsQuoted(y.text, m[2]) || y.section.passage.Key == "narrative.problems" {
			continue
		}
		faults = append(faults, y.at(m[2], words, yearText(y.year-1),
			fmt.Sprintf("%d年的决算要到下一年才编得出来，%d年公开的是%d年的决算，请核对年份。", year, y.year, y.year-1)))
	}
	return faults
}
