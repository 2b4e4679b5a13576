package published

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
	"nianbao/internal/published/grid"
	"nianbao/internal/published/label"
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

// figure is the text of a cell, and where it was read.
type figure struct {
	text, place, doubt string
}

// wording is a label that is printed otherwise than prescribed.
type wording struct {
	label   *label.Label
	printed string
	from    int // which of the page's tables; -1 for its lines
}

// unplaced is what stands where figures are due and has no place.
type unplaced struct {
	table            string // its key
	text, place, why string
	from             int // which of the page's tables; -1 for its lines
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
		return placeOf(cmp.Or(p.Sheet, blocks[at[p.Table]].Place), key, fmt.Sprintf("第%d行", p.Row))
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

// fill gives a report the figures of a section's table, and tells what of it was not found.
func (t *tables) fill(r *model.Report, s form.Section) (doubts []string) {
	table := s.Table
	switch found := slices.Contains(t.found, table.Key); {
	case !found && t.tooLong:
		doubts = append(doubts, "没有找到“"+table.Title+"”：文字太多，没有逐行查找，表里的数没有核对")
	case !found:
		doubts = append(doubts, "没有找到“"+table.Title+"”，表里的数没有核对")
	case slices.Contains(t.reshaped, table.Key):
		doubts = append(doubts, "“"+table.Title+"”"+otherShape+"，请对照原件")
	}
	wordings := t.wordings(r.Edition, table)
	altered, besides := t.hold(r.Edition, s)
	for _, w := range altered {
		if !slices.ContainsFunc(wordings, func(o model.Wording) bool { return o.Prescribed == w.Prescribed && o.Printed == w.Printed }) {
			wordings = append(wordings, w)
		}
	}
	for _, l := range t.beside {
		if l.Table.Key() == table.Key {
			besides = append(besides, model.Beside{Kind: model.SurplusRow, Key: s.Text.Key, Text: l.Text(), Place: l.place})
		}
	}
	ofOthers, told := t.ofOtherEditions(r.Edition, s)
	doubts = append(doubts, told...)
	r.Printed.Besides = append(append(r.Printed.Besides, besides...), ofOthers...)
	r.Printed.Labels = append(r.Printed.Labels, wordings...)
	const mostTold = 5
	for _, w := range wordings[:min(mostTold, len(wordings))] {
		doubts = append(doubts, fmt.Sprintf("“%s”的“%s”写成了“%s”，报告里仍用规定的写法", table.Title, w.Prescribed, w.Printed))
	}
	if more := len(wordings) - mostTold; more > 0 {
		doubts = append(doubts, fmt.Sprintf("“%s”还有%d处行名、列名与规定的不同", table.Title, more))
	}
	for _, b := range besides[:min(mostTold, len(besides))] {
		doubts = append(doubts, fmt.Sprintf("%s多出%s“%s”，填报表里没有地方放，没有取回", b.Place, b.Kind, chinese.Shortened(b.Text, longestFurniture)))
	}
	if more := len(besides) - mostTold; more > 0 {
		doubts = append(doubts, fmt.Sprintf("“%s”还多出%d处，没有取回", table.Title, more))
	}
	for _, slot := range table.Grid().Slots {
		if slot.Cell == nil {
			continue
		}
		v := model.Value{State: model.Missing}
		place := placeOf("", table.Key, "")
		if f, ok := t.figures[slot.Cell.Key]; ok {
			v, place = f.value(slot.Cell.Measure), f.place
		}
		v.Place = model.Place{Ref: place}
		r.Figures[slot.Cell.Key] = v
	}
	doubts = append(doubts, t.missingRows(table)...)
	doubts = append(doubts, t.missingTotals(r.Edition, table)...)
	if none := leftOut(r, table.Key); len(none) > 0 {
		doubts = append(doubts, fmt.Sprintf("“%s”有%d个数没有写，从其余的数看都是0", table.Title, len(none)))
	}
	for _, u := range t.unplaced {
		if u.table == table.Key {
			doubts = append(doubts, fmt.Sprintf("%s的“%s”没有读出：%s", u.place, chinese.Shortened(strings.Join(strings.Fields(u.text), " "), longestFurniture), u.why))
		}
	}
	return doubts
}

// value is the figure as it is understood.
func (f figure) value(m form.Measure) model.Value {
	text := strings.Join(strings.Fields(f.text), " ")
	v := model.ParseFigure(m, text)
	if f.doubt == "" && spread.MatchString(strings.TrimSpace(f.text)) {
		v = model.ParseFigure(m, strings.ReplaceAll(text, " ", ""))
		v.Text, v.Repairs, f.doubt = text, append(v.Repairs, "空格"), "各位数字是隔开的，当作一个数"
	}
	v.Doubt = f.doubt
	return v
}

// spread tells a number whose digits stand apart, as where the text of a cell is spread over its width: 1 0 3 7. Where lines or columns of two
// numbers run together, one of them is 0 nearly always.
var spread = pattern.New(`^(?:[1-9]|0[ \x{3000}]\.)(?:[ \x{3000}][0-9.])+$`, " ", "\u3000")

// wordings are the labels of a table that are printed otherwise than the edition prescribes, each once.
func (t *tables) wordings(e *form.Edition, table *form.Table) (list []model.Wording) {
	for _, w := range t.labels {
		_, words, ok := w.label.In(e.ID)
		if w.label.Table.Key() != table.Key || !ok || w.label.IsAsPrescribed(w.printed, e.ID) || sameWords(w.printed, words) {
			continue
		}
		one := model.Wording{Key: firstBelow(e, table, words), Prescribed: words, Printed: chinese.Unspaced(w.printed)}
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// firstBelow is the first figure of a table that a label heads; the first of all where it heads none.
func firstBelow(e *form.Edition, table *form.Table, words string) form.Key {
	first := form.Key("")
	for _, c := range e.Cells() {
		if c.Table != table.Key {
			continue
		}
		first = cmp.Or(first, c.Key)
		for _, h := range slices.Concat(c.Row, c.Column) {
			if h.Label == words {
				return c.Key
			}
		}
	}
	return first
}

// missingTotals tells that a table is printed without the column of its totals.
func (t *tables) missingTotals(e *form.Edition, table *form.Table) []string {
	isThere := func(total bool) bool {
		return slices.ContainsFunc(e.Cells(), func(c form.Cell) bool {
			_, read := t.figures[c.Key]
			return c.Table == table.Key && read && strings.HasSuffix(string(c.Key), ".total") == total
		})
	}
	differs := slices.ContainsFunc(t.unplaced, func(u unplaced) bool { return u.table == table.Key }) // they stand twice
	if table.Key != "requests" || differs || isThere(true) || !isThere(false) {
		return nil
	}
	return []string{"“" + table.Title + "”没有“总计”这一列，总计空着"}
}

// ofOtherEditions are the rows that were read and that only other editions have: one row of 其他处理, where the form has three.
func (t *tables) ofOtherEditions(e *form.Edition, s form.Section) (besides []model.Beside, doubts []string) {
	type row struct {
		label, place string
		figures      []string
	}
	var rows []*row
	for _, other := range form.Editions() {
		for _, c := range other.Cells() {
			f, read := t.figures[c.Key]
			if _, ok := e.Cell(c.Key); ok || !read || c.Table != s.Table.Key || other == e || strings.TrimSpace(f.text) == "" {
				continue
			}
			if n := len(rows); n == 0 || rows[n-1].label != c.RowLabel() {
				rows = append(rows, &row{label: c.RowLabel(), place: f.place})
			}
			last := rows[len(rows)-1]
			last.figures = append(last.figures, chinese.Unspaced(f.text))
		}
	}
	for _, one := range rows {
		text := one.label + " " + strings.Join(one.figures, " ")
		besides = append(besides, model.Beside{Kind: model.SurplusRow, Key: s.Text.Key, Text: text, Place: one.place})
		told := fmt.Sprintf("%s的“%s”没有取回：%s的格式里没有这样一行", one.place, chinese.Shortened(text, longestFurniture), e.Span())
		if one.label == otherOfBefore {
			told += "，分成了三行，请核对后填入（分不开的，可以填在“3.其他”里）"
		}
		doubts = append(doubts, told)
	}
	return besides, doubts
}

// otherOfBefore is a row that became three.
const otherOfBefore = "（六）其他处理"

// missingRows tells the rows of a table of which no figure was found, where others were.
func (t *tables) missingRows(table *form.Table) (doubts []string) {
	const most = 5
	if !slices.Contains(t.found, table.Key) {
		return nil
	}
	for i, row := range formRows(table) {
		figures, found := 0, 0
		for _, slot := range row {
			if slot.Cell != nil {
				figures++
				if _, ok := t.figures[slot.Cell.Key]; ok {
					found++
				}
			}
		}
		if figures > 0 && found == 0 {
			doubts = append(doubts, fmt.Sprintf("“%s”第%d行（%s）没有找到，这一行的数没有核对", table.Title, i+1, row.name()))
		}
	}
	if len(doubts) > most {
		return []string{fmt.Sprintf("“%s”有%d行的数没有读出", table.Title, len(doubts))}
	}
	return doubts
}

// formRow are the slots that begin in a row of a printed table, from left to right.
type formRow []form.Slot

func formRows(t *form.Table) []formRow {
	grid := t.Grid()
	rows := make([]formRow, grid.Rows)
	for _, s := range grid.Slots {
		rows[s.Row] = append(rows[s.Row], s)
	}
	return rows
}

// name is the label by which people find the row.
func (r formRow) name() string {
	for _, s := range slices.Backward(r) {
		if s.Label != "" {
			return s.Label
		}
	}
	return "数字"
}
