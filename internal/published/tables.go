package published

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/published/grid"
	"nianbao/internal/published/page"
	"nianbao/internal/published/slots"
)

// tables is what the tables of a page say.
type tables struct {
	figures  map[form.Key]figure
	labels   []wording
	unplaced []unplaced
	lines    []placedLine
	beside   []placedLine // rows of the page's tables above and below those of the form's
	editions []string     // for every word that only one edition has, the edition's id
	found    []string     // the keys of the tables that were found
	flat     []string     // the keys of those that were read out of lines of text
	reshaped []string     // the keys of those that were laid out in another shape
	pieced   bool         // labels were pieced together by where their letters stand
	tooLong  bool         // the lines of the page, so that no table was looked for in them
}

// readTables reads the tables of a page, those with cells first and then those that a copy made lines of, and gives back what is left:
// the paragraphs, and where the tables stood.
func (p *Publication) readTables(from *page.Page) []item {
	p.tables.figures, p.tables.pieced = map[form.Key]figure{}, from.Pieced
	var pieces []piece
	var list []*page.Table
	var at []int
	for i, b := range from.Blocks {
		if b.Table != nil {
			list, at = append(list, b.Table), append(at, i)
		}
	}
	read := grid.Read(list)
	p.tables.takeGrid(read, from.Blocks, at)
	p.tables.takeSlots(list, read, from.Blocks, at)
	next := 0
	for i, b := range from.Blocks {
		one := piece{Block: b, at: i}
		if b.Table != nil {
			one.tables = read.Tables[next]
			next++
		}
		if len(one.tables) == 0 {
			p.takeTitleBeside(b)
		}
		pieces = append(pieces, one)
	}
	pieces = p.tables.readFlat(pieces)
	if from.Lines {
		joined := joinLines(pieces)
		p.pieced = p.pieced || len(joined) < len(pieces)
		pieces = joined
	} else {
		pieces = joinBroken(pieces)
	}
	var items []item
	notes := p.tables.notes(at)
	for _, one := range pieces {
		if one.Table == nil {
			items = append(items, paragraphsOf(one)...)
			continue
		}
		for _, h := range read.Headings {
			if at[h.At.Table] == one.at {
				items = append(items, item{kind: page.Heading, text: chinese.Unspaced(h.Text), place: one.Place, block: one.at, spare: true})
			}
		}
		if len(one.tables) == 0 {
			items = append(items, item{kind: one.Kind, table: otherTable, cells: cellsOf(one.Table), place: one.Place, block: one.at})
		}
		below := notes[one.at]
		for _, t := range one.tables {
			items = append(items, item{kind: one.Kind, table: t.Key(), place: one.Place, block: one.at})
		}
		for _, text := range below {
			items = append(items, item{text: text, place: one.Place, block: one.at})
		}
	}
	return items
}

// notes are, by the block of a table of the page, the texts of the rows below it that are notes on it, and so stand behind it in the report.
func (t *tables) notes(at []int) map[int][]string {
	texts := map[int][]string{}
	t.beside = slices.DeleteFunc(t.beside, func(l placedLine) bool {
		text := l.Text()
		isNote := !l.Above && chinese.IsNote(text)
		if isNote {
			texts[at[l.At.Table]] = append(texts[at[l.At.Table]], text)
		}
		return isNote
	})
	return texts
}

// cellsOf is what stands in the cells of a table, on one line.
func cellsOf(t *page.Table) string {
	var texts []string
	for _, c := range t.Cells {
		if text := chinese.Unspaced(c.Text); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " ")
}

// takeGrid takes what was read from tables with cells, which stand at some blocks.
func (t *tables) takeGrid(read grid.Reading, blocks []page.Block, at []int) {
	place := func(key string, p grid.Place) string {
		sheet, row := cmp.Or(p.Sheet, blocks[at[p.Table]].Place), fmt.Sprintf("第%d行", p.Row)
		if before := piecesBefore(read, key, p.Table); sheet == "" && before > 0 { // the rows of each piece are counted anew
			row = fmt.Sprintf("第%d截第%d行", before+1, p.Row)
		}
		return placeOf(sheet, key, row)
	}
	for _, f := range read.Figures {
		t.figures[f.Key] = figure{f.Text, place(tableOf(f.Key), f.At), f.Doubt}
	}
	for _, w := range read.Labels {
		t.labels = append(t.labels, wording{w.Label, w.Printed, w.At.Table})
	}
	for _, u := range read.Unplaced {
		t.unplaced = append(t.unplaced, unplaced{u.Table.Key(), u.Text, place(u.Table.Key(), u.At), u.Why, u.At.Table})
	}
	for _, l := range read.Lines {
		t.lines = append(t.lines, placedLine{l, place(l.Table.Key(), l.At)})
	}
	for _, l := range read.Beside {
		t.beside = append(t.beside, placedLine{l, place(l.Table.Key(), l.At)})
	}
	t.editions = append(t.editions, read.Editions...)
	for _, keys := range read.Tables {
		for _, k := range keys {
			t.find(k.Key())
		}
	}
}

// piecesBefore is how many tables of the page before one hold something of a table of the form, by its key.
func piecesBefore(read grid.Reading, key string, before int) (pieces int) {
	for _, tables := range read.Tables[:min(before, len(read.Tables))] {
		if slices.ContainsFunc(tables, func(t label.Table) bool { return t.Key() == key }) {
			pieces++
		}
	}
	return pieces
}

// otherShape is why what was read by takeSlots may have been read wrong.
const otherShape = "与规定的样子不同，是按行名和列名读的"

// takeSlots reads a table of the form that was laid out in another shape, on its side, in two pieces or with a row for each kind: by what stands
// above each cell and to its left, where that tells all of its figures.
func (t *tables) takeSlots(list []*page.Table, read grid.Reading, blocks []page.Block, at []int) {
	missing := t.withoutFigures()
	var sheets []slots.Sheet
	var from []int // the tables of the page that they are
	for i, one := range list {
		if !slices.ContainsFunc(read.Figures, func(f grid.Figure) bool { return f.At.Table == i }) {
			sheets, from = append(sheets, slots.Sheet{Table: one}), append(from, i)
		}
	}
	if len(missing) == 0 || len(sheets) == 0 {
		return
	}
	editions := form.Editions()
	found := slots.Read(sheets, slots.Asked{Edition: cmp.Or(t.edition(), editions[len(editions)-1])})
	for _, key := range missing {
		of := wholeTable(found, key)
		if of == nil {
			continue
		}
		table, _ := label.TableOf(key)
		isOf := map[int]bool{} // which of the page's tables it is
		for _, s := range of {
			i := from[s.Sheet]
			t.figures[s.Key] = figure{s.Text, placeOf(blocks[at[i]].Place, key, fmt.Sprintf("第%d行", s.Row+1)), "表格" + otherShape}
			if !slices.Contains(read.Tables[i], table) {
				read.Tables[i] = append(read.Tables[i], table)
			}
			isOf[i] = true
		}
		// what was said of them as of the end of another table, or as of one table where they are pieces of it, is not so
		isWrong := func(at int, as label.Table) bool { return isOf[at] && (as != table || len(isOf) > 1) }
		t.lines = slices.DeleteFunc(t.lines, func(l placedLine) bool { return isWrong(l.At.Table, l.Table) })
		t.labels = slices.DeleteFunc(t.labels, func(w wording) bool { return isWrong(w.from, w.label.Table) })
		t.beside = slices.DeleteFunc(t.beside, func(l placedLine) bool { return isWrong(l.At.Table, l.Table) })
		t.find(key)
		t.reshaped = append(t.reshaped, key)
		t.unplaced = slices.DeleteFunc(t.unplaced, func(u unplaced) bool { return slices.Contains(read.Tables[u.from], table) })
	}
}

// wholeTable are the cells for the figures of a table of the form, none where one is missing: those behind it may have moved.
func wholeTable(found slots.Reading, key string) (of []slots.Slot) {
	has := map[form.Key]bool{}
	for _, s := range found.Slots {
		if tableOf(s.Key) == key {
			of, has[s.Key] = append(of, s), true
		}
	}
	if slices.ContainsFunc(found.Edition.Cells(), func(c form.Cell) bool { return c.Table == key && !has[c.Key] }) {
		return nil
	}
	return of
}

func (t *tables) find(key string) {
	if !slices.Contains(t.found, key) {
		t.found = append(t.found, key)
	}
}

// withoutFigures are the keys of the form's tables of which no figure was read.
func (t *tables) withoutFigures() (keys []string) {
	read := map[string]bool{}
	for k := range t.figures {
		read[tableOf(k)] = true
	}
	for _, s := range sections() {
		if s.Table != nil && !read[s.Table.Key] {
			keys = append(keys, s.Table.Key)
		}
	}
	return keys
}

// placeOf tells a place on the page: 第3页 表三 第7行.
func placeOf(sheet, table, row string) string {
	parts := []string{sheet, "", row}
	for _, s := range sections() {
		if s.Table != nil && s.Table.Key == table {
			parts[1] = "表" + s.Numeral
		}
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// edition is the one that most of the words that tell are of; nil if none do.
func (t *tables) edition() *form.Edition {
	counts := map[string]int{}
	for _, id := range t.editions {
		counts[id]++
	}
	var best *form.Edition
	for _, e := range form.Editions() {
		if n := counts[e.ID]; n > 0 && (best == nil || n >= counts[best.ID]) {
			best = e
		}
	}
	return best
}
