package job_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/job"
	"nianbao/internal/model"
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

func TestInputs(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.xlsx", "a.XLSX", "~$a.xlsx", ".hidden.xlsx", "c.docx", "镇/d.xlsx", ".git/e.xlsx"} {
		file := filepath.Join(folder, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, nil, 0o644))
	}
	empty := t.TempDir()
	single := filepath.Join(folder, "b.xlsx")
	files, failures := job.Inputs([]string{folder, empty, single, "没有.xlsx"})
	var names []string
	for _, f := range files {
		name, err := filepath.Rel(folder, f)
		if err != nil {
			name = f
		}
		names = append(names, filepath.ToSlash(name))
	}
	assert.Equal(t, []string{"a.XLSX", "b.xlsx", "镇/d.xlsx", "没有.xlsx"}, names,
		"workbooks only, sub-folders too, no lock or hidden files, none twice; a missing file is told when it is opened")
	require.Len(t, failures, 1)
	assert.ErrorContains(t, failures[0], "文件夹里没有填报表")
}

func TestWriteFileIsWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	target := filepath.Join(folder, "报告.txt")
	require.NoError(t, job.WriteFile(target, func(w io.Writer) error { _, err := io.WriteString(w, "第一版"); return err }))
	err := job.WriteFile(target, func(w io.Writer) error {
		io.WriteString(w, "第二版写到一半")
		return errors.New("断电")
	})
	require.ErrorContains(t, err, "断电")
	data, err := os.ReadFile(target)
	require.NoError(t, err)
	assert.Equal(t, "第一版", string(data), "a failed write leaves what was there")
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, left, 1, "and nothing beside it")

	book := filepath.Join(folder, "填报.xlsx")
	nothing := func(io.Writer) error { return nil }
	require.NoError(t, job.NewFile(book, false, nothing))
	assert.ErrorContains(t, job.NewFile(book, false, nothing), "已经有这个文件了")
	require.NoError(t, job.NewFile(book, true, nothing))
	assert.ErrorContains(t, job.NewFile(target, true, nothing), "要以.xlsx结尾")
}

func TestLastYear(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a-town-2022", "e-town-2024"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".json"), sample.Read(t, "testdata/reports/"+name+".json"), 0o644))
	}
	last, err := job.OpenLastYear(filepath.Join(folder, "e-town-2024.json"))
	require.NoError(t, err)
	r := sample.Report(t, "e-town-2024")
	r.Fields["report.year"] = model.Field{Text: "2025"}
	found, note := last.Of(r)
	assert.NotNil(t, found)
	assert.Empty(t, note)
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	found, note = last.Of(r)
	assert.Nil(t, found, "another unit's report is not compared with")
	assert.Contains(t, note, "望禾镇人民政府2024年")
	found, note = (*job.LastYear)(nil).Of(r)
	assert.Nil(t, found)
	assert.Empty(t, note)
	_, err = job.OpenLastYear(folder)
	assert.ErrorContains(t, err, "没有可用的上年报告", "a folder is searched for workbooks")
}

func TestDraftIsMarkedAndFinalIsNot(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	formats, err := job.Formats("txt")
	require.NoError(t, err)
	k := job.Checker{Fonts: set}
	broken := k.Check(sample.ReportFile(t, "f-county-2023"))
	r := job.Renderer{Formats: formats, Folder: t.TempDir(), Fonts: set}
	files, err := r.Render(broken)
	assert.ErrorIs(t, err, job.ErrBlocked)
	assert.Empty(t, files)

	r.Draft = true
	files, err = r.Render(broken)
	require.NoError(t, err)
	text, err := os.ReadFile(files[0])
	require.NoError(t, err)
	assert.Contains(t, string(text), "草稿\n")
	assert.Contains(t, string(text), "应为11", "a draft lists what is open")

	_, err = r.Render(check.Outcome{File: "另一份.json", Report: broken.Report})
	assert.ErrorContains(t, err, "会写成同一个文件")
}
