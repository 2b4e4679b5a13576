package verdict

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// areas names cells (G6) by as few areas (G6:G28) as stand for them: cells below each other, and columns beside each other with the same
// rows. nil if one of them is no cell.
func areas(refs []string) (list []string) {
	cells := make([]cellRef, len(refs))
	for i, ref := range refs {
		ok := false
		if cells[i], ok = parseRef(ref); !ok {
			return nil
		}
	}
	slices.SortFunc(cells, func(a, b cellRef) int { return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.row, b.row)) })
	type area struct{ from, to cellRef }
	var runs []area
	for _, c := range slices.Compact(cells) {
		if n := len(runs) - 1; n >= 0 && runs[n].to.column == c.column && runs[n].to.row+1 == c.row {
			runs[n].to = c
			continue
		}
		runs = append(runs, area{c, c})
	}
	var wide []area
	for _, run := range runs {
		i := slices.IndexFunc(wide, func(w area) bool {
			return w.to.column+1 == run.from.column && w.from.row == run.from.row && w.to.row == run.to.row
		})
		if i < 0 {
			wide = append(wide, run)
			continue
		}
		wide[i].to = run.to
	}
	for _, w := range wide {
		name := w.from.String()
		if w.to != w.from {
			name += ":" + w.to.String()
		}
		list = append(list, name)
	}
	return list
}

// cellRef is a cell of a sheet; columns and rows count from 1.
type cellRef struct{ column, row int }

// lastColumn is the last column of a sheet, XFD.
const lastColumn = 16384

func parseRef(ref string) (c cellRef, ok bool) {
	digits := strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	for _, letter := range ref[:len(ref)-len(digits)] {
		if c.column = c.column*26 + int(letter-'A') + 1; c.column > lastColumn {
			return cellRef{}, false
		}
	}
	row, err := strconv.ParseUint(digits, 10, 31)
	c.row = int(row)
	return c, err == nil && c.column > 0 && c.row > 0
}

func (c cellRef) String() string {
	letters := ""
	for n := c.column; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.Itoa(c.row)
}
