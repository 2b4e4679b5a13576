package published

import (
	"cmp"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/model"
)

// wording is a label that is printed otherwise than prescribed.
type wording struct {
	label   *label.Label
	printed string
	from    int // which of the page's tables; -1 for its lines
}

// wordings are the labels of a table that are printed otherwise than the edition prescribes, each once.
func (t *tables) wordings(e *form.Edition, table *form.Table) (list []model.Wording) {
	for _, w := range t.labels {
		_, words, ok := w.label.In(e.ID)
		if w.label.Table.Key() != table.Key || !ok || w.label.IsAsPrescribed(w.printed, e.ID) || sameWords(w.printed, words) {
			continue
		}
		one := model.Wording{Key: firstBelow(e, table, words), Prescribed: words, Printed: chinese.Unspaced(w.printed)}
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// firstBelow is the first figure of a table that a label heads; the first of all where it heads none.
func firstBelow(e *form.Edition, table *form.Table, words string) form.Key {
	first := form.Key("")
	for _, c := range e.Cells() {
		if c.Table != table.Key {
			continue
		}
		first = cmp.Or(first, c.Key)
		for _, h := range slices.Concat(c.Row, c.Column) {
			if h.Label == words {
				return c.Key
			}
		}
	}
	return first
}
