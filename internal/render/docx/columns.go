package docx

import (
	"math"
	"regexp"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

// Measures of tables: sizes in half-points, others in twips.
const (
	tableSize    = 21 // 五号
	readableSize = 18 // 小五, of figures in a table that would not fit on a page
	smallestSize = 12 // of figures in columns too narrow for them
	leading      = 252
	padding      = 40 // between a rule and text
	labelIndent  = 40 // the same for text on the left, besides
	leastPadding = 40 // above and below the text of a cell
	bestPadding  = 80
)

// em is the width of a character of some size, in twips.
func em(size int) int { return 10 * size }

// columns are the widths of a table's columns, and the size of its figures.
type columns struct {
	widths     []int // in twips
	figureSize int
	nested     bool // row heads stand on several levels
}

func (c *columns) across(slot document.Cell) int {
	width := 0
	for _, w := range c.widths[slot.Col : slot.Col+slot.ColSpan] {
		width += w
	}
	return width
}

// room is how many em of text a cell's line holds.
func (c *columns) room(slot document.Cell) float64 {
	width := c.across(slot) - 2*padding
	if c.onLeft(slot) {
		width -= 2 * labelIndent
	}
	return float64(width) / float64(em(tableSize))
}

// onLeft tells the row heads that stand on the left: where they are numbered on several levels. Everything else stands in
// the middle.
func (c *columns) onLeft(slot document.Cell) bool {
	return c.nested && slot.Role == form.RowHeadSlot && !slot.Group
}

// isVertical tells the head of a group that runs downwards, as the statutory form prints it: the outermost, 三、…, whose
// column has room for one character.
func (c *columns) isVertical(slot document.Cell) bool {
	return slot.Group && slot.Role == form.RowHeadSlot && c.room(slot) < 2
}

// lines breaks the text of a cell as far as the word processor is not left to do it.
func (c *columns) lines(slot document.Cell) []string {
	switch {
	case slot.Text == "":
		return nil
	case slot.Role == form.FigureSlot, c.isVertical(slot):
		return []string{slot.Text}
	case c.onLeft(slot):
		return labelLines(slot.Text, c.room(slot), upright)
	default:
		return labelLines(slot.Text, c.room(slot), upright, clauses)
	}
}

// newColumns shares the width of the type area out, with figures as large as they can be in a table that fits on a page.
func newColumns(d document.Table) *columns {
	largest := share(d, tableSize)
	for size := tableSize; size >= readableSize; size-- {
		if c := share(d, size); c.figureSize == size && c.fits(d) {
			return c
		}
	}
	return largest
}

// share gives heads of groups what their number asks for, row labels a line each if they can have it, and figures the rest,
// evenly, but that a column of long figures takes more. Where the width does not suffice, figures become smaller.
func share(d document.Table, size int) *columns {
	widths, left := groupWidths(d)
	least := 2*em(tableSize) + 2*padding // two characters of a head
	if d.HeadCols > 0 {
		least += em(tableSize) / 2
	}
	for ; ; size-- {
		needs, sum := figureNeeds(d, size), 0
		for i := range needs {
			needs[i] = max(needs[i], least)
			sum += needs[i]
		}
		labels := 0
		if d.HeadCols > 0 {
			labels = max(left/(len(needs)+1), min(longestLabel(d), left-sum))
		}
		if sum > left-labels && size > smallestSize {
			continue
		}
		if d.HeadCols > 0 {
			widths = append(widths, labels)
		}
		return &columns{append(widths, level(needs, left-labels)...), size, d.HeadCols > 1}
	}
}

// groupWidths are the widths of the columns of group heads; left is what remains of the type area.
func groupWidths(d document.Table) (groups []int, left int) {
	groups, left = make([]int, max(0, d.HeadCols-1)), areaWidth
	for _, c := range d.Cells {
		if c.Role == form.RowHeadSlot && c.Group && c.ColSpan == 1 && c.Col < len(groups) {
			width := 1.0
			if parts := numbered.FindStringSubmatch(c.Text); parts != nil {
				width = max(width, widthOf(strings.TrimRight(parts[1], "、"))) // see isVertical
			}
			groups[c.Col] = max(groups[c.Col], int(width*float64(em(tableSize)))+4*padding)
		}
	}
	for _, width := range groups {
		left -= width
	}
	return groups, left
}

// longestLabel is the width of the longest row label.
func longestLabel(d document.Table) int {
	longest := 0.0
	for _, c := range d.Cells {
		if c.Role == form.RowHeadSlot && !c.Group {
			longest = max(longest, widthOf(c.Text))
		}
	}
	return int(longest*float64(em(tableSize))) + 2*padding + 2*labelIndent
}

// figure is a number, with its unit if it has one.
var figure = regexp.MustCompile(`^[+-]?[0-9.]+(?:万元|元)?$`)

// figureNeeds is how wide the figures of each column are. What is too long for a figure of a report does not count: it is
// broken over lines.
func figureNeeds(d document.Table, size int) []int {
	const (
		longest = 8    // em
		spare   = 1.16 // the digits of fonts that stand in for 宋体 are wider than half an em
	)
	needs := make([]int, d.Cols-d.HeadCols)
	for _, c := range d.Cells {
		if c.Role == form.FigureSlot && c.ColSpan == 1 && figure.MatchString(c.Text) && widthOf(c.Text) <= longest {
			i := c.Col - d.HeadCols
			needs[i] = max(needs[i], int(math.Ceil(spare*widthOf(c.Text)*float64(em(size))))+2*padding)
		}
	}
	return needs
}

// level raises the smallest widths to one level, so that all together fill the room to the twip. Widths that are
// too much for it are cut in proportion.
func level(widths []int, room int) []int {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	out := make([]int, len(widths))
	spare := room
	for i, w := range widths {
		out[i] = w
		if sum > room {
			out[i] = w * room / sum
		}
		spare -= out[i]
	}
	for spare > 0 {
		low, next, count := lowest(out)
		step := max(1, min(spare/count, next-low))
		for i := range out {
			if out[i] == low && spare > 0 {
				rise := min(step, spare)
				out[i] += rise
				spare -= rise
			}
		}
	}
	return out
}

// lowest is the smallest of the widths, the one above it, and how often the smallest occurs.
func lowest(widths []int) (low, next, count int) {
	low, next = math.MaxInt, math.MaxInt
	for _, w := range widths {
		switch {
		case w < low:
			low, next, count = w, low, 1
		case w == low:
			count++
		case w < next:
			next = w
		}
	}
	return low, next, count
}

// rowNeeds is how high each row has to be for its text, and the sum.
func (c *columns) rowNeeds(d document.Table) (needs []int, sum int) {
	const rule = 10
	needs = make([]int, d.Rows)
	for _, slot := range d.Cells {
		lines := 0
		for _, line := range c.lines(slot) {
			lines += int(math.Ceil(widthOf(line) / max(1, c.room(slot))))
		}
		if slot.RowSpan > 1 {
			lines = 1
		}
		needs[slot.Row] = max(needs[slot.Row], lines*leading+rule)
	}
	for _, need := range needs {
		sum += need
	}
	return needs, sum
}

// pageRoom is how high a table may be to fit on a page together with the line of a heading above it.
const pageRoom = (linesOnPage-1)*lineHeight - tableGap

// fits tells whether the table fits on a page, if only with its rows close together.
func (c *columns) fits(d document.Table) bool {
	_, sum := c.rowNeeds(d)
	return sum+2*leastPadding*d.Rows <= pageRoom
}

// rowHeights are the least heights of the rows: as airy as still fits on a page.
func (c *columns) rowHeights(d document.Table) []int {
	heights, sum := c.rowNeeds(d)
	beside := max(leastPadding, min(bestPadding, (pageRoom-sum)/(2*max(1, d.Rows))))
	for i := range heights {
		heights[i] += 2 * beside
	}
	return heights
}
