package reading

import (
	"strings"
	"unicode/utf8"
)

// where is the territory or organ that a number speaks of.
type where uint8

const (
	unnamed   where = iota
	whole           // all that the report covers
	elsewhere       // a part of it, or another organ's
)

// placeOf tells whose numbers a clause speaks of; named is unnamed if it does not say.
func (u *Unit) placeOf(span []*token) where {
	found, led := unnamed, false
	for _, k := range span {
		if k.kind != wordToken {
			continue
		}
		switch {
		case k.has(prepositionWord):
			led = led || found == unnamed
		case k.has(ownNameWord) || k.has(regionWord) && u.isTerritory(k.word.text):
			if found == elsewhere && !led {
				return elsewhere // 消防部门在我镇……
			}
			return whole
		case k.word.role&regionWord != 0:
			found = elsewhere
		case k.word.role&governmentWord != 0:
			if !u.town || !strings.Contains(k.word.text, u.territory) {
				found = elsewhere
			}
		case k.word.role&selfWord != 0:
			if u.government {
				found = elsewhere
			}
		case k.word.role&officeWord != 0:
			if !u.town && !u.office {
				found = elsewhere
			}
		case k.word.role&organWord != 0:
			found = elsewhere
		}
	}
	return found
}

// isTerritory says whether 全县 or 我镇 means the report's own territory.
func (u *Unit) isTerritory(text string) bool {
	return u.territory != "" && strings.HasSuffix(text, u.territory)
}

// organMarks are the endings by which organs outside the vocabulary are known, such as 县自然资源局.
var organMarks = []string{"局", "委员会", "厅", "执法", "公安", "法院", "检察院", "派出所", "大队", "中队", "公司", "学校", "医院", "部门", "中心"}

// namesOrgan says whether text outside the vocabulary names an organ. 布局 and 格局 are none.
func namesOrgan(text string) bool {
	for _, mark := range organMarks {
		if i := strings.Index(text, mark); i >= 0 {
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			if mark != "局" || !strings.ContainsRune("布格大全结邮", before) {
				return true
			}
		}
	}
	return false
}
