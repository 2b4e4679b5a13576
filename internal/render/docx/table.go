package docx

import (
	"math"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// newTable sets a table as wide as the type area. Its rows are not torn; as long as it fits on a page together with the heading
// above it and, if so asked, the note below it, neither is the table.
func newTable(d document.Table, held bool) table {
	c := newColumns(d)
	out := table{Properties: tableProperties{
		Style:         value{tableStyle},
		Width:         width{areaWidth(), "dxa"},
		Justification: value{"center"},
		Layout:        tableLayout{"fixed"},
	}}
	if d.Title != "" {
		out.Properties.Caption = &value{d.Title}
	}
	for _, w := range c.widths {
		out.Grid = append(out.Grid, gridColumn{w})
	}
	heights, whole := c.rowHeights(d), c.fits(d)
	for i, covering := range cover(d) {
		r := row{Properties: rowProperties{Height: rowHeight{heights[i], "atLeast"}}}
		if i < d.HeadRows {
			r.Properties.Head = &struct{}{}
		}
		for _, slot := range covering {
			made := c.cell(slot, i)
			if whole && (held || i+1 < d.Rows) {
				made.Paragraph.Properties.KeepNext = &toggle{}
			}
			r.Cells = append(r.Cells, made)
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// cover lists for each row the cells that stand in it, from left to right, those that began further up too.
func cover(d document.Table) [][]document.Cell {
	at := make([][]*document.Cell, d.Rows)
	for i := range at {
		at[i] = make([]*document.Cell, d.Cols)
	}
	for i, c := range d.Cells {
		for row := c.Row; row < c.Row+c.RowSpan; row++ {
			at[row][c.Col] = &d.Cells[i]
		}
	}
	rows := make([][]document.Cell, d.Rows)
	for i := range at {
		for _, c := range at[i] {
			if c != nil {
				rows[i] = append(rows[i], *c)
			}
		}
	}
	return rows
}

// cell sets the part of a cell that stands in a row.
func (c *columns) cell(slot document.Cell, row int) cell {
	out := cell{
		Properties: cellProperties{Width: width{c.across(slot), "dxa"}, Alignment: value{"center"}},
		Paragraph:  styled(tableTextStyle),
	}
	if slot.ColSpan > 1 {
		out.Properties.GridSpan = &number{slot.ColSpan}
	}
	if slot.RowSpan > 1 {
		out.Properties.VerticalMerge = &merge{"continue"}
		if row == slot.Row {
			out.Properties.VerticalMerge.Val = "restart"
		}
	}
	if c.isVertical(slot) {
		out.Properties.TextDirection = &value{"tbRlV"}
	}
	if row > slot.Row {
		return out
	}
	if slot.Role == form.FigureSlot {
		out.Paragraph.Runs = c.figure(slot)
		return out
	}
	if lines := c.lines(slot); len(lines) > 0 {
		out.Paragraph.Runs = []run{plainRun(strings.Join(lines, "\n"))}
	}
	if c.onLeft(slot) {
		out.Paragraph.Properties.Indent = &indent{Left: labelIndent, Right: labelIndent}
		out.Paragraph.Properties.Justification = &value{"left"}
	}
	return out
}

// figure sets what stands in a figure's cell, in the type of the table's figures. A number that is too long for its column
// nevertheless becomes smaller.
func (c *columns) figure(slot document.Cell) []run {
	if slot.Text == "" {
		return nil
	}
	size, stretch := c.figures.Size, 1.0
	if slot.IsNumber() {
		stretch = c.figures.Stretch
		if need, room := c.figures.CellWidth(widthOf(slot.Text, 1)), points(c.across(slot)); need > room {
			size = max(paper.SmallestSize, math.Floor(size*room/need/sizeStep)*sizeStep)
		}
	}
	var look runProperties
	if size != paper.TableSize {
		look.Size, look.SizeCS = &number{halfPoints(size)}, &number{halfPoints(size)}
	}
	if stretch != 1 {
		look.Scale = &number{int(math.Round(100 * stretch))}
	}
	return []run{textRun(slot.Text, look)}
}
