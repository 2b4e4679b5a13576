package check

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// cityParts are districts whose names end like words that are none.
var cityParts = pattern.NewWords("东城区 西城区 南城区 北城区 上城区 下城区 新城区 南山区 江北新区")

// placeKinds are the words in which names of places end.
var placeKinds = pattern.NewWords("街道 镇 乡 县 区 旗 市")

// nameEnding is the name of a place that ends at a byte, and its kind; "" if none does.
func nameEnding(text string, end int) (name, kind string) {
	for _, kind := range placeKinds.List() {
		if !strings.HasSuffix(text[:end], kind) {
			continue
		}
		stem := stemEnding(text, end-len(kind))
		generic := strings.HasPrefix(text[end:], "级") || unitWords.words("不是地名").Ends(text[:end]) && !cityParts.Has(stem+kind)
		if utf8.RuneCountInString(stem) < 2 || generic || unitWords.words("泛称").Begins(stem) {
			return "", ""
		}
		return stem + kind, kind
	}
	return "", ""
}

// stemEnding is what may be the stem of a place's name that ends at a byte, of three characters at most.
func stemEnding(text string, at int) string {
	start := at
	for range 3 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !chinese.IsHan(r) || chinese.IsOneOf(r, "我本全各该两乡县区市旗省州每某有") || unitWords.words("名称之前").Ends(text[:start]) {
			break
		}
		start -= size
	}
	return text[start:at]
}

// isVisited is true of a clause that tells of others' work: a visit, an article taken over.
func isVisited(text string, at int) bool {
	clause, _ := chinese.Around(text, at, chinese.ClauseEnds)
	return unitWords.words("往来").In(clause) || chinese.IsQuoted(text, at)
}

// misspeltKind finds a township's own name of which the last character is another that sounds or looks like it: 清溪真 for 清溪镇.
func (u *ownUnit) misspeltKind(text string) []foreignWords {
	stem, due := strings.TrimSuffix(u.Core, u.Kind), chinese.FirstRune(u.Kind)
	if chinese.Rank(u.Kind) != 1 || utf8.RuneCountInString(stem) < 2 {
		return nil
	}
	var found []foreignWords
	for at := range chinese.Indexes(text, stem) {
		last := chinese.FirstRune(text[at+len(stem):])
		words := stem + string(last) + strings.TrimPrefix(u.Kind, string(due))
		goesOn := phrases().isWord(last, chinese.FirstRune(text[min(len(text), at+len(words)):])) // 清溪正在推进
		if last != due && !goesOn && phrases().alike(last, due) && strings.HasPrefix(text[at:], words) && acting().Begins(text[at+len(words):]) && !chinese.IsQuoted(text, at) {
			found = append(found, foreignWords{words: words, at: at, due: u.Core})
		}
	}
	return found
}

// acting are words that follow the name of a township as its own.
var acting = sync.OnceValue(func() *pattern.Words {
	return pattern.ListOf(slices.Concat(unitWords.list("做事"), strings.Fields("人民政府 政府 政务 党委 党政 公开 办事处 全年 年内 2")))
})

// shortened finds a township's own name with one of its characters lost: 望镇 for 望禾镇.
func (u *ownUnit) shortened(text string) []foreignWords {
	stem := strings.TrimSuffix(u.Core, u.Kind)
	if chinese.Rank(u.Kind) != 1 || utf8.RuneCountInString(stem) < 2 {
		return nil
	}
	goesOn := slices.Concat(unitWords.list("做事"), strings.Fields("人民政府 政府 政务 党 公开 办事处"))
	var found []foreignWords
	for i, r := range stem {
		name := stem[:i] + stem[i+utf8.RuneLen(r):] + u.Kind
		if slices.Contains(unitWords.list("不是地名"), name) {
			continue
		}
		for at := range chinese.Indexes(text, name) {
			last, _ := utf8.DecodeLastRuneInString(text[:at])
			opens := !chinese.IsHan(last) || unitWords.words("名称之前").Ends(text[:at])
			if opens && !strings.HasSuffix(text[:at+len(name)], u.Core) && !chinese.IsQuoted(text, at) && chinese.StartsWithAny(text[at+len(name):], goesOn) {
				found = append(found, foreignWords{words: name, at: at, lost: true})
			}
		}
	}
	return found
}
