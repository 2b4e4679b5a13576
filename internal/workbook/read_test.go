package workbook

import (
	"bytes"
	"errors"
	"io"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// edited is the blank form of 2021 as a clerk, or another program, has changed and saved it.
func edited(t testing.TB, edit func(f *excelize.File)) []byte {
	t.Helper()
	f := opened(t, emptyForm())
	edit(f)
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return sample.NewHasty(w) })
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}

// emptyForm is a workbook of the edition of 2021 into which nobody typed, written once for all tests that type into one.
var emptyForm = sync.OnceValue(func() []byte {
	e, _ := form.ByID("2021")
	var out bytes.Buffer
	if _, err := Write(&out, model.New(e), Options{}); err != nil {
		panic(err)
	}
	return out.Bytes()
})

func read(t testing.TB, data []byte) *model.Report {
	t.Helper()
	r, err := Read(data)
	require.NoError(t, err)
	return r
}

// style is a cell style with a number format, whatever the file was written for.
func style(t testing.TB, f *excelize.File, format string) int {
	t.Helper()
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	require.NoError(t, err)
	return id
}

const (
	disputes = "四、复议诉讼"
	upheld   = "A6" // disputes.review.upheld, with corrected, other and pending to its right
	review   = "E6" // disputes.review.total
	fee      = "B16"
)

func TestCellsOfTheExamples(t *testing.T) {
	e := edition(t, "2021")
	for key, ref := range map[form.Key]string{"disputes.review.upheld": upheld, "disputes.review.total": review, "proactive.fees.amount": fee} {
		_, at := cellOf(t, e, key)
		assert.Equal(t, ref, at)
	}
}

func TestFiguresAsTyped(t *testing.T) {
	tests := []struct {
		why     string
		edit    func(t *testing.T, f *excelize.File) error
		state   model.State
		printed string
		repairs []string
	}{
		{why: "a blank cell", edit: func(*testing.T, *excelize.File) error { return nil }, state: model.Blank},
		{why: "a number", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellInt(disputes, upheld, 3) }, state: model.Number, printed: "3"},
		{why: "zero is an answer", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellInt(disputes, upheld, 0) }, state: model.Number, printed: "0"},
		{why: "a whole number with decimals is whole", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellDefault(disputes, upheld, "3.0") }, state: model.Number, printed: "3"},
		{why: "large numbers come with an exponent", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellDefault(disputes, upheld, "1.2E4") }, state: model.Number, printed: "12000"},
		{why: "a fraction stays one", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellFloat(disputes, upheld, 1.5, -1, 64) }, state: model.Number, printed: "1.5"},
		{why: "a number stored as text", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellStr(disputes, upheld, "3") }, state: model.Number, printed: "3", repairs: []string{model.StoredAsText}},
		{why: "full-width digits with a unit", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellStr(disputes, upheld, "　３件") }, state: model.Number, printed: "3", repairs: []string{"全角字符", "单位“件”"}},
		{why: "a thousands separator", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellStr(disputes, upheld, "27,732") }, state: model.Number, printed: "27732", repairs: []string{"千分位逗号"}},
		{why: "only spaces", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellStr(disputes, upheld, " 　") }, state: model.Blank},
		{why: "no number", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellStr(disputes, upheld, "无") }, state: model.Unreadable, printed: "无"},
		{why: "TRUE is no number", edit: func(_ *testing.T, f *excelize.File) error { return f.SetCellBool(disputes, upheld, true) }, state: model.Unreadable, printed: "TRUE"},
		{why: "rich text", edit: func(_ *testing.T, f *excelize.File) error {
			return f.SetCellRichText(disputes, upheld, []excelize.RichTextRun{{Text: "1"}, {Text: "2", Font: &excelize.Font{Bold: true}}})
		}, state: model.Number, printed: "12", repairs: []string{model.StoredAsText}},
		{why: "3/5 typed for 3 and 5 became a date", edit: func(t *testing.T, f *excelize.File) error {
			return f.SetCellValue(disputes, upheld, time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC))
		}, state: model.Unreadable, printed: "2026-03-05"},
		{why: "a Chinese date format", edit: func(t *testing.T, f *excelize.File) error {
			return errors.Join(f.SetCellStyle(disputes, upheld, upheld, style(t, f, `yyyy"年"m"月"d"日"`)), f.SetCellInt(disputes, upheld, 45678))
		}, state: model.Unreadable, printed: "2025-01-21"},
		{why: "a percentage is not what is counted", edit: func(t *testing.T, f *excelize.File) error {
			return errors.Join(f.SetCellStyle(disputes, upheld, upheld, style(t, f, "0.0%")), f.SetCellFloat(disputes, upheld, 0.03, -1, 64))
		}, state: model.Unreadable, printed: "3%"},
		{why: "a pasted format that changes nothing", edit: func(t *testing.T, f *excelize.File) error {
			return errors.Join(f.SetCellStyle(disputes, upheld, upheld, style(t, f, `[Red]#,##0"件";-#,##0`)), f.SetCellInt(disputes, upheld, 1234))
		}, state: model.Number, printed: "1234"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) { require.NoError(t, test.edit(t, f)) }))
			v := r.Figure("disputes.review.upheld")
			assert.Equal(t, test.state, v.State)
			assert.Equal(t, test.printed, v.Printed())
			assert.Equal(t, test.repairs, v.Repairs)
			assert.Equal(t, model.Place{Sheet: disputes, Ref: upheld}, v.Place)
			assert.Empty(t, r.Strays)
		})
	}
}

func TestAmounts(t *testing.T) {
	tests := []struct{ why, stored, printed string }{
		{"the noise of binary fractions is none of the clerk's", "11384.848900000001", "11384.8489"},
		{"nor is that of a difference, which lost its leading digits", "0.935500000000001", "0.9355"},
		{"in either direction", "0.935499999999999", "0.9355"},
		{"decimals that a cell may show are kept", "0.123456789012", "0.123456789012"},
		{"noise below", "7730.2799999999997", "7730.28"},
		{"the longest noise", "0.30000000000000004", "0.3"},
		{"single yuan are exact", "11384.8489", "11384.8489"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) { require.NoError(t, f.SetCellDefault("二、主动公开", fee, test.stored)) }))
			assert.Equal(t, test.printed, r.Figure("proactive.fees.amount").Printed())
		})
	}
}

func TestTotalsAsRead(t *testing.T) {
	fill := func(values ...any) func(*testing.T, *excelize.File) {
		return func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetSheetRow(disputes, upheld, &values)) }
	}
	tests := []struct {
		why     string
		edit    func(t *testing.T, f *excelize.File)
		state   model.State
		printed string
	}{
		{"nothing filled in, nothing to add up", fill(), model.Blank, ""},
		{"the form's formula is added up without a stored result", fill(1, 2, 3, 4), model.Number, "10"},
		{"digits stored as text count", fill(1, "2", "３件", 4), model.Number, "10"},
		{"what is no number does not count", fill(1, "无", nil, 4), model.Number, "5"},
		{"nothing but text", fill("无", "无", "无", "无"), model.Blank, ""},
		{"a total typed over the formula", func(t *testing.T, f *excelize.File) {
			fill(1, 2, 3, 4)(t, f)
			require.NoError(t, f.SetCellInt(disputes, review, 9))
		}, model.Number, "9"},
		{"the formula was wiped out", func(t *testing.T, f *excelize.File) {
			fill(1, 2, 3, 4)(t, f)
			require.NoError(t, errors.Join(f.SetCellFormula(disputes, review, ""), f.SetCellValue(disputes, review, nil)))
		}, model.Blank, ""},
		{"the same formula, spelled otherwise", func(t *testing.T, f *excelize.File) {
			fill(1, 2, 3, 4)(t, f)
			require.NoError(t, f.SetCellFormula(disputes, review, `if( COUNT($A$6:$D6) = 0, "", sum($A$6:$D6) )`))
		}, model.Number, "10"},
		{"its parts one by one", func(t *testing.T, f *excelize.File) {
			fill(1, 2, 3, 4)(t, f)
			require.NoError(t, f.SetCellFormula(disputes, review, `IF(COUNT(A6,B6,C6:D6)=0,"",SUM(A6,B6,C6:D6))`))
		}, model.Number, "10"},
		{"a formula of the clerk's own without a stored result", func(t *testing.T, f *excelize.File) {
			fill(1, 2, 3, 4)(t, f)
			require.NoError(t, f.SetCellFormula(disputes, review, "SUM(A6:C6)"))
		}, model.Unreadable, "=SUM(A6:C6)"},
		{"a formula that leaves a part out comes to what it adds up, for the checks to find", func(t *testing.T, f *excelize.File) {
			fill(1, 2, 3, 4)(t, f)
			require.NoError(t, f.SetCellFormula(disputes, review, `IF(COUNT(A6:C6)=0,"",SUM(A6:C6))`))
		}, model.Number, "6"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) { test.edit(t, f) }))
			v := r.Figure("disputes.review.total")
			assert.Equal(t, test.state, v.State)
			assert.Equal(t, test.printed, v.Printed())
			assert.Equal(t, model.Place{Sheet: disputes, Ref: review}, v.Place)
		})
	}
}

func TestGrandTotalIsAddedUpFromTotals(t *testing.T) {
	r := read(t, edited(t, func(f *excelize.File) {
		e := edition(t, "2021")
		for _, k := range []form.Key{"requests.granted.natural_person", "requests.denied.third_party.enterprise", "requests.other.unpaid.other"} {
			sheet, ref := cellOf(t, e, k)
			require.NoError(t, f.SetCellStr(sheet, ref, "2"))
		}
	}))
	for key, want := range map[form.Key]string{
		"requests.total.natural_person": "2", "requests.total.enterprise": "2", "requests.total.other": "2", "requests.total.research": "",
		"requests.total.total": "6", "requests.granted.total": "2", "requests.carried_out.total": "",
	} {
		assert.Equal(t, want, r.Figure(key).Printed(), key)
	}
}

func TestDates(t *testing.T) {
	const sheet = "基本信息"
	_, ref := cellOf(t, edition(t, "2021"), "report.date")
	noon := 12 * time.Hour
	tests := []struct {
		why  string
		edit func(f *excelize.File) error
		want string
	}{
		{"typed as text", func(f *excelize.File) error { return f.SetCellStr(sheet, ref, "2026年1月20日") }, "2026年1月20日"},
		{"a true date", func(f *excelize.File) error {
			return f.SetCellValue(sheet, ref, time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC))
		}, "2026-01-20"},
		{"with a time, which many programs put to it unseen", func(f *excelize.File) error {
			return f.SetCellValue(sheet, ref, time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC).Add(noon))
		}, "2026-01-20"},
		{"a time alone is no day", func(f *excelize.File) error {
			return errors.Join(f.SetCellStyle(sheet, ref, ref, style(t, f, "h:mm")), f.SetCellFloat(sheet, ref, 0.5, -1, 64))
		}, "1899-12-31 12:00:00"},
		{"a Macintosh counts from 1904", func(f *excelize.File) error {
			yes := true
			return errors.Join(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}),
				f.SetCellStyle(sheet, ref, ref, style(t, f, "yyyy/m/d")), f.SetCellInt(sheet, ref, 44580))
		}, "2026-01-20"},
		{"before the day that never was", func(f *excelize.File) error {
			return errors.Join(f.SetCellStyle(sheet, ref, ref, style(t, f, "yyyy/m/d")), f.SetCellInt(sheet, ref, 59))
		}, "1900-02-28"},
		{"the day that never was", func(f *excelize.File) error {
			return errors.Join(f.SetCellStyle(sheet, ref, ref, style(t, f, "yyyy/m/d")), f.SetCellInt(sheet, ref, 60))
		}, "1900-02-29"},
		{"after the last day", func(f *excelize.File) error {
			return errors.Join(f.SetCellStyle(sheet, ref, ref, style(t, f, "yyyy/m/d")), f.SetCellInt(sheet, ref, 2958466))
		}, "2958466"},
		{"a serial number that lost its format stays one", func(f *excelize.File) error {
			return errors.Join(f.SetCellStyle(sheet, ref, ref, style(t, f, "0")), f.SetCellInt(sheet, ref, 46042))
		}, "46042"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) { require.NoError(t, test.edit(f)) }))
			assert.Equal(t, test.want, r.Field("report.date"))
			assert.Equal(t, model.Place{Sheet: sheet, Ref: ref}, r.Fields["report.date"].Place)
		})
	}
}

func TestTexts(t *testing.T) {
	const sheet = "一、总体情况"
	r := read(t, edited(t, func(f *excelize.File) {
		for ref, text := range map[string]string{
			"A4": "　　（一）主动公开", "A5": "第一段\n第二段\r\n\n　第三段 ", "A7": " ", "A8": "<b>粗</b> & “引号”", "A33": "末行",
		} {
			require.NoError(t, f.SetCellStr(sheet, ref, text))
		}
		require.NoError(t, f.SetCellInt(sheet, "A10", 2025))
		require.NoError(t, f.SetCellFormula(sheet, "A11", "1+1"))
	}))
	assert.Equal(t, []model.Paragraph{
		{Text: "（一）主动公开", Place: model.Place{Sheet: sheet, Ref: "A4"}},
		{Text: "第一段", Place: model.Place{Sheet: sheet, Ref: "A5"}},
		{Text: "第二段", Place: model.Place{Sheet: sheet, Ref: "A5"}},
		{Text: "第三段", Place: model.Place{Sheet: sheet, Ref: "A5"}},
		{Text: "<b>粗</b> & “引号”", Place: model.Place{Sheet: sheet, Ref: "A8"}},
		{Text: "2025", Place: model.Place{Sheet: sheet, Ref: "A10"}},
		{Text: "=1+1", Place: model.Place{Sheet: sheet, Ref: "A11"}, Unread: model.Unread{Fault: model.NoResult}},
		{Text: "末行", Place: model.Place{Sheet: sheet, Ref: "A33"}},
	}, r.Texts["narrative.overview"])
	assert.Empty(t, r.Strays)
}

func TestReferences(t *testing.T) {
	b := &spreadsheet.Book{Sheets: []spreadsheet.Sheet{{Name: "it's 四!", Part: "1"}, {Name: "Sheet1", Part: "2"}, {Name: "图表"}}}
	at := func(sheet int, ref string) span {
		a, ok := cellref.ParseArea(ref)
		require.True(t, ok, ref)
		return span{&b.Sheets[sheet], a}
	}
	tests := []struct {
		why, refersTo string
		want          []span
	}{
		{"quotes and exclamation marks in a sheet's name", "'it''s 四!'!$A$6", []span{at(0, "A6")}},
		{"a plain name needs no quotes", "Sheet1!$A$4:$A$33", []span{at(1, "A4:A33")}},
		{"sheets are told apart without regard to case", "=sheet1!a4", []span{at(1, "A4")}},
		{"corners the wrong way round", "Sheet1!$B$9:$A$4", []span{at(1, "A4:B9")}},
		{"two areas, a comma in between", "Sheet1!$A$1,'it''s 四!'!$B$2", []span{at(1, "A1"), at(0, "B2")}},
		{"the cell was deleted", "Sheet1!#REF!", nil},
		{"the sheet was deleted", "#REF!$A$1", nil},
		{"part of it was deleted", "Sheet1!$A$1,Sheet1!#REF!", nil},
		{"another workbook", "[1]Sheet1!$A$1", nil},
		{"no such sheet", "Sheet2!$A$1", nil},
		{"a chart is no place", "图表!$A$1", nil},
		{"whole columns are no place of ours", "Sheet1!$A:$A", nil},
		{"a formula", "SUM(Sheet1!$A$1)", nil},
		{"beyond the last row", "Sheet1!$A$1048577", nil},
		{"beyond the last column", "Sheet1!$XFE$1", nil},
		{"nothing", "", nil},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, spansIn(b, test.refersTo), test.why)
	}
}
