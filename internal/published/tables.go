package published

import (
	"fmt"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// readTable finds the figures of a table of the form in the tables of a section, which may be one that was cut into several.
// Rows are matched with the form's one after the other, by how many cells they have and by their labels. Extra rows, such as
// heads that were repeated, are passed over. labels are those printed otherwise than prescribed; doubts tells what does not fit.
func readTable(t *form.Table, tables []Table) (figures map[form.Key]string, labels []model.Wording, doubts []string) {
	figures = map[form.Key]string{}
	var rows [][]string
	for _, table := range tables {
		rows = append(rows, table...)
	}
	want := formRows(t)
	for i, at := range matchRows(want, rows) {
		if at < 0 {
			if len(tables) > 0 {
				doubts = append(doubts, fmt.Sprintf("“%s”第%d行（%s）没有找到，这一行的数没有核对", t.Title, i+1, want[i].name()))
			}
			continue
		}
		for j, slot := range want[i] {
			text := rows[at][j]
			switch {
			case slot.Row != i:
			case slot.Cell != nil:
				figures[slot.Cell.Key] = text
			case squeeze(text) != squeeze(slot.Label):
				labels = append(labels, model.Wording{Key: firstFigure(t), Prescribed: slot.Label, Printed: text})
			}
		}
	}
	if len(tables) == 0 {
		doubts = append(doubts, "没有找到“"+t.Title+"”，表里的数没有核对")
	}
	return figures, labels, doubts
}

// firstFigure is the key of a table's first figure.
func firstFigure(t *form.Table) form.Key {
	for _, s := range t.Grid().Slots {
		if s.Cell != nil {
			return s.Cell.Key
		}
	}
	return ""
}

// formRow are the slots that stand in a row of a printed table, from left to right, those that began further up too.
type formRow []form.Slot

func formRows(t *form.Table) []formRow {
	grid := t.Grid()
	rows := make([]formRow, grid.Rows)
	for column := range grid.Cols {
		for _, s := range grid.Slots {
			for row := s.Row; s.Col == column && row < s.Row+s.RowSpan; row++ {
				rows[row] = append(rows[row], s)
			}
		}
	}
	return rows
}

// name is the label by which people find the row.
func (r formRow) name() string {
	for i := len(r) - 1; i >= 0; i-- {
		if r[i].Label != "" {
			return r[i].Label
		}
	}
	return "数字"
}

// matchRows finds for every row of the form the row of the page, -1 if there is none. If there are as many rows, with as many
// cells each, they are the same, whatever became of the labels.
func matchRows(want []formRow, rows [][]string) []int {
	matches := make([]int, len(want))
	same := len(want) == len(rows)
	for i := range matches {
		matches[i] = i
		same = same && len(want[i]) == len(rows[i])
	}
	if same {
		return matches
	}
	next := 0
	for i := range want {
		matches[i] = -1
		for at := next; at < len(rows); at++ {
			if want[i].isLike(i, rows[at]) {
				matches[i], next = at, at+1
				break
			}
		}
	}
	return matches
}

// isLike tells whether the page's row has the labels of the form's.
func (r formRow) isLike(row int, cells []string) bool {
	if len(r) != len(cells) {
		return false
	}
	for i, s := range r {
		if s.Row == row && s.Cell == nil && squeeze(s.Label) != squeeze(cells[i]) {
			return false
		}
	}
	return true
}
