package layout

import (
	"math"
	"unicode"

	"nianbao/fonts"
)

// missing is drawn for what no font has.
const missing = '〓'

// glyph is how a character is drawn in one face. Lengths are thousandths of the type size.
type glyph struct {
	font    *fonts.Font
	shown   rune // the character, or what stands in for it
	advance int
	class   class

	// Where the ink begins and ends, counted from the origin; 0 for Han characters, whose squares hold it.
	inkLeft, inkRight int
}

type glyphKey struct {
	face      fonts.Face
	character rune
}

// lookUp returns the glyph of a character, nil if the character is not to be seen.
func (t *typesetter) lookUp(face fonts.Face, r rune) *glyph {
	key := glyphKey{face, r}
	g, known := t.glyphs[key]
	if !known {
		g = t.draw(face, r)
		t.glyphs[key] = g
	}
	return g
}

func (t *typesetter) draw(face fonts.Face, r rune) *glyph {
	g := &glyph{shown: r, class: classOf(r)}
	switch {
	case g.class == newline:
		return g
	case r == '\t':
		g.shown = ' '
	case invisible(r):
		return nil
	}
	var ok bool
	if g.font, ok = t.fonts.Resolve(face, g.shown); !ok && g.class == space {
		g.shown = ' '
		g.font, ok = t.fonts.Resolve(face, g.shown)
	}
	if !ok {
		t.lack(r)
		if g.font, ok = t.fonts.Resolve(face, missing); !ok {
			return nil
		}
		g.shown, g.class = missing, ideograph
	}
	g.advance = g.font.Advance(g.shown)
	switch {
	case g.class == combining && g.advance > 0:
		g.class = narrow
	case g.advance == 0 && (g.class == narrow || g.class == ideograph):
		g.class = combining // whatever it is: cells without a width are no places to break at
	}
	if g.class.measured() || g.class == narrow || g.class == ideograph && !unicode.Is(unicode.Han, g.shown) {
		g.inkLeft, g.inkRight = ink(g.font, g.shown)
	}
	return g
}

// lack remembers a character that no font has.
func (t *typesetter) lack(r rune) {
	if !t.lacks[r] {
		t.lacks[r] = true
		t.lacking = append(t.lacking, r)
	}
}

// invisible tells whether a character is a control or takes part in the text without being seen.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) &&
		!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// ink returns where a glyph's ink begins and ends, all of its advance if it has none.
func ink(f *fonts.Font, r rune) (left, right int) {
	low, high := 0.0, float64(f.Advance(r))
	for i, s := range f.Outline(r) {
		if i == 0 {
			low, high = s.X, s.X
		}
		switch s.Op {
		case fonts.Close:
			continue
		case fonts.QuadTo:
			low, high = min(low, s.CX), max(high, s.CX)
		}
		low, high = min(low, s.X), max(high, s.X)
	}
	return int(math.Floor(low)), int(math.Ceil(high))
}
