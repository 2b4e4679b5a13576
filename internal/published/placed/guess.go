package placed

import (
	"cmp"
	"math"
	"slices"
)

// guess is a table without rules in the making: lines of figures under each other, and what stands around them.
type guess struct {
	lines   []line
	rows    []figureRow
	columns [][2]float64 // of the figures: from where to where they reach
	left    float64      // where they begin
	size    float64
	lying   []stroke // rules between the rows
	torn    bool     // there are figures that may be a part of those above or below, where these are wider than their cells
	beyond  bool     // some of these are not among its lines
	numbers []int    // of its lines, which they were before some were left out; nil if none was
}

// figureRow is a line that ends in figures.
type figureRow struct {
	line    int // its number
	figures []line
	labels  []line // left of them
}

// pieceGap is the gap that parts two cells on a line, as a share of the size. Blanks between words are narrower.
const pieceGap = 0.4

// pieces cuts a line at every gap that may part cells.
func (l line) pieces() (pieces []line) {
	if l.isEven() && l.glyphs[1].X0-l.glyphs[0].X1 < tabGap*l.size {
		return []line{l}
	}
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i == len(l.glyphs) || l.glyphs[i].X0-l.glyphs[i-1].X1 > pieceGap*l.size {
			label, figure := lineOf(l.glyphs[from:i]).trailing()
			pieces = append(append(pieces, label), figure...)
			from = i
		}
	}
	return pieces
}

// trailing cuts the number off that is at the end of a piece, a little apart from it: of a label that fills its cell, the figure beside it.
func (l line) trailing() (label line, figure []line) {
	from := len(l.glyphs)
	for from > 0 && isDigit(firstRune(l.glyphs[from-1].Text)) {
		from--
	}
	if from == 0 || from == len(l.glyphs) || !isWide(l.glyphs[from-1].Text) || l.glyphs[from].X0-l.glyphs[from-1].X1 <= wordGap*l.size {
		return l, nil
	}
	return lineOf(l.glyphs[:from]), []line{lineOf(l.glyphs[from:])}
}

// numbers cuts what stands for figures between two digits that no number has so far apart: where cells are narrow, large numbers come close.
func (l line) numbers() (numbers []line) {
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i == len(l.glyphs) || isDigit(lastRune(l.glyphs[i-1].Text)) && isDigit(firstRune(l.glyphs[i].Text)) && l.glyphs[i].X0-l.glyphs[i-1].X1 > wordGap*l.size {
			numbers = append(numbers, lineOf(l.glyphs[from:i]))
			from = i
		}
	}
	return numbers
}

func (l line) middle() float64 { return (l.x0 + l.x1) / 2 }
func (l line) height() float64 { return (l.y0 + l.y1) / 2 }

// figuresOf are the figures at the end of a line, and what stands before them; none for a sentence that ends in a number.
func figuresOf(l line) (labels, figures []line) {
	pieces := l.pieces()
	at := len(pieces)
	for at > 0 && isFigure(pieces[at-1].label()) {
		at--
	}
	labels = pieces[:at]
	for _, p := range pieces[at:] {
		figures = append(figures, p.numbers()...)
	}
	if at == 0 && slices.ContainsFunc(figures, func(f line) bool { return !isDigit(lastRune(f.label())) }) {
		return pieces, nil
	}
	if at > 0 && len(figures) == 1 && figures[0].x0-labels[at-1].x1 < tabGap*l.size {
		return pieces, nil
	}
	return labels, figures
}

// isProse tells a line of running text, which no table goes beyond: one that has no gap, is long and stands beside no other line.
func isProse(lines []line, i int) bool {
	if len(lines[i].pieces()) > 1 || len(lines[i].glyphs) < 22 {
		return false
	}
	return !(i > 0 && isBeside(lines[i-1], lines[i])) && !(i+1 < len(lines) && isBeside(lines[i], lines[i+1])) && !isAtFigures(lines, i)
}

// isAtFigures tells the upper line of a label that is as wide as its cell: figures in the middle of its two lines begin right of it, a little below. What stands
// left of it on their line is of a label that heads several rows.
func isAtFigures(lines []line, i int) bool {
	if i+1 == len(lines) || lines[i+1].y0-lines[i].y1 > 0.5*lines[i].size || abs(lines[i+1].size-lines[i].size) >= 0.15*lines[i].size {
		return false
	}
	labels, figures := figuresOf(lines[i+1])
	return len(figures) > 0 && figures[0].x0 > lines[i].x1 && (len(labels) == 0 || labels[len(labels)-1].x1 < lines[i].x0)
}

// isBeside tells whether a line is partly as high as the one before, as the lines of a label are beside a line of figures. Lines of
// running text never are.
func isBeside(above, l line) bool { return above.y1-l.y0 > 0.2*min(above.size, l.size) }

// isNear tells whether a line may be of the label or the heads of the next one: it stands beside that, or it is no running text, no
// heading, and not set off by more than a gap.
func isNear(lines []line, i int, gap float64) bool {
	above, l := lines[i], lines[i+1]
	if abs(above.size-l.size) >= 0.15*l.size {
		return false
	}
	return isBeside(above, l) || !isProse(lines, i) && !begins(above.text()) && l.y0-above.y1 < max(1.5*l.size, gap)
}

// guessAt finds the next lines of figures, and the lines around them; last is -1 if there are none.
func guessAt(lines []line, from int) (g guess, first, last int) {
	last = -1
	few := -1 // the last line that has nothing but one or two figures
	var torn []int
	near := func(above, i int) bool { return above >= 0 && lines[i].y0-lines[above].y1 < lines[i].size }
	for i := from; i < len(lines); i++ {
		labels, figures := figuresOf(lines[i])
		apart := last >= 0 && lines[i].y0-lines[last].y1 > 8*lines[i].size
		if last >= 0 && (apart || len(g.rows) > mostRows || len(figures) == 0 && (isProse(lines, i) || lines[i].size > 1.15*lines[last].size)) {
			break
		}
		if len(figures) == 0 {
			continue
		}
		if len(labels) == 0 && len(figures) < 3 {
			if near(last, i) {
				torn = append(torn, i)
			}
			few = i
			continue
		}
		if near(few, i) {
			torn = append(torn, few)
		}
		g.rows = append(g.rows, figureRow{i, figures, labels})
		last = i
	}
	if last < 0 {
		return g, 0, -1
	}
	first = g.rows[0].line
	gap := 0.0 // the widest between its lines, but for one between two tables
	for i := first + 1; i <= last; i++ {
		if d := lines[i].y0 - lines[i-1].y1; d < 3*lines[i].size {
			gap = max(gap, d+1)
		}
	}
	for first > from && isNear(lines, first-1, gap) {
		first--
	}
	for last+1 < len(lines) && !isProse(lines, last+1) && lines[last+1].y0-lines[last].y1 < 0.5*lines[last].size && !begins(lines[last+1].text()) {
		last++ // the last lines of the last label
	}
	g.torn = len(torn) > 0
	g.beyond = slices.ContainsFunc(torn, func(i int) bool { return i < first || i > last })
	g.lines = lines[first : last+1]
	for i := range g.rows {
		g.rows[i].line -= first
	}
	g.size = sizeOf(g.lines)
	return g, first, last
}

// grid is the table; false if it is not beyond doubt.
func (g *guess) grid() (grid, bool) {
	g.join()
	if g.torn || len(g.rows) > mostRows || !g.findColumns() || len(g.rows) < 2 && len(g.columns) < 3 {
		return grid{}, false
	}
	b := &builder{guess: g, taken: map[[2]int]bool{}}
	if !b.build() {
		return grid{}, false
	}
	b.out.guess = true
	return b.out, true
}

// findColumns finds what columns the figures stand in. Figures of one column reach over one another.
func (g *guess) findColumns() bool {
	var spans [][2]float64
	for _, r := range g.rows {
		for _, f := range r.figures {
			spans = append(spans, [2]float64{f.x0, f.x1})
		}
	}
	slices.SortFunc(spans, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	for _, s := range spans {
		if n := len(g.columns); n > 0 && s[0] <= g.columns[n-1][1] {
			g.columns[n-1][1] = max(g.columns[n-1][1], s[1])
			continue
		}
		g.columns = append(g.columns, s)
	}
	g.left = g.labelsEnd()
	for i, c := range g.columns {
		if i > 0 && c[0]-g.columns[i-1][1] < wordGap*g.size {
			return false
		}
	}
	for _, r := range g.rows {
		if len(r.labels) > 0 && r.labels[len(r.labels)-1].x1 > g.left {
			return false
		}
		before := -1
		for _, f := range r.figures {
			at := g.column(f.middle())
			if at <= before {
				return false
			}
			before = at
		}
	}
	return len(g.columns) < mostColumns
}

// labelsEnd is the place between the labels and the figures.
func (g *guess) labelsEnd() float64 {
	first := g.columns[0][0]
	end, some := 0.0, false
	top, bottom := g.rows[0].line, g.rows[len(g.rows)-1].line
	for top > 0 && isBeside(g.lines[top-1], g.lines[top]) {
		top--
	}
	for bottom+1 < len(g.lines) && isBeside(g.lines[bottom], g.lines[bottom+1]) {
		bottom++
	}
	for _, l := range g.lines[top : bottom+1] {
		for _, p := range l.pieces() {
			if p.x1 < first {
				end, some = max(end, p.x1), true
			}
		}
	}
	labels := end
	for _, l := range g.lines[:top] { // the corner, which may be wider than the labels below it
		for _, p := range l.pieces() {
			if some && p.x0 < labels && p.x1 < first {
				end = max(end, p.x1)
			}
		}
	}
	if !some {
		for _, l := range g.lines {
			first = min(first, l.x0)
		}
		return first - 1
	}
	return (end + first) / 2
}

// column is the column of figures nearest to a place.
func (g *guess) column(x float64) int {
	nearest, least := -1, math.Inf(1)
	for i, c := range g.columns {
		if d := math.Abs((c[0]+c[1])/2 - x); d < least {
			nearest, least = i, d
		}
	}
	return nearest
}

// covered are the columns of figures whose middle a piece stands over, at least the nearest: from, and to behind the last.
func (g *guess) covered(p line) (from, to int) {
	from, to = -1, -1
	for i, c := range g.columns {
		if m := (c[0] + c[1]) / 2; m >= p.x0-1 && m <= p.x1+1 {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 {
		from = g.column(p.middle())
		to = from + 1
	}
	return from, to
}
