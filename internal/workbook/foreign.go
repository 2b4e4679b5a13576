package workbook

import (
	"cmp"
	"io"
	"maps"
	"slices"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/spreadsheet"
)

// ForeignSheet is what is seen on a sheet of a workbook that is none of ours: a form that somebody else laid out. Sheets that are hidden
// are not seen.
type ForeignSheet struct {
	Name          string
	Rows, Columns int           // as far as something stands there
	Cells         []ForeignCell // row by row, none over another; blank ones too, but of blank rows only those below one that is not
}

// ForeignCell is a cell, or several that are merged.
type ForeignCell struct {
	Row, Column         int // counted from 0
	RowSpan, ColumnSpan int // at least 1
	Text                string
	Formula             bool // the text is a formula's result, "" where that is not stored
}

// How much of a foreign sheet is looked at: more than ten times any table of the form.
const (
	mostForeignRows    = 2000
	mostForeignColumns = 100
)

// ReadForeign reads any workbook as it is seen. The errors are those of Read.
func ReadForeign(data []byte) ([]ForeignSheet, error) {
	b, err := spreadsheet.Open(data)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	var sheets []ForeignSheet
	for _, s := range b.Sheets {
		if s.Part == "" || s.Hidden {
			continue
		}
		one, err := foreignSheet(b, s)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, one)
	}
	return sheets, nil
}

func foreignSheet(b *spreadsheet.Book, s spreadsheet.Sheet) (ForeignSheet, error) {
	out := ForeignSheet{Name: s.Name}
	g, err := b.Grid(s.Part)
	if err != nil {
		return out, err
	}
	data, err := b.Part(s.Part)
	if err != nil {
		return out, spreadsheet.Damaged(err)
	}
	w, err := parseWorksheet(data)
	if err != nil {
		return out, err
	}
	taken := map[cellref.Position]bool{}
	add := func(a cellref.Area) {
		for row := a.From.Row; row <= a.To.Row; row++ {
			for col := a.From.Col; col <= a.To.Col; col++ {
				if taken[cellref.At(col, row)] {
					return
				}
			}
		}
		for row := a.From.Row; row <= a.To.Row; row++ {
			for col := a.From.Col; col <= a.To.Col; col++ {
				taken[cellref.At(col, row)] = true
			}
		}
		is := g.At(a.From)
		text, _ := wordsIn(b, is, false)
		if is.NoResult {
			text = ""
		}
		out.Cells = append(out.Cells, ForeignCell{a.From.Row - 1, a.From.Col - 1, a.To.Row - a.From.Row + 1, a.To.Col - a.From.Col + 1, text, is.Computed})
		out.Rows, out.Columns = max(out.Rows, a.To.Row), max(out.Columns, a.To.Col)
	}
	merged := sortedAreas(w.merged())
	full := rowsShown(g, merged)
	for _, a := range merged {
		if a.To.Row <= mostForeignRows && a.To.Col <= mostForeignColumns && full[a.From.Row] {
			add(a)
		}
	}
	for _, c := range g.Cells {
		if c.At.Row <= mostForeignRows && c.At.Col <= mostForeignColumns && !taken[c.At] {
			add(cellref.Between(c.At, c.At))
		}
	}
	if out.Rows > 0 && full[out.Rows+1] {
		out.Rows++
	}
	for row := 1; row <= out.Rows; row++ {
		for col := 1; full[row] && col <= out.Columns; col++ {
			if p := (cellref.At(col, row)); !taken[p] {
				add(cellref.Between(p, p))
			}
		}
	}
	slices.SortFunc(out.Cells, func(a, b ForeignCell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column)) })
	return out, nil
}

// rowsShown are the rows in which something stands, and those below them, where figures may be due.
func rowsShown(g *spreadsheet.Grid, merged []cellref.Area) map[int]bool {
	full := map[int]bool{}
	for _, c := range g.Cells {
		full[c.At.Row] = true
	}
	for _, a := range merged {
		if full[a.From.Row] {
			full[a.To.Row] = true
		}
	}
	for _, row := range slices.Sorted(maps.Keys(full)) {
		full[row+1] = row < mostForeignRows
	}
	return full
}

func sortedAreas(merged map[cellref.Position]cellref.Area) []cellref.Area {
	areas := make([]cellref.Area, 0, len(merged))
	for _, a := range merged {
		areas = append(areas, a)
	}
	slices.SortFunc(areas, func(a, b cellref.Area) int {
		return cmp.Or(cmp.Compare(a.From.Row, b.From.Row), cmp.Compare(a.From.Col, b.From.Col))
	})
	return areas
}

// ForeignFigure is a figure that goes into a cell of a foreign workbook.
type ForeignFigure struct {
	Sheet       string
	Row, Column int // as ReadForeign has them
	Cell        form.Cell
	Digits      string // a plain number
}

// FillForeign writes a copy of a workbook that is none of ours with figures in some of its cells; all else stays as it is, but that
// spreadsheets compute its formulas anew when they open it. Equal input makes equal bytes. The errors are those of Read.
func FillForeign(w io.Writer, data []byte, figures []ForeignFigure) error {
	c, err := openChanges(data)
	if err != nil {
		return err
	}
	defer c.book.Close()
	e := &editing{changes: c, typed: map[cellAt]*entered{}, sheets: map[string]*worksheet{}}
	for _, f := range figures {
		at := slices.IndexFunc(c.book.Sheets, func(s spreadsheet.Sheet) bool { return s.Name == f.Sheet })
		if at < 0 {
			return spreadsheet.ErrDamaged
		}
		part := c.book.Sheets[at].Part
		if _, err := c.book.Grid(part); err != nil { // whose styles say how a number is shown
			return err
		}
		e.typed[cellAt{part, cellref.At(f.Column+1, f.Row+1)}] = &entered{content: content{text: f.Digits, number: true}, figure: f.Cell.Measure}
	}
	if err := e.write(); err != nil {
		return err
	}
	if err := e.calculateOnLoad(); err != nil {
		return err
	}
	return c.book.Write(w)
}

// ForeignPlace is where a cell of a foreign workbook stands, as it is told: “表三”D6.
func ForeignPlace(sheet string, row, column int) string {
	return "“" + sheet + "”" + ForeignCellName(row, column)
}

// ForeignCellName is a cell's name in its sheet: D6.
func ForeignCellName(row, column int) string { return cellref.At(column+1, row+1).String() }
