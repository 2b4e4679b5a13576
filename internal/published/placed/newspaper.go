package placed

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// alley is the empty band between two columns of running text on a sheet, as far as it reaches down: between the lines from and to, the
// last one not counted in.
type alley struct {
	x0, x1   float64
	from, to int
}

// The sides of columns of running text; see half.
const (
	textLeft  = 3
	textRight = 4
)

// Columns of running text.
const (
	alleyGap = 0.7 // between them, at least, as a share of the size
	longLine = 8   // characters of a line that tells of one
	fewest   = 4   // such lines on each side
)

// newspaper cuts columns where running text stands in two columns, so that the left one is read before the right one. Tables and lines
// that run over both stay whole, and part what is above them from what is below.
func newspaper(columns []column) (out []column) {
	var known *alley // of the sheet before
	for _, c := range columns {
		lines := c.running()
		a, found := findAlley(lines, c.grids)
		switch {
		case found:
			known = &a
		case known != nil:
			a, found = known.goesOn(lines, c.grids)
		}
		if !found || c.side != 0 {
			out = append(out, c)
			continue
		}
		out = append(out, c.cut(a, lines)...)
	}
	return out
}

// cut gives what is above an alley, what is left and right of it, and what is below.
func (c column) cut(a alley, lines []line) (out []column) {
	top, bottom := lines[a.from].y0, lines[a.to-1].y0
	parts := [4]column{}
	for i := range parts {
		parts[i] = column{sheet: c.sheet, height: c.height, lying: c.lying}
	}
	parts[1].side, parts[2].side = textLeft, textRight
	for _, l := range c.lines {
		switch {
		case l.furniture && l.y0 < c.height/2 || l.y0 < top:
			parts[0].lines = append(parts[0].lines, l)
		case l.furniture || l.y0 > bottom:
			parts[3].lines = append(parts[3].lines, l)
		default:
			for i, p := range l.sides(a) {
				if len(p) > 0 {
					parts[1+i].lines = append(parts[1+i].lines, lineOf(p))
				}
			}
		}
	}
	for _, g := range c.grids {
		i := 1
		switch {
		case g.ys[0] < top:
			i = 0
		case g.ys[0] > bottom:
			i = 3
		case g.xs[0] > a.x0:
			i = 2
		}
		parts[i].grids = append(parts[i].grids, g)
	}
	return slices.DeleteFunc(parts[:], func(c column) bool { return len(c.lines)+len(c.grids) == 0 })
}

// sides are the characters of a line left and right of an alley.
func (l line) sides(a alley) (sides [2][]Glyph) {
	for _, g := range l.glyphs {
		i := 0
		if g.X0 >= a.x1 {
			i = 1
		}
		sides[i] = append(sides[i], g)
	}
	return sides
}

// blocked tells whether a line runs over the band. The right half of a mark that hangs out is blank.
func (a alley) blocked(l line) bool {
	return slices.ContainsFunc(l.glyphs, func(g Glyph) bool {
		end := g.X1
		if isWide(g.Text) && strings.ContainsRune(closing, firstRune(g.Text)) {
			end = g.middle()
		}
		return end > a.x0 && g.X0 < a.x1
	})
}

// parted tells whether a table that runs over the band stands between two heights.
func (a alley) parted(grids []grid, y0, y1 float64) bool {
	return slices.ContainsFunc(grids, func(g grid) bool {
		return g.ys[0] > y0 && g.ys[0] < y1 && g.xs[0] < a.x0 && g.xs[len(g.xs)-1] > a.x1
	})
}

// findAlley finds the longest alley of a sheet. It ends in front of the band's place in a line where several lines begin again.
func findAlley(lines []line, grids []grid) (best alley, found bool) {
	for _, x := range restarts(lines) {
		size := sizeOf(lines)
		band := alley{x0: x - alleyGap*size, x1: x - 0.05*size}
		for from := 0; from < len(lines); {
			a := band.run(lines, grids, from)
			if a.to-a.from > best.to-best.from && a.isText(lines) {
				best, found = a.trimmed(lines, grids), true
			}
			from = max(a.to, from+1)
		}
	}
	return best, found
}

// mostRestarts is how many places are tried, those with most lines first.
const mostRestarts = 3

// restarts are where several lines begin, or begin again behind a gap, that do not stand at the left.
func restarts(lines []line) []float64 {
	var starts []float64
	left := math.Inf(1)
	for _, l := range lines {
		left = min(left, l.x0)
		for i, g := range l.glyphs {
			if i == 0 || g.X0-l.glyphs[i-1].X1 > alleyGap*l.size {
				starts = append(starts, g.X0)
			}
		}
	}
	slices.Sort(starts)
	type place struct {
		x     float64
		lines int
	}
	var places []place
	for from := 0; from < len(starts); {
		to := from + 1
		for to < len(starts) && starts[to]-starts[from] < 1.5 {
			to++
		}
		if to-from >= fewest && starts[from] > left+longLine*10 {
			places = append(places, place{starts[from], to - from})
		}
		from = to
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(b.lines, a.lines) })
	var out []float64
	for _, p := range places[:min(len(places), mostRestarts)] {
		out = append(out, p.x)
	}
	return out
}

// run is how far an alley goes from a line on, where nothing stands in it: no line, no table, nothing larger than the text.
func (a alley) run(lines []line, grids []grid, from int) alley {
	a.from, a.to = from, from
	for a.to < len(lines) {
		l := lines[a.to]
		if a.blocked(l) || l.size > 1.3*lines[from].size || a.to > from && a.parted(grids, lines[a.to-1].y0, l.y0) {
			break
		}
		a.to++
	}
	return a
}

// isText tells whether running text stands on both sides: several long lines each that fill their column.
func (a alley) isText(lines []line) bool {
	for side := range 2 {
		widest := 0.0
		var long []line
		for _, l := range lines[a.from:a.to] {
			if p := l.sides(a)[side]; len(p) >= longLine {
				part := lineOf(p)
				long = append(long, part)
				widest = max(widest, part.x1-part.x0)
			}
		}
		long = slices.DeleteFunc(long, func(l line) bool { return l.x1-l.x0 < 0.85*widest || len(l.split()) > 1 })
		if len(long) < fewest {
			return false
		}
	}
	return true
}

// trimmed leaves out lines at the end that only stand at the left, if a line or table over both columns follows: they belong to that.
// If none does, the left column is longer than the right one.
func (a alley) trimmed(lines []line, grids []grid) alley {
	bottom := lines[a.to-1].y0
	if a.to == len(lines) && !a.parted(grids, bottom, math.Inf(1)) {
		return a
	}
	for a.to > a.from+1 && len(lines[a.to-1].sides(a)[1]) == 0 {
		a.to--
	}
	return a
}

// goesOn finds, on a sheet after one with an alley, lines that fill the left column, with little or nothing in the right one.
func (a alley) goesOn(lines []line, grids []grid) (alley, bool) {
	best, found := alley{}, false
	for from := 0; from < len(lines); {
		r := a.run(lines, grids, from)
		filled := 0
		for _, l := range lines[r.from:r.to] {
			if l.x1 < a.x1+l.size && a.x0-l.x1 < 1.5*l.size {
				filled++
			}
		}
		if filled >= 2 && r.to-r.from > best.to-best.from {
			best, found = r, true
		}
		from = max(r.to, from+1)
	}
	return best, found
}
