package placed

import (
	"cmp"
	"slices"
	"strconv"

	"nianbao/internal/published/page"
)

// column is what is read from top to bottom before anything else: a sheet, half of one that has two pages side by side, or a column of
// text.
type column struct {
	sheet  int // counted from 1
	side   int // of it, see half
	height float64
	lines  []line // not in grids
	grids  []grid
	lying  []stroke // all rules that lie
}

// Read reads sheets into a page: all paragraphs, in order, and those tables whose columns are beyond doubt.
func Read(sheets []Sheet) *page.Page {
	sheets = sound(sheets)
	var besides page.Besides
	for i := range sheets {
		besides[page.Struck] += sheets[i].strike()
	}
	columns := columnsOf(sheets)
	running := markFurniture(columns)
	columns = newspaper(columns)
	unframe(columns)
	guessTables(columns)
	f := newFlow(columns)
	for i, c := range columns {
		f.column(i, c)
	}
	f.endParagraph()
	f.endTable()
	return &page.Page{Blocks: f.blocks, Running: running, Asides: besides.Told(), Pieced: true}
}

// farthest is how far from its corner anything on a sheet may be, in points: the largest page of a PDF.
const farthest = 20_000

// sound are the sheets without what stands nowhere on them.
func sound(sheets []Sheet) []Sheet {
	somewhere := func(x0, y0, x1, y1 float64) bool {
		return x0 >= -farthest && y0 >= -farthest && x1 <= farthest && y1 <= farthest && x0 <= x1 && y0 <= y1
	}
	out := slices.Clone(sheets)
	for i := range out {
		s := &out[i]
		s.Glyphs = slices.DeleteFunc(slices.Clone(s.Glyphs), func(g Glyph) bool {
			return g.Text == "" || !somewhere(g.X0, g.Y0, g.X1, g.Y1) || !(g.Size > 0.5 && g.Size < farthest)
		})
		s.Rules = slices.DeleteFunc(slices.Clone(s.Rules), func(r Rule) bool { return !somewhere(r.X0, r.Y0, r.X1, r.Y1) })
		if !(s.Width > 0 && s.Height > 0) {
			s.Width, s.Height = 595, 842
		}
	}
	return out
}

func place(sheet int) string { return "第" + strconv.Itoa(sheet) + "页" }

// columnsOf finds the tables and lines of all sheets.
func columnsOf(sheets []Sheet) []column {
	var out []column
	left := mostLooks
	for _, s := range halvesOf(sheets) {
		c := column{sheet: s.number, side: s.side, height: s.Height}
		c.lying, _ = strokesOf(s.Rules)
		rest := newLoose(s.Glyphs)
		var grids []grid
		for _, f := range framesOf(s.Rules) {
			if g, ok := gridOf(f); ok {
				grids = append(grids, g)
			}
		}
		slices.SortStableFunc(grids, func(a, b grid) int { return cmp.Compare(a.area(), b.area()) }) // what stands in another first
		for k := range grids {
			if rest.looks > left {
				grids = grids[:k]
				break
			}
			grids[k].fill(rest, c.sheet)
		}
		left -= rest.looks
		c.grids = slices.DeleteFunc(grids, grid.isBlank)
		c.lines = linesOf(rest.rest())
		c.sort()
		out = append(out, c)
	}
	return out
}

// sort puts the tables of a column in order.
func (c *column) sort() {
	slices.SortStableFunc(c.grids, func(a, b grid) int { return cmp.Or(cmp.Compare(a.ys[0], b.ys[0]), cmp.Compare(a.xs[0], b.xs[0])) })
}

func (g grid) area() float64 { return (g.xs[len(g.xs)-1] - g.xs[0]) * (g.ys[len(g.ys)-1] - g.ys[0]) }

func (g grid) isBlank() bool {
	return !slices.ContainsFunc(g.cells, func(c cell) bool { return c.text != "" })
}
