package job_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/exchange"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/render/pdf"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/workbook"
)

// How many allocations a report takes from its file to PDF and text, and a check of it alone, when the tables are made: what is stated in
// docs/bench.md, and a tenth more for what the collector throws away in between.
func TestAllocationsOfAReport(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the race detector, with which it goes, throws away what would be used again")
	}
	set, err := fonts.Embedded()
	require.NoError(t, err)
	formats, err := job.Formats("pdf,txt")
	require.NoError(t, err)
	k := job.Checker{Fonts: set}
	r := job.Renderer{Formats: formats, Fonts: set}
	for _, file := range []struct {
		kind, name     string
		checked, whole float64
	}{
		{"a workbook", benchWorkbook(t), 7_320, 22_630},
		{"exchange JSON", sample.ReportFile(t, "d-town-2020"), 5_630, 20_940},
	} {
		check := testing.AllocsPerRun(20, func() { require.NoError(t, k.Check(given.Planned(file.name)).Err) })
		assert.InDelta(t, file.checked, check, file.checked/10, "a check of %s", file.kind)
		whole := testing.AllocsPerRun(20, func() {
			_, err := r.Render(k.Check(given.Planned(file.name)))
			require.NoError(t, err)
		})
		assert.InDelta(t, file.whole, whole, file.whole/10, "a report of %s", file.kind)
	}
}

// One report, as a process does it: workbook in, checks, PDF and text out.
func BenchmarkReport(b *testing.B) {
	file := benchWorkbook(b)
	formats, err := job.Formats("pdf,txt")
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		set, err := fonts.Embedded()
		require.NoError(b, err)
		r := job.Renderer{Formats: formats, Fonts: set}
		_, err = r.Render((&job.Checker{Fonts: set}).Check(given.Planned(file)))
		require.NoError(b, err)
	}
}

// The same step by step. Run once (-benchtime 1x) the figures are those of a process that has just begun, which makes its tables on the way.
func BenchmarkStage(b *testing.B) {
	data, err := os.ReadFile(benchWorkbook(b))
	require.NoError(b, err)
	set, err := fonts.Embedded()
	require.NoError(b, err)
	var (
		report *model.Report
		made   *document.Document
		pages  *layout.Pages
		json   bytes.Buffer
	)
	for _, stage := range []struct {
		name string
		do   func() error
	}{
		{"workbook", func() (err error) { report, err = workbook.Read(data); return err }},
		{"check", func() error { check.Run(&check.Input{Report: report}); return nil }},
		{"document", func() error { made = document.Compose(report); return nil }},
		{"layout", func() error { pages, _ = layout.Set(made, set); return nil }},
		{"pdf", func() error { return pdf.Write(io.Discard, pages, nil) }},
		{"text", func() error { return text.Write(io.Discard, made, text.Options{}) }},
		{"json", func() error { json.Reset(); return exchange.Write(&json, report) }},
		{"json-read", func() (err error) { _, err = exchange.Read(json.Bytes()); return err }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, stage.do())
			}
		})
	}
}

// One check: what a county does a thousand times.
func BenchmarkReportCheck(b *testing.B) {
	file := benchWorkbook(b)
	set, err := fonts.Embedded()
	require.NoError(b, err)
	k := job.Checker{Fonts: set}
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, k.Check(given.Planned(file)).Err)
	}
}

func benchWorkbook(b testing.TB) string {
	r := sample.Report(b, "d-town-2020")
	var book bytes.Buffer
	_, err := workbook.Write(&book, r, workbook.Options{})
	require.NoError(b, err)
	file := filepath.Join(b.TempDir(), "report.xlsx")
	require.NoError(b, os.WriteFile(file, book.Bytes(), 0o644))
	return file
}
