package layout

import "unicode"

// class is what a character is to its neighbours and to the line.
type class uint8

const (
	ideograph   class = iota // Han characters, and all that stand on full width like them
	narrow                   // Latin letters, digits and their marks: set by the font's own widths, hardly ever spaced
	openingMark              // marks that open, their ink in the right half: never at a line's end
	closingMark              // marks that close, separate and end, their ink in the left half: never at a line's start
	latinQuote               // quotes in text without Han characters, and apostrophes
	interpunct               // · between the parts of a name
	dash                     // — and ―, which join to ——
	ellipsis                 // …, of which …… is made
	space
	fullSpace // U+3000
	newline   // a line break in the text
	combining // marks above and below the character before them
)

// measured tells whether the class is set by the glyphs' ink.
func (c class) measured() bool {
	switch c {
	case openingMark, closingMark, latinQuote, interpunct, dash, ellipsis, combining:
		return true
	}
	return false
}

// blank tells whether nothing is to be seen of the class, so that it takes no room at a line's end.
func (c class) blank() bool { return c == space || c == fullSpace || c == newline }

// firstWide is the first of the characters that stand on full width in all fonts.
const firstWide = 0x2E80

// classOf returns the class that a character has among Han characters.
func classOf(r rune) class {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return newline
	case '（', '〔', '《', '〈', '【', '「', '『', '〖', '［', '｛', '〘', '〚', '“', '‘':
		return openingMark
	case '）', '〕', '》', '〉', '】', '」', '』', '〗', '］', '｝', '〙', '〛', '”', '’',
		'、', '。', '，', '．', '；', '：', '？', '！':
		return closingMark
	case '·', '・', '‧':
		return interpunct
	case '—', '―':
		return dash
	case '…', '⋯':
		return ellipsis
	case '\u3000':
		return fullSpace
	case '\t':
		return space
	}
	switch {
	case r <= '~':
		if r == ' ' {
			return space
		}
		return narrow
	case r >= firstWide && r < 0xFB00:
		if unicode.In(r, unicode.Mn, unicode.Me) {
			return combining
		}
		return ideograph
	case unicode.Is(unicode.Zs, r):
		return space
	case unicode.In(r, unicode.Mn, unicode.Me):
		return combining
	case r == '±', r == '×', r == '÷':
		return ideograph
	case r <= 0xFF, r < 0x2000 && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic), r >= '‐' && r <= '–':
		return narrow
	}
	return ideograph
}
