package job_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// checkSheetAsCSV is LibreOffice's filter for the eleventh sheet, 校验, as it is seen. It is written in half the time of a workbook.
const checkSheetAsCSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,11"

// The sheet 校验, as LibreOffice calculates it, says the same as the program: equation by equation, and in its verdict.
// It is tried on the sample reports and on 50 of them with a single figure changed.
func TestCheckSheetAgreesWithCheck(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice")
	folder := t.TempDir()
	var files []string
	add := func(name string, r *model.Report) {
		var b bytes.Buffer
		_, err := workbook.Write(&b, r, workbook.Options{})
		require.NoError(t, err)
		file := filepath.Join(folder, name+".xlsx")
		require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
		files = append(files, file)
	}
	for name, r := range sample.Reports(t) {
		add(name, r)
	}
	for _, e := range form.Editions() {
		add("blank-"+e.ID, model.New(e))
		add("zero-"+e.ID, allZero(e))
	}
	random := rand.New(rand.NewPCG(2026, 1))
	for i := range 50 {
		name := []string{"b-district-2022", "g-stress-2025"}[i%2]
		r := sample.Report(t, name)
		what := mutate(r, random)
		add(fmt.Sprintf("%02d-%s-%s", i, name[:1], what), r)
	}
	saved := sample.Convert(t, checkSheetAsCSV, files...)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(file), ".xlsx")
		sheet, err := os.Open(filepath.Join(saved, name+"-校验.csv"))
		require.NoError(t, err, "LibreOffice saves every file")
		compareCheckSheet(t, name, data, sheet)
		require.NoError(t, sheet.Close())
	}
}

// An error value in one cell, as a formula of the clerk's own leaves it, is one of what is to be put right, and what else there is stays told.
func TestCheckSheetTellsErrorValues(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice")
	folder := t.TempDir()
	var files []string
	for name, formula := range map[string]string{"divided": "1/0", "lost": "#REF!+1"} {
		var b bytes.Buffer
		_, err := workbook.Write(&b, sample.Report(t, "e-town-2024"), workbook.Options{})
		require.NoError(t, err)
		book, err := excelize.OpenReader(&b)
		require.NoError(t, err)
		require.NoError(t, book.SetCellFormula("三、依申请公开", "D8", formula))
		require.NoError(t, book.SetCellStr("二、主动公开", "B5", ""))
		file := filepath.Join(folder, name+".xlsx")
		require.NoError(t, book.SaveAs(file))
		files = append(files, file)
	}
	saved := sample.Convert(t, checkSheetAsCSV, files...)
	for _, file := range files {
		sheet, err := os.Open(filepath.Join(saved, strings.TrimSuffix(filepath.Base(file), ".xlsx")+"-校验.csv"))
		require.NoError(t, err)
		_, verdict := checkSheet(t, sheet)
		assert.Regexp(t, `^✗ 还有 \d+ 处要改`, verdict, file)
		require.NoError(t, sheet.Close())
	}
}

func compareCheckSheet(t *testing.T, name string, data []byte, sheet io.Reader) {
	r, err := workbook.Read(data)
	require.NoError(t, err, name)
	broken, open, blank := map[string]bool{}, false, 0
	for _, f := range check.Run(&check.Input{Report: r}) {
		if f.Rule == "figure-missing" && f.Actual == "" {
			blank++
		}
		if _, figure := r.Edition.Cell(f.Cells[0].Key); figure && f.Level == check.Fatal {
			open = true
			broken[f.Rule+string(f.Cells[0].Key)] = true
		}
	}
	marks, verdict := checkSheet(t, sheet)
	relations := r.Edition.Relations()
	require.Greater(t, len(marks), len(relations), name)
	marks = marks[len(marks)-len(relations):]
	partBroken := map[string]bool{}
	for i, relation := range relations {
		judge, _ := check.RuleOn(relation)
		rule := judge.ID
		want := "✓"
		subject, _ := r.Edition.Cell(relation.Subject)
		totalColumn := relation.Kind != form.RowTotal && subject.Column[len(subject.Column)-1].Total
		switch {
		case !allNumbers(r, relation.Keys()), totalColumn && partBroken[rule] && !holds(r, relation):
			want = "—"
		case broken[rule+string(relation.Subject)]:
			want = "✗"
			partBroken[rule] = true
		}
		assert.Equal(t, want, marks[i], "%s: %s on %s", name, rule, relation.Subject)
	}
	assert.Equal(t, !open, strings.HasPrefix(verdict, "✓"), "%s: %s", name, verdict)
	if blank > 0 {
		assert.True(t, strings.HasSuffix(verdict, fmt.Sprintf(" %d 格未填", blank)) || strings.HasSuffix(verdict, fmt.Sprintf("，%d 格未填", blank)), "%s: %s, %d are blank", name, verdict, blank)
	} else {
		assert.NotContains(t, verdict, "未填", name)
	}
	assert.Equal(t, !open && isZero(r), strings.Contains(verdict, "全部是0"), "%s: %s", name, verdict)
}

func isZero(r *model.Report) bool {
	for _, c := range r.Edition.Cells() {
		if !r.Figure(c.Key).Number.IsZero() {
			return false
		}
	}
	return true
}

// allZero is a report of a unit to which nothing happened, or of a clerk who did not look.
func allZero(e *form.Edition) *model.Report {
	r := model.New(e)
	for _, c := range e.Cells() {
		r.Figures[c.Key] = model.ParseFigure(c.Measure, "0")
	}
	return r
}

func allNumbers(r *model.Report, keys []form.Key) bool {
	for _, k := range keys {
		if !r.Figure(k).IsNumber() {
			return false
		}
	}
	return true
}

func holds(r *model.Report, relation form.Relation) bool {
	sum := r.Figure(relation.Left[0]).Number.Sub(r.Figure(relation.Left[0]).Number)
	for _, k := range relation.Left {
		sum = sum.Add(r.Figure(k).Number)
	}
	for _, k := range relation.Right {
		sum = sum.Sub(r.Figure(k).Number)
	}
	return sum.IsZero()
}

// checkSheet reads the marks of the sheet 校验 from top to bottom, and its verdict.
func checkSheet(t *testing.T, sheet io.Reader) (marks []string, verdict string) {
	rows, err := csv.NewReader(sheet).ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		for _, text := range row {
			switch {
			case text == "✓" || text == "✗" || text == "—":
				marks = append(marks, text)
			case verdict == "" && (strings.HasPrefix(text, "✓ ") || strings.HasPrefix(text, "✗ ")):
				verdict = text
			}
		}
	}
	return marks, verdict
}

// mutate changes one figure, as a slip of the pen would, and says which.
func mutate(r *model.Report, random *rand.Rand) string {
	cells := r.Edition.Cells()
	c := cells[random.IntN(len(cells))]
	old := r.Figure(c.Key).Printed()
	slips := []string{old + "1", "", "-1", "1.5", "7", "0", "无", "abc"}
	r.Figures[c.Key] = model.ParseFigure(c.Measure, slips[random.IntN(len(slips))])
	return string(c.Key)
}
