package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

const inForce form.Key = "proactive.normative.in_force"

// remembering is a blank form into which last year's stock was carried over.
func remembering(t testing.TB, stock string) []byte {
	r := model.New(sample.Report(t, "e-town-2024").Edition)
	r.LastStocks = map[form.Key]model.Value{inForce: model.ParseFigure(form.Count, stock)}
	r.Figures[inForce], r.StocksOf = r.LastStocks[inForce], 2023
	return written(t, r, Options{})
}

// What last year's stock was is remembered beside the form, wherever the clerk's programs move it, and is none of the report.
func TestLastStocksAreRemembered(t *testing.T) {
	data := remembering(t, "9")
	blank := written(t, model.New(sample.Report(t, "e-town-2024").Edition), Options{})
	for _, c := range []struct {
		why  string
		data []byte
		is   string // "" for not remembered
	}{
		{"as it was written", data, "9"},
		{"the stock itself was changed", edit(t, data, func(f *excelize.File) {
			require.NoError(t, f.SetCellInt(read(t, data).Figure(inForce).Place.Sheet, read(t, data).Figure(inForce).Place.Ref, 8))
		}), "9"},
		{"lines were put in above it", edit(t, data, func(f *excelize.File) { require.NoError(t, f.InsertRows(checkSheet, 6, 3)) }), "9"},
		{"the sheet was renamed", edit(t, data, func(f *excelize.File) { require.NoError(t, f.SetSheetName(checkSheet, "核对")) }), "9"},
		{"somebody wrote words over it", edit(t, data, func(f *excelize.File) {
			require.NoError(t, f.SetCellStr(checkSheet, read(t, data).LastStocks[inForce].Place.Ref, "九件"))
		}), ""},
		{"nothing was carried over", blank, ""},
		{"edited on the page", mended(t, data, Change{Key: inForce, Before: "9", After: "8"}), "9"},
		{"marked", marked(t, data), "9"},
	} {
		r := read(t, c.data)
		was, known := r.LastStocks[inForce]
		if assert.Equal(t, c.is != "", known, c.why); known {
			assert.Equal(t, c.is, was.Number.String(), c.why)
			assert.Equal(t, 2023, r.StocksOf, c.why)
			assert.Empty(t, r.Extras, "it is ours: "+c.why)
		}
		assert.Empty(t, r.Strays, c.why)
	}
	r := read(t, data)
	assert.Equal(t, "9", read(t, written(t, r, Options{})).LastStocks[inForce].Number.String(), "a workbook made from it remembers it too")
	r.LastStocks = nil
	assert.Equal(t, read(t, data).Digest(), r.Digest(), "it is none of the report")
}

// LibreOffice keeps it, and comes to the results that are stored.
func TestLastStocksInOffice(t *testing.T) {
	sample.Need(t, "soffice")
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	require.NoError(t, os.WriteFile(path, mended(t, remembering(t, "9"), Change{Key: "proactive.normative.issued", After: "2"}, Change{Key: "proactive.normative.repealed", After: "3"}), 0o644))
	again := filepath.Join(sample.Convert(t, "xlsx", path), "a.xlsx")
	data, err := os.ReadFile(again)
	require.NoError(t, err)
	r := read(t, data)
	require.Contains(t, r.LastStocks, inForce)
	assert.Equal(t, "9", r.LastStocks[inForce].Number.String())
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	at, ok := cellref.Parse(r.LastStocks[inForce].Place.Ref)
	require.True(t, ok)
	for col, want := range map[int]string{checkLeft: "9", checkRight: "8", checkDifference: "1", checkMark: openMark, checkHint: stockHint} {
		is, err := f.GetCellValue(checkSheet, cellref.At(col, at.Row+1).String())
		require.NoError(t, err)
		assert.Equal(t, want, is)
	}
}
