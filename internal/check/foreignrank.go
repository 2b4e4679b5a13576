package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// headsOfTownships are the heads that only one kind of township has, or none.
var headsOfTownships = []struct{ head, kind string }{{"镇长", "镇"}, {"乡长", "乡"}, {"局长办公会", "局"}, {"局长任", "局"}, {"局长担任", "局"}}

// otherHeads finds the head of a government of another kind where a township tells of its own: 镇长任组长 in a 乡.
func (u *ownUnit) otherHeads(text string) []foreignWords {
	if chinese.Rank(u.Kind) != 1 || !strings.Contains(text, "长") {
		return nil
	}
	var found []foreignWords
	for _, other := range headsOfTownships {
		if other.kind == u.Kind {
			continue
		}
		for at := range chinese.Indexes(text, other.head) {
			if isBare(text[:at]) && !chinese.IsQuoted(text, at) && !isVisited(text, at) {
				found = append(found, foreignWords{words: other.head, at: at})
			}
		}
	}
	return found
}

// isBare says whether words behind a text stand without a name before them: 由镇长, 。镇长.
func isBare(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return !chinese.IsHan(last) || last != '等' && (unitWords.words("名称之前").Ends(before) || chinese.EndsWithAny(before, []string{"是", "为", "以", "设", "任"}))
}

// countyHas are what a county, a district and a banner have each under its own name.
var countyHas = pattern.NewWords("政府常务会议 政府网站 政府门户 政府办公室 政府信息公开 政府公报 政府统一 人民政府网站 人民政府门户 人民政府办公室 委、 委办公室 融媒体中心 政务服务中心 档案馆 图书馆 公共图书馆")

// county is the county, district, banner or city that the unit's name says to be right above it.
func (u *ownUnit) county() (county chinese.UnitName, known bool) {
	for _, p := range slices.Backward(u.places) {
		if chinese.Rank(p.Kind) == 2 {
			return p, true
		}
	}
	return chinese.UnitName{}, false
}

// otherCounties finds what the county above has, named as though it were of another kind: 县政府网站 where the county is a banner.
func (u *ownUnit) otherCounties(text string) []foreignWords {
	county, known := u.county()
	above, rank := county.Kind, chinese.Rank(u.Kind)
	if !known || rank > 2 || above == "市" && rank != 1 || !countyHas.In(text) {
		return nil
	}
	var found []foreignWords
	for _, kind := range []string{"县", "区", "旗"} {
		if kind == above || above == "市" && kind != "县" {
			continue // districts of a city may lie between
		}
		for at := range chinese.Indexes(text, kind) {
			end := at + len(kind)
			if has := countyHas.First(chinese.Clip(text[end:], 9)); has != "" && strings.HasPrefix(text[end:], has) && isBare(text[:at]) && !chinese.IsQuoted(text, at) && !isVisited(text, at) {
				found = append(found, foreignWords{words: kind + has, at: at, due: above + has})
			}
		}
	}
	return found
}
