package workbook

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// mended is a copy with changes.
func mended(t testing.TB, data []byte, changes ...Change) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Edit(&out, data, changes))
	return out.Bytes()
}

func TestEditParagraphs(t *testing.T) {
	const sheet = "一、总体情况"
	const key form.Key = "narrative.overview"
	data := edited(t, func(f *excelize.File) {
		require.NoError(t, f.SetCellStr(sheet, "A4", "　　第一段,错。\n第二段。\r\n第一段,错。"))
		require.NoError(t, f.SetCellStr(sheet, "A5", "第三段,错。"))
		require.NoError(t, f.SetCellStr(sheet, "A7", "末段。"))
	})
	replace := func(paragraph int, before, after string) Change {
		return Change{Key: key, Paragraph: paragraph, Before: before, After: after}
	}
	behind := func(paragraph int, before, after string) Change {
		return Change{Key: key, Paragraph: paragraph, New: true, Before: before, After: after}
	}
	const stale = "“一、总体情况”A5里写的和校验时不同"
	tests := []struct {
		why     string
		changes []Change
		want    []string
		a4, a6  string // as the cells hold it; "" for as before
		err     string
	}{
		{why: "one of several paragraphs in a cell", changes: []Change{replace(1, "第一段,错。", "第一段，<对>&。")},
			want: []string{"第一段，<对>&。", "第二段。", "第一段,错。", "第三段,错。", "末段。"}, a4: "　　第一段，<对>&。\n第二段。\r\n第一段,错。"},
		{why: "equal paragraphs of a cell are told apart, and another cell", changes: []Change{replace(3, "第一段,错。", "乙。"), replace(1, "第一段,错。", "甲。"), replace(4, "第三段,错。", "丙。")},
			want: []string{"甲。", "第二段。", "乙。", "丙。", "末段。"}},
		{why: "nothing to correct", want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "末段。"}},
		{why: "part of a paragraph is not one", changes: []Change{replace(4, "第三段", "丁")}, err: stale},
		{why: "twice the same", changes: []Change{replace(4, "第三段,错。", "丁"), replace(4, "第三段,错。", "戊")}, err: stale},
		{why: "there is no such paragraph any more", changes: []Change{replace(6, "x", "y")}, err: "“总体情况”里写的和校验时不同"},
		{why: "one is taken away out of a cell, with its line break", changes: []Change{replace(2, "第二段。", "")},
			want: []string{"第一段,错。", "第一段,错。", "第三段,错。", "末段。"}, a4: "　　第一段,错。\n第一段,错。"},
		{why: "all of a cell are taken away", changes: []Change{replace(1, "第一段,错。", ""), replace(2, "第二段。", " "), replace(3, "第一段,错。", "")}, want: []string{"第三段,错。", "末段。"}},
		{why: "one becomes two", changes: []Change{replace(4, "第三段,错。", "甲。\n乙。")}, want: []string{"第一段,错。", "第二段。", "第一段,错。", "甲。", "乙。", "末段。"}},
		{why: "a new one gets the free cell behind another", changes: []Change{behind(4, "第三段,错。", "新。")},
			want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "新。", "末段。"}, a6: "新。"},
		{why: "a second new one there gets its line", changes: []Change{behind(4, "第三段,错。", "新。"), behind(4, "第三段,错。", "又。")},
			want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "新。", "又。", "末段。"}, a6: "新。\n又。"},
		{why: "between two of a cell, which are mended, too", changes: []Change{behind(1, "第一段,错。", "新。"), replace(1, "第一段,错。", "甲。"), replace(2, "第二段。", "乙。")},
			want: []string{"甲。", "新。", "乙。", "第一段,错。", "第三段,错。", "末段。"}, a4: "　　甲。\n新。\n乙。\r\n第一段,错。"},
		{why: "behind one that is taken away", changes: []Change{behind(3, "第一段,错。", "新。"), replace(3, "第一段,错。", "")},
			want: []string{"第一段,错。", "第二段。", "新。", "第三段,错。", "末段。"}},
		{why: "in front of all", changes: []Change{behind(0, "", "新。")}, want: []string{"新。", "第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "末段。"}},
		{why: "at the end, twice", changes: []Change{behind(5, "末段。", "新。"), behind(5, "末段。", "又。")},
			want: []string{"第一段,错。", "第二段。", "第一段,错。", "第三段,错。", "末段。", "新。", "又。"}},
		{why: "behind one that stands no longer there", changes: []Change{behind(4, "x", "新。")}, err: stale},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var out bytes.Buffer
			err := Edit(&out, data, test.changes)
			if test.err != "" {
				require.EqualError(t, err, test.err)
				assert.Empty(t, out.Bytes(), "nothing is written")
				return
			}
			require.NoError(t, err)
			r := read(t, out.Bytes())
			assert.Equal(t, test.want, texts(r.Texts[key]))
			assert.Empty(t, r.Strays)
			before, after := opened(t, data), opened(t, out.Bytes())
			assert.Equal(t, styleAt(t, before, sheet, "A4"), styleAt(t, after, sheet, "A4"))
			assert.Equal(t, before.GetDefinedName(), after.GetDefinedName())
			for ref, want := range map[string]string{"A4": test.a4, "A6": test.a6} {
				if want != "" {
					text, err := after.GetCellValue(sheet, ref)
					require.NoError(t, err)
					assert.Equal(t, want, text)
				}
			}
		})
	}
}

// A new paragraph goes where it is seen: into no cell that a merged one lies over.
func TestNewParagraphsGoBelowNoMergedCell(t *testing.T) {
	const sheet = "一、总体情况"
	for _, c := range []struct {
		why    string
		merged []string
		cell   string
	}{
		{"nothing is merged", nil, "A5"},
		{"with the next row", []string{"A4:A5"}, "A6"},
		{"with the next columns", []string{"A4:C4", "A5:C5"}, "A5"},
		{"with rows and columns", []string{"A4:C6"}, "A7"},
		{"one below another", []string{"A4:A5", "A6:A7"}, "A6"},
		{"over one another, as damaged files have them, in any order", []string{"A5:A7", "A4:A5"}, "A8"},
		{"which begins further above, left of it or on it", []string{"A2:A9"}, "A10"},
		{"in other columns", []string{"B4:B9", "ZZ1:ZZ99"}, "A5"},
	} {
		data := sample.Rezip(t, edited(t, func(f *excelize.File) {
			require.NoError(t, f.SetCellStr(sheet, "A4", "第一段。"))
		}), func(name, content string) string {
			if name != "xl/worksheets/sheet4.xml" {
				return content
			}
			var list strings.Builder
			for _, ref := range c.merged {
				list.WriteString(`<mergeCell ref="` + ref + `"/>`)
			}
			require.Contains(t, content, "</mergeCells>")
			return strings.Replace(content, "</mergeCells>", list.String()+"</mergeCells>", 1)
		})
		var out bytes.Buffer
		require.NoError(t, Edit(&out, data, []Change{{Key: "narrative.overview", Paragraph: 1, New: true, Before: "第一段。", After: "新的一段。"}}), c.why)
		p := read(t, out.Bytes()).Texts["narrative.overview"]
		require.Len(t, p, 2, c.why)
		assert.Equal(t, model.Place{Sheet: sheet, Ref: c.cell}, p[1].Place, c.why)
	}
}

func TestEditFigures(t *testing.T) {
	const key form.Key = "disputes.review.upheld"
	const total form.Key = "disputes.review.total"
	set := func(ref string, value any) func(t *testing.T, f *excelize.File) {
		return func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetCellValue(disputes, ref, value)) }
	}
	formula := func(text string) func(t *testing.T, f *excelize.File) {
		return func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetCellFormula(disputes, upheld, text)) }
	}
	formatted := func(code string, value any) func(t *testing.T, f *excelize.File) {
		return func(t *testing.T, f *excelize.File) {
			require.NoError(t, f.SetCellStyle(disputes, upheld, upheld, style(t, f, code)))
			set(upheld, value)(t, f)
		}
	}
	nothing := func(*testing.T, *excelize.File) {}
	tests := []struct {
		why     string
		edit    func(t *testing.T, f *excelize.File)
		change  Change
		printed string           // what the figure says then
		stored  spreadsheet.Kind // and how it is stored
		err     string
	}{
		{why: "a number", edit: nothing, change: Change{Key: key, After: "12"}, printed: "12"},
		{why: "with the digits that were typed", edit: nothing, change: Change{Key: "proactive.fees.amount", After: "12.50"}, printed: "12.50"},
		{why: "another number", edit: set(upheld, 3), change: Change{Key: key, Before: "3", After: "4"}, printed: "4"},
		{why: "what was repaired on reading is mended", edit: set(upheld, "３件"), change: Change{Key: key, Before: "３件", After: "3"}, printed: "3"},
		{why: "or known as it is printed", edit: set(upheld, "３件"), change: Change{Key: key, Before: "3", After: "5"}, printed: "5"},
		{why: "separators and full-width digits become a number", edit: nothing, change: Change{Key: key, After: " １,234 "}, printed: "1234"},
		{why: "cleared", edit: set(upheld, 3), change: Change{Key: key, Before: "3", After: ""}, stored: spreadsheet.TextKind},
		{why: "no number, for the checks to tell", edit: nothing, change: Change{Key: key, After: "无"}, printed: "无", stored: spreadsheet.TextKind},
		{why: "no formula comes of what begins like one", edit: nothing, change: Change{Key: key, After: "=1+1"}, printed: "=1+1", stored: spreadsheet.TextKind},
		{why: "more digits than a spreadsheet keeps", edit: nothing, change: Change{Key: key, After: "1234567890123456789"}, printed: "1234567890123456789", stored: spreadsheet.TextKind},
		{why: "3/5 became a date, whose format goes", edit: formatted("yyyy-mm-dd", 46000), change: Change{Key: key, Before: "2025-12-09", After: "3"}, printed: "3"},
		{why: "a format that shows percent", edit: formatted("0%", 0.03), change: Change{Key: key, Before: "3%", After: "3"}, printed: "3"},
		{why: "a format that hides text", edit: formatted(";;;", "x"), change: Change{Key: key, Before: "（存的是x）", After: "无"}, printed: "无", stored: spreadsheet.TextKind},
		{why: "a formula of the clerk's own becomes a number", edit: formula("1+1"), change: Change{Key: key, Before: "=1+1", After: "2"}, printed: "2"},
		{why: "a total that was typed", edit: set(review, 9), change: Change{Key: total, Before: "9", After: "10"}, printed: "10"},
		{why: "a total that adds itself up", edit: set(upheld, 3), change: Change{Key: total, Before: "3", After: "4"}, err: "“四、复议诉讼”E6是用公式算的合计，不能在这里改，请改它的各项"},
		{why: "something else stands there by now", edit: set(upheld, 3), change: Change{Key: key, Before: "2", After: "4"}, err: "“四、复议诉讼”A6里写的和校验时不同"},
		{why: "its place is gone", edit: func(t *testing.T, f *excelize.File) { require.NoError(t, f.DeleteSheet(disputes)) }, change: Change{Key: key, After: "4"},
			err: "填报表里写“行政复议·结果维持”的格已经不在了，请换一份新的填报表，把内容填进去后再试"},
		{why: "no form of ours has it", edit: nothing, change: Change{Key: "x.y", After: "4"}, err: `workbook: the form has no "x.y"`},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			data := edited(t, func(f *excelize.File) { test.edit(t, f) })
			var out bytes.Buffer
			err := Edit(&out, data, []Change{test.change})
			if test.err != "" {
				require.EqualError(t, err, test.err)
				assert.Empty(t, out.Bytes(), "nothing is written")
				return
			}
			require.NoError(t, err)
			in, err := readBook(out.Bytes())
			require.NoError(t, err)
			v := in.report.Figure(test.change.Key)
			assert.Equal(t, test.printed, v.Printed())
			if test.stored == spreadsheet.NumberKind {
				assert.Empty(t, v.Repairs)
			}
			_, stored, _, err := in.first(test.change.Key.DefinedName())
			require.NoError(t, err)
			assert.Equal(t, test.stored, stored.Kind)
			assert.False(t, stored.Computed)
		})
	}
}

// What formulas come to that follow from a figure must not be what it was before.
func TestEditedFigureInFormulas(t *testing.T) {
	const part = "xl/worksheets/sheet7.xml"
	tests := []struct {
		why, formula, result string // of the total of 行政复议, and what it was
		want                 string // its number once 结果维持 is 7 in the place of 1
		stored               string // of its cell then
		err                  string
	}{
		{why: "the form's own", formula: `IF(COUNT(A6:D6)=0,"",SUM(A6:D6))`, result: "10", want: "16", stored: "16"},
		{why: "the clerk's sum", formula: "SUM(A6:D6)", result: "10", want: "16", stored: "16"},
		{why: "a sum that leaves one out", formula: "sum( $A6, B6:C$6 )", result: "6", want: "12", stored: "12"},
		{why: "terms", formula: "A6+B6-(C6-2*D6)", result: "8", want: "14", stored: "14"},
		{why: "by another cell", formula: "SUM(G6)+1", result: "3", want: "9", stored: "9"},
		{why: "by another sheet", formula: "'四、复议诉讼'!A6+四!A1", result: "3", err: "“四、复议诉讼”E6的公式用到了要改的格，在这里算不出它的结果，请在填报表里改"},
		{why: "without a result there is still none", formula: "SUM(A6:D6)", result: "", want: "", stored: ""},
		{why: "it has nothing to do with the figure", formula: "B6+C6+D6", result: "9", want: "9", stored: "9"},
		{why: "a function that nobody knows here", formula: "ROUND(AVERAGE(A6:D6),0)", result: "3", err: "“四、复议诉讼”E6的公式用到了要改的格，在这里算不出它的结果，请在填报表里改"},
		{why: "it may reach anything", formula: `SUM(INDIRECT("A6:D6"))`, result: "10", err: "“四、复议诉讼”E6的公式用到了要改的格，在这里算不出它的结果，请在填报表里改"},
		{why: "in a circle", formula: "SUM(A6:E6)", result: "10", err: "“四、复议诉讼”E6的公式用到了要改的格，在这里算不出它的结果，请在填报表里改"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			data := sample.Rezip(t, edited(t, func(f *excelize.File) {
				require.NoError(t, f.SetSheetRow(disputes, upheld, &[]any{1, 2, 3, 4}))
				require.NoError(t, f.SetCellFormula(disputes, "G6", "A6*1+1"))
			}), func(name, content string) string {
				if name == part {
					content = formulaIn("E6").ReplaceAllLiteralString(content, `<c r="E6"><f>`+spreadsheet.Escape(test.formula)+`</f>`+map[bool]string{true: "<v>" + test.result + "</v>"}[test.result != ""]+`</c>`)
					content = formulaIn("G6").ReplaceAllString(content, `<c r="G6"><f>A6*1+1</f><v>2</v></c>`)
				}
				return content
			})
			require.Equal(t, test.result != "", read(t, data).Figure("disputes.review.total").IsNumber())
			var out bytes.Buffer
			err := Edit(&out, data, []Change{{Key: "disputes.review.upheld", Before: "1", After: "7"}})
			if test.err != "" {
				require.EqualError(t, err, test.err)
				return
			}
			require.NoError(t, err)
			in, err := readBook(out.Bytes())
			require.NoError(t, err)
			v := in.report.Figure("disputes.review.total")
			assert.Equal(t, test.want != "", v.IsNumber())
			if v.IsNumber() {
				assert.Equal(t, test.want, v.Printed())
			}
			_, stored, _, err := in.first("disputes_review_total")
			require.NoError(t, err)
			assert.Equal(t, test.stored, stored.Value)
			assert.Equal(t, test.formula, stored.Formula)
		})
	}
}

func formulaIn(ref string) *regexp.Regexp {
	return regexp.MustCompile(`<c r="` + ref + `"[^>]*>.*?</c>`)
}

// A formula that several cells share is known to all of them.
func TestEditWithSharedFormulas(t *testing.T) {
	shared := func(content string) string {
		content = formulaIn("E6").ReplaceAllString(content, `<c r="E6"><f t="shared" ref="E6:J6" si="3">SUM(A6:D6)</f><v>10</v></c>`)
		return formulaIn("J6").ReplaceAllString(content, `<c r="J6"><f t="shared" si="3"/><v>4</v></c>`)
	}
	data := sample.Rezip(t, edited(t, func(f *excelize.File) {
		require.NoError(t, f.SetSheetRow(disputes, upheld, &[]any{1, 2, 3, 4, nil, 1, 1, 1, 1}))
	}), func(name, content string) string {
		if name == "xl/worksheets/sheet7.xml" {
			return shared(content)
		}
		return content
	})
	_, ref := cellOf(t, edition(t, "2021"), "disputes.litigation_direct.total")
	require.Equal(t, "J6", ref)
	require.Equal(t, "4", read(t, data).Figure("disputes.litigation_direct.total").Printed())
	copied := mended(t, data, Change{Key: "disputes.litigation_direct.upheld", Before: "1", After: "5"})
	assert.Equal(t, "8", read(t, copied).Figure("disputes.litigation_direct.total").Printed())
	assert.Equal(t, "10", read(t, copied).Figure("disputes.review.total").Printed())
}

// The list of cells with formulas must name none without one, or Excel calls the file damaged.
func TestEditDropsTheCalculationChain(t *testing.T) {
	data := edited(t, func(f *excelize.File) { require.NoError(t, f.SetCellFormula(disputes, upheld, "1+1")) })
	data = sample.Rezip(t, data, func(name, content string) string {
		switch name {
		case "xl/_rels/workbook.xml.rels":
			return strings.Replace(content, "</Relationships>", `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>`, 1)
		case "[Content_Types].xml":
			return strings.Replace(content, "</Types>", `<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`, 1)
		}
		return content
	})
	data = append([]byte(nil), sample.Zip(t, append(sample.Parts(t, data), "xl/calcChain.xml", `<calcChain><c r="A6" i="7"/></calcChain>`)...)...)
	chain := func(data []byte) (mentions int) {
		for name, content := range sample.Unzip(t, data) {
			mentions += strings.Count(name+content, "calcChain.xml")
		}
		return mentions
	}
	require.Equal(t, 3, chain(data))
	assert.Equal(t, 3, chain(mended(t, data, Change{Key: "disputes.review.corrected", After: "2"})))
	assert.Equal(t, 0, chain(mended(t, data, Change{Key: "disputes.review.upheld", Before: "=1+1", After: "2"})))
}

func TestEditFields(t *testing.T) {
	data := written(t, sample.Report(t, "b-district-2022"), Options{})
	r := read(t, data)
	for key, after := range map[form.Key]string{"unit.name": "清溪镇<&>", "unit.phone": "00123", "report.year": "2023", "report.date": "2024年1月5日", "unit.level": ""} {
		copied := mended(t, data, Change{Key: key, Before: " " + r.Fields[key].Text, After: after})
		in, err := readBook(copied)
		require.NoError(t, err)
		assert.Equal(t, after, in.report.Field(key))
		_, stored, _, err := in.first(key.DefinedName())
		require.NoError(t, err)
		assert.Equal(t, key == "report.year", stored.Kind == spreadsheet.NumberKind, "the year alone is a number")
		err = Edit(&bytes.Buffer{}, data, []Change{{Key: key, Before: "x", After: after}})
		require.ErrorIs(t, err, ErrOtherNow)
	}
}

func TestEditAnswers(t *testing.T) {
	blank := written(t, sample.Report(t, "b-district-2022"), Options{})
	r := read(t, blank)
	copied := marked(t, blank, noteOn(r, "unit.phone", Orange, "A00001"), noteOn(r, "unit.name", Orange, "A00002"))
	explained := mended(t, copied, Change{Number: "A00001", After: "旧的。"})
	full := blank
	for i := range answerRows {
		full = mended(t, full, Change{Number: "B" + strconv.Itoa(i), After: "属实。"})
	}
	both := edit(t, explained, func(f *excelize.File) { // on the sheet 校验, too
		at := placesByName(mustBook(t, explained))
		require.NoError(t, f.SetCellStr(checkSheet, at[answersNumber][0].area.From.String(), "a00001"))
		require.NoError(t, f.SetCellStr(checkSheet, at[answersText][0].area.From.String(), "更旧的。"))
	})
	tests := []struct {
		why    string
		data   []byte
		change Change
		sheet  string // where it stands then; "" for nowhere
		err    string
	}{
		{"the first free row of the sheet 校验", blank, Change{Number: " A00001", After: " 属实。 "}, checkSheet, ""},
		{"its row of the sheet 校验结果", copied, Change{Number: "a00001", After: "属实。"}, resultSheet, ""},
		{"another answer in the same row", explained, Change{Number: "A00001", Before: "旧的。", After: "属实。"}, resultSheet, ""},
		{"a number that 校验结果 does not list", copied, Change{Number: "A00009", After: "属实。"}, checkSheet, ""},
		{"taken away", explained, Change{Number: "A00001", Before: "旧的。", After: ""}, "", ""},
		{"taken away from both sheets", both, Change{Number: "A00001", Before: "旧的。", After: ""}, "", ""},
		{"there is one by now", explained, Change{Number: "A00001", After: "属实。"}, "", "“校验结果”E4里写的和校验时不同"},
		{"there is none any more", blank, Change{Number: "A00001", Before: "旧的。", After: "属实。"}, "", "编号A00001的说明里写的和校验时不同"},
		{"no room", full, Change{Number: "A00001", After: "属实。"}, "", errFullAnswers.Error()},
		{"the first release had no place for it", sample.Workbook(t, "openpyxl-d-town-2020"), Change{Number: "A00001", After: "属实。"}, "", errNoAnswers.Error()},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var out bytes.Buffer
			err := Edit(&out, test.data, []Change{test.change})
			if test.err != "" {
				require.EqualError(t, err, test.err)
				return
			}
			require.NoError(t, err)
			var found []model.Answer
			for _, a := range read(t, out.Bytes()).Answers {
				if strings.EqualFold(a.Number, strings.TrimSpace(test.change.Number)) {
					found = append(found, a)
				}
			}
			if test.sheet == "" {
				assert.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			assert.Equal(t, "属实。", found[0].Text)
			assert.Equal(t, test.sheet, found[0].Place.Sheet)
		})
	}
}

// An explanation that stands under the number that earlier versions gave its finding is the same one, wherever it stands.
func TestEditAnswersUnderFormerNumbers(t *testing.T) {
	blank := written(t, sample.Report(t, "b-district-2022"), Options{})
	former := mended(t, blank, Change{Number: "A00001", After: "旧的。"})
	note := noteOn(read(t, blank), "unit.phone", Orange, "B00001")
	note.Explanation, note.ExplainedAs = "旧的。", "A00001"
	copied := marked(t, former, note) // in which it stands under both
	for _, c := range []struct {
		why   string
		data  []byte
		after string
		left  []string
	}{
		{"written anew where it stands", former, "属实。", []string{"A00001 属实。"}},
		{"taken away", former, "", nil},
		{"under both numbers", copied, "属实。", []string{"B00001 属实。"}},
		{"taken away from under both", copied, "", nil},
	} {
		var left []string
		for _, a := range read(t, mended(t, c.data, Change{Number: "B00001", Was: "A00001", Before: "旧的。", After: c.after})).Answers {
			left = append(left, a.Number+" "+a.Text)
		}
		assert.Equal(t, c.left, left, c.why)
	}
}

// Nor is it told of as one whose finding is gone, on the sheet of the marked copy.
func TestMarkKeepsNoFormerNumber(t *testing.T) {
	blank := written(t, sample.Report(t, "b-district-2022"), Options{})
	r := read(t, blank)
	explained := mended(t, marked(t, blank, noteOn(r, "unit.phone", Orange, "A00001")), Change{Number: "A00001", After: "属实。"})
	note := noteOn(r, "unit.phone", Orange, "B00001")
	note.Explanation, note.ExplainedAs = "属实。", "A00001"
	answers := read(t, marked(t, explained, note)).Answers
	require.Len(t, answers, 1)
	assert.Equal(t, "B00001 属实。", answers[0].Number+" "+answers[0].Text)
}
