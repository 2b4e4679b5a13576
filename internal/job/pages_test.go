package job_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/job"
	"nianbao/internal/render"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
)

func TestNamesOfCopies(t *testing.T) {
	for _, c := range []struct{ why, file, want string }{
		{"a workbook", "填报.xlsx", "填报_校验.xlsx"},
		{"in a folder", "各镇/填报.xlsx", "各镇/填报_校验.xlsx"},
		{"data", "数据.json", "数据_校验.xlsx"},
		{"a workbook with macros, which Excel opens under no other name", "宏.xlsm", "宏_校验.xlsm"},
		{"a copy of one, from a system that writes capitals", "宏_校验.XLSM", "宏_校验2.xlsm"},
		{"a copy", "填报_校验.xlsx", "填报_校验2.xlsx"},
		{"a copy of a copy", "填报_校验2.xlsx", "填报_校验3.xlsx"},
		{"of two digits", "填报_校验9.xlsx", "填报_校验10.xlsx"},
		{"as earlier releases called them", "填报_校验_校验.xlsx", "填报_校验3.xlsx"},
		{"a mended copy is a workbook of its own", "填报_修改.xlsx", "填报_修改_校验.xlsx"},
		{"a year is no number of a copy", "填报_校验2025.xlsx", "填报_校验2025_校验.xlsx"},
		{"neither is what begins with 0", "填报_校验02.xlsx", "填报_校验02_校验.xlsx"},
		{"nothing before it", "_校验.xlsx", "_校验_校验.xlsx"},
		{"a name as long as can be, in its folder", "交来/" + strings.Repeat("镇", 83) + ".xlsx", "交来/" + strings.Repeat("镇", 77) + "_9e7c77ff_校验.xlsx"},
	} {
		assert.Equal(t, c.want, job.MarkedBeside(c.file), c.why)
		of, next := job.LineageOf(c.file), job.LineageOf(c.want)
		assert.Equal(t, of.First, next.First, c.why)
		assert.Equal(t, of.Step+1, next.Step, c.why)
	}
	name := "填报.xlsx"
	for range 300 {
		name = job.MarkedBeside(name)
		require.LessOrEqual(t, len(name), 255)
	}
}

// What this program wrote is known again in every format, as a report, a draft and a fragment; what was done to it since is not taken for it.
func TestOurPages(t *testing.T) {
	k := given.Checker(t)
	checked := k.Check(given.Planned(sample.ReportFile(t, "f-county-2023")))
	for _, options := range []render.Options{{}, {Fragment: true}, {Text: text.Options{Encoding: text.UTF8BOM}}, {Text: text.Options{Encoding: text.GB18030}}} {
		r := job.Renderer{Formats: render.Formats(), Marking: job.Draft, Fonts: k.Fonts, Options: options}
		files, err := r.Render(checked)
		require.NoError(t, err)
		for _, f := range files {
			require.NoError(t, f.Err)
			assert.True(t, job.IsOurPage(f.Name, f.Data), f.Name)
			assert.Contains(t, job.PagesOf(checked.Report).Drafts, f.Name)
			assert.Contains(t, job.PagesOf(checked.Report).Finals, strings.Replace(f.Name, "（草稿）", "", 1))
		}
	}
	r := job.Renderer{Formats: render.Formats(), Marking: job.Draft, Fonts: k.Fonts}
	files, err := r.Render(checked)
	require.NoError(t, err)
	by := map[string]job.Rendered{}
	for _, f := range files {
		by[f.Name[strings.LastIndex(f.Name, "."):]] = f
	}
	for _, c := range []struct {
		why, format string
		data        []byte
	}{
		{"notes put into a PDF", ".pdf", append(bytes.Clone(by[".pdf"].Data), "1 0 obj\n<</Type /Annot>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"...)},
		{"another's PDF", ".pdf", []byte("%PDF-1.7\n%%EOF")},
		{"a document saved by a word processor", ".docx", sample.Rezip(t, by[".docx"].Data, func(name, content string) string {
			return strings.Replace(content, "<Application>nianbao</Application>", "<Application>Microsoft Office Word</Application>", 1)
		})},
		{"another text", ".txt", []byte("送审说明\n")},
		{"a text without contents", ".txt", []byte("\n")},
		{"data that another program wrote", ".json", bytes.Replace(by[".json"].Data, []byte(`"writer": "nianbao"`), []byte(`"writer": "甲"`), 1)},
		{"another page", ".html", []byte("<!DOCTYPE html><html></html>")},
		{"no file of any kind", ".pdf", []byte{0}},
	} {
		require.NotEqual(t, by[c.format].Data, c.data, c.why)
		assert.False(t, job.IsOurPage(by[c.format].Name, c.data), c.why)
	}
	assert.False(t, job.IsOurPage("石桥镇人民政府2025年政府信息公开工作年度报告.txt", by[".txt"].Data), "the text of another report")
}

// A copy is written over another only where nothing is lost that anybody typed.
func TestMayReplace(t *testing.T) {
	book, k := questionable(t)
	checked := k.Check(given.Planned(book))
	require.NoError(t, checked.Err)
	marked, err := job.Marked(checked, nil)
	require.NoError(t, err)
	for _, c := range []struct {
		why  string
		data []byte
		may  bool
	}{
		{"as it was written", marked.Data, true},
		{"the same report", checked.Contents, true},
		{"another figure", given.Typed(t, marked.Data, "requests_received_natural_person", "1"), false},
		{"words beside the form", given.Changed(t, marked.Data, func(f *excelize.File) { require.NoError(t, f.SetCellStr("三、依申请公开", "P40", "问过了")) }), false},
		{"a comment", given.Changed(t, marked.Data, func(f *excelize.File) {
			require.NoError(t, f.AddComment("三、依申请公开", excelize.Comment{Cell: "D6", Author: "镇办", Text: "问过县里了"}))
		}), false},
		{"a note on the sheet that checks", given.Changed(t, marked.Data, func(f *excelize.File) { require.NoError(t, f.SetCellStr("校验", "F30", "问过了")) }), false},
		{"a sheet of the clerk's own", withSheet(t, marked.Data), false},
		{"no workbook", []byte("PK"), false},
	} {
		assert.Equal(t, c.may, job.MayReplace(c.data, checked), c.why)
	}
}

// What lies in the workbook itself is in each of its copies, and keeps none from being written anew.
func TestMayReplaceACopyOfABookWithMore(t *testing.T) {
	book, k := questionable(t)
	data, err := given.Planned(book).Open()
	require.NoError(t, err)
	checked := k.Check(job.Planned{Source: job.From("a.xlsx", withSheet(t, data))})
	require.NoError(t, checked.Err)
	marked, err := job.Marked(checked, nil)
	require.NoError(t, err)
	checked = k.Check(job.Planned{Source: job.From("a.xlsx", given.Typed(t, withSheet(t, data), "requests_received_natural_person", "1"))})
	require.NoError(t, checked.Err)
	assert.True(t, job.MayReplace(marked.Data, checked))
}

// withSheet puts a sheet of the clerk's own into a workbook.
func withSheet(t *testing.T, book []byte) []byte {
	return given.Changed(t, book, func(f *excelize.File) {
		_, err := f.NewSheet("台账")
		require.NoError(t, err)
		require.NoError(t, f.SetCellStr("台账", "A1", "三件"))
	})
}

// An explanation in the copy is lost with it, unless the report that is marked now has it.
func TestAnExplanationIsNotLostWithTheCopy(t *testing.T) {
	sample.Need(t, "openpyxl")
	book, k := questionable(t)
	p := given.Planned(book)
	checked := k.Check(p)
	require.NoError(t, checked.Err)
	marked, err := job.Marked(checked, nil)
	require.NoError(t, err)
	copied := saved(t, t.TempDir(), marked)
	answered := copied + ".xlsx"
	sample.Run(t, "openpyxl", sample.Path(t, "testdata/workbooks/answer.py"), copied, answered, "情况属实。")
	explained, err := os.ReadFile(answered)
	require.NoError(t, err)
	assert.False(t, job.MayReplace(explained, checked), "nobody read it")
	p.Copies = func() []job.Source { return []job.Source{job.From("a_校验.xlsx", explained)} }
	assert.True(t, job.MayReplace(explained, k.Check(p)), "it stands in the new copy too")
}
