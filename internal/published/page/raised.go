package page

import "strings"

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// Raised is the number of a note, in brackets or not, in raised digits; ok is false for any other text.
func Raised(note string) (raised string, ok bool) {
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
