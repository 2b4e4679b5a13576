package chinese

import "strings"

// HalfWidth turns full-width digits, signs and marks of numbers into their half-width forms.
func HalfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９', r == '．', r == '，', r == '＋', r == '－', r == '／':
			return r - '！' + '!'
		case r == '−':
			return '-'
		case r == '\u3000', r == '\u00a0', r == '\u202f':
			return ' '
		}
		return r
	}, s)
}

// IsIndent tells the white space that typists indent with, the ideographic and the no-break space among it.
func IsIndent(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0' || r == '\ufeff' || r >= '\u2000' && r <= '\u200b' || r == '\u202f'
}

// IsLineBreak tells the characters that part paragraphs.
func IsLineBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f'
}

// IsSpace tells white space, line ends too.
func IsSpace(r rune) bool { return IsIndent(r) || r == '\n' || r == '\r' }
