package workbook

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

var (
	perWriter   = flag.Int("writers", 3, "how many workbooks each program fills in for TestFilledByOtherWriters")
	writersSeed = flag.Uint64("writers-seed", 1, "what those workbooks are made up from")
)

// writer is a program that fills in workbooks as plans say, all at once, since some take seconds to start.
type writer struct {
	name  string
	needs []string
	can   abilities
	ods   bool
	fill  func(t *testing.T, plan string, fillings []*filling)
}

// writers are the programs that clerks' workbooks come from, or the libraries that stand for them.
var writers = []writer{
	{name: "openpyxl", needs: []string{"openpyxl"}, can: abilities{bare: true}, fill: func(t *testing.T, plan string, _ []*filling) {
		sample.Run(t, "openpyxl", sample.Path(t, "testdata/writers/fill_openpyxl.py"), plan)
	}},
	{name: "LibreOffice", needs: []string{"soffice", "uno"}, can: abilities{insert: true, formulas: true, escapes: true}, fill: fillInLibreOffice},
	{name: "LibreOffice, ods between", needs: []string{"soffice", "uno"}, can: abilities{insert: true, formulas: true, escapes: true, noTabs: true}, ods: true, fill: fillInLibreOffice},
	{name: "excelize", can: abilities{insert: true}, fill: fillInExcelize},
	{name: "exceljs", needs: []string{"node", "exceljs"}, can: abilities{formulas: true, bare: true, halves: true}, fill: fillByScript("exceljs")},
	{name: "SheetJS", needs: []string{"node", "xlsx"}, can: abilities{formulas: true, bare: true}, fill: fillByScript("sheetjs")},
}

func fillInLibreOffice(t *testing.T, plan string, _ []*filling) {
	sample.Run(t, "uno", sample.Path(t, "testdata/writers/fill_libreoffice.py"), sample.Program(t, "soffice"), plan)
}

func fillByScript(library string) func(*testing.T, string, []*filling) {
	return func(t *testing.T, plan string, _ []*filling) {
		sample.Run(t, "node", sample.Path(t, "testdata/writers/fill.mjs"), library, plan)
	}
}

func fillInExcelize(t *testing.T, _ string, fillings []*filling) {
	for _, f := range fillings {
		book, err := excelize.OpenFile(f.Blank)
		require.NoError(t, err)
		for _, in := range f.Insert {
			require.NoError(t, book.InsertRows(in.Sheet, in.Row, in.Count))
		}
		for _, c := range f.Cells {
			switch c.Kind {
			case "number":
				n, err := decimal.NewFromString(c.Value)
				require.NoError(t, err)
				require.NoError(t, book.SetCellValue(c.Sheet, c.Cell, n.InexactFloat64()))
			case "date":
				day, err := time.Parse(time.DateOnly, c.Value)
				require.NoError(t, err)
				require.NoError(t, book.SetCellValue(c.Sheet, c.Cell, day))
				format := "yyyy-mm-dd"
				style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
				require.NoError(t, err)
				require.NoError(t, book.SetCellStyle(c.Sheet, c.Cell, c.Cell, style))
			case "rich":
				require.NoError(t, book.SetCellRichText(c.Sheet, c.Cell, []excelize.RichTextRun{{Text: c.Parts[0], Font: &excelize.Font{Bold: true}}, {Text: c.Parts[1]}}))
			default:
				require.NoError(t, book.SetCellStr(c.Sheet, c.Cell, c.Value))
			}
		}
		for _, m := range f.Move {
			others := slices.DeleteFunc(book.GetSheetList(), func(name string) bool { return name == m.Sheet })
			require.NoError(t, book.MoveSheet(m.Sheet, others[min(m.To, len(others)-1)]))
		}
		require.NoError(t, book.SaveAs(f.Out))
	}
}

// TestFilledByOtherWriters has other programs fill in our blank workbooks as a seeded plan says, and holds what is read against
// what was typed. `bash bench/writers` does so with many.
func TestFilledByOtherWriters(t *testing.T) {
	sample.Long(t)
	folder := t.TempDir()
	blanks := map[*form.Edition]*spreadsheet.Book{}
	for _, e := range form.Editions() {
		data := written(t, model.New(e), Options{})
		require.NoError(t, os.WriteFile(filepath.Join(folder, e.ID+".xlsx"), data, 0o600))
		var err error
		blanks[e], err = spreadsheet.Open(data)
		require.NoError(t, err)
	}
	for n, w := range writers {
		t.Run(w.name, func(t *testing.T) {
			sample.Need(t, w.needs...)
			var fillings []*filling
			for i := range *perWriter {
				e := form.Editions()[i%len(form.Editions())]
				f := fill(*writersSeed, uint64(n*1_000_000+i), e, blanks[e], w.can)
				f.Blank, f.Out, f.ODS = filepath.Join(folder, e.ID+".xlsx"), filepath.Join(folder, fmt.Sprintf("%d-%d.xlsx", n, i)), w.ods
				fillings = append(fillings, f)
			}
			plan := filepath.Join(folder, "plan.json")
			text, err := json.Marshal(fillings)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(plan, text, 0o600))
			w.fill(t, plan, fillings)
			var all comparison
			for i, f := range fillings {
				data, err := os.ReadFile(f.Out)
				require.NoError(t, err)
				r, err := Read(data)
				require.NoError(t, err, "workbook %d", i)
				one := compare(f, r)
				for _, d := range one.differences {
					t.Errorf("workbook %d: %s", i, d)
				}
				all.add(one)
			}
			t.Logf("| %s | %d | %d | %d | %d | %d |", w.name, len(fillings), all.typed, all.lost, all.changed, all.added)
			assert.Positive(t, all.typed)
		})
	}
}

// comparison counts what was typed, and what of it is not read, is read as something else, or is read though nobody typed it.
type comparison struct {
	typed, lost, changed, added int
	differences                 []string
}

func (c *comparison) add(o comparison) {
	c.typed, c.lost, c.changed, c.added = c.typed+o.typed, c.lost+o.lost, c.changed+o.changed, c.added+o.added
}

// hold compares one thing, which is "" where there is none.
func (c *comparison) hold(what, want, got string) {
	if want != "" {
		c.typed++
	}
	switch {
	case want == got:
		return
	case got == "":
		c.lost++
	case want == "":
		c.added++
	default:
		c.changed++
	}
	c.differences = append(c.differences, fmt.Sprintf("%s: typed %.200q, read %.200q", what, want, got))
}

func compare(f *filling, r *model.Report) (c comparison) {
	c.hold("edition", f.edition.ID, r.Edition.ID)
	for _, field := range form.Fields() {
		c.hold(string(field.Key), strings.TrimSpace(f.fields[field.Key]), strings.TrimSpace(r.Fields[field.Key].Text))
	}
	for _, cell := range f.edition.Cells() {
		c.hold(string(cell.Key), f.expected(cell), described(r.Figure(cell.Key)))
	}
	for _, p := range f.edition.Passages() {
		want, got := f.texts[p.Key], texts(r.Texts[p.Key])
		for i := range max(len(want), len(got)) {
			c.hold(fmt.Sprintf("%s, paragraph %d", p.Key, i+1), nth(want, i), nth(got, i))
		}
	}
	for _, s := range r.Strays {
		c.hold("outside the form, "+s.Place.String(), "", s.Text)
	}
	for _, k := range r.Lost {
		c.hold("place of "+string(k), "there", "")
	}
	return c
}

func nth(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return ""
}

// expected is what a figure must be read as, in the words of described; a total adds up what was typed.
func (f *filling) expected(cell form.Cell) string {
	v, filled := f.figures[cell.Key]
	if cell.Total {
		v.number, filled = f.total(cell.Key)
	}
	switch {
	case !filled:
		return ""
	case v.text != "":
		return "no number: " + v.text
	}
	return v.number.String() + v.unit
}

func (f *filling) total(k form.Key) (sum decimal.Decimal, filled bool) {
	for _, part := range f.edition.Parts(k) {
		v, typed := f.figures[part]
		if f.edition.Parts(part) != nil {
			v.number, typed = f.total(part)
		}
		if typed && v.text == "" {
			sum, filled = sum.Add(v.number), true
		}
	}
	return sum, filled
}

func described(v model.Value) string {
	switch v.State {
	case model.Number:
		return v.Number.String() + v.Unit
	case model.Unreadable:
		return "no number: " + v.Text
	case model.Missing:
		return "no cell"
	default:
		return ""
	}
}
