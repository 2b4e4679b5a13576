package grid

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/published/label"
	"nianbao/internal/published/page"
)

// heads are the heads of the columns of figures, as they were read.
type heads struct {
	list   []head
	closed bool // rows stand below them
	same   bool // they stand in the table of the page that is being read
}

type head struct {
	label    *label.Label // nil for one that is none of the form's
	row      int
	from, to int // columns of the grid
}

func (h *heads) add(l *label.Label, c page.Cell) {
	h.list = append(slices.Clip(h.list), head{l, c.Row, c.Column, c.Column + c.ColumnSpan})
}

// whole says whether all columns are there of a table whose rows have the same ones.
func (h heads) whole(table label.Table) bool {
	for _, e := range form.Editions() {
		if _, ok := h.order(columnsOf(e, table, rowKeys(e, table)[0])); ok {
			return true
		}
	}
	return false
}

// order brings the heads into the order of the form's columns, by their last parts; ok is false where they are not those.
func (h heads) order(columns []string) (ordered []head, ok bool) {
	if len(h.list) != len(columns) {
		return nil, false
	}
	for _, arrange := range []func([]head) []head{byColumn, asRead, byRow} {
		list := arrange(slices.Clone(h.list))
		if fits(list, columns) {
			return list, true
		}
	}
	return nil, false
}

// byColumn goes from left to right.
func byColumn(list []head) []head {
	slices.SortStableFunc(list, func(a, b head) int { return a.from - b.from })
	return list
}

func asRead(list []head) []head { return list }

// byRow takes the heads of the last row, which stand below one head, in between those above: 自然人, the five kinds of organisations,
// 总计. Where a row of heads has a cell too many its columns do not tell.
func byRow(list []head) []head {
	lowest := 0
	for _, h := range list {
		lowest = max(lowest, h.row)
	}
	var above, below []head
	for _, h := range list {
		if h.row == lowest {
			below = append(below, h)
		} else {
			above = append(above, h)
		}
	}
	if len(above) == 0 {
		return below
	}
	return slices.Concat(above[:1], below, above[1:])
}

// fits says whether heads are those of the form one by one. What is left of a head whose second line is lost fits where only one does.
func fits(list []head, columns []string) bool {
	for i, h := range list {
		if h.label == nil || h.label.Kind() != label.Torn && h.label.Key != columns[i] {
			return false
		}
	}
	return true
}

// columnsOf lists the last parts of the keys of a row's figures; for a table of one row the row's key is "".
func columnsOf(e *form.Edition, table label.Table, rowKey string) (columns []string) {
	for _, c := range cellsOf(e, table, rowKey) {
		columns = append(columns, c.Column[len(c.Column)-1].Key)
	}
	return columns
}

// cellsOf lists the figures of a row.
func cellsOf(e *form.Edition, table label.Table, rowKey string) (cells []form.Cell) {
	for _, c := range e.Cells() {
		if c.Table == table.Key() && keyOf(c.Row) == rowKey {
			cells = append(cells, c)
		}
	}
	return cells
}

// keyOf is the part of a cell's key that its heads in one direction make.
func keyOf(heads []form.Head) string {
	key := ""
	for _, h := range heads {
		if h.Key == "" {
			continue
		}
		if key != "" {
			key += "."
		}
		key += h.Key
	}
	return key
}
