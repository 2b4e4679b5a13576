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
	for _, c := range e.crossings() {
		for _, carry := range c.Carries {
			all = append(all, c.carryOvers(carry)...)
		}
	}
	return all
}

// carryOvers applies a declaration to every cell of the row, or of the column, that it names.
func (c *crossing) carryOvers(carry Carry) []CarryOver {
	var all []CarryOver
	take := func(key func(name string) Key) {
		all = append(all, CarryOver{key(carry.To), across(carry.From, key), across(carry.Plus, key), across(carry.Minus, key)})
	}
	if has(c.columns, carry.To) {
		for row := range c.rows {
			take(func(name string) Key { return c.key(row, named(c.columns, name)) })
		}
		return all
	}
	for column := range c.columns {
		take(func(name string) Key { return c.key(named(c.rows, name), column) })
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
