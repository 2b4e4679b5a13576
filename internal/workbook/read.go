package workbook

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/formula"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// Read reads a filled workbook. Cells are found by their defined names, never by where they stand. Nothing is judged:
// what is no number stays the text that it is, for the checks to report. An error is only for a file that cannot be read as
// a form at all: an opc.Error, or one of those in errors.go.
func Read(data []byte) (*model.Report, error) {
	in, err := readBook(data)
	if err != nil {
		return nil, err
	}
	return in.report, nil
}

// readBook is Read that keeps where everything stands.
func readBook(data []byte) (*reader, error) {
	b, err := spreadsheet.Open(data)
	if err != nil {
		return nil, err
	}
	in := newReader(b)
	return in, in.read()
}

func newReader(b *spreadsheet.Book) *reader {
	return &reader{book: b, named: placesByName(b), taken: map[string]map[cellref.Position]bool{}, homes: map[string][]form.Key{}, adding: map[form.Key]spreadsheet.Cell{}}
}

// textAreas lists where on a sheet the texts stand.
func (in *reader) textAreas(part string) (areas []cellref.Area) {
	for _, p := range in.report.Edition.Passages() {
		for _, s := range in.spansOf(p.Key) {
			if s.sheet.Part == part {
				areas = append(areas, s.area)
			}
		}
	}
	return areas
}

// read reads the book into a report.
func (in *reader) read() error {
	if err := in.readForm(); err != nil {
		return err
	}
	for _, step := range []func() error{in.noteSheets, in.readStrays, in.readLedger, in.readExtras} {
		if err := step(); err != nil {
			return err
		}
	}
	in.report.Copy, in.report.Summed, in.report.Carried = copiedAs(in.book), isSummed(in.book), in.carried()
	in.report.ByLabels = in.byLabels
	if len(in.byLabels) > 0 {
		in.report.SavedBy = application(in.book)
	}
	return nil
}

// readForm reads what was typed into the form's cells, and nothing of what stands beside them.
func (in *reader) readForm() error {
	e, err := in.edition()
	if err != nil {
		return err
	}
	if err := in.locate(e); err != nil {
		return err
	}
	in.report = model.New(e)
	for _, step := range []func() error{in.readFields, in.readTexts, in.readFigures, in.readAnswers, in.readIndicators, in.readStocks} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// reader reads one book into one report.
type reader struct {
	book   *spreadsheet.Book
	named  map[string][]span // by lower-case name
	report *model.Report
	taken  map[string]map[cellref.Position]bool // cells that were read, by part
	homes  map[string][]form.Key                // what stands on a sheet, by part: see unitHome

	prints map[form.Key][]string         // what printed gave
	adding map[form.Key]spreadsheet.Cell // totals that were added up anew, whatever result was stored

	adopted  []string   // names that are gone, and whose places were found all the same, in lower case
	byLabels []form.Key // those whose names are gone, and which were found all the same
}

// span is an area on a sheet.
type span struct {
	sheet *spreadsheet.Sheet
	area  cellref.Area
}

// placesByName finds what each defined name stands for; a name whose cells are gone stands for nothing.
// When a clerk copies a sheet, the copy gets names of its own: they count only where the workbook's own name is gone.
// Where some names are given, only those are looked for.
func placesByName(b *spreadsheet.Book, only ...string) map[string][]span {
	places := map[string][]span{}
	if only == nil {
		places = make(map[string][]span, len(b.Defined))
	}
	for _, wide := range []bool{true, false} {
		for _, n := range b.Defined {
			name := strings.ToLower(n.Name)
			if (n.Sheet < 0) == wide && places[name] == nil && (only == nil || slices.Contains(only, name)) {
				places[name] = spansIn(b, n.RefersTo)
			}
		}
	}
	return places
}

// maxSpans is how many areas a name or a total's formula may refer to; what goes beyond refers to nothing.
const maxSpans = 50

func spansIn(b *spreadsheet.Book, refersTo string) []span {
	if len(refersTo) > formula.MaxLength {
		return nil
	}
	var spans []span
	for rest := strings.TrimPrefix(refersTo, "="); rest != ""; {
		name, after, ok := cutSheet(rest)
		cells, others, _ := strings.Cut(after, ",")
		a, isArea := cellref.ParseArea(strings.TrimRight(cells, blank))
		if !ok || !isArea || len(spans) == maxSpans {
			return nil
		}
		sheet := b.SheetNamed(name)
		if sheet == nil {
			return nil
		}
		spans = append(spans, span{sheet, a})
		rest = others
	}
	return spans
}

const blank = "\t\n\f\r "

// cutSheet cuts a reference behind the name of its sheet, which stands in quotation marks or not.
func cutSheet(reference string) (name, cells string, ok bool) {
	reference = strings.TrimLeft(reference, blank)
	quoted, isQuoted := strings.CutPrefix(reference, "'")
	if !isQuoted {
		name, cells, ok = strings.Cut(reference, "!")
		return name, cells, ok && name != "" && !strings.Contains(name, "'")
	}
	for end := 0; ; end += len("''") {
		next := strings.IndexByte(quoted[end:], '\'')
		if next < 0 {
			return "", "", false
		}
		if end += next; !strings.HasPrefix(quoted[end:], "''") {
			cells, ok = strings.CutPrefix(quoted[end:], "'!")
			return strings.ReplaceAll(quoted[:end], "''", "'"), cells, ok && end > 0
		}
	}
}

// leastKeys is how many of an edition's keys a workbook must have that does not say which edition it is.
const leastKeys = 20

// edition finds out which edition of the form the workbook is.
func (in *reader) edition() (*form.Edition, error) {
	_, cell, _, err := in.first(editionName)
	if err != nil {
		return nil, err
	}
	e, err := editionOf(strings.TrimSpace(in.book.Text(cell)), in.named)
	if errors.Is(err, ErrForeign) {
		anchors := slices.Collect(maps.Values(anchorsIn(in.book)))
		if slices.Contains(anchors, SlipList) {
			return nil, ErrSlip
		}
		if propertyIn(in.book, sealProperty) != "" {
			return nil, ErrLists
		}
		if e := labelledEdition(in.book); e != nil {
			return e, nil
		}
		if len(anchors) > 0 { // some program dropped the property
			return nil, ErrLists
		}
	}
	return e, err
}

// editionOf is an edition by its id; where that is blank, the one of which the workbook has most keys.
func editionOf(id string, named map[string][]span) (*form.Edition, error) {
	if id != "" {
		if e, known := form.ByID(id); known {
			return e, nil
		}
		return nil, UnknownEditionError{id}
	}
	var best *form.Edition
	most := leastKeys - 1
	for _, e := range form.Editions() {
		if n := namedCells(e, named); n > most {
			best, most = e, n
		}
	}
	if best == nil {
		return nil, ErrForeign
	}
	return best, nil
}

// spansOf is what a key's name stands for, none for a name that is gone.
func (in *reader) spansOf(k form.Key) []span {
	var room [64]byte // keys are shorter
	return in.named[string(k.AppendDefinedName(room[:0]))]
}

// first is the first cell of a name; the zero cell if there is nothing in it.
func (in *reader) first(name string) (at span, c spreadsheet.Cell, found bool, err error) {
	return in.firstOf(in.named[name])
}

func (in *reader) firstOf(spans []span) (at span, c spreadsheet.Cell, found bool, err error) {
	if len(spans) == 0 {
		return span{}, spreadsheet.Cell{}, false, nil
	}
	at = span{spans[0].sheet, cellref.Between(spans[0].area.From, spans[0].area.From)}
	g, err := in.book.Grid(at.sheet.Part)
	if err != nil {
		return span{}, spreadsheet.Cell{}, false, err
	}
	return at, g.At(at.area.From), true, nil
}

// take is the one cell of a key, and notes that it was read. What stands in further cells of the same name is a stray.
func (in *reader) take(k form.Key, home form.Key) (c spreadsheet.Cell, place model.Place, found bool, err error) {
	at, c, found, err := in.firstOf(in.spansOf(k))
	if err != nil || !found {
		return spreadsheet.Cell{}, model.Place{}, false, err
	}
	in.note(at.sheet, at.area.From, home)
	return c, at.place(at.area.From), true, nil
}

func (in *reader) note(s *spreadsheet.Sheet, p cellref.Position, home form.Key) {
	if in.taken[s.Part] == nil {
		in.taken[s.Part] = map[cellref.Position]bool{}
	}
	in.taken[s.Part][p] = true
	if !slices.Contains(in.homes[s.Part], home) {
		in.homes[s.Part] = append(in.homes[s.Part], home)
	}
}

// noteSheets notes which sheets explain and check, where they hold no cell of the form.
func (in *reader) noteSheets() error {
	for _, one := range []struct {
		name string
		home form.Key
	}{{editionName, guideHome}, {answersNumber, checkHome}} {
		if spans := in.named[one.name]; len(spans) > 0 && in.homes[spans[0].sheet.Part] == nil {
			in.note(spans[0].sheet, spans[0].area.From, one.home)
		}
	}
	return nil
}

func (s span) place(p cellref.Position) model.Place {
	return model.Place{Sheet: s.sheet.Name, Ref: p.String()}
}

func (in *reader) readFields() error {
	for _, f := range form.Fields() {
		c, place, found, err := in.take(f.Key, unitHome)
		if err != nil {
			return err
		}
		if !found {
			if _, named := in.named[f.Key.DefinedName()]; named || !f.Later {
				in.report.Lost = append(in.report.Lost, f.Key)
			}
			continue
		}
		if in.report.Fields[f.Key], err = fieldIn(in.book, f.Key, c, place); err != nil {
			return err
		}
	}
	return nil
}

// fieldIn reads a part of the unit's data.
func fieldIn(b *spreadsheet.Book, k form.Key, c spreadsheet.Cell, place model.Place) (model.Field, error) {
	text, unread := wordsIn(b, c, k == "report.date")
	switch {
	case len(text)+len(unread.Stored) > budget.Entry:
		return model.Field{}, spreadsheet.LongTextError{Place: place.String()}
	case !b.SpendText(text):
		return model.Field{}, MuchTextError{place.Sheet}
	case unread.IsUnread():
		return model.Field{Text: text, Place: place, Unread: unread}, nil
	}
	return model.ReadField(text, place), nil
}

// paragraphsIn reads the paragraphs in a cell.
func paragraphsIn(b *spreadsheet.Book, c spreadsheet.Cell, place model.Place) ([]model.Paragraph, error) {
	text, unread := wordsIn(b, c, false)
	if !b.SpendText(text) {
		return nil, MuchTextError{place.Sheet}
	}
	if unread.IsUnread() {
		return []model.Paragraph{{Text: text, Place: place, Unread: unread}}, nil
	}
	list := model.SplitParagraphs(text, place)
	if len(list) > 1 && !b.Spend(budget.Text, (len(list)-1)*budget.Piece) {
		return nil, MuchTextError{place.Sheet}
	}
	return list, nil
}

func (in *reader) readTexts() error {
	for _, p := range in.report.Edition.Passages() {
		if at, _, found, err := in.first(lengthName(p)); err != nil {
			return err
		} else if found {
			in.note(at.sheet, at.area.From, p.Key)
		}
		spans := in.spansOf(p.Key)
		if len(spans) == 0 {
			in.report.Lost = append(in.report.Lost, p.Key)
			continue
		}
		for i, s := range spans {
			g, err := in.book.Grid(s.sheet.Part)
			if err != nil {
				return err
			}
			in.note(s.sheet, s.area.From, p.Key)
			for _, c := range g.Cells {
				if !s.area.Contains(c.At) || slices.ContainsFunc(spans[:i], func(o span) bool { return o.sheet == s.sheet && o.area.Contains(c.At) }) {
					continue
				}
				in.note(s.sheet, c.At, p.Key)
				paragraphs, err := paragraphsIn(in.book, c, s.place(c.At))
				if err != nil {
					return err
				}
				in.report.Texts[p.Key] = append(in.report.Texts[p.Key], paragraphs...)
			}
		}
	}
	return nil
}
