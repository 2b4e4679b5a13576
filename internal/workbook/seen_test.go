package workbook

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// A figure is what its cell shows, or it is told what the cell shows and what it holds.
func TestFiguresAsSeen(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		why, code string
		key       form.Key
		stored    float64
		want      string // "" for a figure that is told
		seen      string // of such
	}{
		{"a plain number", "0", "", 5, "5", ""},
		{"zeros behind the point", "0.00", "", 5, "5", ""},
		{"every third digit", "#,##0", "", 5000, "5000", ""},
		{"as accounts are written", `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, "", 5000, "5000", ""},
		{"an account's zero", `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, "", 0, "0", ""},
		{"an account's negative number", "#,##0_);(#,##0)", "", -5, "-5", ""},
		{"a zero that is not shown", "#,###", "", 0, "0", ""},
		{"the unit of a count", `0"件"`, "", 5, "5", ""},
		{"money", `"¥"#,##0.00;"¥"\-#,##0.00`, "proactive.fees.amount", 5.5, "5.5", ""},
		{"fewer decimals of an amount", "0.00", "proactive.fees.amount", 12.3456, "12.3456", ""},
		{"a fraction of a count, which has a rule of its own", "0", "", 1.5, "1.5", ""},
		{"Chinese general format", "G/通用格式", "", 5, "5", ""},
		{"zeros in front", "000", "", 5, "5", ""},
		{"powers of ten, rounded", "0.00E+00", "", 12345, "12345", ""},
		{"a whole number as a fraction", "# ?/?", "", 5, "5", ""},
		{"thousands", "0,", "", 5000, "", "5"},
		{"millions", "0.0,,", "", 1234567, "", "1.2"},
		{"ten thousands", "0!.0,", "", 50000, "", "5.0"},
		{"ten thousands with a mark", `0\.0000"万"`, "", 50000, "", "5.0000万"},
		{"a word that multiplies", `0"万"`, "", 5, "", "5万"},
		{"a weekday", "aaaa", "", 5, "", "星期四"},
		{"a year", "e", "", 5, "", "1900"},
		{"a year in four digits", "yyyy", "", 5, "", "1900"},
		{"hidden", ";;;", "", 5, "", ""},
		{"a hidden zero", ";;;", "", 0, "", ""},
		{"another text", `"见附件"`, "", 5, "", "见附件"},
		{"another number", `"3"`, "", 5, "", "3"},
		{"a dash for a number", `"-"`, "", 5, "", "-"},
		{"a lost sign", "0;0", "proactive.fees.amount", -5, "", "5"},
		{"a digit beside", `0"0"`, "", 5, "", "50"},
		{"a condition", `[>=10000]0!.0,"万";0`, "", 50000, "", "5.0万"},
		{"a fraction", "# ?/?", "", 2.5, "", "2 1/2"},
		{"Chinese numerals", "[DBNum1][$-804]0", "", 5, "", ""},
		{"months in words", "mmmm", "", 5, "", ""},
	} {
		t.Run(test.why, func(t *testing.T) {
			if test.key == "" {
				test.key = "disputes.review.upheld"
			}
			sheet, ref := cellOf(t, edition(t, "2021"), test.key)
			v := read(t, edited(t, func(f *excelize.File) {
				require.NoError(t, errors.Join(f.SetCellStyle(sheet, ref, ref, style(t, f, test.code)), f.SetCellFloat(sheet, ref, test.stored, -1, 64)))
			})).Figure(test.key)
			if test.want != "" {
				assert.Equal(t, model.Number, v.State)
				assert.Equal(t, test.want, v.Printed())
				return
			}
			assert.Equal(t, model.Unreadable, v.State)
			assert.Equal(t, test.seen, v.Text)
			assert.NotEmpty(t, v.Stored)
			assert.Equal(t, model.Unreadable, model.ParseFigure(form.Count, v.Printed()).State, "wherever it is written, it stays no number")
		})
	}
}

// A figure's cell that was merged with another is blank and cannot be filled in: it says which one shows instead.
func TestFiguresMergedWithOthers(t *testing.T) {
	data := written(t, sample.Report(t, "e-town-2024"), Options{})
	row := func(column string) model.Place {
		return read(t, data).Figure(form.Key("requests.not_handled.duplicate." + column)).Place
	}
	first, last := row("natural_person"), row("other")
	r := read(t, edit(t, data, func(f *excelize.File) { require.NoError(t, f.MergeCell(first.Sheet, first.Ref, last.Ref)) }))
	for column, want := range map[string]string{"natural_person": "", "enterprise": first.Ref, "other": first.Ref, "total": ""} {
		assert.Equal(t, want, r.Figure(form.Key("requests.not_handled.duplicate."+column)).Merged, column)
	}
}

// A total that adds itself up is told too where its format shows something else.
func TestTotalsAsSeen(t *testing.T) {
	r := read(t, edited(t, func(f *excelize.File) {
		require.NoError(t, errors.Join(f.SetSheetRow(disputes, upheld, &[]any{5000, 0, 0, 0}), f.SetCellStyle(disputes, review, review, style(t, f, "0,"))))
	}))
	assert.Equal(t, "5（存的是5000）", r.Figure("disputes.review.total").Printed())
	assert.Equal(t, "5000", r.Figure("disputes.review.upheld").Printed())
}

// A text is what its cell shows, or it is told what the cell shows and what it holds.
func TestTextsAsSeen(t *testing.T) {
	t.Parallel()
	put := func(code string, value any) func(t *testing.T, f *excelize.File, sheet, ref string) error {
		return func(t *testing.T, f *excelize.File, sheet, ref string) error {
			return errors.Join(f.SetCellValue(sheet, ref, value), f.SetCellStyle(sheet, ref, ref, style(t, f, code)))
		}
	}
	raw := func(value string) func(t *testing.T, f *excelize.File, sheet, ref string) error {
		return func(t *testing.T, f *excelize.File, sheet, ref string) error {
			return f.SetCellDefault(sheet, ref, value)
		}
	}
	for _, test := range []struct {
		why    string
		put    func(t *testing.T, f *excelize.File, sheet, ref string) error
		want   string
		unread model.Unread
	}{
		{"text", put("@", "012345"), "012345", model.Unread{}},
		{"a number", put("General", 12345), "12345", model.Unread{}},
		{"zeros in front", put("000000", 12345), "012345", model.Unread{}},
		{"only zeros", put("000000", 0), "000000", model.Unread{}},
		{"a mask", put("000-00000000", 1052345678), "010-52345678", model.Unread{}},
		{"brackets", put(`\(0000\)\ 0000000`, 7311234567), "(0731) 1234567", model.Unread{}},
		{"a mask without zeros in front", put("0000-0000000", 73112345678), "7311-2345678", model.Unread{}},
		{"marks at every third digit are none of the number", put("#,##0", 100000), "100000", model.Unread{}},
		{"nor are zeros behind the point", put("0.00", 2025), "2025", model.Unread{}},
		{"fifteen digits", put("General", 123456789012345), "123456789012345", model.Unread{}},
		{"a percentage", put("0.0%", 0.125), "12.5%", model.Unread{}},
		{"spaces for looks", put("@* ", "甲"), "甲", model.Unread{}},
		{"twenty digits", raw("12345678901234567890"), "12345678901234567890", model.Unread{Fault: model.CutOff}},
		{"sixteen digits", raw("1234567890123456"), "1234567890123456", model.Unread{Fault: model.CutOff}},
		{"more than a number has", raw("1E99"), "1E99", model.Unread{Fault: model.CutOff}},
		{"thousands", put("0,", 12345), "12", model.Unread{Fault: model.Disguised, Stored: "12345"}},
		{"hidden", put(";;;", 12345), "", model.Unread{Fault: model.Disguised, Stored: "12345"}},
		{"hidden text", put(";;;", "清溪镇"), "", model.Unread{Fault: model.Disguised, Stored: "清溪镇"}},
		{"hidden lines of text", put(";;;", "清溪镇\n人民政府"), "", model.Unread{Fault: model.Disguised, Stored: "清溪镇 人民政府"}},
		{"text with words around", put(`"第"@`, "一"), "第一", model.Unread{Fault: model.Disguised, Stored: "一"}},
		{"a date that nobody typed", put("yyyy/m/d", 46042), "2026/1/20", model.Unread{Fault: model.Disguised, Stored: "46042"}},
		{"a weekday", put("aaaa", 5), "星期四", model.Unread{Fault: model.Disguised, Stored: "5"}},
		{"a rounded percentage", put("0%", 0.125), "13%", model.Unread{Fault: model.Disguised, Stored: "0.125"}},
		{"rounded", put("0", 1.5), "2", model.Unread{Fault: model.Disguised, Stored: "1.5"}},
		{"powers of ten", put("0.00E+00", 13800138000), "1.38E+10", model.Unread{Fault: model.Disguised, Stored: "13800138000"}},
		{"another number", put(`0"0"`, 5), "50", model.Unread{Fault: model.Disguised, Stored: "5"}},
		{"Chinese numerals", put("[DBNum1]0", 5), "", model.Unread{Fault: model.Disguised, Stored: "5"}},
		{"true", put("General", true), "TRUE", model.Unread{Fault: model.TruthValue}},
		{"an error stored as text", put("@", "#N/A"), "#N/A", model.Unread{Fault: model.ErrorValue}},
		{"marked in a draft", put("@", "【读不出：5（存的是5000）】"), "5（存的是5000）", model.Unread{Fault: model.Marked}},
		{"a formula without a result", func(_ *testing.T, f *excelize.File, sheet, ref string) error {
			return f.SetCellFormula(sheet, ref, "A1&A2")
		}, "=A1&A2", model.Unread{Fault: model.NoResult}},
	} {
		t.Run(test.why, func(t *testing.T) {
			phone, phoneAt := cellOf(t, edition(t, "2021"), "unit.phone")
			overview, overviewAt := cellOf(t, edition(t, "2021"), "narrative.overview")
			r := read(t, edited(t, func(f *excelize.File) {
				require.NoError(t, errors.Join(test.put(t, f, phone, phoneAt), test.put(t, f, overview, overviewAt)))
			}))
			assert.Equal(t, model.Field{Text: test.want, Place: model.Place{Sheet: phone, Ref: phoneAt}, Unread: test.unread}, r.Fields["unit.phone"])
			assert.Equal(t, []model.Paragraph{{Text: test.want, Place: model.Place{Sheet: overview, Ref: overviewAt}, Unread: test.unread}}, r.Texts["narrative.overview"])
			if !test.unread.IsUnread() {
				return
			}
			assert.Empty(t, r.Field("unit.phone"), "what is unread is no text")
			again := read(t, written(t, r, Options{}))
			assert.True(t, again.Fields["unit.phone"].IsUnread(), "on every way through a workbook")
			assert.True(t, again.Texts["narrative.overview"][0].IsUnread())
		})
	}
}

// Error values and truth values as programs store them are none of a text, wherever they stand.
func TestStoredErrorsAndTruth(t *testing.T) {
	for _, test := range []struct {
		cell string
		want string
		not  model.Fault
	}{
		{`t="e"><v>#REF!</v>`, "#REF!", model.ErrorValue}, {`t="e"><v>#NAME?</v>`, "#NAME?", model.ErrorValue}, {`t="e"><v>#DIV/0!</v>`, "#DIV/0!", model.ErrorValue},
		{`t="e"><v>#N/A</v>`, "#N/A", model.ErrorValue}, {`t="e"><v>#VALUE!</v>`, "#VALUE!", model.ErrorValue}, {`t="e"><v>#NUM!</v>`, "#NUM!", model.ErrorValue},
		{`t="e"><v>#NULL!</v>`, "#NULL!", model.ErrorValue}, {`t="e"><v>#SPILL!</v>`, "#SPILL!", model.ErrorValue}, {`t="e"><v>Err:502</v>`, "Err:502", model.ErrorValue},
		{`t="e"><f>A1/0</f><v>#DIV/0!</v>`, "#DIV/0!", model.ErrorValue}, {`t="str"><f>A1/0</f><v>#DIV/0!</v>`, "#DIV/0!", model.ErrorValue},
		{`t="str"><v>Err:508</v>`, "Err:508", model.ErrorValue}, {`t="inlineStr"><is><t> #REF! </t></is>`, "#REF!", model.ErrorValue},
		{`t="b"><v>1</v>`, "TRUE", model.TruthValue}, {`t="b"><v>0</v>`, "FALSE", model.TruthValue}, {`t="b"><v>true</v>`, "TRUE", model.TruthValue},
		{`t="b"><v>false</v>`, "FALSE", model.TruthValue}, {`t="b"><f>1=1</f><v>1</v>`, "TRUE", model.TruthValue},
		{`><f>A1</f>`, "=A1", model.NoResult}, {`><f>A1</f><v></v>`, "=A1", model.NoResult}, {`t="b"><f>A1</f><v/>`, "=A1", model.NoResult},
		{`t="e"><f>A1</f>`, "=A1", model.NoResult}, {`t="s"><f>A1</f>`, "=A1", model.NoResult},
		{`t="str"><f>A1</f><v>算出来的文字</v>`, "算出来的文字", model.Sound}, {`t="inlineStr"><v>写成值的文字</v>`, "写成值的文字", model.Sound},
		{`t="inlineStr"><v>_xD83D__xDE00_</v>`, "😀", model.Sound}, {`t="str"><v>TRUE</v>`, "TRUE", model.Sound},
	} {
		r, err := Read(hostile{rows: `<row r="3"><c r="A3" ` + test.cell + `</c></row>`}.build(t))
		require.NoError(t, err, test.cell)
		require.Len(t, r.Texts["narrative.overview"], 1, test.cell)
		p := r.Texts["narrative.overview"][0]
		assert.Equal(t, test.want, p.Text, test.cell)
		assert.Equal(t, test.not, p.Fault, test.cell)
	}
}

// The date under the report may have any date's format, and the year none.
func TestDatesAndYearsAsSeen(t *testing.T) {
	e := edition(t, "2021")
	day := time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC)
	for _, code := range []string{"yyyy/m/d", `m"月"d"日"`, "aaaa", "d-mmm-yy", "[$-F800]dddd, mmmm dd, yyyy"} {
		r := read(t, edited(t, func(f *excelize.File) {
			sheet, ref := cellOf(t, e, "report.date")
			require.NoError(t, errors.Join(f.SetCellValue(sheet, ref, day), f.SetCellStyle(sheet, ref, ref, style(t, f, code))))
			sheet, ref = cellOf(t, e, "report.year")
			require.NoError(t, errors.Join(f.SetCellInt(sheet, ref, 2025), f.SetCellStyle(sheet, ref, ref, style(t, f, code))))
		}))
		assert.Equal(t, "2026-01-20", r.Field("report.date"), code)
		_, ok := r.Year()
		assert.False(t, ok, code)
		assert.Equal(t, model.Disguised, r.Fields["report.year"].Fault, code)
	}
	assert.Equal(t, "2022", read(t, written(t, sample.Report(t, "b-district-2022"), Options{})).Field("report.year"))
}
