package placed

import (
	"math"
	"slices"
	"strings"
)

// word is what may not be parted, and the cell of its grid that it stands in.
type word struct {
	glyphs []Glyph
	cell   int
}

func (w word) x0() float64 { return w.glyphs[0].X0 }
func (w word) x1() float64 { return w.glyphs[len(w.glyphs)-1].X1 }

// isNumber tells a word of nothing but digits and the marks inside numbers.
func (w word) isNumber() bool {
	var text strings.Builder
	for _, x := range w.glyphs {
		text.WriteString(x.Text)
	}
	return isFigure(text.String())
}

// words are the words of the characters that stand in the grid, whose elements are covered by cells, row by row.
func (g *grid) words(glyphs []Glyph, cover []int) (words []word) {
	columns := len(g.xs) - 1
	put := func(glyphs []Glyph) (word, bool) {
		w := word{glyphs: glyphs}
		r, c := between(g.ys, (glyphs[0].Y0+glyphs[0].Y1)/2), between(g.xs, (w.x0()+w.x1())/2)
		if r < 0 || c < 0 {
			return w, false
		}
		w.cell = cover[r*columns+c]
		return w, true
	}
	var astride [][]word // for each number that reaches over rules where two of its digits meet: what they make of it, and the whole
	for _, l := range linesOf(glyphs) {
		for _, whole := range l.words(g.xs) {
			w, ok := put(whole)
			if !ok {
				continue
			}
			if parts := g.parts(w, put); len(parts) > 1 {
				astride = append(astride, append(parts, w))
			} else {
				words = append(words, w)
			}
		}
	}
	usual := g.stanceOf(words)
	for _, one := range astride {
		parts, whole := one[:len(one)-1], one[len(one)-1]
		if slices.ContainsFunc(parts, func(w word) bool { return !usual.isOf(g, w) }) {
			parts = []word{whole}
		}
		words = append(words, parts...)
	}
	return words
}

// parts are what the rules make of a number where they run between two of its digits.
func (g *grid) parts(whole word, put func([]Glyph) (word, bool)) (parts []word) {
	const near = 0.15 // how far from the place where digits meet a rule may run, as a share of their size
	if !whole.isNumber() {
		return nil
	}
	glyphs, from := whole.glyphs, 0
	for i := 1; i <= len(glyphs); i++ {
		if i < len(glyphs) {
			meet := (glyphs[i-1].X1 + glyphs[i].X0) / 2
			if !slices.ContainsFunc(g.xs, func(x float64) bool { return abs(x-meet) < near*glyphs[i].Size }) {
				continue
			}
		}
		w, ok := put(glyphs[from:i])
		if !ok {
			return nil
		}
		if last := len(parts) - 1; last >= 0 && parts[last].cell == w.cell { // no rule is drawn there
			w.glyphs = slices.Concat(parts[last].glyphs, w.glyphs)
			parts = parts[:last]
		}
		parts = append(parts, w)
		from = i
	}
	return parts
}

// stance is how the figures of a table stand in their cells: how far from the left side, the right one, or the middle.
type stance struct {
	side int // of offsets
	off  float64
}

// offsets are how far a word stands from the left side of its cell, from the right one, and from the middle.
func (g *grid) offsets(w word) [3]float64 {
	left, right := g.xs[g.cells[w.cell].c0], g.xs[g.cells[w.cell].c1]
	return [3]float64{w.x0() - left, right - w.x1(), (w.x0() + w.x1() - left - right) / 2}
}

// fewFigures is how many figures do not tell how they stand.
const fewFigures = 3

// stanceOf is how most figures among words stand: at the distance that differs least between them. side is -1 if there are too few.
func (g *grid) stanceOf(words []word) stance {
	var offsets [3][]float64
	for _, w := range words {
		if !w.isNumber() {
			continue
		}
		for side, off := range g.offsets(w) {
			offsets[side] = append(offsets[side], off)
		}
	}
	usual, least := stance{side: -1}, math.Inf(1)
	for side, list := range offsets {
		slices.Sort(list)
		n := len(list)
		if n <= fewFigures {
			continue
		}
		if spread := list[3*n/4] - list[n/4]; spread < least {
			usual, least = stance{side, list[n/2]}, spread
		}
	}
	return usual
}

// isOf tells whether a word stands in its cell like that. Where figures keep clear of the rules, a number over one is wider than its cell; where
// they do not, it is two numbers, each as far from its rules as others are.
func (s stance) isOf(g *grid, w word) bool {
	return s.side >= 0 && abs(g.offsets(w)[s.side]-s.off) < 0.2*w.glyphs[0].Size
}

// words cuts a line into what may not be parted: a number that reaches over the edge of its cell is one number. An edge that lies
// between two characters parts them.
func (l line) words(edges []float64) (words [][]Glyph) {
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i < len(l.glyphs) {
			a, b := l.glyphs[i-1], l.glyphs[i]
			gap := b.X0 - a.X1
			cut := between(edges, a.X1-gap/4) != between(edges, b.X0+gap/4) && gap > 0.5
			if !isWide(a.Text) && !isWide(b.Text) && gap <= wordGap*max(a.Size, b.Size) && !cut {
				continue
			}
		}
		words = append(words, l.glyphs[from:i])
		from = i
	}
	return words
}
