package published

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/published/flat"
	"nianbao/internal/published/page"
)

// readFlat reads those tables of the form that gave no figure as tables with cells out of the lines of the page, and gives back the
// pieces without what belongs to them.
func (t *tables) readFlat(pieces []piece) []piece {
	wanted := t.withoutFigures()
	if len(wanted) == 0 {
		return pieces
	}
	isWanted := func(key string) bool { return slices.Contains(wanted, key) }
	lines := linesOf(pieces)
	read := flat.Read(lines.text, yearOf(lines.texts))
	t.tooLong = read.TooLong
	extents := slices.DeleteFunc(read.Extents, func(e flat.Extent) bool { return !isWanted(e.Table.Key()) })
	if len(extents) == 0 {
		return pieces
	}
	for _, f := range read.Figures {
		if key := tableOf(f.Key); isWanted(key) {
			t.figures[f.Key] = figure{f.Text, lines.place(f.Start, key), doubtOf(f)}
		}
	}
	for _, k := range read.Blank {
		if key := tableOf(k); isWanted(key) {
			t.figures[k] = figure{"", placeOf("", key, ""), ""}
		}
	}
	for _, u := range read.Unplaced {
		if i := slices.IndexFunc(extents, func(e flat.Extent) bool { return e.Start <= u.Start && u.Start < e.End }); i >= 0 {
			key := extents[i].Table.Key()
			t.unplaced = append(t.unplaced, unplaced{key, u.Text, lines.place(u.Start, key), u.Why, -1})
		}
	}
	for _, w := range read.Wordings {
		if isWanted(w.Label.Table.Key()) {
			t.labels = append(t.labels, wording{w.Label, w.Printed, -1})
		}
	}
	if read.Edition != nil {
		t.editions = append(t.editions, read.Edition.ID)
	}
	for _, e := range extents {
		t.find(e.Table.Key())
		t.flat = append(t.flat, e.Table.Key())
	}
	return lines.without(extents)
}

func tableOf(k form.Key) string {
	table, _, _ := strings.Cut(string(k), ".")
	return table
}

// doubtOf is why a figure may have been read wrong.
func doubtOf(f flat.Figure) string {
	if f.How == flat.Split {
		return "这一行的数字连在一起，是按合计拆开的"
	}
	return ""
}

// lines are the pieces of a page as one text.
type lines struct {
	pieces []piece
	texts  []string
	text   string
	starts []int // where each piece begins in the text
}

// linesOf makes one text of the paragraphs of a page, and of its tables that are none of the form's: their rows, cell by cell. What is not
// of the report is left out.
func linesOf(pieces []piece) *lines {
	l := &lines{pieces: pieces}
	var b strings.Builder
	for _, p := range pieces {
		l.starts = append(l.starts, b.Len())
		text := p.Text
		switch {
		case p.Kind == page.Furniture || p.Kind == page.Contents || len(p.tables) > 0:
			text = ""
		case p.Table != nil:
			text = rowsAsLines(p.Table)
		default:
			l.texts = append(l.texts, text)
		}
		b.WriteString(text + "\n")
	}
	l.text = b.String()
	return l
}

func rowsAsLines(t *page.Table) string {
	var b strings.Builder
	row := 0
	for _, c := range t.Cells {
		if c.Row != row {
			b.WriteString("\n")
			row = c.Row
		}
		b.WriteString(c.Text + " |" + strings.Repeat("|", c.ColumnSpan-1) + " ")
	}
	return b.String()
}

// pieceAt is the piece in which a byte of the text stands.
func (l *lines) pieceAt(at int) int {
	i, found := slices.BinarySearch(l.starts, at)
	if !found {
		i--
	}
	return i
}

func (l *lines) place(at int, table string) string {
	return placeOf(l.pieces[l.pieceAt(at)].Place, table, "")
}

// without leaves out what tables take, and has each of them stand where it began.
func (l *lines) without(extents []flat.Extent) (left []piece) {
	for i, p := range l.pieces {
		start, end := l.starts[i], len(l.text)
		if i+1 < len(l.starts) {
			end = l.starts[i+1]
		}
		from := start
		touched := false
		for _, e := range extents {
			if e.End <= start || e.Start >= end {
				continue
			}
			touched = true
			left = append(left, l.rest(p, from, max(e.Start, from))...)
			if e.Start >= start {
				left = append(left, piece{Block: page.Block{Kind: p.Kind, Table: &page.Table{}, Place: p.Place}, tables: []label.Table{e.Table}, at: p.at})
			}
			from = max(from, min(e.End, end))
		}
		if !touched {
			left = append(left, p)
			continue
		}
		left = append(left, l.rest(p, from, end)...)
	}
	return left
}

// rest is what is left of a piece between tables: nothing where only marks of cells are.
func (l *lines) rest(p piece, from, to int) []piece {
	if from >= to || strings.TrimFunc(l.text[from:to], func(r rune) bool { return chinese.IsSpace(r) || strings.ContainsRune("|-:", r) }) == "" {
		return nil
	}
	p.Text, p.Table = strings.Trim(l.text[from:to], "| \n"), nil
	return []piece{p}
}
