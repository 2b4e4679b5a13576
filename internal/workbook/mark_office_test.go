package workbook

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
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
	python := openpyxl(t)
	folder := t.TempDir()
	ours := filepath.Join(folder, "ours.xlsx")
	require.NoError(t, os.WriteFile(ours, written(t, sample(t, "b-district-2022"), Options{}), 0o600))
	for _, file := range []string{ours, "../../testdata/workbooks/libreoffice-b-district-2022.xlsx", "../../testdata/workbooks/openpyxl-d-town-2020.xlsx"} {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		copied := filepath.Join(folder, "copy.xlsx")
		notes := someNotes(read(t, data))
		require.NoError(t, os.WriteFile(copied, marked(t, data, notes...), 0o600))
		said, err := exec.Command(python, "../../testdata/workbooks/compare.py", file, copied).CombinedOutput()
		require.NoError(t, err, "%s: %s", file, said)
		for _, n := range notes {
			assert.Contains(t, string(said), n.Place.Sheet+" "+n.Place.Ref+" "+n.Colour.argb())
		}
	}
}

func TestMarkedCopyInLibreOffice(t *testing.T) {
	convert := office(t)
	data := written(t, sample(t, "b-district-2022"), Options{})
	r := read(t, data)
	notes := someNotes(r)
	copied := marked(t, data, notes...)
	file := filepath.Join(t.TempDir(), "copy.xlsx")
	require.NoError(t, os.WriteFile(file, copied, 0o600))
	saved, err := os.ReadFile(filepath.Join(convert(file), "copy.xlsx"))
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
