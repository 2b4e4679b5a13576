package layout

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// leastSize is 小五, for a table that would not fit on a page, and for the list behind a draft.
const leastSize = 9

// mostLines is how many lines a cell may have; in a list of texts more, up to most of a page.
const (
	mostLines     = 15
	mostTextLines = 50
)

// table is a table whose cells are set. It is placed in one piece or in parts.
type table struct {
	ref      Ref       // its block
	edges    []float64 // the columns' borders, from the type area's left
	size     float64   // of the type
	rows     int
	headRows int
	cells    []tableCell // as in document.Table, row by row
	starts   []int       // the first cell that begins in each row or below it, and behind the last row the number of cells
	needs    []float64   // height of the lines that stand in each row alone
	tall     []int       // cells over several rows, those over fewer first
	notes    []int       // the cells whose texts are too long for them (pasted where a figure is due); they stand behind the table
}

// tableCell is a cell whose text is set.
type tableCell struct {
	document.Cell
	left      bool
	part      Part
	size      float64 // of the type
	lines     []line
	continued []line // what stands in it on a page that it does not begin on
}

func (c *tableCell) leading() float64 { return paper.TableLeading * c.size }

// statutoryTable sets one of the statutory tables, in type as large as it may be for the table to stand on one page with a heading;
// if none is small enough for that, in type of the usual size, over several pages.
func (t *typesetter) statutoryTable(d document.Table) []box {
	for size := float64(paper.TableSize); size >= leastSize; size -= 0.5 {
		if set := t.table(d, t.measure().Columns(d, size), size); set.whole().least() < paper.Lines {
			return t.tableBoxes(d, set)
		}
	}
	return t.tableBoxes(d, t.table(d, t.measure().Columns(d, paper.TableSize), paper.TableSize))
}

// measure is how tables are set: their columns are shared out by it.
func (t *typesetter) measure() paper.Measure {
	return paper.Measure{Width: t.plainWidth, Step: 0.25}
}

// tableBoxes puts the table's notes behind it.
func (t *typesetter) tableBoxes(d document.Table, set *table) []box {
	boxes := []box{{table: set.whole()}}
	if len(set.notes) > 0 {
		boxes[0].hold = loneClosing
	}
	for i, cell := range set.notes {
		for j, text := range textLines(d.Cells[cell].Text) {
			spans := []span{{Text: text, Face: fonts.Song, Part: TableNote}}
			if j == 0 {
				spans = append([]span{{Text: noteName(i) + "：", Face: fonts.Song, Part: NoteNumber}}, spans...)
			}
			boxes = append(boxes, bodyBoxes(t.breakLines(spans, body), Ref{Cell: cell})...)
		}
	}
	return boxes
}

func noteName(i int) string { return "注" + strconv.Itoa(i+1) }

// table sets the cells of a table into columns of given widths.
func (t *typesetter) table(d document.Table, c paper.Columns, size float64) *table {
	out := &table{edges: c.Edges, size: size, rows: d.Rows, headRows: d.HeadRows, cells: make([]tableCell, 0, len(d.Cells))}
	for i, cell := range d.Cells {
		set := t.cell(cell, c, size, d.HeadCols > 1)
		most := mostLines
		if cell.Role == form.TextSlot {
			most = mostTextLines
		}
		if len(set.lines) > most || set.size < paper.SmallestSize {
			cell.Text, cell.State = "见"+noteName(len(out.notes)), model.Unreadable
			set = t.cell(cell, c, size, d.HeadCols > 1)
			set.part = NoteMark
			out.notes = append(out.notes, i)
		}
		out.cells = append(out.cells, set)
	}
	out.measure(d.Least)
	return out
}

// measure notes how high each row has to be for the cells that stand in it alone, and at the least, in lines of the page, and which cells
// stand in several rows.
func (t *table) measure(least []float64) {
	t.needs = make([]float64, t.rows)
	for i := range t.cells {
		c := &t.cells[i]
		for len(t.starts) <= c.Row {
			t.starts = append(t.starts, i)
		}
		if c.RowSpan > 1 {
			t.tall = append(t.tall, i)
			continue
		}
		t.needs[c.Row] = max(t.needs[c.Row], float64(len(c.lines))*c.leading(), paper.TableLeading*t.size)
	}
	for row, lines := range least {
		t.needs[row] = max(t.needs[row], lines*paper.LineHeight-2*paper.LeastPadding)
	}
	for len(t.starts) <= t.rows {
		t.starts = append(t.starts, len(t.cells))
	}
	slices.SortStableFunc(t.tall, func(a, b int) int { return t.cells[a].RowSpan - t.cells[b].RowSpan })
}

// cell sets one cell. Row heads stand on the left where they are numbered on several levels, everything else is centred.
func (t *typesetter) cell(d document.Cell, c paper.Columns, size float64, nested bool) tableCell {
	width := c.Edges[d.Col+d.ColSpan] - c.Edges[d.Col]
	out := tableCell{Cell: d, size: size}
	switch {
	case d.Role == form.FigureSlot:
		out.size, out.lines = t.figure(d, width, c.Figures)
	case d.Role == form.TextSlot, d.Role == form.RowHeadSlot && nested && !d.Group:
		out.left = true
		out.lines = t.label(d.Text, width-2*paper.SidePadding, size, false)
	default:
		out.lines = t.label(d.Text, width-2*paper.ClosePadding, size, true)
	}
	if d.Role == form.RowHeadSlot || d.Role == form.CaptionSlot {
		out.continued = t.continuation(out.lines, width-2*paper.ClosePadding, size)
	}
	return out
}

// figure sets what stands in a figure's cell, in the type of the table's figures. A number stays in one piece, and becomes
// smaller where it is too long for its column nevertheless; other text (a figure that could not be read) is broken into lines.
func (t *typesetter) figure(c document.Cell, width float64, f paper.FigureType) (size float64, lines []line) {
	switch {
	case c.Text == "":
		return f.Size, nil
	case !c.IsNumber():
		return f.Size, t.wrapped(c.Text, width-2*paper.ClosePadding, f.Size)
	}
	if need := f.CellWidth(t.plainWidth(c.Text, 1)); need > width {
		f.Size *= width / need
	}
	return f.Size, []line{t.figureLine(c.Text, f.Size).condensed(f.Stretch)}
}

// figureLine sets a number on one line.
func (t *typesetter) figureLine(text string, size float64) line {
	return t.lineOf(text, fonts.Song, style{Size: size, Pitch: size, Tabular: true})
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
		lines = append(lines, t.breakLines([]span{{Text: piece, Face: fonts.Song}}, style{Size: size, Pitch: size, Measure: width})...)
	}
	return lines
}

// textLines cuts typed text at its line breaks.
func textLines(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
}

// plainWidth is the width of text on one line in the table's face.
func (t *typesetter) plainWidth(text string, size float64) float64 {
	return t.width([]span{{Text: text, Face: fonts.Song}}, style{Size: size, Pitch: size, Tabular: true})
}
