// Package document composes a report into blocks, free of any format: title, heading, paragraph, table, signature.
// Text, HTML and DOCX are written from it; layout sets it into pages.
package document

import (
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Document is a report ready to be written in any format.
type Document struct {
	Title  string
	Unit   string
	Year   string    // the report year as printed
	Dated  time.Time // the date under the report, else 1 January after the report year: the dates of the files made from it
	Letter bool      // it is a letter about reports, and none itself
	Mark   Mark      // of a report that is not the final one
	Blocks []Block
	Notes  []Note // what is still open, listed behind a draft; never on a final report
}

// Block is one piece of the document's flow: Title, Addressee, Heading, Paragraph, Table or Signature.
// A writer panics on a block that it does not know, so that none is left out without a word.
type Block interface{ block() }

// Title is the report's title. Unit and Name are its two halves, so that it can be broken by sense.
type Title struct{ Unit, Name string }

// Addressee is whom a letter is for (主送机关), below its title. Reports have none.
type Addressee struct{ Text string }

// Heading is a heading on a line of its own: that of one of the six sections, or a numbered one in a text (chinese.Outline).
type Heading struct {
	Source
	Level int // how it is numbered, which decides its looks: 1: 一、 2: （一） 3: 1. 4: （1）
	Rank  int // its depth in the outline, without a jump: 1 for a section and what stands before the first, more below
	Text  string
	Bare  bool // nothing stands below it, so that it need not be kept with what follows
}

// SectionHeading is the heading of a section, whose text is a passage.
func SectionHeading(passage form.Key, text string) Heading {
	return Heading{Source: Source{passage, -1}, Level: 1, Rank: 1, Text: text}
}

// IsSection tells the headings of sections from those that stand in their texts.
func (h Heading) IsSection() bool { return h.Index < 0 }

// Paragraph is one paragraph of text. Lead is the heading that runs into it, "" for none; Lead+Text is the whole.
type Paragraph struct {
	Source
	Level, Rank int // of the lead, as a Heading's; 0 without one
	Lead        string
	Text        string
	Bold        []chinese.Range // of Text: words that stand out
	Note        bool            // a note (注：…) on the table above it
}

// Source says where in the report a block was read.
type Source struct {
	Passage form.Key // the passage that it belongs to
	Index   int      // of the paragraph in the passage; -1 for a section's heading
}

// Table is a statutory table with its figures. Cells cover the grid row by row, without gap or overlap.
type Table struct {
	Title              string // its name, for readers who cannot see it; it is not printed
	Rows, Cols         int
	HeadRows, HeadCols int // see form.Grid
	Cells              []Cell

	// Of a table to be filled in by hand: how its columns share its width, of 1, and how high its rows are at the least, in lines of the
	// page. nil leaves it to what stands in them.
	Shares, Least []float64
}

// Cell is one rectangle of a table.
type Cell struct {
	Row, Col         int
	RowSpan, ColSpan int
	Role             form.Role
	Text             string
	Group            bool        // a head with heads below it
	Key              form.Key    // of a figure
	State            model.State // of a figure: a number, blank, or text that could not be read
	Total            bool        // of a figure: it sums others
	Heads            []int       // of a figure: the indices of the cells that head it, see form.Slot
}

// IsNumber says whether the cell holds a figure that was read as a number.
func (c Cell) IsNumber() bool { return c.Role == form.FigureSlot && c.State == model.Number }

// Signature is the unit and the date at the report's end, set to the right.
type Signature struct{ Unit, Date string }

// Note is one open finding, for a draft's last page.
type Note struct{ Level, Place, Text string }

// IsRemark says whether the cell is a remark on the table and heads nothing.
func (c Cell) IsRemark() bool { return c.Role.IsRemark(c.ColSpan) }

func (Title) block()     {}
func (Addressee) block() {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Signature) block() {}
