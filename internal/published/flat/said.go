package flat

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/rowwise"
)

// A table may also be said row by row in sentences, as our own text can be written. Those that are worded as ours are read word by word;
// of other ones nothing is read, and they are told.

// saidOtherwise is why the figures of a row are not read that is said in other words.
const saidOtherwise = "这张表写成了一行一句话，写法和本程序的不同"

// rowTemplate is a row as our own text says it.
type rowTemplate struct {
	table label.Table
	heads []string   // the lines above it that head it and those below, folded, without blanks
	words []string   // before each figure and behind the last, folded, without blanks
	keys  []form.Key // of the figures
}

// rowTemplates are the rows of the editions, by their ids.
var rowTemplates = sync.OnceValue(func() map[string][]rowTemplate {
	all := map[string][]rowTemplate{}
	for _, e := range form.Editions() {
		for _, t := range e.Tables() {
			g := t.Grid()
			table, _ := label.TableOf(string(t.Key))
			var heads []string
			for _, l := range rowwise.Lines(rowwise.CellsOf(g)) {
				if len(l.Figures) == 0 {
					heads = append(heads, chinese.Unspaced(label.Text(l.End)))
					continue
				}
				r := rowTemplate{table: table, heads: heads}
				heads = nil
				for _, f := range l.Figures {
					r.words, r.keys = append(r.words, chinese.Unspaced(label.Text(f.Before))), append(r.keys, g.Slots[f.Cell].Cell.Key)
				}
				r.words = append(r.words, chinese.Unspaced(label.Text(l.End)))
				all[e.ID] = append(all[e.ID], r)
			}
		}
	}
	return all
})

// blankSaid is what is said of a blank cell, folded.
var blankSaid = sync.OnceValue(func() string { return label.Text(rowwise.Blank) })

// saidRow is a row that was found in our own words, with the lines above it that head it.
type saidRow struct {
	extent
	keys  []form.Key
	cells []cell
}

// saidRows are the rows of a folded text that are said in our own words, of the edition of which there are most; nil for an edition that
// these do not tell.
func saidRows(text string) (best []saidRow, told *form.Edition) {
	lines := linesIn(text)
	for _, e := range form.Editions() {
		var rows []saidRow
		for i, l := range lines {
			if len(rows) > 0 && l.start < rows[len(rows)-1].end {
				continue
			}
			for _, t := range rowTemplates()[e.ID] {
				if row, ok := t.read(text, l.start); ok {
					row.start = t.begin(text, lines[:i+1])
					rows = append(rows, row)
					break
				}
			}
		}
		switch {
		case len(rows) > len(best):
			best, told = rows, e
		case len(rows) == len(best):
			told = nil
		}
	}
	return best, told
}

// linesIn are the lines of a text that are not blank, without what parts cells around them.
func linesIn(text string) (lines []piece) {
	for at := 0; at < len(text); {
		end := lineEnd(text, at)
		if bare := strings.TrimLeft(text[at:end], separators); bare != "" {
			lines = append(lines, piece{end - len(bare), at + len(strings.TrimRight(text[at:end], separators))})
		}
		at = end + 1
	}
	return lines
}

func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// begin is where the lines begin that head a row, which stands on the last of some lines: the last of them first, as far as they are there.
func (t rowTemplate) begin(text string, lines []piece) int {
	start := lines[len(lines)-1].start
	for _, head := range slices.Backward(t.heads) {
		lines = lines[:len(lines)-1]
		if len(lines) == 0 || chinese.Unspaced(text[lines[len(lines)-1].start:lines[len(lines)-1].end]) != head {
			break
		}
		start = lines[len(lines)-1].start
	}
	return start
}

// read reads the row at a place of a folded text.
func (t rowTemplate) read(text string, at int) (row saidRow, ok bool) {
	row = saidRow{extent: extent{table: t.table, start: at, values: true}, keys: t.keys}
	end, ok := wordsAt(text, at, t.words[0])
	for _, words := range t.words[1:] {
		if !ok {
			return row, false
		}
		var c cell
		c, end, ok = valueUpTo(text, end, words)
		row.cells = append(row.cells, c)
	}
	row.end = end
	return row, ok
}

// Bounds on what stands in a row, in bytes.
const (
	mostSpaces = 40  // between two letters
	mostSaid   = 200 // of a figure
)

// wordsAt is where words end that begin at a place, blanks and line ends between their letters aside.
func wordsAt(text string, at int, words string) (end int, ok bool) {
	for _, r := range words {
		at += spacesAt(text, at)
		is, size := utf8.DecodeRuneInString(text[at:])
		if is != r || size == 0 {
			return at, false
		}
		at += size
	}
	return at, true
}

// spacesAt is how many bytes of blanks and line ends stand at a place.
func spacesAt(text string, at int) int {
	n := 0
	for n < mostSpaces && at+n < len(text) && strings.IndexByte(" \t\r\n", text[at+n]) >= 0 {
		n++
	}
	return n
}

// valueUpTo is the cell at a place that ends where the next words begin; end is where those end.
func valueUpTo(text string, at int, words string) (c cell, end int, ok bool) {
	for i := at; i < min(len(text), at+mostSaid); i++ {
		if end, ok = wordsAt(text, i, words); !ok || i == at {
			continue
		}
		said := strings.TrimSpace(text[at:i])
		start := at + strings.Index(text[at:i], said)
		switch {
		case said == "":
			continue
		case strings.Contains(said, "\n"): // the words are those of another line, or a number was broken
			return c, at, false
		case said == blankSaid():
			return cell{start, start, empty}, end, true
		}
		return cell{start, start + len(said), filled}, end, true
	}
	return c, at, false
}

// fewLabels is how many labels of a table are more than chance where lines begin with them.
const fewLabels = 4

// saidTables are the tables of which rows are said in our own words.
type saidTables struct {
	rows map[string]bool        // by the parts of their keys, the table alone too: requests, requests.denied
	span map[label.Table]extent // from the first row to the last
}

func tablesOfSaid(own []saidRow) saidTables {
	s := saidTables{map[string]bool{}, map[label.Table]extent{}}
	for _, r := range own {
		for _, k := range r.keys {
			for i, c := range k {
				if c == '.' {
					s.rows[string(k[:i])] = true
				}
			}
		}
		span, ok := s.span[r.table]
		if !ok {
			span = r.extent
		}
		span.end = r.end
		s.span[r.table] = span
	}
	return s
}

// hasRow says whether a row was read that has a label.
func (s saidTables) hasRow(l *label.Label) bool {
	return s.rows[strings.TrimRight(l.Table.Key()+"."+l.Key, ".")]
}

// saidInOtherWords are the stretches of a text in which a table is said row by row otherwise than ours. Of a table of which rows are said
// in our own words it is every other row, and the heads among them; of one of which nothing was read, as many rows as are no chance. What
// begins like a row that was read is a text.
func saidInOtherWords(text string, own []saidRow, isFlattened func(label.Table) bool) (all []extent) {
	said := tablesOfSaid(own)
	flattened := map[label.Table]bool{}
	for _, table := range formTables {
		flattened[table] = isFlattened(table)
	}
	var open extent
	var labels map[*label.Label]bool
	end := func() {
		if _, isOwn := said.span[open.table]; isOwn || open.values && len(labels) >= fewLabels {
			all = append(all, open)
		}
		open, labels = extent{}, map[*label.Label]bool{}
	}
	end()
	for _, l := range linesIn(text) {
		table, found, isRow := saidLine(text, l)
		span, isOwn := said.span[table]
		isAmong := span.start < l.start && l.end < span.end
		if isRow && said.hasRow(found[0]) || !isRow && isOwn && !isAmong || flattened[table] {
			table = label.None
		}
		if table != open.table {
			end()
		}
		if table == label.None {
			continue
		}
		if open.table == label.None {
			open = extent{table: table, start: l.start}
		}
		open.end, open.values = l.end, open.values || isRow
		for _, one := range found {
			labels[one] = true
		}
	}
	end()
	return all
}

// isFlattened says whether a figure of a table was read.
func (p *places) isFlattened(table label.Table) bool {
	for k := range p.copies {
		if strings.HasPrefix(string(k), table.Key()+".") {
			return true
		}
	}
	return false
}

// takeSaid takes what is said in sentences: rows in our own words, and stretches in others.
func (p *places) takeSaid(own []saidRow, others []extent) {
	for i, r := range own {
		for j, k := range r.keys {
			p.set(i, k, r.cells[j])
		}
		p.sentences = append(p.sentences, r.extent)
	}
	for _, e := range others {
		p.sentences = append(p.sentences, e)
		if e.values {
			p.unplaced = append(p.unplaced, unplaced{e.start, e.end, saidOtherwise})
		}
	}
}

// formTables are the tables of the form.
var formTables = [...]label.Table{label.Proactive, label.Requests, label.Disputes}

// saidLine tells the lines of a table that is said: those that begin with a label, a colon behind it, and have digits, and those that are a
// head of several rows alone. It gives back the labels of a row, its own and those behind marks.
func saidLine(text string, l piece) (table label.Table, found []*label.Label, isRow bool) {
	for _, table := range formTables {
		first, end := label.At(text, l.start, table)
		if first == nil || first.Table != table || end > l.end {
			continue
		}
		rest := text[label.Note(text, end):max(l.end, label.Note(text, end))]
		switch kind := first.Kind(); {
		case strings.TrimSpace(rest) == "" && (kind == label.Caption || kind == label.Corner || kind == label.RowGroup || kind == label.ColumnGroup):
			return table, nil, false
		case !strings.HasPrefix(strings.TrimSpace(rest), ":") || !strings.ContainsAny(rest, "0123456789"):
			continue
		}
		found = append(found, first)
		for i := l.start; i < l.end; i++ {
			if strings.IndexByte(",;:", text[i]) >= 0 {
				if next, _ := label.At(text, i+1, table); next != nil && next.Table == table {
					found = append(found, next)
				}
			}
		}
		return table, found, true
	}
	return label.None, nil, false
}

// without is a text with blanks in the place of stretches. It keeps its length.
func without[T any](text string, list []T, place func(T) extent) string {
	t := []byte(text)
	for _, one := range list {
		blank(t[place(one).start:place(one).end], false)
	}
	return string(t)
}
