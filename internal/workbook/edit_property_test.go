package workbook

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// editable are workbooks of all kinds: ours, those that other programs saved, marked copies, with prefixes.
func editable(t *testing.T) map[string][]byte {
	files := map[string][]byte{}
	for _, name := range sample.Names(t) {
		files[name] = written(t, sample.Report(t, name), Options{})
	}
	for _, name := range sample.Workbooks(t) {
		files[name] = sample.Workbook(t, name)
	}
	for _, name := range []string{"b-district-2022", "d-town-2020"} {
		files[name+" marked"] = marked(t, files[name], someNotes(read(t, files[name]))...)
		files[name+" prefixed"] = prefixed(t, files[name])
	}
	return files
}

// edits makes up changes to a workbook, and what its report is to say behind them.
type edits struct {
	rng     *rand.Rand
	was     *model.Report
	in      *reader
	changes []Change
	want    *model.Report
}

func makeEdits(t *testing.T, data []byte, seed uint64) *edits {
	in, err := readBook(data)
	require.NoError(t, err)
	e := &edits{rng: rand.New(rand.NewPCG(seed, 1)), in: in, was: in.report, want: model.New(in.report.Edition)}
	*e.want = *in.report
	e.want.Figures, e.want.Fields, e.want.Texts = maps.Clone(e.was.Figures), maps.Clone(e.was.Fields), map[form.Key][]model.Paragraph{}
	e.want.Answers = slices.Clone(e.was.Answers)
	e.editFigures(t)
	for _, f := range form.Fields() {
		if e.rng.IntN(4) == 0 {
			after := e.pick(append([]string{"", "2025", "000123", "2026年1月20日"}, awkward...))
			e.changes = append(e.changes, Change{Key: f.Key, Before: e.was.Fields[f.Key].Text, After: after})
			e.want.Fields[f.Key] = model.ReadField(after, e.was.Fields[f.Key].Place)
		}
	}
	for _, p := range e.was.Edition.Passages() {
		e.editText(p.Key)
	}
	for i := range min(e.rng.IntN(4), len(in.named[answersText])*4) { // the first release had no place for them
		number, before := "Z000"+strconv.Itoa(i), ""
		e.changes = append(e.changes, Change{Number: number, Before: before, After: "经核实，属实。"})
		e.want.Answers = append(e.want.Answers, model.Answer{Number: number, Text: "经核实，属实。"})
	}
	e.rng.Shuffle(len(e.changes), func(i, j int) { // new paragraphs behind one keep their order
		if !e.changes[i].New && !e.changes[j].New && e.changes[i].Number+e.changes[j].Number == "" {
			e.changes[i], e.changes[j] = e.changes[j], e.changes[i]
		}
	})
	return e
}

func (e *edits) pick(of []string) string { return of[e.rng.IntN(len(of))] }

func (e *edits) editFigures(t *testing.T) {
	for _, c := range e.was.Edition.Cells() {
		_, stored, found, err := e.in.first(c.Key.DefinedName())
		require.NoError(t, err)
		if !found || stored.Computed || e.rng.IntN(3) > 0 {
			continue
		}
		after := e.pick([]string{"", "0", "3", "12", "1,234", "３件", "无", "-2", "1.5", "=1+1", "12345678901234567890", "_x0041_", "1e3", strconv.Itoa(e.rng.IntN(1e6))})
		switch c.Measure {
		case form.Amount:
			after = e.pick([]string{"", "5.2万元", "251000元", "251000", "约5万元"})
		case form.Fee:
			after = e.pick([]string{"", "0", "11384.8489", "7730.280", "0.00", "无", "0.1"})
		}
		before := e.was.Figure(c.Key).Text
		if e.rng.IntN(2) == 0 {
			before = e.was.Figure(c.Key).Printed()
		}
		e.changes = append(e.changes, Change{Key: c.Key, Before: before, After: after})
		e.want.Figures[c.Key] = model.ParseFigure(c.Measure, after)
	}
	parts := sums(e.was.Edition)
	for _, k := range inOrder(e.was.Edition, parts) {
		if _, stored, _, err := e.in.first(k.DefinedName()); err == nil && stored.Computed {
			e.want.Figures[k] = (&reader{report: e.want}).sum(parts[k])
		}
	}
}

func (e *edits) editText(k form.Key) {
	was := e.was.Texts[k]
	var texts []string
	add := func(text string) {
		for _, p := range model.SplitParagraphs(text, model.Place{}) {
			texts = append(texts, p.Text)
		}
	}
	for i := range len(was) + 1 {
		before := ""
		if i > 0 {
			before = was[i-1].Text
			switch e.rng.IntN(4) {
			case 0:
				after := e.pick(append([]string{"", " ", "甲。\n乙。"}, awkward...))
				e.changes = append(e.changes, Change{Key: k, Paragraph: i, Before: before, After: after})
				add(after)
			default:
				texts = append(texts, before)
			}
		}
		for e.rng.IntN(5) == 0 {
			after := e.pick(awkward)
			e.changes = append(e.changes, Change{Key: k, Paragraph: i, New: true, Before: before, After: after})
			add(after)
		}
	}
	for _, text := range texts {
		e.want.Texts[k] = append(e.want.Texts[k], model.Paragraph{Text: text})
	}
}

// allSaid is all that a report says, but for where it stands.
func allSaid(r *model.Report) (lines []string) {
	add := func(words ...any) { lines = append(lines, fmt.Sprintf("%q", words)) }
	for _, f := range form.Fields() {
		add(f.Key, strings.TrimSpace(r.Fields[f.Key].Text))
	}
	for _, c := range r.Edition.Cells() {
		v := r.Figure(c.Key)
		number := ""
		if v.IsNumber() {
			number = v.Number.String()
		}
		if v.State == model.Blank {
			v.Text = ""
		}
		add(c.Key, v.State, number, v.Unit)
		if v.State == model.Unreadable {
			add(v.Text)
		}
	}
	for _, p := range r.Edition.Passages() {
		for _, text := range texts(r.Texts[p.Key]) {
			add(p.Key, text)
		}
	}
	for _, s := range r.Strays {
		add("beside", s.Text, s.Place)
	}
	for _, x := range r.Extras {
		add("extra", x.Kind, x.Text, x.Place)
	}
	var answers []string
	for _, a := range r.Answers {
		answers = append(answers, a.Number+" "+a.Text)
	}
	slices.Sort(answers)
	add("answers", answers)
	return lines
}

// TestEditChangesWhatIsAskedAndNothingElse makes random changes to all kinds of workbooks.
func TestEditChangesWhatIsAskedAndNothingElse(t *testing.T) {
	t.Parallel()
	for name, data := range editable(t) {
		for seed := range uint64(sample.Times(1, 4)) {
			t.Run(fmt.Sprintf("%s-%d", name, seed), func(t *testing.T) {
				e := makeEdits(t, data, seed)
				copied := mended(t, data, e.changes...)
				assert.Equal(t, allSaid(e.want), allSaid(read(t, copied)))
				assert.Equal(t, &model.Copy{Digest: e.was.Digest(), Original: e.was.Digest()}, read(t, copied).Copy, "it is known what was edited")
				assert.True(t, bytes.Equal(copied, mended(t, data, e.changes...)), "equal input makes equal bytes")
				assertPartsUntouched(t, data, copied, e.changes)
			})
		}
	}
}

// assertPartsUntouched tells that parts are the same to the byte, but for sheets, the list of properties and what names it.
func assertPartsUntouched(t *testing.T, data, copied []byte, changes []Change) {
	before, after := sample.Unzip(t, data), sample.Unzip(t, copied)
	for name, was := range before {
		switch {
		case strings.HasPrefix(name, "xl/worksheets/sheet"), name == propertiesPart, name == "_rels/.rels", name == "[Content_Types].xml", name == "xl/workbook.xml":
		default:
			assert.True(t, was == after[name], "%s is the same to the byte", name)
		}
	}
	assert.LessOrEqual(t, len(after), len(before)+1, "only the list of properties is new")
}

// A figure and a paragraph touch their own sheets and those whose formulas follow; no others.
func TestEditTouchesNoOtherSheet(t *testing.T) {
	for _, test := range []struct {
		why     string
		change  Change
		touched []string
	}{
		{"a figure: its table and what the sheet 校验 computes of it", Change{Key: "requests.received.natural_person", Before: "26", After: "27"}, []string{"三、依申请公开", checkSheet}},
		{"a paragraph: its sheet, on which characters are counted", Change{Key: "narrative.problems", Paragraph: 1, New: true, After: "新。"}, []string{"五、问题及改进"}},
		{"a phone number", Change{Key: "unit.phone", After: "12"}, []string{unitSheet}},
		{"an explanation", Change{Number: "A1", After: "属实。"}, []string{checkSheet}},
	} {
		data := written(t, sample.Report(t, "b-district-2022"), Options{})
		r := read(t, data)
		switch {
		case test.change.Paragraph > 0:
			test.change.Before = r.Texts[test.change.Key][0].Text
		case test.change.Key != "":
			test.change.Before = r.Figures[test.change.Key].Text + r.Fields[test.change.Key].Text
		}
		before, after := sample.Unzip(t, data), sample.Unzip(t, mended(t, data, test.change))
		var touched []string
		for _, s := range mustBook(t, data).Sheets {
			if before[s.Part] != after[s.Part] {
				touched = append(touched, s.Name)
			}
		}
		assert.Equal(t, test.touched, touched, test.why)
	}
}

// LibreOffice opens what was edited, computes it, saves it: all is as it was read.
func TestEditedInLibreOffice(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice")
	folder := t.TempDir()
	var files []string
	all := editable(t)
	names := slices.Sorted(maps.Keys(all))
	for i, name := range names {
		e := makeEdits(t, all[name], 7)
		e.changes = slices.DeleteFunc(e.changes, func(c Change) bool { // what LibreOffice itself cannot keep
			return c.After == "\ufffe" || strings.Contains(c.After, "\u0001") || strings.Contains(c.After, "\t")
		})
		files = append(files, filepath.Join(folder, strconv.Itoa(i)+".xlsx"))
		require.NoError(t, os.WriteFile(files[i], mended(t, all[name], e.changes...), 0o600))
	}
	saved := sample.Convert(t, "xlsx", files...)
	compared := 0
	for i, file := range files {
		copied, err := os.ReadFile(file)
		require.NoError(t, err)
		again, err := os.ReadFile(filepath.Join(saved, filepath.Base(file)))
		require.NoError(t, err)
		assert.Equal(t, allSaid(read(t, copied)), allSaid(read(t, again)), names[i])
		assert.Equal(t, read(t, copied).Copy, read(t, again).Copy, names[i])
		compared += assertResultsAgree(t, names[i], copied, again)
	}
	assert.Greater(t, compared, 1000)
}

// LibreOffice believes results that it stored itself. What it shows of a workbook of its own that was edited must be what it computes
// where it finds no results at all.
func TestEditLeavesNoStaleResults(t *testing.T) {
	sample.Need(t, "soffice")
	folder := t.TempDir()
	data := sample.Workbook(t, "libreoffice-b-district-2022")
	var changes []Change
	r := read(t, data)
	for _, c := range r.Edition.Cells() {
		if !c.Total && r.Figure(c.Key).IsNumber() {
			changes = append(changes, Change{Key: c.Key, Before: r.Figure(c.Key).Text, After: r.Figure(c.Key).Number.Add(decimal.New(1, 0)).String()})
		}
	}
	require.Greater(t, len(changes), 100)
	copied := mended(t, data, changes...)
	bare := sample.Rezip(t, copied, func(name, content string) string { return result.ReplaceAllString(content, "</f>") })
	var files []string
	for name, data := range map[string][]byte{"edited": copied, "bare": bare} {
		files = append(files, filepath.Join(folder, name+".xlsx"))
		require.NoError(t, os.WriteFile(files[len(files)-1], data, 0o600))
	}
	saved := sample.Convert(t, "xlsx", files...)
	var books []*spreadsheet.Book
	for _, name := range []string{"edited", "bare"} {
		data, err := os.ReadFile(filepath.Join(saved, name+".xlsx"))
		require.NoError(t, err)
		books = append(books, mustBook(t, data))
	}
	compared := 0
	for i, s := range books[0].Sheets {
		edited, err := books[0].Grid(s.Part)
		require.NoError(t, err)
		computed, err := books[1].Grid(books[1].Sheets[i].Part)
		require.NoError(t, err)
		for _, c := range edited.Cells {
			if c.Computed {
				compared++
				assert.Equal(t, computed.At(c.At).Value, c.Value, "%s %s", s.Name, c.At)
			}
		}
	}
	assert.Greater(t, compared, 200)
}

// assertResultsAgree tells that results of formulas that were stored are those that LibreOffice computed, and how many they are.
func assertResultsAgree(t *testing.T, name string, copied, again []byte) (compared int) {
	b, saved := mustBook(t, copied), mustBook(t, again)
	for i, s := range b.Sheets {
		g, err := b.Grid(s.Part)
		require.NoError(t, err)
		computed, err := saved.Grid(saved.Sheets[i].Part)
		require.NoError(t, err)
		for _, c := range g.Cells {
			if !c.Computed || c.NoResult {
				continue
			}
			compared++
			assert.Equal(t, b.Text(c), saved.Text(computed.At(c.At)), "%s, %s %s", name, s.Name, c.At)
		}
	}
	return compared
}
