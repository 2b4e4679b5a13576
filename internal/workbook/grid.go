package workbook

import (
	"errors"
	"io"
	"strconv"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
)

// kind says how a cell's value was stored.
type kind int

const (
	numberKind kind = iota
	textKind
	booleanKind
	errorKind
	dateKind // ISO 8601
)

// stored is a cell as it was stored. A cell with nothing in it is none.
type stored struct {
	at       position
	kind     kind
	value    string
	formula  string // without the equals sign; "" also where the text stands with another cell
	shared   string // which formula it shares with other cells, one of which has the text; "" for none
	computed bool   // the value is a formula's result
	noResult bool   // which was not stored
	style    int
	struck   string // what of the text is struck out by itself, whatever the style
}

// grid is what is stored on a sheet, in the order of the file, which is by rows.
type grid struct {
	cells []stored
	index map[position]int

	hiddenRows map[int]bool // of those with something in them
	hiddenCols []area       // over all rows
}

// at is the cell at a position, the zero cell if there is nothing in it.
func (g *grid) at(p position) stored {
	if i, ok := g.index[p]; ok {
		return g.cells[i]
	}
	return stored{at: p, kind: textKind}
}

// grid parses a sheet.
func (b *book) grid(part string) (*grid, error) {
	if g, ok := b.parsed[part]; ok {
		return g, nil
	}
	if err := b.readFormats(); err != nil {
		return nil, err
	}
	if err := b.readStrings(); err != nil {
		return nil, err
	}
	d, err := b.XML(part)
	if err != nil {
		return nil, damaged(err)
	}
	defer d.Close()
	g := &grid{index: map[position]int{}, hiddenRows: map[int]bool{}}
	scan := b.scan(part, d)
	scan.grid = g
	for {
		at, err := scan.next()
		switch {
		case errors.Is(err, io.EOF):
			b.parsed[part] = g
			return g, nil
		case err != nil:
			return nil, err
		}
		c, err := scan.cell(at)
		if err != nil {
			return nil, err
		}
		if c.value == "" && !c.computed {
			continue
		}
		if _, double := g.index[c.at]; double {
			return nil, errDamaged
		}
		if !b.Spend(budget.Cells, 1) {
			return nil, errTooLarge
		}
		if scan.hiddenRow {
			g.hiddenRows[c.at.row] = true
		}
		g.index[c.at] = len(g.cells)
		g.cells = append(g.cells, c)
	}
}

// maxHidden is how many stretches of hidden columns are noted; nobody hides as many.
const maxHidden = 100

// noteColumns notes the columns of the <col> that begins if they are hidden.
func (g *grid) noteColumns(d *opc.Decoder) {
	from, err := strconv.Atoi(d.Attr("min"))
	to, otherErr := strconv.Atoi(d.Attr("max"))
	if g != nil && len(g.hiddenCols) < maxHidden && err == nil && otherErr == nil && isTrue(d.Attr("hidden")) {
		g.hiddenCols = append(g.hiddenCols, area{position{from, 1}, position{to, maxRow}})
	}
}

// isHidden tells whether a cell is in a hidden row or column.
func (g *grid) isHidden(p position) bool { return g.hiddenRows[p.row] || contains(g.hiddenCols, p) }
