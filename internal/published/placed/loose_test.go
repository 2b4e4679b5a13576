package placed

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
)

// boxed is a sheet with boxes of one character each beside each other, 25 in a row, and rows of characters below.
func boxed(boxes, characters int, closed bool) Sheet {
	s := Sheet{Width: 2000, Height: 2000}
	for i := range boxes {
		x, y := float64(i%25)*40+10, float64(i/25)*40+10
		s.Rules = append(s.Rules, Rule{x, y, x + 20, y}, Rule{x, y, x, y + 20}, Rule{x + 20, y, x + 20, y + 20})
		if closed {
			s.Rules = append(s.Rules, Rule{x, y + 20, x + 20, y + 20})
		}
		s.Glyphs = append(s.Glyphs, Glyph{"框", x + 6, y + 6, x + 14, y + 14, 8})
	}
	for i := range characters {
		x, y := float64(i%200)*9, float64(i/200)*9+1010
		s.Glyphs = append(s.Glyphs, Glyph{"字", x, y, x + 8, y + 8, 8})
	}
	return s
}

// A character is looked at for the grids beside it, and not for all of the sheet.
func TestLooks(t *testing.T) {
	for _, c := range []struct {
		why               string
		boxes, characters int
	}{
		{"boxes above a text", 100, 3000},
		{"boxes above as much as a sheet may have", 400, 40_000},
	} {
		s := boxed(c.boxes, c.characters, true)
		rest := newLoose(s.Glyphs)
		for _, f := range framesOf(s.Rules) {
			g, ok := gridOf(f)
			assert.True(t, ok, c.why)
			g.fill(rest, 1)
			assert.Equal(t, "框", g.cells[0].text, c.why)
		}
		assert.Len(t, rest.rest(), c.characters, c.why)
		assert.Equal(t, 25*c.boxes, rest.looks, c.why) // for each box those of its row
	}
}

// Boxes that are open below are held against all that stands there, so that there is an end to it. Nothing is lost: what stands in boxes that are
// not looked at any more is text.
func TestMostLooks(t *testing.T) {
	for _, c := range []struct {
		why               string
		boxes, characters int
		all               bool // the boxes are read as such
	}{
		{"as many as a form may have, on a sheet that is full of text", 100, 3000, true},
		{"many boxes on a sheet with more text than any", 400, 40_000, false},
	} {
		sheets := []Sheet{boxed(c.boxes, c.characters, false)}
		columns := columnsOf(sheets)
		boxes := 0
		for _, one := range columns {
			boxes += len(one.grids)
		}
		assert.Equal(t, c.all, boxes == c.boxes, "%s: %d boxes", c.why, boxes)
		framed, written := 0, 0
		for _, b := range Read(sheets).Blocks {
			for _, r := range textOf(b) {
				switch r {
				case '框':
					framed++
				case '字':
					written++
				}
			}
		}
		assert.Equal(t, fmt.Sprint(c.boxes, c.characters), fmt.Sprint(framed, written), c.why)
	}
}

func textOf(b page.Block) string {
	text := b.Text
	if b.Table != nil {
		for _, c := range b.Table.Cells {
			text += c.Text
		}
	}
	return text
}
