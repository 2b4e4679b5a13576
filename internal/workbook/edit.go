package workbook

import (
	"errors"
	"fmt"
	"io"
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

// Change is one thing that is to stand otherwise in a filled workbook: a figure, also one of an indicator, a part of the unit's data, a paragraph, or the
// explanation of a finding.
type Change struct {
	Key       form.Key // of the figure, the part of the unit's data, or the text; "" for an explanation
	Paragraph int      // of a text: which of its paragraphs, counted from 1
	New       bool     // a new paragraph behind that one; behind 0, in front of all others
	Number    string   // 编号 of the finding that is explained
	Was       string   // the one that the explanation stands under so far, where that is another
	Before    string   // what stands there by what was read, and for a new paragraph in the one before; spaces around it do not count
	After     string   // as a clerk would type it; "" clears the cell, or takes the paragraph or the explanation away
}

// Edit writes a copy of a workbook with the changes that somebody made to it, of which no two are of the same thing. What reads as a
// figure becomes a number with its own digits; cells keep their look, but for a number format that would show something else than what
// was typed. A text's new paragraph goes into a free cell of its own if there is one at its place, else on a line of its own into the
// cell before; an explanation into the row that has its 编号, else into the first free one of the sheet 校验.
//
// Results of formulas that follow from what was changed are computed as far as they are sums, else left to the spreadsheet. All
// other parts of the file are the same to the byte. Equal input makes equal bytes. The copy says of itself that it is one, as an
// edited one does that a clerk typed into: see model.Copy. One that was edited before stays a copy of what that was made from.
//
// The errors are those of Read, and sentences that name the place: that something else stands there by now, that it is a total which
// adds itself up, that there is no room. Then nothing is written.
func Edit(w io.Writer, data []byte, list []Change) error {
	e, _, err := carryOut(data, list)
	if err != nil {
		return err
	}
	was := e.in.report
	made := model.Copy{Digest: was.Digest(), Original: was.Digest()}
	if c := was.Copy; c != nil && c.Digest != made.Digest {
		made = *c // one change after the other: nobody has the copies in between
	}
	return e.writeCopy(w, made)
}

// Mend is Edit for what the program mended by itself: the copy is one that nobody typed into.
func Mend(w io.Writer, data []byte, list []Change) error {
	e, now, err := carryOut(data, list)
	if err != nil {
		return err
	}
	return e.writeCopy(w, model.Copy{Digest: now.Digest(), Original: e.in.report.Digest()})
}

// carryOut makes the changes, and reads what comes of them.
func carryOut(data []byte, list []Change) (e *editing, now *model.Report, err error) {
	in, err := readBook(data)
	if err != nil {
		return nil, nil, err
	}
	in.book.Budget = budget.New() // each reading has its own
	c, err := changesTo(in.book)
	if err != nil {
		return nil, nil, err
	}
	e = &editing{changes: c, in: in, typed: map[cellAt]*entered{}, sheets: map[string]*worksheet{}, want: wantedOf(in.report)}
	list = slices.Clone(list)
	for i := range list {
		list[i].After = strings.ToValidUTF8(list[i].After, "\uFFFD") // as cells hold it
		if err := e.take(list[i]); err != nil {
			return nil, nil, err
		}
	}
	for _, step := range []func() error{func() error { return e.addParagraphs(list) }, e.recalculate, e.write} {
		if err := step(); err != nil {
			return nil, nil, err
		}
	}
	now, err = e.readAgain()
	return e, now, err
}

// editing is a workbook while it is edited.
type editing struct {
	*changes
	in         *reader
	typed      map[cellAt]*entered
	results    map[cellAt]formula.Worth // of formulas that follow from what was typed
	sheets     map[string]*worksheet    // by part
	stylesheet *stylesheet              // nil before a style was added
	want       wanted
}

// cellAt is a cell of a sheet.
type cellAt struct {
	part string
	at   cellref.Position
}

// entered is what is typed into a cell.
type entered struct {
	content
	place  model.Place
	figure model.Notation // how a figure is written; nil for what is none
	lines  []mending      // what is changed in the cell's own text, in the place of a content
	grows  bool           // the row grows with it
}

// ErrOtherNow says that something else stands there than the page shows: it was changed since, in another window.
var ErrOtherNow = errors.New("里写的和校验时不同")

var (
	errAddsUp     = errors.New("是用公式算的合计，不能在这里改，请改它的各项")
	errSharedRule = errors.New("和别的格共用一个公式，不能在这里改，请在填报表里改")
	errStruckOut  = errors.New("里有划掉的字，不能在这里改，请在填报表里改")
	errNoRoom     = errors.New("没有可以另写一段的空格，请在填报表里加")
	errUnsure     = errors.New("这份填报表和生成时差得太多，在这里改会改错，请在填报表里改")
)

// lostError says that the workbook has no place for something any more.
func lostError(label string) error {
	return fmt.Errorf("填报表里写“%s”的格已经不在了，请换一份新的填报表，把内容填进去后再试", label)
}

// wrongAt is an error with its place.
func wrongAt(place model.Place, err error) error { return fmt.Errorf("%s%w", place, err) }

// stands tells whether what a page shows of a cell is what stands there.
func stands(before string, now ...string) bool {
	return slices.ContainsFunc(now, func(text string) bool { return strings.TrimSpace(text) == strings.TrimSpace(before) })
}

// take takes one change, but for new paragraphs, which are added when it is known what becomes of the others.
func (e *editing) take(c Change) error {
	r := e.in.report
	if c.Key == "" {
		return e.explain(c)
	}
	if name, ok := model.IndicatorOf(c.Key); ok {
		return e.takeIndicator(c, name)
	}
	if cell, ok := r.Edition.Cell(c.Key); ok {
		return e.takeFigure(c, cell)
	}
	if field, ok := form.FieldByKey(c.Key); ok {
		return e.takeField(c, field)
	}
	for _, p := range r.Edition.Passages() {
		if p.Key == c.Key {
			return e.takeParagraph(c, p)
		}
	}
	return fmt.Errorf("workbook: the form has no %q", c.Key)
}

func (e *editing) takeFigure(c Change, cell *form.Cell) error {
	v, ok := e.in.report.Figures[c.Key]
	if !ok || v.State == model.Missing {
		return lostError(cell.Name())
	}
	spot, stored, err := e.find(v.Place)
	switch {
	case err != nil:
		return err
	case cell.Total && stored.Computed:
		return wrongAt(v.Place, errAddsUp)
	case !stands(c.Before, v.Text, v.Printed()):
		return wrongAt(v.Place, ErrOtherNow)
	}
	is := model.ParseFigure(cell.Measure, c.After)
	e.want.figures[c.Key] = is
	return e.put(spot, entered{content: contentOf(is), place: v.Place, figure: cell.Measure})
}

func (e *editing) takeField(c Change, field form.Field) error {
	f, ok := e.in.report.Fields[c.Key]
	if !ok {
		return lostError(field.Label)
	}
	spot, _, err := e.find(f.Place)
	switch {
	case err != nil:
		return err
	case !stands(c.Before, f.Text):
		return wrongAt(f.Place, ErrOtherNow)
	}
	e.want.fields[c.Key] = model.ReadField(c.After, f.Place)
	return e.put(spot, entered{content: fieldContent(c.Key, c.After), place: f.Place, grows: true})
}

// put types into a cell, which was not yet typed into.
func (e *editing) put(spot cellAt, t entered) error {
	if e.typed[spot] != nil {
		return wrongAt(t.place, ErrOtherNow)
	}
	if err := fit(t.text, t.place.String()); err != nil {
		return err
	}
	e.typed[spot] = &t
	return nil
}

// find finds a place as it is stored.
func (e *editing) find(p model.Place) (cellAt, spreadsheet.Cell, error) {
	ref, ok := cellref.Parse(p.Ref)
	s := e.book.SheetNamed(p.Sheet)
	if !ok || s == nil {
		return cellAt{}, spreadsheet.Cell{}, spreadsheet.ErrDamaged
	}
	g, err := e.book.Grid(s.Part)
	if err != nil {
		return cellAt{}, spreadsheet.Cell{}, err
	}
	return cellAt{s.Part, ref}, g.At(ref), nil
}

// readAgain reads the form as it is now, and makes sure that it says what it is to say, and nothing else than it did. Only sheets
// whose cells were changed are parsed again.
func (e *editing) readAgain() (*model.Report, error) {
	now := newReader(e.book.Again(e.formParts()))
	if err := now.readForm(); err != nil {
		return nil, err
	}
	if !e.want.holds(now.report) {
		return nil, errUnsure
	}
	return now.report, nil
}

// formParts are the sheets on which something was typed, or stands that a report is read from. What formulas come to elsewhere is not
// read.
func (e *editing) formParts() map[string]bool {
	parts := map[string]bool{}
	for spot := range e.typed {
		parts[spot.part] = true
	}
	for _, k := range allKeys(e.in.report.Edition) {
		for _, s := range e.in.named[k.DefinedName()] {
			parts[s.sheet.Part] = true
		}
	}
	return parts
}

// wanted is what a report is to say once it was edited.
type wanted struct {
	figures    map[form.Key]model.Value // but for those that follow from others
	fields     map[form.Key]model.Field
	texts      map[form.Key][]string
	answers    map[string]string // by number, in upper case
	indicators []model.Given
}

func wantedOf(r *model.Report) wanted {
	w := wanted{maps.Clone(r.Figures), maps.Clone(r.Fields), map[form.Key][]string{}, map[string]string{}, slices.Clone(r.Indicators)}
	for k, paragraphs := range r.Texts {
		for _, p := range paragraphs {
			w.texts[k] = append(w.texts[k], p.Printed())
		}
	}
	for _, a := range r.Answers {
		w.answers[strings.ToUpper(a.Number)] = a.Text
	}
	return w
}

// holds tells whether a report says what it is to say.
func (w wanted) holds(now *model.Report) bool {
	for _, c := range now.Edition.Cells() {
		want, held := w.figures[c.Key]
		if is := now.Figure(c.Key); held && (want.State != is.State || want.Printed() != is.Printed()) {
			return false
		}
	}
	for _, f := range form.Fields() {
		if w.fields[f.Key].Printed() != now.Fields[f.Key].Printed() {
			return false
		}
	}
	is := wantedOf(now)
	return maps.EqualFunc(w.texts, is.texts, slices.Equal) && maps.Equal(w.answers, is.answers) && saysSameOf(w.indicators, is.indicators)
}
