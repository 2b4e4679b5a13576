package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var (
	// partyBodies lead a unit, and are named with it.
	partyBodies = pattern.NewWords("党组 党委 党工委 党总支 领导班子")
	// tending is what a unit's leaders do about publishing.
	tending = pattern.NewWords("把 将 高度重视 重视 坚持 始终 始终坚持 切实 认真 多次 定期 专题 召开 听取 研究 每 全年 先后 带头 牢固 严格 成立 印发 年初 压实 加强")
	// dealings are words of a statement on what another unit has to do with ours.
	dealings = pattern.NewWords("联合 会同 共同 指导 通报 督查 督导 督促 检查 抽查 巡察 巡查 调研 考核组 来我 到我 对我 与我 向我 原 转发 转载 批准 批复 请示 报请 上报 派驻 托管 代管 归口")
)

// partyGroups finds the party group of another office, or the working committee of another subdistrict, where who sees to publishing is
// told: 县统计局党组把信息公开列入重点 in the report of the 县审计局.
func (u *ownUnit) partyGroups(text string) []foreignWords {
	if !strings.Contains(text, "党") && !strings.Contains(text, "班子") {
		return nil
	}
	var found []foreignWords
	for _, body := range partyBodies.List() {
		for at := range chinese.Indexes(text, body) {
			clause, start := chinese.Around(text, at, chinese.ClauseEnds)
			statement, _ := chinese.Around(text, at, chinese.StatementEnds)
			name := clause[:at-start]
			_, name, _ = chinese.ReadMarker(name)
			if m := chinese.YearsIn(name); len(m) > 0 && m[0].Start == 0 {
				name = strings.TrimPrefix(name[m[0].End:], "度")
			}
			tends := tending.Begins(strings.TrimLeft(clause[at-start+len(body):], "、会")) && chinese.ContainsAny(statement, []string{"公开", "公示"})
			if tends && !dealings.In(statement) && !chinese.IsQuoted(text, at) && !isVisited(text, at) && u.isOtherLed(name) {
				found = append(found, foreignWords{words: name + body, at: at - len(name)})
			}
		}
	}
	return found
}

// isOtherLed says whether a name is that of another unit of the same kind, which is not above ours.
func (u *ownUnit) isOtherLed(name string) bool {
	const longest = 24 // characters
	if n := utf8.RuneCountInString(name); n < 3 || n > longest || strings.ContainsFunc(name, func(r rune) bool {
		return !chinese.IsHan(r) || chinese.IsOneOf(r, "我本各该与由向对将把在让请")
	}) {
		return false
	}
	other := chinese.ParseUnitName(name)
	superior := chinese.StartsWithAny(name, []string{"省", "国家", "自治区"}) || u.tier < form.City && chinese.StartsWithAny(name, []string{"市", "州"})
	if places := chinese.PlacesIn(name); len(places) > 0 && u.tier < form.City && places[len(places)-1].Kind == "市" && !u.isOfCity() {
		superior = true // 青岚市统计局 in the report of a county's bureau
	}
	switch {
	case superior, other.Kind == "", chinese.Rank(other.Kind) != chinese.Rank(u.Kind):
		return false
	case chinese.Rank(u.Kind) == 0:
		return u.isOtherOffice(name)
	}
	return chinese.Rank(u.Kind) == 1 && !u.IsCalled(other.Core)
}

// isOfCity says whether the unit is a city's: the last of the places in its name is one.
func (u *ownUnit) isOfCity() bool {
	return len(u.places) > 0 && slices.Contains([]string{"市", "州"}, u.places[len(u.places)-1].Kind)
}
