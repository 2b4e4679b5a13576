package job_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
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
	return file, given.Checker(t)
}

// A clerk explains the findings, in the marked copy or in the form, with another program: then a strict check passes.
func TestExplainedWithOpenpyxl(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "openpyxl")
	file, k := questionable(t)
	o := k.Check(given.Planned(file))
	require.False(t, o.Passes(true))
	require.True(t, o.Passes(false))
	marked, err := job.Marked(o, nil)
	require.NoError(t, err)
	assert.Equal(t, "填报_校验.xlsx", marked.Name)
	copied := saved(t, t.TempDir(), marked)

	explain := func(args ...string) verdict.Outcome {
		answered := filepath.Join(t.TempDir(), "答.xlsx")
		sample.Run(t, "openpyxl", append([]string{sample.Path(t, "testdata/workbooks/answer.py"), args[0], answered}, args[1:]...)...)
		return k.Check(given.Planned(answered)).Outcome
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
	k := given.Checker(t)
	o := k.Check(given.Planned(sample.ReportFile(t, "f-county-2023")))
	require.NoError(t, o.Err)
	marked, err := job.Marked(o, nil)
	require.NoError(t, err)
	copied := saved(t, t.TempDir(), marked)
	again := k.Check(given.Planned(copied))
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

// What the same is wrong with is one line of the sheet 校验结果 and of a draft; each of the cells is coloured and says it of itself.
func TestOneCauseIsOneLine(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	for _, c := range r.Edition.Cells() {
		if c.IsRequest() && !c.Total && strings.HasSuffix(string(c.Key), ".social") {
			r.Figures[c.Key] = model.Value{}
		}
	}
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "填报.xlsx")
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o600))
	var data bytes.Buffer
	require.NoError(t, exchange.Write(&data, r))
	k := given.Checker(t)
	const told = "“社会公益组织”这一列有24格没有填，没有的请填0：G6:G28、G30。"
	for _, c := range []job.Checked{k.Check(given.Planned(file)), k.Check(given.Planned(saved(t, t.TempDir(), job.File{Name: "年报.json", Data: data.Bytes()})))} {
		require.Len(t, c.Findings, 24, c.File)
		marked, err := job.Marked(c, nil)
		require.NoError(t, err)
		book, err := excelize.OpenReader(bytes.NewReader(marked.Data))
		require.NoError(t, err)
		rows, err := book.GetRows("校验结果")
		require.NoError(t, err)
		require.Len(t, rows, 4, c.File)
		assert.Equal(t, []string{"", "强制", "“三、依申请公开”G6", told}, rows[3][:4], c.File)
		comments, err := book.GetComments("三、依申请公开")
		require.NoError(t, err)
		assert.Len(t, comments, 24, c.File)
		require.NoError(t, book.Close())
	}
	text, _ := render.ByName("txt")
	w := &job.Renderer{Formats: []render.Format{text}, Marking: job.Draft, Fonts: k.Fonts}
	files, err := w.Render(k.Check(given.Planned(file)))
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(string(files[0].Data), "没有填，没有的请填0"))
	assert.Contains(t, chinese.Unspaced(string(files[0].Data)), told)
}
