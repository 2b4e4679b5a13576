package worddoc_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
	"nianbao/internal/published/worddoc"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/sample"
)

// Every sample report, saved as .doc by LibreOffice, has the tables of the form, cell by cell, and all its text.
func TestReportsSavedByLibreOffice(t *testing.T) {
	sample.Need(t, "soffice")
	ours := t.TempDir()
	var files []string
	for name, r := range sample.Reports(t) {
		var b bytes.Buffer
		require.NoError(t, docx.Write(&b, document.Compose(r)))
		file := filepath.Join(ours, name+".docx")
		require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
		files = append(files, file)
	}
	theirs := sample.Convert(t, "doc:MS Word 97", files...)
	cells, tables, paragraphs := 0, 0, 0
	for name, r := range sample.Reports(t) {
		data, err := os.ReadFile(filepath.Join(theirs, name+".doc"))
		require.NoError(t, err)
		p, err := worddoc.Read(data)
		require.NoError(t, err)
		c, n := compare(t, name, document.Compose(r), p)
		cells, tables, paragraphs = cells+c, tables+n, paragraphs+len(p.Blocks)-n
	}
	t.Logf("%d cells of %d tables, %d paragraphs", cells, tables, paragraphs)
}

// compare holds what was read against the report that was written, and tells how many cells and tables it compared.
func compare(t *testing.T, name string, want *document.Document, got *page.Page) (cells, tables int) {
	var wantText, gotText strings.Builder
	var read []*page.Table
	for _, b := range got.Blocks {
		gotText.WriteString(b.Text)
		if b.Table != nil {
			read = append(read, b.Table)
		}
	}
	for _, b := range want.Blocks {
		switch b := b.(type) {
		case document.Title:
			wantText.WriteString(b.Unit + b.Name)
		case document.Heading:
			wantText.WriteString(b.Text)
		case document.Paragraph:
			wantText.WriteString(b.Lead + b.Text)
		case document.Signature:
			wantText.WriteString(b.Unit + b.Date)
		case document.Table:
			require.Less(t, tables, len(read), name)
			cells += compareTables(t, name, b, read[tables])
			tables++
		}
	}
	assert.Len(t, read, tables, name)
	assert.Equal(t, squeezed(wantText.String()), squeezed(gotText.String()), name)
	return cells, tables
}

func compareTables(t *testing.T, name string, want document.Table, got *page.Table) (cells int) {
	assert.Equal(t, [2]int{want.Rows, want.Cols}, [2]int{got.Rows, got.Columns}, name)
	require.Len(t, got.Cells, len(want.Cells), name)
	for i, w := range want.Cells {
		g := got.Cells[i]
		g.Text = squeezed(g.Text)
		assert.Equal(t, page.Cell{Row: w.Row, Column: w.Col, RowSpan: w.RowSpan, ColumnSpan: w.ColSpan, Text: squeezed(w.Text)}, g, "%s: %s", name, want.Title)
	}
	return len(want.Cells)
}

// squeezed is a text without the blanks and ends of lines that a writer is free to set.
func squeezed(text string) string {
	return chinese.Unspaced(text)
}
