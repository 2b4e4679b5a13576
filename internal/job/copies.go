package job

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// Marked is a copy of a checked file's workbook in which the findings are marked, remedies in the words of the face. For input
// that is no workbook, and for one that has lost cells, which nobody could fill in there, the copy is made from a fresh template.
func Marked(c Checked, word func(remedy.Remedy) string) (copied File, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	data, r, err := workbookOf(c)
	findings := c.Findings
	if err == nil && c.IsRestored() {
		data, r, err = fresh(c.Report, office.CarriedOn(c.Report))
		findings = withoutPlaces(findings)
	}
	if err != nil {
		return File{}, err
	}
	return c.copied(markedSuffix, func(w io.Writer) error {
		return workbook.Mark(w, data, remarks(findings, r, word), c.leftOpen()...)
	})
}

// copied is the copy that something writes. Where the report came in a file of another kind, what was completed for it is no change of
// anybody's: the copy counts as made from that file.
func (c Checked) copied(suffix string, write func(io.Writer) error) (File, error) {
	var out bytes.Buffer
	err := write(&out)
	if err == nil && !c.isWorkbook() {
		data := bytes.Clone(out.Bytes())
		out.Reset()
		err = workbook.MadeFrom(&out, data, c.Report.Digest())
	}
	return File{copyName(c.File, suffix), out.Bytes()}, err
}

// leftOpen says what the report was not held against.
func (c Checked) leftOpen() (sentences []string) {
	if open := c.LeftOpen(); open != "" {
		return []string{open}
	}
	return nil
}

// Mending is what is to be mended in a copy.
type Mending struct {
	Texts  bool // marks and blanks, as far as they are wrong beyond doubt
	Ledger bool // the figures on applications, by the ledger
}

// Mended is a copy of a workbook in which something was mended, and what.
type Mended struct {
	File
	Texts   []check.Change
	Figures []Taken
}

// Mend makes a copy of a checked file's workbook in which something is mended. Where there is nothing to mend, there is no copy.
// The error is one plain sentence.
func Mend(c Checked, what Mending) (m Mended, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	data, r, err := workbookOf(c)
	if err != nil {
		return Mended{}, err
	}
	var edits []workbook.Change
	if what.Texts {
		edits, m.Texts = mendTexts(r)
	}
	if what.Ledger {
		if m.Figures, err = FromLedger(r); err != nil {
			return Mended{}, err
		}
		for _, t := range m.Figures {
			edits = append(edits, t.change)
		}
	}
	if len(edits) == 0 {
		return Mended{}, nil
	}
	m.File, err = c.copied(changedSuffix, func(w io.Writer) error { return workbook.Mend(w, data, edits) })
	return m, err
}

// mendTexts are the changes that mend the texts of a workbook.
func mendTexts(r *model.Report) (edits []workbook.Change, changes []check.Change) {
	fixed, changes := check.Fix(r)
	for _, p := range r.Edition.Passages() {
		for i, was := range r.Texts[p.Key] {
			if is := fixed.Texts[p.Key][i]; is.Text != was.Text {
				edits = append(edits, workbook.Change{Key: p.Key, Paragraph: i + 1, Before: was.Text, After: is.Text})
			}
		}
	}
	for _, f := range form.Fields() {
		if was, is := r.Fields[f.Key], fixed.Fields[f.Key]; is.Text != was.Text {
			edits = append(edits, workbook.Change{Key: f.Key, Before: was.Text, After: is.Text})
		}
	}
	return edits, changes
}

// Edited is a copy of a checked file's workbook with the changes that somebody made to it, as workbook.Edit makes it; for input that is
// no workbook, of a fresh template. The error is one of workbook.Edit, whose Change says what must stand there.
func Edited(c Checked, changes []workbook.Change) (copied File, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	data, _, err := workbookOf(c)
	if err != nil {
		return File{}, err
	}
	changes = slices.Clone(changes)
	for i, change := range changes {
		if at := slices.IndexFunc(c.Findings, func(f check.Finding) bool { return f.ExplainedAs != "" && f.Number() == change.Number }); at >= 0 {
			changes[i].Was = c.Findings[at].ExplainedAs
		}
	}
	return c.copied(changedSuffix, func(w io.Writer) error { return workbook.Edit(w, data, changes) })
}

// MayReplace says whether nothing that anybody typed is lost when the copy of a checked report is written over a file: it is a copy of
// ours as it was written, or the same report stands in it, and what was written beside the report is in the new copy too.
func MayReplace(data []byte, by Checked) (may bool) {
	defer func() { may = recover() == nil && may }() // a file that cannot be read may hold anything
	r, err := workbook.Read(data)
	if err != nil {
		return false
	}
	digest := by.Report.Digest()
	if r.Copy != nil {
		digest = r.Copy.Digest
	}
	return r.Digest() == digest && by.keepsAnswers(r.Answers) && keeps(by.Report.Strays, r.Strays) && keeps(unprinted(by.Report), unprinted(r)) &&
		keeps(applications(by.Report), applications(r))
}

// applications are the rows of a report's ledger as they were typed.
func applications(r *model.Report) (rows []string) {
	if !r.HasLedger() {
		return nil
	}
	for _, row := range r.Ledger.Rows {
		typed := ""
		for _, f := range row.Cells {
			typed += f.Printed() + "\n"
		}
		rows = append(rows, typed)
	}
	return rows
}

// keepsAnswers says whether explanations are in the copy of a checked report: by the findings that they are about, or where it had them.
func (c Checked) keepsAnswers(answers []model.Answer) bool {
	kept := map[string]bool{}
	keep := func(number, text string) { kept[model.NumberOf(number)+" "+strings.TrimSpace(text)] = true }
	for _, f := range c.Findings {
		keep(f.Number(), f.Explanation)
	}
	for _, a := range c.Report.Answers {
		keep(a.Number, a.Text)
	}
	return !slices.ContainsFunc(answers, func(a model.Answer) bool { return !kept[model.NumberOf(a.Number)+" "+strings.TrimSpace(a.Text)] })
}

// unprinted is what lies in a workbook beside its cells: comments, drawings, sheets of the clerk's own.
func unprinted(r *model.Report) []model.Extra {
	return slices.DeleteFunc(slices.Clone(r.Extras), func(e model.Extra) bool { return e.Kind == model.StruckOut || e.Kind == model.Hidden })
}

// keeps says whether each of some things is among others, as often as it is there.
func keeps[T comparable](all, some []T) bool {
	left := map[T]int{}
	for _, one := range all {
		left[one]++
	}
	for _, one := range some {
		if left[one]--; left[one] < 0 {
			return false
		}
	}
	return true
}

// Follows says whether a file is an edited copy of ours that was made from a report as it stands.
func Follows(data []byte, r *model.Report) bool {
	g := peekWorkbook(opened{File: File{Data: data}})
	return g.edited() && g.from == r.Digest()
}

// IsMadeFrom says whether a file is a copy of the report in another one, as that stands now.
func IsMadeFrom(data, of []byte) bool {
	g, from := peekWorkbook(opened{File: File{Data: data}}), peekWorkbook(opened{File: File{Data: of}})
	return g.copied && from.digest != "" && g.from == from.digest
}

// Marks says whether a file is a marked copy of a report as it stands, and holds what it held.
func Marks(data []byte, r *model.Report) bool {
	g := peekWorkbook(opened{File: File{Data: data}})
	return g.copied && !g.edited() && g.made == g.from && g.from == r.Digest()
}

// Edited says of a checked report that it stands in a copy of ours, and is no longer what that held when it was made.
func (c Checked) Edited() bool { return isEdited(c.Report) }

// IsUntouchedMarked says of a checked report that it stands in a marked copy, in which nobody has changed or explained anything.
func (c Checked) IsUntouchedMarked() bool { return isUntouchedMarked(c.Report) }

func isUntouchedMarked(r *model.Report) bool {
	return r != nil && r.Copy != nil && r.Copy.Digest == r.Copy.Original && !isEdited(r) && len(r.Answers) == 0 // a mended copy says otherwise than its original
}

func isEdited(r *model.Report) bool {
	return r != nil && r.Copy != nil && r.Copy.Digest != r.Digest()
}

// workbookOf is the workbook of a checked input, and the report as it stands in there: the input itself, or a fresh template
// filled in from it, and with what is known of its unit.
func workbookOf(c Checked) (data []byte, r *model.Report, err error) {
	if c.Err != nil {
		return nil, nil, c.Err
	}
	if c.isWorkbook() {
		return c.Contents, c.Report, nil
	}
	return fresh(c.by.completed(c.Report))
}

func (c Checked) isWorkbook() bool { return opc.Tell(c.Contents) == opc.Workbook }

// completed is a report for which its file had no place for all that an office's form asks, with what the office knows of its unit, and the
// sheets that stand behind such a form. A nil receiver knows nothing.
func (k *Checker) completed(r *model.Report) (with *model.Report, behind []workbook.List) {
	behind = office.CarriedOn(r)
	if k == nil {
		return r, behind
	}
	m := county.Member{Name: r.Unit()}
	if list := k.members(); list != nil {
		if i, ok := list.Find(m.Name); ok {
			m = list.Members[i]
		}
	}
	one := *r
	if r.Field("unit.level") == "" && m.Level != "" {
		one.Fields = maps.Clone(r.Fields)
		one.Fields["unit.level"] = model.Field{Text: m.Level}
	}
	if behind == nil && r.Indicators == nil {
		behind = k.County.LaidInto(&one, m)
	}
	return &one, behind
}

// fresh is a report in a workbook of its own.
func fresh(of *model.Report, behind []workbook.List) (data []byte, r *model.Report, err error) {
	var b bytes.Buffer
	if _, err := workbook.Write(&b, of, workbook.Options{Lists: behind}); err != nil {
		return nil, nil, err
	}
	r, err = workbook.Read(b.Bytes())
	return b.Bytes(), r, err
}

// HasLost says whether a workbook lacks cells of the form.
func HasLost(r *model.Report) bool {
	return len(r.Lost) > 0 || slices.ContainsFunc(r.Edition.Cells(), func(c form.Cell) bool { return r.Figure(c.Key).State == model.Missing })
}

// IsRestored says whether the marked copy of a report is made from a fresh template because its workbook has lost cells. What else lies in
// that workbook is not in the copy.
func (c Checked) IsRestored() bool { return c.Report.InWorkbook() && HasLost(c.Report) }

// withoutPlaces are findings on a workbook whose cells stand elsewhere by now.
func withoutPlaces(findings []check.Finding) (list []check.Finding) {
	for _, f := range findings {
		f.Cells = slices.Clone(f.Cells)
		for i := range f.Cells {
			if f.Cells[i].Key != "" {
				f.Cells[i].Place = model.Place{}
			}
		}
		list = append(list, f)
	}
	return list
}

// remarks makes notes of findings, those that weigh most first. Their places are looked up in the report as it stands in the
// workbook. Of those that are told together only the first is listed, for all of them.
func remarks(findings []check.Finding, r *model.Report, word func(remedy.Remedy) string) []workbook.Note {
	placed := byWeight(findings)
	for i, f := range placed {
		if len(f.Cells) > 0 {
			placed[i].Cells = slices.Clone(f.Cells)
			placed[i].Cells[f.At].Place = placeOf(f, r)
		}
	}
	folded := verdict.Outcome{Report: r, Findings: placed}.Folded(verdict.Options{Word: word})
	var notes []workbook.Note
	for i, f := range placed {
		n := workbook.Note{
			Colour: colourOf(f), Level: f.Level.String(), Number: f.Number(), Rule: check.NameOf(f.Rule),
			Text: worded(f, word), Reasons: strings.Join(f.Hints, ""),
			Answerable: f.Level == check.Query || f.Explanation != "", Explanation: f.Explanation, ExplainedAs: f.ExplainedAs,
		}
		n.Due, n.Found = f.InColumns()
		if len(f.Cells) > 0 {
			n.Place = f.Where().Place
		}
		if f.Text != nil && f.Text.Words != "" && n.Found == "" {
			n.Found = f.Text.Words
		}
		if sentence, ok := folded[i]; ok {
			n.Together, n.Unlisted = sentence, sentence == ""
		}
		notes = append(notes, n)
	}
	return notes
}

func placeOf(f check.Finding, r *model.Report) model.Place {
	if len(f.Cells) == 0 {
		return model.Place{}
	}
	at := f.Where()
	if at.Place.Sheet != "" {
		return at.Place
	}
	if v, ok := r.Figures[at.Key]; ok {
		return v.Place
	}
	if field, ok := r.Fields[at.Key]; ok {
		return field.Place
	}
	if paragraphs := r.Texts[at.Key]; f.Text != nil && 0 < f.Text.Paragraph && f.Text.Paragraph <= len(paragraphs) {
		return paragraphs[f.Text.Paragraph-1].Place
	}
	return model.Place{}
}

func colourOf(f check.Finding) workbook.Colour { return ColourFor(f.Level, f.Explanation) }

// ColourFor is the colour of findings of a level, and of those that are explained.
func ColourFor(level check.Level, explanation string) workbook.Colour {
	switch {
	case explanation != "":
		return workbook.Green
	case level == check.Fatal:
		return workbook.Red
	case level == check.Query:
		return workbook.Orange
	}
	return workbook.Blue
}
