package form

// CarryOver says what a figure takes over from last year's report: the sum of From in that report, and, to be what it should be,
// Plus and less Minus in its own.
type CarryOver struct {
	Key         Key
	From        []Key // of last year's report; an edition before may lack some
	Plus, Minus []Key
}

// Moves says whether the figure has a year's changes in it, so that it need not be what it was.
func (c CarryOver) Moves() bool { return len(c.Plus)+len(c.Minus) > 0 }

// CarryOvers lists what the edition's figures take over from last year's report, in the order of the declaration.
func (e *Edition) CarryOvers() []CarryOver { return e.carryOvers() }

// CarryOver finds what a figure takes over from last year's report; ok is false if nothing.
func (e *Edition) CarryOver(k Key) (c CarryOver, ok bool) {
	for _, c := range e.CarryOvers() {
		if c.Key == k {
			return c, true
		}
	}
	return CarryOver{}, false
}

func (e *Edition) deriveCarryOvers() []CarryOver {
	var all []CarryOver
	for _, t := range e.Tables() {
		for _, b := range t.Blocks {
			for _, c := range b.Carries {
				all = append(all, b.carryOvers(t, c)...)
			}
		}
	}
	return all
}

// carryOvers applies a declaration to every cell of the row, or of the column, that it names.
func (b Block) carryOvers(t *Table, c Carry) []CarryOver {
	columns, rows := leafPaths(b.Columns), b.rowPaths()
	var all []CarryOver
	take := func(key func(name string) Key) {
		all = append(all, CarryOver{key(c.To), across(c.From, key), across(c.Plus, key), across(c.Minus, key)})
	}
	if has(columns, c.To) {
		for _, row := range rows {
			take(func(name string) Key { return cellAt(t, row, named(columns, name)).Key })
		}
		return all
	}
	for _, column := range columns {
		take(func(name string) Key { return cellAt(t, named(rows, name), column).Key })
	}
	return all
}

func has(leaves [][]Head, key string) bool {
	for _, leaf := range leaves {
		if last(leaf).Key == key {
			return true
		}
	}
	return false
}
