package placed

import (
	"cmp"
	"slices"
)

// block is lines among which there may be tables without rules, those of one column after those of another, as if on one long sheet.
// No table with rules stands between them.
type block struct {
	lines []line
	from  []origin // by line
	lying []stroke
	end   float64 // where the last line ends
}

// origin is where a line of a block stands: in which column, as which line, and how far above.
type origin struct {
	column, line int
	shift        float64
}

// sheetGap is what parts the last line of a sheet from the first one of the next, as a share of the size: more than the lines of a label,
// less than two tables.
const sheetGap = 1.0

// guessTables finds the tables without rules, which may go on from sheet to sheet. None goes on beyond a table with rules.
func guessTables(columns []column) {
	taken := make([][]bool, len(columns)) // by line
	for i := range taken {
		taken[i] = make([]bool, len(columns[i].lines))
	}
	guessed := make([][]grid, len(columns))
	b := &block{}
	end := func() {
		for _, g := range b.tables() {
			at := b.from[g.first]
			for k := g.first; k <= g.last; k++ {
				taken[b.from[k].column][b.from[k].line] = true
			}
			for k := range g.cells {
				g.cells[k].sheet = columns[b.sheetOf(g, k)].sheet
			}
			for k := range g.ys {
				g.ys[k] -= at.shift
			}
			guessed[at.column] = append(guessed[at.column], g.grid)
		}
		b = &block{}
	}
	for i, c := range columns {
		if i > 0 && c.side != columns[i-1].side {
			end()
		}
		next, shift, begun := 0, 0.0, false
		for j, l := range c.lines {
			for next < len(c.grids) && c.grids[next].ys[0] < l.y0 {
				end()
				next++
				shift, begun = 0, false
			}
			if l.furniture {
				continue
			}
			if !begun {
				shift, begun = b.begin(c, l), true
			}
			b.add(l, origin{i, j, shift})
		}
		if next < len(c.grids) {
			end()
		}
	}
	end()
	for i := range columns {
		c := &columns[i]
		var rest []line
		for j, l := range c.lines {
			if !taken[i][j] {
				rest = append(rest, l)
			}
		}
		c.lines, c.grids = rest, append(c.grids, guessed[i]...)
		c.sort()
	}
}

// unframe makes lines of what stands in boxes around figures: such a box is the frame of a table without rules inside, of which the end of a sheet
// left a few rows. One that has the sides of the table with rules before it or after it is a row of that.
func unframe(columns []column) {
	var all []*grid
	for i := range columns {
		for k := range columns[i].grids {
			all = append(all, &columns[i].grids[k])
		}
	}
	of := map[*grid]bool{} // what is a frame
	for k, g := range all {
		of[g] = g.isBox() && slices.ContainsFunc(g.cells[0].lines, func(l line) bool { _, figures := figuresOf(l); return len(figures) > 0 }) &&
			!(k > 0 && g.isRowOf(all[k-1])) && !(k+1 < len(all) && g.isRowOf(all[k+1]))
	}
	for i := range columns {
		c := &columns[i]
		var rest []grid
		for k := range c.grids {
			if g := &c.grids[k]; of[g] {
				c.lines = append(c.lines, g.cells[0].lines...)
			} else {
				rest = append(rest, *g)
			}
		}
		if len(rest) < len(c.grids) {
			c.grids = rest
			slices.SortStableFunc(c.lines, func(a, b line) int { return cmp.Compare(a.y0, b.y0) })
		}
	}
}

// isRowOf tells whether a box has the sides of a table.
func (g grid) isRowOf(table *grid) bool {
	const near = 4.0
	width := func(g grid) float64 { return g.xs[len(g.xs)-1] - g.xs[0] }
	return !table.isBox() && abs(width(g)-width(*table)) < near
}

// begin takes the rules of a column whose first line in the block this is, and tells how far it moves down.
func (b *block) begin(c column, first line) (shift float64) {
	if len(b.lines) > 0 {
		shift = b.end + sheetGap*first.size - first.y0
	}
	for _, s := range c.lying {
		if s.at > first.y0-first.size {
			b.lying = append(b.lying, stroke{s.at + shift, s.from, s.to})
		}
	}
	return shift
}

func (b *block) add(l line, at origin) {
	if at.shift != 0 {
		l.glyphs = slices.Clone(l.glyphs)
		for i := range l.glyphs {
			l.glyphs[i].Y0, l.glyphs[i].Y1 = l.glyphs[i].Y0+at.shift, l.glyphs[i].Y1+at.shift
		}
		l.y0, l.y1 = l.y0+at.shift, l.y1+at.shift
	}
	b.lines, b.from, b.end = append(b.lines, l), append(b.from, at), max(b.end, l.y1)
}

// guessedGrid is a table without rules, and the lines of the block that it is made of.
type guessedGrid struct {
	grid
	first, last int
}

// tables finds the tables of a block. One whose rows and columns could be read in two ways is none; if it runs over sheets, its part on
// the first may be one.
func (b *block) tables() (tables []guessedGrid) {
	end := len(b.lines)
	for from := 0; from < len(b.lines); {
		g, first, last := guessAt(b.lines[:end], from)
		if last < 0 && end == len(b.lines) {
			break
		}
		if last < 0 {
			from, end = end, len(b.lines)
			continue
		}
		g.lying = b.rulesBetween(first, last)
		if table, ok := g.grid(); ok && b.isOne(g, first) {
			tables = append(tables, guessedGrid{table, first, last})
		} else if next := b.nextColumn(first); next <= last {
			end = next
			continue
		}
		from, end = last+1, len(b.lines)
	}
	return tables
}

// nextColumn is the first line that stands in another column than a line before.
func (b *block) nextColumn(line int) int {
	next := line
	for next < len(b.lines) && b.from[next].column == b.from[line].column {
		next++
	}
	return next
}

// isOne tells whether the figures of a table stand in the same columns on all its sheets. A sheet may have fewer, where cells are blank,
// but not others.
func (b *block) isOne(g guess, first int) bool {
	before := make([]bool, len(g.columns)) // by column of figures: there are some on the sheets before
	for from := 0; from < len(g.rows); {
		sheet, here := b.from[first+g.number(g.rows[from].line)].column, make([]bool, len(g.columns))
		to := from
		for ; to < len(g.rows) && b.from[first+g.number(g.rows[to].line)].column == sheet; to++ {
			for _, f := range g.rows[to].figures {
				here[g.column(f.middle())] = true
			}
		}
		more, less := false, false
		for i := range here {
			more, less = more || here[i] && !before[i], less || before[i] && !here[i]
		}
		if more && less {
			return false
		}
		for i := range here {
			before[i] = before[i] || here[i]
		}
		from = to
	}
	return true
}

// rulesBetween are the rules among the lines, with those right above and below; none if there are too many.
func (b *block) rulesBetween(first, last int) (lying []stroke) {
	for _, s := range b.lying {
		if s.at > b.lines[first].y0-b.lines[first].size && s.at < b.lines[last].y1+b.lines[last].size {
			lying = append(lying, s)
		}
	}
	if len(lying) > mostStrokes {
		return nil
	}
	return lying
}

// sheetOf is the column in which a cell begins.
func (b *block) sheetOf(g guessedGrid, cell int) int {
	lines := g.cells[cell].lines
	at := g.first
	if len(lines) > 0 {
		k, _ := slices.BinarySearchFunc(b.lines[g.first:g.last], lines[0].y0-lines[0].size/2, func(l line, y float64) int { return cmp.Compare(l.y0, y) })
		at += k
	}
	return b.from[at].column
}
