package spreadsheet

import (
	"errors"
	"io"
	"slices"
	"strconv"

	"nianbao/internal/budget"
	"nianbao/internal/cellref"
	"nianbao/internal/opc"
)

// Kind says how a cell's value was stored.
type Kind uint8

// How values are stored.
const (
	NumberKind Kind = iota
	TextKind
	BooleanKind
	ErrorKind
	dateKind // ISO 8601
)

// Cell is a cell as it was stored. A cell with nothing in it is none.
type Cell struct {
	At       cellref.Position
	Kind     Kind
	Computed bool // the value is a formula's result
	NoResult bool // which was not stored
	Style    int
	Value    string
	Struck   string // what of the text is struck out by itself, whatever the style
	Formula  string // without the equals sign; "" also where the text stands with another cell
	Shared   string // which formula it shares with other cells, one of which has the text; "" for none
}

// Grid is what is stored on a sheet, in the order of the file, which is by rows.
type Grid struct {
	Cells  []Cell
	places []int // of the cells, in the order of reading; nil where that is the order of the file

	hiddenRows map[int]bool   // of those with something in them
	hiddenCols []cellref.Area // over all rows
	merged     []cellref.Area // in the order of reading
	hiding     []cellref.Area // of these, those that cover more than their first cell's contents
}

// At is the cell at a position, the zero cell if there is nothing in it.
func (g *Grid) At(p cellref.Position) Cell {
	if i, ok := g.find(p); ok {
		return g.Cells[i]
	}
	return Cell{At: p, Kind: TextKind}
}

// Holds tells whether there is something in the cell at a position.
func (g *Grid) Holds(p cellref.Position) bool {
	_, ok := g.find(p)
	return ok
}

func (g *Grid) find(p cellref.Position) (i int, ok bool) {
	if g.places == nil {
		return slices.BinarySearchFunc(g.Cells, p, func(c Cell, p cellref.Position) int { return c.At.Compare(p) })
	}
	at, ok := slices.BinarySearchFunc(g.places, p, func(i int, p cellref.Position) int { return g.Cells[i].At.Compare(p) })
	if !ok {
		return 0, false
	}
	return g.places[at], true
}

// order makes the cells be found by their places. The error is damage: two cells at one place.
func (g *Grid) order() error {
	isBehind := func(c, d Cell) int { return c.At.Compare(d.At) }
	if !slices.IsSortedFunc(g.Cells, isBehind) {
		g.places = make([]int, len(g.Cells))
		for i := range g.places {
			g.places[i] = i
		}
		slices.SortFunc(g.places, func(i, j int) int { return isBehind(g.Cells[i], g.Cells[j]) })
	}
	for i := range g.Cells[min(1, len(g.Cells)):] {
		one, next := i, i+1
		if g.places != nil {
			one, next = g.places[one], g.places[next]
		}
		if g.Cells[one].At == g.Cells[next].At {
			return ErrDamaged
		}
	}
	return nil
}

// Grid parses a sheet.
func (b *Book) Grid(part string) (*Grid, error) {
	if g, ok := b.parsed[part]; ok {
		return g, nil
	}
	if err := b.ReadFormats(); err != nil {
		return nil, err
	}
	if err := b.readStrings(); err != nil {
		return nil, err
	}
	d, err := b.XML(part)
	if err != nil {
		return nil, Damaged(err)
	}
	defer d.Close()
	g := &Grid{}
	cells := b.room.forCells()
	scan := b.Scan(part, d)
	scan.grid = g
	for {
		at, err := scan.Next()
		switch {
		case errors.Is(err, io.EOF):
			g.Cells = b.room.keep(cells)
			b.parsed[part] = g
			if err := g.order(); err != nil {
				return g, err
			}
			g.noteMerged(d)
			return g, nil
		case err != nil:
			return nil, err
		}
		c, err := scan.ReadCell(at)
		if err != nil {
			return nil, err
		}
		if c.Value == "" && !c.Computed {
			continue
		}
		if !b.Spend(budget.Cells, 1) {
			return nil, ErrTooLarge
		}
		if scan.hiddenRow {
			g.hide(c.At.Row)
		}
		cells = append(cells, c)
	}
}

func (g *Grid) hide(row int) {
	if g.hiddenRows == nil {
		g.hiddenRows = map[int]bool{}
	}
	g.hiddenRows[row] = true
}

// maxHidden is how many stretches of hidden columns are noted; nobody hides as many.
const maxHidden = 100

// noteColumns notes the columns of the <col> that begins if they are hidden.
func (g *Grid) noteColumns(d *opc.Decoder) {
	from, err := strconv.Atoi(d.Attr("min"))
	to, otherErr := strconv.Atoi(d.Attr("max"))
	if g != nil && len(g.hiddenCols) < maxHidden && err == nil && otherErr == nil && IsTrue(d.Attr("hidden")) {
		g.hiddenCols = append(g.hiddenCols, cellref.Between(cellref.At(from, 1), cellref.At(to, cellref.MaxRow)))
	}
}

// IsHidden tells whether a cell is in a hidden row or column.
func (g *Grid) IsHidden(p cellref.Position) bool {
	return g.hiddenRows[p.Row] || cellref.Contains(g.hiddenCols, p)
}

// IsBelow tells whether a cell with contents lies below a merged one, which shows the contents of its first cell alone.
func (g *Grid) IsBelow(p cellref.Position) bool {
	return slices.ContainsFunc(g.hiding, func(a cellref.Area) bool { return a.Contains(p) && p != a.From })
}

// ShownInstead is the cell that shows instead of one that was merged with it.
func (g *Grid) ShownInstead(p cellref.Position) (first cellref.Position, ok bool) {
	for _, a := range g.merged {
		if p != a.From && a.Contains(p) {
			return a.From, true
		}
	}
	return cellref.Position{}, false
}

// Covers tells of the cells of an area whether they lie below merged ones, with contents or without. They have to be asked for in the order
// of reading, so that each merged area is looked at once.
func (g *Grid) Covers(in cellref.Area) func(p cellref.Position) bool {
	reached := make([]int, in.To.Col-in.From.Col+1) // by column, the last row of the merged areas that begin before the cell
	next := 0
	return func(p cellref.Position) bool {
		for ; next < len(g.merged) && g.merged[next].From.Compare(p) < 0; next++ {
			a := g.merged[next]
			for col := max(a.From.Col, in.From.Col); col <= min(a.To.Col, in.To.Col); col++ {
				reached[col-in.From.Col] = max(reached[col-in.From.Col], a.To.Row)
			}
		}
		return p.Row <= reached[p.Col-in.From.Col]
	}
}

// noteMerged notes the merged cells that follow behind the rows. What cannot be parsed there is nothing that is read.
func (g *Grid) noteMerged(d *opc.Decoder) {
	defer func() { slices.SortFunc(g.merged, func(a, b cellref.Area) int { return a.From.Compare(b.From) }) }()
	const most = 10_000 // that are looked at
	for range most {
		if name, err := NextStart(d, "worksheet", "mergeCell", "conditionalFormatting", "dataValidations", "pageMargins"); err != nil || name != "mergeCell" {
			return // which stand in this order
		}
		a, ok := cellref.ParseArea(d.Attr("ref"))
		if !ok {
			continue
		}
		g.merged = append(g.merged, a)
		if len(g.hiding) < maxHidden && g.coversContents(a) {
			g.hiding = append(g.hiding, a)
		}
	}
}

// coversContents says whether there is anything in cells of an area but the first; of a large one, that there may be.
func (g *Grid) coversContents(a cellref.Area) bool {
	const large = 64 // cells
	if a.Size() > large {
		return true
	}
	for row := a.From.Row; row <= a.To.Row; row++ {
		for col := a.From.Col; col <= a.To.Col; col++ {
			if p := (cellref.At(col, row)); p != a.From && g.At(p).Value != "" {
				return true
			}
		}
	}
	return false
}
