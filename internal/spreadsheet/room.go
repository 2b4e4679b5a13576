package spreadsheet

import (
	"slices"
	"strings"
)

// room is where what a book keeps is put, one behind the other, so that little of it takes a place of its own. Nothing of it is handed
// on, since that would keep all the rest. Copies of a book share it.
type room struct {
	text  *strings.Builder
	cells []Cell // those of the sheet that was parsed last, with room for more behind them
}

// How much room is made at once.
const (
	usualText  = 4 << 10 // bytes
	usualCells = 700     // half of what a form has
)

// words is where text is put that is kept, behind what was kept before.
func (r *room) words() *strings.Builder {
	const name = 100 // bytes of one and of what it refers to, as most are
	if r.text == nil || r.text.Cap()-r.text.Len() < name {
		r.text = &strings.Builder{}
		r.text.Grow(usualText)
	}
	return r.text
}

// forCells is where the cells of a sheet are put, which is kept once all of them are known.
func (r *room) forCells() []Cell {
	free := r.cells[len(r.cells):]
	if cap(free) < usualCells/8 {
		return make([]Cell, 0, usualCells)
	}
	return free
}

func (r *room) keep(cells []Cell) []Cell {
	r.cells = cells
	return slices.Clip(cells)
}
