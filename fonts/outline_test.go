package fonts

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// path writes an outline as a line of text.
func path(segments []Segment) string {
	var text strings.Builder
	for _, s := range segments {
		switch s.Op {
		case MoveTo:
			fmt.Fprintf(&text, "M%g,%g ", s.X, s.Y)
		case LineTo:
			fmt.Fprintf(&text, "L%g,%g ", s.X, s.Y)
		case QuadTo:
			fmt.Fprintf(&text, "Q%g,%g,%g,%g ", s.CX, s.CY, s.X, s.Y)
		case Close:
			text.WriteString("Z ")
		}
	}
	return strings.TrimSpace(text.String())
}

func TestOutline(t *testing.T) {
	on := func(x, y float64) point { return point{x: x, y: y, on: true} }
	off := func(x, y float64) point { return point{x: x, y: y} }
	const (
		bytes  = componentOffsets
		twoInt = componentOffsets | componentWords
	)
	base := simple(triangle(0, 0)) // glyph 1
	tests := []struct {
		why   string
		glyph []byte // glyph 2
		want  string
	}{
		{"straight lines", simple(triangle(10, -20)), "M10,-20 L110,-20 L10,80 Z"},
		{"two contours", simple(triangle(0, 0), triangle(300, 0)), "M0,0 L100,0 L0,100 Z M300,0 L400,0 L300,100 Z"},
		{"a curve", simple([]point{on(0, 0), off(50, 100), on(100, 0)}), "M0,0 Q50,100,100,0 Z"},
		{"a curve that ends at the beginning", simple([]point{on(0, 0), on(100, 0), off(50, 100)}), "M0,0 L100,0 Q50,100,0,0 Z"},
		{"a contour that begins off the curve", simple([]point{off(50, 100), on(100, 0), on(0, 0)}), "M0,0 Q50,100,100,0 Z"},
		{"a contour all off the curve", simple([]point{off(0, 0), off(100, 0), off(100, 100), off(0, 100)}), "M0,50 Q0,0,50,0 Q100,0,100,50 Q100,100,50,100 Q0,100,0,50 Z"},
		{"one point", simple([]point{on(5, 5)}), "M5,5 Z"},
		{"moved by bytes", composed(words(bytes, 1, 0xFF02)), "M-1,2 L99,2 L-1,102 Z"},
		{"moved by words", composed(words(twoInt, 1, 300, -300)), "M300,-300 L400,-300 L300,-200 Z"},
		{"two components", composed(words(twoInt, 1, 0, 0), words(twoInt, 1, 500, 0)), "M0,0 L100,0 L0,100 Z M500,0 L600,0 L500,100 Z"},
		{"scaled", composed(words(twoInt|componentScale, 1, 10, 0, 0x2000)), "M10,0 L60,0 L10,50 Z"},
		{"scaled both ways", composed(words(twoInt|componentTwoScales, 1, 0, 0, 0x2000, -0x4000)), "M0,0 L50,0 L0,-100 Z"},
		{"turned left", composed(words(twoInt|componentMatrix, 1, 0, 0, 0, 0x4000, -0x4000, 0)), "M0,0 L0,100 L-100,0 Z"},
		{"scaled, the offset too", composed(words(twoInt|componentScale|componentScaleOffset, 1, 10, 20, 0x2000)), "M5,10 L55,10 L5,60 Z"},
		{"point laid on point", composed(words(twoInt, 1, 0, 0), words(componentWords, 1, 1, 2)), "M0,0 L100,0 L0,100 Z M100,-100 L200,-100 L100,0 Z"},
		{"point on point, numbers in bytes", composed(words(bytes, 1, 0), words(0, 1, 0x0102)), "M0,0 L100,0 L0,100 Z M100,-100 L200,-100 L100,0 Z"},
		{"a point that is not there", composed(words(bytes, 1, 0), words(0, 1, 0x0902)), ""},
		{"of itself without end", composed(words(bytes, 2, 0)), ""},
		{"of a glyph beyond the font", composed(words(bytes, 9, 0)), ""},
		{"more to come, but nothing comes", composed(words(bytes|componentMore, 1, 0)), ""},
		{"instructions beyond the end", composed(words(bytes|componentInstructed, 1, 0, 0x7FFF)), ""},
		{"points beyond the end", simple(triangle(0, 0))[:20], ""},
		{"ends of contours that go back", append(words(2, 0, 0, 9, 9, 2, 1, 0), make([]byte, 40)...), ""},
		{"a header cut off", words(1, 0), ""},
		{"no contour at all", words(0, 0, 0, 0, 0, 0), ""},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			font := drawn{glyphs: [][]byte{base, test.glyph}, chars: []rune("ab")}.parse(t)
			assert.Equal(t, test.want, path(font.Outline('b')))
		})
	}
}

func TestOutlineOfBombs(t *testing.T) {
	double := func(gid int) []byte {
		return composed(words(componentOffsets, gid, 0), words(componentOffsets, gid, 0))
	}
	d := drawn{glyphs: [][]byte{simple(triangle(0, 0))}, chars: []rune("abcdefghijkl")}
	for gid := 1; gid < 12; gid++ {
		d.glyphs = append(d.glyphs, double(gid))
	}
	font := d.parse(t)
	assert.Len(t, font.Outline('g'), 64*4, "six times doubled")
	assert.Empty(t, font.Outline('l'), "nested deeper than any honest font")

	// 65,535 points in a few hundred bytes, a thousand times.
	many := words(1, 0, 0, 0, 0, 0xFFFE, 0)
	for range 0xFFFF / 255 {
		many = append(many, pointOnCurve|pointSameX|pointSameY|pointRepeat, 254)
	}
	var parts [][]byte
	for range 1000 {
		parts = append(parts, words(componentOffsets, 1, 0))
	}
	font = drawn{glyphs: [][]byte{many, composed(parts...)}, chars: []rune("ab")}.parse(t)
	assert.NotEmpty(t, font.Outline('a'))
	assert.Empty(t, font.Outline('b'))
}

func TestOutlineOfOwnFonts(t *testing.T) {
	set := ownFonts(t)
	for face := range Faces {
		font, _ := set.Resolve(face, '草')
		xMin, yMin, xMax, yMax := font.BBox()
		contours := 0
		for _, s := range font.Outline('草') {
			switch s.Op {
			case Close:
				contours++
			case QuadTo, LineTo, MoveTo:
				assert.GreaterOrEqual(t, s.X, float64(xMin))
				assert.LessOrEqual(t, s.X, float64(xMax))
				assert.GreaterOrEqual(t, s.Y, float64(yMin))
				assert.LessOrEqual(t, s.Y, float64(yMax))
			}
		}
		assert.Greater(t, contours, 2, face)
	}
	song, _ := set.Resolve(Song, 'A')
	assert.Empty(t, song.Outline(' '))
	assert.Empty(t, song.Outline('😀'))
}
