package published

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// unplaced is what stands where figures are due and has no place.
type unplaced struct {
	table            string // its key
	text, place, why string
	from             int // which of the page's tables; -1 for its lines
}

// missingTotals tells that a table is printed without the column of its totals.
func (t *tables) missingTotals(e *form.Edition, table *form.Table) []string {
	isThere := func(total bool) bool {
		return slices.ContainsFunc(e.Cells(), func(c form.Cell) bool {
			_, read := t.figures[c.Key]
			return c.Table == table.Key && read && strings.HasSuffix(string(c.Key), ".total") == total
		})
	}
	differs := slices.ContainsFunc(t.unplaced, func(u unplaced) bool { return u.table == table.Key }) // they stand twice
	if table.Key != "requests" || differs || isThere(true) || !isThere(false) {
		return nil
	}
	return []string{"“" + table.Title + "”没有“总计”这一列，总计空着"}
}

// missingRows tells the rows of a table of which no figure was found, where others were.
func (t *tables) missingRows(table *form.Table) (doubts []string) {
	const most = 5
	if !slices.Contains(t.found, table.Key) {
		return nil
	}
	for i, row := range formRows(table) {
		figures, found := 0, 0
		for _, slot := range row {
			if slot.Cell != nil {
				figures++
				if _, ok := t.figures[slot.Cell.Key]; ok {
					found++
				}
			}
		}
		if figures > 0 && found == 0 {
			doubts = append(doubts, fmt.Sprintf("“%s”第%d行（%s）没有找到，这一行的数没有核对", table.Title, i+1, row.name()))
		}
	}
	if len(doubts) > most {
		return []string{fmt.Sprintf("“%s”有%d行的数没有读出", table.Title, len(doubts))}
	}
	return doubts
}

// ofOtherEditions are the rows that were read and that only other editions have: one row of 其他处理, where the form has three.
func (t *tables) ofOtherEditions(e *form.Edition, s form.Section) (besides []model.Beside, doubts []string) {
	type row struct {
		label, place string
		figures      []string
	}
	var rows []*row
	for _, other := range form.Editions() {
		for _, c := range other.Cells() {
			f, read := t.figures[c.Key]
			if _, ok := e.Cell(c.Key); ok || !read || c.Table != s.Table.Key || other == e || strings.TrimSpace(f.text) == "" {
				continue
			}
			if n := len(rows); n == 0 || rows[n-1].label != c.RowLabel() {
				rows = append(rows, &row{label: c.RowLabel(), place: f.place})
			}
			last := rows[len(rows)-1]
			last.figures = append(last.figures, chinese.Unspaced(f.text))
		}
	}
	for _, one := range rows {
		text := one.label + " " + strings.Join(one.figures, " ")
		besides = append(besides, model.Beside{Kind: model.SurplusRow, Key: s.Text.Key, Text: text, Place: one.place})
		told := fmt.Sprintf("%s的“%s”没有读进来：%s的格式里没有这样一行", one.place, chinese.Shortened(text, longestFurniture), e.Span())
		if one.label == otherOfBefore {
			told += "，分成了三行，请核对后填入（分不开的，可以填在“3.其他”里）"
		}
		doubts = append(doubts, told)
	}
	return besides, doubts
}

// otherOfBefore is a row that became three.
const otherOfBefore = "（六）其他处理"

// formRow are the slots that begin in a row of a printed table, from left to right.
type formRow []form.Slot

func formRows(t *form.Table) []formRow {
	grid := t.Grid()
	rows := make([]formRow, grid.Rows)
	for _, s := range grid.Slots {
		rows[s.Row] = append(rows[s.Row], s)
	}
	return rows
}

// name is the label by which people find the row.
func (r formRow) name() string {
	for _, s := range slices.Backward(r) {
		if s.Label != "" {
			return s.Label
		}
	}
	return "数字"
}
