//go:build !js

package pdftext

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/form"
	"nianbao/internal/published/page"
	"nianbao/internal/published/placed"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
	"nianbao/internal/sample/cover"
)

// reader is one interpreted machine for a test. It takes a second to start, which -short does without.
func reader(t *testing.T) *Reader { return readerOf(t, Options{}) }

// compiled is one compiled machine for a test.
func compiled(t *testing.T) *Reader {
	return readerOf(t, Options{Compile: true, CacheDir: sample.MachineCache()})
}

func readerOf(t *testing.T, o Options) *Reader {
	if testing.Short() {
		t.Skip("-short: no PDF is read")
	}
	r, err := NewReader(o)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, r.Close()) })
	return r
}

// write makes a PDF of objects, numbered from 1, of which the first is the catalogue. Its table of references is right.
func write(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// onePage is a PDF of one page with a content and more entries.
func onePage(content, more string) []byte {
	return write("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> "+more+" >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		"<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [2 0 0 2 100 100] /Length 16 >>\nstream\n0 10 m 50 10 l S\nendstream")
}

const words = "BT /F 12 Tf 100 700 Td (The quick brown fox jumps over the lazy dog, twice over) Tj ET "

func TestPlaces(t *testing.T) {
	r := reader(t)
	near := func(want, got float64, why string) { t.Helper(); assert.InDelta(t, want, got, 1, why) }
	sheets, err := r.Read(t.Context(), onePage(words+"1 w 100 500 m 300 500 l S 100 400 50 1 re f 1 1 1 rg 100 300 50 1 re f 100 200 m 150 250 l S /X Do", ""))
	require.NoError(t, err)
	s := sheets[0]
	near(595, s.Width, "width")
	near(100, s.Glyphs[0].X0, "left of the first character")
	near(142, s.Glyphs[0].Y0+placed.Baseline*12, "its baseline, from the top")
	near(12, s.Glyphs[0].Size, "its size")
	require.Len(t, s.Rules, 3, "a stroke, a thin rectangle, one in a form; neither a slanting line nor a white one")
	near(342, s.Rules[0].Y0, "the stroke")
	near(300, s.Rules[0].X1, "its end")
	near(722, s.Rules[2].Y0, "in a form that is moved and doubled")
	near(200, s.Rules[2].X1, "its end")

	sheets, err = r.Read(t.Context(), onePage(words, "/Rotate 90"))
	require.NoError(t, err)
	near(595, sheets[0].Width, "a page that is shown turned, whose text then runs down, is turned back")
	near(100, sheets[0].Glyphs[0].X0, "its first character")

	sheets, err = r.Read(t.Context(), onePage("q 0 1 -1 0 595 0 cm "+strings.Replace(words, "700", "300", 1)+"Q", "/CropBox [10 20 585 822]"))
	require.NoError(t, err)
	assert.Greater(t, sheets[0].Width, sheets[0].Height, "text that runs up the page makes it one that lies")
	near(80, sheets[0].Glyphs[0].X0, "its first character, counted from the crop")

	sheets, err = r.Read(t.Context(), onePage(words+"BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET", ""))
	require.NoError(t, err)
	for _, g := range sheets[0].Glyphs {
		assert.Less(t, g.Size, 20.0, "a watermark across the page is left out")
	}
}

func TestRefused(t *testing.T) {
	r := reader(t)
	many := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"}
	many[1] = "<< /Type /Pages /Count 5000 /Kids [" + strings.Repeat("3 0 R ", 5000) + "] >>"
	loop := write("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] /Parent 2 0 R >>")
	for _, c := range []struct {
		why  string
		data []byte
		want Fault
	}{
		{"nothing", nil, NotPDF},
		{"another kind", []byte("PK\x03\x04"), NotPDF},
		{"a head alone", []byte("%PDF-1.4\n"), Damaged},
		{"noise", append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 obj << /A 2 0 R"), 1000)...), Damaged},
		{"a page in itself", loop, Damaged},
		{"as many pages as a library", write(many...), TooLong},
		{"a picture", onePage("q 500 0 0 500 0 0 cm Q", ""), Scanned},
		{"a page number alone", onePage("BT /F 12 Tf 100 50 Td (- 1 -) Tj ET", ""), Scanned},
		{"a password", onePageLocked(), Locked},
	} {
		_, err := r.Read(t.Context(), c.data)
		var e Error
		if assert.ErrorAs(t, err, &e, c.why) {
			assert.Equal(t, c.want, e.Fault, "%s: %v", c.why, err)
			assert.NotContains(t, e.Error(), "。", c.why)
		}
	}
	_, err := r.Read(t.Context(), onePage(words, ""))
	assert.NoError(t, err, "the machine goes on after all of them")
}

// onePageLocked is a file that asks for a password: its own entries, which fit none.
func onePageLocked() []byte {
	key := strings.Repeat("5A", 32)
	return bytes.Replace(onePage(words, ""), []byte("/Root 1 0 R"),
		[]byte("/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <"+key+"> /U <"+key+"> >>"), 1)
}

// TestCancelled: a caller who does not want to wait any longer gets an answer, and the machine goes on.
func TestCancelled(t *testing.T) {
	r := reader(t)
	heavy := bytes.Replace(onePage("/X Do", ""), []byte("0 10 m 50 10 l S"), []byte("/X Do /X Do /X D"), 1) // a form in itself, three times: half a minute
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	_, err := r.Read(ctx, heavy)
	assert.Equal(t, Error{Fault: Cancelled}, err)
	_, err = r.Read(t.Context(), onePage(words, ""))
	assert.NoError(t, err)
}

// Compiled, the machine reads what it reads interpreted.
func TestCompiledReadsTheSame(t *testing.T) {
	data, err := os.ReadFile("testdata/libreoffice-cut-a.pdf")
	require.NoError(t, err)
	want, err := reader(t).Read(t.Context(), data)
	require.NoError(t, err)
	got, err := compiled(t).Read(t.Context(), data)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

// TestSamples: the tables of what other programs make of the sample reports come back cell by cell, and those of our own.
func TestSamples(t *testing.T) {
	r := compiled(t)
	for _, c := range []struct{ file, report string }{
		{"libreoffice-cut-a.pdf", "a-town-2022"}, // no head is repeated, rows cut in their middle; LibreOffice loses a piece of the long label
		{"libreoffice-cut-d.pdf", "d-town-2020"},
		{"libreoffice-upright-a.pdf", "a-town-2022"},
		{"chromium-cut-a.pdf", "a-town-2022"},
	} {
		data, err := os.ReadFile(filepath.Join("testdata", c.file))
		require.NoError(t, err)
		t.Run(c.file, func(t *testing.T) { compare(t, r, data, document.Compose(sample.Report(t, c.report))) })
	}
	set, err := fonts.Embedded()
	require.NoError(t, err)
	for name, report := range sample.Reports(t) {
		if name == "g-stress-2025" { // forty pages
			continue
		}
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			in := render.NewInput(report, nil, document.Compose(report), set, render.Options{})
			pdf, _ := render.ByName("pdf")
			require.NoError(t, pdf.Write(&b, in))
			compare(t, r, b.Bytes(), document.Compose(report))
		})
	}
}

// TestUnruled: without rules no figure comes to stand in another's place, and most come back.
func TestUnruled(t *testing.T) {
	r := reader(t)
	data, err := os.ReadFile(filepath.Join("testdata", "libreoffice-unruled-a.pdf"))
	require.NoError(t, err)
	sheets, err := r.Read(t.Context(), data)
	require.NoError(t, err)
	guessed := 0
	for _, b := range placed.Read(sheets).Blocks {
		if b.Table != nil {
			assert.True(t, b.Table.Guessed)
			guessed++
		}
	}
	assert.GreaterOrEqual(t, guessed, 2)
}

// compare compares the tables of a PDF with those of a document. A label may be blank or cut where its program lost a piece.
func compare(t *testing.T, r *Reader, data []byte, want *document.Document) {
	sheets, err := r.Read(t.Context(), data)
	require.NoError(t, err)
	var got []*page.Table
	for _, b := range placed.Read(sheets).Blocks {
		if b.Table != nil {
			got = append(got, b.Table)
		}
	}
	var tables []document.Table
	for _, b := range want.Blocks {
		if table, ok := b.(document.Table); ok {
			tables = append(tables, table)
		}
	}
	require.Len(t, got, len(tables))
	for i, w := range tables {
		g := got[i]
		require.Equal(t, [2]int{w.Rows, w.Cols}, [2]int{g.Rows, g.Columns})
		covered := cover.Of(g)
		for _, c := range w.Cells {
			require.GreaterOrEqual(t, covered[c.Row][c.Col], 0)
			text := g.Cells[covered[c.Row][c.Col]].Text
			if c.Role == form.RowHeadSlot && c.Group && strings.HasPrefix(c.Text, text) {
				continue
			}
			assert.Equal(t, c.Text, text, "row %d, column %d", c.Row, c.Col)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	r, err := NewReader(Options{})
	require.NoError(b, err)
	defer r.Close()
	data, err := os.ReadFile(filepath.Join("testdata", "libreoffice-cut-a.pdf"))
	require.NoError(b, err)
	for b.Loop() {
		_, err := r.Read(b.Context(), data)
		require.NoError(b, err)
	}
}
