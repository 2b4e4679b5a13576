package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// Some programs drop the names of cells, or rename a sheet without the names that speak of it; and who cuts a figure out and pastes
// it elsewhere takes its name along. Then cells are found by what the template prints around them: a figure by the labels of its
// row and column, a field by its label, a text by the note above it. Nothing is found by where it stands, and what is not certain
// stays lost.

// locate finds the places of names that stand for nothing, or for the place of another, and says for which keys it did.
func (in *reader) locate(e *form.Edition) error {
	keys := allKeys(e)
	doubled := in.doubled(keys)
	lost := func(k form.Key) bool {
		if len(in.spansOf(k)) > 0 {
			return false
		}
		field, _ := form.FieldByKey(k)
		return !field.Later
	}
	if doubled == nil && !slices.ContainsFunc(keys, lost) {
		return nil
	}
	found, err := labelledAs(in.book, e)
	if err != nil {
		return err
	}
	for _, k := range doubled {
		name := k.DefinedName()
		if at, ok := found[name]; !ok || at.area.From != in.named[name][0].area.From || at.sheet != in.named[name][0].sheet {
			delete(in.named, name)
		}
	}
	in.adopt(keys, found)
	return nil
}

// doubled lists the keys whose names stand for one cell.
func (in *reader) doubled(keys []form.Key) (doubled []form.Key) {
	type cell struct {
		sheet *spreadsheet.Sheet
		at    cellref.Position
	}
	first := make(map[cell]form.Key, len(keys))
	for _, k := range keys {
		spans := in.spansOf(k)
		if len(spans) == 0 {
			continue
		}
		at := cell{spans[0].sheet, spans[0].area.From}
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
	for _, n := range in.book.Defined {
		if strings.Contains(n.RefersTo, "#REF!") {
			deleted[strings.ToLower(n.Name)] = true
		}
	}
	taken := map[span]bool{}
	for _, spans := range in.named {
		for _, s := range spans {
			taken[s] = true
		}
	}
	take := func(name string) bool {
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
func allKeys(e *form.Edition) []form.Key {
	keys := make([]form.Key, 0, len(form.Fields())+len(e.Passages())+len(e.Cells()))
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
func bearsTitles(b *spreadsheet.Book) bool {
	headings := map[string]bool{}
	for _, e := range form.Editions() {
		for _, s := range e.Sections {
			headings[s.Heading()] = true
		}
	}
	for _, s := range b.Sheets {
		if s.Part == "" {
			continue
		}
		first := map[cellref.Position]spreadsheet.Cell{}
		if err := peekCells(b, s.Part, []cellref.Position{cellref.At(1, 1)}, first); err == nil && headings[strings.TrimSpace(b.Text(first[cellref.At(1, 1)]))] {
			return true
		}
	}
	return false
}

// labelledEdition is the edition of which most figures are found by their labels, nil if those are few.
func labelledEdition(b *spreadsheet.Book) (best *form.Edition) {
	if !bearsTitles(b) {
		return nil
	}
	most := leastKeys - 1
	for _, e := range form.Editions() {
		found, err := labelledAs(b, e)
		if err != nil {
			return nil // too large for a form of ours, or damaged
		}
		if n := namedCells(e, found); n > most {
			best, most = e, n
		}
	}
	return best
}

// namedCells counts the figures of an edition that are among what was found by name.
func namedCells[Place any](e *form.Edition, found map[string]Place) (n int) {
	for _, c := range e.Cells() {
		if _, ok := found[c.Key.DefinedName()]; ok {
			n++
		}
	}
	return n
}

// labelledAs finds the places of an edition's keys by what is printed around them, by lower-case name.
func labelledAs(b *spreadsheet.Book, e *form.Edition) (map[string]span, error) {
	p, err := draw(model.New(e), false)
	if err != nil {
		return nil, err
	}
	l := &locator{book: b, plan: p, found: map[string]span{}, tables: map[form.Key]*spreadsheet.Sheet{}}
	for i := range b.Sheets {
		if b.Sheets[i].Part == "" {
			continue
		}
		g, err := b.Grid(b.Sheets[i].Part)
		if err != nil {
			return nil, err
		}
		l.sheets = append(l.sheets, labelledSheet{&b.Sheets[i], g.Cells})
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
	book   *spreadsheet.Book
	plan   *plan
	sheets []labelledSheet
	found  map[string]span
	tables map[form.Key]*spreadsheet.Sheet // by the key of the section's text
}

// labelledSheet is a sheet and its cells, without the list of what the template prints.
type labelledSheet struct {
	*spreadsheet.Sheet
	cells []spreadsheet.Cell
}

func (l *locator) put(name string, s *spreadsheet.Sheet, a cellref.Area) {
	l.found[name] = span{s, a}
}

// choose is the one of several sheets that has at least the given part of what was looked for: the one with the template's name
// for it, or the only one. Where a copy was made and the name changed, none is.
func (l *locator) choose(name string, hits []int, of int) (at int, ok bool) {
	var good []int
	for i, n := range hits {
		if !areMost(n, of) {
			continue
		}
		if strings.EqualFold(l.sheets[i].Name, name) {
			return i, true
		}
		good = append(good, i)
	}
	if len(good) != 1 {
		return 0, false
	}
	return good[0], true
}

// areMost says whether so many of what a template prints are enough to know it by.
func areMost(found, of int) bool {
	const least = 0.6
	return found > 0 && float64(found) >= least*float64(of)
}

// findFields finds the unit's data, each to the right of its label, and of what explains it to the left.
func (l *locator) findFields() {
	fields := form.Fields()
	isLabel := map[string]bool{}
	for _, f := range fields {
		isLabel[f.Label] = true
		isLabel[f.Note] = f.Note != ""
	}
	at := make([]map[string][]cellref.Position, len(l.sheets))
	hits := make([]int, len(l.sheets))
	for i, s := range l.sheets {
		at[i] = map[string][]cellref.Position{}
		for _, c := range s.cells {
			if text := strings.TrimSpace(l.book.Text(c)); isLabel[text] {
				at[i][text] = append(at[i][text], c.At)
			}
		}
		for _, f := range fields {
			hits[i] += min(1, len(at[i][f.Label]))
		}
	}
	i, ok := l.choose(unitSheet, hits, len(fields))
	if !ok {
		return
	}
	for _, f := range fields {
		labels := at[i][f.Label]
		if len(labels) != 1 {
			continue
		}
		place := labels[0].Right(1)
		if explained(fields, at[i], place) {
			l.put(f.Key.DefinedName(), l.sheets[i].Sheet, cellref.Between(place, place))
		}
	}
}

// explained tells whether what explains the unit's data stands to the right of a place's column, as far as it stands there at all: else
// a column was inserted, or taken out.
func explained(fields []form.Field, at map[string][]cellref.Position, place cellref.Position) bool {
	for _, f := range fields {
		if f.Note != "" && slices.ContainsFunc(at[f.Note], func(note cellref.Position) bool { return note.Col != place.Col+1 }) {
			return false
		}
	}
	return true
}

// findTexts finds the columns of paragraphs: below a head that stands below the passage's note, or below that note.
func (l *locator) findTexts() {
	for _, section := range l.plan.report.Edition.Sections {
		if section.Table != nil {
			l.findText(section.Text, section.Heading(), l.tables[section.Text.Key])
		} else {
			l.findText(section.Text, paragraphHead, nil)
		}
	}
	l.findText(l.plan.report.Edition.Passages()[0], paragraphHead, nil)
}

// findText finds one column. The note of a table's text is the same for all tables: it counts on the table's own sheet, or where the
// heads of the columns are the headings of sections.
func (l *locator) findText(p form.Passage, head string, own *spreadsheet.Sheet) {
	var places []span
	for _, s := range l.sheets {
		heads := l.heads(s, head)
		for _, c := range s.cells {
			if !strings.HasPrefix(strings.TrimSpace(l.book.Text(c)), p.Note) {
				continue
			}
			top, ok := heads[c.At.Row+1]
			if !ok && s.Sheet == own {
				top, ok = c.At, true
			}
			if ok {
				places = append(places, span{s.Sheet, l.below(s, top)})
			}
		}
	}
	if len(places) == 1 {
		l.put(p.Key.DefinedName(), places[0].sheet, places[0].area)
	}
}

// below is the column below a head, as far as the title above the next note: who joins sheets has one text below the other.
func (l *locator) below(s labelledSheet, head cellref.Position) cellref.Area {
	last := cellref.MaxRow
	for _, c := range s.cells {
		if head.Row < c.At.Row && c.At.Row-2 < last && l.isNote(c) {
			last = max(head.Row+1, c.At.Row-2)
		}
	}
	return cellref.Between(cellref.At(head.Col, head.Row+1), cellref.At(head.Col, last))
}

// isNote tells whether a cell holds the note below the title of a sheet with figures or texts.
func (l *locator) isNote(c spreadsheet.Cell) bool {
	text := strings.TrimSpace(l.book.Text(c))
	return text == tableHint || strings.HasSuffix(text, paragraphHint) && text != paragraphHint
}

// heads finds the first cell of each row that holds a head.
func (l *locator) heads(s labelledSheet, head string) map[int]cellref.Position {
	heads := map[int]cellref.Position{} // by row
	for _, c := range s.cells {
		if _, seen := heads[c.At.Row]; !seen && strings.TrimSpace(l.book.Text(c)) == head {
			heads[c.At.Row] = c.At
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
			if c.At.Row == 1 && slices.ContainsFunc(l.plan.sheets, func(drawn *sheet) bool { return string(drawn.home) == c.Value }) {
				list := cellref.Between(c.At, cellref.At(c.At.Col+1, cellref.MaxRow))
				l.put(textsName, s.Sheet, list)
				s.cells = slices.DeleteFunc(slices.Clone(s.cells), func(c spreadsheet.Cell) bool { return list.Contains(c.At) })
				return
			}
		}
	}
}

// findAnswers finds the clerk's answers below their heads, on the sheet of the checks and on that of a marked copy's findings, the
// counts of characters beside the texts that were found, and the edition. A list of the clerk's own may have such heads, too: the
// sheets are known by their titles.
func (l *locator) findAnswers() {
	for _, s := range l.sheets {
		title := ""
		heads := map[int][]spreadsheet.Cell{} // by row
		for _, c := range s.cells {
			text := strings.TrimSpace(l.book.Text(c))
			if c.At.Row == 1 && title == "" {
				title = text
			}
			if slices.Contains(resultHeads[:], text) {
				heads[c.At.Row] = append(heads[c.At.Row], c)
			}
			if text == editionLabel {
				at := c.At.Right(1)
				l.put(editionName, s.Sheet, cellref.Between(at, at))
			}
			if strings.HasPrefix(c.Formula, lengthFormula) {
				l.putLength(s.Sheet, c.At)
			}
		}
		for row, cells := range heads {
			var words []string
			for _, c := range cells {
				words = append(words, strings.TrimSpace(l.book.Text(c)))
			}
			below := func(i int) cellref.Area {
				return cellref.Between(cellref.At(cells[i].At.Col, row+1), cellref.At(cells[i].At.Col, cellref.MaxRow))
			}
			switch {
			case title == checkSheet && slices.Equal(words, answerHeads[:]):
				l.put(answersNumber, s.Sheet, below(0))
				l.put(answersText, s.Sheet, below(1))
			case title == resultSheet && slices.Equal(words, resultHeads[:]):
				l.put(findingsNumber, s.Sheet, below(resultNumber-1))
				l.put(findingsText, s.Sheet, below(resultAnswer-1))
			}
		}
	}
}

func (l *locator) putLength(s *spreadsheet.Sheet, at cellref.Position) {
	for _, p := range l.plan.report.Edition.Passages() {
		if text, ok := l.found[p.Key.DefinedName()]; ok && text.sheet == s {
			l.put(lengthName(p), s, cellref.Between(at, at))
		}
	}
}
