package docx

import (
	"math"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// labelIndent sets row labels on the left in, in twips, besides the room that every cell leaves beside its text (TableGrid).
const labelIndent = 20 * (paper.SidePadding - paper.ClosePadding)

// sizeStep is the least difference between two sizes of type, in points.
const sizeStep = 0.5

// areaWidth is the width of the type area in twips, as the page's margins leave it.
func areaWidth() int {
	return twips(paper.Width) - twips(paper.AreaLeft) - twips(paper.Width-paper.AreaRight)
}

// columns are the widths of a table's columns, and the type of its figures.
type columns struct {
	widths  []int // in twips
	figures paper.FigureType
	nested  bool // row heads stand on several levels
}

// measure is how wide text is, as far as it can be known: fonts differ, and others may stand in for them.
func measure() paper.Measure { return paper.Measure{Width: widthOf, Step: sizeStep} }

// newColumns shares the width of the type area out.
func newColumns(d document.Table) *columns {
	shared := measure().Columns(d, paper.TableSize)
	c := &columns{figures: shared.Figures, nested: d.HeadCols > 1}
	first, last := shared.Edges[0], shared.Edges[len(shared.Edges)-1]
	before := 0
	for _, edge := range shared.Edges[1:] {
		at := int(math.Round((edge - first) / (last - first) * float64(areaWidth())))
		c.widths = append(c.widths, at-before)
		before = at
	}
	return c
}

// across is the width of a cell in twips.
func (c *columns) across(slot document.Cell) int {
	width := 0
	for _, w := range c.widths[slot.Col : slot.Col+slot.ColSpan] {
		width += w
	}
	return width
}

// room is the width of a cell's lines in points.
func (c *columns) room(slot document.Cell) float64 {
	padding := 2.0 * paper.ClosePadding
	if c.onLeft(slot) {
		padding = 2 * paper.SidePadding
	}
	return points(c.across(slot)) - padding
}

// onLeft tells the row heads that stand on the left: where they are numbered on several levels. Everything else stands in
// the middle.
func (c *columns) onLeft(slot document.Cell) bool {
	return c.nested && slot.Role == form.RowHeadSlot && !slot.Group
}

// isVertical tells the head of a group that runs downwards, as the statutory form prints it: the outermost, 三、…, whose
// column has room for its number alone.
func (c *columns) isVertical(slot document.Cell) bool {
	const most = 2.5 // characters
	return slot.Group && slot.Role == form.RowHeadSlot && c.room(slot) < most*paper.TableSize
}

// lines breaks the text of a cell as far as the word processor is not left to do it.
func (c *columns) lines(slot document.Cell) []string {
	if slot.Text == "" {
		return nil
	}
	if slot.Role != form.FigureSlot && !c.isVertical(slot) {
		if lines := measure().Label(slot.Text, c.room(slot), paper.TableSize, !c.onLeft(slot)); lines != nil {
			return lines
		}
	}
	return []string{slot.Text}
}

// rowNeeds is how high each row has to be for its text, in points, and the sum.
func (c *columns) rowNeeds(d document.Table) (needs []float64, sum float64) {
	needs = make([]float64, d.Rows)
	for _, slot := range d.Cells {
		size := float64(paper.TableSize)
		if slot.Role == form.FigureSlot {
			size = c.figures.Size
		}
		lines := 0.0
		for _, line := range c.lines(slot) {
			lines += math.Ceil(widthOf(line, size) / max(1, c.room(slot)))
		}
		if slot.RowSpan > 1 || slot.IsNumber() {
			lines = 1
		}
		needs[slot.Row] = max(needs[slot.Row], lines*paper.TableLeading*paper.TableSize+paper.RuleWeight)
	}
	for row, need := range needs {
		if d.Least != nil {
			needs[row] = max(need, d.Least[row]*paper.WordLine-2*paper.LeastPadding)
		}
		sum += needs[row]
	}
	return needs, sum
}

// fits tells whether the table fits on a page below its heading, if only with its rows close together.
func (c *columns) fits(d document.Table) bool {
	_, sum := c.rowNeeds(d)
	return sum+2*paper.LeastPadding*float64(d.Rows) <= tableRoom
}

// rowHeights are the least heights of the rows in twips: as airy as still fits on a page.
func (c *columns) rowHeights(d document.Table) []int {
	const airy = 4 // points above and below; word processors need somewhat more than is known here
	needs, sum := c.rowNeeds(d)
	beside := max(paper.LeastPadding, min(airy, (tableRoom-sum)/(2*max(1, float64(d.Rows)))))
	heights := make([]int, d.Rows)
	for i, need := range needs {
		heights[i] = twips(need + 2*beside)
	}
	return heights
}

// widthOf is about how wide text is, in points: somewhat wider than its characters are, as the digits of fonts that stand in for
// 宋体 are more than half an em, and no line is filled to the last.
func widthOf(s string, size float64) float64 { return emsOf(s, 1.02, 0.58) * size }

// emsOf is how wide text is in a Chinese typeface, in em, given how wide what is Chinese is, and all else.
func emsOf(s string, wide, narrow float64) float64 {
	const firstWide = '\u2010' // dashes, quotes and all that is Chinese
	ems := 0.0
	for _, r := range s {
		if r >= firstWide {
			ems += wide
		} else {
			ems += narrow
		}
	}
	return ems
}
