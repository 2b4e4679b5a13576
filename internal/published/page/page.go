// Package page holds what a file shows: paragraphs and tables in the order in which they are read, each with its place. It knows
// neither the format that they were read from nor the form that they may be of.
package page

import (
	"fmt"

	"nianbao/internal/chinese"
)

// Page is what one file shows, all its sheets of paper or screens together.
type Page struct {
	Blocks  []Block
	Title   string   // what the file calls itself beside what it shows (<title>, properties); "" for nothing
	Lines   bool     // its paragraphs are lines, at whose ends a sentence may go on, as in plain text
	Pieced  bool     // its paragraphs were pieced together from lines by where they stand
	Alone   bool     // it is a document by itself, with no site's words around it
	Running []string // what the heads and feet of its sheets say, line by line, each once
	Asides  []string // what the file holds besides, in plain sentences without their ends
	Remarks []Remark // what hangs on its blocks
}

// Block is a paragraph or a table.
type Block struct {
	Kind  Kind
	Text  string          // of a paragraph as it stands there, with blanks, tabs and line breaks; "" for an empty one, which may be a blank cell
	Bold  []chinese.Range // of the text, in order
	Table *Table          // nil for a paragraph
	Place string          // where it stands, as one says it: 第3页, 第12行; "" in a file that has no places
}

// Kind is what the look of a paragraph, or the element that it stands in, says of it.
type Kind int

const (
	Plain     Kind = iota
	Title          // of the report
	Heading        // of any rank
	Section        // the heading of a section: what our own files have
	Unit           // the unit under the report
	Date           // the date under it
	Notes          // the heading of a draft's last page
	Contents       // a line of a table of contents
	Boxed          // in a text box, which stands beside the text
	Furniture      // of the site or the sheet of paper, not of the report: navigation, page numbers, footers
)

// Remark is a comment or a note.
type Remark struct {
	What  string // 批注, 脚注, 尾注
	Words string // what it says and who, as a sentence goes on with it: ，王主任：“……”
	Block int    // that it hangs on
	Row   int    // of that table, counted from 1; 0 outside
}

// MostRemarks is how many comments and notes are quoted.
const MostRemarks = 20

// MostRunning is how many lines of heads and feet are kept; a document has one each for the odd sheets, the even ones and the first.
const MostRunning = 20

// MoreRemarks tells of those beyond that.
func MoreRemarks(more int) string {
	return fmt.Sprintf("还有%d条批注、脚注没有读进来", more)
}

// Table is a table as a grid. Its cells stand row by row, from left to right, and do not overlap; what none of them covers is not
// there, which is not the same as a blank cell.
type Table struct {
	Rows, Columns int
	Cells         []Cell
	Guessed       bool // its columns were told by the gaps between words, not by lines or elements
}

// Cell is one of a table, over the rows and columns of the grid that it spans.
type Cell struct {
	Row, Column         int // counted from 0
	RowSpan, ColumnSpan int // at least 1
	Text                string
	Place               string // where that is not the table's
}

// How large a grid may be, more than ten times any table of the form. What spans more is cut there.
const (
	mostRows    = 2000
	mostColumns = 100
)

// Grid makes a table of cells that come row by row, as HTML and word processors have them: a cell takes the next column that no cell
// from above reaches down into. What a cell spans is noted by its columns alone, since a few letters may ask for thousands of rows.
type Grid struct {
	table Table
	above [mostColumns]reach
	at    int // the next column
	row   int
}

// reach is the last cell of a column, and the row before which it ends.
type reach struct {
	number int // counted from 1; 0 for none
	end    int
}

// covers says whether the cell stands in a row, which is none above it.
func (r reach) covers(row int) bool { return r.number != 0 && row < r.end }

// NewGrid is a grid without rows.
func NewGrid() *Grid { return &Grid{row: -1} }

// Row begins the next row.
func (g *Grid) Row() {
	g.row++
	g.at = 0
	g.table.Rows = max(g.table.Rows, min(g.row+1, mostRows))
}

// Rows is how many rows were begun.
func (g *Grid) Rows() int { return g.row + 1 }

// Skip passes over columns in which the row has no cell.
func (g *Grid) Skip(columns int) { g.at = min(g.at+max(0, columns), mostColumns) }

// Add puts a cell into the row. Spans below 1 count as 1; what lies beyond the limits of a grid or on another cell is cut. It is false
// if there is no room for the cell at all.
func (g *Grid) Add(text string, rowSpan, columnSpan int) bool {
	for g.at < mostColumns && g.above[g.at].covers(g.row) {
		g.at++
	}
	if g.row < 0 || g.row >= mostRows || g.at >= mostColumns {
		return false
	}
	c := Cell{Row: g.row, Column: g.at, Text: text, RowSpan: min(max(1, rowSpan), mostRows-g.row), ColumnSpan: 1}
	for c.ColumnSpan < min(columnSpan, mostColumns-g.at) && !g.above[g.at+c.ColumnSpan].covers(g.row) {
		c.ColumnSpan++
	}
	g.table.Cells = append(g.table.Cells, c)
	g.cover(c, len(g.table.Cells))
	g.table.Columns = max(g.table.Columns, g.at)
	return true
}

// cover notes what a cell covers, and goes on behind it. Rows that it spans without being there yet are not counted as rows of the table.
func (g *Grid) cover(c Cell, number int) {
	for i := range c.ColumnSpan {
		g.above[c.Column+i] = reach{number, c.Row + c.RowSpan}
	}
	g.at = c.Column + c.ColumnSpan
}

// Extend lets the cell that stands above the row's next column reach down into the row, over its own columns, as vertically merged
// cells of word processors do that are written once for every row. It is false if no cell stands there.
func (g *Grid) Extend() bool {
	if g.at >= mostColumns || g.row >= mostRows || !g.above[g.at].covers(g.row-1) || g.above[g.at].covers(g.row) {
		return false
	}
	number := g.above[g.at].number
	c := &g.table.Cells[number-1]
	if c.Column != g.at {
		return false
	}
	c.RowSpan = g.row - c.Row + 1
	g.cover(*c, number)
	return true
}

// Table is the table so far: spans are cut at its last row.
func (g *Grid) Table() *Table {
	t := g.table
	t.Cells = append([]Cell(nil), t.Cells...)
	for i := range t.Cells {
		t.Cells[i].RowSpan = min(t.Cells[i].RowSpan, t.Rows-t.Cells[i].Row)
	}
	return &t
}
