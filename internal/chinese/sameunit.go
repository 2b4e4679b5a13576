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

// IsOfTown says whether a unit is an office of a township or a subdistrict, by their names: 清溪镇便民服务中心 of 青垣县清溪镇人民政府. Those of
// counties and above are units that stand for themselves.
func IsOfTown(office, town string) bool {
	office, town = UnitKey(office), withoutSeat(UnitKey(town))
	in, own := PlacesIn(office), PlacesIn(town)
	if len(in) == 0 || len(own) == 0 || IsSameUnit(office, town) {
		return false
	}
	last := own[len(own)-1]
	if Rank(last.Kind) != 1 || !strings.HasSuffix(town, last.Core) {
		return false
	}
	for i := 1; i <= min(len(in), len(own)); i++ { // one of the names may not tell the county
		if in[len(in)-i].Core != own[len(own)-i].Core {
			return false
		}
	}
	return true
}

// MaySignFor says whether a unit signs what another one issues: it is that unit, written in full or in short, or an office of it, as 青垣县人民政府办公室
// signs for its county and 清溪镇党政办公室 for its town. The bureaus of a county are units of their own.
func MaySignFor(signer, unit string) bool {
	signer, unit = withoutBracket(inFull(signer)), withoutBracket(inFull(unit))
	if IsSameUnit(signer, unit) || IsOfTown(signer, unit) {
		return true
	}
	by, own := ParseUnitName(signer), ParseUnitName(unit)
	behind, begins := strings.CutPrefix(signer, strings.TrimSuffix(withoutSeat(unit), "管理委员会"))
	switch {
	case begins && Rank(own.Kind) > 1:
		behind = strings.TrimPrefix(behind, "人民政府")
		return strings.HasPrefix(behind, "办公") || strings.Contains(behind, "公开") && strings.HasSuffix(behind, "办公室") // 政务公开领导小组办公室
	case begins:
		return true
	case by.Core == by.Kind && by.Kind != "": // 县人民政府, 财政局 is none of these
		return strings.HasSuffix(unit, signer)
	case strings.HasSuffix(unit, "办公室"):
		return strings.Contains(signer, "办") && Abbreviates(signer, unit)
	case Rank(own.Kind) > 0:
		return false
	}
	return by.Kind == own.Kind && (Abbreviates(signer, unit) || Abbreviates(unit, signer)) // 县市监局 of 青垣县市场监督管理局
}

// withoutBracket is a name without what stands in brackets at its end: a second name, 盖章.
func withoutBracket(name string) string {
	if at := strings.LastIndex(name, "（"); at > 0 && strings.HasSuffix(name, "）") {
		return name[:at]
	}
	return name
}

// inFull is the key of a unit's name with its government in full: 清溪镇政府 is 清溪镇人民政府.
func inFull(name string) string {
	return strings.NewReplacer("人民政府", "人民政府", "政府", "人民政府", "管委会", "管理委员会").Replace(UnitKey(name))
}
