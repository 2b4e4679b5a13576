package job_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
)

func TestNumberAmong(t *testing.T) {
	const report = "清溪镇人民政府2022年政府信息公开工作年度报告"
	for _, c := range []struct {
		why   string
		files []string
		want  int
	}{
		{"nothing lies there", nil, 1},
		{"the final report and a draft are none", []string{report + ".pdf", report + "（草稿）.pdf"}, 1},
		{"the same contents keep their number", []string{report + "（送审稿第2稿AAAAAAAA）.pdf", report + "（送审稿第5稿BBBBBBBB）.pdf"}, 2},
		{"others get the next", []string{report + "（送审稿第2稿CCCCCCCC）.pdf", report + "（送审稿第5稿BBBBBBBB）.docx"}, 6},
		{"a fragment counts", []string{report + "（正文）（送审稿第3稿CCCCCCCC）.html"}, 4},
		{"other units have numbers of their own", []string{"石桥镇人民政府2022年政府信息公开工作年度报告（送审稿第7稿AAAAAAAA）.pdf"}, 1},
		{"the form is no copy", []string{report + "发布审核单（第4稿AAAAAAAA）.pdf"}, 1},
		{"what is no code is none", []string{report + "（送审稿第3稿改）.pdf", report + "（送审稿第3稿aaaaaaaa）.pdf"}, 1},
		{"there is an end to counting", []string{report + "（送审稿第999稿BBBBBBBB）.pdf"}, job.MostVersions},
	} {
		assert.Equal(t, c.want, job.NumberAmong(c.files, report, "AAAAAAAA"), c.why)
	}
}

// What is printed on the form is what was found: open questions and explained ones, and nothing of a fault.
func TestReviewForm(t *testing.T) {
	k := given.Checker(t)
	checked := k.Check(given.Planned(sample.ReportFile(t, "a-town-2022")))
	require.Empty(t, checked.Findings)
	finding := check.Finding{Level: check.Query, Message: "请核实", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "a1b2c3d4"}
	explained := finding
	explained.Explanation = "属实"
	checked.Findings = []check.Finding{finding, explained, explained}
	r := job.Renderer{Marking: job.Review, Fonts: k.Fonts}
	files, err := r.Render(checked)
	require.NoError(t, err)
	require.Len(t, files, 2)
	for _, f := range files {
		require.NoError(t, f.Err)
		assert.Contains(t, f.Name, "发布审核单（第1稿"+checked.Code+"）")
		assert.True(t, job.IsOurPage(f.Name, f.Data), f.Name)
		_, err := job.OpenCompiled(f.Name, f.Data)
		assert.Error(t, err, "it is no report")
	}
	body := sample.Unzip(t, files[0].Data)["word/document.xml"]
	for _, words := range []string{checked.Report.Title(), "第1稿，内容码" + checked.Code, "没有强制问题；要核实的1处；已说明的2处", "保密审查"} {
		assert.Contains(t, body, words)
	}
	assert.NotContains(t, body, "提示")
}

// The form is one sheet of paper, whatever the unit is called and however much there is to tell; its title is one line.
func TestReviewFormIsOnePage(t *testing.T) {
	k := given.Checker(t)
	for _, unit := range []string{"望禾镇人民政府", "云岭县自然资源和规划局", "云岭彝族苗族自治县望禾镇人民政府", "云岭哈尼族彝族自治州望禾县生态环境保护综合行政执法大队"} {
		r := sample.Report(t, "e-town-2024")
		r.Fields["unit.name"] = model.Field{Text: unit}
		checked := k.Check(given.Planned(savedWorkbook(t, r)))
		finding := check.Finding{Level: check.Query, Message: "请核实", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "a1b2c3d4"}
		explained, info := finding, finding
		explained.Explanation, info.Level = "属实", check.Info
		checked.Findings = slices.Concat(slices.Repeat([]check.Finding{finding}, 100), slices.Repeat([]check.Finding{explained}, 100), slices.Repeat([]check.Finding{info}, 100))
		w := job.Renderer{Marking: job.Review, Fonts: k.Fonts, Number: func(string, string) int { return job.MostVersions }}
		files, err := w.Render(checked)
		require.NoError(t, err)
		require.Len(t, files, 2)
		body := sample.Unzip(t, files[0].Data)["word/document.xml"]
		assert.Contains(t, body, ">政府信息公开工作年度报告发布审核单<", unit)
		form, err := job.ComposeReview(checked, document.Review(job.MostVersions, checked.Code))
		require.NoError(t, err)
		pages, _ := layout.Set(form, k.Fonts)
		assert.Len(t, pages.Pages, 1, unit)
	}
}

// The longest names leave room for what is put behind them.
func TestReviewCopiesOfLongNames(t *testing.T) {
	k := given.Checker(t)
	r := sample.Report(t, "a-town-2022")
	r.Fields["unit.name"] = model.Field{Text: strings.Repeat("清溪镇", 25)}
	checked := k.Check(given.Planned(savedWorkbook(t, r)))
	w := job.Renderer{Marking: job.Review, Fonts: k.Fonts, Number: func(report, _ string) int {
		assert.LessOrEqual(t, len(report), 255)
		return job.MostVersions
	}}
	checked.Findings = nil
	w.Formats, _ = job.Formats("pdf,html")
	w.Options.Fragment = true
	files, err := w.Render(checked)
	require.NoError(t, err)
	for _, f := range files {
		assert.LessOrEqual(t, len(f.Name), 255, f.Name)
	}
}

// The code that a signed paper bears is read off the file that it was printed from, whatever stands beside its page numbers.
func TestCodeOfAPrintedReviewCopy(t *testing.T) {
	if testing.Short() {
		t.Skip("reading the pages takes a second")
	}
	k := given.Checker(t)
	for _, name := range []string{"a-town-2022", "d-town-2020", "e-town-2024"} {
		checked := k.Check(given.Planned(sample.ReportFile(t, name)))
		require.NotEmpty(t, checked.Code, name)
		formats, err := job.Formats("pdf")
		require.NoError(t, err)
		files, err := (&job.Renderer{Formats: formats, Marking: job.Review, Fonts: k.Fonts}).Render(checked)
		require.NoError(t, err)
		read, err := job.OpenCompiled(files[0].Name, files[0].Data)
		require.NoError(t, err)
		code, ok := published.Code(read)
		assert.True(t, ok, name)
		assert.Equal(t, checked.Code, code, name)
	}
}
