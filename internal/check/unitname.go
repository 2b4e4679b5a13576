package check

import (
	"strings"
	"unicode/utf8"
)

// unitName is a unit's name taken apart, as far as texts need it to speak of the unit.
type unitName struct {
	core string // 清溪镇, 云屏区, 财政局: the name without what stands above it and without 人民政府, 办事处
	kind string // the core's last word: 镇, 街道, 区, 局; "" for a name of another make
}

// kinds are the words that unit names end in, by rank: 1 for a township's, 2 for a county's and so on, 0 for a department's.
var kinds = []struct {
	word string
	rank int
}{
	{"街道", 1}, {"镇", 1}, {"乡", 1}, {"县", 2}, {"区", 2}, {"旗", 2}, {"市", 2}, {"州", 3}, {"盟", 3}, {"省", 4},
	{"局", 0}, {"委", 0}, {"厅", 0},
}

func parseUnitName(name string) unitName {
	for _, tail := range []string{"人民政府办公室", "人民政府", "办事处", "政府"} {
		if cut, found := strings.CutSuffix(name, tail); found {
			name = cut
			break
		}
	}
	if cut, found := strings.CutSuffix(name, "委员会"); found {
		name = cut + "委"
	}
	for _, k := range kinds {
		stem, found := strings.CutSuffix(name, k.word)
		if !found {
			continue
		}
		return unitName{core: ownPart(stem) + k.word, kind: k.word}
	}
	return unitName{}
}

// ownPart drops the places above a unit from the front of its name: 青垣县清溪 is 清溪. 市中, of 市中区, stays whole.
func ownPart(stem string) string {
	i := strings.LastIndexAny(stem, "省州盟市县区旗")
	if i < 0 {
		return stem
	}
	_, size := utf8.DecodeRuneInString(stem[i:])
	if rest := stem[i+size:]; utf8.RuneCountInString(rest) >= 2 {
		return rest
	}
	return stem
}

// coreOf is the core of a unit's name, "" if it is of another make.
func coreOf(name string) string { return parseUnitName(strings.TrimSpace(name)).core }

func rankOf(kind string) int {
	for _, k := range kinds {
		if k.word == kind {
			return k.rank
		}
	}
	return 0
}

// endsIn says whether a text ends with a name of the unit: its own, or 我镇, 本镇, 全镇.
func (u unitName) endsIn(text string) bool {
	return u.kind != "" && endsWithAny(text, []string{u.core, "我" + u.kind, "本" + u.kind, "全" + u.kind})
}

// begins says whether a text starts with a name of the unit.
func (u unitName) begins(text string) bool {
	return u.kind != "" && startsWithAny(text, []string{u.core, "我" + u.kind, "本" + u.kind, "全" + u.kind})
}
