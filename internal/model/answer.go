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
