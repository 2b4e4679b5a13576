package job_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
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
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return file, &job.Checker{Fonts: set}
}

// A clerk explains the findings, in the marked copy or in the form, with another program: then a strict check passes.
func TestExplainedWithOpenpyxl(t *testing.T) {
	sample.Need(t, "openpyxl")
	file, k := questionable(t)
	o := k.Check(file)
	require.False(t, o.Passes(true))
	require.True(t, o.Passes(false))
	copier := job.Copier{}
	copied, err := copier.Mark(o)
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(filepath.Dir(file), "填报_校验.xlsx"), copied)

	explain := func(args ...string) check.Outcome {
		answered := filepath.Join(t.TempDir(), "答.xlsx")
		sample.Run(t, "openpyxl", append([]string{sample.Path(t, "testdata/workbooks/answer.py"), args[0], answered}, args[1:]...)...)
		return k.Check(answered)
	}
	var numbers []string
	for _, f := range o.Findings {
		if f.Level == check.Query {
			numbers = append(numbers, f.Number())
		}
	}
	require.NotEmpty(t, numbers)
	for why, outcome := range map[string]check.Outcome{
		"on the sheet 校验结果 of the marked copy": explain(copied, "情况属实。"),
		"on the sheet 校验 of the form":          explain(append([]string{file, "情况属实。"}, numbers...)...),
	} {
		require.NoError(t, outcome.Err, why)
		assert.True(t, outcome.Passes(true), why)
		assert.Equal(t, len(numbers), outcome.Counts().Explained, why)
	}
}

func TestCopiesGoWhereTheyAreAsked(t *testing.T) {
	file, k := questionable(t)
	o := k.Check(file)
	folder := t.TempDir()
	tests := []struct {
		why, output, want, err string
	}{
		{"beside the input", "", filepath.Join(filepath.Dir(file), "填报_校验.xlsx"), ""},
		{"a folder that is not there yet", filepath.Join(folder, "新"), filepath.Join(folder, "新", "填报_校验.xlsx"), ""},
		{"a file", filepath.Join(folder, "问题.xlsx"), filepath.Join(folder, "问题.xlsx"), ""},
		{"the input itself", file, "", "-o 后面写的就是这份文件，请换一个文件名"},
	}
	before, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			copier := job.Copier{Output: test.output}
			got, err := copier.Mark(o)
			if test.err != "" {
				require.EqualError(t, err, test.err)
			} else {
				require.NoError(t, err)
				assert.FileExists(t, got)
				_, err = copier.Mark(o)
				assert.ErrorContains(t, err, "会写成同一个文件", "one call writes no file twice")
			}
			assert.Equal(t, test.want, got)
			after, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Equal(t, before, after, "the input is not touched")
		})
	}
}

// What comes from exchange JSON is marked in a fresh template.
func TestMarkingJSON(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	k := &job.Checker{Fonts: set}
	o := k.Check(sample.ReportFile(t, "f-county-2023"))
	require.NoError(t, o.Err)
	copier := job.Copier{Output: t.TempDir()}
	copied, err := copier.Mark(o)
	require.NoError(t, err)
	again := k.Check(copied)
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

func TestCopiesBesideTheirOriginalsAreNoInputs(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"甲.xlsx", "甲_校验.xlsx", "甲_修改.xlsx", "乙_校验.xlsx", "丙_校验/丁.xlsx"} {
		file := filepath.Join(folder, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte("PK"), 0o600))
	}
	files, failures := job.Inputs([]string{folder})
	assert.Empty(t, failures)
	var names []string
	for _, file := range files {
		name, err := filepath.Rel(folder, file)
		require.NoError(t, err)
		names = append(names, filepath.ToSlash(name))
	}
	assert.ElementsMatch(t, []string{"甲.xlsx", "乙_校验.xlsx", "丙_校验/丁.xlsx"}, names)
	one, _ := job.Inputs([]string{filepath.Join(folder, "甲_校验.xlsx")})
	assert.Len(t, one, 1, "a copy that is named is taken")
}
