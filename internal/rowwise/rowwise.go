// Package rowwise says a table row by row in sentences: what heads a row, then each figure behind its head. It is the one place that knows
// the words around the figures, for who writes them and for who finds the figures in a text again.
package rowwise

import (
	"strings"

	"nianbao/internal/form"
)

// Blank is what is said of a figure that is not there.
const Blank = "（空）"

// Cell is one of a table.
type Cell struct {
	Row    int
	Role   form.Role
	Text   string // of a head, a caption or a remark
	Remark bool   // a corner that heads nothing
	Heads  []int  // of a figure: the indices of the cells that head it, see form.Slot
}

// Line is one of a table that is said: words before each figure and words behind the last. Without figures it stands above the rows
// that it heads.
type Line struct {
	Figures []Figure
	End     string
}

// Figure is a place in a line where a figure is due.
type Figure struct {
	Before string // the words from the figure before on, or from the line's beginning
	Named  bool   // its own head stands right before it
	Cell   int
}

// Said is what stands behind the words before it.
func (f Figure) Said(value string) string {
	switch {
	case value == "":
		return Blank
	case f.Named:
		return " " + value
	}
	return value
}

// CellsOf are the cells of a table of the form.
func CellsOf(g form.Grid) (cells []Cell) {
	for _, s := range g.Slots {
		cells = append(cells, Cell{Row: s.Row, Role: s.Role, Text: s.Label, Remark: s.Role.IsRemark(s.ColSpan), Heads: s.Heads})
	}
	return cells
}

// Lines says a table, whose cells come row by row. What heads several rows stands on a line of its own above them.
func Lines(cells []Cell) (lines []Line) {
	said := map[int]bool{} // heads of several rows, captions and remarks
	alone := func(i int) {
		if cells[i].Text != "" && !said[i] {
			lines = append(lines, Line{End: cells[i].Text})
		}
		said[i] = true
	}
	for next := 0; next < len(cells); {
		row := cells[next].Row
		var figures []int
		for ; next < len(cells) && cells[next].Row == row; next++ {
			switch c := cells[next]; {
			case c.Role == form.CaptionSlot, c.Remark:
				alone(next)
			case c.Role == form.FigureSlot, c.Role == form.TextSlot:
				figures = append(figures, next)
			}
		}
		if len(figures) == 0 {
			continue
		}
		columns, heads := headsOf(cells, figures)
		lead := ""
		if last := len(heads) - 1; last >= 0 {
			for _, group := range heads[:last] {
				alone(group)
			}
			lead = strings.TrimRight(cells[heads[last]].Text, "：") + "："
		}
		lines = append(lines, sentence(cells, lead, figures, columns))
	}
	return lines
}

// headsOf parts the heads of a row's figures: of each figure those of its column, but for those that head all of the row, and the
// heads of the row, which all have, from the outermost.
func headsOf(cells []Cell, figures []int) (columns [][]int, row []int) {
	for n, i := range figures {
		columns = append(columns, nil)
		for _, head := range cells[i].Heads {
			switch role := cells[head].Role; {
			case role == form.ColumnHeadSlot:
				columns[n] = append(columns[n], head)
			case role == form.RowHeadSlot && n == 0:
				row = append(row, head)
			}
		}
	}
	for isShared(columns) {
		for n := range columns {
			columns[n] = columns[n][1:]
		}
	}
	return columns, row
}

// isShared says whether the outermost head is that of all columns, none of which is without another.
func isShared(columns [][]int) bool {
	for _, c := range columns {
		if len(columns) < 2 || len(c) < 2 || c[0] != columns[0][0] {
			return false
		}
	}
	return true
}

// sentence is the figures of a row, each behind its head. Those that a further head has in common stand together behind it.
func sentence(cells []Cell, lead string, figures []int, columns [][]int) Line {
	l := Line{End: "。"}
	above := ""
	for n, i := range figures {
		var names []string
		for _, head := range columns[n] {
			names = append(names, cells[head].Text)
		}
		own, outer := "", ""
		if last := len(names) - 1; last >= 0 {
			own, outer = names[last], strings.Join(names[:last], "，")
		}
		before := own
		switch {
		case n > 0 && outer == above:
			before = "，" + own
		case outer != "":
			before = outer + "：" + own
		}
		switch {
		case n == 0:
			before = lead + before
		case outer != above:
			before = "；" + before
		}
		l.Figures = append(l.Figures, Figure{Before: before, Named: own != "", Cell: i})
		above = outer
	}
	return l
}
