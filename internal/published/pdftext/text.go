//go:build !js

package pdftext

import (
	"math"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"nianbao/internal/chinese"
	"nianbao/internal/published/placed"
)

// character is one of a page, in the page's own coordinates.
type character struct {
	text     rune
	origin   point
	box      [2]point // of its advance and its font's height; empty for turned text
	ink      [2]point
	size     float64 // before form is applied
	form     matrix  // how the text is turned and stretched
	inkKnown bool
}

// textOf reads the characters of a page.
func (f *file) textOf(page requests.Page) ([]character, error) {
	loaded, err := f.machine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return nil, err
	}
	text := loaded.TextPage
	defer f.machine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	count, err := f.machine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return nil, err
	}
	if count.Count > mostOfPage {
		return nil, Error{Fault: TooLarge}
	}
	var characters []character
	var high rune // the first half of a character beyond U+FFFF, which pdfium gives in two
	for i := range count.Count {
		r, err := f.machine.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
		if err != nil {
			return nil, err
		}
		c := character{text: rune(r.Unicode)}
		if utf16.IsSurrogate(c.text) {
			half := c.text
			if c.text = utf16.DecodeRune(high, half); c.text == utf8.RuneError {
				high = half
				continue
			}
		}
		high = 0
		switch {
		case c.text == 2: // pdfium's sign for a hyphen at the end of a line
			c.text = '-'
		case unicode.IsSpace(c.text) || c.text == 0x200b || c.text == 0xfeff: // blanks are told by the gaps
			continue
		case isUnknown(c.text):
			f.unknown++
			c.text = utf8.RuneError
		default:
			c.text = chinese.Unified(c.text) // fonts draw both alike, and programs that print name either
			f.characters++
		}
		if f.characters+f.unknown > mostCharacters {
			return nil, Error{Fault: TooLarge}
		}
		if f.place(&c, text, i) {
			characters = append(characters, c)
		}
	}
	return characters, nil
}

// isUnknown tells characters that are none of any text: what a font without a table of its characters gives.
func isUnknown(r rune) bool {
	return r < ' ' || r == utf8.RuneError || r > unicode.MaxRune || r >= 0x7f && r < 0xa0 || unicode.Is(unicode.Co, r)
}

// isWord tells letters and Han characters.
func isWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}

// place asks where a character stands; false if it stands nowhere.
func (f *file) place(c *character, text references.FPDF_TEXTPAGE, i int) bool {
	m := f.machine
	origin, err := m.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text, Index: i})
	if err != nil {
		return false
	}
	size, err := m.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: text, Index: i})
	if err != nil {
		return false
	}
	form, err := m.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: text, Index: i})
	if err != nil {
		return false
	}
	c.origin, c.size, c.form = point{origin.X, origin.Y}, size.FontSize, matrixOf(form.Matrix)
	if loose, err := m.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i}); err == nil {
		c.box = [2]point{{float64(loose.Rect.Left), float64(loose.Rect.Bottom)}, {float64(loose.Rect.Right), float64(loose.Rect.Top)}}
	}
	if c.box[1].x-c.box[0].x < 0.01 {
		ink, err := m.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: text, Index: i})
		if err != nil {
			return false
		}
		c.ink, c.inkKnown = [2]point{{ink.Left, ink.Bottom}, {ink.Right, ink.Top}}, true
	}
	return true
}

// right is the direction in which the text of c runs on the sheet.
func (c character) right(shown matrix) point { return shown.along(c.form.along(point{1, 0})) }

// directions counts the characters of a sheet by the direction in which they run, in quarters of a turn.
func directions(characters []character, shown matrix) (count [4]int) {
	for _, c := range characters {
		if q, ok := quarter(c.right(shown)); ok {
			count[q]++
		}
	}
	return count
}

// most is by how many quarters of a turn text is turned, most of it.
func most(count [4]int) int {
	turn := 0
	for q, n := range count {
		if n > count[turn]*2 { // only if that is beyond doubt
			turn = q
		}
	}
	return turn
}

// glyph is the character on the sheet; false for one that slants, as those of a watermark do, or has no size.
func (c character) glyph(shown matrix) (placed.Glyph, bool) {
	q, ok := quarter(c.right(shown))
	up := shown.along(c.form.along(point{0, 1}))
	size := c.size * math.Hypot(up.x, up.y)
	if !ok || !(size > 1 && size < 500) {
		return placed.Glyph{}, false
	}
	g := placed.Glyph{Text: string(c.text), Size: size}
	at := shown.at(c.origin)
	switch {
	case q != 0 && c.inkKnown: // a turned character in an upright sheet: the label of a column
		low, high := shown.box(c.ink[0], c.ink[1])
		x, y := (low.x+high.x)/2, (low.y+high.y)/2
		g.X0, g.X1, g.Y0, g.Y1 = x-size/2, x+size/2, y-size/2, y+size/2
		return g, true
	case c.inkKnown:
		low, high := shown.box(c.ink[0], c.ink[1])
		g.X0, g.X1 = min(at.x, low.x), max(high.x, at.x+size/4)
		if c.text >= 0x2e80 {
			g.X1 = max(g.X1, at.x+size)
		}
	default:
		low, high := shown.box(c.box[0], c.box[1])
		g.X0, g.X1 = low.x, high.x
	}
	g.Y0 = at.y - placed.Baseline*size
	g.Y1 = g.Y0 + size
	return g, true
}
