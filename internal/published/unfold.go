package published

import (
	"slices"
	"strings"

	"nianbao/internal/label"
	"nianbao/internal/published/page"
)

// unfold takes a report that stands in one table as a whole, as one pasted from a spreadsheet does, out of it: rows of one cell over the whole width
// are its paragraphs, those between them its tables. A frame round the text makes such tables too, one for each sheet of paper.
func unfold(p *page.Page) *page.Page {
	holdsReport := holdsReport
	if isFramed(p) {
		holdsReport = func(t *page.Table) bool { alone, among := sectionsIn(t); return alone+among > 0 }
	}
	if !slices.ContainsFunc(p.Blocks, func(b page.Block) bool { return b.Table != nil && holdsReport(b.Table) }) {
		return p
	}
	out := *p
	out.Blocks = nil
	out.Remarks = slices.Clone(p.Remarks)
	for i, b := range p.Blocks {
		first := len(out.Blocks)
		starts := []int{0} // the first row of each new block
		if b.Table == nil || !holdsReport(b.Table) {
			out.Blocks = append(out.Blocks, b)
		} else {
			var blocks []page.Block
			blocks, starts = partsOf(b, p.Lines)
			out.Blocks = append(out.Blocks, blocks...)
		}
		for n := range out.Remarks {
			if r := &out.Remarks[n]; p.Remarks[n].Block == i {
				at := 0
				for at+1 < len(starts) && r.Row > starts[at+1] {
					at++
				}
				r.Block = first + at
				r.Row = max(0, r.Row-starts[at])
			}
		}
	}
	return &out
}

// enoughSections is how many headings of sections, of six, are no accident: that a report stands in tables, or its sections in a table of contents.
const enoughSections = 3

// holdsReport says whether a table has the headings of a report's sections in rows of their own.
func holdsReport(t *page.Table) bool {
	alone, _ := sectionsIn(t)
	return alone >= enoughSections
}

// isFramed says whether a frame was drawn round the text of a page, so that headings of sections stand with other text in the cells of tables.
func isFramed(p *page.Page) bool {
	all, withText := 0, 0
	for _, b := range p.Blocks {
		if b.Table != nil {
			alone, among := sectionsIn(b.Table)
			all, withText = all+alone+among, withText+among
		}
	}
	return all >= enoughSections && withText > 0
}

// sectionsIn counts the headings of sections in the rows of one cell of a table: those that have theirs for themselves, and those among other text.
func sectionsIn(t *page.Table) (alone, among int) {
	for _, c := range t.Cells {
		if !isAcross(t, c) {
			continue
		}
		if isSection(c.Text) {
			alone++
			continue
		}
		for line := range strings.SplitSeq(c.Text, "\n") {
			for _, piece := range splitRunIn(line) {
				if isSection(piece) {
					among++
				}
			}
		}
	}
	return alone, among
}

func isSection(text string) bool {
	l, _ := label.Whole(text, label.None)
	return l != nil && l.Kind() == label.Section
}

// isAcross says whether a cell is a row by itself.
func isAcross(t *page.Table, c page.Cell) bool {
	return t.Columns > 1 && c.RowSpan == 1 && c.Column == 0 && c.ColumnSpan == t.Columns
}

// partsOf are the paragraphs and tables that a table holds, and in which of its rows each begins. Labels of the form that go over the whole width stay with
// their tables. Lines of a cell are paragraphs by themselves where those of the page are.
func partsOf(b page.Block, byLine bool) (parts []page.Block, starts []int) {
	across := map[int]page.Cell{}
	for _, c := range b.Table.Cells {
		if l, _ := label.Whole(c.Text, label.Proactive); isAcross(b.Table, c) && (l == nil || l.Kind() == label.Section) {
			across[c.Row] = c
		}
	}
	for row := 0; row < b.Table.Rows; {
		if c, ok := across[row]; ok {
			texts := []string{c.Text}
			if byLine {
				texts = strings.Split(c.Text, "\n")
			}
			for _, text := range texts {
				parts, starts = append(parts, page.Block{Kind: b.Kind, Text: text, Place: b.Place}), append(starts, row)
			}
			row++
			continue
		}
		starts = append(starts, row)
		end := row
		for _, ok := across[end]; !ok && end < b.Table.Rows; _, ok = across[end] {
			end++
		}
		parts = append(parts, page.Block{Kind: b.Kind, Table: rowsOf(b.Table, row, end), Place: b.Place})
		row = end
	}
	return parts, starts
}

// rowsOf is some rows of a table as one of their own.
func rowsOf(t *page.Table, from, to int) *page.Table {
	part := &page.Table{Rows: to - from, Columns: t.Columns, Guessed: t.Guessed}
	for _, c := range t.Cells {
		if from <= c.Row && c.Row < to {
			c.Row -= from
			c.RowSpan = min(c.RowSpan, part.Rows-c.Row)
			part.Cells = append(part.Cells, c)
		}
	}
	return part
}
