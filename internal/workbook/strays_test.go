package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/model"
)

func TestStrays(t *testing.T) {
	const overview = "一、总体情况"
	tests := []struct {
		why   string
		edit  func(t *testing.T, f *excelize.File)
		stray []model.Stray
	}{
		{"a paragraph below the place for it", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.SetCellStr(overview, "A140", "　漏在外面"))
		},
			[]model.Stray{{Text: "漏在外面", Place: model.Place{Sheet: overview, Ref: "A140"}}}},
		{"a suggestion that was written on", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.SetCellStr(overview, "B4", "（一）主动公开。全年公开信息5条。"))
		}, []model.Stray{{Text: "（一）主动公开。全年公开信息5条。", Place: model.Place{Sheet: overview, Ref: "B4"}}}},
		{"a suggestion copied to where nothing is read", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.SetCellStr(overview, "A140", "（一）主动公开"))
		},
			[]model.Stray{{Text: "（一）主动公开", Place: model.Place{Sheet: overview, Ref: "A140"}}}},
		{"a suggestion wiped out is no matter", func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetCellValue(overview, "B4", nil)) }, nil},
		{"a number beside the table", func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetCellInt(disputes, "Q6", 7)) },
			[]model.Stray{{Text: "7", Place: model.Place{Sheet: disputes, Ref: "Q6"}}}},
		{"a label that was written over", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.SetCellStr(disputes, "A3", "行政复议（含上年）"))
		},
			[]model.Stray{{Text: "行政复议（含上年）", Place: model.Place{Sheet: disputes, Ref: "A3"}}}},
		{"a name that was widened", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.DeleteDefinedName(&excelize.DefinedName{Name: "disputes_review_upheld", Scope: "Workbook"}))
			require.NoError(t, f.SetDefinedName(&excelize.DefinedName{Name: "disputes_review_upheld", RefersTo: "'四、复议诉讼'!$A$6:$A$7"}))
			require.NoError(t, f.SetCellInt(disputes, "A7", 5))
		}, []model.Stray{{Text: "5", Place: model.Place{Sheet: disputes, Ref: "A7"}}}},
		{"the form's own count of characters, pasted as a value", func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetCellStr(overview, "D1", "已写273字")) }, nil},
		{"spaces are nothing", func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetCellStr(overview, "D4", " 　")) }, nil},
		{"notes on the guide are the clerk's own", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.SetCellStr("填写说明", "B40", "记得找王科长"))
		}, nil},
		{"comments are none of the report", func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.AddComment(overview, excelize.Comment{Cell: "A4", Author: "某人", Text: "请核对"}))
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) { test.edit(t, f) }))
			assert.Equal(t, test.stray, r.Strays)
		})
	}
}

// Another version of the program may print other notes and suggestions; the workbook says itself what it prints.
func TestWordsOfAnotherVersionAreNoStrays(t *testing.T) {
	const suggestion = "（一）主动公开"
	other := func(f *excelize.File, list bool) {
		require.NoError(t, f.SetCellStr("一、总体情况", "B4", "（一）以前的写法"))
		if !list {
			require.NoError(t, f.DeleteDefinedName(&excelize.DefinedName{Name: textsName, Scope: "Workbook"}))
			return
		}
		found, err := f.SearchSheet("填写说明", suggestion)
		require.NoError(t, err)
		require.Len(t, found, 1)
		require.NoError(t, f.SetCellStr("填写说明", found[0], "（一）以前的写法"))
	}
	assert.Empty(t, read(t, edited(t, func(f *excelize.File) { other(f, true) })).Strays)
	assert.Len(t, read(t, edited(t, func(f *excelize.File) { other(f, false) })).Strays, 1)
}
