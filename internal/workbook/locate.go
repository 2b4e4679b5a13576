package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Some programs drop the names of cells, or rename a sheet without the names that speak of it; and who cuts a figure out and pastes
// it elsewhere takes its name along. Then cells are found by what the template prints around them: a figure by the labels of its
// row and column, a field by its label, a text by the note above it. Nothing is found by where it stands, and what is not certain
// stays lost.

// locate finds the places of names that stand for nothing, or for the place of another, and says for which keys it did.
func (in *reader) locate(e *form.Edition) error {
	keys := allKeys(e)
	doubled := in.doubled(keys)
	lost := func(k form.Key) bool { return len(in.named[strings.ToLower(k.DefinedName())]) == 0 }
	if doubled == nil && !slices.ContainsFunc(keys, lost) {
		return nil
	}
	found, err := in.book.labelled(e)
	if err != nil {
		return err
	}
	for _, k := range doubled {
		name := strings.ToLower(k.DefinedName())
		if at, ok := found[name]; !ok || at.area.from != in.named[name][0].area.from || at.sheet != in.named[name][0].sheet {
			delete(in.named, name)
		}
	}
	in.adopt(keys, found)
	return nil
}

// doubled lists the keys whose names stand for one cell.
func (in *reader) doubled(keys []form.Key) (doubled []form.Key) {
	type cell struct {
		sheet *bookSheet
		at    position
	}
	first := map[cell]form.Key{}
	for _, k := range keys {
		spans := in.named[strings.ToLower(k.DefinedName())]
		if len(spans) == 0 {
			continue
		}
		at := cell{spans[0].sheet, spans[0].area.from}
		if other, ok := first[at]; ok {
			doubled = append(doubled, other, k)
		} else {
			first[at] = k
		}
	}
	return doubled
}

// adopt takes over the places that were found for names which stand for nothing, but for those that another name stands for,
// and for names whose cells were deleted: what stands there now is something else.
func (in *reader) adopt(keys []form.Key, found map[string]span) {
	deleted := map[string]bool{}
	for _, n := range in.book.names {
		if strings.Contains(n.refersTo, "#REF!") {
			deleted[strings.ToLower(n.name)] = true
		}
	}
	taken := map[span]bool{}
	for _, spans := range in.named {
		for _, s := range spans {
			taken[s] = true
		}
	}
	take := func(name string) bool {
		name = strings.ToLower(name)
		at, ok := found[name]
		if !ok || taken[at] || deleted[name] || len(in.named[name]) > 0 {
			return false
		}
		in.named[name] = []span{at}
		in.adopted = append(in.adopted, name)
		return true
	}
	for _, k := range keys {
		if take(k.DefinedName()) {
			in.byLabels = append(in.byLabels, k)
		}
	}
	for _, p := range form.Editions()[0].Passages() {
		take(lengthName(p))
	}
	for _, name := range []string{editionName, textsName, answersNumber, answersText, findingsNumber, findingsText} {
		take(name)
	}
}

// allKeys lists the keys of an edition: fields, texts, figures.
func allKeys(e *form.Edition) (keys []form.Key) {
	for _, f := range form.Fields() {
		keys = append(keys, f.Key)
	}
	for _, p := range e.Passages() {
		keys = append(keys, p.Key)
	}
	for _, c := range e.Cells() {
		keys = append(keys, c.Key)
	}
	return keys
}

// bearsTitles tells whether a sheet begins with the heading of a section, without reading further: a foreign workbook may be large.
func (b *book) bearsTitles() bool {
	headings := map[string]bool{}
	for _, e := range form.Editions() {
		for _, s := range e.Sections {
			headings[s.Heading()] = true
		}
	}
	for _, s := range b.sheets {
		if s.part == "" {
			continue
		}
		first := map[position]stored{}
		if err := b.peekCells(s.part, []position{{1, 1}}, first); err == nil && headings[strings.TrimSpace(b.text(first[position{1, 1}]))] {
			return true
		}
	}
	return false
}

// labelledEdition is the edition of which most figures are found by their labels, nil if those are few.
func (b *book) labelledEdition() (best *form.Edition) {
	if !b.bearsTitles() {
		return nil
	}
	most := leastKeys - 1
	for _, e := range form.Editions() {
		found, err := b.labelled(e)
		if err != nil {
			return nil // too large for a form of ours, or damaged
		}
		n := 0
		for _, c := range e.Cells() {
			if _, ok := found[strings.ToLower(c.Key.DefinedName())]; ok {
				n++
			}
		}
		if n > most {
			best, most = e, n
		}
	}
	return best
}

// labelled finds the places of an edition's keys by what is printed around them, by lower-case name.
func (b *book) labelled(e *form.Edition) (map[string]span, error) {
	p, err := draw(model.New(e), false)
	if err != nil {
		return nil, err
	}
	l := &locator{book: b, plan: p, found: map[string]span{}, tables: map[form.Key]*bookSheet{}}
	for i := range b.sheets {
		if b.sheets[i].part == "" {
			continue
		}
		g, err := b.grid(b.sheets[i].part)
		if err != nil {
			return nil, err
		}
		l.sheets = append(l.sheets, labelledSheet{&b.sheets[i], g.cells})
	}
	l.findPrinted()
	for _, s := range p.tableSections() {
		l.findTable(s)
	}
	l.findFields()
	l.findTexts()
	l.findAnswers()
	return l.found, nil
}

// locator finds places by labels.
type locator struct {
	book   *book
	plan   *plan
	sheets []labelledSheet
	found  map[string]span
	tables map[form.Key]*bookSheet // by the key of the section's text
}

// labelledSheet is a sheet and its cells, without the list of what the template prints.
type labelledSheet struct {
	*bookSheet
	cells []stored
}

func (l *locator) put(name string, s *bookSheet, a area) {
	l.found[strings.ToLower(name)] = span{s, a}
}

// choose is the one of several sheets that has at least the given part of what was looked for: the one with the template's name
// for it, or the only one. Where a copy was made and the name changed, none is.
func (l *locator) choose(name string, hits []int, of int) (at int, ok bool) {
	const least = 0.6
	var good []int
	for i, n := range hits {
		if float64(n) < least*float64(of) || n == 0 {
			continue
		}
		if strings.EqualFold(l.sheets[i].name, name) {
			return i, true
		}
		good = append(good, i)
	}
	if len(good) != 1 {
		return 0, false
	}
	return good[0], true
}

// labelAt is a label and where it is printed.
type labelAt struct {
	at   position
	look look
	text string
}

// findTable finds the figures of a section's table.
func (l *locator) findTable(section form.Section) {
	var keys []form.Key
	for _, c := range l.plan.report.Edition.Cells() {
		if c.Table == section.Table.Key {
			keys = append(keys, c.Key)
		}
	}
	drawn := l.plan.places[keys[0]].sheet
	var labels []labelAt
	isLabel := map[string]bool{}
	for _, c := range drawn.cells {
		if text := strings.TrimSpace(c.content.text); text != "" && (c.look == captionLook || c.look == headLook || c.look == rowHeadLook) {
			labels = append(labels, labelAt{c.at, c.look, text})
			isLabel[text] = true
		}
	}
	fits := make([]map[position]position, len(l.sheets))
	hits := make([]int, len(l.sheets))
	for i, s := range l.sheets {
		var there []labelAt
		for _, c := range s.cells {
			if text := strings.TrimSpace(l.book.text(c)); isLabel[text] {
				there = append(there, labelAt{at: c.at, text: text})
			}
		}
		fits[i] = matchRows(labels, there)
		hits[i] = len(fits[i])
	}
	i, ok := l.choose(drawn.name, hits, len(labels))
	if !ok {
		return
	}
	l.tables[section.Text.Key] = l.sheets[i].bookSheet
	for _, k := range keys {
		if at, ok := placeOf(l.plan.places[k].area.from, labels, fits[i]); ok {
			l.put(k.DefinedName(), l.sheets[i].bookSheet, area{at, at})
		}
	}
}

// placeOf is where a figure stands: in the row of its row's label and the column of its column's head. A figure without a label
// in its row stands as far below its head as the template has it.
func placeOf(drawn position, labels []labelAt, moved map[position]position) (at position, ok bool) {
	var head, beside *labelAt
	for i := range labels {
		switch one := &labels[i]; {
		case one.look == headLook && one.at.col == drawn.col && one.at.row < drawn.row && (head == nil || one.at.row > head.at.row):
			head = one
		case one.look == rowHeadLook && one.at.row == drawn.row && one.at.col < drawn.col && (beside == nil || one.at.col > beside.at.col):
			beside = one
		}
	}
	if head == nil {
		return position{}, false
	}
	top, ok := moved[head.at]
	if !ok {
		return position{}, false
	}
	if beside == nil {
		return position{top.col, top.row + drawn.row - head.at.row}, true
	}
	left, ok := moved[beside.at]
	return position{top.col, left.row}, ok && left.row > top.row && left.col < top.col
}

// matchRows finds the rows of labels again among the rows of labels on a sheet, in their order: the longest common sequence of
// rows that read the same. It tells where each label of those stands.
func matchRows(drawn, there []labelAt) map[position]position {
	a, b := rowsOf(drawn), rowsOf(there)
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if longest[i][j] = max(longest[i+1][j], longest[i][j+1]); sameTexts(a[i], b[j]) {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	moved := map[position]position{}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case sameTexts(a[i], b[j]) && longest[i][j] == longest[i+1][j+1]+1:
			for n := range a[i] {
				moved[a[i][n].at] = b[j][n].at
			}
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return moved
}

// rowsOf gathers labels, given in any order, by their rows.
func rowsOf(labels []labelAt) (rows [][]labelAt) {
	labels = slices.Clone(labels)
	slices.SortStableFunc(labels, func(a, b labelAt) int {
		if a.at.row != b.at.row {
			return a.at.row - b.at.row
		}
		return a.at.col - b.at.col
	})
	for i, one := range labels {
		if i == 0 || labels[i-1].at.row != one.at.row {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], one)
	}
	return rows
}

func sameTexts(a, b []labelAt) bool {
	return slices.EqualFunc(a, b, func(x, y labelAt) bool { return x.text == y.text })
}

// findFields finds the unit's data, each to the right of its label.
func (l *locator) findFields() {
	fields := form.Fields()
	at := make([]map[string]position, len(l.sheets))
	hits := make([]int, len(l.sheets))
	for i, s := range l.sheets {
		at[i] = map[string]position{}
		for _, c := range s.cells {
			text := strings.TrimSpace(l.book.text(c))
			if _, seen := at[i][text]; !seen && slices.ContainsFunc(fields, func(f form.Field) bool { return f.Label == text }) {
				at[i][text] = c.at
			}
		}
		hits[i] = len(at[i])
	}
	i, ok := l.choose(unitSheet, hits, len(fields))
	if !ok {
		return
	}
	for _, f := range fields {
		if label, ok := at[i][f.Label]; ok {
			l.put(f.Key.DefinedName(), l.sheets[i].bookSheet, area{label.right(1), label.right(1)})
		}
	}
}

// findTexts finds the columns of paragraphs: below a head that stands below the passage's note, or below that note.
func (l *locator) findTexts() {
	for _, section := range l.plan.report.Edition.Sections {
		if section.Table != nil {
			l.findText(section.Text, section.Heading(), l.tables[section.Text.Key])
		} else {
			l.findText(section.Text, "正文", nil)
		}
	}
	l.findText(l.plan.report.Edition.Passages()[0], "正文", nil)
}

// findText finds one column. The note of a table's text is the same for all tables: it counts on the table's own sheet, or where the
// heads of the columns are the headings of sections.
func (l *locator) findText(p form.Passage, head string, own *bookSheet) {
	var places []span
	for _, s := range l.sheets {
		heads := l.heads(s, head)
		for _, c := range s.cells {
			if !strings.HasPrefix(strings.TrimSpace(l.book.text(c)), p.Note) {
				continue
			}
			top, ok := heads[c.at.row+1]
			if !ok && s.bookSheet == own {
				top, ok = c.at, true
			}
			if ok {
				below := area{position{top.col, top.row + 1}, position{top.col, maxRow}}
				places = append(places, span{s.bookSheet, below})
			}
		}
	}
	if len(places) == 1 {
		l.put(p.Key.DefinedName(), places[0].sheet, places[0].area)
	}
}

// heads finds the first cell of each row that holds a head.
func (l *locator) heads(s labelledSheet, head string) map[int]position {
	heads := map[int]position{} // by row
	for _, c := range s.cells {
		if _, seen := heads[c.at.row]; !seen && strings.TrimSpace(l.book.text(c)) == head {
			heads[c.at.row] = c.at
		}
	}
	return heads
}

// findPrinted finds the list of what the template prints, by the first home in it, which stands in the first row. All labels are in it,
// but none of them stands for anything there.
func (l *locator) findPrinted() {
	for i := range l.sheets {
		s := &l.sheets[i]
		for _, c := range s.cells {
			if c.at.row == 1 && slices.ContainsFunc(l.plan.sheets, func(drawn *sheet) bool { return string(drawn.home) == c.value }) {
				list := area{c.at, position{c.at.col + 1, maxRow}}
				l.put(textsName, s.bookSheet, list)
				s.cells = slices.DeleteFunc(slices.Clone(s.cells), func(c stored) bool { return list.contains(c.at) })
				return
			}
		}
	}
}

// findAnswers finds the clerk's answers below their heads, which on the sheet of a marked copy stand beside those of the findings,
// the counts of characters beside the texts that were found, and the edition.
func (l *locator) findAnswers() {
	for _, s := range l.sheets {
		number := map[int]position{} // by row
		marked := map[int]bool{}
		for _, c := range s.cells {
			switch text := strings.TrimSpace(l.book.text(c)); {
			case text == "编号":
				number[c.at.row] = c.at
			case text == "级别":
				marked[c.at.row] = true
			case text == editionLabel:
				at := c.at.right(1)
				l.put(editionName, s.bookSheet, area{at, at})
			case strings.HasPrefix(c.formula, lengthFormula):
				l.putLength(s.bookSheet, c.at)
			}
		}
		for _, c := range s.cells {
			left, ok := number[c.at.row]
			if !ok || strings.TrimSpace(l.book.text(c)) != "说明" {
				continue
			}
			names := [2]string{answersNumber, answersText}
			if marked[c.at.row] {
				names = [2]string{findingsNumber, findingsText}
			}
			for i, col := range []int{left.col, c.at.col} {
				l.put(names[i], s.bookSheet, area{position{col, c.at.row + 1}, position{col, maxRow}})
			}
		}
	}
}

func (l *locator) putLength(s *bookSheet, at position) {
	for _, p := range l.plan.report.Edition.Passages() {
		if text, ok := l.found[strings.ToLower(p.Key.DefinedName())]; ok && text.sheet == s {
			l.put(lengthName(p), s, area{at, at})
		}
	}
}
