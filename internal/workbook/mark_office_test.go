package workbook

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// someNotes are notes on a figure, a total, a field and a paragraph.
func someNotes(r *model.Report) []Note {
	var notes []Note
	for i, k := range []form.Key{"requests.received.natural_person", "requests.received.total", "unit.name", "narrative.overview"} {
		notes = append(notes, noteOn(r, k, Colour(i), "A1B2C"+string(rune('0'+i))))
	}
	return notes
}

func TestMarkedCopyInOpenpyxl(t *testing.T) {
	sample.Need(t, "openpyxl")
	folder := t.TempDir()
	ours := filepath.Join(folder, "ours.xlsx")
	require.NoError(t, os.WriteFile(ours, written(t, sample.Report(t, "b-district-2022"), Options{}), 0o600))
	files := []string{ours}
	for _, name := range sample.Workbooks(t) {
		files = append(files, sample.WorkbookFile(t, name))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		copied := filepath.Join(folder, "copy.xlsx")
		notes := someNotes(read(t, data))
		require.NoError(t, os.WriteFile(copied, marked(t, data, notes...), 0o600))
		said := sample.Run(t, "openpyxl", sample.Path(t, "testdata/workbooks/compare.py"), file, copied)
		for _, n := range notes {
			assert.Contains(t, said, n.Place.Sheet+" "+n.Place.Ref+" "+n.Colour.argb())
		}
	}
}

func TestMarkedCopyInLibreOffice(t *testing.T) {
	sample.Need(t, "soffice")
	data := written(t, sample.Report(t, "b-district-2022"), Options{})
	r := read(t, data)
	notes := someNotes(r)
	copied := marked(t, data, notes...)
	file := filepath.Join(t.TempDir(), "copy.xlsx")
	require.NoError(t, os.WriteFile(file, copied, 0o600))
	saved, err := os.ReadFile(filepath.Join(sample.Convert(t, "xlsx", file), "copy.xlsx"))
	require.NoError(t, err)
	assertSame(t, plainly(r), plainly(read(t, saved)))

	before, after := opened(t, copied), opened(t, saved)
	assert.Equal(t, before.GetSheetList(), after.GetSheetList())
	for _, sheet := range before.GetSheetList() {
		want, err := before.GetDataValidations(sheet)
		require.NoError(t, err)
		got, err := after.GetDataValidations(sheet)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(got), len(want), sheet)
		comments, err := before.GetComments(sheet)
		require.NoError(t, err)
		kept, err := after.GetComments(sheet)
		require.NoError(t, err)
		assert.Len(t, kept, len(comments), sheet)
	}
	want, err := before.GetRows(resultSheet)
	require.NoError(t, err)
	got, err := after.GetRows(resultSheet)
	require.NoError(t, err)
	assert.Equal(t, want, got)
	for _, n := range notes {
		assert.Equal(t, n.Colour.argb(), fillAt(t, saved, n.Place.Sheet, n.Place.Ref), "the mark is seen")
	}

	again := marked(t, saved)
	for _, n := range notes[:3] {
		want := "FF" + yellow
		if n.Place == r.Figures["requests.received.total"].Place {
			want = "FF" + grey
		}
		assert.Equal(t, want, fillAt(t, again, n.Place.Sheet, n.Place.Ref), "and taken off, although LibreOffice did not keep what was below")
	}
	for _, sheet := range opened(t, again).GetSheetList() {
		comments, err := opened(t, again).GetComments(sheet)
		require.NoError(t, err)
		assert.Empty(t, comments, "LibreOffice forgets who wrote them, yet they are taken away")
	}
}
