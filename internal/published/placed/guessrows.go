package placed

import (
	"cmp"
	"slices"
	"strings"
)

// builder makes the grid of a guess, from top to bottom: lines of heads, then figures with their labels, block after block.
type builder struct {
	*guess
	leaf   float64   // where the labels begin that stand beside figures; those that head several of them stand left of that
	sides  []float64 // where the columns of labels begin
	labels int       // how many there are
	edges  []float64 // of the columns of figures
	out    grid
	rows   int
	taken  map[[2]int]bool // by row and column of labels: there is a label
}

func (b *builder) build() bool {
	b.findLeaf()
	b.edges = []float64{b.left}
	for i := 1; i < len(b.columns); i++ {
		b.edges = append(b.edges, (b.columns[i-1][1]+b.columns[i][0])/2)
	}
	b.edges = append(b.edges, b.columns[len(b.columns)-1][1])
	b.out.xs = slices.Concat(b.sides, b.edges)
	at := 0
	for k := 0; k < len(b.guess.rows); {
		to := k + 1 // the rows of a block: with no line of heads between them
		for to < len(b.guess.rows) && !b.headsBetween(b.guess.rows[to-1].line, b.guess.rows[to].line) {
			to++
		}
		end := len(b.lines)
		if to < len(b.guess.rows) {
			end = b.lastLabel(b.guess.rows[to-1].line, b.guess.rows[to].line)
		}
		if !b.block(at, end, b.guess.rows[k:to]) {
			return false
		}
		at, k = end, to
	}
	b.out.ys = append(b.out.ys, b.lines[0].y0)
	for i := range b.rows {
		b.out.ys = append(b.out.ys, b.lines[0].y0+float64(i+1)) // their heights are not known, nor asked for
	}
	slices.SortStableFunc(b.out.cells, func(a, c cell) int { return cmp.Or(cmp.Compare(a.r0, c.r0), cmp.Compare(a.c0, c.c0)) })
	return true
}

// findLeaf finds the columns of labels: where the right ones begin, from lines on which two stand side by side, and those left of that.
func (b *builder) findLeaf() {
	b.leaf = b.left
	some, least, numbered := false, b.left, b.numbered()
	for _, r := range b.guess.rows {
		n := len(r.labels)
		some = some || n > 0
		if n > 1 && (len(numbered) == 0 || !begins(r.labels[n-1].label())) {
			b.leaf = min(b.leaf, r.labels[n-1].x0-1)
		}
		for _, p := range r.labels {
			least = min(least, p.x0)
		}
	}
	for _, p := range numbered {
		b.leaf = min(b.leaf, p.x0-1)
	}
	outermost := b.outermost(least)
	ruled := b.ruledColumns(outermost)
	switch {
	case !some:
		return
	case len(ruled) > 0:
		b.leaf, b.sides = ruled[len(ruled)-1], append([]float64{outermost}, ruled...)
	case b.leaf == b.left:
		b.leaf, b.sides = least, []float64{least}
	default:
		b.sides = append(b.groupColumns(), b.leaf)
		if len(b.sides) == 1 {
			b.leaf, b.sides = least, []float64{least}
		}
	}
	b.labels = len(b.sides)
}

// numbered are the labels with a number in digits: those with another kind of number, （一） or 一、, which stand over them or as wide as both, head
// such ones. There are none where no label is headed so.
func (b *builder) numbered() (numbered []line) {
	headed := false
	for _, l := range b.lines[b.guess.rows[0].line : b.guess.rows[len(b.guess.rows)-1].line+1] {
		for _, p := range l.pieces() {
			switch text := p.label(); {
			case p.x1 > b.left || !begins(text):
			case isDigit(firstRune(text)):
				numbered = append(numbered, p)
			default:
				headed = true
			}
		}
	}
	if !headed {
		return nil
	}
	return numbered
}

// groupColumns are where the columns of labels begin that stand left of those beside figures.
func (b *builder) groupColumns() []float64 {
	var spans [][2]float64
	for _, l := range b.lines[b.guess.rows[0].line : b.guess.rows[len(b.guess.rows)-1].line+1] {
		for _, p := range l.pieces() {
			if p.x1 <= b.leaf+1 {
				spans = append(spans, [2]float64{p.x0, p.x1})
			}
		}
	}
	slices.SortFunc(spans, func(a, c [2]float64) int { return cmp.Compare(a[0], c[0]) })
	var begin []float64
	end := -1e9
	for _, s := range spans {
		if s[0] > end {
			begin = append(begin, s[0])
		}
		end = max(end, s[1])
	}
	return begin
}

// isHead tells a line that reaches over figures without having any.
func (b *builder) isHead(i int) bool {
	if slices.ContainsFunc(b.guess.rows, func(r figureRow) bool { return r.line == i }) {
		return false
	}
	return b.lines[i].x1 > b.left+b.size/2
}

func (b *builder) headsBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if b.isHead(i) {
			return true
		}
	}
	return false
}

// lastLabel is where, between two rows of figures with a head between them, the labels of the first end.
func (b *builder) lastLabel(from, to int) int {
	i := from + 1
	for i < to && !b.isHead(i) && !b.isCaption(i) && b.lines[i].y0-b.lines[i-1].y1 < b.size/2 {
		i++
	}
	return i
}

// isCaption tells a line above heads that says what one above the first heads does, but for its numbers, though it stands where labels do: heads with
// the same corner have the same above it.
func (b *builder) isCaption(i int) bool {
	text := unnumbered(b.lines[i])
	for k := range b.guess.rows[0].line {
		if text != "" && k < i && b.isHead(i+1) && b.isHead(k+1) && unnumbered(b.lines[k]) == text &&
			b.lines[k+1].pieces()[0].label() == b.lines[i+1].pieces()[0].label() {
			return true
		}
	}
	return false
}

// unnumbered is what a line says without its numbers; nothing if it has none.
func unnumbered(l line) string {
	text := l.label()
	rest := strings.Map(func(r rune) rune {
		if strings.ContainsRune(numberSigns, r) {
			return -1
		}
		return r
	}, text)
	if rest == text {
		return ""
	}
	return rest
}

// block adds heads and the rows of figures below them.
func (b *builder) block(from, to int, rows []figureRow) bool {
	last, before := rows[0].line, len(b.out.cells)
	for last > from && !b.isHead(last-1) {
		last--
	}
	if b.labels == 0 {
		if !b.heads(b.lines[from:last], rows) {
			return false
		}
		for _, r := range rows {
			b.row(r, nil)
		}
		b.widen(before)
		return to == rows[len(rows)-1].line+1
	}
	labels, groups := b.labelsOf(last, to, rows)
	parts, skipped, ok := b.shares(labels, rows)
	if !ok {
		return false
	}
	if !b.heads(append(slices.Clone(b.lines[from:last]), labels[:skipped]...), rows) {
		return false
	}
	for i, r := range rows {
		b.row(r, parts[i])
	}
	b.groups(groups, rows)
	b.widen(before)
	return true
}

// labelsOf are the labels between two lines, those beside figures and those that head several of these.
func (b *builder) labelsOf(from, to int, rows []figureRow) (labels, groups []line) {
	var all []line
	for i := from; i < to; i++ {
		for _, p := range b.lines[i].pieces() {
			if p.x1 <= b.left+1 {
				all = append(all, b.cutLabel(p)...)
			}
		}
	}
	if b.labels < 2 {
		return all, nil
	}
	for _, p := range all {
		if p.x1 > b.leaf+1 || len(labels) > 0 && b.goesOn(labels[len(labels)-1], p) {
			labels = append(labels, p)
		} else {
			groups = append(groups, p)
		}
	}
	for _, r := range rows { // a row whose only label begins as those of groups do
		h := b.lines[r.line].height()
		if slices.ContainsFunc(labels, func(p line) bool { return p.height()-h < b.size && h-p.height() < b.size }) {
			continue
		}
		at := -1 // the one nearest to the figures
		for i, p := range groups {
			if abs(p.height()-h) < 0.15*b.size && (at < 0 || p.x0 > groups[at].x0) {
				at = i
			}
		}
		if at >= 0 {
			labels = append(labels, groups[at])
			groups = slices.Delete(groups, at, at+1)
		}
	}
	slices.SortStableFunc(labels, func(a, c line) int { return cmp.Compare(a.y0, c.y0) })
	return labels, groups
}

// goesOn tells whether a piece that stands left of the labels beside figures is the next line of one that is as wide as all columns of labels.
func (b *builder) goesOn(label, p line) bool {
	return label.x0 < b.leaf && p.x0 > label.x0-1 && p.x1 < label.x1+1 && p.y0 > label.y0 && p.y0-label.y1 < b.size && !begins(p.label()) &&
		b.band(p.middle(), label.height()) == b.band(p.middle(), p.height())
}

// add puts a cell into the row that is made.
func (b *builder) add(c cell) {
	c.r0, c.r1 = b.rows, b.rows+1
	b.put(c)
}

func (b *builder) put(c cell) {
	c.text = cellText(c.lines, 0)
	b.out.cells = append(b.out.cells, c)
	for r := c.r0; r < c.r1; r++ {
		for k := c.c0; k < min(c.c1, b.labels); k++ {
			b.taken[[2]int{r, k}] = true
		}
	}
}

// row adds a row of figures. Where there is none under a column, the cell is blank.
func (b *builder) row(r figureRow, label []line) {
	if len(label) > 0 {
		from := b.labels - 1
		for from > 0 && label[0].x0 < b.sides[from]-1 {
			from--
		}
		b.add(cell{c0: from, c1: b.labels, lines: label})
	}
	next := 0
	for i := range b.guess.columns {
		c := cell{c0: b.labels + i, c1: b.labels + i + 1}
		if next < len(r.figures) && b.column(r.figures[next].middle()) == i {
			c.lines = []line{r.figures[next]}
			next++
		}
		b.add(c)
	}
	b.rows++
}

// groups adds the labels that head several rows, each to the row nearest to its middle that has room: how far they reach nobody can see.
func (b *builder) groups(pieces []line, rows []figureRow) {
	slices.SortStableFunc(pieces, func(a, c line) int { return cmp.Compare(a.y0, c.y0) })
	for column := range max(0, b.labels-1) {
		var own []line
		for _, p := range pieces {
			if p.x0 >= b.sides[column] && p.x0 < b.sides[column+1] {
				own = append(own, p)
			}
		}
		for from := 0; from < len(own); {
			to := from + 1
			for to < len(own) && own[to].y0-own[to-1].y1 < b.size && !begins(own[to].label()) {
				to++
			}
			b.group(own[from:to], column, rows)
			from = to
		}
	}
}

// group adds one of these labels.
func (b *builder) group(pieces []line, column int, rows []figureRow) {
	middle := (pieces[0].y0 + pieces[len(pieces)-1].y1) / 2
	first, at := b.rows-len(rows), -1
	if from, to, ok := b.ruledRows(pieces, rows); ok {
		for i := from; i < to; i++ {
			ok = ok && !b.taken[[2]int{first + i, column}]
		}
		if ok {
			b.put(cell{r0: first + from, r1: first + to, c0: column, c1: column + 1, lines: pieces})
			return
		}
	}
	off := func(i int) float64 { return abs(b.lines[rows[i].line].height() - middle) }
	for i := range rows {
		if !b.taken[[2]int{first + i, column}] && (at < 0 || off(i) < off(at)) {
			at = i
		}
	}
	if at >= 0 {
		b.put(cell{r0: first + at, r1: first + at + 1, c0: column, c1: column + 1, lines: pieces})
	}
}

func abs(x float64) float64 { return max(x, -x) }
