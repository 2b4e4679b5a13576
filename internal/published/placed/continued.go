package placed

import (
	"math"
	"slices"
	"strings"

	"nianbao/internal/published/page"
)

// table is a grid with those on the next sheets that go on with it.
type table struct {
	grid
	last int // the number of the column in which it ends so far
}

// mostJoined is how many rows a table has at most.
const mostJoined = 2000

// goesOn tells whether a grid has the columns of the table: the same outer edges, and the other edges of one among those of the other.
func (t *table) goesOn(g grid) bool {
	if t.guess || g.guess || len(t.ys)+len(g.ys) > mostJoined {
		return false
	}
	coarse, fine := g.xs, t.xs
	if len(g.xs) > len(t.xs) {
		coarse, fine = t.xs, g.xs
	}
	at, found := among(coarse, fine)
	return found && at[0] == 0 && at[len(at)-1] == len(fine)-1
}

// among finds each of some edges among those of another grid, in their order.
func among(edges, others []float64) (at []int, found bool) {
	const near = 4.0
	if len(edges) > len(others) {
		return nil, false
	}
	at = nearest(edges, others)
	for i, x := range edges {
		if math.Abs(others[at[i]]-others[0]-x+edges[0]) > near {
			return nil, false
		}
	}
	return at, true
}

// nearest finds for each of some edges the one that is nearest among at least as many others, none twice and in their order. The margins of left and
// right pages differ.
func nearest(edges, others []float64) (at []int) {
	next := 0
	for i, x := range edges {
		distance := func(j int) float64 { return math.Abs(others[j] - others[0] - x + edges[0]) }
		best := next
		for j := next; j <= len(others)-len(edges)+i; j++ {
			if distance(j) < distance(best) {
				best = j
			}
		}
		at = append(at, best)
		next = best + 1
	}
	return at
}

// add appends a grid of the next sheet that goes on with the table. Rows that repeat the head are left out, and cells that the end of
// the sheet cuts are put together again.
func (t *table) add(g grid) {
	t.share(&g)
	g.drop(t.repeated(g))
	if len(g.ys) < 2 {
		return
	}
	t.mend(g)
}

// share gives the table and a grid that goes on with it all the columns of both.
func (t *table) share(g *grid) {
	shift := g.xs[0] - t.xs[0]
	for i := range g.xs {
		g.xs[i] -= shift
	}
	if len(g.xs) > len(t.xs) {
		t.regrid(g.xs)
	} else {
		g.regrid(t.xs)
	}
}

// regrid puts the cells onto the columns of finer edges, among which are its own.
func (g *grid) regrid(xs []float64) {
	at := nearest(g.xs, xs)
	for i := range g.cells {
		c := &g.cells[i]
		c.c0, c.c1 = at[c.c0], at[c.c1]
	}
	g.xs = slices.Clone(xs)
}

// repeated is how many rows at the top of a grid say what the first rows of the table say: its head, printed again.
func (t *table) repeated(g grid) int {
	rows := 0
	for r := 1; r < len(g.ys)-1 && r < len(t.ys) && r <= 6; r++ {
		if !isCut(g, r) && !isCut(t.grid, r) && slices.EqualFunc(above(g, r), above(t.grid, r), func(a, b cell) bool {
			return a.r0 == b.r0 && a.c0 == b.c0 && a.c1 == b.c1 && a.text == b.text
		}) {
			rows = r
		}
	}
	if rows > 0 && slices.ContainsFunc(above(g, rows), func(c cell) bool { return isFigure(c.text) }) {
		return 0
	}
	return rows
}

// above are the cells above a row.
func above(g grid, r int) (cells []cell) {
	for _, c := range g.cells {
		if c.r0 < r {
			cells = append(cells, c)
		}
	}
	return cells
}

// isCut tells whether the upper edge of a row cuts a cell.
func isCut(g grid, r int) bool {
	return slices.ContainsFunc(g.cells, func(c cell) bool { return c.r0 < r && c.r1 > r })
}

// drop takes rows off the top.
func (g *grid) drop(rows int) {
	var cells []cell
	for _, c := range g.cells {
		if c.r0 >= rows {
			c.r0, c.r1 = c.r0-rows, c.r1-rows
			cells = append(cells, c)
		}
	}
	g.cells, g.ys = cells, g.ys[rows:]
}

// mend appends the rows of a grid. Its first row may be the rest of the table's last one; cells that reach over several rows may be
// cut in two without a row being so.
func (t *table) mend(g grid) {
	rows := len(t.ys) - 1
	shift := rows
	if t.cutsRow(g) {
		shift = rows - 1
	}
	ends := t.ends(rows)
	for _, c := range g.cells {
		top := c.r0 == 0
		c.r0, c.r1 = c.r0+shift, c.r1+shift
		if at, found := ends[[2]int{c.c0, c.c1}]; top && found && (shift < rows || t.cutsCell(t.cells[at], c)) {
			u := &t.cells[at]
			whole := resume(u.text, c.text)
			if shift < rows && t.breaksNumber(*u, c) {
				whole = u.text + c.text
			}
			u.text, u.r1 = whole, max(u.r1, c.r1)
			u.lines, u.open = append(slices.Clone(u.lines), c.lines...), c.open
			continue
		}
		t.cells = append(t.cells, c)
	}
	for range len(g.ys) - 1 - (rows - shift) {
		t.ys = append(t.ys, t.ys[len(t.ys)-1]+1) // the height of joined rows is of no use any more
	}
}

// ends are, by the columns that they span, the cells that end at a row.
func (t *table) ends(row int) map[[2]int]int {
	ends := map[[2]int]int{}
	for i, c := range t.cells {
		if c.r1 == row {
			ends[[2]int{c.c0, c.c1}] = i
		}
	}
	return ends
}

// resume puts two parts of a text together. One that is said again is said once.
func resume(above, below string) string {
	if above == below {
		return above
	}
	if above != "" && below != "" && isAlphanumeric(lastRune(above)) && isAlphanumeric(firstRune(below)) {
		return above + "\n" + below
	}
	return above + below
}

// cutsRow tells whether the first row of a grid is the rest of the table's last one: its label goes on, and no column has a figure in
// both parts, but for numbers that fill their cells. A row below one with blank figures looks like that as well, so the label must have been
// broken off, at the end of its line, or where no rule closes the row; or it has no label at all, only the rest of such numbers.
func (t *table) cutsRow(g grid) bool {
	rows := len(t.ys) - 1
	broken, number, ends := false, false, t.ends(rows)
	labelEnds, figureBegins := false, false // above where a rule closes the row; below under a blank cell
	for _, c := range g.cells {
		if c.r0 != 0 {
			continue
		}
		at, found := ends[[2]int{c.c0, c.c1}]
		if !found {
			return false
		}
		u := t.cells[at]
		if u.rows() > 1 || c.rows() > 1 {
			if !t.cutsCell(u, c) {
				return false
			}
			continue
		}
		switch {
		case u.text == "" && c.text == "":
		case t.breaksNumber(u, c):
			number = true
		case isFigure(u.text) && c.text == "":
		case isFigure(c.text) && u.text == "":
			figureBegins = true
		case u.text != "" && c.text != "" && !isFigure(u.text) && !isFigure(c.text) && t.breaksOff(u, c):
			broken = true
		case u.text != "" && c.text == "" && !isFigure(u.text):
			labelEnds = labelEnds || !u.open
		default:
			return false
		}
	}
	return broken && !labelEnds || number && !figureBegins
}

// breaksNumber tells whether a number goes on in a cell of the next sheet: there is no room for another digit behind the part above.
func (t *table) breaksNumber(u, c cell) bool {
	return isDigits(u.text) && isDigits(c.text) && len(u.lines) > 0 && isFull(u.lines[len(u.lines)-1], t.xs[u.c1]-t.xs[u.c0])
}

func isDigits(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !isDigit(r) })
}

// cutsCell tells whether a cell at the top of a grid is the rest of one at the table's end, of which one at least reaches over several
// rows, or which head others.
func (t *table) cutsCell(u, c cell) bool {
	if u.rows() == 1 && c.rows() == 1 && !heads(t.grid, u) {
		return false
	}
	switch {
	case isFigure(u.text) || isFigure(c.text):
		return false
	case c.text == "" || u.text == "" || u.text == c.text:
		return true
	}
	return t.breaksOff(u, c)
}

// heads tells whether another text, and not a figure, stands right of a cell: it heads several rows, or could.
func heads(g grid, u cell) bool {
	return u.text != "" && slices.ContainsFunc(g.cells, func(c cell) bool {
		return c.r1 == u.r1 && c.c0 == u.c1 && c.text != "" && !isFigure(c.text)
	})
}

// breaksOff tells whether a text goes on in a cell of the next sheet: it does not begin as one of its own, and the part above ends
// where its line does, or in the middle of a bracket, or where no rule closes its row.
func (t *table) breaksOff(u, c cell) bool {
	if len(u.lines) == 0 || begins(c.text) {
		return false
	}
	last := u.lines[len(u.lines)-1]
	return u.open || isFull(last, t.xs[u.c1]-t.xs[u.c0]) || len(last.glyphs) == 1 && len(u.lines) > 1 ||
		strings.Count(u.text, "（") > strings.Count(u.text, "）")
}

// numberSigns write the numbers of headings and rows.
const numberSigns = "一二三四五六七八九十0123456789"

// begins tells a text that begins with a number of its own: 三、 （四） 1. . A longer number, and one before a comma, is something else.
func begins(text string) bool {
	text = strings.TrimLeft(text, "（(")
	behind := strings.TrimLeft(text, numberSigns)
	marks := "、.．，)）"
	if number := text[:len(text)-len(behind)]; number != "" && isDigit(firstRune(number)) {
		if len(number) > 2 {
			return false
		}
		marks = "、.．)）"
	}
	return behind != text && behind != "" && strings.ContainsRune(marks, firstRune(behind))
}

// isFigure tells a cell with a number, or with what stands for none.
func isFigure(text string) bool {
	digit := false
	for _, r := range text {
		switch {
		case isDigit(r):
			digit = true
		case !strings.ContainsRune("+-−－—/.,，％%\n 增减加少万元件项", r):
			return false
		}
	}
	return digit || text == "/" || text == "—" || text == "-"
}

// page is the table as a page has it.
func (t *table) page(first int) *page.Table {
	out := &page.Table{Rows: len(t.ys) - 1, Columns: len(t.xs) - 1, Guessed: t.guess}
	for _, c := range t.cells {
		p := page.Cell{Row: c.r0, Column: c.c0, RowSpan: c.rows(), ColumnSpan: c.columns(), Text: c.text}
		if c.sheet != first {
			p.Place = place(c.sheet)
		}
		out.Cells = append(out.Cells, p)
	}
	return out
}
