// Package placed reads what stands on sheets of paper, characters and ruling lines with their places, into a page: lines into
// paragraphs, lines between rules into tables, and tables that run over sheets into one. It knows no file format, and nothing of what
// a report says: only where things stand.
package placed

// Sheet is one sheet of paper, turned as one reads it. All measures are in points from its top left corner.
type Sheet struct {
	Width, Height float64
	Glyphs        []Glyph
	Rules         []Rule
}

// Glyph is a character, or a few that stand as one (a ligature), without blanks: those are told by the gaps. Its box is as wide as the
// character's advance and as high as its size, however much of that is ink.
type Glyph struct {
	Text           string
	X0, Y0, X1, Y1 float64
	Size           float64
}

// Rule is a line that is drawn, or a thin rectangle that is meant as one. Slanting ones are none.
type Rule struct{ X0, Y0, X1, Y1 float64 }

// Baseline is how far below its top a glyph's baseline lies, as a share of its size: what makes boxes of equal height of characters
// from fonts whose own measures differ.
const Baseline = 0.86

func (g Glyph) middle() float64 { return (g.X0 + g.X1) / 2 }
func (g Glyph) height() float64 { return (g.Y0 + g.Y1) / 2 }
