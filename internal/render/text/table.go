package text

import (
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
func writeAligned(b *strings.Builder, t document.Table) {
	c := newCanvas(t)
	for _, cell := range t.Cells {
		c.frame(cell)
	}
	for _, cell := range t.Cells {
		c.print(cell)
	}
	for _, line := range c.places {
		b.WriteString(strings.Join(line, "") + "\n")
	}
}

// canvas is a table as it is drawn: one string for each half-width place, "" behind a character that takes two.
type canvas struct {
	places [][]string
	xs, ys []int // the places of the rules between the columns and rows of the grid, and around it
}

func newCanvas(t document.Table) *canvas {
	c := ruled(t, widths(t))
	for range c.ys[t.Rows] + 1 {
		c.places = append(c.places, slices.Repeat([]string{" "}, c.xs[t.Cols]+1))
	}
	return c
}

// ruled is a table with columns of some widths before anything of it is drawn.
func ruled(t document.Table, widths []int) *canvas {
	c := &canvas{xs: []int{0}, ys: []int{0}}
	for _, w := range widths {
		c.xs = append(c.xs, c.xs[len(c.xs)-1]+w+3)
	}
	heights := slices.Repeat([]int{1}, t.Rows)
	for _, cell := range t.Cells {
		if cell.RowSpan == 1 {
			heights[cell.Row] = max(heights[cell.Row], len(c.lines(cell)))
		}
	}
	for _, cell := range t.Cells { // the rules that a cell runs across give it a line each
		room := cell.RowSpan - 1
		for _, h := range heights[cell.Row : cell.Row+cell.RowSpan] {
			room += h
		}
		heights[cell.Row+cell.RowSpan-1] += max(0, len(c.lines(cell))-room)
	}
	for _, h := range heights {
		c.ys = append(c.ys, c.ys[len(c.ys)-1]+h+1)
	}
	return c
}

func (c *canvas) lines(cell document.Cell) []string {
	return wrap(gridText(cell), c.xs[cell.Col+cell.ColSpan]-c.xs[cell.Col]-3)
}

// gridText is the text of a cell in a drawn table. Curled quotes take one place in some fonts and two in others, so heads have straight ones.
func gridText(c document.Cell) string {
	text := cellText(c)
	if c.Role != form.FigureSlot {
		text = straight.Replace(text)
	}
	return text
}

var straight = strings.NewReplacer("“", `"`, "”", `"`)

// frame draws the rules around a cell; corners stay, whichever cell they belong to.
func (c *canvas) frame(cell document.Cell) {
	left, right := c.xs[cell.Col], c.xs[cell.Col+cell.ColSpan]
	top, bottom := c.ys[cell.Row], c.ys[cell.Row+cell.RowSpan]
	rule := func(y, x int, mark string) {
		if c.places[y][x] != "+" {
			c.places[y][x] = mark
		}
	}
	for x := left; x <= right; x++ {
		rule(top, x, "-")
		rule(bottom, x, "-")
	}
	for y := top; y <= bottom; y++ {
		rule(y, left, "|")
		rule(y, right, "|")
	}
	for _, y := range []int{top, bottom} {
		c.places[y][left], c.places[y][right] = "+", "+"
	}
}

// print sets a cell's text from its first line on. Figures and the heads right above them end at the right, so that a wide
// cell's figure stands under its head; groups stand in the middle.
func (c *canvas) print(cell document.Cell) {
	left, right := c.xs[cell.Col]+2, c.xs[cell.Col+cell.ColSpan]-1
	for i, line := range c.lines(cell) {
		x := left
		if cell.Role == form.FigureSlot || cell.Role == form.ColumnHeadSlot {
			spare := right - left - columns(line)
			if cell.Group {
				spare /= 2
			}
			x += spare
		}
		places := c.places[c.ys[cell.Row]+1+i]
		start, at := 0, x-1 // of the character, with what is combined with it, that is put next, and where
		put := func(end int) {
			if start < end {
				places[at] += line[start:end]
			}
			start = end
		}
		for i, r := range line {
			n := runeColumns(r)
			if n == 0 {
				continue
			}
			put(i)
			places[x], at = "", x
			if n == 2 {
				places[x+1] = ""
			}
			x += n
		}
		put(len(line))
	}
}

// widths are the widths of the grid's columns in half-width places, without the space and the rule on either side: of those with which
// the table gets no wider than it may, the ones with the fewest lines. Column heads are whole or stand in lines of four or of two characters.
func widths(t document.Table) (best []int) {
	fewest := 0
	for _, b := range []bounds{
		{columnHead: tableColumns, rowGroup: tableColumns, rowHead: narrowestRow},
		{columnHead: 8, rowGroup: 10, rowHead: narrowestRow},
		{columnHead: 4, rowGroup: 10, rowHead: narrowestRow},
	} {
		w := b.widths(t)
		spare := tableColumns - 1
		for _, columns := range w {
			spare -= columns + 3
		}
		if spare < 0 {
			if fewest == 0 {
				best = w // of none that fits the narrowest
			}
			continue
		}
		b.rowHead += spare
		w = b.widths(t)
		if lines := ruled(t, w).ys[t.Rows]; fewest == 0 || lines < fewest {
			best, fewest = w, lines
		}
	}
	return best
}

// bounds are the widths beyond which heads are broken into lines: those of columns, of groups of rows, and of rows.
type bounds struct{ columnHead, rowGroup, rowHead int }

func (b bounds) widths(t document.Table) []int {
	w := make([]int, t.Cols)
	for _, c := range t.Cells {
		if c.ColSpan == 1 {
			w[c.Col] = max(w[c.Col], b.need(t, c))
		}
	}
	for _, c := range t.Cells { // a cell too wide for the columns that it spans widens the last of them
		room := 3 * (c.ColSpan - 1)
		for _, columns := range w[c.Col : c.Col+c.ColSpan] {
			room += columns
		}
		w[c.Col+c.ColSpan-1] += max(0, b.need(t, c)-room)
	}
	return w
}

// need is the width that a cell asks for.
func (b bounds) need(t document.Table, c document.Cell) int {
	var bound int
	switch {
	case c.Role == form.FigureSlot:
		bound = widestFigure
	case c.ColSpan > 1: // a head takes the columns that it spans as they are
	case c.Role == form.ColumnHeadSlot:
		bound = max(b.columnHead, shortHead)
		if columns(gridText(c)) > shortHead {
			bound = b.columnHead
		}
	case c.Col == t.HeadCols-1:
		bound = b.rowHead
	default:
		bound = b.rowGroup
	}
	text := gridText(c)
	widest := min(columns(text), bound)
	for _, word := range split(text, longestWord) {
		widest = max(widest, columns(word))
	}
	return widest
}
