package placed

import (
	"math"
	"slices"
)

// Where only rules that lie part the rows of a table, as some sites print them, they tell which label is whose.

// outermost is where the labels begin that stand furthest left, those included that head several rows.
func (b *builder) outermost(least float64) float64 {
	for _, l := range b.lines[b.guess.rows[0].line : b.guess.rows[len(b.guess.rows)-1].line+1] {
		least = min(least, l.x0)
	}
	return least
}

// ruledColumns are where the columns of labels begin that rules tell: those that run to the end of the table, and begin right of where
// the labels do.
func (b *builder) ruledColumns(least float64) (begin []float64) {
	last := b.columns[len(b.columns)-1]
	for _, s := range b.lying {
		if s.from > least+b.size && s.from < b.left-2*b.size && s.to > (last[0]+last[1])/2 {
			begin = append(begin, s.from)
		}
	}
	slices.Sort(begin)
	return slices.CompactFunc(begin, func(a, c float64) bool { return abs(c-a) < b.size })
}

// band is how many rules lie above a height that run over a place: lines of equal bands stand between the same two.
func (b *builder) band(x, y float64) (rules int) {
	for _, s := range b.lying {
		if s.at < y && s.from <= x && s.to >= x {
			rules++
		}
	}
	return rules
}

// bands are those of the rows at a place; false if two rows stand between the same rules.
func (b *builder) bands(x float64, rows []figureRow) (bands []int, ruled bool) {
	for i, r := range rows {
		bands = append(bands, b.band(x, b.lines[r.line].height()))
		if i > 0 && bands[i] == bands[i-1] {
			return nil, false
		}
	}
	return bands, len(rows) > 1
}

// shares gives each row its lines of labels, of which the first may be left over for the heads; false if that is not beyond doubt.
func (b *builder) shares(labels []line, rows []figureRow) (parts [][]line, skipped int, ok bool) {
	bands, ruled := b.bands(b.left-1, rows)
	if !ruled {
		return shares(labels, rows, b.lines, b.size)
	}
	parts = make([][]line, len(rows))
	for k, l := range labels {
		i := slices.Index(bands, b.band(b.left-1, l.height()))
		switch {
		case i >= 0:
			parts[i] = append(parts[i], l)
		case skipped == k && l.height() < b.lines[rows[0].line].height():
			skipped++
		default:
			return nil, 0, false
		}
	}
	for _, p := range parts {
		if len(p) == 0 {
			return nil, 0, false
		}
	}
	return parts, skipped, true
}

// isRuledOff tells whether a rule over the whole table parts a head from the line below it.
func (b *builder) isRuledOff(p line, below line) bool {
	for _, x := range []float64{b.sides[0] + 1, p.middle(), b.edges[len(b.edges)-1] - 1} {
		if b.band(x, p.height()) == b.band(x, below.height()) {
			return false
		}
	}
	return true
}

// ruledRows are the rows that stand between the two rules around a label; false if there are no such rules, or none of the rows does.
func (b *builder) ruledRows(pieces []line, rows []figureRow) (from, to int, ok bool) {
	x := pieces[0].middle()
	band := b.band(x, pieces[0].height())
	if _, ruled := b.bands(b.left-1, rows); !ruled || band != b.band(x, pieces[len(pieces)-1].height()) {
		return 0, 0, false
	}
	from = -1
	for i, r := range rows {
		if b.band(x, b.lines[r.line].height()) == band {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	return from, to, from >= 0
}

// beginsAt tells whether the rule above a label or the one below begins at a place or further right, so that a column begins there.
func (b *builder) beginsAt(x float64, p line) bool {
	above, below := stroke{at: math.Inf(-1), from: math.Inf(-1)}, stroke{at: math.Inf(1), from: math.Inf(-1)}
	for _, s := range b.lying {
		switch over := s.from < b.left && s.to > b.left; {
		case over && s.at < p.height() && s.at > above.at:
			above = s
		case over && s.at > p.height() && s.at < below.at:
			below = s
		}
	}
	return max(above.from, below.from) > x-thick
}

// cutLabel cuts a piece where a column of labels that rules tell begins between two of its characters: labels may stand so close that
// no gap tells them apart. One that runs over the place is over both columns.
func (b *builder) cutLabel(p line) []line {
	if !slices.ContainsFunc(b.lying, func(s stroke) bool { return abs(s.from-b.leaf) < thick }) {
		return []line{p}
	}
	var out []line
	from := 0
	for _, x := range b.sides[1:] {
		if !b.beginsAt(x, p) {
			continue
		}
		for i := from + 1; i < len(p.glyphs); i++ {
			if p.glyphs[i-1].X1 < x+0.1*p.size && p.glyphs[i].X0 > x-0.1*p.size {
				out = append(out, lineOf(p.glyphs[from:i]))
				from = i
				break
			}
		}
	}
	return append(out, lineOf(p.glyphs[from:]))
}

// headPieces are the pieces of a line of heads. One that is two heads without a gap between them is cut, if each half then stands in
// the middle above its figures; one over those in the lines below is whole.
func (b *builder) headPieces(l line, below []line) (pieces []line) {
	for _, p := range l.pieces() {
		if b.isUpper(p, below) {
			pieces = append(pieces, p)
			continue
		}
		for _, part := range b.loosened(p) {
			pieces = append(pieces, b.cutHead(part)...)
		}
	}
	return pieces
}

// isUpper tells a head that a rule parts from others below it: it is over these, and none of them goes on with it.
func (b *builder) isUpper(p line, below []line) bool {
	return len(b.lying) > 0 && slices.ContainsFunc(below, func(l line) bool {
		return b.band(p.middle(), l.height()) != b.band(p.middle(), p.height()) &&
			slices.ContainsFunc(l.pieces(), func(other line) bool { return other.x0 < p.x1 && p.x0 < other.x1 })
	})
}

// loosened cuts Han characters that stand close to each other where two are a little further apart: heads fill their cells, and what parts them then
// is the room that cells leave at their sides. Parts over the same column are not two: some fonts set a character off, as 一.
func (b *builder) loosened(l line) (parts []line) {
	gap := func(i int) float64 { return l.glyphs[i].X0 - l.glyphs[i-1].X1 }
	least := math.Inf(1)
	for i := 1; i < len(l.glyphs); i++ {
		least = min(least, gap(i))
	}
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i < len(l.glyphs) && !(gap(i)-least > wordGap*l.size && isWide(l.glyphs[i-1].Text) && isWide(l.glyphs[i].Text)) {
			continue
		}
		part, last := lineOf(l.glyphs[from:i]), len(parts)-1
		if last >= 0 && b.column(parts[last].middle()) == b.column(part.middle()) {
			part.glyphs = slices.Concat(parts[last].glyphs, part.glyphs)
			part, parts = lineOf(part.glyphs), parts[:last]
		}
		parts = append(parts, part)
		from = i
	}
	return parts
}

func (b *builder) cutHead(p line) []line {
	var parts []line
	from := 0
	for i := 1; i <= len(p.glyphs); i++ {
		if i < len(p.glyphs) && b.column(p.glyphs[i].middle()) == b.column(p.glyphs[i-1].middle()) {
			continue
		}
		part := lineOf(p.glyphs[from:i])
		c := b.columns[b.column(part.middle())]
		if len(part.glyphs) < 2 || abs(part.middle()-(c[0]+c[1])/2) > 0.3*b.size {
			return []line{p}
		}
		parts = append(parts, part)
		from = i
	}
	return parts
}
