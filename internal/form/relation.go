package form

// RelationKind tells the arithmetic rules of the form apart.
type RelationKind int

const (
	RowTotal    RelationKind = iota // a total column equals the sum of the columns that it sums
	ColumnTotal                     // a total row equals the sum of the rows that it sums
	Balanced                        // a printed 勾稽关系
	Within                          // one figure is never larger than another
)

// Relation is one arithmetic rule on figures: the sum of Left equals the sum of Right (of kind Within: is at most that).
type Relation struct {
	Kind        RelationKind
	Table       string
	Subject     Key // the cell that a broken relation is reported on
	Left, Right []Key
}

// Keys lists every figure that takes part, the left side first.
func (r Relation) Keys() []Key { return append(append([]Key{}, r.Left...), r.Right...) }

// Relations lists every arithmetic rule of the edition: for each table the totals of its rows, those of its columns,
// its balances and its limits.
func (e *Edition) Relations() []Relation { return e.relations() }

func (e *Edition) deriveRelations() []Relation {
	var all []Relation
	for _, t := range e.Tables() {
		for _, b := range t.Blocks {
			all = append(all, b.relations(t)...)
		}
	}
	return all
}

// Parts lists the figures that a total sums, along its row where it is a total in both directions; nil for what is no total.
func (e *Edition) Parts(total Key) []Key { return e.parts()[total] }

func (e *Edition) deriveParts() map[Key][]Key {
	parts := map[Key][]Key{}
	for _, kind := range []RelationKind{ColumnTotal, RowTotal} {
		for _, r := range e.Relations() {
			if r.Kind == kind {
				parts[r.Subject] = r.Right
			}
		}
	}
	return parts
}

func (b Block) relations(t *Table) []Relation {
	columns, rows := leafPaths(b.Columns), b.rowPaths()
	key := func(row, column []Head) Key { return cellAt(t, row, column).Key }
	var all []Relation
	for _, row := range rows {
		for _, total := range totals(columns) {
			all = append(all, Relation{RowTotal, t.Key, key(row, total.path), []Key{key(row, total.path)},
				across(total.parts, func(column []Head) Key { return key(row, column) })})
		}
	}
	for _, total := range totals(rows) {
		for _, column := range columns {
			all = append(all, Relation{ColumnTotal, t.Key, key(total.path, column), []Key{key(total.path, column)},
				across(total.parts, func(row []Head) Key { return key(row, column) })})
		}
	}
	for _, balance := range b.Balances {
		for _, column := range columns {
			inRow := func(name string) Key { return key(named(rows, name), column) }
			all = append(all, Relation{Balanced, t.Key, inRow(balance.Subject), across(balance.Left, inRow), across(balance.Right, inRow)})
		}
	}
	for _, limit := range b.Limits {
		for _, row := range rows {
			lower, upper := key(row, named(columns, limit.Lower)), key(row, named(columns, limit.Upper))
			all = append(all, Relation{Within, t.Key, lower, []Key{lower}, []Key{upper}})
		}
	}
	return all
}

// total is a head that sums others: its path, and the paths of its parts.
type total struct {
	path  []Head
	parts [][]Head
}

// totals finds the total leaves, each with the other leaves below the same parent.
func totals(leaves [][]Head) []total {
	var all []total
	for _, leaf := range leaves {
		if !last(leaf).Total {
			continue
		}
		t := total{path: leaf}
		above := leaf[:len(leaf)-1]
		for _, part := range leaves {
			if !last(part).Total && isBelow(part, above) {
				t.parts = append(t.parts, part)
			}
		}
		all = append(all, t)
	}
	return all
}

func isBelow(path, above []Head) bool {
	if len(path) <= len(above) {
		return false
	}
	for i, h := range above {
		if path[i].Key != h.Key || path[i].Label != h.Label {
			return false
		}
	}
	return true
}

func named(leaves [][]Head, key string) []Head {
	for _, leaf := range leaves {
		if last(leaf).Key == key {
			return leaf
		}
	}
	panic("form: a declaration names the row or column " + key + ", which it does not have")
}

func across[T any](parts []T, key func(T) Key) []Key {
	keys := make([]Key, len(parts))
	for i, p := range parts {
		keys[i] = key(p)
	}
	return keys
}
