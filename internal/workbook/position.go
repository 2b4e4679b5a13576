package workbook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// position is a cell's column and row, counted from 1.
type position struct{ col, row int }

func (p position) String() string {
	const longest = len("XFD1048576")
	return string(p.appendTo(make([]byte, 0, longest)))
}

func (p position) appendTo(b []byte) []byte {
	return strconv.AppendInt(append(b, columnName(p.col)...), int64(p.row), 10)
}

// compare tells which of two positions is behind the other, in the order of reading.
func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(p.row, q.row), cmp.Compare(p.col, q.col))
}

func (p position) right(n int) position { return position{p.col + n, p.row} }

func (p position) absolute() string { return "$" + columnName(p.col) + "$" + strconv.Itoa(p.row) }

// area is a rectangle of cells.
type area struct{ from, to position }

func (a area) String() string {
	if a.from == a.to {
		return a.from.String()
	}
	return a.from.String() + ":" + a.to.String()
}

func (a area) absolute() string {
	if a.from == a.to {
		return a.from.absolute()
	}
	return a.from.absolute() + ":" + a.to.absolute()
}

func (a area) contains(p position) bool {
	return a.from.col <= p.col && p.col <= a.to.col && a.from.row <= p.row && p.row <= a.to.row
}

// after is the position that follows in reading order, which for the last one is not in the area.
func (a area) after(p position) position {
	if p.col < a.to.col {
		return p.right(1)
	}
	return position{a.from.col, p.row + 1}
}

func (a area) size() int { return (a.to.col - a.from.col + 1) * (a.to.row - a.from.row + 1) }

func contains(areas []area, p position) bool {
	for _, a := range areas {
		if a.contains(p) {
			return true
		}
	}
	return false
}

// cover joins cells, given in reading order, to few rectangles that hold them and nothing else.
func cover(cells []position) []area {
	var runs, out []area
	for _, p := range cells {
		if n := len(runs); n > 0 && runs[n-1].to == (position{p.col - 1, p.row}) {
			runs[n-1].to = p
			continue
		}
		runs = append(runs, area{p, p})
	}
next:
	for _, run := range runs {
		for i, a := range out {
			if a.from.col == run.from.col && a.to.col == run.to.col && a.to.row == run.from.row-1 {
				out[i].to = run.to
				continue next
			}
		}
		out = append(out, run)
	}
	return out
}

// Areas names cells (G6) by few areas (G6:G28), column by column; nil if one of them is no cell.
func Areas(refs []string) (names []string) {
	cells := make([]position, len(refs))
	for i, ref := range refs {
		p, ok := parsePosition(ref)
		if !ok {
			return nil
		}
		cells[i] = p.turned()
	}
	slices.SortFunc(cells, position.compare)
	for _, a := range cover(slices.Compact(cells)) {
		names = append(names, area{a.from.turned(), a.to.turned()}.String())
	}
	return names
}

// turned is a position of a sheet whose rows are columns.
func (p position) turned() position { return position{p.row, p.col} }

// sqref lists areas as attributes do.
func sqref(areas []area) string {
	refs := make([]string, len(areas))
	for i, a := range areas {
		refs[i] = a.String()
	}
	return strings.Join(refs, " ")
}

func columnName(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

// The last row and column of a worksheet.
const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

// parsePosition reads a reference such as B7 or $B$7.
func parsePosition(ref string) (p position, ok bool) {
	i := 0
	dollar := func() {
		if i < len(ref) && ref[i] == '$' {
			i++
		}
	}
	dollar()
	for ; i < len(ref) && p.col <= maxCol; i++ {
		letter := ref[i] &^ 0x20
		if letter < 'A' || letter > 'Z' {
			break
		}
		p.col = p.col*26 + int(letter-'A') + 1
	}
	dollar()
	for ; i < len(ref) && '0' <= ref[i] && ref[i] <= '9' && p.row <= maxRow; i++ {
		p.row = p.row*10 + int(ref[i]-'0')
	}
	return p, i == len(ref) && 1 <= p.col && p.col <= maxCol && 1 <= p.row && p.row <= maxRow
}

// parseArea reads a reference such as B7 or $B$7:$D$9.
func parseArea(ref string) (a area, ok bool) {
	from, to, isRange := strings.Cut(ref, ":")
	if a.from, ok = parsePosition(from); !ok {
		return area{}, false
	}
	if !isRange {
		return area{a.from, a.from}, true
	}
	if a.to, ok = parsePosition(to); !ok {
		return area{}, false
	}
	a.from, a.to = position{min(a.from.col, a.to.col), min(a.from.row, a.to.row)}, position{max(a.from.col, a.to.col), max(a.from.row, a.to.row)}
	return a, true
}
