package paper

import (
	"iter"
	"math"
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

// Columns are the borders of a table's columns, from the type area's left, and the type of its figures.
type Columns struct {
	Edges   []float64
	Figures FigureType
}

// FigureType is the type of a table's figures.
type FigureType struct {
	Size    float64
	Stretch float64 // below 1 for condensed digits
}

// CellWidth is that of the cell for a number which is so many em wide: with the room beside it, which shrinks with it.
func (f FigureType) CellWidth(natural float64) float64 {
	const room = 0.28 // em, on either side
	return (natural*f.Stretch + 2*room) * f.Size
}

// tableWidth is what the columns share: the outer rules lie inside the type area with all their weight.
const tableWidth = AreaWidth - RuleWeight

// Columns shares the width of the type area out. Heads of groups get what their number asks for, the row labels as much as
// makes them short, and the figures the rest, evenly, but that a column of long figures takes more. Where the width does not
// suffice, figures become smaller. size is that of the labels.
func (m Measure) Columns(d document.Table, size float64) Columns {
	if d.Shares != nil {
		edges := []float64{RuleWeight / 2}
		for _, share := range d.Shares {
			edges = append(edges, edges[len(edges)-1]+share*tableWidth)
		}
		return Columns{edges, FigureType{size, 1}}
	}
	s := m.survey(d, size)
	best := s.share(0)
	if d.HeadCols > 0 {
		best = s.bestShare()
	}
	edges := []float64{RuleWeight / 2}
	for _, width := range append(append(append([]float64{}, s.groups...), best.labels...), best.figures...) {
		edges = append(edges, edges[len(edges)-1]+width)
	}
	return Columns{edges, best.kind}
}

// roomyPadding is between a rule and a row label where a table has few columns, in points.
const roomyPadding = 7

// longestNumber is the width, in em, up to which a number makes its column wider and the table's figures smaller:
// twelve digits. A longer one is a slip, and becomes smaller alone.
const longestNumber = 7

// survey is what a table's cells ask of its columns.
type survey struct {
	step    float64
	size    float64
	groups  []float64 // widths of the columns of group heads
	labels  []labelNeed
	heads   []labelNeed // of single columns
	figures []float64   // the widest number in each column of figures, in em
	lines   []float64   // in each row; used again for each way that is tried
}

// labelNeed is a label: its row, its natural width, and the width of the group columns that it covers besides its own.
type labelNeed struct {
	row    int
	width  float64
	beside float64
}

func (m Measure) survey(d document.Table, size float64) survey {
	s := survey{step: m.Step, size: size, groups: make([]float64, max(0, d.HeadCols-1)), figures: make([]float64, d.Cols-d.HeadCols), lines: make([]float64, d.Rows)}
	for _, c := range d.Cells {
		if c.Role == form.RowHeadSlot && c.Group && c.ColSpan == 1 && c.Col < len(s.groups) {
			number, _ := CutNumber(c.Text)
			s.groups[c.Col] = max(s.groups[c.Col], m.Width(number, size)+2*ClosePadding, size+2*ClosePadding)
		}
	}
	for _, c := range d.Cells {
		switch {
		case c.Role == form.RowHeadSlot && !c.Group && c.RowSpan == 1:
			need := labelNeed{row: c.Row, width: m.Width(c.Text, size)}
			if d.HeadCols == 1 { // the other columns have room to spare
				need.width += 2 * (roomyPadding - SidePadding)
			}
			for _, group := range s.groups[min(c.Col, len(s.groups)):] {
				need.beside += group
			}
			s.labels = append(s.labels, need)
		case c.Role == form.ColumnHeadSlot && c.ColSpan == 1:
			s.heads = append(s.heads, labelNeed{row: c.Row, width: m.Width(c.Text, size)})
		case c.IsNumber() && c.ColSpan == 1:
			if width := m.Width(c.Text, 1); width <= longestNumber {
				s.figures[c.Col-d.HeadCols] = max(s.figures[c.Col-d.HeadCols], width)
			}
		}
	}
	return s
}

// share is one way to share the width out, and what comes of it.
type share struct {
	labels  []float64 // the column of row labels; none in a table without
	figures []float64
	kind    FigureType
	height  float64 // of all rows, at the least
	even    float64 // the narrowest column of figures
}

// bestShare tries every width for the row labels.
func (s survey) bestShare() share {
	const step = 1
	left := tableWidth
	for _, group := range s.groups {
		left -= group
	}
	best := s.share(left / float64(len(s.figures)+1)) // all columns alike
	for width := 6 * s.size; width < left-float64(len(s.figures))*(s.size+2*ClosePadding); width += step {
		if other := s.share(width); other.betterThan(best, s.size) {
			best = other
		}
	}
	return best
}

// betterThan prefers, in this order: a table that fits on a page below its heading, columns of figures that hold three
// characters, low rows, and columns as alike as can be.
func (a share) betterThan(b share, size float64) bool {
	if fitsA, fitsB := a.height <= TableRoom, b.height <= TableRoom; fitsA != fitsB {
		return fitsA
	}
	if roomyA, roomyB := a.even >= 3*size, b.even >= 3*size; roomyA != roomyB {
		return roomyA
	}
	if a.height != b.height {
		return a.height < b.height
	}
	return math.Abs(a.labels[0]-a.even) < math.Abs(b.labels[0]-b.even)
}

// share gives the row labels a width, 0 if there are none, and the figures the rest.
func (s survey) share(labels float64) share {
	left := tableWidth - labels
	for _, group := range s.groups {
		left -= group
	}
	var out share
	if labels > 0 {
		out.labels = []float64{labels}
	}
	least := min(2*s.size+2*ClosePadding, left/float64(len(s.figures))) // two characters of a stacked head
	needs := make([]float64, len(s.figures))
	for out.kind = range s.kinds() {
		for i, figure := range s.figures {
			needs[i] = max(least, out.kind.CellWidth(figure))
		}
		if total(needs) <= left {
			break
		}
	}
	out.figures = level(needs, left)
	out.even = slices.Min(out.figures)
	out.height = s.height(labels, out.even)
	return out
}

// kinds goes through the types that figures may be set in, the best first: somewhat smaller, then condensed, then as small as it takes.
func (s survey) kinds() iter.Seq[FigureType] {
	const readable, condensed = 9, 75 // points, hundredths
	return func(yield func(FigureType) bool) {
		if !yield(FigureType{s.size, 1}) {
			return
		}
		for size := s.size - s.step; size >= readable; size -= s.step {
			if !yield(FigureType{size, 1}) {
				return
			}
		}
		for stretch := 95; stretch >= condensed; stretch -= 5 {
			if !yield(FigureType{readable, float64(stretch) / 100}) {
				return
			}
		}
		for size := readable - s.step; size >= SmallestSize; size -= s.step {
			if !yield(FigureType{size, condensed / 100.0}) {
				return
			}
		}
	}
}

// height is about how high the rows come out, at the least.
func (s survey) height(labels, figures float64) float64 {
	lines := s.lines
	for i := range lines {
		lines[i] = 1
	}
	for _, l := range s.labels {
		lines[l.row] = max(lines[l.row], linesFor(l.width, l.beside+labels-2*SidePadding, s.size))
	}
	for _, h := range s.heads {
		lines[h.row] = max(lines[h.row], linesFor(h.width, figures-2*ClosePadding, s.size))
	}
	height := 0.0
	for _, n := range lines {
		height += n*TableLeading*s.size + 2*LeastPadding
	}
	return height
}

// linesFor is how many lines text of a natural width takes. Broken lines are not filled to the last character.
func linesFor(natural, width, size float64) float64 {
	if natural <= width {
		return 1
	}
	return math.Ceil(natural / max(size, width-size/2))
}

// level raises the smallest widths to one level, so that all together fill the room; it never narrows a column
// unless they are too wide together, and then all in proportion.
func level(widths []float64, room float64) []float64 {
	out := append([]float64{}, widths...)
	if total := total(out); total >= room {
		for i := range out {
			out[i] *= room / total
		}
		return out
	}
	raised := make([]bool, len(out)) // columns that are wider than the level
	for {
		rest, count := room, 0
		for i, width := range out {
			if raised[i] {
				rest -= width
			} else {
				count++
			}
		}
		even, changed := rest/float64(count), false
		for i, width := range widths {
			if !raised[i] && width > even {
				raised[i], out[i], changed = true, width, true
			}
		}
		if changed {
			continue
		}
		for i := range out {
			if !raised[i] {
				out[i] = even
			}
		}
		return out
	}
}

func total(widths []float64) float64 {
	total := 0.0
	for _, width := range widths {
		total += width
	}
	return total
}
