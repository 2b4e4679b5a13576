package job_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

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
		_, err = r.Render((&job.Checker{Fonts: set}).Check(planned(file)))
		require.NoError(b, err)
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
		require.NoError(b, k.Check(planned(file)).Err)
	}
}

func benchWorkbook(b *testing.B) string {
	r := sample.Report(b, "d-town-2020")
	var book bytes.Buffer
	_, err := workbook.Write(&book, r, workbook.Options{})
	require.NoError(b, err)
	file := filepath.Join(b.TempDir(), "report.xlsx")
	require.NoError(b, os.WriteFile(file, book.Bytes(), 0o644))
	return file
}
