package collect_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
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

func aggregated(t *testing.T, o collect.Aggregation, sources []job.Source) (*collect.Aggregated, []byte) {
	a, err := collect.Aggregate(o, job.Gather(sources))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, a.Write(&b))
	return a, b.Bytes()
}

// What the workbook shows of the members is read back: the trace for next year; none of it is on the page.
func TestOfficeWorkbookComesBack(t *testing.T) {
	sources := members(t, 3)
	_, first := aggregated(t, collect.Aggregation{Unit: "望禾县人民政府", Level: "县级政府"}, sources)
	earlier, err := collect.ReadEarlier(job.File{Name: "去年.xlsx", Data: first})
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
	require.NoError(t, collect.WriteLong(&long, g.Reports, g.Faults))
	listed, err := collect.ReadLong(&long)
	require.NoError(t, err)
	for i, r := range listed {
		assert.Equal(t, g.Reports[i].File, r.File)
		assert.Empty(t, g.Reports[i].Figures.Differing(r.Figures), "each figure of the list")
	}

	file := filepath.Join(t.TempDir(), "汇总.xlsx")
	require.NoError(t, os.WriteFile(file, first, 0o600))
	formats, err := job.Formats("html")
	require.NoError(t, err)
	k := given.Checker(t)
	w := job.Renderer{Formats: formats, Marking: job.Draft, Fonts: k.Fonts, Options: render.Options{Charts: true}}
	files, err := w.Render(k.Check(given.Planned(file)))
	require.NoError(t, err)
	page := string(files[0].Data)
	assert.Equal(t, 1, strings.Count(page, "政府信息公开申请办理结果"))
	assert.NotContains(t, page, "第3镇人民政府", "what is shown of members to the office is none of what it publishes")
}

// A second round says member by member what changed, and what that does to the sums.
func TestChangesSinceARound(t *testing.T) {
	sources := members(t, 3)
	_, first := aggregated(t, collect.Aggregation{}, sources)
	since, err := collect.ReadEarlier(job.File{Name: "上次.xlsx", Data: first})
	require.NoError(t, err)
	again := members(t, 4)
	again[1] = again[3] // the second member is gone, a fourth came
	a, _ := aggregated(t, collect.Aggregation{}, again[:3])
	told := strings.Join(a.Amended(since).Told(), "\n")
	assert.Contains(t, told, "“第4镇人民政府”是新加的")
	assert.Contains(t, told, "“第2镇人民政府”上次加了，这次没有")
	assert.Contains(t, told, "本年新收·自然人多2；本年新收多2", "three more, one less")
	same, _ := aggregated(t, collect.Aggregation{}, sources)
	assert.False(t, same.Amended(since).IsChanged())
	assert.Equal(t, "和上次比，各单位的数和“一、总体情况”、“五、存在的主要问题及改进情况”、“六、其他需要报告的事项”的文字都没有改", same.Amended(since).Told()[0])
}

// What an office published is its own sum, in which totals are those of their parts: what a member stated beside its parts was never in it.
func TestTotalsOfTheOfficeAreOfTheirParts(t *testing.T) {
	const total form.Key = "requests.received.total"
	type figures struct{ natural, others, total string }
	one := func(f figures) []job.Source {
		return []job.Source{given.Source(t, "清溪.json", "e-town-2024", func(r *model.Report) {
			for _, part := range r.Edition.Parts(total) {
				r.Figures[part] = model.ParseFigure(form.Count, f.others)
			}
			r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, f.natural)
			r.Figures[total] = model.ParseFigure(form.Count, f.total)
		})}
	}
	for _, c := range []struct {
		why     string
		was, is figures
		unit    string // what is told of the member
		notice  string // what the office's own says; "" for none, since it has nothing to correct
	}{
		{"only the stated total was mended", figures{"6", "1", "88"}, figures{"6", "1", "11"}, "本年新收由88改为11", ""},
		{"a part was mended to fit the total, which was right", figures{"5", "1", "11"}, figures{"6", "1", "11"}, "本年新收·自然人由5改为6", "“总计”：原为10，更正为11"},
		{"part and total were mended, each by another number", figures{"5", "1", "88"}, figures{"6", "1", "11"}, "本年新收由88改为11", "“总计”：原为10，更正为11"},
		{"a total without parts counts as it is stated", figures{"", "", "88"}, figures{"", "", "11"}, "本年新收由88改为11", "“总计”：原为88，更正为11"},
	} {
		first, book := aggregated(t, collect.Aggregation{Unit: "望禾县人民政府"}, one(c.was))
		since, err := collect.ReadEarlier(job.File{Name: "上次.xlsx", Data: book})
		require.NoError(t, err, c.why)
		a, _ := aggregated(t, collect.Aggregation{Unit: "望禾县人民政府"}, one(c.is))
		amended := a.Amended(since)
		told := strings.Join(amended.Told(), "\n")
		assert.Contains(t, told, c.unit, c.why)
		files, err := a.Corrections(amended)
		require.NoError(t, err, c.why)
		i := slices.IndexFunc(files, func(f job.File) bool { return f.Name == "更正说明.txt" })
		if c.notice == "" {
			assert.Equal(t, -1, i, c.why)
			assert.NotContains(t, told, "合计的变化", c.why)
			assert.Equal(t, first.Report.Figure(total), a.Report.Figure(total), c.why)
			continue
		}
		require.GreaterOrEqual(t, i, 0, c.why)
		assert.Contains(t, chinese.Unspaced(string(files[i].Data)), c.notice, c.why)
		was, is := first.Report.Figure(total).Printed(), a.Report.Figure(total).Printed()
		assert.Contains(t, c.notice, "原为"+was+"，更正为"+is, "as the two workbooks print it: "+c.why)
	}
}

// Outcomes are compared with those of the year before of the same units: of who counts this year, or has gone on for others.
func TestOutcomesOfTheSameUnits(t *testing.T) {
	granted := func(unit, year, n string) job.Source {
		return given.Source(t, unit+year+".xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Figures["requests.granted.natural_person"] = model.ParseFigure(form.Count, n)
		})
	}
	const first, second, third, gone = "第一镇人民政府", "第二镇人民政府", "第三镇人民政府", "旧镇人民政府"
	list := county.NewList([]county.Member{{Name: first}, {Name: second}, {Name: third},
		{Name: gone, Ended: time.Date(2024, time.May, 1, 0, 0, 0, 0, time.UTC), Successors: []string{first}}})
	_, data := aggregated(t, collect.Aggregation{Year: 2023}, []job.Source{granted(first, "2023", "1"), granted(second, "2023", "20"), granted(third, "2023", "300"), granted(gone, "2023", "4000")})
	for _, c := range []struct {
		why    string
		now    []job.Source
		before string
		remark string // "" for none
	}{
		{"all of them", []job.Source{granted(first, "2024", "5"), granted(second, "2024", "5"), granted(third, "2024", "5")}, "4321", ""},
		{"some of them, with what one took over", []job.Source{granted(first, "2024", "5"), granted(third, "2024", "5")}, "4301", "今年没有加进来的1个单位，2023年的办理结果里也没有算：第二镇人民政府。"},
		{"who took over is not among them", []job.Source{granted(second, "2024", "5")}, "20", "今年没有加进来的3个单位，2023年的办理结果里也没有算：第一镇人民政府、第三镇人民政府、旧镇人民政府。"},
	} {
		last, err := collect.ReadEarlier(job.File{Name: "去年.xlsx", Data: data})
		require.NoError(t, err)
		_, book := aggregated(t, collect.Aggregation{Year: 2024, Members: list, Last: last}, c.now)
		tables, err := workbook.ReadTables(book)
		require.NoError(t, err)
		chart := tables[slices.IndexFunc(tables, func(table workbook.Table) bool { return table.Sheet == "图" })]
		before, remark := "", ""
		for _, row := range chart.Rows {
			if i := slices.Index(row.Cells, "予以公开"); i >= 0 {
				before = row.Cell(i + 2)
			}
			if strings.Contains(row.Cell(0), "没有算") {
				remark = row.Cell(0)
			}
		}
		assert.Equal(t, c.before, before, c.why)
		assert.Equal(t, c.remark, remark, c.why)
	}
}
