package model

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// findingNumber is the 编号 of a finding, also as it stands on a screen, and the whole fingerprint that data have, of which it is the beginning.
var findingNumber = pattern.New(`^(?:编号)?[:：]?([0-9A-F]{6})(?:[0-9A-F]{6})?[:：]?$`)

// NumberIn is the 编号 that words are, however they were copied: with the word and a colon that stand beside it, with blanks, in small letters, in
// full-width characters. It is "" for other words.
func NumberIn(words string) string {
	words = strings.ToUpper(strings.Map(func(r rune) rune {
		switch {
		case chinese.IsSpace(r):
			return -1
		case r > '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, words))
	if m := findingNumber.FindStringSubmatch(words); m != nil {
		return m[1]
	}
	return ""
}

// answerInOne is a 编号 with its explanation behind it, in one cell.
var answerInOne = pattern.New(`^[ 　]*(?:编号)?[:：]?[ 　]*([0-9A-Fa-f０-９Ａ-Ｆａ-ｆ]{6})[ 　\t，,、；;：:。]+(.*\S)`)

// AnswerIn is what a clerk wrote where a 编号 is to stand, who wrote the explanation behind it: no number alone, and nothing in the place of the
// text. ok is false for a blank and for a number.
func AnswerIn(words string) (a Answer, ok bool) {
	words = strings.TrimSpace(words)
	if words == "" || NumberIn(words) != "" {
		return Answer{}, false
	}
	if m := answerInOne.FindStringSubmatch(words); m != nil {
		return Answer{Number: m[1], Text: m[2]}, true
	}
	return Answer{Text: words}, true // without a number, which is told
}

// NumberOf is the 编号 that words are, or the words themselves where they are none.
func NumberOf(words string) string {
	if number := NumberIn(words); number != "" {
		return number
	}
	return strings.ToUpper(strings.TrimSpace(words))
}

// Explains says whether the text of an answer says anything: a mark alone, or that there is nothing to say, does not.
func (a Answer) Explains() bool {
	switch said := strings.Map(func(r rune) rune {
		if chinese.IsHan(r) || 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, a.Text); said {
	case "", "无", "没有", "略", "暂无", "暂略":
		return false
	}
	return true
}
