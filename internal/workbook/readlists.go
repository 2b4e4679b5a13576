package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/cellref"
	"nianbao/internal/chinese"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// Table is what stands on a sheet, by rows.
type Table struct {
	Sheet  string
	Anchor string // of the list that it was written as; "" for none, or one that lost it
	Rows   []TableRow
}

// TableRow is a row with something in it: the texts of its cells up to the last, a date as 2006-01-02.
type TableRow struct {
	Number int // of the sheet's row
	Cells  []string
}

// Ref is where a cell of the row stands, the column counted from 0.
func (r TableRow) Ref(column int) string { return cellref.At(column+1, r.Number).String() }

// Cell is the text of a cell without the spaces around it, the column counted from 0; "" for none.
func (r TableRow) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column])
}

// ColumnOf is the first column that has one of some heads, however it is spaced, and whatever is remarked on it in brackets: 名 称, 单位名称（全称）.
// It is counted from 0, and -1 for none.
func (r TableRow) ColumnOf(heads ...string) int {
	return slices.IndexFunc(r.Cells, func(cell string) bool {
		cell = chinese.Unspaced(cell)
		if i := strings.IndexAny(cell, "（("); i > 0 {
			cell = cell[:i]
		}
		return slices.Contains(heads, cell)
	})
}

// mostListed is how many cells may be on the sheets of one workbook of lists: 1,500 members with all of their figures, twice over.
const mostListed = 700_000

// mostColumns is how many columns of a list are read.
const mostColumns = 400

// ReadTables reads sheets as tables: those of the lists with some anchors, each the first table, or, where none are asked for, all of
// the workbook. A list that is not there is left out. The error is one of those of Read.
func ReadTables(data []byte, anchors ...string) ([]Table, error) {
	b, err := spreadsheet.OpenWithin(data, budget.With(budget.Cells, mostListed))
	if err != nil {
		return nil, err
	}
	defer b.Close()
	var tables []Table
	add := func(anchor string, s *spreadsheet.Sheet, from int) error {
		t, err := tableFrom(b, s, from)
		t.Anchor = anchor
		tables = append(tables, t)
		return err
	}
	if anchors == nil {
		anchorOf := anchorsIn(b)
		for i := range b.Sheets {
			if s := &b.Sheets[i]; s.Part != "" {
				if err := add(anchorOf[s], s, 1); err != nil {
					return nil, err
				}
			}
		}
		return tables, nil
	}
	for _, a := range anchors {
		if spans := placesByName(b, anchored(a))[anchored(a)]; len(spans) > 0 {
			if err := add(a, spans[0].sheet, spans[0].area.From.Row); err != nil {
				return nil, err
			}
		}
	}
	return tables, nil
}

// PeekTables is ReadTables of all sheets without what stands on them, which costs next to nothing.
func PeekTables(data []byte) (tables []Table, err error) {
	b, err := spreadsheet.Open(data)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	anchorOf := anchorsIn(b)
	for i := range b.Sheets {
		if s := &b.Sheets[i]; s.Part != "" {
			tables = append(tables, Table{Sheet: s.Name, Anchor: anchorOf[s]})
		}
	}
	return tables, nil
}

// anchorsIn are those of the lists in the workbook, by their sheets.
func anchorsIn(b *spreadsheet.Book) map[*spreadsheet.Sheet]string {
	by := map[*spreadsheet.Sheet]string{}
	for _, n := range b.Defined {
		name := strings.ToLower(n.Name)
		if spans := spansIn(b, n.RefersTo); strings.HasPrefix(name, anchorPrefix) && len(spans) > 0 && by[spans[0].sheet] == "" {
			by[spans[0].sheet] = strings.TrimPrefix(name, anchorPrefix)
		}
	}
	return by
}

// tableFrom reads a sheet from a row on.
func tableFrom(b *spreadsheet.Book, s *spreadsheet.Sheet, from int) (t Table, err error) {
	t.Sheet = s.Name
	g, err := b.Grid(s.Part)
	if err != nil {
		return t, err
	}
	for _, c := range g.Cells {
		if c.At.Row < from || c.At.Col > mostColumns {
			continue
		}
		text, _ := wordsIn(b, c, true)
		if n := len(t.Rows); n == 0 || t.Rows[n-1].Number != c.At.Row {
			t.Rows = append(t.Rows, TableRow{Number: c.At.Row})
		}
		row := &t.Rows[len(t.Rows)-1]
		for len(row.Cells) < c.At.Col {
			row.Cells = append(row.Cells, "")
		}
		row.Cells[c.At.Col-1] = text
	}
	return t, nil
}

// hasList tells whether a workbook has a list with an anchor.
func hasList(b *spreadsheet.Book, anchor string) bool {
	return slices.ContainsFunc(b.Defined, func(n spreadsheet.DefinedName) bool { return strings.EqualFold(n.Name, anchored(anchor)) })
}

// isSummed tells the workbook of an office that added its members' reports up. One of many members has no list of them.
func isSummed(b *spreadsheet.Book) bool {
	return hasList(b, AdjustmentsList) || hasList(b, MembersList)
}

// carriedSheet is the sheet with what the office lays down which sent the workbook out; nil if there is none, or if it is gone.
func (in *reader) carriedSheet() *spreadsheet.Sheet {
	if spans := in.named[anchored(CarriedList)]; len(spans) > 0 {
		return spans[0].sheet
	}
	if hasList(in.book, CarriedList) {
		return nil
	}
	return in.book.SheetNamed(CarriedSheet)
}

// carried reads that sheet; nil if there never was one. It has a budget of its own, so that what is wrong with it keeps nobody from
// reading the report.
func (in *reader) carried() *model.Carried {
	s := in.carriedSheet()
	switch {
	case s == nil && hasList(in.book, CarriedList):
		return &model.Carried{Fault: "已经不在了"}
	case s == nil:
		return nil
	}
	whole := in.book.Budget
	defer func() { in.book.Budget = whole }()
	in.book.Budget = budget.With(budget.Cells, mostCarried)
	t, err := tableFrom(in.book, s, 1)
	if err != nil {
		return &model.Carried{Sheet: s.Name, Fault: "读不了"}
	}
	c := &model.Carried{Sheet: s.Name}
	for _, row := range t.Rows {
		if !in.book.SpendText(strings.Join(row.Cells, " ")) {
			return &model.Carried{Sheet: s.Name, Fault: "里的文字太多"}
		}
		c.Rows = append(c.Rows, model.CarriedRow{Number: row.Number, Cells: row.Cells})
	}
	return c
}

// mostCarried is how many cells the sheet may have with what an office lays down.
const mostCarried = 20_000

// listSheet is the sheet of a list behind the form: the one with its anchor, or where a program lost that the one of its name; nil for none.
func (in *reader) listSheet(anchor, name string) *spreadsheet.Sheet {
	if spans := in.named[anchored(anchor)]; len(spans) > 0 {
		return spans[0].sheet
	}
	if s := in.book.SheetNamed(name); s != nil && in.homes[s.Part] == nil {
		return s
	}
	return nil
}

// leastHeads is how many of a list's heads make a row that of its heads.
const leastHeads = 3

// headsIn finds the row of a list's heads, and where each of them stands: 0 for one that is gone, and a row 0 where there is none.
func (in *reader) headsIn(g *spreadsheet.Grid, heads []string) (top int, columns []int) {
	for i := 0; i < len(g.Cells); {
		row, found, n := g.Cells[i].At.Row, make([]int, len(heads)), 0
		for ; i < len(g.Cells) && g.Cells[i].At.Row == row; i++ {
			head := chinese.Unspaced(in.book.Text(g.Cells[i]))
			for c := range heads {
				if found[c] == 0 && head == heads[c] {
					found[c] = g.Cells[i].At.Col
					n++
				}
			}
		}
		if n >= leastHeads {
			return row, found
		}
	}
	return 0, make([]int, len(heads))
}
