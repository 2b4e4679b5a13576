package workbook

import (
	"nianbao/internal/cellref"
	"nianbao/internal/form"
)

// sheet is one worksheet of the template: what stands where, how it looks and how it behaves.
type sheet struct {
	name      string
	home      form.Key       // what stands on it, by which the reader knows the sheet: see unitHome
	widths    []float64      // of the columns, in characters (ECMA-376 part 1, 18.3.1.13)
	heights   map[int]height // by row
	cells     []cell
	merged    []cellref.Area
	entries   []entry
	alerts    []alert
	frozen    cellref.Position // the first cell that scrolls; the zero position for none
	repeated  int              // the last of the rows that are repeated on every printed page; 0 for none
	heads     int              // the first of them; 0 for the first of the sheet
	printed   cellref.Area     // what is printed; the zero area for all
	hidden    int              // first column of those that are hidden; 0 for none
	landscape bool
	wide      bool // printed at its size, on as many pages side by side as it takes
	open      bool // nothing on it is locked
	tab       string
}

// height is a row's height in points. A fixed one stays when the text in the row changes.
type height struct {
	points float64
	fixed  bool
}

// cell is one cell and what stands in it. Text, or a number's digits, beside a formula is the formula's result.
type cell struct {
	at      cellref.Position
	look    look
	content content
}

// content is what stands in a cell; the zero content is nothing.
type content struct {
	text    string // as shown; a number's digits
	number  bool
	formula string // without the equals sign
}

// entry is a stretch of input cells with what may be typed there and what the clerk is told.
type entry struct {
	cells   []cellref.Area
	rule    rule
	from    string   // of a chosenRule: the cells to choose from; of a numberRule the cell that says of the first how it is written
	choices []string // of a listedRule
	title   string
	prompt  string
}

// alert colours cells while a formula holds.
type alert struct {
	cells   []cellref.Area
	formula string
	colour  alertColour
}

// put writes content into a cell.
func (s *sheet) put(at cellref.Position, l look, c content) {
	s.cells = append(s.cells, cell{at, l, c})
}

func (s *sheet) putText(at cellref.Position, l look, text string) { s.put(at, l, content{text: text}) }

// spread writes content into a merged area; its other cells get the look alone, so that borders close around it.
func (s *sheet) spread(a cellref.Area, l look, c content) {
	for row := a.From.Row; row <= a.To.Row; row++ {
		for col := a.From.Col; col <= a.To.Col; col++ {
			at := cellref.At(col, row)
			if at == a.From {
				s.put(at, l, c)
			} else {
				s.put(at, l, content{})
			}
		}
	}
	if a.From != a.To {
		s.merged = append(s.merged, a)
	}
}

// putNote writes a note across an area of one row, as tall as it needs to be.
func (s *sheet) putNote(a cellref.Area, text string) {
	s.spread(a, noteLook, content{text: text})
	s.setHeight(a.From.Row, textHeight(text, s.width(a), 1))
}

// width is how wide an area is, in characters.
func (s *sheet) width(a cellref.Area) float64 {
	width := 0.0
	for col := a.From.Col; col <= a.To.Col; col++ {
		width += s.widths[col-1]
	}
	return width
}

func (s *sheet) setHeight(row int, points float64) { s.heights[row] = height{points, true} }
