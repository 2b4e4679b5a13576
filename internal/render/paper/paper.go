// Package paper is the printed page: its measures after GB/T 9704—2012, how a table's columns share its width, and where labels
// are broken. Writers that know fonts and writers that do not set by the same ones.
//
// All lengths are points (1/72 inch).
package paper

// The measures of the page. Its 156 mm do not hold 28 characters of 16 pt (158.0 mm), so the body's pitch is a 28th of the
// measure, rounded down; its 225 mm hold 22 lines from the top of the first one's characters to the bottom of the last one's.
const (
	Millimetre = 72 / 25.4

	Width      = 210 * Millimetre
	Height     = 297 * Millimetre
	AreaTop    = 37 * Millimetre // the type area, from the page's top
	AreaLeft   = 28 * Millimetre
	AreaWidth  = 156 * Millimetre
	AreaHeight = 225 * Millimetre
	AreaRight  = AreaLeft + AreaWidth
	AreaBottom = AreaTop + AreaHeight

	Lines      = 22                                    // on a page
	Characters = 28                                    // on a line
	LineHeight = (AreaHeight - BodySize) / (Lines - 1) // from the top of one line's characters to that of the next
	Leading    = LineHeight - BodySize                 // between two lines, half of it above and half below each
	FirstLine  = AreaTop - Leading/2                   // where the first line begins, the white above it counted
	WordLine   = 28.95                                 // the same for word processors, which count the white above the first and below the last line, too

	BodySize   = 16                // 三号
	BodyPitch  = 15.79             // from one character to the next
	TitleSize  = 22                // 二号
	TitlePitch = 1.25 * LineHeight // from one line of a title to the next: four of them take five lines of the page
	FolioSize  = 14                // 四号, of the page number
	FolioDrop  = 7 * Millimetre    // from the type area to the dashes beside the page number

	Indent = 2 * BodyPitch // of a paragraph's first line, and of the signature from the right (7.3.5.2)
)

// The measures of tables.
const (
	TableSize    = 10.5 // 五号
	TableLeading = 1.2  // from one line of a cell to the next, in sizes
	RuleWeight   = 0.5
	SidePadding  = 4 // between a rule and text, at least
	ClosePadding = 2 // the same in narrow cells
	LeastPadding = 2 // above and below the text of a cell
	BestPadding  = 4.8
	TableGap     = (Leading + RuleWeight) / 2 // above and below a table, whose rules end where a line's characters do
	SmallestSize = 4                          // of a figure
)

// TableRoom is how high a table may be to stand on a page below its heading.
const TableRoom = (Lines-1)*LineHeight - 2*TableGap

// Measure says how a writer sets text in tables.
type Measure struct {
	Width func(text string, size float64) float64 // of text on one line, in points
	Step  float64                                 // the least difference between two sizes
}
