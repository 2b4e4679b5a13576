package form

import "slices"

// Role says what stands in a slot of a printed table.
type Role int

const (
	CaptionSlot    Role = iota // a line across the whole width
	CornerSlot                 // the top left cell
	ColumnHeadSlot             //
	RowHeadSlot                //
	FigureSlot                 //
	TextSlot                   // words, from the left; the form has none, lists of our own do
)

// IsRemark says whether a slot over so many columns is a remark on the table: the corner above several columns of row heads. Above a single
// one it heads that.
func (r Role) IsRemark(columns int) bool { return r == CornerSlot && columns > 1 }

// Slot is one rectangle of a printed table, in grid rows and columns counted from 0.
type Slot struct {
	Row, Col         int
	RowSpan, ColSpan int
	Role             Role
	Label            string // "" for a figure
	Cell             *Cell  // nil but for a figure
	Group            bool   // a head that has heads below it
	Heads            []int  // of a figure: the indices of the slots that head it, the caption first, then columns, then rows, each from the outermost
}

// Grid is a table laid out with its merged cells. The slots cover it without gap or overlap, row by row.
type Grid struct {
	Rows, Cols int
	HeadRows   int // rows at the top to repeat when the table runs over a page; 0 where each block has heads of its own
	HeadCols   int // columns at the left that hold row heads
	Slots      []Slot
}

// Grid is the table as it is printed: heads nested, the last column of a narrow block widened to the table's edge. Its slots are shared.
func (t *Table) Grid() Grid { return t.grid() }

func (t *Table) deriveGrid() Grid {
	var g Grid
	for _, b := range t.Blocks {
		g.HeadCols = max(g.HeadCols, depth(b.Rows))
		g.Cols = max(g.Cols, depth(b.Rows)+breadth(b.Columns))
	}
	for _, c := range t.crossings() {
		g.addBlock(c)
	}
	if len(t.Blocks) == 1 {
		g.HeadRows = depth(t.Blocks[0].Columns)
	}
	return g
}

func (g *Grid) addBlock(b crossing) {
	var caption []int
	if b.Caption != "" {
		caption = []int{len(g.Slots)}
		g.Slots = append(g.Slots, Slot{Row: g.Rows, RowSpan: 1, ColSpan: g.Cols, Role: CaptionSlot, Label: b.Caption})
		g.Rows++
	}
	headRows, headCols := depth(b.Columns), depth(b.Rows)
	if headCols > 0 {
		g.Slots = append(g.Slots, Slot{Row: g.Rows, RowSpan: headRows, ColSpan: headCols, Role: CornerSlot, Label: b.Corner})
	}
	above, beside := make([][]int, len(b.columns)), make([][]int, len(b.rows)) // the heads of each column and of each row
	for j := range above {
		above[j] = slices.Clone(caption)
	}
	colSpan := func(at, wide int) int { // the last column of a narrow block runs to the table's edge
		if at+wide == len(b.columns) {
			return g.Cols - headCols - at
		}
		return wide
	}
	heads, rowHeads := placeHeads(b.Columns, headRows), placeHeads(b.Rows, headCols)
	g.Slots = slices.Grow(g.Slots, len(heads)+len(rowHeads)+len(b.rows)*len(b.columns))
	for level := range headRows {
		for _, h := range heads {
			if h.level == level {
				h.headEach(above, len(g.Slots))
				g.Slots = append(g.Slots, Slot{Row: g.Rows + level, Col: headCols + h.at, RowSpan: h.deep, ColSpan: colSpan(h.at, h.wide),
					Role: ColumnHeadSlot, Label: h.head.Label, Group: len(h.head.Children) > 0})
			}
		}
	}
	g.Rows += headRows

	for i := range b.rows {
		for _, h := range rowHeads {
			if h.at == i {
				h.headEach(beside, len(g.Slots))
				g.Slots = append(g.Slots, Slot{Row: g.Rows + i, Col: h.level, RowSpan: h.wide, ColSpan: h.deep,
					Role: RowHeadSlot, Label: h.head.Label, Group: len(h.head.Children) > 0})
			}
		}
		for j := range b.columns {
			g.Slots = append(g.Slots, Slot{Row: g.Rows + i, Col: headCols + j, RowSpan: 1, ColSpan: colSpan(j, 1),
				Role: FigureSlot, Cell: b.cell(i, j), Heads: slices.Concat(above[j], beside[i])})
		}
	}
	g.Rows += len(b.rows)
}

// headEach notes a head's slot for each of the leaves that it heads.
func (h placed) headEach(leaves [][]int, slot int) {
	for i := h.at; i < h.at+h.wide; i++ {
		leaves[i] = append(leaves[i], slot)
	}
}

// placed is a head with its place in a tree that runs along one axis: at and wide along the leaves, level and deep across them.
type placed struct {
	head                  Head
	level, deep, at, wide int
}

// placeHeads places a forest of heads in a strip of the given depth. A head takes what its children leave over,
// so that all leaves end at the strip's inner edge.
func placeHeads(heads []Head, strip int) []placed {
	var out []placed
	var place func(heads []Head, level, at int)
	place = func(heads []Head, level, at int) {
		for _, h := range heads {
			wide := max(1, breadth(h.Children))
			deep := strip - level - depth(h.Children)
			out = append(out, placed{h, level, deep, at, wide})
			place(h.Children, level+deep, at)
			at += wide
		}
	}
	place(heads, 0, 0)
	return out
}

func depth(heads []Head) int {
	d := 0
	for _, h := range heads {
		d = max(d, 1+depth(h.Children))
	}
	return d
}

func breadth(heads []Head) int {
	n := 0
	for _, h := range heads {
		n += max(1, breadth(h.Children))
	}
	return n
}
