// Package budget holds what reading one input may cost, and counts it: bytes, elements, cells, text; never time, so that the same
// file ends the same way on every machine.
package budget

import "strings"

// Kind is what is counted.
type Kind int

const (
	Parts      Kind = iota // in an office file
	Unzipped               // bytes of all that is unzipped, a part that is read again counted again
	Token                  // bytes of one tag, text or comment of XML
	Elements               // of XML
	Attributes             // of XML
	Depth                  // of elements in elements
	Links                  // from part to part, and entries in the list of content types
	Sheets                 // of a workbook
	Names                  // defined in a workbook
	Strings                // in the table that cells share
	Cells                  // with something in them, on the sheets that are read
	Text                   // bytes of text that is handed on, each piece weighing Piece more
	kinds
)

// File is how many bytes a file may have that is read whole, whichever way it comes in: a report with the pictures of a year, or a web page with
// all that it shows.
const File = 64 << 20

// Piece is what a piece of text weighs beside its bytes: a paragraph, an explanation, what was typed beside the form. It is what it
// costs to keep one, so that millions of short ones are no way round the budget.
const Piece = 64

// placeholder is what each {{ in a text weighs more, since it is filled in with more than it takes itself.
const placeholder = 8 * Piece

// Entry is how many bytes a figure or a part of the unit's data may have: far more than is ever printed of one, and so few that a text
// into which one is filled in many times stays of a size.
const Entry = 2000

// usual are the limits: far above any real form or report, and low enough that no input of one megabyte takes 300 MB or half a
// minute.
var usual = [kinds]int{
	Parts:      10_000,
	Unzipped:   32 << 20,
	Token:      4 << 20,
	Elements:   1_000_000,
	Attributes: 2_000_000,
	Depth:      200,
	Links:      100_000,
	Sheets:     500,
	Names:      20_000,
	Strings:    200_000,
	Cells:      50_000,
	Text:       1 << 20,
}

// Budget is what one input may still cost. It is of one goroutine.
type Budget struct{ left [kinds]int }

// New is the usual budget.
func New() *Budget { return &Budget{usual} }

// With is the usual budget with another limit on one kind.
func With(k Kind, limit int) *Budget {
	b := New()
	b.left[k] = limit
	return b
}

// Spend takes from what is left of a kind; false says that there is not so much.
func (b *Budget) Spend(k Kind, n int) bool {
	b.left[k] -= n
	return b.left[k] >= 0
}

// SpendText takes what a piece of text weighs.
func (b *Budget) SpendText(text string) bool {
	return b.Spend(Text, len(text)+Piece+placeholder*(strings.Count(text, "{{")+strings.Count(text, "｛｛")))
}

// Allows tells whether there is so much left of a kind, which stays: for what is measured and not used up.
func (b *Budget) Allows(k Kind, n int) bool { return n <= b.left[k] }

// Left is what is left of a kind, at least 0.
func (b *Budget) Left(k Kind) int { return max(0, b.left[k]) }
