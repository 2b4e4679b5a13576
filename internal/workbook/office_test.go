package workbook

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// The workbooks in testdata were really filled in and saved by other programs; see the README there.
func TestFilledByOtherPrograms(t *testing.T) {
	for file, report := range map[string]string{
		"libreoffice-b-district-2022.xlsx": "b-district-2022",
		"openpyxl-d-town-2020.xlsx":        "d-town-2020",
	} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("../../testdata/workbooks", file))
			require.NoError(t, err)
			assertSame(t, sample(t, report), read(t, data))
		})
	}
}

// office is LibreOffice, or skips the test where it is not installed; with NIANBAO_TOOLS=required it must be.
func office(t *testing.T) func(files ...string) (folder string) {
	soffice := tool(t, "LibreOffice（soffice）", func() (string, error) { return exec.LookPath("soffice") })
	profile := t.TempDir()
	return func(files ...string) string {
		out := t.TempDir()
		args := append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx", "--outdir", out}, files...)
		said, err := exec.Command(soffice, args...).CombinedOutput()
		require.NoError(t, err, "%s", said)
		return out
	}
}

// openpyxl is a Python that has openpyxl.
func openpyxl(t *testing.T) string {
	return tool(t, "openpyxl", func() (python string, err error) {
		for _, python = range []string{"python3", "/usr/bin/python3"} {
			if err = exec.Command(python, "-c", "import openpyxl").Run(); err == nil {
				break
			}
		}
		return python, err
	})
}

func tool(t *testing.T, name string, find func() (string, error)) string {
	t.Helper()
	path, err := find()
	if err != nil && os.Getenv("NIANBAO_TOOLS") == "required" {
		t.Fatalf("%s is not installed: %v", name, err)
	}
	if err != nil {
		t.Skipf("%s is not installed; NIANBAO_TOOLS=required makes this a failure", name)
	}
	return path
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
	convert, python := office(t), openpyxl(t)
	dir := t.TempDir()
	var files []string
	for _, e := range form.Editions() {
		blank, report, filled := filepath.Join(dir, "blank.xlsx"), filepath.Join(dir, "report.json"), filepath.Join(dir, e.ID+".xlsx")
		require.NoError(t, os.WriteFile(blank, written(t, model.New(e), Options{}), 0o600))
		json, err := os.Create(report)
		require.NoError(t, err)
		require.NoError(t, exchange.Write(json, everyKey(e)))
		require.NoError(t, json.Close())
		fill := exec.Command(python, "../../testdata/workbooks/fill_openpyxl.py", blank, report, filled)
		fill.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
		said, err := fill.CombinedOutput()
		require.NoError(t, err, "%s", said)
		files = append(files, filled)
	}
	saved := convert(files...)
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
	convert := office(t)
	reports := map[string]*model.Report{
		"blank-2019": model.New(edition(t, "2019")), "blank-2021": model.New(edition(t, "2021")),
		"full-2019": everyKey(edition(t, "2019")), "full-2021": everyKey(edition(t, "2021")),
		"random-2019": random(edition(t, "2019"), 1), "random-2021": random(edition(t, "2021"), 2),
	}
	for _, name := range []string{"a-town-2022", "b-district-2022", "d-town-2020", "f-county-2023", "g-stress-2025"} {
		reports[name] = sample(t, name)
	}
	broken := sample(t, "b-district-2022") // a column that does not add up, and the total column with it
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
		require.NoError(t, os.WriteFile(file, repacked(t, originals[name], func(_, content string) string {
			return result.ReplaceAllString(content, "</f>")
		}), 0o600))
		files = append(files, file)
	}
	saved := convert(files...)
	marks := map[string]int{}
	for name := range reports {
		data, err := os.ReadFile(filepath.Join(saved, name+".xlsx"))
		require.NoError(t, err)
		ours, err := openBook(originals[name])
		require.NoError(t, err)
		theirs, err := openBook(data)
		require.NoError(t, err)
		formulas := 0
		for _, s := range ours.sheets {
			want, err := ours.grid(s.part)
			require.NoError(t, err)
			got, err := theirs.grid(theirs.sheetNamed(s.name).part)
			require.NoError(t, err)
			for _, c := range want.cells {
				if !c.computed {
					continue
				}
				formulas++
				marks[c.value]++
				assert.Equal(t, ours.text(c), theirs.text(got.at(c.at)), "%s: %s %s =%s", name, s.name, c.at, c.formula)
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
