package layout

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

// Measures of tables, in points.
const (
	tableSize    = 10.5 // 五号
	leastSize    = 9    // 小五, for a table that would not fit on a page
	smallestSize = 4    // of a figure
	tableLeading = 1.2  // from one line of a cell to the next, in sizes
	ruleWeight   = 0.5
	sidePadding  = 4 // between a rule and text, at least
	closePadding = 2 // the same in narrow cells
	leastPadding = 2 // above and below the text of a cell
	bestPadding  = 4.8
	tableGap     = 3 // above and below a table, in addition to what parts lines of text
)

// mostLines is how many lines a cell may have.
const mostLines = 15

// table is a table whose cells are set. It is placed in one piece or in parts.
type table struct {
	edges    []float64 // the columns' borders, from the type area's left
	size     float64   // of the type
	rows     int
	headRows int
	cells    []tableCell // as in document.Table, row by row
	needs    []float64   // height of the lines that stand in each row alone
	tall     []int       // cells over several rows, those over fewer first
	notes    []string    // texts too long for their cells (pasted where a figure is due), to stand behind the table
}

// tableCell is a cell whose text is set.
type tableCell struct {
	document.Cell
	left      bool
	size      float64 // of the type
	lines     []line
	continued []line // what stands in it on a page that it does not begin on
}

func (c *tableCell) leading() float64 { return tableLeading * c.size }

// statutoryTable sets one of the statutory tables, in type as large as it may be for the table to stand on one page with a heading;
// if none is small enough for that, in type of the usual size, over several pages.
func (t *typesetter) statutoryTable(d document.Table) []box {
	for size := float64(tableSize); size >= leastSize; size -= 0.5 {
		if set := t.table(d, t.columns(d, size), size); set.whole().least() < linesOnPage {
			return t.tableBoxes(set)
		}
	}
	return t.tableBoxes(t.table(d, t.columns(d, tableSize), tableSize))
}

// tableBoxes puts the table's notes behind it.
func (t *typesetter) tableBoxes(set *table) []box {
	boxes := []box{{table: set.whole()}}
	if len(set.notes) > 0 {
		boxes[0].hold = loneClosing
	}
	for i, note := range set.notes {
		for j, text := range textLines(note) {
			if j == 0 {
				text = noteName(i) + "：" + text
			}
			boxes = append(boxes, t.paragraphBoxes(document.Paragraph{Text: text}, nil)...)
		}
	}
	return boxes
}

func noteName(i int) string { return "注" + strconv.Itoa(i+1) }

// table sets the cells of a table into columns of given widths.
func (t *typesetter) table(d document.Table, c columns, size float64) *table {
	out := &table{edges: c.edges, size: size, rows: d.Rows, headRows: d.HeadRows}
	for _, cell := range d.Cells {
		set := t.cell(cell, c, size, d.HeadCols > 1)
		if len(set.lines) > mostLines || set.size < smallestSize {
			cell.Text = "见" + noteName(len(out.notes))
			out.notes = append(out.notes, set.Text)
			set = t.cell(cell, c, size, d.HeadCols > 1)
		}
		out.cells = append(out.cells, set)
	}
	out.measure()
	return out
}

// measure notes how high each row has to be for the cells that stand in it alone, and which cells stand in several rows.
func (t *table) measure() {
	t.needs = make([]float64, t.rows)
	for i := range t.cells {
		c := &t.cells[i]
		if c.RowSpan > 1 {
			t.tall = append(t.tall, i)
			continue
		}
		t.needs[c.Row] = max(t.needs[c.Row], float64(len(c.lines))*c.leading(), tableLeading*t.size)
	}
	slices.SortStableFunc(t.tall, func(a, b int) int { return t.cells[a].RowSpan - t.cells[b].RowSpan })
}

// cell sets one cell. Row heads stand on the left where they are numbered on several levels, everything else is centred.
func (t *typesetter) cell(d document.Cell, c columns, size float64, nested bool) tableCell {
	width := c.edges[d.Col+d.ColSpan] - c.edges[d.Col]
	out := tableCell{Cell: d, size: size}
	switch {
	case d.Role == form.FigureSlot:
		out.size, out.lines = t.figure(d.Text, width, c.figures)
	case d.Role == form.RowHeadSlot && nested && !d.Group:
		out.left = true
		out.lines = t.label(d.Text, width-2*sidePadding, size)
	default:
		out.lines = t.centredLabel(d.Text, width-2*closePadding, size)
	}
	if d.Role == form.RowHeadSlot || d.Role == form.CaptionSlot {
		out.continued = t.continuation(out.lines, width-2*closePadding, size)
	}
	return out
}

// figure sets what stands in a figure's cell, in the type of the table's figures. A number stays in one piece, and becomes
// smaller where it is too long for its column nevertheless; other text (a figure that could not be read) is broken into lines.
func (t *typesetter) figure(text string, width float64, f figureType) (size float64, lines []line) {
	if text == "" {
		return f.size, nil
	}
	if !isNumber(text) {
		return f.size, t.wrapped(text, width-2*closePadding, f.size)
	}
	if need := f.width(t.plainWidth(text, 1)); need > width {
		f.size *= width / need
	}
	return f.size, []line{t.oneLine(text, fonts.Song, f.size).condensed(f.stretch)}
}

// figureType is the type of a table's figures.
type figureType struct {
	size    float64
	stretch float64 // below 1 for condensed digits
}

// width is that of the cell for a number which is so many em wide: with the room beside it, which shrinks with it.
func (f figureType) width(natural float64) float64 {
	const room = 0.28 // em, on either side
	return (natural*f.stretch + 2*room) * f.size
}

// condensed is the line with narrower characters.
func (l line) condensed(stretch float64) line {
	runs := make([]Run, len(l.Runs))
	for i, run := range l.Runs {
		run.X *= stretch
		run.Stretch *= stretch
		run.Tracking *= stretch
		runs[i] = run
	}
	l.Runs, l.Width = runs, l.Width*stretch
	return l
}

// wrapped breaks text into lines, at its own line breaks too.
func (t *typesetter) wrapped(text string, width, size float64) []line {
	var lines []line
	for _, piece := range textLines(text) {
		lines = append(lines, t.breakLines([]span{{piece, fonts.Song}}, style{Size: size, Pitch: size, Measure: width})...)
	}
	return lines
}

// textLines cuts typed text at its line breaks.
func textLines(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
}

// plainWidth is the width of text on one line in the table's face.
func (t *typesetter) plainWidth(text string, size float64) float64 {
	return t.width([]span{{text, fonts.Song}}, style{Size: size, Pitch: size})
}

// isNumber tells a figure, with its unit if it has one, from other text.
func isNumber(text string) bool {
	const (
		longest = 34 // of the numbers that are read, a sign and a unit included
		unit    = 2  // characters that may stand behind the digits
	)
	count := utf8.RuneCountInString(text)
	digits := len(text) - len(strings.TrimLeft(text, "+-0123456789.,"))
	return digits > 0 && count <= longest && count-digits <= unit && strings.ContainsAny(text[:digits], "0123456789") && !strings.ContainsAny(text, " \n\r")
}
