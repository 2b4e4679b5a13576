package slots

import (
	"math/bits"
	"slices"
)

// said is what the heads of a cell say together.
type said struct {
	*sheet
	keys  keys
	unit  naming
	year  int
	money []string
	close [2]bool // in each direction: a head is no wider than the cell, so that it is the cell's and not a group's
}

func (k keys) count() (n int) {
	for _, w := range k {
		n += bits.OnesCount64(w)
	}
	return n
}

// follow takes in what a head says, and those that stand behind it as seen from the cell. What stands there without a gap holds; what is held
// on from a neighbour, where cells are not merged, only tells several figures apart. It says whether a figure of the report is left. Beyond is
// the cell's head in the other direction.
func (s *said) follow(head *cell, way direction, c, beyond *cell) bool {
	line := s.all
	if s.addsOtherThings(head, way, beyond) {
		return false
	}
	for n := 0; head != nil && n < mostHeads; n++ {
		if head.says.restricts {
			return false
		}
		s.close[way] = s.close[way] || way == upward && head.ColumnSpan <= c.ColumnSpan || way == leftward && head.RowSpan <= c.RowSpan
		stop, fits := s.take(&line, head, way, n)
		if !fits {
			return false
		}
		if stop {
			break
		}
		var held *cell
		head, held = s.next(head, way, c, beyond)
		if held != nil {
			if held.says.restricts {
				return false
			}
			if k := s.meaning(held, way); !k.none() && !line.and(k).none() {
				line = line.and(k)
			}
		}
	}
	s.keys = s.keys.and(line)
	return true
}

// addsOtherThings says whether a total stands beside names of units, or heads that are none of the form's, so that it is another one.
func (s *said) addsOtherThings(head *cell, way direction, beyond *cell) bool {
	total := len(head.says.senses) > 0 && !slices.ContainsFunc(head.says.senses, func(one sense) bool { return !one.total || one.facets&ofTable != 0 })
	if !total || s.senseBeside(head, way).facets != 0 {
		return false
	}
	beside := []*cell{s.here(head.Row, head.Column-1), s.here(head.Row, head.endColumn())}
	if way == leftward {
		beside = []*cell{s.here(head.Row-1, head.Column), s.here(head.endRow(), head.Column)}
	}
	return slices.ContainsFunc(beside, func(o *cell) bool {
		if o == nil || o.kind != full || way == upward && beyond != nil && o.Column < beyond.endColumn() || way == leftward && beyond != nil && o.Row < beyond.endRow() {
			return false
		}
		return o.says.unit != unnamed || !o.says.known && !o.says.aside
	})
}

// take takes in what one head says; stop tells that it is the label of a row of another table, fits that it leaves a figure.
func (s *said) take(line *keys, head *cell, way direction, n int) (stop, fits bool) {
	says := head.says
	k := s.meaning(head, way)
	if !k.none() {
		both := line.and(k)
		if both.none() {
			return true, !s.sameTable(*line, k) && way == upward && s.isBesideFigures(head)
		}
		*line = both
	}
	s.addMoney(says.money)
	if s.year == 0 {
		s.year = says.year
	}
	switch {
	case says.unit == own:
		s.unit = own
	case says.unit == another && s.unit == unnamed && (way == leftward || n == 0):
		s.unit = another
	}
	return false, true
}

// addMoney takes in a unit of money.
func (s *said) addMoney(unit string) {
	if unit != "" && !slices.Contains(s.money, unit) {
		s.money = append(s.money, unit)
	}
}

// sameTable says whether some figures stand in a table in which others do.
func (s *said) sameTable(a, b keys) bool {
	for _, t := range s.whole {
		if !t.and(a).none() && !t.and(b).none() {
			return true
		}
	}
	return false
}

// next is the text behind a head as seen from the cell, without a gap; or what stands beside a blank cell there, or behind it, and holds on.
func (s *said) next(head *cell, way direction, c, beyond *cell) (next, held *cell) {
	row, col := head.Row-1, max(head.Column, c.Column)
	if way == leftward {
		row, col = max(head.Row, c.Row), head.Column-1
	}
	o := s.here(row, col)
	switch {
	case o == nil:
		return nil, nil
	case o.kind == full && !(way == leftward && o.says.aside):
		return o, nil
	case o.kind != empty && way == leftward: // the number of a row
		if o = s.here(row, o.Column-1); o != nil && o.kind == full {
			return o, nil
		}
		return nil, nil
	case o.kind != empty, way == upward && o.ColumnSpan > 1, way == leftward && o.RowSpan > 1: // a merged one is a head that was left out
		return nil, nil
	}
	for range mostHeld {
		if held = s.heldAt(row, col, way, beyond); held != nil {
			break
		}
		row, col = stepBack(row, col, way)
		if o = s.here(row, col); o == nil || s.blank[row] {
			return nil, nil
		}
		if o.kind == full {
			return nil, o
		}
	}
	row, col = stepBack(row, col, way)
	if o = s.here(row, col); held != nil && o != nil && o.kind == full {
		next = o
	}
	return next, held
}

// stepBack is the place that is next farther from the cell.
func stepBack(row, col int, way direction) (int, int) {
	if way == upward {
		return row - 1, col
	}
	return row, col - 1
}

// heldAt is the head that holds on to a blank place among heads, nil for none: as columns go to the right, and as rows go down.
func (s *said) heldAt(row, col int, way direction, beyond *cell) *cell {
	for range mostColumns {
		if s.blank[row] {
			return nil
		}
		if way == upward {
			col--
		} else {
			row--
		}
		o := s.here(row, col)
		switch {
		case o == nil:
			return nil
		case o.kind == empty:
			continue
		case o.kind != full, o.says.aside, o.says.units,
			beyond != nil && way == upward && o.Column < beyond.endColumn(),
			beyond != nil && way == leftward && o.Row < beyond.endRow():
			return nil
		}
		return o
	}
	return nil
}

// meaning are the figures that a text may mean as a head in its line: of several senses those that its neighbours have.
func (s *said) meaning(head *cell, way direction) (k keys) {
	senses := head.says.senses
	if len(senses) > 1 {
		if beside := s.senseBeside(head, way); beside.facets != 0 {
			for _, one := range senses {
				if one.facets&^ofTable == beside.facets && one.table == beside.table {
					k = k.or(one.keys)
				}
			}
			if !k.none() {
				return k
			}
		}
	}
	for _, one := range senses {
		k = k.or(one.keys)
	}
	return k
}

// tells is what a text tells of a figure, whichever it is: the facets, and the table; the zero sense where it may be several.
func (says *reading) tells() (t sense) {
	for i, one := range says.senses {
		f := one.facets &^ ofTable
		if f == 0 || one.table == "" || i > 0 && (t.facets != f || t.table != one.table) {
			return sense{}
		}
		t = sense{facets: f, table: one.table, total: one.total && (i == 0 || t.total)}
	}
	return t
}

// listed are the facets that count in a list, where a row's total stands for the row: 行政复议总数, and below it 其中：结果维持.
func (t sense) listed() facet {
	if t.total && t.facets == row|column {
		return row
	}
	return t.facets
}

// senseBeside is what the nearest text tells that stands in a row or a column with another one, before it or behind it.
func (s *said) senseBeside(head *cell, way direction) sense {
	for _, step := range []int{-1, 1} {
		row, col := head.Row, head.Column
		if way == leftward {
			col = head.endColumn() - 1
		}
		for range mostSiblings {
			switch {
			case way == upward && step < 0:
				col--
			case way == upward:
				col = s.endAt(row, col, way)
			case step < 0:
				row--
			default:
				row = s.endAt(row, col, way)
			}
			o := s.here(row, col)
			if o == nil {
				break
			}
			if o.kind == full {
				if t := o.says.tells(); t.facets != 0 {
					return t
				}
			}
			if way == upward {
				col = o.Column
			} else {
				row = o.Row
			}
		}
	}
	return sense{}
}

// endAt is where the cell at a place ends.
func (s *said) endAt(row, col int, way direction) int {
	o := s.here(row, col)
	switch {
	case o == nil && way == upward:
		return col + 1
	case o == nil:
		return row + 1
	case way == upward:
		return o.endColumn()
	}
	return o.endRow()
}

// inList tells figures of a list apart by the head that they stand below: 规章, and below it 本年制发件数.
func (s *said) inList(side *cell) {
	upper, seen := s.uppers[side]
	if !seen {
		upper = s.upperOf(side)
		s.uppers[side] = upper
	}
	if upper == nil {
		return
	}
	if k := s.keys.and(s.below(s.meaning(upper, leftward))); !k.none() {
		s.keys = k
	}
}

// besideWhole tells figures of a register apart by the head that one stands beside as a part of it: 本年新收, and beside it 其中：自然人.
func (s *said) besideWhole(top *cell) {
	whole := s.here(top.Row, top.Column-1)
	if !part.MatchString(top.says.folded) || whole == nil || whole.kind != full || whole.says.aside {
		return
	}
	if k := s.keys.and(s.below(s.meaning(whole, upward))); !k.none() {
		s.keys = k
	}
}

// below are the figures that may stand below some: those of the rows that they are the totals of, and themselves.
func (r *reader) below(k keys) keys {
	for _, i := range k.list(len(r.cells)) {
		if c := r.cells[i]; c.Total {
			k = k.or(r.lines[lineOf(c)])
		}
	}
	return k
}

// upperOf is the head in a list that a label stands below, nil for none. The first label of the list is such a head, and so are all that tell
// the same of a figure. What is told to be a part of something else (其中) right below a label that is not known is none of theirs.
func (s *said) upperOf(side *cell) (upper *cell) {
	own := side.says.tells()
	if own.facets == 0 {
		own = s.senseBeside(side, leftward)
	}
	if own.facets == 0 {
		return nil
	}
	isPart := part.MatchString(side.says.folded)
	var heads []*cell // the nearest first, the first of the list last
	for n, row := 0, side.Row-1; row >= 0 && !s.blank[row]; n++ {
		o := s.here(row, side.Column)
		if o == nil {
			break
		}
		if n == mostInList {
			return nil
		}
		row = o.Row - 1
		if o.kind != full || o.says.aside {
			continue
		}
		if isPart && o.says.isUnknown() && !o.says.restricts {
			return nil
		}
		isPart = part.MatchString(o.says.folded)
		if o.says.tells().table == own.table {
			heads = append(heads, o)
		}
	}
	if len(heads) == 0 {
		return nil
	}
	first := heads[len(heads)-1].says.tells().listed()
	if first == own.listed() {
		return nil
	}
	return heads[slices.IndexFunc(heads, func(o *cell) bool { return o.says.tells().listed() == first })]
}
