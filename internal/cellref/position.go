// Package cellref writes and reads references to the cells of spreadsheets: B7, $B$7:$D$9.
package cellref

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Position is a cell's column and row, counted from 1.
type Position struct{ Col, Row int }

// At is the position of a column and a row.
func At(col, row int) Position { return Position{col, row} }

func (p Position) String() string {
	const longest = len("XFD1048576")
	return string(p.appendTo(make([]byte, 0, longest)))
}

func (p Position) appendTo(b []byte) []byte {
	return strconv.AppendInt(append(b, ColumnName(p.Col)...), int64(p.Row), 10)
}

// Compare tells which of two positions is behind the other, in the order of reading.
func (p Position) Compare(q Position) int {
	return cmp.Or(cmp.Compare(p.Row, q.Row), cmp.Compare(p.Col, q.Col))
}

// Right is the position so many columns further.
func (p Position) Right(n int) Position { return Position{p.Col + n, p.Row} }

// Absolute is the reference to a position that stays when formulas are copied.
func (p Position) Absolute() string { return "$" + ColumnName(p.Col) + "$" + strconv.Itoa(p.Row) }

// Area is a rectangle of cells.
type Area struct{ From, To Position }

// Between is the area from one cell, its top left, to another.
func Between(from, to Position) Area { return Area{from, to} }

func (a Area) String() string {
	if a.From == a.To {
		return a.From.String()
	}
	return a.From.String() + ":" + a.To.String()
}

// Absolute is the reference to an area that stays when formulas are copied.
func (a Area) Absolute() string {
	if a.From == a.To {
		return a.From.Absolute()
	}
	return a.From.Absolute() + ":" + a.To.Absolute()
}

// Contains says whether a cell lies in the area.
func (a Area) Contains(p Position) bool {
	return a.From.Col <= p.Col && p.Col <= a.To.Col && a.From.Row <= p.Row && p.Row <= a.To.Row
}

// After is the position that follows in reading order, which for the last one is not in the area.
func (a Area) After(p Position) Position {
	if p.Col < a.To.Col {
		return p.Right(1)
	}
	return Position{a.From.Col, p.Row + 1}
}

// Size is how many cells the area has.
func (a Area) Size() int { return (a.To.Col - a.From.Col + 1) * (a.To.Row - a.From.Row + 1) }

// Contains says whether a cell lies in one of some areas.
func Contains(areas []Area, p Position) bool {
	for _, a := range areas {
		if a.Contains(p) {
			return true
		}
	}
	return false
}

// Cover joins cells, given in reading order, to few rectangles that hold them and nothing else.
func Cover(cells []Position) []Area {
	var runs, out []Area
	for _, p := range cells {
		if n := len(runs); n > 0 && runs[n-1].To == (Position{p.Col - 1, p.Row}) {
			runs[n-1].To = p
			continue
		}
		runs = append(runs, Area{p, p})
	}
next:
	for _, run := range runs {
		for i, a := range out {
			if a.From.Col == run.From.Col && a.To.Col == run.To.Col && a.To.Row == run.From.Row-1 {
				out[i].To = run.To
				continue next
			}
		}
		out = append(out, run)
	}
	return out
}

// Areas names cells (G6) by few areas (G6:G28), column by column; nil if one of them is no cell.
func Areas(refs []string) (names []string) {
	cells := make([]Position, len(refs))
	for i, ref := range refs {
		p, ok := Parse(ref)
		if !ok {
			return nil
		}
		cells[i] = p.turned()
	}
	slices.SortFunc(cells, Position.Compare)
	for _, a := range Cover(slices.Compact(cells)) {
		names = append(names, Area{a.From.turned(), a.To.turned()}.String())
	}
	return names
}

// turned is a position of a sheet whose rows are columns.
func (p Position) turned() Position { return Position{p.Row, p.Col} }

// Sqref lists areas as attributes do.
func Sqref(areas []Area) string {
	refs := make([]string, len(areas))
	for i, a := range areas {
		refs[i] = a.String()
	}
	return strings.Join(refs, " ")
}

// ColumnName is the letters of a column: A, XFD; "" for one below the first.
func ColumnName(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

// The last row and column of a worksheet.
const (
	MaxRow = 1 << 20
	MaxCol = 1 << 14
)

// Parse reads a reference such as B7 or $B$7.
func Parse(ref string) (p Position, ok bool) {
	i := 0
	dollar := func() {
		if i < len(ref) && ref[i] == '$' {
			i++
		}
	}
	dollar()
	for ; i < len(ref) && p.Col <= MaxCol; i++ {
		letter := ref[i] &^ 0x20
		if letter < 'A' || letter > 'Z' {
			break
		}
		p.Col = p.Col*26 + int(letter-'A') + 1
	}
	dollar()
	for ; i < len(ref) && '0' <= ref[i] && ref[i] <= '9' && p.Row <= MaxRow; i++ {
		p.Row = p.Row*10 + int(ref[i]-'0')
	}
	return p, i == len(ref) && 1 <= p.Col && p.Col <= MaxCol && 1 <= p.Row && p.Row <= MaxRow
}

// ParseArea reads a reference such as B7 or $B$7:$D$9.
func ParseArea(ref string) (a Area, ok bool) {
	from, to, isRange := strings.Cut(ref, ":")
	if a.From, ok = Parse(from); !ok {
		return Area{}, false
	}
	if !isRange {
		return Area{a.From, a.From}, true
	}
	if a.To, ok = Parse(to); !ok {
		return Area{}, false
	}
	a.From, a.To = Position{min(a.From.Col, a.To.Col), min(a.From.Row, a.To.Row)}, Position{max(a.From.Col, a.To.Col), max(a.From.Row, a.To.Row)}
	return a, true
}
