package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/budget"
	"nianbao/internal/published/page"
)

// cell is one of a table, read as what stands in it: pieces of the page, which stay where they are if the table is none.
type cell struct {
	from, to            int // of the pieces
	holds               tally
	rowSpan, columnSpan int
	number              int // of its element
}

// rows are those of a table, in the order in which they are shown.
type rows [][]cell

// table reads a table: as one, or as what stands in it if it only puts things in their places.
func (r *reader) table(n *html.Node) {
	r.end()
	number := r.number
	var heads, bodies, feet []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Caption:
			before := len(r.out)
			r.element(c)
			r.markCaption(r.out[before:])
		case c.DataAtom == atom.Thead && heads == nil:
			heads = append(heads, c)
		case c.DataAtom == atom.Tfoot && feet == nil:
			feet = append(feet, c)
		case isTablePart(c.DataAtom):
			bodies = append(bodies, c)
		}
	}
	var all rows
	for _, group := range append(append(heads, bodies...), feet...) {
		r.count++
		if l := r.lookOf(group); l.gone {
			r.hide(group)
			continue
		}
		all = append(all, r.group(group)...)
	}
	if !all.isLayout() {
		r.grid(all, number)
	}
}

// group reads the rows of a part of a table, beyond which no cell reaches.
func (r *reader) group(group *html.Node) rows {
	var read rows
	for tr := group.FirstChild; tr != nil; tr = tr.NextSibling {
		if tr.DataAtom != atom.Tr {
			continue
		}
		r.count++
		if l := r.lookOf(tr); l.gone {
			r.hide(tr)
			continue
		}
		from, row := len(r.out), []cell{}
		for td := tr.FirstChild; td != nil; td = td.NextSibling {
			if td.DataAtom != atom.Td && td.DataAtom != atom.Th {
				continue
			}
			if l := r.lookOf(td); l.gone {
				r.count++
				r.hide(td)
				continue
			}
			row = append(row, r.cell(td))
		}
		read = append(read, row)
		if attribute(tr, "height") == "0" && read[len(read)-1:].runes() == 0 { // Word ends tables with one that only sets widths
			r.cut(from)
			read = read[:len(read)-1]
		}
	}
	for i, row := range read {
		for j, c := range row {
			if rest := len(read) - i; c.rowSpan == 0 || c.rowSpan > rest {
				row[j].rowSpan = rest
			}
		}
	}
	return read
}

func (r *reader) cell(td *html.Node) cell {
	if !r.left.Spend(budget.Cells, 1) {
		r.crowded = true
	}
	c := cell{rowSpan: spanOf(td, "rowspan"), columnSpan: max(1, spanOf(td, "colspan")), number: r.count + 1}
	outside, around := r.first, r.around
	c.from = len(r.out)
	r.first, r.rank, r.list, r.linked = c.from, 0, nil, false
	r.cells++
	r.element(td)
	r.end()
	r.cells--
	c.to, c.holds = len(r.out), r.tallies[len(r.out)].less(r.tallies[c.from])
	r.first, r.around = outside, around
	return c
}

// spanOf reads a number of columns or rows as browsers do: 1 for what is none.
func spanOf(td *html.Node, key string) int {
	value := strings.TrimLeft(attribute(td, key), " \t\r\n\f")
	end := 0
	for end < len(value) && value[end] >= '0' && value[end] <= '9' {
		end++
	}
	if end == 0 {
		return 1
	}
	const most = 1000
	n, err := strconv.Atoi(value[:end])
	if err != nil || n > most {
		return most
	}
	return n
}

// grid puts the cells of a table into a grid, in the place of what stands in them; without any text it is none.
func (r *reader) grid(all rows, number int) {
	g := page.NewGrid()
	p := piece{from: number, to: number}
	from := len(r.out)
	for _, row := range all {
		g.Row()
		for _, c := range row {
			pieces := r.out[c.from:c.to]
			from = min(from, c.from)
			text := textOf(pieces)
			for _, inside := range pieces {
				p.runes += inside.runes
				p.linked += inside.linked
				p.links += inside.links
			}
			g.Add(text, c.rowSpan, c.columnSpan)
		}
	}
	r.cut(from)
	if p.runes == 0 {
		return
	}
	p.Table = g.Table()
	squash(p.Table)
	r.put(p)
}

// markCaption marks the caption of one of the form's tables, which says what the heading above it says: the form has none.
func (r *reader) markCaption(pieces []piece) {
	for i := range pieces {
		if text := squeeze(pieces[i].Text); pieces[i].Table == nil && strings.HasSuffix(text, "情况表") && isOfReport(text) {
			pieces[i].Kind, pieces[i].known = page.Furniture, true
		}
	}
}

// squash takes out the columns and rows in which no cell begins: they have no width, and are there only since cells span more than
// there is (colspan="100%"), or all by twos.
func squash(t *page.Table) {
	columns, rows := make([]int, t.Columns+1), make([]int, t.Rows+1)
	for _, c := range t.Cells {
		columns[c.Column+1], rows[c.Row+1] = 1, 1
	}
	for _, places := range [][]int{columns, rows} { // how many stay before each
		for i := 1; i < len(places); i++ {
			places[i] += places[i-1]
		}
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		right, below := c.Column+c.ColumnSpan, c.Row+c.RowSpan
		c.Column, c.Row = columns[c.Column], rows[c.Row]
		c.ColumnSpan, c.RowSpan = columns[right]-c.Column, rows[below]-c.Row
	}
	t.Columns, t.Rows = columns[t.Columns], rows[t.Rows]
}

// textOf is that of the paragraphs in a cell, one on a line; empty ones are none.
func textOf(pieces []piece) string {
	var texts []string
	for _, p := range pieces {
		if p.Table != nil {
			for _, inside := range p.Table.Cells {
				if inside.Text != "" {
					texts = append(texts, inside.Text)
				}
			}
		} else if p.Text != "" {
			texts = append(texts, p.Text)
		}
	}
	return strings.Join(texts, "\n")
}

// isLayout tells a table that only puts things in their places, by what stands in its cells: tables, headings with text, several
// paragraphs of prose; or by its being a single cell, or a column of prose.
func (all rows) isLayout() bool {
	cells, columns, prose := 0, 0, 0
	for _, row := range all {
		width := 0
		for _, c := range row {
			cells++
			width += c.columnSpan
			if c.isLayout() {
				return true
			}
			prose += c.holds.prose
		}
		columns = max(columns, width)
	}
	return cells <= 1 || prose > 0 && all.isColumn()
}

func (all rows) isColumn() bool {
	for _, row := range all {
		if len(row) > 1 {
			return false
		}
	}
	return true
}

// isLayout tells a cell that holds more than a cell of a table does.
func (c cell) isLayout() bool {
	const severalParagraphs = 2
	isHeaded := c.holds.headings > 0 && c.to-c.from > 1 && c.holds.runes > fewRunes
	return c.holds.tables > 0 || isHeaded || c.holds.prose >= severalParagraphs
}

// What a table in a cell may hold that is a part of the cell.
const (
	fewCells = 2
	fewRunes = 60
)

func (all rows) runes() int {
	n := 0
	for _, row := range all {
		for _, c := range row {
			n += c.holds.runes
		}
	}
	return n
}

// tally is what tells a cell of a table that is one from a place on the page, counted over pieces. Tallies are kept for the pieces from
// the first to each, since the same piece stands in the cells of all tables around it.
type tally struct {
	runes    int
	prose    int // paragraphs and lines of prose
	headings int
	tables   int // that are more than a part of a cell
}

func (t tally) less(others tally) tally {
	return tally{t.runes - others.runes, t.prose - others.prose, t.headings - others.headings, t.tables - others.tables}
}

// tally counts the pieces from one on, which were added or changed.
func (r *reader) tally(from int) {
	r.tallies = r.tallies[:from+1]
	for i, p := range r.out[from:] {
		t := r.tallies[from+i]
		t.runes += p.runes
		switch {
		case p.Table != nil && (len(p.Table.Cells) > fewCells || p.runes > fewRunes):
			t.tables++
		case p.Table == nil && r.cells > 0: // nobody asks outside of cells
			t.prose += prose(p.Text)
		}
		if p.Kind == page.Heading {
			t.headings++
		}
		r.tallies = append(r.tallies, t)
	}
}

// cut takes the pieces from one on away.
func (r *reader) cut(from int) { r.out, r.tallies = r.out[:from], r.tallies[:from+1] }

// prose counts the lines of prose.
func prose(text string) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		if isProse(line) {
			n++
		}
	}
	return n
}
