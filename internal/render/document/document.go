// Package document composes a report into blocks, free of any format: title, heading, paragraph, table, signature.
// Text, HTML and DOCX are written from it; layout sets it into pages.
package document

import (
	"time"

	"nianbao/internal/form"
)

// Document is a report ready to be written in any format.
type Document struct {
	Title  string
	Unit   string
	Year   string    // the report year as printed
	Dated  time.Time // the date under the report, else 1 January after the report year: the dates of the files made from it
	Draft  bool      // to be marked 草稿 on every page
	Blocks []Block
	Notes  []Note // what is still open, listed behind a draft; never on a final report
}

// Block is one piece of the document's flow: Title, Heading, Paragraph, Table or Signature.
type Block interface{ block() }

// Title is the report's title. Unit and Name are its two halves, so that it can be broken by sense.
type Title struct{ Unit, Name string }

// Heading is the heading of one of the six sections.
type Heading struct{ Text string }

// Paragraph is one paragraph of text. Lead is the heading that begins it, or is all of it; Lead+Text is the whole.
type Paragraph struct {
	Level int // 0: no heading; 1: 一、 2: （一） 3: 1. 4: （1）
	Lead  string
	Text  string
}

// Table is a statutory table with its figures. Cells cover the grid row by row, without gap or overlap.
type Table struct {
	Title              string // its name, for readers who cannot see it; it is not printed
	Rows, Cols         int
	HeadRows, HeadCols int // see form.Grid
	Cells              []Cell
}

// Cell is one rectangle of a table.
type Cell struct {
	Row, Col         int
	RowSpan, ColSpan int
	Role             form.Role
	Text             string
	Group            bool // a head with heads below it
}

// Signature is the unit and the date at the report's end, set to the right.
type Signature struct{ Unit, Date string }

// Note is one open finding, for a draft's last page.
type Note struct{ Level, Place, Text string }

func (Title) block()     {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Signature) block() {}
