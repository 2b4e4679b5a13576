package workbook

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// written is the workbook of a report, as bytes.
func written(t testing.TB, r *model.Report, o Options) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := Write(&out, r, o)
	require.NoError(t, err)
	return out.Bytes()
}

// opened is a workbook as another program sees it.
func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return f
}

// cellOf is where a key stands in a workbook as the template lays it out.
func cellOf(t testing.TB, e *form.Edition, k form.Key) (sheet, ref string) {
	t.Helper()
	p, err := draw(model.New(e), false)
	require.NoError(t, err)
	at, ok := p.places[k]
	require.True(t, ok, k)
	return at.sheet.name, at.area.From.String()
}

func edition(t testing.TB, id string) *form.Edition {
	t.Helper()
	e, ok := form.ByID(id)
	require.True(t, ok)
	return e
}

func TestBlankWorkbooksAreCurrent(t *testing.T) {
	for _, e := range form.Editions() {
		sample.Golden(t, sample.Path(t, "templates/blank-"+e.ID+".xlsx"), written(t, model.New(e), Options{}))
	}
}

func TestEqualReportsMakeEqualBytes(t *testing.T) {
	r := sample.Report(t, "b-district-2022")
	assert.True(t, bytes.Equal(written(t, r, Options{}), written(t, r, Options{})))
}

func TestNothingOfTheMomentIsInTheFile(t *testing.T) {
	r := sample.Report(t, "b-district-2022")
	f := opened(t, written(t, r, Options{}))
	properties, err := f.GetDocProps()
	require.NoError(t, err)
	assert.Equal(t, "2022-01-01T00:00:00Z", properties.Created)
	assert.Equal(t, "2022-01-01T00:00:00Z", properties.Modified)
	assert.Equal(t, "年报", properties.Creator)
	assert.Empty(t, properties.LastModifiedBy)
}

func TestSheets(t *testing.T) {
	f := opened(t, emptyForm())
	assert.Equal(t, []string{"填写说明", "基本信息", "前言", "一、总体情况", "二、主动公开", "三、依申请公开", "四、复议诉讼", "二至四的文字", "五、问题及改进", "六、其他事项", "校验"}, f.GetSheetList())
	for _, name := range f.GetSheetList() {
		protection, err := f.GetSheetProtection(name)
		require.NoError(t, err)
		assert.Empty(t, protection.Password, name)
		assert.Empty(t, protection.AlgorithmName, name)
		textual := name == "前言" || name == "一、总体情况" || name == "二至四的文字" || name == "五、问题及改进" || name == "六、其他事项"
		assert.Equal(t, !textual, protected(t, f, name), "%s: text is pasted, with whatever look it had elsewhere", name)
		layout, err := f.GetPageLayout(name)
		require.NoError(t, err)
		assert.Equal(t, paperA4, *layout.Size, name)
		assert.Equal(t, 1, *layout.FitToWidth, name)
	}
}

// protected tells whether a sheet's protection is on.
func protected(t testing.TB, f *excelize.File, sheet string) bool {
	t.Helper()
	p, err := f.GetSheetProtection(sheet)
	require.NoError(t, err)
	return p.FormatColumns
}

func TestEveryKeyHasAName(t *testing.T) {
	for _, e := range form.Editions() {
		f := opened(t, written(t, model.New(e), Options{}))
		names := map[string]string{}
		for _, n := range f.GetDefinedName() {
			if n.Scope == "Workbook" {
				names[n.Name] = n.RefersTo
			}
			assert.True(t, strings.HasPrefix(n.RefersTo, "'"), "%s: %s is not quoted", n.Name, n.RefersTo)
		}
		var keys []form.Key
		for _, field := range form.Fields() {
			keys = append(keys, field.Key)
		}
		for _, p := range e.Passages() {
			keys = append(keys, p.Key)
		}
		for _, c := range e.Cells() {
			keys = append(keys, c.Key)
		}
		for _, k := range keys {
			assert.Contains(t, names, k.DefinedName())
		}
		assert.Len(t, names, len(keys)+8, "the edition, the list of texts, two columns of answers, four counts of characters")
		assert.Contains(t, names, "form_edition")
	}
}

func TestWhatIsLocked(t *testing.T) {
	t.Parallel()
	r := sample.Report(t, "f-county-2023") // two totals are stated otherwise than they add up
	f := opened(t, written(t, r, Options{}))
	locked := func(k form.Key) bool {
		sheet, ref := cellOf(t, r.Edition, k)
		id, err := f.GetCellStyle(sheet, ref)
		require.NoError(t, err)
		style, err := f.GetStyle(id)
		require.NoError(t, err)
		return style.Protection == nil || style.Protection.Locked
	}
	stated := map[form.Key]bool{"disputes.review.total": true, "disputes.litigation_after_review.total": true}
	for _, c := range r.Edition.Cells() {
		assert.Equal(t, c.Total && !stated[c.Key], locked(c.Key), c.Key)
	}
	for _, field := range form.Fields() {
		assert.False(t, locked(field.Key), field.Key)
	}
	for _, p := range r.Edition.Passages() {
		assert.False(t, locked(p.Key), p.Key)
	}
}

func TestTotals(t *testing.T) {
	const key = form.Key("disputes.review.total")
	parts := []form.Key{"disputes.review.upheld", "disputes.review.corrected", "disputes.review.other", "disputes.review.pending"}
	tests := []struct {
		why      string
		parts    string // what each of the parts holds
		stated   string
		given    bool // the report says something of the total
		zero     bool
		formula  bool
		value    string // result or value that is written
		replaced bool
	}{
		{why: "an untouched form shows no zeros", formula: true},
		{why: "a blank total of blank parts is what the formula shows", given: true, formula: true},
		{why: "the total agrees", parts: "2", stated: "8", given: true, formula: true, value: "8"},
		{why: "another total was stated", parts: "2", stated: "7", given: true, value: "7", replaced: true},
		{why: "a total was stated although nothing adds up to it", stated: "0", given: true, value: "0", replaced: true},
		{why: "the total was left blank although its parts are given", parts: "2", given: true, replaced: true},
		{why: "a total that is no number is kept as it is", parts: "2", stated: "八", given: true, value: "八", replaced: true},
		{why: "a mark for none over such marks is what the formula shows", parts: "/", stated: "/", given: true, formula: true},
		{why: "whatever the marks are", parts: "无", stated: "—", given: true, formula: true},
		{why: "a mark for none over zeros is their sum", parts: "0", stated: "-", given: true, formula: true, value: "0"},
		{why: "a mark for none over numbers is another statement", parts: "2", stated: "/", given: true, value: "/", replaced: true},
		{why: "nobody knows what text adds up to", parts: "八", stated: "/", given: true, value: "/", replaced: true},
		{why: "nothing is said of the total", parts: "2", formula: true, value: "8"},
		{why: "zeros add up", zero: true, formula: true, value: "0"},
		{why: "a blank total is no statement when zeros were asked for", zero: true, given: true, formula: true, value: "0"},
		{why: "zeros replace nothing that is given", parts: "2", zero: true, formula: true, value: "8"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := model.New(edition(t, "2021"))
			for _, k := range parts {
				if test.parts != "" {
					r.Figures[k] = model.ParseFigure(form.Count, test.parts)
				}
			}
			if test.given {
				r.Figures[key] = model.ParseFigure(form.Count, test.stated)
			}
			var out bytes.Buffer
			replaced, err := Write(&out, r, Options{Zero: test.zero})
			require.NoError(t, err)
			assert.Equal(t, test.replaced, len(replaced) == 1 && replaced[0] == key, replaced)
			f := opened(t, out.Bytes())
			sheet, ref := cellOf(t, r.Edition, key)
			formula, err := f.GetCellFormula(sheet, ref)
			require.NoError(t, err)
			if test.formula {
				assert.Equal(t, `IF(COUNT(A6:D6)=0,"",SUM(A6:D6))`, formula)
			} else {
				assert.Empty(t, formula)
			}
			value, err := f.GetCellValue(sheet, ref)
			require.NoError(t, err)
			assert.Equal(t, test.value, value)
		})
	}
}

func TestFiguresKeepTheirDigits(t *testing.T) {
	tests := []struct {
		why, typed, stored string
		kind               spreadsheet.Kind
	}{
		{"single yuan", "11384.8489", "11384.8489", spreadsheet.NumberKind},
		{"zeros at the end were typed", "7730.280", "7730.280", spreadsheet.NumberKind},
		{"no digit of a large number is lost to a binary fraction", "999999999999.99", "999999999999.99", spreadsheet.NumberKind},
		{"more digits than a spreadsheet keeps stay text", "1234567890123.4567", "1234567890123.4567", spreadsheet.TextKind},
		{"what was repaired is written as a number", "２７，７３２", "27732", spreadsheet.NumberKind},
		{"what is no number stays as typed", " 无 ", " 无 ", spreadsheet.TextKind},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := model.New(edition(t, "2021"))
			r.Figures["proactive.fees.amount"] = model.ParseFigure(form.Fee, test.typed)
			b, err := spreadsheet.Open(written(t, r, Options{}))
			require.NoError(t, err)
			sheet, ref := cellOf(t, r.Edition, "proactive.fees.amount")
			g, err := b.Grid(b.SheetNamed(sheet).Part)
			require.NoError(t, err)
			at, _ := cellref.Parse(ref)
			assert.Equal(t, test.stored, g.At(at).Value)
			assert.Equal(t, test.kind, g.At(at).Kind)
		})
	}
}

func TestTextTooLongForACellIsRefused(t *testing.T) {
	r := model.New(edition(t, "2021"))
	r.Texts["narrative.problems"] = []model.Paragraph{{Text: "短"}, {Text: strings.Repeat("长", maxCell+1)}}
	_, err := Write(&bytes.Buffer{}, r, Options{})
	assert.EqualError(t, err, "“存在的主要问题及改进情况”的第2段有32768字，超过了Excel一格能放的32767字，请分成几段")

	r = model.New(edition(t, "2021"))
	r.Fields["unit.name"] = model.Field{Text: strings.Repeat("𬇹", maxCell/2+1)} // two code units each
	_, err = Write(&bytes.Buffer{}, r, Options{})
	assert.ErrorContains(t, err, "“单位名称”有32768字")

	r = model.New(edition(t, "2021"))
	r.Figures["requests.received.total"] = model.Value{State: model.Unreadable, Text: strings.Repeat("一", maxCell+1)}
	_, err = Write(&bytes.Buffer{}, r, Options{})
	assert.ErrorContains(t, err, "“本年新收”有32768字")
}

func TestRowsGrowWithTheText(t *testing.T) {
	r := model.New(edition(t, "2021"))
	for range 90 {
		r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: strings.Repeat("全年主动公开信息。", 40)})
		r.Texts["narrative.requests"] = append(r.Texts["narrative.requests"], model.Paragraph{Text: strings.Repeat("注：含上年结转。", 40)})
	}
	p, err := draw(r, false)
	require.NoError(t, err)
	for _, k := range []form.Key{"narrative.overview", "narrative.requests", "narrative.problems"} {
		at := p.places[k]
		assert.Equal(t, max(textRows, len(r.Texts[k])+freeRows)+1, at.area.Size(), "%s: and the thin row at the end", k)
		assert.Greater(t, at.sheet.heights[at.area.To.Row-1].points, 50.0, "%s: a blank row has room for a usual paragraph", k)
		assert.Less(t, at.sheet.heights[at.area.To.Row].points, 40.0, k)
		assert.False(t, at.sheet.heights[at.area.From.Row].fixed, "%s: rows grow by themselves", k)
		if len(r.Texts[k]) > 0 {
			assert.Greater(t, at.sheet.heights[at.area.From.Row].points, 110.0, "%s: 360 characters", k)
		}
	}
}

// What a unit did is asked, never said for it; a blank form begins with zeros only where nothing usually is.
func TestZeros(t *testing.T) {
	const licensing, received, carriedIn = "proactive.licensing.decisions", "requests.received.natural_person", "requests.carried_in.natural_person"
	tests := []struct {
		why   string
		given map[form.Key]string
		zero  []form.Key
		blank []form.Key
	}{
		{"decisions that nobody confirmed are not 0", nil,
			[]form.Key{received, carriedIn, "requests.granted.other", "requests.carried_out.enterprise", "disputes.review.pending"},
			[]form.Key{licensing, "proactive.normative.in_force", "proactive.fees.amount"}},
		{"what became of an application that was carried in is not known, nor therefore the column", map[form.Key]string{carriedIn: "2"},
			[]form.Key{received, "requests.granted.enterprise", "requests.carried_out.enterprise", "disputes.review.upheld"},
			[]form.Key{"requests.granted.natural_person", "requests.other.miscellaneous.natural_person", "requests.carried_out.natural_person"}},
		{"nor of one that was received", map[form.Key]string{received: "1"},
			[]form.Key{carriedIn}, []form.Key{"requests.granted.natural_person"}},
		{"nothing was carried in", map[form.Key]string{carriedIn: "0"}, []form.Key{"requests.granted.natural_person"}, nil},
		{"what cannot be read may be something", map[form.Key]string{carriedIn: "两件"}, nil, []form.Key{"requests.granted.natural_person"}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := model.New(edition(t, "2021"))
			for k, typed := range test.given {
				r.Figures[k] = model.ParseFigure(form.Count, typed)
			}
			again := read(t, written(t, r, Options{Zero: true}))
			for _, k := range test.zero {
				assert.Equal(t, "0", again.Figure(k).Printed(), k)
			}
			for _, k := range test.blank {
				assert.Equal(t, model.Blank, again.Figure(k).State, k)
			}
		})
	}
}

// The guide names placeholders that the report must know.
func TestPlaceholdersOnTheSheetsAreKnown(t *testing.T) {
	for _, e := range form.Editions() {
		r := model.New(e)
		p, err := draw(r, false)
		require.NoError(t, err)
		for _, s := range p.sheets {
			for _, text := range s.texts() {
				_, open := r.FillIn(text)
				for _, o := range open {
					assert.True(t, o.Known, "%s on %s", o.Text, s.name)
				}
			}
		}
	}
}

// Excel repairs, and so frightens, where these limits are passed; excelize does not hold them, and LibreOffice forgives.
func TestExcelLimits(t *testing.T) {
	units := func(s string) int { return len(utf16.Encode([]rune(s))) }
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	for _, e := range form.Editions() {
		f := opened(t, written(t, model.New(e), Options{}))
		for _, sheet := range f.GetSheetList() {
			assert.LessOrEqual(t, units(sheet), 31, sheet)
			validations, err := f.GetDataValidations(sheet)
			require.NoError(t, err)
			for _, v := range validations {
				assert.LessOrEqual(t, units(text(v.PromptTitle)), 32, text(v.PromptTitle))
				assert.LessOrEqual(t, units(text(v.Prompt)), 255, text(v.Prompt))
				for line := range strings.Lines(text(v.Prompt)) {
					assert.LessOrEqual(t, len([]rune(line)), promptLine+3, "%q: LibreOffice breaks no line", line)
					assert.False(t, strings.ContainsAny(line[:3], "，。；、）"), line)
				}
				assert.LessOrEqual(t, units(text(v.ErrorTitle)), 32, text(v.ErrorTitle))
				assert.LessOrEqual(t, units(text(v.Error)), 225, text(v.Error))
				assert.LessOrEqual(t, units(strings.Trim(v.Formula1, `"`)), 255, v.Formula1)
			}
			rows, err := f.GetRows(sheet)
			require.NoError(t, err)
			for i, row := range rows {
				for j := range row {
					ref := cellref.At(j+1, i+1).String()
					formula, err := f.GetCellFormula(sheet, ref)
					require.NoError(t, err)
					assert.LessOrEqual(t, units(formula), 8192, ref)
					assert.LessOrEqual(t, strings.Count(formula, ","), 200, ref)
				}
			}
		}
	}
}
