package grid

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/published/page"
)

// nameRows names the rows whose labels could not be told, where as many rows of the form are missing between their neighbours: one, or
// several each of which has letters of the label that is due.
func (r *reader) nameRows() {
	for from := 0; from < len(r.rows); {
		to := from + 1
		if r.isNameless(from) {
			for to < len(r.rows) && r.isNameless(to) && r.rows[to].table == r.rows[from].table {
				to++
			}
			r.nameThese(from, to)
		}
		from = to
	}
}

func (r *reader) isNameless(i int) bool {
	return r.rows[i].label == nil && r.rows[i].table != label.Disputes
}

// nameThese names nameless rows that follow each other.
func (r *reader) nameThese(from, to int) {
	table := r.rows[from].table
	before, after := r.neighbour(from, -1), r.neighbour(to-1, 1)
	if before == nil && after == nil {
		return
	}
	for _, e := range form.Editions() {
		keys, ok := between(rowKeys(e, table), before, after)
		if !ok || len(keys) != to-from {
			continue
		}
		fit := true
		for i, key := range keys {
			one := r.rows[from+i]
			fit = fit && len(columnsOf(e, table, key)) == len(one.cells) && (len(keys) == 1 || label.RowOf(table, key).IsShortenedTo(one.printed))
		}
		if !fit {
			continue
		}
		for i, key := range keys {
			one := &r.rows[from+i]
			one.label, one.mended = label.RowOf(table, key), true
			if one.printed != "" {
				r.out.Labels = append(r.out.Labels, Wording{one.label, one.printed, one.at})
			}
		}
		return
	}
}

// neighbour is the label of the row beside another one in its table; nil at the table's edge, and beside a row that has none either.
func (r *reader) neighbour(i, step int) *label.Label {
	if j := i + step; j >= 0 && j < len(r.rows) && r.rows[j].table == r.rows[i].table {
		return r.rows[j].label
	}
	return nil
}

// rowKeys lists the keys of a table's rows in order.
func rowKeys(e *form.Edition, table label.Table) (keys []string) {
	for _, c := range e.Cells() {
		if key := keyOf(c.Row); c.Table == table.Key() && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// between are the rows between two, or beside one at the edge of the table.
func between(keys []string, before, after *label.Label) (inside []string, ok bool) {
	from, to := -1, len(keys)
	if before != nil {
		if from = slices.Index(keys, before.Key); from < 0 {
			return nil, false
		}
	}
	if after != nil {
		if to = slices.Index(keys, after.Key); to < 0 {
			return nil, false
		}
	}
	if to-from < 2 {
		return nil, false
	}
	return keys[from+1 : to], true
}

// takeFigures places the cells of the rows in the columns of the form. Copies that disagree leave their figures out; a row in which nothing
// stands is no copy of one with figures.
func (r *reader) takeFigures() {
	at := map[form.Key]int{}
	differ := map[form.Key]bool{}
	ofBlank := map[form.Key]bool{} // from a row in which nothing stands
	for _, one := range r.rows {
		figures, by, why := one.figures()
		for _, h := range by {
			r.wording(h, one.at)
		}
		if why != "" && one.hasText() {
			r.out.Unplaced = append(r.out.Unplaced, Unplaced{one.text(), why, one.table, one.at})
		}
		for _, f := range figures {
			i, double := at[f.Key]
			switch {
			case !double:
				at[f.Key] = len(r.out.Figures)
				r.out.Figures = append(r.out.Figures, f)
				ofBlank[f.Key] = !one.hasText()
			case !one.hasText():
			case ofBlank[f.Key]:
				r.out.Figures[i], ofBlank[f.Key] = f, false
			case strings.TrimSpace(r.out.Figures[i].Text) != strings.TrimSpace(f.Text):
				differ[f.Key] = true
			}
		}
	}
	r.out.Figures = slices.DeleteFunc(r.out.Figures, func(f Figure) bool {
		if differ[f.Key] {
			table, _ := label.TableOf(strings.Split(string(f.Key), ".")[0])
			r.out.Unplaced = append(r.out.Unplaced, Unplaced{f.Text, "同一个数在两处不同", table, f.At})
		}
		return differ[f.Key]
	})
}

// wording notes a head in words of somebody's own, once for all rows below it.
func (r *reader) wording(of head, at Place) {
	same := func(w Wording) bool { return w.Label == of.label && w.Printed == of.printed && w.At.Table == at.Table }
	if of.named && !slices.ContainsFunc(r.out.Labels, same) {
		r.out.Labels = append(r.out.Labels, Wording{of.label, of.printed, Place{Table: at.Table, Row: of.row + 1, Sheet: at.Sheet}})
	}
}

// figures places the row's cells, by which heads; why tells what stands in the way.
func (one row) figures() (figures []Figure, by []head, why string) {
	if one.label == nil && one.table != label.Disputes {
		return nil, nil, "行名认不出"
	}
	if one.label != nil && one.label.Kind() == label.Foreign {
		return nil, nil, ""
	}
	key := ""
	if one.label != nil {
		key = one.label.Key
	}
	known := false
	for _, e := range slices.Backward(form.Editions()) {
		cells := cellsOf(e, one.table, key)
		if len(cells) == 0 {
			continue
		}
		known = true
		ordered, moved, ok := one.heads.orderOf(e, one.table, columnsOf(e, one.table, key))
		if !ok {
			continue
		}
		cells = cells[:len(ordered)]
		placed, why := one.place(ordered, moved)
		if why != "" {
			return nil, nil, why
		}
		for i, c := range placed {
			if c == nil {
				continue
			}
			f := Figure{Key: cells[i].Key, Text: c.Text, At: one.at, Doubt: one.doubt(moved)}
			if bare, note := page.CutRaised(strings.TrimSpace(c.Text)); note != "" && bare != "" && isFigure(bare) {
				f.Text, f.Doubt = bare, "数字右上角的“"+note+"”当作注号，没有算在内"
			}
			if ordered[i].inYuan && isAmount(c.Text) {
				f.Text += "元"
			}
			if c.Place != "" {
				f.At.Sheet = c.Place
			}
			figures = append(figures, f)
		}
		return figures, ordered, ""
	}
	if !known {
		return nil, nil, ""
	}
	return nil, nil, "列名与规定的不同，认不出各是哪一列"
}

// isAmount tells a number above 0 without a unit.
func isAmount(text string) bool {
	number := strings.TrimSpace(chinese.HalfWidth(text))
	return number != "" && strings.Trim(number, "0123456789.,") == "" && strings.ContainsAny(number, "123456789")
}

// place finds the cell of each head: one after the other where there are as many and they stand as in the form, else by the columns of the
// grid. nil is for a head under which there is none.
func (one row) place(ordered []head, moved bool) (placed []*page.Cell, why string) {
	placed = make([]*page.Cell, len(ordered))
	if len(one.cells) == len(ordered) && !moved {
		for i := range one.cells {
			placed[i] = &one.cells[i]
		}
		return placed, ""
	}
	switch {
	case !one.same && len(one.cells) == len(ordered):
		return nil, "列的次序与规定的不同，这一截表上面又没有列名"
	case !one.same:
		return nil, "格数与列数不同"
	case one.endsEarly() && !one.isAlike():
		return nil, "比列数少了格，空着的是哪一格不能确定"
	}
	for i := range one.cells {
		c := &one.cells[i]
		var under []int
		for j, h := range ordered {
			if c.Column < h.to && h.from < c.Column+c.ColumnSpan {
				under = append(under, j)
			}
		}
		switch {
		case len(under) == 0 && strings.TrimSpace(c.Text) != "" && !one.heads.isForeign(c):
			return nil, "有的格不在任何一列下面"
		case len(under) > 1:
			return nil, "一格跨了几列"
		}
		for _, j := range under {
			switch before := placed[j]; {
			case before == nil || strings.TrimSpace(before.Text) == "":
				placed[j] = c
			case strings.TrimSpace(c.Text) == "", strings.TrimSpace(c.Text) == strings.TrimSpace(before.Text):
			default:
				return nil, "一列下面有两格"
			}
		}
	}
	return placed, ""
}

// endsEarly says whether a row has fewer cells than there are columns, so that nobody knows which is missing.
func (one row) endsEarly() bool {
	end := 0
	for _, c := range one.cells {
		end = max(end, c.Column+c.ColumnSpan)
	}
	return slices.ContainsFunc(one.heads.list, func(h head) bool { return h.from >= end })
}

// isAlike says whether the same stands in all cells, as in a row of noughts.
func (one row) isAlike() bool {
	return !slices.ContainsFunc(one.cells, func(c page.Cell) bool { return strings.TrimSpace(c.Text) != strings.TrimSpace(one.cells[0].Text) })
}

func (one row) doubt(moved bool) string {
	switch {
	case moved:
		return "列的次序与规定的不同，是按列名读的"
	case one.mended:
		return fmt.Sprintf("行名“%s”读作“%s”", chinese.Unspaced(one.printed), one.label.Words())
	case one.guessed:
		return "表格没有框线，各列是按位置分的"
	}
	return ""
}

func (one row) hasText() bool { return strings.TrimSpace(one.text()) != "" }

// text is what stands in the row's cells, as it is told.
func (one row) text() string {
	var texts []string
	for _, c := range one.cells {
		texts = append(texts, chinese.Unspaced(c.Text))
	}
	return strings.Trim(strings.Join(texts, " "), " ")
}
