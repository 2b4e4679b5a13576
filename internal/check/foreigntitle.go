package check

import (
	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// ownActs finds what an office or a government makes rules with, before their title.
	ownActs = pattern.NewWords("制发 制定 印发 出台 起草 修订 发布 公布 解读")
	// ruledElsewhere finds rules that are called after a place.
	ruledElsewhere = pattern.New(`《(\p{Han}{2,5}?[县区旗市])[^《》]{2,40}(?:办法|细则|方案|规定|意见|规划)》`, "办法》", "细则》", "方案》", "规定》", "意见》", "规划》")
)

// titles finds rules of another county among what the unit made: 制发《宁沐县……实施办法》.
func (u *ownUnit) titles(text string) []foreignWords {
	if len(u.places) == 0 || !ownActs.In(text) {
		return nil
	}
	var found []foreignWords
	for _, m := range ruledElsewhere.FindAllStringSubmatchIndex(text, -1) {
		const near = 14 // characters from the verb
		name, kind := nameEnding(text, m[3])
		statement, _ := chinese.Around(text, m[0], chinese.StatementEnds)
		if name == text[m[2]:m[3]] && ownActs.In(lastRunes(text[:m[0]], near)) && !elsewhere.In(statement) && u.isOther(text, m[3], name, kind) {
			found = append(found, foreignWords{words: name, at: m[2]})
		}
	}
	return found
}
