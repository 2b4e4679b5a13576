package office

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// countySheet is a sheet of the workbook in which an office lays down what it asks for. What it holds is declared once, and written and read
// by that, on a sheet of its own or behind the form of a member.
type countySheet interface {
	called() (name, anchor string)
	list(c *County) workbook.List
	carried(c *County) [][]string // what an office laid down, below the heads of what is read
	read(in *countyReader, t workbook.Table)
}

// countyTable is such a sheet, with rows of some kind.
type countyTable[T any] struct {
	name, anchor string
	title        string
	lines        []string // of explanation
	columns      []countyColumn[T]
	room         int                                                 // rows that stay free
	all          func(c *County) []T                                 // that are written on the sheet
	said         func(one T) bool                                    // whether the office laid something down in a row; nil for all
	add          func(in *countyReader, at model.Place, one T) error // takes a row over
}

// countyColumn is a column: what it may be called, the name first that is written, how wide it is, what may be chosen there, and how what
// stands in it is told and read. One that is not set is read by nobody.
type countyColumn[T any] struct {
	heads   []string
	width   float64
	kind    workbook.Kind
	choices []string
	prompt  string
	text    func(one T) string
	set     func(one *T, text string) error
}

// inColumn is a fault of a row that lies in a column, by its head.
type inColumn struct {
	head string
	error
}

func (e inColumn) Unwrap() error { return e.error }

func (t *countyTable[T]) called() (name, anchor string) { return t.name, t.anchor }

func (t *countyTable[T]) heads() (heads []string) {
	for _, c := range t.columns {
		heads = append(heads, c.heads[0])
	}
	return heads
}

func (t *countyTable[T]) cells(one T) (cells []string) {
	for _, c := range t.columns {
		cells = append(cells, c.text(one))
	}
	return cells
}

func (t *countyTable[T]) carried(c *County) (rows [][]string) {
	read := func(cells []string) (list []string) {
		for i, column := range t.columns {
			if column.set != nil {
				list = append(list, cells[i])
			}
		}
		return list
	}
	for _, one := range t.all(c) {
		if t.said == nil || t.said(one) {
			rows = append(rows, read(t.cells(one)))
		}
	}
	if rows == nil {
		return nil
	}
	return slices.Insert(rows, 0, read(t.heads()))
}

func (t *countyTable[T]) list(c *County) workbook.List {
	all := t.all(c)
	l := workbook.List{Name: t.name, Title: t.title, Lines: t.lines, Anchor: t.anchor, Length: len(all) + t.room}
	for _, column := range t.columns {
		l.Columns = append(l.Columns, workbook.Column{Head: column.heads[0], Width: column.width, Kind: column.kind, Choices: column.choices, Prompt: column.prompt})
	}
	l.Rows = func(yield func(workbook.Row) bool) {
		for i := range l.Length {
			cells := make([]string, len(t.columns))
			if i < len(all) {
				cells = t.cells(all[i])
			}
			if !yield(workbook.Row{Cells: cells}) {
				return
			}
		}
	}
	return l
}

// columnsIn finds the columns below a row of heads, -1 for one that is not there.
func (t *countyTable[T]) columnsIn(heads workbook.TableRow) (columns []int) {
	for _, c := range t.columns {
		columns = append(columns, heads.ColumnOf(c.heads...))
	}
	return columns
}

// isHeads tells the row of heads by the first of them.
func (t *countyTable[T]) isHeads(r workbook.TableRow) bool {
	return r.ColumnOf(t.columns[0].heads...) >= 0
}

// headless is why nothing is read from a sheet.
func (t *countyTable[T]) headless() error {
	return fmt.Errorf("“%s”里找不到表头“%s”，请把表头改回来", t.name, t.columns[0].heads[0])
}

func (t *countyTable[T]) read(in *countyReader, table workbook.Table) {
	first := slices.IndexFunc(table.Rows, t.isHeads)
	if first < 0 {
		if len(table.Rows) > 0 {
			in.faults = append(in.faults, t.headless())
		}
		return
	}
	t.readRows(in, table.Rows[first+1:], t.columnsIn(table.Rows[first]), cellOf(table.Sheet))
}

// cellOf gives the places of cells of a sheet, the column counted from 0, and -1 for one that is not there.
func cellOf(sheet string) func(row workbook.TableRow, column int) model.Place {
	return func(row workbook.TableRow, column int) model.Place {
		return model.Place{Sheet: sheet, Ref: row.Ref(max(column, 0))}
	}
}

// readRows reads rows of which it is known what stands in which column, and where they stand.
func (t *countyTable[T]) readRows(in *countyReader, rows []workbook.TableRow, columns []int, place func(row workbook.TableRow, column int) model.Place) {
	in.known = map[string]bool{}
	for _, row := range rows {
		fault := func(column int, err error) { in.blame(place(row, columns[column]), err) }
		if one, said, ok := t.one(row, columns, fault); said && ok {
			in.cell = func(head string) model.Place { return place(row, columns[t.columnOf(inColumn{head: head})]) }
			if err := t.add(in, place(row, columns[0]), one); err != nil {
				fault(t.columnOf(err), err)
			}
		}
	}
}

// columnOf is the column in which a fault of a row lies; the first where it does not say.
func (t *countyTable[T]) columnOf(err error) int {
	var in inColumn
	if !errors.As(err, &in) {
		return 0
	}
	return max(0, slices.IndexFunc(t.columns, func(c countyColumn[T]) bool { return c.heads[0] == in.head }))
}

// one reads a row. said is false for one in which nobody wrote anything, ok for one with faults, which are told.
func (t *countyTable[T]) one(row workbook.TableRow, columns []int, fault func(column int, err error)) (one T, said, ok bool) {
	ok = true
	for i, c := range t.columns {
		text := row.Cell(columns[i])
		if c.set == nil || text == "" {
			continue
		}
		said = said || c.kind >= workbook.Entry
		err := errLong
		if utf8.RuneCountInString(text) <= mostTyped {
			err = c.set(&one, text)
		}
		if err != nil {
			fault(i, err)
			ok = false
		}
	}
	return one, said, ok
}

// mostTyped is how many characters a cell may have, which is far more than anybody writes there, and no more than is shown of one.
const mostTyped = 1000

var errLong = fmt.Errorf("写得太长了，最多%d字", mostTyped)

// countyReader gathers what an office lays down, and what is wrong with it.
type countyReader struct {
	county *County
	faults []error
	cell   func(head string) model.Place // of the row that is read
	known  map[string]bool               // what the rows so far of the sheet that is read are of
	named  map[string]model.Place        // where names of members stand
	heirs  []heir
}

// heir is who goes on with what a member had, and where that is written.
type heir struct {
	member, successor string
	at                model.Place
}

// isAgain says whether a row before was of the same.
func (in *countyReader) isAgain(what string) bool {
	again := in.known[what]
	in.known[what] = true
	return again
}

func (in *countyReader) blame(at model.Place, err error) {
	in.faults = append(in.faults, fmt.Errorf("%s：%w", at, err))
}

// fault is all that is wrong, told in one go; of very much the first.
func (in *countyReader) fault() error {
	const most = 30
	if n := len(in.faults); n > most {
		return remedy.Join(append(in.faults[:most:most], fmt.Errorf("另有%d处，改好这些再看", n-most))...)
	}
	return remedy.Join(in.faults...)
}

// isCounty tells a workbook of settings: two of its sheets are there, or one that says by its anchor what it is.
func isCounty(tables []workbook.Table) bool {
	found := 0
	for _, s := range countySheets() {
		if t := tableOf(s, tables); t != nil {
			found++
			if t.Anchor != "" {
				return true
			}
		}
	}
	return found > 1
}

// tableOf finds a sheet: by its anchor, or else by its name; nil where it is not there.
func tableOf(s countySheet, tables []workbook.Table) *workbook.Table {
	name, anchor := s.called()
	by := func(is func(t workbook.Table) bool) *workbook.Table {
		if i := slices.IndexFunc(tables, is); i >= 0 {
			return &tables[i]
		}
		return nil
	}
	if t := by(func(t workbook.Table) bool { return t.Anchor == anchor }); t != nil {
		return t
	}
	return by(func(t workbook.Table) bool { return t.Anchor == "" && strings.TrimSpace(t.Sheet) == name })
}

// read reads all sheets of a workbook.
func (in *countyReader) read(tables []workbook.Table) {
	read := map[string]bool{}
	for _, s := range countySheets() {
		if t := tableOf(s, tables); t != nil {
			read[t.Sheet] = true
			s.read(in, *t)
		}
		if s == countySheet(memberTable) && in.faults == nil {
			in.checkHeirs()
		}
	}
	for _, t := range tables {
		if !read[t.Sheet] && len(t.Rows) > 0 {
			in.county.Notes = append(in.county.Notes, "“"+t.Sheet+"”不是本县设置里的一页，没有读")
		}
	}
}
