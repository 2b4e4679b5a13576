package chinese

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/pattern"
)

// UnitName is a unit's name taken apart, as far as texts need it to speak of the unit.
type UnitName struct {
	Core string // 清溪镇, 云屏区, 财政局: the name without what stands above it and without 人民政府, 办事处
	Kind string // the core's last word: 镇, 街道, 区, 局; "" for a name of another make
}

// kinds are the words that unit names end in, by rank: 1 for a township's, 2 for a county's and so on, 0 for a department's.
var kinds = []struct {
	word string
	rank int
}{
	{"街道", 1}, {"苏木", 1}, {"镇", 1}, {"乡", 1}, {"县", 2}, {"区", 2}, {"旗", 2}, {"市", 2}, {"州", 3}, {"盟", 3}, {"省", 4},
	{"局", 0}, {"委", 0}, {"厅", 0},
}

var (
	governments   = pattern.NewWords("人民政府办公室 人民政府")
	lesserOffices = pattern.NewWords("办事处 政府")
)

// CutGovernment is a unit's name without the words for a government at its end.
func CutGovernment(name string) (place string, found bool) { return governments.CutSuffix(name) }

func ParseUnitName(name string) UnitName {
	name, isGovernment := CutGovernment(name)
	if !isGovernment {
		name, _ = lesserOffices.CutSuffix(name)
	}
	if cut, found := strings.CutSuffix(name, "委员会"); found {
		name = cut + "委"
	}
	for _, k := range kinds {
		stem, found := strings.CutSuffix(name, k.word)
		if !found {
			continue
		}
		if _, own, dispatched := strings.Cut(stem, "人民政府"); dispatched {
			stem = own // 南苑区人民政府槐荫街道办事处
		}
		return UnitName{Core: OwnPart(stem) + k.word, Kind: k.word}
	}
	return UnitName{}
}

// OwnPart drops the places above a unit from the front of its name: 青垣县清溪 is 清溪. 市中, of 市中区, stays whole.
func OwnPart(stem string) string {
	for end := len(stem); ; {
		i := strings.LastIndexAny(stem[:end], "省州盟市县区旗")
		if i < 0 {
			return stem
		}
		kind, size := utf8.DecodeRuneInString(stem[i:])
		before, rest := stem[:i], stem[i+size:]
		if kind == '市' && (strings.HasSuffix(before, "城") || StartsWithAny(rest, []string{"场", "政", "容"})) {
			end = i // 城市管理局, 市场监督管理局
			continue
		}
		if utf8.RuneCountInString(rest) >= 2 {
			return rest
		}
		return stem
	}
}

// CoreOf is the core of a unit's name, "" if it is of another make.
func CoreOf(name string) string { return ParseUnitName(strings.TrimSpace(name)).Core }

var (
	lowPlace = pattern.New(`^\p{Han}{2,14}(?:街道|镇|乡|苏木)$`, "街道", "镇", "乡", "苏木")
	noPlace  = pattern.New(`^(?:城乡|村镇|城镇|小城镇|景德镇)$`)
)

// OfficeOf is who governs a place that alone names no unit: 清溪镇人民政府 of 清溪镇. Governments from the county up are known by their place
// alone (合水县), those below are not. ok is false for what is no such place.
func OfficeOf(place string) (office string, ok bool) {
	switch {
	case !lowPlace.MatchString(place) || noPlace.MatchString(place):
		return "", false
	case strings.HasSuffix(place, "街道"):
		return place + "办事处", true
	}
	return place + "人民政府", true
}

func Rank(kind string) int {
	for _, k := range kinds {
		if k.word == kind {
			return k.rank
		}
	}
	return 0
}

// names are those by which the unit's texts call it: its own, and 我镇, 本镇, 全镇.
func (u UnitName) names() []string {
	if u.Kind == "" {
		return nil
	}
	return append([]string{u.Core}, u.CalledByKind()...)
}

// CalledByKind are the names by which any unit of its kind calls itself.
func (u UnitName) CalledByKind() []string {
	return []string{"我" + u.Kind, "本" + u.Kind, "全" + u.Kind}
}

// EndsIn says whether a text ends with a name of the unit.
func (u UnitName) EndsIn(text string) bool { return EndsWithAny(text, u.names()) }

// Begins says whether a text starts with a name of the unit.
func (u UnitName) Begins(text string) bool { return StartsWithAny(text, u.names()) }

// Cut is a text without a name of the unit at its start.
func (u UnitName) Cut(text string) (rest string, found bool) {
	for _, name := range u.names() {
		if rest, found = strings.CutPrefix(text, name); found {
			return rest, true
		}
	}
	return text, false
}

// KindAt is the kind of unit named at a place of the text, "" if none is.
func KindAt(text string, at int) string {
	for _, k := range kinds {
		if strings.HasPrefix(text[at:], k.word) {
			return k.word
		}
	}
	return ""
}

// IsCalled says whether a name is the unit's own, be it longer or shorter.
func (u UnitName) IsCalled(name string) bool {
	return strings.Contains(name, u.Core) || strings.Contains(u.Core, name)
}

// PlacesIn lists the places that a unit's name names, from the widest: 青岚市, 南苑区 and 柳镇街道 in
// 青岚市南苑区人民政府柳镇街道办事处.
func PlacesIn(name string) []UnitName {
	var list []UnitName
	start := 0
	for i := range name {
		if i < start {
			continue
		}
		if strings.HasPrefix(name[i:], "人民政府") {
			start = i + len("人民政府")
			continue
		}
		kind := KindAt(name, i)
		if kind == "" || Rank(kind) == 0 || utf8.RuneCountInString(name[start:i]) < 2 || kind == "乡" && strings.HasSuffix(name[:i], "城") { // 住房城乡建设局
			continue
		}
		list = append(list, UnitName{Core: name[start:i] + kind, Kind: kind})
		start = i + len(kind)
	}
	return list
}

// Abbreviates says whether a name is made of some of another's characters in their order: 卫健局 of 卫生健康局.
func Abbreviates(short, long string) bool {
	for _, r := range long {
		if first, size := utf8.DecodeRuneInString(short); size > 0 && first == r {
			short = short[size:]
		}
	}
	return short == ""
}
