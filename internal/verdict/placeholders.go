package verdict

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"nianbao/internal/form"
)

// WritePlaceholders lists all {{…}} that text may hold, with what they stand for: those of the edition in force, then those that only
// earlier ones have.
func WritePlaceholders(w io.Writer) error {
	return write(w, func(x *explanation) {
		x.head("文字里可以写的记号：生成报告时换成填报表里的内容，文字和表格就不会不一致。")
		x.head("大括号用半角、全角都可以；中间的名称也可以照着表写行和列（{{自然人·本年新收}}、{{本年新收·总计}}），或换成键名，如{{requests.received.total}}。\n\n单位信息：")
		for _, f := range form.Fields() {
			if names := placeholdersOf(f); names != "" { // else it is printed nowhere
				x.head("  %s　%s", names, f.Label)
			}
		}
		known := map[string]bool{}
		for i, e := range slices.Backward(form.Editions()) {
			var list []form.Quantity
			for _, q := range e.Quantities() {
				if !known[q.Name] {
					list = append(list, q)
				}
				known[q.Name] = true
			}
			if i < len(form.Editions())-1 && list != nil {
				x.head("\n只有%s的格式才有的", e.Span())
			}
			x.quantities(e, list)
		}
	})
}

// quantities lists figures section by section, those of one row together.
func (x *explanation) quantities(e *form.Edition, list []form.Quantity) {
	at := map[form.Key]int{}
	for i, c := range e.Cells() {
		at[c.Key] = i
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b form.Quantity) int { // a group before what it consists of
		return cmp.Or(cmp.Compare(at[a.Keys[0]], at[b.Keys[0]]), cmp.Compare(len(b.Keys), len(a.Keys)))
	})
	var order []string // rows, by what their names begin with
	rows := map[string][]form.Quantity{}
	for _, q := range list {
		name, _, _ := strings.Cut(q.Name, "·")
		if rows[name] == nil {
			order = append(order, name)
		}
		rows[name] = append(rows[name], q)
	}
	section := ""
	for _, name := range order {
		s, _ := e.SectionOf(rows[name][0].Keys[0])
		if s.Heading() != section {
			section = s.Heading()
			x.head("\n%s：", section)
		}
		x.row(e, name, rows[name])
	}
}

// row lists the figures whose names begin alike: the row's own first.
func (x *explanation) row(e *form.Edition, name string, list []form.Quantity) {
	own := name
	var others []string
	for _, q := range list {
		if q.Name == name {
			own = placeholder(name) + "　" + standsFor(e, q)
			continue
		}
		told := placeholder(q.Name)
		if c, ok := e.Cell(q.Keys[0]); ok && len(q.Keys) == 1 && !strings.HasSuffix(q.Name, "·"+c.ColumnLabel()) && c.RowLabel() != "" {
			told += "（" + c.ColumnLabel() + "）"
		}
		others = append(others, told)
	}
	x.head("  %s", own)
	if others != nil {
		x.head("      %s", strings.Join(others, " "))
	}
}

// standsFor is what a placeholder is filled in with, in words.
func standsFor(e *form.Edition, q form.Quantity) string {
	if c, ok := e.Cell(q.Keys[0]); ok && len(q.Keys) == 1 {
		return c.Label()
	}
	for _, g := range e.GroupsCalled(q.Name) {
		if g.Name() == q.Name {
			return form.Quote(g.Head().Label) + "各项的和"
		}
	}
	return "各项的和"
}
