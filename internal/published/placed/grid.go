package placed

import (
	"cmp"
	"slices"
)

// How large a grid on one sheet may be. One that is larger is a drawing.
const (
	mostRows    = 400
	mostColumns = 60
)

// grid is a table on one sheet.
type grid struct {
	xs, ys []float64 // the edges of its columns and rows
	cells  []cell    // row by row
	guess  bool      // there are no rules
}

// isBox tells a grid of one cell: text in a frame, or one row of a table that is cut off by the end of a sheet.
func (g grid) isBox() bool { return len(g.cells) == 1 }

// cell spans the rows r0 to r1 and the columns c0 to c1 of its grid, the last ones not counted in.
type cell struct {
	r0, c0, r1, c1 int
	lines          []line
	text           string
	sheet          int
	open           bool // it is in the last row of a sheet, and no rule closes it
}

func (c cell) rows() int    { return c.r1 - c.r0 }
func (c cell) columns() int { return c.c1 - c.c0 }

// mostBox is how high a box may be, in points, to be a row of a table. A higher one is a frame round anything.
const mostBox = 60

// gridOf makes a grid of a frame, without text; false if it is a frame round anything or a drawing.
func gridOf(f frame) (grid, bool) {
	g := grid{xs: edges(f.standing, f.lying), ys: edges(f.lying, f.standing)}
	rows, columns := len(g.ys)-1, len(g.xs)-1
	if rows < 1 || columns < 1 || rows > mostRows || columns > mostColumns {
		return grid{}, false
	}
	joined := newDisjointSets(rows * columns)
	for r := range rows {
		for c := range columns {
			if c+1 < columns && !runs(f.standing, g.xs[c+1], g.ys[r], g.ys[r+1]) {
				joined.unite(r*columns+c, r*columns+c+1)
			}
			if r+1 < rows && !runs(f.lying, g.ys[r+1], g.xs[c], g.xs[c+1]) {
				joined.unite(r*columns+c, (r+1)*columns+c)
			}
		}
	}
	g.cells = regions(rows, columns, joined.find)
	for i := range g.cells {
		c := &g.cells[i]
		c.open = c.r1 == rows && !runs(f.lying, g.ys[rows], g.xs[c.c0], g.xs[c.c1])
	}
	return g, !g.isBox() || g.ys[rows]-g.ys[0] <= mostBox
}

// regions are the cells that elements of a grid make which no rule parts, row by row. Those that are no rectangle are cut into rows.
func regions(rows, columns int, find func(int) int) []cell {
	at := make([]int, rows*columns) // by root: its cell, counted from 1
	count := make([]int, rows*columns)
	var cells []cell
	for r := range rows {
		for c := range columns {
			root := find(r*columns + c)
			count[root]++
			if at[root] == 0 {
				cells = append(cells, cell{r0: r, c0: c, r1: r + 1, c1: c + 1})
				at[root] = len(cells)
				continue
			}
			k := &cells[at[root]-1]
			k.c0, k.r1, k.c1 = min(k.c0, c), r+1, max(k.c1, c+1)
		}
	}
	var out []cell
	for r := range rows {
		for c := 0; c < columns; c++ {
			root := find(r*columns + c)
			k := cells[at[root]-1]
			if count[root] == k.rows()*k.columns() {
				if k.r0 == r && k.c0 == c {
					out = append(out, k)
				}
				continue
			}
			from := c
			for c+1 < columns && find(r*columns+c+1) == root {
				c++
			}
			out = append(out, cell{r0: r, c0: from, r1: r + 1, c1: c + 1})
		}
	}
	slices.SortFunc(out, func(a, b cell) int { return cmp.Or(cmp.Compare(a.r0, b.r0), cmp.Compare(a.c0, b.c0)) })
	return out
}

// between finds the row or column of a place; -1 for none.
func between(edges []float64, at float64) int {
	i, found := slices.BinarySearch(edges, at)
	if !found {
		i--
	}
	if i < 0 || i >= len(edges)-1 {
		return -1
	}
	return i
}

// fill takes the characters that stand in the grid into its cells.
func (g *grid) fill(from *loose, sheet int) {
	columns := len(g.xs) - 1
	cover := make([]int, (len(g.ys)-1)*columns)
	for i, c := range g.cells {
		for r := c.r0; r < c.r1; r++ {
			for k := c.c0; k < c.c1; k++ {
				cover[r*columns+k] = i
			}
		}
	}
	inside := make([][]Glyph, len(g.cells))
	for _, w := range g.words(from.take(g), cover) {
		inside[w.cell] = append(inside[w.cell], w.glyphs...)
	}
	if slices.ContainsFunc(g.cells, func(c cell) bool { return c.open }) {
		from.leave(g.overflow(from.rest(), inside))
	}
	for i := range g.cells {
		c := &g.cells[i]
		c.sheet = sheet
		if len(inside[i]) > 0 {
			c.lines = linesOf(inside[i])
			c.text = cellText(c.lines, g.xs[c.c1]-g.xs[c.c0])
		}
	}
	if g.isFrame() {
		for i, c := range g.cells {
			if g.isAcross(c) && len(c.lines) > 1 {
				g.cells[i].text = runningText(c.lines)
			}
		}
	}
	g.trim()
}

// isFrame says whether a grid is a frame round running text and tables: one of its cells is as wide as the grid, and higher than rows are.
func (g *grid) isFrame() bool {
	return slices.ContainsFunc(g.cells, func(c cell) bool { return g.isAcross(c) && len(c.lines) > 1 && g.ys[c.r1]-g.ys[c.r0] > mostBox })
}

// isAcross says whether a cell is all of its row.
func (g *grid) isAcross(c cell) bool { return len(g.xs) > 2 && c.c0 == 0 && c.c1 == len(g.xs)-1 }

// trim leaves out a blank row at the end that nothing closes, where a browser began a table and went to the next sheet, and the edges
// of columns that no cell has.
func (g *grid) trim() {
	last := len(g.ys) - 2
	if last > 0 && !slices.ContainsFunc(g.cells, func(c cell) bool { return c.r1 > last && (c.r0 < last || !c.open || c.text != "") }) {
		g.cells = slices.DeleteFunc(g.cells, func(c cell) bool { return c.r1 > last })
		g.ys = g.ys[:last+1]
	}
	var xs []float64
	number := make([]int, len(g.xs))
	for i, x := range g.xs {
		number[i] = len(xs)
		if slices.ContainsFunc(g.cells, func(c cell) bool { return c.c0 == i || c.c1 == i }) {
			xs = append(xs, x)
		}
	}
	for i := range g.cells {
		c := &g.cells[i]
		c.c0, c.c1 = number[c.c0], number[c.c1]
	}
	g.xs = xs
}

// overflow puts lines close below the grid into the cells that are open there, and gives back the other characters: browsers cut a
// label that reaches over several rows between its lines, and the table between its rows.
func (g *grid) overflow(glyphs []Glyph, inside [][]Glyph) (rest []Glyph) {
	bottom := g.ys[len(g.ys)-1]
	ends := make([]float64, len(g.cells)) // of the text of each open cell
	var open []int
	for i, c := range g.cells {
		if !c.open {
			continue
		}
		open, ends[i] = append(open, i), bottom
		for _, x := range inside[i] {
			ends[i] = max(ends[i], x.Y1)
		}
	}
	for _, x := range glyphs {
		if x.height() < bottom {
			rest = append(rest, x)
		}
	}
	below := slices.DeleteFunc(slices.Clone(glyphs), func(x Glyph) bool { return x.height() < bottom })
	if len(below) == 0 {
		return glyphs
	}
	for _, l := range linesOf(below) {
		parts := l.split()
		into := make([]int, len(parts))
		for k, p := range parts {
			into[k] = -1
			if at := slices.IndexFunc(open, func(i int) bool { return p.x0 > g.xs[g.cells[i].c0]-1 && p.x1 < g.xs[g.cells[i].c1]+1 }); at >= 0 {
				into[k] = open[at]
			}
		}
		if slices.ContainsFunc(into, func(i int) bool { return i < 0 || l.y0-ends[i] > l.size }) {
			rest = append(rest, l.glyphs...)
			continue
		}
		for k, p := range parts {
			inside[into[k]] = append(inside[into[k]], p.glyphs...)
			ends[into[k]] = p.y1
		}
	}
	return rest
}
