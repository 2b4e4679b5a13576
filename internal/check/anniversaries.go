package check

import (
	"fmt"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// anniversary finds how many years something is said to have been founded ago.
var anniversary = pattern.New(`(建党|中国共产党(?:成立|建党)|党的?成立|新中国成立|中华人民共和国成立|建国|建军|改革开放)([0-9]{2,3})周年`, "周年")

// foundedIn is the year of what anniversary finds.
func foundedIn(what string) int {
	switch what {
	case "新中国成立", "中华人民共和国成立", "建国":
		return 1949
	case "建军":
		return 1927
	case "改革开放":
		return 1978
	}
	return 1921 // the party's
}

// anniversariesOfOthers lists the anniversaries that are not of the report year, nor of the one before or behind it, which texts may look back on or
// prepare for.
func (y *aboutYears) anniversariesOfOthers() []fault {
	var faults []fault
	for _, m := range anniversary.FindAllStringSubmatchIndex(y.text, -1) {
		what, words := y.text[m[2]:m[3]], y.text[m[0]:m[1]]
		_, years := chinese.ReadPlaces(y.text[m[4]:m[5]])
		of := foundedIn(what) + years
		if of == y.year || chinese.IsQuoted(y.text, m[0]) {
			continue
		}
		statement, _ := chinese.Around(y.text, m[0], chinese.StatementEnds)
		if of == y.year+1 && intents.In(statement) || of < y.year-1 && chinese.ContainsAny(statement, []string{"以来", "回顾", "曾"}) {
			continue
		}
		faults = append(faults, fault{words: words, actual: words, expected: fmt.Sprintf("%s%d周年", what, y.year-foundedIn(what)),
			message: fmt.Sprintf("“%s”是%d年，%d年是%d周年，请核对。", words, of, y.year, y.year-foundedIn(what))})
	}
	return faults
}
