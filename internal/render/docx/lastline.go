package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/render/paper"
)

// bodySpacing is what is added between the body's characters (styles.xml), in twips: 28 of them fill a line.
const bodySpacing = -5

// spacingOf is what to add between the characters of a paragraph, in twips, so that its last line is no single character, as far as
// can be known: word processors break lines themselves, and have other fonts. What changes the look least comes first.
func spacingOf(text string) int {
	for _, spacing := range []int{bodySpacing, 0, -10, 5, -15, 10} {
		if !endsAlone(text, spacing) {
			return spacing
		}
	}
	return bodySpacing
}

// breaking is how a word processor sets text, in em.
type breaking struct {
	narrow float64 // how wide letters and digits are
	beside float64 // what stands between them and Chinese characters
	hang   float64 // how far a mark may hang out behind a line
}

// breakings are the ways of Word and of LibreOffice, which leaves a blank beside numbers whatever it is told, with fonts that have narrow
// digits and wide ones.
var breakings = []breaking{{0.5, 0, 1}, {0.55, 0, 1}, {0.47, 0.25, 0}, {0.5, 0.25, 0}, {0.55, 0.25, 0}}

// endsAlone says whether the paragraph's last line may hold a single character.
func endsAlone(text string, spacing int) bool {
	pieces := unbroken(text)
	for _, b := range breakings {
		if b.lastLine(pieces, points(spacing)) == 1 {
			return true
		}
	}
	return false
}

// lastLine is how many characters, marks aside, stand on the last line of a paragraph that has several; 0 of one that has one.
func (b breaking) lastLine(pieces []string, spacing float64) int {
	line, count := paper.Indent, 0
	lines := 1
	var before rune
	for _, piece := range pieces {
		first, _ := utf8.DecodeRuneInString(piece)
		if line > 0 && isLatin(before) != isLatin(first) && (chinese.IsHan(before) || chinese.IsHan(first)) {
			line += b.beside * paper.BodySize
		}
		before, _ = utf8.DecodeLastRuneInString(piece)
		width, letters := 0.0, 0
		for _, r := range piece {
			width += emsOf(string(r), 1, b.narrow)*paper.BodySize + spacing
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				letters++
			}
		}
		hangs := 0.0
		if last, _ := utf8.DecodeLastRuneInString(piece); chinese.IsOneOf(last, "，。、") {
			hangs = b.hang * paper.BodySize
		}
		if line+width-hangs-spacing > paper.AreaWidth {
			line, count = 0, 0
			lines++
		}
		line, count = line+width, count+letters
	}
	if lines == 1 {
		return 0
	}
	return count
}

func isLatin(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// unbroken cuts a text into pieces between which a line may end: a Chinese character with its marks, a word, a number.
func unbroken(text string) (pieces []string) {
	const closing, opening = "，。、；：！？”’）》〉】〕…—%％", "“‘（《〈【〔"
	var before rune
	start := 0
	for i, r := range text {
		word := r < 0x80 && r != ' '
		glued := before != 0 && (strings.ContainsRune(closing, r) || strings.ContainsRune(opening, before) || word && before < 0x80 && before != ' ')
		if !glued && i > start {
			pieces, start = append(pieces, text[start:i]), i
		}
		before = r
	}
	if start < len(text) {
		pieces = append(pieces, text[start:])
	}
	return pieces
}
