package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// secrets are what stands in a ledger and nowhere else in a workbook.
var secrets = []string{"某年某月的申请", "甲乙丙丁", "45700", "45721", "批注里的话"}

// secretive is a filled workbook with a ledger that holds secrets.
func secretive(t testing.TB) []byte {
	t.Helper()
	r := sample.Report(t, "b-district-2022")
	r.Ledger = applied([5]string{"2025-02-12", "自然人", "予以公开", "某年某月的申请", "2025-03-05"}, [5]string{"2022-03-05", "甲乙丙丁"})
	return written(t, r, Options{})
}

func without(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	removed, err := WithoutLedger(&b, data)
	require.NoError(t, err)
	require.True(t, removed)
	return b.Bytes()
}

// assertSilent looks for secrets in every byte of every part.
func assertSilent(t testing.TB, data []byte, why string) {
	t.Helper()
	for name, part := range sample.Unzip(t, data) {
		for _, secret := range secrets {
			assert.NotContains(t, part, secret, "%s: %s", why, name)
		}
	}
}

// resaved has a library write a workbook anew, which puts texts into the shared table, after it was changed.
func resaved(t testing.TB, data []byte, change func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	for _, row := range []string{"6", "7"} {
		for _, col := range []string{"C", "D", "E"} {
			text, err := f.GetCellValue(ledgerSheet, col+row)
			require.NoError(t, err)
			require.NoError(t, f.SetCellStr(ledgerSheet, col+row, text))
		}
	}
	if change != nil {
		change(f)
	}
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

func TestWithoutLedger(t *testing.T) {
	var b bytes.Buffer
	removed, err := WithoutLedger(&b, written(t, sample.Report(t, "b-district-2022"), Options{}))
	require.NoError(t, err)
	assert.False(t, removed, "there is none")
	assert.Zero(t, b.Len())

	data := secretive(t)
	was := read(t, data)
	for _, c := range []struct {
		why  string
		data []byte
	}{
		{"as it was written", data},
		{"saved by another program, with shared strings", resaved(t, data, nil)},
		{"with a comment and a picture of its own", resaved(t, data, func(f *excelize.File) {
			require.NoError(t, f.AddComment(ledgerSheet, excelize.Comment{Cell: "C6", Author: "批注里的话", Paragraph: []excelize.RichTextRun{{Text: "批注里的话"}}}))
		})},
		{"with a copy of the sheet, the first of all", resaved(t, data, func(f *excelize.File) {
			index, err := f.NewSheet("台账备份")
			require.NoError(t, err)
			from, err := f.GetSheetIndex(ledgerSheet)
			require.NoError(t, err)
			require.NoError(t, f.CopySheet(from, index))
			require.NoError(t, f.MoveSheet("台账备份", "填写说明"))
			f.SetActiveSheet(0)
		})},
		{"with a formula in the form that counts it", resaved(t, data, func(f *excelize.File) {
			place := was.Figure("requests.received.natural_person").Place
			value := was.Figure("requests.received.natural_person").Number.IntPart()
			require.NoError(t, f.SetCellValue(place.Sheet, place.Ref, value))
			require.NoError(t, f.SetCellFormula(place.Sheet, place.Ref, "COUNTA("+ledgerSheet+"!C6:C300)"))
		})},
	} {
		before := read(t, c.data)
		got := without(t, c.data)
		assertSilent(t, got, c.why)
		now := read(t, got)
		assert.Nil(t, now.Ledger, c.why)
		assert.Equal(t, was.Digest(), before.Digest(), c.why)
		assert.Equal(t, was.Digest(), now.Digest(), c.why)
		assert.Empty(t, now.Extras, c.why)
		book, err := excelize.OpenReader(bytes.NewReader(got))
		require.NoError(t, err, c.why)
		assert.NotContains(t, strings.Join(book.GetSheetList(), " "), "台账", c.why)
		full, err := excelize.OpenReader(bytes.NewReader(c.data))
		require.NoError(t, err)
		names := slices.DeleteFunc(full.GetDefinedName(), func(n excelize.DefinedName) bool { return strings.Contains(n.RefersTo+n.Scope, "台账") })
		assert.Equal(t, names, book.GetDefinedName(), "%s: all other names stand for what they did, and belong to the sheet that they did", c.why)
	}
}

func TestLedgersThatCannotBeTakenOut(t *testing.T) {
	data := secretive(t)
	for _, c := range []struct {
		why  string
		do   func(f *excelize.File)
		told string
	}{
		{"a chart on another sheet", func(f *excelize.File) {
			_, err := f.NewSheet("图")
			require.NoError(t, err)
			require.NoError(t, f.AddChart("图", "A1", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "甲", Values: ledgerSheet + "!$B$6:$B$7"}}}))
		}, "填报表里的图表用到了依申请台账，带着台账的内容，请删去以后再试"},
		{"a pivot table", func(f *excelize.File) {
			_, err := f.NewSheet("透视")
			require.NoError(t, err)
			require.NoError(t, f.AddPivotTable(&excelize.PivotTableOptions{DataRange: ledgerSheet + "!B5:F7", PivotTableRange: "透视!A1:D9",
				Rows: []excelize.PivotTableField{{Data: "办理结果"}}, Data: []excelize.PivotTableField{{Data: "收到日期", Subtotal: "Count"}}}))
		}, "填报表里的数据透视表用到了依申请台账，带着台账的内容，请删去以后再试"},
	} {
		var b bytes.Buffer
		_, err := WithoutLedger(&b, resaved(t, data, c.do))
		assert.EqualError(t, err, c.told, c.why)
		assert.Zero(t, b.Len(), c.why)
	}
}

// LibreOffice opens what is left, and saves it as the same report.
func TestWithoutLedgerInLibreOffice(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice")
	folder := t.TempDir()
	file := filepath.Join(folder, "ledger.xlsx")
	require.NoError(t, os.WriteFile(file, secretive(t), 0o600))
	saved, err := os.ReadFile(filepath.Join(sample.Convert(t, "xlsx", file), "ledger.xlsx"))
	require.NoError(t, err)
	require.Equal(t, textsOf(read(t, secretive(t))), textsOf(read(t, saved)), "the ledger survives being saved")
	got := without(t, saved)
	assertSilent(t, got, "saved by LibreOffice")
	require.NoError(t, os.WriteFile(file, got, 0o600))
	again, err := os.ReadFile(filepath.Join(sample.Convert(t, "xlsx", file), "ledger.xlsx"))
	require.NoError(t, err)
	assertSame(t, plainly(read(t, got)), plainly(read(t, again)))
}

// Whatever workbook comes, nothing panics, and what is written has no ledger and says the same.
func FuzzWithoutLedger(f *testing.F) {
	f.Add(secretive(f))
	f.Add(resaved(f, secretive(f), nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b bytes.Buffer
		removed, err := WithoutLedger(&b, data)
		if err != nil || !removed {
			require.Zero(t, b.Len())
			return
		}
		var before, now *model.Report
		before, err = Read(data)
		require.NoError(t, err)
		now, err = Read(b.Bytes())
		require.NoError(t, err)
		require.Nil(t, now.Ledger)
		require.Equal(t, before.Digest(), now.Digest())
	})
}
