package grid

import (
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// heads are the heads of the columns of figures, as they were read.
type heads struct {
	list   []head
	groups []head // above them
	others []head // beside them, none of the form's
	closed bool   // rows stand below them
	same   bool   // they stand in the table of the page that is being read
}

type head struct {
	label    *label.Label // nil for one that is none of the form's
	printed  string
	row      int
	from, to int  // columns of the grid
	inYuan   bool // it says so of the amounts below it
	named    bool // in other words than copies are known to use: by its place and its likeness
}

func headOf(l *label.Label, c page.Cell) head {
	return head{label: l, printed: c.Text, row: c.Row, from: c.Column, to: c.Column + c.ColumnSpan, inYuan: saysYuan.MatchString(chinese.Unspaced(c.Text))}
}

// saysYuan tells a head of amounts that are not in the unit of the form, 万元.
var saysYuan = pattern.New(`[（(：:]元[)）]?$`, "元")

// add takes a head. One that stands again right beside itself, as where merged cells were taken apart, is one.
func (h *heads) add(l *label.Label, c page.Cell) {
	one := headOf(l, c)
	if last := len(h.list) - 1; last >= 0 && l != nil && h.list[last].label == l && h.list[last].row == one.row && h.list[last].to == one.from {
		one.from = h.list[last].from
		h.list = h.list[:last]
	}
	h.list = append(slices.Clip(h.list), one)
}

func (h *heads) addOther(c page.Cell) { h.others = append(slices.Clip(h.others), headOf(nil, c)) }

func (h *heads) addGroup(l *label.Label, c page.Cell) {
	h.groups = append(slices.Clip(h.groups), headOf(l, c))
}

// whole says whether all columns are there of a table whose rows have the same ones.
func (h heads) whole(table label.Table) bool {
	for _, e := range form.Editions() {
		if _, _, ok := h.orderOf(e, table, columnsOf(e, table, rowKeys(e, table)[0])); ok {
			return true
		}
	}
	return false
}

// orderOf is order, also where the table of applications is printed without its last column, the totals: they are the fewer then.
func (h heads) orderOf(e *form.Edition, table label.Table, columns []column) (ordered []head, moved, ok bool) {
	if ordered, moved, ok = h.order(e, columns); ok || table != label.Requests || len(columns) == 0 || len(h.list) != len(columns)-1 {
		return ordered, moved, ok
	}
	return h.order(e, columns[:len(columns)-1])
}

// order brings the heads into the order of the form's columns, by their last parts; ok is false where they are not those. moved says that
// this is another order than that of the page, so that what stands below them has to be told by its column.
func (h heads) order(e *form.Edition, columns []column) (ordered []head, moved, ok bool) {
	if len(h.list) == len(columns) && !h.regrouped(columns) {
		for _, arrange := range []func([]head) []head{byColumn, asRead, byRow} {
			list := arrange(slices.Clone(h.list))
			if fits(list, columns) {
				return list, false, true
			}
		}
	}
	told := 0
	for _, one := range h.list {
		if one.label != nil {
			told++
		}
	}
	if told != len(columns) {
		ordered, ok = h.alike(e, columns)
		return ordered, false, ok
	}
	for _, c := range columns {
		var named []head
		for _, one := range h.list {
			if one.label != nil && one.label.Kind() == label.Column && one.label.Key == c.key && (c.group == "" || h.isBelow(one, c.group)) {
				named = append(named, one)
			}
		}
		if len(named) != 1 {
			return nil, false, false
		}
		ordered = append(ordered, named[0])
	}
	return ordered, true, true
}

// alike takes heads in words of somebody's own for those of the form: where there are as many, and each is like the one due in its place.
func (h heads) alike(e *form.Edition, columns []column) (ordered []head, ok bool) {
	const enough = 0.5 // of 1: 企业 for 商业企业, 维持 for 结果维持, 小计 for 总计
	lowest := h.lowest()
	if len(lowest) != len(columns) || h.regrouped(columns) {
		return nil, false
	}
	for i, one := range lowest {
		due := columns[i]
		if one.label == nil && due.label.Likeness(label.Text(one.printed), e.ID) >= enough {
			one.label, one.named = due.label, true
		}
		lowest[i] = one
	}
	return lowest, fits(lowest, columns)
}

// lowest are the heads below which there is no other, whether of the form or not, from left to right.
func (h heads) lowest() (list []head) {
	all := slices.Clone(h.list)
	for _, one := range h.others {
		if !slices.ContainsFunc(all, func(o head) bool { return o.row == one.row && o.from == one.from }) {
			all = append(all, one)
		}
	}
	for _, one := range all {
		if !slices.ContainsFunc(all, func(o head) bool { return o.row > one.row && o.from < one.to && one.from < o.to }) {
			list = append(list, one)
		}
	}
	return byColumn(list)
}

// isForeign says whether a cell stands below a head that is none of the form's: 备注.
func (h heads) isForeign(c *page.Cell) bool {
	return slices.ContainsFunc(h.others, func(one head) bool { return one.from <= c.Column && c.Column+c.ColumnSpan <= one.to })
}

// isRightOf says whether all heads stand right of a cell.
func (h heads) isRightOf(c page.Cell) bool {
	return len(h.list) > 0 && !slices.ContainsFunc(h.list, func(one head) bool { return one.from < c.Column+c.ColumnSpan })
}

// isBelow says whether a head stands below that of a group.
func (h heads) isBelow(one head, group string) bool {
	return slices.ContainsFunc(h.groups, func(g head) bool { return g.label.Key == group && g.from <= one.from && one.to <= g.to })
}

// regrouped says whether the heads of groups stand in another order than in the form.
func (h heads) regrouped(columns []column) bool {
	at := -1
	for _, g := range byColumn(slices.Clone(h.groups)) {
		i := slices.IndexFunc(columns, func(c column) bool { return c.group == g.label.Key })
		if i >= 0 && i < at {
			return true
		}
		at = max(at, i)
	}
	return false
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
func fits(list []head, columns []column) bool {
	for i, h := range list {
		if h.label == nil || h.label.Kind() != label.Torn && h.label.Key != columns[i].key {
			return false
		}
	}
	return true
}

// column is one of figures, by the last part of their keys and the head of the group that it is one of, "" for none: upheld, review.
type column struct {
	key, group string
	label      *label.Label
}

// columnsOf lists the columns of a row's figures; for a table of one row the row's key is "".
func columnsOf(e *form.Edition, table label.Table, rowKey string) (columns []column) {
	for _, c := range cellsOf(e, table, rowKey) {
		last := len(c.Column) - 1
		key := c.Column[last].Key
		columns = append(columns, column{key, keyOf(c.Column[:last]), label.ColumnOf(table, key)})
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
