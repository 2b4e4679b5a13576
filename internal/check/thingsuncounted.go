package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// visits finds how often pages were looked at, counted as though it were things: 总访问量212万件.
var visits = pattern.New(`(?:访问量|浏览量|阅读量|点击量|播放量|点击率|阅读数|点击数)(?:总计|共计|累计|共|达到|达|超过|超|突破|为|约)*([0-9][0-9.]*[余多]?万?[余多]?)(件|条|份|篇|项|期|场|户|家|元|万元)(?:[，。；、）]|$)`,
	"访问量", "浏览量", "阅读量", "点击量", "播放量", "点击率", "阅读数", "点击数")

// people finds how many people looked at something, counted as though it were how often: 观看人数265万次.
var people = pattern.New(`(?:观看|收看|浏览|阅读|访问|关注|参与|参训|培训|受益|服务)人数(?:总计|共计|累计|共|达到|达|超过|超|突破|为|约)*([0-9][0-9.]*[余多]?万?[余多]?)(次|条|件|篇|项|期|场)(?:[，。；、）]|$)`, "人数")

// countedAsThings lists the visits that a text counts in units of things, and the people that it counts as visits.
func countedAsThings(text string) []wordFault {
	var faults []wordFault
	add := func(what *pattern.Pattern, due string) {
		for _, m := range what.FindAllStringSubmatchIndex(text, -1) {
			if chinese.IsQuoted(text, m[0]) {
				continue
			}
			number, unit := text[m[2]:m[3]], text[m[4]:m[5]]
			name, _, _ := strings.Cut(text[m[0]:m[1]], number)
			faults = append(faults, wordFault{m[2], m[5], "“" + name + "”按“" + due + "”计，不用“" + unit + "”", number + due, Query})
		}
	}
	add(visits, "次")
	add(people, "人")
	return faults
}
