// Package layout sets a document into pages of placed glyph runs, rules and fills, by the measures of GB/T 9704—2012.
//
// All lengths are points (1/72 inch). The origin is a page's top left corner; y grows downwards.
// It knows fonts' metrics and nothing of PDF: a second fixed-layout format would paint the same pages.
package layout

import (
	"time"

	"nianbao/fonts"
)

// Pages is a laid-out document.
type Pages struct {
	Info      Info
	Pages     []Page
	Outline   []Bookmark
	Structure Structure
}

// Info is what a file says of itself. No person and no machine is named in it.
type Info struct {
	Title    string
	Author   string // the unit
	Subject  string
	Keywords []string
	Dated    time.Time
}

// Attachment is a file that goes into another one as the data of what its pages show.
type Attachment struct {
	Name  string // as people see it
	Plain string // the same in ASCII, for programs that know no other names
	Type  string // as on the internet: application/json
	About string
	Data  []byte
}

// Page is one page. Its runs stand in reading order, those of a table cell by cell, the folio last. What comes later is painted over what comes earlier: shapes, fills, rules, runs.
type Page struct {
	Width, Height float64
	Shapes        []Shape
	Fills         []Fill
	Rules         []Rule
	Runs          []Run
}

// Ref says what of the document is painted, so that a file can tell it to those who cannot see the page.
type Ref struct {
	Annex bool // of the list behind a draft; Block then counts its heading (0), its remark (1) and its table (2)
	Block int  // the index of the block in the document; -1 for what belongs to none
	Cell  int  // the index of the cell in its table, -1 for what belongs to none
	Part  Part
	Span  int // of a paragraph's text, counted from 0: a link, or what stands between two
}

// Part says what of its block or cell is painted.
type Part int

const (
	Text       Part = iota // of a block or a cell
	Lead                   // the heading that runs into a paragraph
	TableNote              // the text of a cell, behind the table because it is too long for the cell
	NoteMark               // words of the page's own that lead from a cell to its note
	NoteNumber             // the same before the note
	Date                   // the date below a signature

	// Artifacts: they belong to the page, not to the document.
	RepeatedHead  // a head of a table, again above its rows on a later page
	ContinuedHead // a row head or caption, again with （续） because what it heads goes on
	TableRule
	Folio
	DraftMark
)

// Run is text on one line in one font, evenly spaced. Glyph i stands at X plus the advances of those before it,
// each advance being the font's, times Size and Stretch, plus Tracking.
type Run struct {
	X, Y     float64 // of the first glyph's origin, on the baseline
	Font     *fonts.Font
	Size     float64
	Tracking float64 // added behind every glyph, may be negative
	Stretch  float64 // horizontal scale, 1 for none (— and · are narrower than their full width in some fonts)
	Text     string
	Actual   string // what the text stands for, where it is not the text itself: a character that no font has, one that has no meaning of its own
	Ref      Ref
}

// Width is how far the run reaches, the space behind its last glyph included.
func (r Run) Width() float64 {
	width := 0.0
	for _, c := range r.Text {
		width += r.Step(c)
	}
	return width
}

// Step is from the origin of one of the run's glyphs to that of the next.
func (r Run) Step(c rune) float64 {
	return float64(r.Font.Advance(c))/1000*r.Size*r.Stretch + r.Tracking
}

// Rule is a straight line of even weight, horizontal or vertical.
type Rule struct {
	X1, Y1, X2, Y2, Weight float64
	Ref                    Ref
}

// Fill is a filled rectangle; Gray runs from 0 (black) to 1 (white).
type Fill struct {
	X, Y, Width, Height, Gray float64
	Ref                       Ref
}

// Shape is an outline in page coordinates, filled by the nonzero rule (the mark on drafts and review copies, so that it never is text).
type Shape struct {
	Gray     float64
	Segments []fonts.Segment
	Ref      Ref
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Level int // 0 for the outermost
	Title string
	Page  int // counted from 0
	Y     float64
}
