package check

import (
	"fmt"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

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
