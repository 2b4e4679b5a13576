package line

import (
	"unicode"

	"golang.org/x/text/width"
)

// Columns is the number of half-width places that a line takes in a monospaced Chinese font. Characters of ambiguous
// width (“”—…①·) take two there, and so they do here, although Western terminals give them one.
func Columns(s string) int {
	n := 0
	for _, r := range s {
		n += RuneColumns(r)
	}
	return n
}

// RuneColumns is Columns of one character; none for one that is put upon the one before it or is not seen.
func RuneColumns(r rune) int {
	switch {
	case r < unicode.MaxASCII && r >= ' ':
		return 1
	case isHan(r):
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}

// isHan tells Han characters and their marks by the blocks that nearly all are of, so that Unicode's tables are asked for few.
func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3000 && r <= 0x3029 || r >= 0xFF01 && r <= 0xFF60
}
