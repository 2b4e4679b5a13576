package chinese

import (
	"strings"
	"unicode"
)

// UnitKey is equal for two names of units that are written the same: without what is not seen, with look-alike and traditional characters as
// what is meant, brackets of one width and letters of one case.
func UnitKey(name string) string {
	name = strings.Map(func(r rune) rune {
		switch letter, ok := Simplified(r); {
		case ok:
			return letter
		case r == '(':
			return '（'
		case r == ')':
			return '）'
		}
		return unicode.ToLower(r)
	}, Fold(name).Text)
	return Unspaced(name)
}

// IsSameUnit says whether two names are of one unit, the one perhaps shorter: 清溪镇 for 青垣县清溪镇人民政府. 城关镇 of one county is
// another than that of the next, and 大石桥镇 another than 石桥镇.
func IsSameUnit(a, b string) bool {
	a, b = UnitKey(a), UnitKey(b)
	if a == b {
		return a != ""
	}
	core := CoreOf(a)
	a, b = withoutSeat(a), withoutSeat(b)
	return core != "" && core == CoreOf(b) && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// IsUnitInShort says whether of two names one is the other without the word for a government. Its office is another unit, which reports on
// its own: 青垣县人民政府办公室.
func IsUnitInShort(a, b string) bool {
	return withoutSeat(UnitKey(a)) == withoutSeat(UnitKey(b))
}

// withoutSeat is a unit's name without the word for its government.
func withoutSeat(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "办事处")
}
