package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// sites finds the websites and accounts of another unit: 石桥镇政务公众号, 北原县水务网站.
func (u *ownUnit) sites(text string) []foreignWords {
	var found []foreignWords
	for _, site := range unitWords.list("网站") {
		for at := range chinese.Indexes(text, site) {
			end := at - lengthOfEnd(text[max(0, chinese.RuneStart(text, at-60)):at], unitWords.list("网站名称里的词"))
			if name, place := u.otherBefore(text, end); name != "" && !isVisited(text, at) {
				found = append(found, foreignWords{words: text[place : at+len(site)], at: place})
			}
		}
	}
	return found
}

// lengthOfEnd is how many bytes at the end of a text are words of a list one behind another, as they may stand between a unit's name and the
// last word of its website's.
func lengthOfEnd(text string, words []string) int {
	longest := 0
	for _, word := range words {
		if before, found := strings.CutSuffix(text, word); found {
			longest = max(longest, len(word)+lengthOfEnd(before, words))
		}
	}
	return longest
}

// otherBefore is another place's name that ends at a byte, or a few characters before it (北原县农业农村局), and where it starts.
func (u *ownUnit) otherBefore(text string, end int) (name string, start int) {
	for range 8 {
		if name, kind := nameEnding(text, end); kind != "" {
			if u.isOther(text, end, name, kind) {
				return name, end - len(name)
			}
			return "", 0
		}
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if !chinese.IsHan(r) || chinese.IsOneOf(r, "的和与在由") {
			break
		}
		end -= size
	}
	return "", 0
}

// boards finds the parts of a website that belong to another unit. A county's website has none for the county.
func (u *ownUnit) boards(text string) []foreignWords {
	var found []foreignWords
	for _, board := range unitWords.list("板块") {
		for at := range chinese.Indexes(text, board) {
			name, kind := nameEnding(text, at)
			place := at - len(name)
			site := strings.TrimSuffix(text[:place], "“") // 网站“南苑区频道”
			if kind == "" || !chinese.EndsWithAny(site, []string{"网站", "平台", "门户", "网"}) || isVisited(text, len(site)) {
				continue
			}
			clause, start := chinese.Around(text, at, chinese.ClauseEnds)
			sameLevel := chinese.ContainsAny(clause[:place-start], []string{kind + "政府", kind + "人民政府"}) && chinese.Rank(kind) > 1
			switch {
			case u.isOther(text, at, name, kind):
				found = append(found, foreignWords{words: name + board, at: place})
			case sameLevel && chinese.Rank(u.Kind) == 1:
				found = append(found, foreignWords{words: name + board, at: place, unsure: true})
			}
		}
	}
	return found
}
