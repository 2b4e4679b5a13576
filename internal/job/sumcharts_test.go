package job_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// members are the reports of so many members, with the applications that each received.
func members(t *testing.T, n int) (sources []job.Source) {
	for i := range n {
		r := sample.Report(t, "e-town-2024")
		r.Fields["unit.name"] = model.Field{Text: fmt.Sprintf("第%d镇人民政府", i+1)}
		for _, k := range []form.Key{"requests.received.natural_person", "requests.received.total", "disputes.review.upheld", "disputes.review.total"} {
			r.Figures[k] = model.ParseFigure(form.Count, fmt.Sprint(i))
		}
		var b bytes.Buffer
		_, err := workbook.Write(&b, r, workbook.Options{})
		require.NoError(t, err)
		sources = append(sources, job.From(fmt.Sprintf("%03d.xlsx", i), b.Bytes()))
		sources[i].Found = true
	}
	return sources
}

func aggregated(t *testing.T, o job.Aggregation, sources []job.Source) (*job.Aggregated, []byte) {
	a, err := job.Aggregate(o, job.Gather(sources))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, a.Write(&b))
	return a, b.Bytes()
}

// What the workbook shows of the members is read back: the trace for next year, the charts for the page.
func TestOfficeWorkbookComesBack(t *testing.T) {
	sources := members(t, 3)
	_, first := aggregated(t, job.Aggregation{Unit: "望禾县人民政府", Level: "县级政府"}, sources)
	earlier, err := job.ReadEarlier(job.File{Name: "去年.xlsx", Data: first})
	require.NoError(t, err)
	assert.Equal(t, "望禾县人民政府", earlier.Unit)
	assert.Equal(t, 2024, earlier.Year)
	g := job.Gather(sources)
	require.Len(t, earlier.Reports, 3)
	for i, r := range earlier.Reports {
		assert.Equal(t, g.Reports[i].Unit, r.Unit)
		assert.Empty(t, g.Reports[i].Figures.Differing(r.Figures), "each figure of the trace")
		require.Len(t, r.Texts, 3)
		for j, section := range g.Reports[i].Texts {
			assert.Equal(t, section, r.Texts[j], "each text that is kept")
		}
	}
	var long bytes.Buffer
	require.NoError(t, job.WriteLong(&long, g.Reports, g.Faults))
	listed, err := job.ReadLong(&long)
	require.NoError(t, err)
	for i, r := range listed {
		assert.Equal(t, g.Reports[i].File, r.File)
		assert.Empty(t, g.Reports[i].Figures.Differing(r.Figures), "each figure of the list")
	}

	file := filepath.Join(t.TempDir(), "汇总.xlsx")
	require.NoError(t, os.WriteFile(file, first, 0o600))
	formats, err := job.Formats("html")
	require.NoError(t, err)
	k := checker(t)
	w := job.Renderer{Formats: formats, Marking: job.Draft, Fonts: k.Fonts, Options: render.Options{Charts: true}}
	files, err := w.Render(k.Check(planned(file)))
	require.NoError(t, err)
	page := string(files[0].Data)
	for _, title := range []string{"各单位收到的政府信息公开申请", "各单位的行政复议、行政诉讼", "政府信息公开申请办理结果"} {
		assert.Equal(t, 1, strings.Count(page, title), title)
	}
	assert.Less(t, strings.Index(page, "第3镇人民政府"), strings.Index(page, "第2镇人民政府"), "who received most comes first")
}

// A second round says member by member what changed, and what that does to the sums.
func TestChangesSinceARound(t *testing.T) {
	sources := members(t, 3)
	_, first := aggregated(t, job.Aggregation{}, sources)
	since, err := job.ReadEarlier(job.File{Name: "上次.xlsx", Data: first})
	require.NoError(t, err)
	again := members(t, 4)
	again[1] = again[3] // the second member is gone, a fourth came
	a, _ := aggregated(t, job.Aggregation{}, again[:3])
	told := strings.Join(a.Amended(since).Told(), "\n")
	assert.Contains(t, told, "“第4镇人民政府”是新加的")
	assert.Contains(t, told, "“第2镇人民政府”上次加了，这次没有")
	assert.Contains(t, told, "本年新收·自然人多2；本年新收多2", "three more, one less")
	same, _ := aggregated(t, job.Aggregation{}, sources)
	assert.Empty(t, same.Amended(since).Told())
}
