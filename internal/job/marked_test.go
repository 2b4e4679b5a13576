package job_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// questionable is a report with 核实 findings and no 强制 ones, as a workbook in a folder of its own.
func questionable(t *testing.T) (file string, k *job.Checker) {
	r := sample.Report(t, "e-town-2024")
	for key, typed := range map[form.Key]string{"proactive.normative.issued": "5", "proactive.normative.repealed": "1", "proactive.normative.in_force": "3"} {
		r.Figures[key] = model.ParseFigure(form.Count, typed)
	}
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	file = filepath.Join(t.TempDir(), "填报.xlsx")
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o600))
	return file, checker(t)
}

// A clerk explains the findings, in the marked copy or in the form, with another program: then a strict check passes.
func TestExplainedWithOpenpyxl(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "openpyxl")
	file, k := questionable(t)
	o := k.Check(planned(file))
	require.False(t, o.Passes(true))
	require.True(t, o.Passes(false))
	marked, err := job.Marked(o, nil)
	require.NoError(t, err)
	assert.Equal(t, "填报_校验.xlsx", marked.Name)
	copied := saved(t, t.TempDir(), marked)

	explain := func(args ...string) verdict.Outcome {
		answered := filepath.Join(t.TempDir(), "答.xlsx")
		sample.Run(t, "openpyxl", append([]string{sample.Path(t, "testdata/workbooks/answer.py"), args[0], answered}, args[1:]...)...)
		return k.Check(planned(answered)).Outcome
	}
	var numbers []string
	for _, f := range o.Findings {
		if f.Level == check.Query {
			numbers = append(numbers, f.Number())
		}
	}
	require.NotEmpty(t, numbers)
	for why, outcome := range map[string]verdict.Outcome{
		"on the sheet 校验结果 of the marked copy": explain(copied, "情况属实。"),
		"on the sheet 校验 of the form":          explain(append([]string{file, "情况属实。"}, numbers...)...),
	} {
		require.NoError(t, outcome.Err, why)
		assert.True(t, outcome.Passes(true), why)
		assert.Equal(t, len(numbers), outcome.Counts().Explained, why)
	}
}

// What comes from exchange JSON is marked in a fresh template.
func TestMarkingJSON(t *testing.T) {
	k := checker(t)
	o := k.Check(planned(sample.ReportFile(t, "f-county-2023")))
	require.NoError(t, o.Err)
	marked, err := job.Marked(o, nil)
	require.NoError(t, err)
	copied := saved(t, t.TempDir(), marked)
	again := k.Check(planned(copied))
	require.NoError(t, again.Err)
	assert.Equal(t, o.Counts(), again.Counts())
	rows := resultRows(t, copied)
	require.Len(t, rows, len(o.Findings))
	for _, row := range rows {
		if row[1] == "强制" {
			assert.Contains(t, row[2], "“四、复议诉讼”", "the place is that in the workbook")
		}
	}
}

func resultRows(t *testing.T, file string) [][]string {
	f, err := excelize.OpenFile(file)
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows("校验结果")
	require.NoError(t, err)
	return rows[3:]
}
