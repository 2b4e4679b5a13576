package slots

import (
	"strconv"
	"strings"

	"nianbao/internal/label"
	"nianbao/internal/published/page"
)

// sheet is a sheet as it is looked at.
type sheet struct {
	*reader
	number int
	rows   int
	width  int
	cells  []cell
	at     []int32         // which cell stands in each row and column; -1 for none
	above  []int32         // the text that is next above each row and column, through cells that may hold figures; -1 for none
	over   []int32         // the text that is next above, through rows in which nothing stands too
	left   []int32         // the same to the left
	blank  []bool          // rows in which nothing stands
	counts []bool          // rows in which the columns are counted: 1 2 3 …
	marks  []*mark         // the one that holds for each row and column; nil for none
	uppers map[*cell]*cell // in lists, what each label stands below
	money  string          // of all the sheet
	unit   naming          // the sheet's name is a unit's
	year   int             // the sheet's name is another year's
}

// cell is one of them.
type cell struct {
	page.Cell
	kind kind
	says *reading
}

// kind is what stands in a cell.
type kind int

const (
	empty  kind = iota
	number      // or a mark for none
	full        // a text
	passed      // a text that is no head: what is counted, a remark
)

func (c *cell) endRow() int    { return c.Row + c.RowSpan }
func (c *cell) endColumn() int { return c.Column + c.ColumnSpan }

// holds says whether a figure may be due in a cell.
func (c *cell) holds() bool { return c.kind == empty || c.kind == number }

// mark is the place where a unit is named, for what stands below and to the right.
type mark struct {
	row, column int
	unit        naming
}

// How large a sheet is looked at; what lies farther out is passed over.
const (
	mostRows    = 2000
	mostColumns = 100
)

func (r *reader) look(n int, s Sheet) *sheet {
	t := s.Table
	v := &sheet{reader: r, number: n, rows: min(t.Rows, mostRows), width: min(t.Columns, mostColumns), uppers: map[*cell]*cell{}}
	name := label.Text(s.Name)
	v.unit = r.naming(name)
	says := r.of(s.Name)
	if v.year = says.year; says.restricts {
		v.rows = 0
	}
	n = v.rows * v.width
	v.at, v.above, v.over, v.left = fresh(n), fresh(n), fresh(n), fresh(n)
	v.blank = make([]bool, v.rows)
	for i := range v.blank {
		v.blank[i] = true
	}
	for _, c := range t.Cells {
		if c.Row < 0 || c.Column < 0 || c.Row >= v.rows || c.Column >= v.width {
			continue
		}
		c.RowSpan, c.ColumnSpan = min(max(c.RowSpan, 1), v.rows-c.Row), min(max(c.ColumnSpan, 1), v.width-c.Column)
		v.add(c)
	}
	v.findCounts()
	v.findHeads()
	v.findMarks()
	return v
}

func fresh(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

func (v *sheet) add(c page.Cell) {
	says := v.of(c.Text)
	one := cell{c, says.kind, says}
	if one.kind == full && v.money == "" {
		if m := moneyOfAll.FindString(says.folded); m != "" {
			v.money = moneyIn(m)
		}
	}
	for row := c.Row; row < one.endRow(); row++ {
		for col := c.Column; col < one.endColumn(); col++ {
			if v.at[row*v.width+col] >= 0 {
				return
			}
		}
	}
	for row := c.Row; row < one.endRow(); row++ {
		v.blank[row] = v.blank[row] && one.kind == empty
		for col := c.Column; col < one.endColumn(); col++ {
			v.at[row*v.width+col] = int32(len(v.cells))
		}
	}
	v.cells = append(v.cells, one)
}

// here is the cell that covers a place, nil for none.
func (v *sheet) here(row, col int) *cell {
	if row < 0 || col < 0 || row >= v.rows || col >= v.width {
		return nil
	}
	if i := v.at[row*v.width+col]; i >= 0 {
		return &v.cells[i]
	}
	return nil
}

// findCounts finds the rows in which the columns are counted, with as many numbers as no report has by chance.
func (v *sheet) findCounts() {
	const fewest = 4
	v.counts = make([]bool, v.rows)
	for row := range v.counts {
		next := 1
		for col := 0; col < v.width && next > 0; {
			c := v.here(row, col)
			if c == nil {
				col++
				continue
			}
			col = c.endColumn()
			switch words := strings.Trim(c.says.folded, " ()"); {
			case c.kind != number:
				if c.kind == full && (c.says.known || c.says.unit != unnamed) && !c.says.aside {
					next = 0
				}
			case words == strconv.Itoa(next):
				next++
			case len(words) > 0 && words[0] >= '0' && words[0] <= '9':
				next = 0
			}
		}
		v.counts[row] = next > fewest
	}
}

// findHeads finds for every place the text above it and to the left. A row in which nothing stands ends what is above; what stands in a
// column of remarks or of numbers of rows is no head.
func (v *sheet) findHeads() {
	for row := range v.rows {
		for col := range v.width {
			at := row*v.width + col
			if row > 0 {
				v.over[at] = v.over[at-v.width]
				if c := v.here(row-1, col); c != nil && c.kind == full {
					v.over[at] = v.at[at-v.width]
				}
			}
			if row > 0 && !v.blank[row-1] {
				v.above[at] = v.above[at-v.width]
				if c := v.here(row-1, col); c != nil && c.kind == full {
					v.above[at] = v.at[at-v.width]
				}
			}
			if c := v.here(row, col); c != nil && c.kind == full && c.Row == row && c.Column == col {
				v.passOver(c, v.above[at])
			}
			if col > 0 {
				v.left[at] = v.left[at-1]
				if c := v.here(row, col-1); c != nil && c.kind == full {
					v.left[at] = v.at[at-1]
				}
			}
		}
	}
}

// passOver makes a text no head that stands below the head of something else, and one that names a unit below 单位名称 what it is.
func (v *sheet) passOver(c *cell, above int32) {
	if above < 0 || v.cells[above].Column != c.Column {
		return
	}
	switch head := v.cells[above].says; {
	case head.aside && !c.says.known && !c.says.aside && !c.says.units:
		c.kind = passed
	case head.units && c.says.unit == unnamed && !c.says.units && !c.says.aside:
		says := *c.says
		says.unit = another
		c.says = &says
	}
}

// findMarks finds where units are named for what follows: of those above a cell or in its row the last, and of those of one row the last
// to the left.
func (v *sheet) findMarks() {
	v.marks = make([]*mark, v.rows*v.width)
	for row := range v.rows {
		for col := range v.width {
			at := row*v.width + col
			if c := v.here(row, col); c != nil && c.kind == full && c.Row == row && c.Column == col {
				v.marks[at] = v.markIn(c)
			}
			if v.marks[at] != nil {
				continue
			}
			if col > 0 {
				v.marks[at] = v.marks[at-1]
			}
			if row > 0 {
				if above := v.marks[at-v.width]; above != nil && (v.marks[at] == nil || v.marks[at].row < above.row) {
					v.marks[at] = above
				}
			}
		}
	}
}

// markIn is what a text says of a unit that is named behind it, nil for nothing.
func (v *sheet) markIn(c *cell) *mark {
	if !c.says.marks {
		return nil
	}
	name := c.says.name
	if next := v.here(c.Row, c.endColumn()); name == "" && next != nil && next.kind == full {
		name = next.says.folded
	}
	says := v.naming(name)
	switch {
	case strings.Contains(name, ":"):
		name, says = "", unnamed
	case says == unnamed && name != "" && c.says.colon && !isPlainUnit.MatchString(c.says.folded):
		says = another
	}
	if says == unnamed && (name != "" || !c.says.colon) {
		return nil
	}
	return &mark{c.Row, c.Column, says}
}

// markOf is the unit that is named for a cell.
func (v *sheet) markOf(c *cell) naming {
	if m := v.marks[c.Row*v.width+c.Column]; m != nil {
		return m.unit
	}
	return unnamed
}
