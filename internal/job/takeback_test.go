package job_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/workbook"
)

// editedDocument writes a sample report as a Word document in which some words were replaced.
func editedDocument(t *testing.T, r *model.Report, oldNew ...string) string {
	var written bytes.Buffer
	require.NoError(t, docx.Write(&written, document.Compose(r)))
	words := strings.NewReplacer(oldNew...)
	return save(t, "修改稿.docx", sample.Rezip(t, written.Bytes(), func(_, content string) string { return words.Replace(content) }))
}

func save(t *testing.T, name string, data []byte) string {
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, data, 0o644))
	return file
}

func savedWorkbook(t *testing.T, r *model.Report) string {
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	return save(t, "填报.xlsx", b.Bytes())
}

// A filled workbook, made a document, edited, taken back and made a workbook again: the edit is in it, and all else is as it was.
func TestTakeBack(t *testing.T) {
	r := sample.Report(t, "d-town-2020")
	base := savedWorkbook(t, r)
	edited := editedDocument(t, r, "尚未签订合同的项目不计入下表", "没有签订合同的项目不计入下表", ">5.2万元<", ">5.3万元<")
	before, err := os.ReadFile(base)
	require.NoError(t, err)

	back, err := job.TakeBack(given.File(t, edited), given.File(t, base))
	require.NoError(t, err)
	assert.Empty(t, back.Doubts)
	var told []string
	for _, c := range back.Changes {
		told = append(told, c.String())
	}
	require.Len(t, told, 2)
	assert.Contains(t, told[0], "“二、主动公开政府信息情况”第1段（填报表“")
	assert.Contains(t, told[0], "尚未签订合同的项目")
	assert.Contains(t, told[1], "“政府集中采购”的“采购总金额”（填报表“")
	assert.Contains(t, told[1], "不一样：填报表是“5.2万元”，文档是“5.3万元”。")

	after, err := os.ReadFile(base)
	require.NoError(t, err)
	assert.Equal(t, before, after, "the base is not touched")
	again, err := job.Open("新填报.xlsx", given.File(t, savedWorkbook(t, back.Report)).Data)
	require.NoError(t, err)
	for key, was := range r.Texts {
		var want, got []string
		for _, p := range was {
			want = append(want, strings.ReplaceAll(p.Text, "尚未签订合同", "没有签订合同"))
		}
		for _, p := range again.Texts[key] {
			got = append(got, p.Text)
		}
		assert.Equal(t, want, got, key)
	}
	for key, v := range r.Figures {
		assert.Equal(t, v.Printed(), again.Figure(key).Printed(), key)
	}
}

func TestTakeBackOfAnUneditedDocument(t *testing.T) {
	for name, r := range sample.Reports(t) {
		edited := editedDocument(t, r)
		for _, base := range []string{savedWorkbook(t, r), sample.ReportFile(t, name)} {
			back, err := job.TakeBack(given.File(t, edited), given.File(t, base))
			require.NoError(t, err, name)
			assert.Empty(t, back.Changes, name)
			assert.Empty(t, back.Doubts, name)
		}
	}
}

func TestTakeBackRefuses(t *testing.T) {
	r := sample.Report(t, "a-town-2022")
	base, edited := savedWorkbook(t, r), editedDocument(t, r)
	for _, c := range []struct{ why, edited, base, blamed, want string }{
		{"the two mixed up", base, edited, edited, "是Word文档，不是填报表"},
		{"a workbook for a document", base, base, base, "是Excel工作簿，不是Word文档"},
		{"a document of the old format, which is read elsewhere", sample.Path(t, "internal/opc/testdata/text.doc"), base, "text.doc", "取回修改要用.docx：请用Word或WPS打开它，另存为.docx"},
		{"another document", sample.Path(t, "internal/opc/testdata/text.docx"), base, "text.docx", "六个部分的标题一个也没有找到"},
		{"a section before the one in front of it", editedDocument(t, r, "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "六、其他需要报告的事项", "五、存在的主要问题及改进情况"), base, "修改稿.docx",
			"在文档里，但次序不对：六个部分要从一到六排。请把这一部分移到“"},
		{"a heading that is gone", editedDocument(t, r, "五、存在的主要问题及改进情况", "问题"), base, "修改稿.docx", "找不到标题“五、存在的主要问题及改进情况”，请在文档里补上"},
	} {
		_, err := job.TakeBack(given.File(t, c.edited), given.File(t, c.base))
		var failure remedy.Failure
		require.ErrorAs(t, err, &failure, c.why)
		assert.Equal(t, filepath.Base(c.blamed), filepath.Base(failure.File), c.why)
		assert.ErrorContains(t, err, c.want, c.why)
	}
}

// What is taken back goes into a copy of the base's own workbook: whatever else stands in that is still there.
func TestTakeBackKeepsTheWorkbook(t *testing.T) {
	r := sample.Report(t, "d-town-2020")
	r.Texts["narrative.overview"] = []model.Paragraph{{Text: "甲。"}, {Text: "乙。"}, {Text: "丙。"}, {Text: "丁。"}}
	for _, c := range []struct {
		why    string
		oldNew []string
		want   string
	}{
		{"nothing", nil, "甲。乙。丙。丁。"},
		{"altered", []string{">乙。<", ">乙乙。<"}, "甲。乙乙。丙。丁。"},
		{"one for two", []string{">乙。<", ">戊。<", ">丙。<", "><"}, "甲。戊。丁。"},
		{"two for one", []string{">乙。<", ">戊。</w:t></w:r></w:p><w:p><w:r><w:t>己。<"}, "甲。戊。己。丙。丁。"},
		{"in front of all", []string{">甲。<", ">戊。</w:t></w:r></w:p><w:p><w:r><w:t>甲。<"}, "戊。甲。乙。丙。丁。"},
		{"all are gone but one", []string{">甲。<", "><", ">乙。<", "><", ">丁。<", "><"}, "丙。"},
		{"moved", []string{">甲。<", ">丁。<", ">丁。<", ">甲。<"}, "丁。乙。丙。甲。"},
	} {
		var b bytes.Buffer
		_, err := workbook.Write(&b, r, workbook.Options{Lists: []workbook.List{{Name: "汇总调整", Title: "汇总调整", Anchor: workbook.AdjustmentsList, Length: 1,
			Columns: []workbook.Column{{Head: "理由", Width: 9}}, Rows: func(yield func(workbook.Row) bool) { yield(workbook.Row{Cells: []string{"联合发文"}}) }}}})
		require.NoError(t, err)
		base := job.File{Name: "填报.xlsx", Data: b.Bytes()}
		back, err := job.TakeBack(given.File(t, editedDocument(t, r, c.oldNew...)), base)
		require.NoError(t, err, c.why)
		data, ok := back.Workbook()
		require.True(t, ok, c.why)
		assert.Equal(t, []string{"汇总调整"}, job.SheetsLeft(job.File{Name: "新.xlsx", Data: data}), c.why)
		now, err := job.Open("新.xlsx", data)
		require.NoError(t, err, c.why)
		var texts string
		for _, p := range now.Texts["narrative.overview"] {
			texts += p.Text
		}
		assert.Equal(t, c.want, texts, c.why)
	}
	back, err := job.TakeBack(given.File(t, editedDocument(t, sample.Report(t, "d-town-2020"))), given.File(t, sample.ReportFile(t, "d-town-2020")))
	require.NoError(t, err)
	_, ok := back.Workbook()
	assert.False(t, ok, "the base is data, of which there is no workbook")
}
