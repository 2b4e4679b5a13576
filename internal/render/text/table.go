package text

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

const (
	tableColumns = 120 // how wide a table may get, unless its figures need more
	longestWord  = 64  // words and numbers up to this width are never broken
	widestFigure = 20  // text up to this width is not broken where a figure is due
	shortHead    = 6   // column heads up to this width are never broken: 自然人
	narrowestRow = 16  // what is left to row heads at least
)

// writeAligned draws the table with rules of ASCII characters, which are of the same width in every font that lines up at all.
func writeAligned(b *bytes.Buffer, t document.Table) {
	d := newDrawing(t)
	c := newCanvas(d.fewestLines())
	for i := range d.cells {
		c.frame(&d.cells[i])
	}
	lines := make([]placedLine, 0, len(d.cells))
	for i := range d.cells {
		for n, line := range d.lines(&d.cells[i], c.grid) {
			lines = append(lines, c.place(&d.cells[i], n, line))
		}
	}
	c.write(b, lines)
}

// drawing is a table that is to be drawn. How wide its texts are, and how they were last broken into lines, is kept beside them, since the
// widths of its columns are chosen among several.
type drawing struct {
	document.Table
	cells    []drawnCell
	breaking breaking
}

type drawnCell struct {
	*document.Cell
	text    string
	columns int       // of the text on one line
	longest int       // of what is never broken of it
	whole   [1]string // the text on one line
	limit   int       // the columns of the lines into which it was broken, -1 before it was
	broken  []string  // those lines
}

func newDrawing(t document.Table) *drawing {
	d := &drawing{Table: t, cells: make([]drawnCell, len(t.Cells))}
	for i := range d.cells {
		c := &d.cells[i]
		*c = drawnCell{Cell: &t.Cells[i], text: gridText(t.Cells[i]), limit: -1}
		c.whole[0] = strings.TrimSpace(c.text)
		for _, piece := range d.breaking.split(c.text, longestWord) {
			c.columns += piece.columns
			c.longest = max(c.longest, piece.columns)
		}
	}
	return d
}

// gridText is the text of a cell in a drawn table. Curled quotes take one place in some fonts and two in others, so heads have straight ones.
func gridText(c document.Cell) string {
	text := cellText(c)
	if c.Role != form.FigureSlot {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "“", `"`), "”", `"`)
	}
	return text
}

// lines are those of a cell in a grid.
func (d *drawing) lines(c *drawnCell, g *grid) []string {
	limit := g.xs[c.Col+c.ColSpan] - g.xs[c.Col] - 3
	if c.columns <= limit {
		return c.whole[:min(1, len(c.text))]
	}
	if c.limit != limit {
		c.limit, c.broken = limit, d.breaking.wrap(c.text, limit)
	}
	return c.broken
}

// grid is the places of the rules between the columns and rows of a table, and around it.
type grid struct{ xs, ys []int }

// ruled is the grid of the table with columns of some widths.
func (d *drawing) ruled(widths []int) *grid {
	g := &grid{xs: make([]int, 1, d.Cols+1), ys: make([]int, 1, d.Rows+1)}
	for _, w := range widths {
		g.xs = append(g.xs, g.xs[len(g.xs)-1]+w+3)
	}
	heights := slices.Repeat([]int{1}, d.Rows)
	for i := range d.cells {
		if c := &d.cells[i]; c.RowSpan == 1 {
			heights[c.Row] = max(heights[c.Row], len(d.lines(c, g)))
		}
	}
	for i := range d.cells { // the rules that a cell runs across give it a line each
		c := &d.cells[i]
		room := c.RowSpan - 1
		for _, h := range heights[c.Row : c.Row+c.RowSpan] {
			room += h
		}
		heights[c.Row+c.RowSpan-1] += max(0, len(d.lines(c, g))-room)
	}
	for _, h := range heights {
		g.ys = append(g.ys, g.ys[len(g.ys)-1]+h+1)
	}
	return g
}

// fewestLines is the grid with the fewest lines of those with which the table gets no wider than it may; if none fits, of the narrowest.
// Column heads are whole or stand in lines of four or of two characters.
func (d *drawing) fewestLines() (best *grid) {
	var narrowest []int
	for _, b := range []bounds{
		{columnHead: tableColumns, rowGroup: tableColumns, rowHead: narrowestRow},
		{columnHead: 8, rowGroup: 10, rowHead: narrowestRow},
		{columnHead: 4, rowGroup: 10, rowHead: narrowestRow},
	} {
		w := d.widths(b)
		spare := tableColumns - 1
		for _, columns := range w {
			spare -= columns + 3
		}
		if spare < 0 {
			narrowest = w
			continue
		}
		b.rowHead += spare
		if g := d.ruled(d.widths(b)); best == nil || g.ys[d.Rows] < best.ys[d.Rows] {
			best = g
		}
	}
	if best == nil {
		best = d.ruled(narrowest)
	}
	return best
}

// bounds are the widths beyond which heads are broken into lines: those of columns, of groups of rows, and of rows.
type bounds struct{ columnHead, rowGroup, rowHead int }

// widths are the widths of the grid's columns in half-width places, without the space and the rule on either side.
func (d *drawing) widths(b bounds) []int {
	w := make([]int, d.Cols)
	for i := range d.cells {
		if c := &d.cells[i]; c.ColSpan == 1 {
			w[c.Col] = max(w[c.Col], b.need(d.HeadCols, c))
		}
	}
	for i := range d.cells { // a cell too wide for the columns that it spans widens the last of them
		c := &d.cells[i]
		room := 3 * (c.ColSpan - 1)
		for _, columns := range w[c.Col : c.Col+c.ColSpan] {
			room += columns
		}
		w[c.Col+c.ColSpan-1] += max(0, b.need(d.HeadCols, c)-room)
	}
	return w
}

// need is the width that a cell asks for.
func (b bounds) need(headCols int, c *drawnCell) int {
	var bound int
	switch {
	case c.Role == form.FigureSlot:
		bound = widestFigure
	case c.ColSpan > 1: // a head takes the columns that it spans as they are
	case c.Role == form.ColumnHeadSlot:
		bound = max(b.columnHead, shortHead)
		if c.columns > shortHead {
			bound = b.columnHead
		}
	case c.Col == headCols-1:
		bound = b.rowHead
	default:
		bound = b.rowGroup
	}
	return max(min(c.columns, bound), c.longest)
}

// canvas is the rules of a table, over which the lines of its cells are written.
type canvas struct {
	*grid
	rules []byte // line by line, each with its end
	width int    // of such a line
}

// placedLine is a line of a cell, which takes some columns from a place among the rules on.
type placedLine struct {
	at, columns int
	text        string
}

func newCanvas(g *grid) *canvas {
	line := append(bytes.Repeat([]byte{' '}, g.xs[len(g.xs)-1]+1), '\n')
	return &canvas{grid: g, rules: bytes.Repeat(line, g.ys[len(g.ys)-1]+1), width: len(line)}
}

// frame draws the rules around a cell; corners stay, whichever cell they belong to.
func (c *canvas) frame(cell *drawnCell) {
	left, right := c.xs[cell.Col], c.xs[cell.Col+cell.ColSpan]
	top, bottom := c.ys[cell.Row]*c.width, c.ys[cell.Row+cell.RowSpan]*c.width
	rule := func(at int, mark byte) {
		if c.rules[at] != '+' {
			c.rules[at] = mark
		}
	}
	for x := left; x <= right; x++ {
		rule(top+x, '-')
		rule(bottom+x, '-')
	}
	for y := top; y <= bottom; y += c.width {
		rule(y+left, '|')
		rule(y+right, '|')
	}
	for _, y := range []int{top, bottom} {
		c.rules[y+left], c.rules[y+right] = '+', '+'
	}
}

// place sets a cell's text from its first line on. Figures and the heads right above them end at the right, so that a wide
// cell's figure stands under its head; groups stand in the middle.
func (c *canvas) place(cell *drawnCell, i int, line string) placedLine {
	left, right := c.xs[cell.Col]+2, c.xs[cell.Col+cell.ColSpan]-1
	p := placedLine{at: (c.ys[cell.Row]+1+i)*c.width + left, columns: columns(line), text: line}
	if cell.Role == form.FigureSlot || cell.Role == form.ColumnHeadSlot {
		spare := right - left - p.columns
		if cell.Group {
			spare /= 2
		}
		p.at += spare
	}
	return p
}

// write writes the rules and, in their places, the lines.
func (c *canvas) write(b *bytes.Buffer, lines []placedLine) {
	slices.SortFunc(lines, func(a, b placedLine) int { return cmp.Compare(a.at, b.at) })
	at := 0
	for _, l := range lines {
		b.Write(c.rules[at:l.at])
		b.WriteString(l.text)
		at = l.at + l.columns
	}
	b.Write(c.rules[at:])
}
