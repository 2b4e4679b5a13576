package reading

import "nianbao/internal/form"

// Sum is figures of the form that are added up.
type Sum []Figure

// Figure is a figure by what the editions have in common of its key: the table, a row and a column.
type Figure struct {
	Table  string
	Row    Row
	Column string
}

// Row is a row of a table: one of its own or one of a group; without a Key every row of the group, added up.
type Row struct{ Group, Key string }

// total is the column of a table's totals.
const total = "total"

// requests is a row of the table of applications, reason one of a group of outcomes, group all of them; over all applicants.
func requests(row string) Figure      { return Figure{"requests", Row{Key: row}, total} }
func reason(group, row string) Figure { return Figure{"requests", Row{group, row}, total} }
func group(of string) Figure          { return Figure{"requests", Row{Group: of}, total} }

// proactive is a figure of the table of what is published unasked.
func proactive(row, column string) Figure { return Figure{"proactive", Row{Key: row}, column} }

// Keys lists the figures of an edition that make the sum up; nil if the edition lacks one of them.
func (s Sum) Keys(e *form.Edition) []form.Key {
	var keys []form.Key
	for _, f := range s {
		known := len(keys)
		if keys = f.appendKeys(keys, e); len(keys) == known {
			return nil
		}
	}
	return keys
}

func (f Figure) appendKeys(keys []form.Key, e *form.Edition) []form.Key {
	if f.Row.Key != "" {
		key := f.Table + "."
		if f.Row.Group != "" {
			key += f.Row.Group + "."
		}
		if c, ok := e.Cell(form.Key(key + f.Row.Key + "." + f.Column)); ok {
			keys = append(keys, c.Key)
		}
		return keys
	}
	cells := e.Cells()
	for i := range cells {
		if c := &cells[i]; c.Table == f.Table && c.Column[len(c.Column)-1].Key == f.Column && isBelow(c.Row, f.Row.Group) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// isBelow says whether a row stands below the head of a group.
func isBelow(row []form.Head, group string) bool {
	for i := 0; i+1 < len(row); i++ {
		if group != "" && row[i].Key == group {
			return true
		}
	}
	return false
}

// by narrows a sum over all applicants to the applicants of some columns.
func (s Sum) by(columns []string) Sum {
	var narrowed Sum
	for _, column := range columns {
		for _, f := range s {
			if f.Column == total {
				f.Column = column
			}
			narrowed = append(narrowed, f)
		}
	}
	return narrowed
}

// each applies a change to every one of several sums.
func each(sums []Sum, change func(Sum) Sum) []Sum {
	list := make([]Sum, len(sums))
	for i, s := range sums {
		list[i] = change(s)
	}
	return list
}
