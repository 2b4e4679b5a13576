package published

import (
	"slices"

	"nianbao/internal/label"
	"nianbao/internal/published/page"
)

// unfold takes a report that stands in one table as a whole, as one pasted from a spreadsheet does, out of it: rows of one cell over the whole width
// are its paragraphs, those between them its tables.
func unfold(p *page.Page) *page.Page {
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
			blocks, starts = partsOf(b)
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

// holdsReport says whether a table has the headings of a report's sections in rows of their own.
func holdsReport(t *page.Table) bool {
	const enough = 3 // of six
	sections := 0
	for _, c := range t.Cells {
		if !isAcross(t, c) {
			continue
		}
		if l, _ := label.Whole(c.Text, label.None); l != nil && l.Kind() == label.Section {
			sections++
		}
	}
	return sections >= enough
}

// isAcross says whether a cell is a row by itself.
func isAcross(t *page.Table, c page.Cell) bool {
	return t.Columns > 1 && c.RowSpan == 1 && c.Column == 0 && c.ColumnSpan == t.Columns
}

// partsOf are the paragraphs and tables that a table holds, and in which of its rows each begins. Labels of the form that go over the whole width stay with
// their tables.
func partsOf(b page.Block) (parts []page.Block, starts []int) {
	across := map[int]page.Cell{}
	for _, c := range b.Table.Cells {
		if l, _ := label.Whole(c.Text, label.Proactive); isAcross(b.Table, c) && (l == nil || l.Kind() == label.Section) {
			across[c.Row] = c
		}
	}
	for row := 0; row < b.Table.Rows; {
		starts = append(starts, row)
		if c, ok := across[row]; ok {
			parts = append(parts, page.Block{Kind: b.Kind, Text: c.Text, Place: b.Place})
			row++
			continue
		}
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
