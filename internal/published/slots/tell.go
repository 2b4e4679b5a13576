package slots

import (
	"slices"
	"strings"

	"nianbao/internal/pattern"
)

// told is what is said of a cell.
type told struct {
	place  Place
	text   string
	keys   keys
	named  bool  // its heads name the figure; else only its row, of which it takes the total
	top    *cell // the head above it, nil for none
	side   *cell // its label, nil for none
	spread bool  // they may hold for its neighbours too
	whole  bool  // the next one is told to be a part of it
	own    bool  // the report's unit is named for it
	money  string
	why    Why    // Another, Year and Unknown: why it is not the report's; else 0
	label  string // of Unknown
}

// How far heads reach.
const (
	mostHeads    = 8   // one above another
	mostHeld     = 2   // blank cells among heads that are not merged
	mostSiblings = 8   // that tell what a word means
	mostInList   = 300 // in a list
)

// direction is where heads stand as seen from a cell.
type direction int

const (
	upward direction = iota
	leftward
)

func (v *sheet) tellAll() (all []told) {
	for i := range v.cells {
		c := &v.cells[i]
		if !c.holds() || v.counts[c.Row] {
			continue
		}
		if t, ok := v.tell(c); ok {
			all = append(all, t)
		}
	}
	rows, columns := make([]int, v.rows), make([]int, v.width)
	for _, t := range all {
		if _, only := t.keys.only(); only {
			rows[t.place.Row]++
			columns[t.place.Column]++
		}
	}
	all = slices.DeleteFunc(all, func(t told) bool { // one by itself lies outside of the group whose head it has
		return !t.named && (t.top == nil && columns[t.place.Column] < 2 || t.side == nil && rows[t.place.Row] < 2)
	})
	return append(all, v.unknown(all)...)
}

// line is a row or a column of cells as it is told: by the head or the label that its cells share, and where the other ones stand.
type line struct {
	shared *cell
	way    direction // where that stands
	at     int       // the column of their labels, or the row of their heads
}

// unknown are the blank cells in a line with cells for figures whose labels are none of the form's.
func (v *sheet) unknown(all []told) (more []told) {
	lines, seen := map[line]bool{}, map[Place]bool{}
	for _, t := range all {
		seen[t.place] = true
		if t.why != 0 || t.top == nil || t.side == nil {
			continue
		}
		if t.side.says.unit == unnamed { // else the other rows are other units', whatever they are called
			lines[line{t.top, upward, t.side.Column}] = true
		}
		if t.top.says.unit == unnamed {
			lines[line{t.side, leftward, t.top.Row}] = true
		}
	}
	for i := range v.cells {
		c := &v.cells[i]
		place := Place{v.number, c.Row, c.Column}
		if len(lines) == 0 || !c.holds() || v.counts[c.Row] || seen[place] || strings.Trim(c.says.folded, "0.") != "" {
			continue
		}
		due := func(label *cell) bool { return label.says.isUnknown() && (c.kind == empty || !label.says.restricts) }
		top, side := v.headOf(c), v.sideOf(c)
		switch {
		case top == nil || side == nil:
		case due(side) && lines[line{top, upward, side.Column}]:
			more = append(more, told{place: place, text: c.Text, label: side.Text, why: Unknown})
		case due(top) && lines[line{side, leftward, top.Row}]:
			more = append(more, told{place: place, text: c.Text, label: top.Text, why: Unknown})
		}
	}
	return more
}

// isUnknown says whether a text may be the label of a figure that the form does not have.
func (says *reading) isUnknown() bool {
	return says.kind == full && !says.known && !says.aside && !says.units && !says.marks && says.unit == unnamed && !strings.HasSuffix(says.folded, ":")
}

// tell collects what is said of a cell; ok is false where that is no figure of the form.
func (v *sheet) tell(c *cell) (t told, ok bool) {
	head, side := v.headOf(c), v.sideOf(c)
	caption, edge := head != nil && side != nil && head.Column <= side.Column && head.endColumn() >= side.endColumn(), side
	if side != nil && head != nil && side.Row <= head.Row && side.endRow() >= head.endRow() && !caption {
		edge, side = side, nil
	}
	top := head
	if caption {
		top = nil
	}
	switch {
	case top == nil && side == nil,
		top == nil && (!v.isBeside(c, side) || v.hasHeadsBeyond(c, side) || v.isAbove(side) || !v.isInLine(side, leftward) || v.isAmongHeads(c, leftward)),
		side == nil && (!v.isBelow(c, top) || v.hasSidesBelow(c) || v.isBesideFigures(top) || !v.isInLine(top, upward) || v.isAmongHeads(c, upward)):
		return told{}, false
	case caption && v.isBetween(head, side, c), side != nil && v.isRest(side):
		return told{}, false
	case side != nil && v.isUnitBehindMark(side), top != nil && !top.says.heads(), side != nil && !side.says.heads():
		return told{}, false
	}
	s := said{sheet: v, keys: v.all}
	if head != nil && !s.follow(head, upward, c, edge) || edge != nil && !s.follow(edge, leftward, c, head) ||
		s.keys.none() || top != nil && !s.close[upward] || side != nil && !s.close[leftward] {
		return told{}, false
	}
	if s.keys.count() > 1 && side != nil {
		s.inList(side)
	}
	if s.keys.count() > 1 && top != nil {
		s.besideWhole(top)
	}
	t = told{place: Place{v.number, c.Row, c.Column}, text: c.Text, keys: s.keys, named: true, top: top, side: side, spread: v.isSpread(c, top, side), whole: v.isWhole(top, side)}
	if i, whole := v.totalOf(s.keys); whole && (top == nil || top.ColumnSpan <= c.ColumnSpan) && (side == nil || side.RowSpan <= c.RowSpan) {
		t.keys, t.named = keys{}, false
		t.keys.add(i)
	}
	if t.keys == v.all {
		return told{}, false
	}
	for col := range c.Column {
		if o := v.here(c.Row, col); o != nil && o.kind == passed {
			s.addMoney(o.says.money)
		}
	}
	if t.money = strings.Join(s.money, "、"); t.money == "" {
		t.money = v.money
	}
	return v.whose(c, t, s), true
}

// isBetween says whether a text that looks like the caption of what stands below is a remark between the heads of columns and their figures:
// it stands right below other rows of a table whose columns go on, perhaps.
func (v *sheet) isBetween(caption, side, c *cell) bool {
	i := v.above[caption.Row*v.width+c.Column]
	return i >= 0 && v.cells[i].says.heads() && v.cells[i].Column >= side.endColumn()
}

// rest is the label of what is left of a group.
var rest = pattern.New(`^[0-9()（）.、 ]*其[他它](?:情形|处理)?$`)

// isRest says whether a label is that of what is left of its group, beside a label that the form does not have: what that one takes is missing
// in what is left.
func (v *sheet) isRest(side *cell) bool {
	if !rest.MatchString(side.says.folded) {
		return false
	}
	group := v.sideOf(side)
	for _, row := range []int{side.Row - 1, side.endRow()} {
		o := v.here(row, side.Column)
		if o != nil && o.kind == full && !o.says.known && !o.says.aside && o.Column == side.Column && v.sideOf(o) == group {
			return true
		}
	}
	return false
}

// heads says whether a text may be the head of a figure.
func (says *reading) heads() bool {
	return (says.known || says.unit != unnamed) && !says.aside && !says.units
}

// whose tells whether a cell is the report's.
func (v *sheet) whose(c *cell, t told, s said) told {
	named := v.markOf(c)
	t.own = s.unit == own || named == own || v.unit == own
	switch {
	case s.unit == another, s.unit == unnamed && (named == another || v.unit == another):
		t.why = Another
	case s.year != 0 || v.year != 0:
		t.why = Year
	}
	return t
}

// totalOf is the total of a row, if some figures are all of the row's.
func (r *reader) totalOf(k keys) (total int, whole bool) {
	list := k.list(len(r.cells))
	if len(list) < 2 || r.lines[lineOf(r.cells[list[0]])] != k {
		return 0, false
	}
	for _, i := range list {
		if _, columns := partsOf(r.cells[i]); columns[len(columns)-1].Total {
			return i, true
		}
	}
	return 0, false
}

// headOf is the text next above a cell, if it is one for all the columns that the cell spans.
func (v *sheet) headOf(c *cell) *cell {
	first := v.above[c.Row*v.width+c.Column]
	for col := c.Column + 1; col < c.endColumn(); col++ {
		if v.above[c.Row*v.width+col] != first {
			return nil
		}
	}
	if first < 0 {
		return nil
	}
	return &v.cells[first]
}

// sideOf is the text next to the left of a cell, if it is one for all the rows that the cell spans.
func (v *sheet) sideOf(c *cell) *cell {
	first := v.left[c.Row*v.width+c.Column]
	for row := c.Row + 1; row < c.endRow(); row++ {
		if v.left[row*v.width+c.Column] != first {
			return nil
		}
	}
	if first < 0 {
		return nil
	}
	return &v.cells[first]
}

// isBeside says whether nothing but what is counted stands between a label and a cell.
func (v *sheet) isBeside(c, side *cell) bool {
	for col := side.endColumn(); col < c.Column; col++ {
		if o := v.here(c.Row, col); o == nil || o.kind != passed {
			return false
		}
	}
	return true
}

// hasHeadsBeyond says whether cells farther from a label than this one have heads, so that it is not the label's only one.
func (v *sheet) hasHeadsBeyond(c, side *cell) bool {
	for col := c.endColumn(); col < v.width; col++ {
		if o := v.here(c.Row, col); o != nil && o.kind == full {
			return false
		}
		i := v.over[c.Row*v.width+col]
		if i >= 0 && v.cells[i].says.heads() && v.cells[i].Column >= side.endColumn() {
			return true
		}
	}
	return false
}

// isAbove says whether what looks like the label of a row is the head of columns: several cells stand below it, or one for a figure.
func (v *sheet) isAbove(side *cell) bool {
	below := v.here(side.endRow(), side.Column)
	return below != nil && (below.ColumnSpan < side.ColumnSpan || below.holds() && !v.blank[side.endRow()])
}

// isAmongHeads says whether a cell that has no head in the other direction stands in a line with heads of figures, and so where one was left
// out, or in what would be merged with one.
func (v *sheet) isAmongHeads(c *cell, way direction) bool {
	tells := func(row, col int) bool {
		o := v.here(row, col)
		return o != nil && o.kind == full && len(o.says.senses) > 0 && (way == upward && o.RowSpan <= c.RowSpan || way == leftward && o.ColumnSpan <= c.ColumnSpan)
	}
	if way == upward {
		for col := range v.width {
			if tells(c.Row, col) {
				return true
			}
		}
		return false
	}
	for _, step := range []int{-1, 1} {
		for row, n := c.Row+step, 0; row >= 0 && row < v.rows && !v.blank[row] && n < mostSiblings; row, n = row+step, n+1 {
			if tells(row, c.Column) {
				return true
			}
		}
	}
	return false
}

// isUnitBehindMark says whether a text is the name behind 单位名称, in whose row no figures stand.
func (v *sheet) isUnitBehindMark(side *cell) bool {
	before := v.here(side.Row, side.Column-1)
	return before != nil && before.kind == full && before.says.marks
}

// isInLine says whether a head has other texts next to it in its row, or a label in its column, as such have.
func (v *sheet) isInLine(head *cell, way direction) bool {
	beside := []*cell{v.here(head.Row, head.Column-1), v.here(head.Row, head.endColumn())}
	if way == leftward {
		beside = []*cell{v.here(head.Row-1, head.Column), v.here(head.endRow(), head.Column)}
	}
	return slices.ContainsFunc(beside, func(o *cell) bool {
		return o != nil && o.kind == full && (way == leftward && o.ColumnSpan <= head.ColumnSpan || way == upward && o.RowSpan <= head.RowSpan)
	})
}

// isBesideFigures says whether what looks like the head of a column is the label of a row, whose figures have heads of their own.
func (v *sheet) isBesideFigures(head *cell) bool {
	beside := v.here(head.Row, head.endColumn())
	if beside == nil || !beside.holds() {
		return false
	}
	i := v.above[head.Row*v.width+head.endColumn()]
	return i >= 0 && v.cells[i].says.heads() && v.cells[i].Column >= head.endColumn()
}

// isBelow says whether nothing but the numbers of columns stands between a head and a cell.
func (v *sheet) isBelow(c, head *cell) bool {
	for row := head.endRow(); row < c.Row; row++ {
		if !v.counts[row] {
			return false
		}
	}
	return true
}

// hasSidesBelow says whether the rows below a cell have labels, so that it is a row without one among others.
func (v *sheet) hasSidesBelow(c *cell) bool {
	row := c.endRow()
	if row >= v.rows || v.blank[row] {
		return false
	}
	below := v.here(row, c.Column)
	if below == nil || !below.holds() {
		return false
	}
	i := v.left[row*v.width+c.Column]
	return i >= 0 && v.cells[i].says.heads()
}
