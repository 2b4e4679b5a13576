package svg_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/render/pdf"
	"nianbao/internal/render/svg"
	"nianbao/internal/sample"
)

// One page of text with a table: what is waited for before a preview is seen. BenchmarkPages and BenchmarkPDF write the same report.
func BenchmarkPage(b *testing.B) {
	p := pagesOf(b, sample.Report(b, "d-town-2020"), nil)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, svg.Write(io.Discard, &p.Pages[3], "第4页"))
	}
}

func BenchmarkPages(b *testing.B) {
	p := pagesOf(b, sample.Report(b, "d-town-2020"), nil)
	b.ReportAllocs()
	for b.Loop() {
		for i := range p.Pages {
			require.NoError(b, svg.Write(io.Discard, &p.Pages[i], "第4页"))
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	p := pagesOf(b, sample.Report(b, "d-town-2020"), nil)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, pdf.Write(io.Discard, p, nil))
	}
}
