package check

import (
	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// noteToColleague finds what colleagues were asked in brackets: （请法规股再核一下）.
var noteToColleague = pattern.New(`[（(](?:此处|此数|这里|数据|数字|该数)?(?:请|待|需|让)[^（）()，。；]{1,10}(?:再|重新|帮忙|最后)?(?:核[）)]|核定|核一下|核对一下|核一核|再核|核实一下|确认一下|补一下|改一下|看一下|过目|把关一下)[^（）()]{0,6}[）)]`, "核）", "核)", "核定", "核一", "核对一下", "再核", "核实一下", "确认一下", "补一下", "改一下", "看一下", "过目", "把关一下")

func notesToColleagues(text string) (found []string) {
	for _, m := range noteToColleague.FindAllStringIndex(text, -1) {
		if !chinese.IsQuoted(text, m[0]) {
			found = append(found, text[m[0]:m[1]])
		}
	}
	return found
}
