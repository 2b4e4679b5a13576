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
