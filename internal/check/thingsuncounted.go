package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// visits finds how often pages were looked at, counted as though it were things: 总访问量212万件.
var visits = pattern.New(`(?:访问量|浏览量|阅读量|点击量|播放量|点击率|阅读数|点击数)(?:总计|共计|累计|共|达到|达|超过|超|突破|为|约)*([0-9][0-9.]*[余多]?万?[余多]?)(件|条|份|篇|项|期|场|户|家|元|万元)(?:[，。；、）]|$)`,
	"访问量", "浏览量", "阅读量", "点击量", "播放量", "点击率", "阅读数", "点击数")

// countedAsThings lists the visits that a text counts in units of things.
func countedAsThings(text string) []wordFault {
	var faults []wordFault
	for _, m := range visits.FindAllStringSubmatchIndex(text, -1) {
		number, unit := text[m[2]:m[3]], text[m[4]:m[5]]
		what, _, _ := strings.Cut(text[m[0]:m[1]], number)
		if chinese.IsQuoted(text, m[0]) {
			continue
		}
		due := number + "次"
		faults = append(faults, wordFault{m[2], m[5], "“" + what + "”按“次”计，不用“" + unit + "”", due, Query})
	}
	return faults
}
