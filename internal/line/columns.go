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
	if r < unicode.MaxASCII && r >= ' ' {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}
