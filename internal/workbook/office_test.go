package workbook

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// The workbooks in testdata were really filled in and saved by other programs; see the README there.
func TestFilledByOtherPrograms(t *testing.T) {
	for _, name := range sample.Workbooks(t) {
		t.Run(name, func(t *testing.T) {
			_, report, _ := strings.Cut(name, "-") // behind the program's name
			r := read(t, sample.Workbook(t, name))
			assertSame(t, sample.Report(t, report), r)
			assert.Empty(t, r.Extras, "all its sheets are ours")
		})
	}
}

// everyKey gives each field, figure and text of an edition something of its own; totals add up.
func everyKey(e *form.Edition) *model.Report {
	r := model.New(e)
	for _, f := range form.Fields() {
		r.Fields[f.Key] = model.Field{Text: "0" + f.Label + " = <&>"}
	}
	r.Fields["report.year"] = model.Field{Text: "2024"}
	r.Fields["report.date"] = model.Field{Text: "2025-01-20"}
	parts := sums(e)
	for i, c := range e.Cells() {
		switch {
		case c.Total:
		case c.Measure == form.Amount:
			r.Figures[c.Key] = model.ParseFigure(c.Measure, "5.2万元")
		case c.Measure == form.Fee:
			r.Figures[c.Key] = model.ParseFigure(c.Measure, "11384.8489")
		case c.Measure == form.Change:
			r.Figures[c.Key] = model.NumberValue(decimal.NewFromInt(int64(-i)))
		default:
			r.Figures[c.Key] = model.NumberValue(decimal.NewFromInt(int64(1000 + 37*i)))
		}
	}
	for _, k := range inOrder(e, parts) {
		r.Figures[k] = (&reader{report: r}).sum(parts[k])
	}
	for _, p := range e.Passages() {
		for _, text := range []string{"（一）" + p.Label, "=1+1", "“引号”<b>&amp;", "{{本年新收}}件", "𬇹  末段"} {
			r.Texts[p.Key] = append(r.Texts[p.Key], model.Paragraph{Text: text})
		}
	}
	return r
}

func TestFilledByOpenpyxlAndSavedByLibreOffice(t *testing.T) {
	sample.Need(t, "soffice", "openpyxl")
	dir := t.TempDir()
	var files []string
	for _, e := range form.Editions() {
		blank, report, filled := filepath.Join(dir, "blank.xlsx"), filepath.Join(dir, "report.json"), filepath.Join(dir, e.ID+".xlsx")
		require.NoError(t, os.WriteFile(blank, written(t, model.New(e), Options{}), 0o600))
		json, err := os.Create(report)
		require.NoError(t, err)
		require.NoError(t, exchange.Write(json, everyKey(e)))
		require.NoError(t, json.Close())
		sample.Run(t, "openpyxl", sample.Path(t, "testdata/workbooks/fill_openpyxl.py"), blank, report, filled)
		files = append(files, filled)
	}
	saved := sample.Convert(t, "xlsx", files...)
	for _, e := range form.Editions() {
		for _, file := range []string{filepath.Join(dir, e.ID+".xlsx"), filepath.Join(saved, e.ID+".xlsx")} {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			assertSame(t, everyKey(e), read(t, data))
		}
	}
}

var result = regexp.MustCompile(`</f><v>[^<]*</v>`)

// TestLibreOfficeComputesTheSame takes the results of all formulas out of workbooks and lets LibreOffice compute them: every
// total, every mark on the sheet 校验 and the verdict must come out as the program wrote them.
func TestLibreOfficeComputesTheSame(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice")
	reports := map[string]*model.Report{
		"blank-2019": model.New(edition(t, "2019")), "blank-2021": model.New(edition(t, "2021")),
		"full-2019": everyKey(edition(t, "2019")), "full-2021": everyKey(edition(t, "2021")),
		"random-2019": random(edition(t, "2019"), 1), "random-2021": random(edition(t, "2021"), 2),
	}
	for _, name := range []string{"a-town-2022", "b-district-2022", "d-town-2020", "f-county-2023", "g-stress-2025"} {
		reports[name] = sample.Report(t, name)
	}
	broken := sample.Report(t, "b-district-2022") // a column that does not add up, and the total column with it
	broken.Figures["requests.granted.natural_person"] = model.NumberValue(decimal.NewFromInt(99))
	delete(broken.Figures, "requests.granted.total")
	delete(broken.Figures, "requests.total.total")
	broken.Figures["proactive.rules.issued"] = model.NumberValue(decimal.NewFromInt(2))
	broken.Figures["proactive.rules.repealed"] = model.NumberValue(decimal.NewFromInt(-1))
	broken.Figures["requests.received.other"] = model.NumberValue(decimal.RequireFromString("0.5"))
	reports["broken"] = broken

	dir := t.TempDir()
	originals := map[string][]byte{}
	var files []string
	for name, r := range reports {
		originals[name] = written(t, r, Options{})
		file := filepath.Join(dir, name+".xlsx")
		require.NoError(t, os.WriteFile(file, sample.Rezip(t, originals[name], func(_, content string) string {
			return result.ReplaceAllString(content, "</f>")
		}), 0o600))
		files = append(files, file)
	}
	saved := sample.Convert(t, "xlsx", files...)
	marks := map[string]int{}
	for name := range reports {
		data, err := os.ReadFile(filepath.Join(saved, name+".xlsx"))
		require.NoError(t, err)
		ours, err := spreadsheet.Open(originals[name])
		require.NoError(t, err)
		theirs, err := spreadsheet.Open(data)
		require.NoError(t, err)
		formulas := 0
		for _, s := range ours.Sheets {
			want, err := ours.Grid(s.Part)
			require.NoError(t, err)
			got, err := theirs.Grid(theirs.SheetNamed(s.Name).Part)
			require.NoError(t, err)
			for _, c := range want.Cells {
				if !c.Computed {
					continue
				}
				formulas++
				marks[c.Value]++
				assert.Equal(t, ours.Text(c), theirs.Text(got.At(c.At)), "%s: %s %s =%s", name, s.Name, c.At, c.Formula)
			}
		}
		assert.Greater(t, formulas, 200, name)
		assertSame(t, plainly(read(t, originals[name])), plainly(read(t, data)))
	}
	for _, mark := range []string{rightMark, wrongMark, openMark, incompleteHint, columnsHint, "✓ 数字全部相符"} {
		assert.Positive(t, marks[mark], "no workbook shows %s", mark)
	}
}

// plainly drops the zeros at the end of decimals, which no spreadsheet keeps.
func plainly(r *model.Report) *model.Report {
	for k, v := range r.Figures {
		v.Number, _ = decimal.NewFromString(v.Number.String())
		r.Figures[k] = v
	}
	return r
}
