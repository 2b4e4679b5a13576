package document

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/rowwise"
)

// Summary is a sentence that sums up the table of applications, see rowwise.Summary.
func (t Table) Summary() string {
	return rowwise.Summary(func(k form.Key) (string, bool) {
		i := slices.IndexFunc(t.Cells, func(c Cell) bool { return c.Key == k })
		if i < 0 || !t.Cells[i].IsNumber() {
			return "", false
		}
		return t.Cells[i].Text, true
	})
}
