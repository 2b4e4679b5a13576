package job_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/render"
	"nianbao/internal/render/pdf"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
)

func TestLongFileNamesAreCutAtACharacterAndStayApart(t *testing.T) {
	const room = 255 - len("（正文）（草稿）.html")
	for why, character := range map[string]string{"one byte": "a", "three": "镇", "four": "\U00030000", "letters under others": "e\u0301"} {
		for length := 1; length < 300; length++ {
			name := strings.Repeat(character, length)
			got := job.FileName(name)
			require.LessOrEqual(t, len(got), room, why)
			require.True(t, utf8.ValidString(got), why)
			require.Equal(t, len(name) <= room, got == name, "%s, %d: only what is too long is cut", why, length)
			require.Equal(t, got, job.FileName(got), why)
		}
	}
	long := strings.Repeat("清溪镇", 40)
	assert.NotEqual(t, job.FileName(long+"甲"), job.FileName(long+"乙"), "two names with the same beginning")
	assert.LessOrEqual(t, len(job.MarkedBeside(strings.Repeat("镇", 82)+".json")), 255, "a copy of a file whose name is as long as can be")
	assert.Len(t, job.MarkedBeside(strings.Repeat("\xb0\xa1", 122)+".xlsx"), 253, "of one whose name is no UTF-8, as archives leave it")
}

func TestLastYear(t *testing.T) {
	at := func(name string, found bool) job.Source {
		s := job.From(name+".json", sample.Read(t, "testdata/reports/"+name+".json"))
		s.Found = found
		return s
	}
	r := sample.Report(t, "e-town-2024")
	r.Fields["report.year"] = model.Field{Text: "2025"}
	other := sample.Report(t, "e-town-2024")
	other.Fields["unit.name"], other.Fields["report.year"] = model.Field{Text: "清溪镇人民政府"}, model.Field{Text: "2025"}

	one, err := job.NewLastYear([]job.Source{at("e-town-2024", false)})
	require.NoError(t, err)
	folder, err := job.NewLastYear([]job.Source{at("a-town-2022", true), at("e-town-2024", true), at("f-county-2023", true)})
	require.NoError(t, err)
	assert.Empty(t, folder.Notes)
	for why, last := range map[string]*job.LastYear{"one report": one, "a folder of them": folder} {
		found, note := last.Of(r, nil)
		if assert.NotNil(t, found.Report, why) {
			assert.Equal(t, "望禾镇人民政府2024年政府信息公开工作年度报告", found.Report.Title(), why)
		}
		assert.Empty(t, note, why)
		found, note = last.Of(other, nil)
		assert.Nil(t, found.Report, "another unit's report is not compared with")
		assert.Contains(t, note, "“清溪镇人民政府”2024年度", why)
	}
	found, note := (*job.LastYear)(nil).Of(r, nil)
	assert.Nil(t, found.Report)
	assert.Empty(t, note)

	_, err = job.NewLastYear(nil)
	assert.Equal(t, []remedy.Remedy{{Action: remedy.ChooseLast}}, remedy.Of(err), "an empty folder")
	broken := job.From("坏.json", []byte("{"))
	_, err = job.NewLastYear([]job.Source{broken})
	assert.ErrorContains(t, err, "坏.json：", "what cannot be read is named")
	broken.Found = true
	twice, err := job.NewLastYear([]job.Source{at("e-town-2024", true), at("e-town-2024", true), broken})
	require.NoError(t, err)
	assert.Len(t, twice.Notes, 2, "so is what a folder holds twice, or broken: %v", twice.Notes)
}

func TestDraftIsMarkedAndFinalIsNot(t *testing.T) {
	formats, err := job.Formats("txt")
	require.NoError(t, err)
	k := given.Checker(t)
	broken := k.Check(given.Planned(sample.ReportFile(t, "f-county-2023")))
	r := job.Renderer{Formats: formats, Fonts: k.Fonts}
	files, err := r.Render(broken)
	assert.ErrorIs(t, err, job.ErrBlocked)
	assert.Empty(t, files)

	r.Marking = job.Draft
	files, err = r.Render(broken)
	require.NoError(t, err)
	require.NoError(t, files[0].Err)
	assert.Equal(t, "青垣县人民政府2023年政府信息公开工作年度报告（草稿）.txt", files[0].Name)
	assert.Contains(t, string(files[0].Data), "草稿\n")
	assert.Contains(t, string(files[0].Data), "应为11", "a draft lists what is open")
}

// What is shown before it is printed is what is printed: the same pages, under the same conditions.
func TestPagesAreThoseOfThePDF(t *testing.T) {
	formats, err := job.Formats("pdf")
	require.NoError(t, err)
	k := given.Checker(t)
	for _, c := range []struct {
		why, name string
		marking   job.Marking
	}{
		{"a report", "a-town-2022", job.Final},
		{"a review copy", "a-town-2022", job.Review},
		{"a draft, with what is open", "f-county-2023", job.Draft},
	} {
		checked := k.Check(given.Planned(sample.ReportFile(t, c.name)))
		r := job.Renderer{Formats: formats, Marking: c.marking, Options: render.Options{NoData: true}, Fonts: k.Fonts}
		files, err := r.Render(checked)
		require.NoError(t, err, c.why)
		require.NoError(t, files[0].Err, c.why)
		pages, err := r.Pages(checked)
		require.NoError(t, err, c.why)
		var printed bytes.Buffer
		require.NoError(t, pdf.Write(&printed, pages, nil))
		assert.True(t, bytes.Equal(files[0].Data, printed.Bytes()), c.why)
		assert.Equal(t, c.marking != job.Final, pages.Pages[0].Shapes != nil, "%s: marked as one", c.why)
	}
	r := job.Renderer{Fonts: k.Fonts}
	broken := k.Check(given.Planned(sample.ReportFile(t, "f-county-2023")))
	_, err = r.Pages(broken)
	assert.ErrorIs(t, err, job.ErrBlocked)
	_, err = r.Pages(k.Check(given.Planned("没有.xlsx")))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	broken.Report = nil
	r.Marking = job.Draft
	pages, err := r.Pages(broken)
	assert.ErrorContains(t, err, "程序", "a fault of ours is told, and goes no further")
	assert.Nil(t, pages)
}
