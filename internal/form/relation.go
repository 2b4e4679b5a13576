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
	for _, c := range e.crossings() {
		all = append(all, c.relations()...)
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

// Together are the figures that tell what some figures are together, each thing once: a total stands for its parts where all of them are
// there. Their sum says something if adds is true: they are of one table that has totals, none of them is a part of another, and none
// stand on both sides of a balance.
func (e *Edition) Together(keys []Key) (figures []Key, adds bool) {
	in := map[Key]bool{}
	for _, k := range keys {
		in[k] = true
	}
	apart, table, hasTotals := true, "", false
	for _, kind := range []RelationKind{RowTotal, ColumnTotal} {
		for _, r := range e.Relations() {
			if r.Kind != kind || !in[r.Subject] {
				continue
			}
			switch n := countIn(in, r.Right); n {
			case 0:
			case len(r.Right):
				for _, part := range r.Right {
					delete(in, part)
				}
			default:
				apart = false
			}
		}
	}
	for _, k := range keys {
		if c, ok := e.Cell(k); ok && in[k] {
			apart = apart && (table == "" || table == c.Table)
			figures, table = append(figures, k), c.Table
		}
	}
	for _, r := range e.Relations() {
		hasTotals = hasTotals || r.Table == table && r.Kind == RowTotal
		apart = apart && (r.Kind != Balanced || countIn(in, r.Left) == 0 || countIn(in, e.withParts(r.Right)) == 0)
	}
	return figures, apart && hasTotals && len(figures) > 0
}

// withParts are figures of a column with those that total rows among them sum.
func (e *Edition) withParts(keys []Key) (all []Key) {
	for _, k := range keys {
		all = append(all, k)
		for _, r := range e.Relations() {
			if r.Kind == ColumnTotal && r.Subject == k {
				all = append(all, r.Right...)
			}
		}
	}
	return all
}

func countIn(in map[Key]bool, keys []Key) (n int) {
	for _, k := range keys {
		if in[k] {
			n++
		}
	}
	return n
}

// Typed are the figures that a figure is made of in the end, those that are typed: itself where it is no total.
func (e *Edition) Typed(k Key) (typed []Key) {
	parts := e.Parts(k)
	if parts == nil {
		return []Key{k}
	}
	for _, part := range parts {
		typed = append(typed, e.Typed(part)...)
	}
	return typed
}

func (c *crossing) relations() []Relation {
	var all []Relation
	add := func(kind RelationKind, subject Key, left, right []Key) {
		all = append(all, Relation{kind, c.table, subject, left, right})
	}
	columnTotals := totals(c.columns)
	for row := range c.rows {
		inRow := func(column int) Key { return c.key(row, column) }
		for _, total := range columnTotals {
			add(RowTotal, inRow(total.at), []Key{inRow(total.at)}, across(total.parts, inRow))
		}
	}
	for _, total := range totals(c.rows) {
		for column := range c.columns {
			inColumn := func(row int) Key { return c.key(row, column) }
			add(ColumnTotal, inColumn(total.at), []Key{inColumn(total.at)}, across(total.parts, inColumn))
		}
	}
	for _, balance := range c.Balances {
		for column := range c.columns {
			named := func(name string) Key { return c.key(named(c.rows, name), column) }
			add(Balanced, named(balance.Subject), across(balance.Left, named), across(balance.Right, named))
		}
	}
	for _, limit := range c.Limits {
		for row := range c.rows {
			lower, upper := c.key(row, named(c.columns, limit.Lower)), c.key(row, named(c.columns, limit.Upper))
			add(Within, lower, []Key{lower}, []Key{upper})
		}
	}
	return all
}

// total is a head that sums others: the place of its leaf, and the places of its parts.
type total struct {
	at    int
	parts []int
}

// totals finds the total leaves, each with the other leaves below the same parent.
func totals(leaves [][]Head) []total {
	var all []total
	for i, leaf := range leaves {
		if !last(leaf).Total {
			continue
		}
		t := total{at: i}
		above := leaf[:len(leaf)-1]
		for j, part := range leaves {
			if !last(part).Total && isBelow(part, above) {
				t.parts = append(t.parts, j)
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

// named is the place of the leaf of a name.
func named(leaves [][]Head, key string) int {
	for i, leaf := range leaves {
		if last(leaf).Key == key {
			return i
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
