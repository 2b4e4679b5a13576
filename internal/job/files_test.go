package job_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/sample"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct{ why, name, want string }{
		{"an ordinary title", "清溪镇人民政府2025年", "清溪镇人民政府2025年"},
		{"what Windows refuses", `甲/乙\丙:丁*戊?己"庚<辛>壬|癸`, "甲_乙_丙_丁_戊_己_庚_辛_壬_癸"},
		{"control characters", "甲\x00乙\n", "甲_乙_"},
		{"nothing", "", "_"},
		{"a hidden file would not be found", ".profile", "_.profile"},
		{"a lock file would be skipped", "~$甲", "_~$甲"},
		{"no way out of the folder", "../../甲", "_.._.._甲"},
	} {
		assert.Equal(t, c.want, job.FileName(c.name), c.why)
	}
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
		found, note := last.Of(r)
		if assert.NotNil(t, found, why) {
			assert.Equal(t, "望禾镇人民政府2024年政府信息公开工作年度报告", found.Title(), why)
		}
		assert.Empty(t, note, why)
		found, note = last.Of(other)
		assert.Nil(t, found, "another unit's report is not compared with")
		assert.Contains(t, note, "“清溪镇人民政府”2024年度", why)
	}
	found, note := (*job.LastYear)(nil).Of(r)
	assert.Nil(t, found)
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
	k := checker(t)
	broken := k.Check(planned(sample.ReportFile(t, "f-county-2023")))
	r := job.Renderer{Formats: formats, Fonts: k.Fonts}
	files, err := r.Render(broken)
	assert.ErrorIs(t, err, job.ErrBlocked)
	assert.Empty(t, files)

	r.Draft = true
	files, err = r.Render(broken)
	require.NoError(t, err)
	require.NoError(t, files[0].Err)
	assert.Equal(t, "青垣县人民政府2023年政府信息公开工作年度报告.txt", files[0].Name)
	assert.Contains(t, string(files[0].Data), "草稿\n")
	assert.Contains(t, string(files[0].Data), "应为11", "a draft lists what is open")
}
