package pdfdata_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/published/pdfdata"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// pdfOf is a report as a PDF, and the data that it is to carry.
func pdfOf(t testing.TB, r *model.Report, o render.Options) (pdf, data []byte) {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	format, ok := render.ByName("pdf")
	require.True(t, ok)
	var file, json bytes.Buffer
	require.NoError(t, format.Write(&file, render.NewInput(r, nil, document.Compose(r), set, o)))
	require.NoError(t, exchange.Write(&json, document.Printed(r)))
	return file.Bytes(), json.Bytes()
}

func TestAttached(t *testing.T) {
	for name, r := range sample.Reports(t) {
		pdf, want := pdfOf(t, r, render.Options{})
		data, found, err := pdfdata.Attached(pdf, exchange.Attachment)
		require.NoError(t, err, name)
		assert.True(t, found, name)
		assert.Equal(t, string(want), string(data), name)
		_, err = exchange.Read(data)
		assert.NoError(t, err, name)

		data, found, err = pdfdata.Attached(pdf, "另一份.json")
		assert.NoError(t, err)
		assert.False(t, found, "of another name")
		assert.Nil(t, data)
	}
	pdf, _ := pdfOf(t, sample.Report(t, "d-town-2020"), render.Options{NoData: true})
	_, found, err := pdfdata.Attached(pdf, exchange.Attachment)
	assert.NoError(t, err)
	assert.False(t, found, "--no-data")
	assert.False(t, bytes.Contains(pdf, []byte("/Filespec")), "nothing of it")
}

// What other programs make of our file when they save it still has the data.
func TestSavedByOthers(t *testing.T) {
	for _, c := range []struct {
		why   string
		found bool
		call  []string
	}{
		{"as it was", true, []string{"qpdf", "IN", "OUT"}},
		{"objects and sections in streams", true, []string{"qpdf", "--object-streams=generate", "IN", "OUT"}},
		{"for the web", true, []string{"qpdf", "--linearize", "IN", "OUT"}},
		{"both", true, []string{"qpdf", "--linearize", "--object-streams=generate", "IN", "OUT"}},
		{"unpacked", true, []string{"qpdf", "--qdf", "IN", "OUT"}},
		{"unpacked, in streams", true, []string{"qpdf", "--stream-data=uncompress", "--object-streams=generate", "IN", "OUT"}},
		{"packed anew", true, []string{"qpdf", "--recompress-flate", "--compression-level=9", "--object-streams=generate", "IN", "OUT"}},
		{"one page of it", true, []string{"qpdf", "IN", "--pages", ".", "1", "--", "OUT"}},
		{"cleaned by MuPDF", true, []string{"mutool", "clean", "-gggg", "IN", "OUT"}},
		{"packed by MuPDF", true, []string{"mutool", "clean", "-gggg", "-z", "IN", "OUT"}},
		{"for the web, by MuPDF", true, []string{"mutool", "clean", "-l", "IN", "OUT"}},
		{"unpacked by MuPDF", true, []string{"mutool", "clean", "-d", "IN", "OUT"}},
		{"encrypted", false, []string{"qpdf", "--encrypt", "", "1234", "256", "--", "IN", "OUT"}},
		{"taken out", false, []string{"qpdf", "--remove-attachment=年报.json", "IN", "OUT"}},
		{"printed anew", false, []string{"pdftocairo", "-pdf", "IN", "OUT"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			sample.Need(t, c.call[0])
			pdf, want := pdfOf(t, sample.Report(t, "a-town-2022"), render.Options{})
			in, out := filepath.Join(t.TempDir(), "in.pdf"), filepath.Join(t.TempDir(), "out.pdf")
			require.NoError(t, os.WriteFile(in, pdf, 0o600))
			arguments := append([]string(nil), c.call[1:]...)
			for i, a := range arguments {
				arguments[i] = strings.NewReplacer("IN", in, "OUT", out).Replace(a)
			}
			sample.Run(t, c.call[0], arguments...)
			saved, err := os.ReadFile(out)
			require.NoError(t, err)
			data, found, err := pdfdata.Attached(saved, exchange.Attachment)
			require.NoError(t, err)
			assert.Equal(t, c.found, found)
			if c.found {
				assert.Equal(t, string(want), string(data))
			}
		})
	}
}
