package docx

import (
	"strconv"
	"strings"

	"nianbao/internal/published/page"
)

// table is one that is read: its grid, and what stands in its cells one after the other.
type table struct {
	grid   *page.Grid
	inside []page.Block
	nested bool // a table stands in a cell
}

// readTable reads a table. One that only lays out the page, since others stand in it, is read as what is in it.
func (in *reader) readTable(e *element) {
	t := &table{grid: page.NewGrid()}
	in.readRows(e, t)
	if t.nested {
		in.blocks = append(in.blocks, t.inside...)
		return
	}
	in.blocks = append(in.blocks, page.Block{Table: t.grid.Table()})
}

func (in *reader) readRows(e *element, t *table) {
	for _, c := range e.children {
		switch c.name {
		case "tr":
			if c.child("trPr", "del") != nil {
				in.seen[page.Revisions]++
				continue
			}
			t.grid.Row()
			t.grid.Skip(numberOf(c.val("trPr", "gridBefore")))
			in.readCells(c, t)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			in.readRows(c, t)
		}
	}
}

func (in *reader) readCells(e *element, t *table) {
	for _, c := range e.children {
		switch c.name {
		case "tc":
			in.readCell(c, t)
		case "sdt", "sdtContent", "customXml":
			in.readCells(c, t)
		}
	}
}

// readCell reads a cell into its row: its paragraphs parted by line breaks, a table in it cell by cell.
func (in *reader) readCell(e *element, t *table) {
	if merge := e.child("tcPr", "vMerge"); merge != nil && merge.attr("val") != "restart" && t.grid.Extend() {
		return
	}
	inside := in.inside()
	inside.readBlocks(e)
	inside.endParagraph(page.Plain)
	in.takeRemarks(inside, t.grid.Rows())
	for i, n := range inside.seen {
		in.seen[i] += n
	}
	var lines []string
	for _, b := range inside.blocks {
		if b.Kind == page.Boxed {
			in.boxes = append(in.boxes, b)
		} else {
			lines = append(lines, textOf(b)...)
			t.inside, t.nested = append(t.inside, b), t.nested || b.Table != nil
		}
	}
	t.grid.Add(strings.Join(lines, "\n"), 1, numberOf(e.val("tcPr", "gridSpan")))
}

// textOf is what a block says, a table's cells one after the other.
func textOf(b page.Block) []string {
	if b.Table == nil {
		return []string{b.Text}
	}
	var lines []string
	for _, c := range b.Table.Cells {
		if c.Text != "" {
			lines = append(lines, c.Text)
		}
	}
	return lines
}

// numberOf is a number that an attribute gives, 0 where it is none.
func numberOf(attr string) int {
	n, err := strconv.Atoi(attr)
	if err != nil {
		return 0
	}
	return n
}
