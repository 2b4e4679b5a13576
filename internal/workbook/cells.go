package workbook

import (
	"slices"
	"strconv"

	"nianbao/internal/cellref"
	"nianbao/internal/pattern"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// worksheet is a sheet of a workbook that another program wrote, to be changed cell by cell.
type worksheet struct {
	root *xmlcut.Element
	data *xmlcut.Element // its <sheetData>
	tall map[int]float64 // how tall rows must be to show their text, in points
	cols []columns       // nil before they were read
}

// maxStored bounds the rows and cells of a sheet that is changed, empty ones included.
const maxStored = 500_000

func parseWorksheet(raw []byte) (*worksheet, error) {
	root, err := cut(raw)
	if err != nil {
		return nil, err
	}
	at := root.Child("sheetData")
	if at < 0 {
		return nil, spreadsheet.ErrDamaged
	}
	data, err := cut(root.Children[at].Raw)
	return &worksheet{root: root, data: data, tall: map[int]float64{}}, err
}

func (w *worksheet) bytes() []byte {
	w.root.Children[w.root.Child("sheetData")].Raw = w.data.Bytes()
	return w.root.Bytes()
}

// visit shows every stored cell to a function that may change it. Cells that are wanted but not stored are made first, with
// the style of their row or column.
func (w *worksheet) visit(wanted []cellref.Position, change func(at cellref.Position, c *xmlcut.Element) error) error {
	return (&visitor{worksheet: w, wanted: wanted, change: change}).run()
}

// visitRows is visit for the rows of the wanted cells alone.
func (w *worksheet) visitRows(wanted []cellref.Position, change func(at cellref.Position, c *xmlcut.Element) error) error {
	return (&visitor{worksheet: w, wanted: wanted, change: change, some: true}).run()
}

// run goes over the worksheet.
func (v *visitor) run() error {
	v.wanted = slices.Clone(v.wanted)
	slices.SortFunc(v.wanted, cellref.Position.Compare)
	last := 0
	for _, c := range v.data.Children {
		if c.Name != "row" {
			v.rows = append(v.rows, c)
			continue
		}
		number, row, err := v.parseRow(c, last)
		if err == nil {
			err = v.makeRows(number)
		}
		if err != nil {
			return err
		}
		last = number
		if row == nil && (len(v.wanted) == 0 || v.wanted[0].Row > number) {
			v.rows = append(v.rows, c)
			continue
		}
		if row == nil {
			if row, err = cut(c.Raw); err != nil {
				return err
			}
		}
		if err := v.visitRow(row, number); err != nil {
			return err
		}
	}
	err := v.makeRows(cellref.MaxRow + 1)
	v.data.Children = v.rows
	return err
}

// visitor goes over the cells of a worksheet in their order.
type visitor struct {
	*worksheet
	wanted []cellref.Position // those that are still to come
	change func(at cellref.Position, c *xmlcut.Element) error
	some   bool           // rows without wanted cells are passed over
	rows   []xmlcut.Piece // with their changes
	cells  []xmlcut.Piece // those of the row in hand
	seen   int
}

// emptyRow is a row without cells as all programs write it.
var emptyRow = pattern.New(`^<(?:\w+:)?row r="([0-9]{1,7})"[^<>]*/>$`)

// plainRow is any row as all programs write it.
var plainRow = pattern.New(`^<(?:\w+:)?row r="([0-9]{1,7})"`)

// parseRow tells a row's number. One without cells, of which programs store very many, is not parsed further: row is nil.
func (v *visitor) parseRow(c xmlcut.Piece, last int) (number int, row *xmlcut.Element, err error) {
	r, like := "", emptyRow
	if v.some {
		like = plainRow
	}
	if m := like.Compiled().FindSubmatch(c.Raw); m != nil {
		r = string(m[1])
	} else if row, err = cut(c.Raw); err != nil {
		return 0, nil, err
	} else if v.seen++; v.seen > maxStored {
		return 0, nil, spreadsheet.ErrTooLarge
	} else {
		r = row.Get("r")
	}
	if r == "" {
		return last + 1, row, nil
	}
	if number, err = strconv.Atoi(r); err != nil || number <= last || number > cellref.MaxRow {
		return 0, nil, spreadsheet.ErrDamaged
	}
	return number, row, nil
}

// makeRows makes the rows of wanted cells that are missing before a row.
func (v *visitor) makeRows(before int) error {
	for len(v.wanted) > 0 && v.wanted[0].Row < before {
		tag, number := v.data.Qualified("row"), v.wanted[0].Row
		row, err := cut([]byte("<" + tag + ` r="` + strconv.Itoa(number) + `"></` + tag + ">"))
		if err == nil {
			err = v.visitRow(row, number)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *visitor) visitRow(row *xmlcut.Element, number int) error {
	v.cells = nil
	last, stored := 0, len(row.Children)
	for _, c := range row.Children {
		if c.Name != "c" {
			v.cells = append(v.cells, c)
			continue
		}
		cell, err := cut(c.Raw)
		if err != nil {
			return err
		}
		at := cellref.At(last+1, number)
		if ref := cell.Get("r"); ref != "" {
			var ok bool
			if at, ok = cellref.Parse(ref); !ok || at.Row != number || at.Col <= last {
				return spreadsheet.ErrDamaged
			}
		}
		if err := v.makeCells(row, at); err != nil {
			return err
		}
		if len(v.wanted) > 0 && v.wanted[0] == at {
			v.wanted = v.wanted[1:]
		}
		if err := v.show(at, cell); err != nil {
			return err
		}
		last = at.Col
	}
	if err := v.makeCells(row, cellref.At(cellref.MaxCol+1, number)); err != nil {
		return err
	}
	if len(v.cells) > stored { // spans is only a hint, which a new cell may belie
		row.Unset("spans")
	}
	v.stretch(row, number)
	row.Children = v.cells
	v.rows = append(v.rows, xmlcut.Piece{Name: "row", Raw: row.Bytes()})
	return nil
}

// makeCells makes the wanted cells of a row that are missing before a position.
func (v *visitor) makeCells(row *xmlcut.Element, before cellref.Position) error {
	for len(v.wanted) > 0 && v.wanted[0].Row == before.Row && v.wanted[0].Col < before.Col {
		at := v.wanted[0]
		cell, err := cut(v.newCell(row, at))
		if err == nil {
			err = v.show(at, cell)
		}
		if err != nil {
			return err
		}
		v.wanted = v.wanted[1:]
	}
	return nil
}

func (v *visitor) show(at cellref.Position, cell *xmlcut.Element) error {
	if v.seen++; v.seen > maxStored {
		return spreadsheet.ErrTooLarge
	}
	if err := v.change(at, cell); err != nil {
		return err
	}
	v.cells = append(v.cells, xmlcut.Piece{Name: "c", Raw: cell.Bytes()})
	return nil
}

func (w *worksheet) newCell(row *xmlcut.Element, at cellref.Position) []byte {
	tag := w.data.Qualified("c")
	of, _ := w.column(at.Col)
	style := of.style
	if f := row.Get("customFormat"); f == "1" || f == "true" {
		style = row.Get("s")
	}
	if style != "" && style != "0" {
		style = ` s="` + xmlcut.AttributeText(style) + `"`
	} else {
		style = ""
	}
	return []byte("<" + tag + ` r="` + at.String() + `"` + style + "/>")
}

// columns is a <col>: a stretch of columns that look alike.
type columns struct {
	from, to int
	width    float64 // in characters; 0 where none is said
	hidden   bool
	style    string
}

// column finds the stretch that a column belongs to.
func (w *worksheet) column(col int) (columns, bool) {
	if w.cols == nil {
		w.cols = w.readColumns()
	}
	for _, c := range w.cols {
		if c.from <= col && col <= c.to {
			return c, true
		}
	}
	return columns{}, false
}

// readColumns reads the stretches of columns; those beyond the number of columns that there are speak of none.
func (w *worksheet) readColumns() []columns {
	list := []columns{}
	at := w.root.Child("cols")
	if at < 0 {
		return list
	}
	all, err := cut(w.root.Children[at].Raw)
	if err != nil {
		return list
	}
	for _, c := range all.Children {
		e, err := cut(c.Raw)
		if c.Name != "col" || err != nil {
			continue
		}
		if len(list) == cellref.MaxCol {
			break
		}
		one := columns{hidden: spreadsheet.IsTrue(e.Get("hidden")), style: e.Get("style")}
		one.from, _ = strconv.Atoi(e.Get("min"))
		one.to, _ = strconv.Atoi(e.Get("max"))
		if n, err := strconv.ParseFloat(e.Get("width"), 64); err == nil && 0 <= n && n <= maxWidth {
			one.width = n
		}
		list = append(list, one)
	}
	return list
}

// maxWidth is how wide a column can be, in characters.
const maxWidth = 255
