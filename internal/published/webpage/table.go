package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/budget"
	"nianbao/internal/published/page"
)

// cell is one of a table, read as what stands in it.
type cell struct {
	pieces              []piece
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
			r.element(c)
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
	if all.isLayout() {
		for _, row := range all {
			for _, c := range row {
				r.out = append(r.out, c.pieces...)
			}
		}
		return
	}
	r.grid(all, number)
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
		row := []cell{}
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
	outside, around := r.out, r.around
	r.out, r.rank, r.list, r.linked = nil, 0, nil, false
	r.cells++
	r.element(td)
	r.end()
	r.cells--
	c.pieces, r.out, r.around = r.out, outside, around
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

// grid puts the cells of a table into a grid; without any text it is none.
func (r *reader) grid(all rows, number int) {
	g := page.NewGrid()
	p := piece{from: number, to: number}
	for _, row := range all {
		g.Row()
		for _, c := range row {
			text := c.text()
			for _, inside := range c.pieces {
				p.runes += inside.runes
				p.linked += inside.linked
				p.links += inside.links
			}
			g.Add(text, c.rowSpan, c.columnSpan)
		}
	}
	if p.runes == 0 {
		return
	}
	p.Table = g.Table()
	squash(p.Table)
	r.put(p)
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

// text is that of the paragraphs in a cell, one on a line; empty ones are none.
func (c cell) text() string {
	var texts []string
	for _, p := range c.pieces {
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
			prose += c.prose()
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
	headed := false
	for _, p := range c.pieces {
		if p.Table != nil && (len(p.Table.Cells) > fewCells || p.runes > fewRunes) {
			return true
		}
		headed = headed || p.Kind == page.Heading
	}
	const severalParagraphs = 2
	return headed && len(c.pieces) > 1 && c.runes() > fewRunes || c.prose() >= severalParagraphs
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
			n += c.runes()
		}
	}
	return n
}

func (c cell) runes() int {
	n := 0
	for _, p := range c.pieces {
		n += p.runes
	}
	return n
}

// prose counts the paragraphs and lines of prose.
func (c cell) prose() int {
	n := 0
	for _, p := range c.pieces {
		if p.Table != nil {
			continue
		}
		for line := range strings.SplitSeq(p.Text, "\n") {
			if isProse(line) {
				n++
			}
		}
	}
	return n
}
