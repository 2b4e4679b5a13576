package workbook

import (
	"fmt"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
)

const tableHint = "黄色格填数字，没有的填0，不要空着；灰色格自动相加，不用填。格子变红，是数字对不上或不是数字。"

// drawTableSection draws the sheet of a section that consists of a table: the table as it is printed.
func (p *plan) drawTableSection(section form.Section) {
	grid := section.Table.Grid()
	s := p.addSheet(sectionSheet(section), form.Key(section.Table.Key), tableWidths(grid)...)
	s.tab, s.landscape = blue, grid.Cols > 2*grid.Rows
	wide := func(row int) cellref.Area {
		return cellref.Between(cellref.At(1, row), cellref.At(grid.Cols, row))
	}
	s.spread(wide(1), titleLook, content{text: section.Heading()})
	s.setHeight(1, 30)
	s.putNote(wide(2), tableHint)
	const top = 3
	p.drawTable(s, section.Table, grid, top)
	s.frozen = cellref.At(grid.HeadCols+1, top+grid.HeadRows)
}

// tableWidths gives the innermost row heads room for their long labels and shares the rest out evenly.
func tableWidths(g form.Grid) []float64 {
	var widths []float64
	for i := range g.Cols {
		switch figures := float64(g.Cols - g.HeadCols); {
		case i < g.HeadCols-1:
			widths = append(widths, 10.5+5*float64(i)) // 三、本年度 over 办理结果; （三）不予公开
		case i == g.HeadCols-1:
			widths = append(widths, 40)
		default:
			widths = append(widths, min(20, max(9, 66/figures)))
		}
	}
	return widths
}

func (p *plan) drawTable(s *sheet, t *form.Table, grid form.Grid, top int) {
	at := func(slot form.Slot) cellref.Area {
		from := cellref.At(1+slot.Col, top+slot.Row)
		return cellref.Between(from, cellref.At(from.Col+slot.ColSpan-1, from.Row+slot.RowSpan-1))
	}
	for _, slot := range grid.Slots {
		if slot.Cell != nil {
			from := at(slot).From
			p.settle(slot.Cell.Key, s, cellref.Between(from, from))
		}
	}
	for row := range grid.Rows {
		s.setHeight(top+row, 22)
	}
	for _, slot := range grid.Slots {
		a := at(slot)
		switch slot.Role {
		case form.CaptionSlot:
			s.spread(a, captionLook, content{text: slot.Label})
		case form.CornerSlot, form.ColumnHeadSlot:
			s.spread(a, headLook, content{text: slot.Label})
		case form.RowHeadSlot:
			s.spread(a, rowHeadLook, content{text: slot.Label})
		case form.FigureSlot:
			p.drawFigure(s, slot.Cell, a)
			continue
		}
		s.raise(a, slot.Label)
	}
	p.drawAlerts(s, t)
}

// raise makes a single row tall enough for its label.
func (s *sheet) raise(a cellref.Area, label string) {
	if needed := textHeight(label, s.width(a), 1); a.From.Row == a.To.Row && needed > s.heights[a.From.Row].points {
		s.setHeight(a.From.Row, needed)
	}
}

func (p *plan) drawFigure(s *sheet, c *form.Cell, a cellref.Area) {
	if parts, ok := p.figures.parts[c.Key]; ok {
		sum := content{formula: sumFormula(p.areas(parts))}
		if n, ok := p.figures.numbers[c.Key]; ok {
			sum.text, sum.number = n.String(), true
		}
		s.spread(a, totalLook, sum)
		return
	}
	look := figureLook
	if c.Total {
		look = statedLook
	}
	s.spread(a, look, p.figures.contents[c.Key])
	s.addEntry(entry{cells: []cellref.Area{a}, rule: figureRule(c.Measure), title: figureTitle(c), prompt: figurePrompt(c)})
}

// addEntry joins an entry to an earlier one that says the same.
func (s *sheet) addEntry(e entry) {
	for i, earlier := range s.entries {
		if earlier.rule == e.rule && earlier.title == e.title && earlier.prompt == e.prompt {
			s.entries[i].cells = append(earlier.cells, e.cells...)
			return
		}
	}
	s.entries = append(s.entries, e)
}

// areas lists where keys of one sheet stand.
func (p *plan) areas(keys []form.Key) []cellref.Area {
	var cells []cellref.Position
	for _, k := range keys {
		cells = append(cells, p.places[k].area.From)
	}
	return cellref.Cover(cells)
}

// figureTitle is what the figure's row is called, or its column where the row has no name.
func figureTitle(c *form.Cell) string {
	if len(c.Row) > 0 {
		return c.Row[len(c.Row)-1].Name
	}
	return c.Name()
}

// figurePrompt says how a figure is counted, and on a line of its own what that rests on.
func figurePrompt(c *form.Cell) string {
	var lines []string
	if note := c.Note(); note != "" {
		lines = append(lines, note)
	}
	if laws := c.Law(); len(laws) > 0 {
		lines = append(lines, "依据："+strings.Join(laws, "；"))
	}
	return strings.Join(lines, "\n")
}

// itself is a reference to the cell that a rule is about. One by its address would slip to a neighbour when LibreOffice saves a sheet
// on which a cell was cut out.
const itself = "INDIRECT(ADDRESS(ROW(),COLUMN()))"

// drawAlerts turns figures red that do not agree or are no numbers.
func (p *plan) drawAlerts(s *sheet, t *form.Table) {
	for _, r := range p.report.Edition.Relations() {
		if r.Table != t.Key {
			continue
		}
		comparison := "<>"
		if r.Kind == form.Within {
			comparison = ">"
		}
		left, right := p.areas(r.Left), p.areas(r.Right)
		s.alerts = append(s.alerts, alert{
			cells: p.areas([]form.Key{r.Subject}),
			formula: fmt.Sprintf("AND(COUNT(%s)=%d,ROUND(SUM(%s)-SUM(%s),8)%s0)",
				join(append(left, right...), ""), len(r.Keys()), join(left, ""), join(right, ""), comparison),
			colour: red,
		})
	}
	var counted []cellref.Position
	for _, c := range p.report.Edition.Cells() {
		if c.Table == t.Key && !c.Measure.CarriesUnit() {
			counted = append(counted, p.places[c.Key].area.From)
		}
	}
	for _, a := range cellref.Cover(counted) {
		s.alerts = append(s.alerts, alert{cells: []cellref.Area{a}, formula: "AND(LEN(" + itself + ")>0,NOT(ISNUMBER(" + itself + ")))", colour: red})
	}
}
