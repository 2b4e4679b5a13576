package placed

import (
	"cmp"
	"slices"
)

// mostLooks is how often characters may be looked at to find the grids that they stand in, over all sheets: several times for each that a file
// may have. What has more grids where so much stands is a drawing.
const mostLooks = 2_000_000

// loose are the characters of a sheet that stand in no grid so far, found by their heights: a sheet may have hundreds of grids, and tens of
// thousands of characters.
type loose struct {
	glyphs []Glyph
	order  []int // their numbers, from top to bottom
	taken  []bool
	looks  int
}

func newLoose(glyphs []Glyph) *loose {
	return &loose{glyphs: glyphs, order: ordered(glyphs, Glyph.height), taken: make([]bool, len(glyphs))}
}

// ordered are the numbers of characters in the order of a measure.
func ordered(glyphs []Glyph, by func(Glyph) float64) []int {
	order := make([]int, len(glyphs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(by(glyphs[a]), by(glyphs[b])) })
	return order
}

// take gives the characters that stand in a grid, in the order in which they were drawn.
func (l *loose) take(g *grid) (within []Glyph) {
	at := func(y float64) int {
		i, _ := slices.BinarySearchFunc(l.order, y, func(i int, y float64) int { return cmp.Compare(l.glyphs[i].height(), y) })
		return i
	}
	var numbers []int
	high := l.order[at(g.ys[0]):at(g.ys[len(g.ys)-1])]
	l.looks += len(high)
	for _, i := range high {
		if !l.taken[i] && between(g.xs, l.glyphs[i].middle()) >= 0 && between(g.ys, l.glyphs[i].height()) >= 0 {
			l.taken[i] = true
			numbers = append(numbers, i)
		}
	}
	slices.Sort(numbers)
	for _, i := range numbers {
		within = append(within, l.glyphs[i])
	}
	return within
}

// rest gives the others, in their order.
func (l *loose) rest() (rest []Glyph) {
	for i, x := range l.glyphs {
		if !l.taken[i] {
			rest = append(rest, x)
		}
	}
	return rest
}

// leave leaves only some of the others.
func (l *loose) leave(rest []Glyph) {
	looks := l.looks + len(l.glyphs)
	*l = *newLoose(rest)
	l.looks = looks
}
