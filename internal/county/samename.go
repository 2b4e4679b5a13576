package county

import (
	"strings"

	"nianbao/internal/chinese"
)

// SameName is equal for two names that are compared as one: without what is not seen, with look-alike and traditional characters as what
// is meant, and brackets of one width.
func SameName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch letter, ok := chinese.Simplified(r); {
		case ok:
			return letter
		case r == '(':
			return '（'
		case r == ')':
			return '）'
		}
		return r
	}, chinese.Fold(name).Text)
	return chinese.Unspaced(name)
}

// IsSameUnit says whether two names are of one unit, the one perhaps shorter: 清溪镇 for 青垣县清溪镇人民政府. 城关镇 of one county is
// another than that of the next, and 大石桥镇 another than 石桥镇.
func IsSameUnit(a, b string) bool {
	if a == "" || a == b {
		return a != ""
	}
	a, b = brackets.Replace(a), brackets.Replace(b)
	if a == b {
		return true
	}
	core := chinese.CoreOf(a)
	a, b = withoutSeat(a), withoutSeat(b)
	return core != "" && core == chinese.CoreOf(b) && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// brackets makes those of names of one width: 县教育局（体育局）.
var brackets = strings.NewReplacer("(", "（", ")", "）")

// withoutSeat is a unit's name without the word for its government.
func withoutSeat(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "办事处")
}

// isShort says whether of two names one is the other without the word for a government. Its office is another unit, which reports on its own:
// 青垣县人民政府办公室.
func isShort(a, b string) bool {
	return withoutSeat(SameName(a)) == withoutSeat(SameName(b))
}
