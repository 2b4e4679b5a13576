// Package grid finds the figures of the form in tables whose cells are known: rows by their labels, columns by their heads.
package grid

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// Reading is what was found in the tables of a page.
type Reading struct {
	Figures  []Figure        // in the order of the page, none twice
	Labels   []Wording       // printed otherwise than the form prescribes
	Headings []Heading       // of sections, inside their tables
	Unplaced []Unplaced      // what stands where figures are due, and has no place
	Editions []string        // for every word that only one edition has, the id of that edition
	Lines    []Line          // of the form's tables, as they stand
	Beside   []Line          // rows above and below those of the form's tables, in the same table of the page: notes, units, who filled it in
	Tables   [][]label.Table // for every table of the page, those of the form that it is, or that a piece of is in it
}

// Heading is the heading of a section that stands in a table.
type Heading struct {
	Text string
	At   Place
}

// Figure is what stands in a cell for a figure of the form.
type Figure struct {
	Key   form.Key
	Text  string // "" for a blank cell
	At    Place
	Doubt string // why it may have been read wrong, a sentence without its end; "" if that is certain
}

// Wording is a label that is printed otherwise.
type Wording struct {
	Label   *label.Label
	Printed string
	At      Place
}

// Unplaced is the text of a row's cells, and why it has no place.
type Unplaced struct {
	Text, Why string
	Table     label.Table
	At        Place
}

// Place is where on the page.
type Place struct {
	Table int    // of the page's
	Row   int    // of that table, counted from 1
	Sheet string // where the cell says so: 第4页
}

// Read reads the tables of a page in their order. Pieces of a table that was cut are one after the other.
func Read(tables []*page.Table) Reading {
	r := &reader{}
	for i, t := range tables {
		r.at = Place{Table: i}
		first, lines := len(r.rows), len(r.out.Lines)
		r.seen = nil
		r.readTable(t)
		if r.seen == nil {
			r.rows = slices.DeleteFunc(r.rows, func(one row) bool { return one.at.Table == i && !one.isAllOfDisputes() })
			if len(r.rows) > first {
				r.seen = []label.Table{label.Disputes}
			}
		}
		r.keepLines(t, lines)
		r.out.Tables = append(r.out.Tables, r.seen)
	}
	r.nameRows()
	r.nameLines()
	r.takeFigures()
	return r.out
}

// reader reads tables row by row. What it knows of the heads holds for the rows below, and for the tables that go on with them.
type reader struct {
	table label.Table   // that is being read
	seen  []label.Table // whose labels were seen in the page's table
	heads heads
	above heads // those before them, which hold on where only a part is repeated
	rows  []row
	at    Place
	out   Reading
}

// row is one of figures, as it stands.
type row struct {
	table   label.Table
	label   *label.Label // nil where it could not be told
	mended  bool         // it was told by its likeness, or by its neighbours
	printed string
	cells   []page.Cell // behind the label
	heads   heads
	same    bool // the heads stand in the same table of the page
	guessed bool
	at      Place
}

func (r *reader) readTable(t *page.Table) {
	r.heads.same = false
	for at, cells := range rowsOf(t) {
		if len(cells) == 0 {
			continue
		}
		r.at.Row, r.at.Sheet = at+1, cells[0].Place
		r.readRow(t, cells)
	}
}

// rowsOf are the cells that begin in each row, from left to right.
func rowsOf(t *page.Table) [][]page.Cell {
	rows := make([][]page.Cell, t.Rows)
	for _, c := range t.Cells {
		c.Text = chinese.Visible(c.Text)
		rows[c.Row] = append(rows[c.Row], c)
	}
	return rows
}

// readRow tells what a row is by the labels in it.
func (r *reader) readRow(t *page.Table, cells []page.Cell) {
	if r.completesLabel(cells) {
		return
	}
	told := make([]*label.Label, len(cells))
	inFront := 0 // cells of it that are heads, and no figures
	defer func() { r.addLine(cells, told, inFront) }()
	last := -1 // the last cell that is the label of a row or of several
	heading := false
	if opensDisputes(cells) && (r.table != label.Disputes || r.heads.closed) {
		r.table, r.heads = label.Disputes, heads{}
	}
	for i, c := range cells {
		told[i] = r.labelOf(c)
		if told[i] == nil {
			continue
		}
		switch told[i].Kind() {
		case label.Row, label.RowGroup, label.Foreign:
			last = i
		case label.Caption, label.Corner, label.Column, label.ColumnGroup, label.Torn:
			heading = true
		}
	}
	switch {
	case last >= 0 && told[last].Kind() == label.RowGroup && r.labelFollows(cells[last+1:]):
		inFront = last + 1 + r.addNameless(t, cells[last+1:])
	case last >= 0:
		inFront = last + 1
		r.addRow(t, cells, told[last], last)
	case heading && r.heads.closed && told[0] != nil && told[0].Kind() == label.Column && r.holdsFigures(cells[1:]) && hasText(cells[1:]):
		inFront = r.addNameless(t, cells) // 其他 and 总计 without their numbers
	case heading && r.table == label.Disputes && r.heads.whole(r.table) && told[0] != nil && r.holdsFigures(cells[1:]) && hasText(cells[1:]):
		told[0] = nil // 合计 in front of figures: rows of this table have no labels
		r.out.Labels = slices.DeleteFunc(r.out.Labels, func(w Wording) bool { return w.At == r.at })
		inFront = r.addNameless(t, cells)
	case heading:
		inFront = len(cells)
		r.addHeads(cells, told)
	case r.table == label.Disputes && r.heads.whole(label.Disputes) && r.holdsFigures(cells):
		r.add(t, row{table: label.Disputes, cells: cells})
	case r.table != label.None:
		inFront = r.addNameless(t, cells)
	default:
		inFront = len(cells)
	}
}

// completesLabel says whether a row is the rest of the label of the row before it, which the end of a sheet of paper cut: its only text, which
// together with that is a label of the form. The row before has the whole of it then.
func (r *reader) completesLabel(cells []page.Cell) bool {
	var texts []string
	for _, c := range cells {
		if strings.TrimSpace(c.Text) != "" {
			texts = append(texts, c.Text)
		}
	}
	if len(texts) != 1 || isFigure(texts[0]) || len(r.out.Lines) == 0 {
		return false
	}
	before := &r.out.Lines[len(r.out.Lines)-1]
	if len(before.Heads) == 0 || len(before.Figures) == 0 || before.Table != r.table {
		return false
	}
	head := &before.Heads[len(before.Heads)-1]
	whole, exact := label.Whole(head.Text+texts[0], r.table)
	if !exact || whole == nil || whole.Kind() != label.Row || whole.IsAsPrescribed(head.Text, "") {
		return false
	}
	last := len(r.rows) - 1
	if last < 0 || r.rows[last].at != before.At || r.rows[last].label != nil && r.rows[last].label != whole {
		return false
	}
	if n := len(r.out.Labels); n > 0 && r.out.Labels[n-1].At == before.At && strings.TrimSpace(r.out.Labels[n-1].Printed) == head.Text {
		r.out.Labels = r.out.Labels[:n-1]
	}
	r.rows[last].label, r.rows[last].mended, r.rows[last].printed = whole, false, head.Text+texts[0]
	head.Label, head.Text = whole, head.Text+texts[0]
	return true
}

// opensDisputes tells the first row of the table of disputes, whose words may stand in sentences too: both of its heads.
func opensDisputes(cells []page.Cell) bool {
	groups := 0
	for _, c := range cells {
		if l, _ := label.Whole(c.Text, label.Disputes); l != nil && l.Table == label.Disputes && l.Kind() == label.ColumnGroup {
			groups++
		}
	}
	return groups >= 2
}

// labelOf is the label that a cell is, in the table that is read or as the first of another one.
func (r *reader) labelOf(c page.Cell) *label.Label {
	const longest = 1000 // bytes
	if c.Text == "" || len(c.Text) > longest {
		return nil
	}
	l, exact := label.Whole(c.Text, r.table)
	if l == nil {
		return nil
	}
	if l.Kind() == label.Section {
		r.out.Headings = append(r.out.Headings, Heading{c.Text, r.at})
		return nil
	}
	if !exact && l.Kind() != label.Torn && l.Kind() != label.Foreign {
		r.out.Labels = append(r.out.Labels, Wording{Label: l, Printed: c.Text, At: r.at})
	}
	if l.Table != r.table {
		r.table, r.heads = l.Table, heads{}
	}
	if !slices.Contains(r.seen, l.Table) {
		r.seen = append(r.seen, l.Table)
	}
	if id := l.OnlyIn(); id != "" {
		r.out.Editions = append(r.out.Editions, id)
	}
	return l
}

// addHeads takes the heads of columns from a row. A caption or a corner begins them anew, and so does the first of those that are
// repeated.
func (r *reader) addHeads(cells []page.Cell, told []*label.Label) {
	if r.heads.closed {
		r.above, r.heads = r.heads, heads{}
		r.above.same = false
	}
	for i, c := range cells {
		if told[i] == nil {
			if c.Text != "" && (i > 0 || c.Column > 0 || r.table == label.Disputes) {
				r.heads.addOther(c)
				if r.table == label.Proactive {
					r.heads.add(nil, c)
				}
			}
			continue
		}
		switch told[i].Kind() {
		case label.Caption:
			r.heads = heads{}
		case label.Corner:
			if r.table == label.Proactive {
				r.heads = heads{}
			}
		case label.Column, label.Torn:
			r.heads.add(told[i], c)
		case label.ColumnGroup:
			r.heads.addGroup(told[i], c)
		}
	}
	r.heads.same = true
}

// addRow takes a row of figures behind its label.
func (r *reader) addRow(t *page.Table, cells []page.Cell, l *label.Label, at int) {
	r.add(t, row{table: l.Table, label: l, printed: cells[at].Text, cells: cells[at+1:]})
}

// labelFollows says whether a head beside several rows has the label of one of them beside it, though none of the form's: a text, or
// a blank cell where labels stand. A figure is none: an edition before has such a head beside its own figures.
func (r *reader) labelFollows(cells []page.Cell) bool {
	switch {
	case len(cells) < 2 || isFigure(cells[0].Text):
		return false
	case strings.TrimSpace(cells[0].Text) != "":
		return true
	}
	return r.isInLabels(cells)
}

// isInLabels says whether the first of some cells, of which there are one more than columns, stands where labels do: left of the heads. Where
// these stand in another table, one that is blank does if the last is not: else a column may have been added behind the figures.
func (r *reader) isInLabels(cells []page.Cell) bool {
	switch {
	case len(cells) != len(r.heads.list)+1:
		return false
	case r.heads.same:
		return r.heads.isRightOf(cells[0])
	}
	return strings.TrimSpace(cells[0].Text) == "" && strings.TrimSpace(cells[len(cells)-1].Text) != ""
}

// addNameless takes a row whose label is none of the form's, or is missing, and tells how many of its cells stand before the figures.
func (r *reader) addNameless(t *page.Table, cells []page.Cell) (first int) {
	for first < len(cells) && (!r.isInFigures(cells[first]) || first == 0 && r.isInLabels(cells)) {
		first++
	}
	if first == 0 || first == len(cells) {
		return first
	}
	one := row{table: r.table, printed: cells[first-1].Text, cells: cells[first:]}
	if l := label.Nearest(one.printed, r.table); l != nil {
		one.label, one.mended = l, true
		r.out.Labels = append(r.out.Labels, Wording{Label: l, Printed: one.printed, At: r.at})
	}
	r.add(t, one)
	return first
}

// isInFigures says whether a cell of a row whose label is not known is one for a figure: by what stands in it, or, blank, by the heads.
func (r *reader) isInFigures(c page.Cell) bool {
	if strings.TrimSpace(c.Text) != "" {
		return isFigure(c.Text)
	}
	return r.heads.same && len(r.heads.list) > 0 && !r.heads.isRightOf(c)
}

func (r *reader) add(t *page.Table, one row) {
	if r.table != label.Proactive && !r.heads.whole(r.table) && r.above.whole(r.table) {
		r.heads = r.above
	}
	r.heads.closed = true
	one.heads, one.same, one.guessed, one.at = r.heads, r.heads.same, t.Guessed, r.at
	r.rows = append(r.rows, one)
}

// holdsFigures says whether all that stands in some cells are figures. A blank cell by itself is what is left of a head that was cut.
func (r *reader) holdsFigures(cells []page.Cell) bool {
	return (hasText(cells) || len(cells) >= len(r.heads.list)) && !slices.ContainsFunc(cells, func(c page.Cell) bool { return strings.TrimSpace(c.Text) != "" && !isFigure(c.Text) })
}

func hasText(cells []page.Cell) bool {
	return slices.ContainsFunc(cells, func(c page.Cell) bool { return strings.TrimSpace(c.Text) != "" })
}

// isAllOfDisputes says whether a row by itself is the figures of the table that has no labels beside them.
func (one row) isAllOfDisputes() bool {
	return one.table == label.Disputes && len(one.cells) == len(one.heads.list) && slices.ContainsFunc(one.cells, func(c page.Cell) bool { return isFigure(c.Text) })
}

// figureForm is what stands in cells for figures: a number, with a sign, a unit or a word for a change, or a mark for none; also what somebody
// typed for a nought, of which the cell alone cannot be read.
var figureForm = pattern.New(`^(?:(?:增加?|减少?)?[+-]?[0-9][0-9,]*(?:\.[0-9]+)?(?:/[0-9]+)?(?:件|项|个|条|份|宗|起|次|元|万元)?|增加?|减少?|/|-+|—+|无|零|[Oo〇○])$`)

// isFigure tells what stands in cells for figures from labels and sentences.
func isFigure(text string) bool {
	const longest = 60 // bytes
	text, _ = page.CutRaised(text)
	return len(text) <= longest && figureForm.MatchString(chinese.Unspaced(chinese.HalfWidth(text)))
}
