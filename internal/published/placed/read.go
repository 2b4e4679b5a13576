package placed

import (
	"cmp"
	"slices"
	"strconv"

	"nianbao/internal/published/page"
)

// column is what is read from top to bottom before anything else: a sheet, or half of one that has two pages side by side.
type column struct {
	sheet  int // counted from 1
	side   int // of it, see half
	height float64
	lines  []line // not in grids
	grids  []grid
}

// Read reads sheets into a page: all paragraphs, in order, and those tables whose columns are beyond doubt.
func Read(sheets []Sheet) *page.Page {
	columns := columnsOf(sheets)
	f := newFlow(columns)
	for i, c := range columns {
		f.column(i, c)
	}
	f.endParagraph()
	f.endTable()
	return &page.Page{Blocks: f.blocks, Pieced: true}
}

func place(sheet int) string { return "第" + strconv.Itoa(sheet) + "页" }

// columnsOf finds the tables and lines of all sheets.
func columnsOf(sheets []Sheet) []column {
	var out []column
	for _, s := range halvesOf(sheets) {
		c := column{sheet: s.number, side: s.side, height: s.Height}
		rest := s.Glyphs
		var grids []grid
		for _, f := range framesOf(s.Rules) {
			if g, ok := gridOf(f); ok {
				grids = append(grids, g)
			}
		}
		slices.SortStableFunc(grids, func(a, b grid) int { return cmp.Compare(a.area(), b.area()) }) // what stands in another first
		for k := range grids {
			rest = grids[k].fill(rest, c.sheet)
		}
		c.grids = slices.DeleteFunc(grids, grid.isBlank)
		guessed, lines := guesses(linesOf(rest))
		for _, g := range guessed {
			for k := range g.cells {
				g.cells[k].sheet = c.sheet
			}
			c.grids = append(c.grids, g)
		}
		c.lines = lines
		slices.SortStableFunc(c.grids, func(a, b grid) int { return cmp.Or(cmp.Compare(a.ys[0], b.ys[0]), cmp.Compare(a.xs[0], b.xs[0])) })
		out = append(out, c)
	}
	return out
}

func (g grid) area() float64 { return (g.xs[len(g.xs)-1] - g.xs[0]) * (g.ys[len(g.ys)-1] - g.ys[0]) }

func (g grid) isBlank() bool {
	return !slices.ContainsFunc(g.cells, func(c cell) bool { return c.text != "" })
}
