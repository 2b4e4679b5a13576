package slots

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/published/page"
)

// A short name whose head no edition has would help nobody, and nobody would hear of it.
func TestShortNamesAreOfHeadsOfTheForm(t *testing.T) {
	isHead := map[string]bool{}
	for _, e := range form.Editions() {
		for _, c := range e.Cells() {
			for _, h := range slices.Concat(c.Row, c.Column) {
				isHead[lettersOf(h.Label)] = true
			}
		}
		for _, table := range e.Tables() {
			for _, b := range table.Blocks {
				isHead[lettersOf(b.Caption)] = true
			}
		}
	}
	has := map[string]bool{}
	for _, n := range short {
		assert.True(t, isHead[n.what], n.what)
		assert.False(t, has[n.what], "%s has two lists", n.what)
		has[n.what] = true
		for i, name := range n.names {
			assert.Equal(t, lettersOf(name), name, "a name is found by its letters")
			assert.NotContains(t, n.names[:i], name)
		}
	}
	for _, head := range cameIn {
		assert.True(t, isHead[head], head)
	}
}

// A figure whose row or column is called by a short name is found, and no other one.
func TestShortNamesAreReadAsTheirHeads(t *testing.T) {
	cell := func(row, column int, text string) page.Cell {
		return page.Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1, Text: text}
	}
	for _, e := range form.Editions() {
		for _, c := range e.Cells() {
			rows, columns := partsOf(c)
			row, column := rows[len(rows)-1].Label, columns[len(columns)-1].Label
			calls := [][2]string{}
			for _, name := range namesIn(short, lettersOf(row)) {
				calls = append(calls, [2]string{name, column})
			}
			for _, name := range namesIn(short, lettersOf(column)) {
				calls = append(calls, [2]string{row, name})
			}
			for _, call := range calls {
				got := Read([]Sheet{{Table: &page.Table{Rows: 2, Columns: 2, Cells: []page.Cell{
					cell(0, 1, call[1]), cell(1, 0, call[0]), cell(1, 1, ""),
				}}}}, Asked{Edition: e, Year: e.FirstYear})
				if assert.Len(t, got.Slots, 1, call) {
					assert.Equal(t, c.Key, got.Slots[0].Key, call)
				}
			}
		}
	}
}
