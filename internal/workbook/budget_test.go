package workbook

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// hostile is a small workbook of a form of ours with one thing in it that costs more than its size says.
type hostile struct {
	names, rows, strings, styles string
	edition                      string
}

// build packs it: the sheet 四 has the edition in A1, the unit in B1, the year in C1, a figure in A2, paragraphs in A3:A60000, answers
// in C3:D60000, what the template prints in E3:F60000; all else is beside the form.
func (h hostile) build(t testing.TB) []byte {
	names := `<workbook><sheets><sheet name="四" id="a"/></sheets><definedNames>` +
		`<definedName name="form_edition">'四'!$A$1</definedName><definedName name="unit_name">'四'!$B$1</definedName><definedName name="report_year">'四'!$C$1</definedName>` +
		`<definedName name="disputes_review_upheld">'四'!$A$2</definedName><definedName name="disputes_review_total">'四'!$B$2</definedName>` +
		`<definedName name="narrative_overview">'四'!$A$3:$A$60000</definedName>` +
		`<definedName name="answers_number">'四'!$C$3:$C$60000</definedName><definedName name="answers_text">'四'!$D$3:$D$60000</definedName>` +
		`<definedName name="template_texts">'四'!$E$3:$F$60000</definedName>` + h.names + `</definedNames></workbook>`
	if h.edition == "" {
		h.edition = "2021"
	}
	if !strings.Contains(h.rows, `r="A1"`) {
		h.rows = `<row r="1"><c r="A1" t="str"><v>` + h.edition + `</v></c></row>` + h.rows
	}
	return small(t, names, "<worksheet><sheetData>"+h.rows+"</sheetData></worksheet>", "<sst>"+h.strings+"</sst>", "<styleSheet>"+h.styles+"</styleSheet>")
}

// column is n cells of a column from row 3 on, all of the same contents.
func column(col string, n int, cell string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="%s%d" %s</c></row>`, i+3, col, i+3, cell)
	}
	return b.String()
}

// What costs more than its size says ends in a sentence, and costs little until then.
func TestBudget(t *testing.T) {
	sample.Long(t)
	const shared = `t="s"><v>0</v>`
	long := strings.Repeat("长", 300_000) // of one text, nearly as much as a cell may hold
	longString := "<si><t>" + long + "</t></si>"
	much, tooLong := MuchTextError{"四"}, func(where string) error { return spreadsheet.LongTextError{Place: "“四”" + where} }
	for _, test := range []struct {
		why  string
		file hostile
		want error // nil where the file is read
	}{
		{"one text in every paragraph", hostile{rows: column("A", 45_000, shared), strings: longString}, much},
		{"beside the form", hostile{rows: `<row r="2"><c r="A2"><v>1</v></c></row>` + column("H", 45_000, shared), strings: longString}, much},
		{"in every explanation", hostile{rows: column("D", 45_000, shared), strings: longString}, much},
		{"in what is said to be the template's", hostile{rows: column("F", 45_000, shared), strings: longString}, much},
		{"as the name of a unit", hostile{rows: `<row r="1"><c r="A1" t="str"><v>2021</v></c><c r="B1" ` + shared + `</c></row>`, strings: longString}, tooLong("B1")},
		{"as a year", hostile{rows: `<row r="1"><c r="A1" t="str"><v>2021</v></c><c r="C1" ` + shared + `</c></row>`, strings: longString}, tooLong("C1")},
		{"as a figure", hostile{rows: `<row r="2"><c r="A2" ` + shared + `</c></row>`, strings: longString}, tooLong("A2")},
		{"as the edition", hostile{rows: `<row r="1"><c r="A1" ` + shared + `</c></row>`, strings: longString}, UnknownEditionError{long}},
		{"half of that in each of three paragraphs", hostile{rows: column("A", 3, shared), strings: "<si><t>" + long[:len(long)/2] + "</t></si>"}, much},
		{"once is no more than a cell may hold", hostile{rows: column("A", 1, shared), strings: longString}, nil},
		{"in many runs", hostile{rows: column("A", 45_000, shared), strings: "<si>" + strings.Repeat("<r><t>长长长长</t></r>", 60_000) + "</si>"}, much},
		{"a paragraph for every line", hostile{rows: column("A", 1, shared), strings: "<si><t>" + strings.Repeat("长\n", 200_000) + "</t></si>"}, much},
		{"paragraphs of a letter", hostile{rows: column("A", 45_000, `t="str"><v>a</v>`)}, much},
		{"letters beside the form", hostile{rows: `<row r="2"><c r="A2"><v>1</v></c></row>` + column("H", 45_000, `t="str"><v>a</v>`)}, much},
		{"explanations of a letter", hostile{rows: column("D", 45_000, `t="str"><v>a</v>`)}, much},
		{"placeholders without end", hostile{rows: column("A", 1, shared), strings: "<si><t>" + strings.Repeat("{{单位}}", 60_000) + "</t></si>"}, much},
		{"full-width placeholders", hostile{rows: column("A", 1, shared), strings: "<si><t>" + strings.Repeat("｛｛单位｝｝", 30_000) + "</t></si>"}, much},
		{"a formula without a result in every paragraph", hostile{rows: column("A", 300, "><f>"+strings.Repeat("A", 8000)+"</f>")}, much},
		{"a text longer than a cell holds", hostile{rows: column("A", 1, `t="str"><v>`+long+long+`</v>`)}, spreadsheet.LongTextError{Place: "“四”第3行"}},
		{"a text longer than anything", hostile{rows: column("A", 1, `t="str"><v>`+strings.Repeat(long, 6)+`</v>`)}, spreadsheet.LongTextError{Place: "“四”第3行"}},
		{"empty cells without end", hostile{rows: "<row>" + strings.Repeat("<c/>", 1_100_000) + "</row>"}, spreadsheet.ErrTooLarge},
		{"empty rows without end", hostile{rows: strings.Repeat("<row/>", 1_040_000)}, spreadsheet.ErrTooLarge},
		{"empty cells with looks", hostile{rows: "<row>" + strings.Repeat(`<c s="1" t="s" cm="1"/>`, 700_000) + "</row>"}, spreadsheet.ErrTooLarge},
		{"a cell of attributes", hostile{rows: `<row><c` + strings.Repeat(` a=""`, 3_000_000) + "/></row>"}, spreadsheet.ErrTooLarge},
		{"cells in cells", hostile{rows: "<row>" + strings.Repeat("<c>", 300) + strings.Repeat("</c>", 300) + "</row>"}, spreadsheet.ErrTooLarge},
		{"rows in rows", hostile{rows: strings.Repeat("<row>", 500_000) + strings.Repeat("</row>", 500_000)}, spreadsheet.ErrTooLarge},
		{"strings without end", hostile{rows: column("A", 1, shared), strings: strings.Repeat("<si/>", 200_001)}, spreadsheet.ErrTooLarge},
		{"filled cells without end", hostile{rows: column("H", 50_001, "><v>1</v>")}, spreadsheet.ErrTooLarge},
		{"a name of a sheet without end", hostile{names: "</definedNames><sheets><sheet name=\"" + strings.Repeat("a", 2000) + "\"/></sheets><definedNames>"}, spreadsheet.ErrTooLarge},
		{"a comment without end", hostile{rows: "<!--" + strings.Repeat("a", 5<<20) + "-->"}, spreadsheet.ErrTooLarge},
		{"names that are long", hostile{names: strings.Repeat(`<definedName name="unit_phone">`+strings.Repeat("四!A1,", 20_000)+`</definedName>`, 100)}, nil},
		{"a total that adds up a long list", hostile{rows: `<row r="2"><c r="B2"><f>IF(COUNT(` + strings.Repeat("A2,", 200_000) + `)=0,"",SUM(A2))</f></c></row>`}, spreadsheet.LongTextError{Place: "“四”B2"}},
		{"formats that are long", hostile{styles: `<numFmts><numFmt numFmtId="170" formatCode="` + strings.Repeat("0", 1<<20) + `"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>`,
			rows: `<row r="2"><c r="A2" s="1"><v>1</v></c></row>`}, nil},
	} {
		t.Run(test.why, func(t *testing.T) {
			data := test.file.build(t)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Read(data)
			runtime.ReadMemStats(&after)
			assert.Equal(t, test.want, err)
			assert.Less(t, (after.TotalAlloc-before.TotalAlloc)>>20, uint64(500), "megabytes in all, of which the fewest are held at once")
			_, peekErr := Peek(data)
			if err == nil {
				assert.NoError(t, peekErr)
			}
		})
	}
}

// What lies beside the cells of a form costs little, too.
func TestBudgetBesideCells(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and reads large workbooks")
	}
	blank := sample.Parts(t, emptyForm())
	beside := func(comments, threads, drawing string) []byte {
		return sample.Zip(t, append(slices.Clone(blank), "xl/worksheets/_rels/sheet6.xml.rels", `<Relationships><Relationship Id="a" Type="x/comments" Target="../c.xml"/>`+
			`<Relationship Id="b" Type="x/threadedComment" Target="../h.xml"/><Relationship Id="c" Type="x/drawing" Target="../d.xml"/></Relationships>`,
			"xl/c.xml", comments, "xl/h.xml", threads, "xl/d.xml", drawing)...)
	}
	comments := func(authors, list string) []byte {
		return beside(`<comments><authors>`+authors+`</authors><commentList>`+list+`</commentList></comments>`, "", "")
	}
	anchors := func(n int, anchor string) []byte { return beside("", "", "<wsDr>"+strings.Repeat(anchor, n)+"</wsDr>") }
	on := func(part, old, new string) []byte {
		return sample.Rezip(t, sample.Zip(t, blank...), func(name, content string) string {
			if name == part {
				require.Contains(t, content, old)
				return strings.Replace(content, old, new, 1)
			}
			return content
		})
	}
	const sheet = "三、依申请公开"
	for _, test := range []struct {
		why  string
		data []byte
		want error
	}{
		{"authors without end", comments(strings.Repeat("<author/>", 400_000), ""), nil},
		{"comments without end", comments("", strings.Repeat(`<comment ref="A6"><text><t>a</t></text></comment>`, 20_000)), MuchTextError{sheet}},
		{"a comment of blank runs", comments("", `<comment ref="A6"><text>`+strings.Repeat(`<r><rPr><strike/></rPr><t> </t></r>`, 200_000)+`</text></comment>`), nil},
		{"a comment longer than anything", comments("", `<comment ref="A6"><text><t>`+strings.Repeat("长", 400_000)+`</t></text></comment>`), spreadsheet.LongTextError{Place: "“" + sheet + "”A6的批注里"}},
		{"a conversation without end", beside("", "<ThreadedComments>"+strings.Repeat(`<threadedComment ref="A6"><text>a</text></threadedComment>`, 20_000)+"</ThreadedComments>", ""), MuchTextError{sheet}},
		{"comments that are none", beside("\x00 << no", "PNG", "<wsDr><twoCellAnchor>"), nil},
		{"drawings without end", anchors(300_000, `<twoCellAnchor><p/></twoCellAnchor>`), MuchTextError{sheet}},
		{"anchors in anchors", anchors(1, strings.Repeat("<twoCellAnchor>", 190)), nil},
		{"anchors nowhere", anchors(9_000, `<twoCellAnchor><from><col>9223372036854775807</col><row>-5</row></from><t>NaN</t></twoCellAnchor>`), nil},
		{"hidden columns without end", on("xl/worksheets/sheet6.xml", "<cols>", "<cols>"+strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, 600_000)), nil},
		{"hidden rows without end", on("xl/worksheets/sheet6.xml", "</sheetData>", strings.Repeat(`<row hidden="1"/>`, 900_000)+"</sheetData>"), nil},
		{"merged areas over everything", on("xl/worksheets/sheet6.xml", "<mergeCell ", strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 400_000)+"<mergeCell "), nil},
		{"fonts without end", on("xl/styles.xml", "<fonts", "<fonts>"+strings.Repeat("<font><strike/></font>", 400_000)+"</fonts><fonts"), nil},
	} {
		t.Run(test.why, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r, err := Read(test.data)
			runtime.ReadMemStats(&after)
			assert.Equal(t, test.want, err)
			assert.Less(t, (after.TotalAlloc-before.TotalAlloc)>>20, uint64(500), "megabytes in all, of which the fewest are held at once")
			if err == nil {
				for _, e := range r.Extras {
					assert.Empty(t, e.Place.Ref, "no place that cannot be")
				}
				err := Mark(io.Discard, test.data, []Note{{Place: model.Place{Sheet: sheet, Ref: "Z99"}, Level: "强制", Text: "一"}})
				assert.Contains(t, []error{nil, spreadsheet.ErrTooLarge}, err, "a marked copy would cost more")
			}
		})
	}
}

// A form with more looks than anyone gives it, and all that people fill in, is read.
func TestBudgetIsAboveRealForms(t *testing.T) {
	styled := strings.Builder{}
	for range 30 {
		styled.WriteString("<row>" + strings.Repeat(`<c s="1"/>`, 16_384) + "</row>")
	}
	_, err := Read(hostile{rows: styled.String()}.build(t))
	require.NoError(t, err, "whole rows that were painted")
	for name, r := range sample.Reports(t) {
		data := written(t, r, Options{})
		b, err := spreadsheet.Open(data)
		require.NoError(t, err)
		_, err = Read(data)
		require.NoError(t, err, name)
		assert.Positive(t, len(b.Names()))
	}
}

// XML as few programs write it, and the standard allows.
func TestOtherXML(t *testing.T) {
	ours := written(t, sample.Report(t, "b-district-2022"), Options{})
	want := read(t, ours)
	rewritten := func(change func(content string) string) []byte {
		return sample.Rezip(t, ours, func(name, content string) string {
			if !strings.HasPrefix(name, "xl/") || !strings.HasSuffix(name, ".xml") {
				return content
			}
			return change(content)
		})
	}
	utf16 := func(order string, mark bool) func(string) string {
		return func(content string) string {
			content = strings.Replace(content, `encoding="UTF-8"`, `encoding="UTF-16"`, 1)
			var b strings.Builder
			write := func(unit rune) {
				if order == "big" {
					b.WriteByte(byte(unit >> 8))
				}
				b.WriteByte(byte(unit))
				if order == "little" {
					b.WriteByte(byte(unit >> 8))
				}
			}
			if mark {
				write(0xFEFF)
			}
			for _, r := range content {
				if r >= 0x10000 {
					write(0xD800 + (r-0x10000)>>10)
					r = 0xDC00 + (r-0x10000)&0x3FF
				}
				write(r)
			}
			return b.String()
		}
	}
	for why, data := range map[string][]byte{
		"UTF-16, low byte first":               rewritten(utf16("little", true)),
		"UTF-16, high byte first":              rewritten(utf16("big", true)),
		"UTF-16 without a mark":                rewritten(utf16("little", false)),
		"UTF-16 without a mark, the other way": rewritten(utf16("big", false)),
		"XML 1.1":                              rewritten(func(s string) string { return strings.Replace(s, `version="1.0"`, `version="1.1"`, 1) }),
		"a mark in front":                      rewritten(func(s string) string { return "\ufeff" + s }),
		"without a declaration":                rewritten(func(s string) string { _, s, _ = strings.Cut(s, "?>"); return s }),
	} {
		t.Run(why, func(t *testing.T) {
			assertSame(t, want, read(t, data))
			assertPeeked(t, want, data)
			assertSame(t, want, read(t, marked(t, data, noteOn(want, "requests.received.total", Red, "A1B2C3"))))
		})
	}
}

// The words of one text are told apart from those of two codes for one character.
func TestEscapesOfOthers(t *testing.T) {
	for stored, want := range map[string]string{
		"_x0041_": "A", "_xD83D__xDE00_": "😀", "_xD83D_": "\uFFFD", "_xDE00__xD83D_": "\uFFFD\uFFFD", "_x005F_xD83D_": "_xD83D_", "__x0041_": "_A",
		"_x00": "_x00", "_x00g1_": "_x00g1_", "甲_x000D_乙": "甲\r乙", "_x0041_x": "Ax", "_x+041_": "_x+041_",
	} {
		assert.Equal(t, want, spreadsheet.Unescape(stored), stored)
	}
}

func TestLostSheetLink(t *testing.T) {
	ours := written(t, sample.Report(t, "b-district-2022"), Options{})
	const lost = `Target="worksheets/sheet4.xml"`
	data := sample.Rezip(t, ours, func(name, content string) string {
		if name != "xl/_rels/workbook.xml.rels" {
			return content
		}
		require.Contains(t, content, lost)
		at := strings.Index(content, lost)
		from := strings.LastIndex(content[:at], "<Relationship ")
		to := at + strings.Index(content[at:], "</Relationship>") + len("</Relationship>")
		return content[:from] + content[to:]
	})
	before := read(t, data)
	require.Contains(t, before.Lost, form.Key("narrative.overview"))
	after := read(t, marked(t, data, noteOn(before, "requests.received.total", Red, "A1B2C3")))
	assert.Contains(t, after.Lost, form.Key("narrative.overview"), "the sheet of findings does not stand in for the lost one")
	assert.Equal(t, before.Digest(), after.Digest())
	assert.Equal(t, before.Digest(), read(t, marked(t, marked(t, data), noteOn(before, "requests.received.total", Red, "A1B2C3"))).Digest())
}

// Some programs know the properties of a package by their prefix alone.
func TestCorePropertiesHaveTheirPrefix(t *testing.T) {
	for _, e := range form.Editions() {
		core := sample.Unzip(t, written(t, model.New(e), Options{}))[corePart]
		assert.Contains(t, core, "<cp:coreProperties xmlns:cp=")
		assert.Contains(t, core, "<cp:lastModifiedBy>")
		assert.NotRegexp(t, `</?[a-zA-Z]+[\s/>]`, core)
		root, err := cut([]byte(core))
		require.NoError(t, err)
		assert.Equal(t, "cp", root.Name.Prefix)
	}
}

// Some programs follow no link that begins at the root.
func TestLinksAreRelative(t *testing.T) {
	for _, test := range [][3]string{
		{"", "docProps/custom.xml", "docProps/custom.xml"}, {"xl/workbook.xml", "xl/worksheets/sheet10.xml", "worksheets/sheet10.xml"},
		{"xl/worksheets/sheet1.xml", "xl/comments1.xml", "../comments1.xml"}, {"a/b/c.xml", "d.xml", "../../d.xml"}, {"w.xml", "xl/styles.xml", "xl/styles.xml"},
	} {
		assert.Equal(t, test[2], relative(test[0], test[1]))
	}
	data := written(t, sample.Report(t, "b-district-2022"), Options{})
	for name, content := range sample.Unzip(t, marked(t, data, noteOn(read(t, data), "requests.received.total", Red, "A1B2C3"))) {
		if strings.HasSuffix(name, ".rels") {
			assert.NotContains(t, content, `Target="/x`, name)
		}
	}
}
