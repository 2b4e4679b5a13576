package page

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// Raised is the number of a note, in brackets or not, in raised digits, where it stands raised right behind a text that ends in a digit, so that it
// is no digit more of that number; ok is false for anything else.
func Raised(note, behind string) (raised string, ok bool) {
	last, _ := utf8.DecodeLastRuneInString(behind)
	if _, digit := chinese.Digit(last); !digit && !strings.ContainsRune(raisedDigits, last) {
		return "", false
	}
	var b strings.Builder
	for _, r := range strings.Trim(strings.TrimSpace(note), "[]()（）［］〔〕") {
		if r < '0' || r > '9' {
			return "", false
		}
		b.WriteRune([]rune(raisedDigits)[r-'0'])
	}
	return b.String(), b.Len() > 0
}

// CutRaised takes the raised number of a note from the end of a text.
func CutRaised(text string) (bare, raised string) {
	bare = strings.TrimRight(text, raisedDigits)
	return bare, text[len(bare):]
}
