package worddoc

import (
	"slices"
	"sort"

	"nianbao/internal/published/page"
)

// row is a row of a table: how it is cut into cells, and their text.
type row struct {
	shape rowShape
	texts []string
}

// rowShape says where the cells of a row begin and end, and which are merged.
type rowShape struct {
	edges []int // in twips; one more than cells
	cells []cellShape
}

type cellShape struct {
	across int  // not 0 for those that are merged with a neighbour
	down   bool // merged with the one above
}

const (
	mostRowCells = 64
	firstAcross  = 1
	nextAcross   = 2
)

// change applies one of the properties of rows.
func (s *rowShape) change(code int, operand raw) {
	first, limit := operand.u8(0), min(operand.u8(1), len(s.cells))
	switch code {
	case rowDefinition:
		s.define(operand)
	case mergeCells, splitCells:
		for i := first; i < limit; i++ {
			s.cells[i].across = nextAcross
			if code == splitCells {
				s.cells[i].across = 0
			}
		}
		if code == mergeCells && first < limit {
			s.cells[first].across = firstAcross
		}
	case mergeDown:
		if i := operand.u8(1); i < len(s.cells) {
			s.cells[i].down = operand.u8(2) == 1
		}
	case insertCells:
		at, width := min(first, len(s.cells)), operand.i16(2)
		for range min(operand.u8(1), mostRowCells-len(s.cells)) {
			s.resize(at, at, width)
		}
	case deleteCells:
		for i := first; i < limit; i++ {
			s.resize(first, first+1, 0)
		}
	case columnWidth:
		for i := first; i < limit; i++ {
			cell := s.cells[i]
			s.resize(i, i+1, 0)
			s.resize(i, i, operand.i16(2))
			s.cells[i] = cell
		}
	}
}

// define reads how many cells there are, their edges, and what is said of each ([MS-DOC] 2.9.323).
func (s *rowShape) define(operand raw) {
	const described = 20
	n := operand.u8(2)
	edges := operand.part(3, 2*(n+1))
	if n > mostRowCells || edges == nil {
		return
	}
	*s = rowShape{edges: make([]int, n+1), cells: make([]cellShape, n)}
	for i := range s.edges {
		s.edges[i] = edges.i16(2 * i)
	}
	for i := range s.cells {
		flags := operand.u16(3 + len(edges) + described*i)
		s.cells[i] = cellShape{across: flags & 3, down: flags>>5&3 == 1}
	}
}

// resize takes the cells from one up to another away, for none of them puts a new one of a width there; what follows moves.
func (s *rowShape) resize(from, to, width int) {
	if len(s.edges) == 0 {
		s.edges = []int{0}
	}
	moved := width - (s.edges[to] - s.edges[from])
	if from == to {
		s.cells = slices.Insert(s.cells, from, cellShape{})
		s.edges = slices.Insert(s.edges, from+1, s.edges[from]+width)
		for i := from + 2; i < len(s.edges); i++ {
			s.edges[i] += moved
		}
		return
	}
	s.cells = slices.Delete(s.cells, from, to)
	s.edges = slices.Delete(s.edges, from+1, to+1)
	for i := from + 1; i < len(s.edges); i++ {
		s.edges[i] += moved
	}
}

// slot is a cell over the columns of the grid from one up to another.
type slot struct {
	left, right int
	rows        int // that it spans
	text        string
	down        bool // merged with the one above, which has the same columns
}

// grid puts rows into a table whose columns are all edges of their cells. It is false if they do not fit.
func (d *document) grid(rows []row) (*page.Table, bool) {
	columns := columnsOf(rows)
	slots := make([][]slot, len(rows))
	for i, r := range rows {
		slots[i] = d.place(r, columns)
	}
	for i := len(slots) - 1; i >= 0; i-- {
		for k := range slots[i] {
			s := &slots[i][k]
			s.down = s.down && i > 0 && at(slots[i-1], s) != nil
			if i+1 < len(slots) {
				if below := at(slots[i+1], s); below != nil && below.down {
					s.rows += below.rows
				}
			}
		}
	}
	g := page.NewGrid()
	fits := true
	for _, line := range slots {
		g.Row()
		column := 0
		for _, s := range line {
			g.Skip(s.left - column)
			column = s.right
			if !s.down {
				fits = g.Add(s.text, s.rows, s.right-s.left) && fits
				continue
			}
			g.Skip(s.right - s.left)
			if s.text != "" {
				d.seen[page.HiddenText]++
			}
		}
	}
	return g.Table(), fits
}

// at is the slot of a line that has the same columns as another's.
func at(line []slot, s *slot) *slot {
	i := sort.Search(len(line), func(i int) bool { return line[i].left >= s.left })
	if i < len(line) && line[i].left == s.left && line[i].right == s.right {
		return &line[i]
	}
	return nil
}

// columnsOf are the edges of all rows, those that lie close together being one.
func columnsOf(rows []row) []int {
	const close = 20
	var edges []int
	for _, r := range rows {
		edges = append(edges, r.shape.edges[:min(len(r.shape.edges), len(r.texts)+1)]...)
	}
	slices.Sort(edges)
	var columns []int
	for _, e := range edges {
		if len(columns) == 0 || e-columns[len(columns)-1] > close {
			columns = append(columns, e)
		}
	}
	return columns
}

// place gives the cells of a row their columns: those that their edges tell, or one each where these do not go from left to right.
func (d *document) place(r row, columns []int) []slot {
	column := func(edge int) int {
		return sort.Search(len(columns), func(i int) bool { return columns[i] > edge }) - 1
	}
	var slots []slot
	first := 0 // how the first of the merged cells is marked, which programs do not agree on
	for i, text := range r.texts {
		s := slot{text: text, rows: 1, left: i, right: i + 1}
		if len(slots) > 0 {
			s.left = slots[len(slots)-1].right
			s.right = s.left + 1
		}
		across := 0
		if i < len(r.shape.cells) {
			if left, right := column(r.shape.edges[i]), column(r.shape.edges[i+1]); left < s.left && i > 0 || right <= left {
				return oneEach(r.texts)
			} else {
				s.left, s.right = left, right
			}
			s.down, across = r.shape.cells[i].down, r.shape.cells[i].across
		}
		if across == 0 || first == 0 || across == first {
			slots, first = append(slots, s), across
			continue
		}
		slots[len(slots)-1].right = s.right
		if text != "" {
			d.seen[page.HiddenText]++
		}
	}
	return slots
}

func oneEach(texts []string) []slot {
	slots := make([]slot, len(texts))
	for i, text := range texts {
		slots[i] = slot{text: text, rows: 1, left: i, right: i + 1}
	}
	return slots
}
