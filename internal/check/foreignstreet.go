package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// streets finds the address of another township of the unit's own county: 新川区和平里街道冶金路90号 for 工人村街道.
func (u *ownUnit) streets(text string) []foreignWords {
	county, known := u.county()
	if chinese.Rank(u.Kind) != 1 || !known || !strings.Contains(text, "号") {
		return nil
	}
	place := county.Core
	var found []foreignWords
	for at := range chinese.Indexes(text, place) {
		rest := chinese.Clip(text[at+len(place):], 24)
		for _, kind := range []string{"街道", "镇", "乡"} {
			name, behind, cut := strings.Cut(rest, kind)
			if !cut || name == "" || !chinese.IsHanOnly(name) || strings.HasPrefix(rest, strings.TrimSuffix(u.Core, u.Kind)) || !houseOf.MatchString(behind) {
				continue
			}
			statement, _ := chinese.Around(text, at, chinese.StatementEnds)
			if addresses.In(statement) && !othersAddress.In(statement) && !isVisited(text, at) {
				found = append(found, foreignWords{words: name + kind, at: at + len(place)})
			}
			break
		}
	}
	return found
}

// othersAddress are words of a statement on where somebody else is found.
var othersAddress = pattern.NewWords("政务服务 服务大厅 复议 法院 司法局 档案馆 图书馆 县政府 区政府 市政府 旗政府 监督举报 上级")
