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
	scale   int  // of the glyph, in thousandths
	advance int
	class   class

	// Where the ink begins and ends, counted from the origin; 0 for Han characters, whose squares hold it.
	inkLeft, inkRight int
}

// lookUp returns the glyph of a character, nil if the character is not to be seen. What no font has is remembered in t.lacking.
func (t *typesetter) lookUp(face fonts.Face, r rune) *glyph {
	g, known := t.glyphs[face][r]
	if known {
		return g
	}
	g, ok := t.draw(face, r)
	if !ok {
		t.lack(r)
		return g
	}
	t.glyphs[face][r] = g
	return g
}

// draw returns the glyph of a character, nil if it is not to be seen. ok is false if no font has it.
func (t *typesetter) draw(face fonts.Face, r rune) (g *glyph, ok bool) {
	g = &glyph{shown: r, class: classOf(r), scale: 1000}
	if face == fonts.Kai && g.class != ideograph && g.class != combining {
		face = fonts.Song // whose marks stand where they belong, and whose digits are not as narrow
	}
	switch {
	case g.class == newline:
		return g, true
	case r == '\t':
		g.shown = ' '
	case invisible(r):
		return nil, true
	}
	if g.font, ok = t.fonts.Resolve(face, g.shown); !ok && g.class == space {
		g.shown = ' '
		g.font, ok = t.fonts.Resolve(face, g.shown)
	}
	if !ok {
		var drawn bool
		if g.font, drawn = t.fonts.Resolve(face, missing); !drawn {
			return nil, false
		}
		g.shown, g.class = missing, ideograph
	}
	if face == fonts.Kai && unicode.Is(unicode.Han, g.shown) {
		g.scale = t.likeBody(g.font)
	}
	g.advance = g.font.Advance(g.shown) * g.scale / 1000
	switch {
	case g.class == combining && g.advance > 0:
		g.class = narrow
	case g.advance == 0 && (g.class == narrow || g.class == ideograph):
		g.class = combining // whatever it is: cells without a width are no places to break at
	}
	if g.class.measured() || g.class == narrow || g.class == ideograph && !unicode.Is(unicode.Han, g.shown) {
		g.inkLeft, g.inkRight = ink(g.font, g.shown)
	}
	return g, ok
}

// likeBody is how much larger a font has to be drawn, in thousandths, for its characters to look as large as the body's: a 楷体 fills
// less of its squares.
func (t *typesetter) likeBody(f *fonts.Font) int {
	const (
		most   = 1060     // beyond which they would stand too high
		common = "国事公年府信" // characters that fill their squares
	)
	if scale, known := t.scales[f]; known {
		return scale
	}
	own, body := 0.0, 0.0
	for _, r := range common {
		if song, ok := t.fonts.Resolve(fonts.Song, r); ok {
			own += inkHeight(f, r)
			body += inkHeight(song, r)
		}
	}
	scale := 1000
	if own > 0 {
		scale = max(1000, min(most, int(1000*body/own)))
	}
	t.scales[f] = scale
	return scale
}

// inkHeight is how high a glyph's ink is, in thousandths of the type size.
func inkHeight(f *fonts.Font, r rune) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for s := range f.Segments(r) {
		if s.Op != fonts.Close {
			low, high = min(low, s.Y), max(high, s.Y)
		}
	}
	return max(0, high-low)
}

// digitWidth is the advance of a font's widest digit.
func (t *typesetter) digitWidth(f *fonts.Font) int {
	width, known := t.digits[f]
	if !known {
		for r := '0'; r <= '9'; r++ {
			width = max(width, f.Advance(r))
		}
		t.digits[f] = width
	}
	return width
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
	low, high, inked := 0.0, float64(f.Advance(r)), false
	for s := range f.Segments(r) {
		if !inked {
			low, high, inked = s.X, s.X, true
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
