package plain

import (
	"strings"

	"nianbao/internal/line"
	"nianbao/internal/published/page"
)

// A drawn table has rules of ASCII characters, as the program's own texts have them:
//
//	+--------+-----------+
//	| 规章   |         0 |
//	|        +-----+-----+
//	|        |   1 |   2 |
//	+--------+-----+-----+
//
// All its lines are of one width; a character of a Chinese font takes two places.

// drawing is such a table as it stands: what is in each half-width place, 0 behind a character that takes two.
type drawing struct {
	places [][]rune
	xs, ys []int // the places of the rules between columns and rows, and around
}

// drawn reads drawn tables. looked is how many lines were looked at in vain: what begins as a table, and is none, may begin as one with each of
// its lines.
type drawn struct{ looked int }

// mostLooked bounds the lines that are looked at in vain.
const mostLooked = 20_000

// read reads the drawn table that a text begins with, and of how many lines it is; nil if there is none.
func (in *drawn) read(lines []string) (t *page.Table, height int) {
	const most = 4000 // lines
	first := strings.TrimRight(lines[0], " ")
	if in.looked > mostLooked || !strings.HasPrefix(first, "+-") || strings.Trim(first, "+-") != "" {
		return nil, 0
	}
	d := &drawing{}
	for _, l := range lines[:min(len(lines), most)] {
		l = strings.TrimRight(l, " ")
		if line.Columns(l) != len(first) || !strings.HasPrefix(l, "+") && !strings.HasPrefix(l, "|") {
			break
		}
		d.places = append(d.places, spread(l))
	}
	d.findRules()
	if len(d.xs) < 2 || len(d.ys) < 2 || !d.hasRoom() {
		in.looked += len(d.places)
		return nil, 0
	}
	return d.table(), d.ys[len(d.ys)-1] + 1
}

func spread(l string) []rune {
	var places []rune
	for _, r := range l {
		switch line.RuneColumns(r) {
		case 0:
		case 2:
			places = append(places, r, 0)
		default:
			places = append(places, r)
		}
	}
	return places
}

// findRules finds the lines and places that rules stand on: where their corners are.
func (d *drawing) findRules() {
	corner := make([]bool, len(d.places[0]))
	for y, places := range d.places {
		rule := false
		for x, r := range places {
			if r == '+' && d.isCorner(x, y) {
				corner[x], rule = true, true
			}
		}
		if rule {
			d.ys = append(d.ys, y)
		}
	}
	for x, is := range corner {
		if is {
			d.xs = append(d.xs, x)
		}
	}
}

// hasRoom says whether a line stands between every two rules.
func (d *drawing) hasRoom() bool {
	for i := range d.ys[1:] {
		if d.ys[i+1]-d.ys[i] < 2 {
			return false
		}
	}
	return true
}

// isCorner tells a corner from a plus sign in a cell: a rule goes on beside it, and one above or below.
func (d *drawing) isCorner(x, y int) bool {
	at := func(x, y int, marks string) bool {
		return y >= 0 && y < len(d.places) && x >= 0 && x < len(d.places[y]) && d.places[y][x] != 0 && strings.ContainsRune(marks, d.places[y][x])
	}
	return (at(x-1, y, "-+") || at(x+1, y, "-+")) && (at(x, y-1, "|+") || at(x, y+1, "|+"))
}

// table reads the cells: from each top left corner that is not covered yet to the rules at its right and below.
func (d *drawing) table() *page.Table {
	t := &page.Table{Rows: len(d.ys) - 1, Columns: len(d.xs) - 1}
	covered := make([][]bool, t.Rows)
	for r := range covered {
		covered[r] = make([]bool, t.Columns)
	}
	for r := range t.Rows {
		for c := range t.Columns {
			if covered[r][c] {
				continue
			}
			cell := page.Cell{Row: r, Column: c, RowSpan: 1, ColumnSpan: 1}
			for c+cell.ColumnSpan < t.Columns && !covered[r][c+cell.ColumnSpan] && d.places[d.ys[r]+1][d.xs[c+cell.ColumnSpan]] != '|' {
				cell.ColumnSpan++
			}
			for r+cell.RowSpan < t.Rows && !covered[r+cell.RowSpan][c] && d.places[d.ys[r+cell.RowSpan]][d.xs[c]+1] != '-' {
				cell.RowSpan++
			}
			for i := r; i < r+cell.RowSpan; i++ {
				for j := c; j < c+cell.ColumnSpan; j++ {
					covered[i][j] = true
				}
			}
			cell.Text = d.text(cell)
			t.Cells = append(t.Cells, cell)
		}
	}
	return t
}

// text is what stands between the rules of a cell.
func (d *drawing) text(c page.Cell) string {
	var lines []string
	left, right := d.xs[c.Column]+1, d.xs[c.Column+c.ColumnSpan]
	for _, places := range d.places[d.ys[c.Row]+1 : d.ys[c.Row+c.RowSpan]] {
		text := strings.TrimSpace(strings.ReplaceAll(string(places[left:right]), "\x00", ""))
		if text != "" {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "\n")
}
