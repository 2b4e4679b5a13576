package form

import (
	"slices"
	"strings"
)

// Quantity is a figure that text may speak of by its name: a cell, or the sum of a group of cells that has no total of its own.
type Quantity struct {
	Name string // 本年新收, 不予公开, 行政诉讼, 本年新收·自然人
	Keys []Key  // the cells that it sums

	also []string // what else it is called, by the heads of the table as they are read off: 自然人·本年新收, 本年新收·总计
}

// Quantities lists what the edition's figures are called: every cell, then every group's sum, each name once.
func (e *Edition) Quantities() []Quantity { return e.quantities() }

func (e *Edition) deriveQuantities() []Quantity {
	var all []Quantity
	seen := map[string]bool{}
	add := func(name string, row, column []Head, keys ...Key) {
		if name != "" && !seen[name] {
			seen[name] = true
			all = append(all, Quantity{name, keys, readOff(row, column)})
		}
	}
	for _, c := range e.Cells() {
		add(c.Name(), c.Row, c.Column, c.Key)
	}
	for _, t := range e.Tables() {
		for _, b := range t.Blocks {
			rows, columns := groups(b.Rows), groups(b.Columns)
			for _, row := range rows {
				for _, column := range columns {
					add(sumName(row, column), asLeaf(row), asLeaf(column), e.sumOf(t.Key, row, column)...)
				}
			}
		}
	}
	return all
}

// groups lists every head of a forest, leaves too, each as the path to it; a forest without heads has the one empty path.
func groups(heads []Head) [][]Head {
	if len(heads) == 0 {
		return [][]Head{nil}
	}
	return pathsIn(heads)
}

// sumName is the name of the crossing of two heads, "" if one of them is a group that goes by no name.
func sumName(row, column []Head) string {
	for _, head := range []Head{last(row), last(column)} {
		if head.Name == "" && len(head.Children) > 0 {
			return ""
		}
	}
	return joinNames(asLeaf(row), asLeaf(column))
}

// readOff names the crossing of two heads as somebody reads it off the table: a total by the label of its row or column too, the column before
// the row.
func readOff(row, column []Head) (names []string) {
	rows, columns := asLabelled(row), asLabelled(column)
	for _, name := range []string{joinNames(rows, columns), joinNames(columns, rows), joinNames(column, row)} {
		if name != "" && name != joinNames(row, column) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// asLabelled is a path whose totals go by their labels, where they have no name.
func asLabelled(path []Head) []Head {
	named := slices.Clone(path)
	for i, h := range named {
		if h.Total && h.Name == "" {
			named[i].Name = h.Label
		}
	}
	return named
}

// asLeaf is the path with its last head stripped of its children, so that it is named like a leaf.
func asLeaf(path []Head) []Head {
	if len(path) == 0 {
		return nil
	}
	leaf := last(path)
	leaf.Children = nil
	return append(append([]Head{}, path[:len(path)-1]...), leaf)
}

// sumOf lists the cells below a row head and a column head, leaving out the totals among them, unless the head is a total itself.
func (e *Edition) sumOf(table string, row, column []Head) []Key {
	var keys []Key
	for _, c := range e.Cells() {
		if c.Table == table && inSum(c.Row, row) && inSum(c.Column, column) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

func inSum(path, head []Head) bool {
	if len(path) == len(head) {
		return len(path) == 0 || last(path).Key == last(head).Key && isBelow(path, head[:len(head)-1])
	}
	return isBelow(path, head) && !last(path).Total
}

// Field names by which text may speak of the unit's data: {{单位}}, {{电话}} …
var fieldNames = []struct {
	Name string
	Key  Key
}{
	{"单位", "unit.name"}, {"单位名称", "unit.name"}, {"单位层级", "unit.level"}, {"年份", "report.year"}, {"报告年度", "report.year"}, {"成文日期", "report.date"},
	{"地址", "unit.address"}, {"电话", "unit.phone"}, {"邮箱", "unit.email"}, {"邮编", "unit.postcode"}, {"网址", "unit.website"},
}

// FieldNames lists the names of the unit's data that text may use.
func FieldNames() []string {
	var names []string
	for _, f := range fieldNames {
		names = append(names, f.Name)
	}
	return names
}

// FieldCalled finds the field behind a name such as 单位, or behind its key.
func FieldCalled(name string) (Key, bool) {
	for _, f := range fieldNames {
		if f.Name == name || string(f.Key) == name {
			return f.Key, true
		}
	}
	return "", false
}

// QuantityCalled finds a quantity by its name, written with or without the dot, or by a cell's key.
func (e *Edition) QuantityCalled(name string) (Quantity, bool) {
	if c, ok := e.Cell(Key(name)); ok {
		return Quantity{Name: c.Name(), Keys: []Key{c.Key}}, true
	}
	q, ok := e.called()[withoutDots.Replace(name)]
	return q, ok
}

// withoutDots leaves out what a quantity's name may be written without.
var withoutDots = strings.NewReplacer("·", "", "（", "", "）", "", " ", "")

// deriveNames finds quantities by their names without dots, the first of those that are the same then, and by what else they are called
// where that is no other's name.
func (e *Edition) deriveNames() map[string]Quantity {
	called := map[string]Quantity{}
	add := func(name string, q Quantity) {
		name = withoutDots.Replace(name)
		if _, taken := called[name]; !taken {
			called[name] = q
		}
	}
	for _, q := range e.Quantities() {
		add(q.Name, q)
	}
	for _, q := range e.Quantities() {
		for _, name := range q.also {
			add(name, q)
		}
	}
	return called
}

// QuantityNames lists all that the edition's figures are called: their names, then what else they go by.
func (e *Edition) QuantityNames() []string {
	var names, also []string
	for _, q := range e.Quantities() {
		names, also = append(names, q.Name), append(also, q.also...)
	}
	return append(names, also...)
}
