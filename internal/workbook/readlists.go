package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/budget"
)

// Table is what stands on a sheet, by rows.
type Table struct {
	Sheet string
	Rows  []TableRow
}

// TableRow is a row with something in it: the texts of its cells up to the last, a date as 2006-01-02.
type TableRow struct {
	Number int // of the sheet's row
	Cells  []string
}

// Ref is where a cell of the row stands, the column counted from 0.
func (r TableRow) Ref(column int) string { return position{column + 1, r.Number}.String() }

// Cell is the text of a cell without the spaces around it, the column counted from 0; "" for none.
func (r TableRow) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column])
}

// mostListed is how many cells may be on the sheets of one workbook of lists: 1,500 members with all of their figures, twice over.
const mostListed = 700_000

// mostColumns is how many columns of a list are read.
const mostColumns = 400

// ReadTables reads sheets as tables: those of the lists with some anchors, each the first table, or, where none are asked for, all of
// the workbook. A list that is not there is left out. The error is one of those of Read.
func ReadTables(data []byte, anchors ...string) ([]Table, error) {
	b, err := openBookWithin(data, budget.With(budget.Cells, mostListed))
	if err != nil {
		return nil, err
	}
	defer b.shared.close()
	var tables []Table
	if anchors == nil {
		for i := range b.sheets {
			if b.sheets[i].part != "" {
				if tables, err = b.appendTable(tables, &b.sheets[i], 1); err != nil {
					return nil, err
				}
			}
		}
		return tables, nil
	}
	for _, a := range anchors {
		if spans := b.placesByName(anchored(a))[anchored(a)]; len(spans) > 0 {
			if tables, err = b.appendTable(tables, spans[0].sheet, spans[0].area.from.row); err != nil {
				return nil, err
			}
		}
	}
	return tables, nil
}

// appendTable reads a sheet from a row on.
func (b *book) appendTable(tables []Table, s *bookSheet, from int) ([]Table, error) {
	g, err := b.grid(s.part)
	if err != nil {
		return nil, err
	}
	t := Table{Sheet: s.name}
	for _, c := range g.cells {
		if c.at.row < from || c.at.col > mostColumns {
			continue
		}
		text, _ := b.words(c, true)
		if n := len(t.Rows); n == 0 || t.Rows[n-1].Number != c.at.row {
			t.Rows = append(t.Rows, TableRow{Number: c.at.row})
		}
		row := &t.Rows[len(t.Rows)-1]
		for len(row.Cells) < c.at.col {
			row.Cells = append(row.Cells, "")
		}
		row.Cells[c.at.col-1] = text
	}
	return append(tables, t), nil
}

// hasList tells whether a workbook has a list with an anchor.
func (b *book) hasList(anchor string) bool {
	return slices.ContainsFunc(b.names, func(n bookName) bool { return strings.EqualFold(n.name, anchored(anchor)) })
}

// isSummed tells the workbook of an office that added its members' reports up. One of many members has no list of them.
func (b *book) isSummed() bool { return b.hasList(AdjustmentsList) || b.hasList(MembersList) }
