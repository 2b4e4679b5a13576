package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

func rootLink(target string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + target + `"/></Relationships>`
}

const (
	unitPart     = "xl/worksheets/sheet2.xml"
	requestsPart = "xl/worksheets/sheet6.xml"
)

func TestUnreadableFiles(t *testing.T) {
	blank := emptyForm()
	in := func(part, old, new string) []byte {
		return sample.Rezip(t, blank, func(name, content string) string {
			if name == part {
				require.Contains(t, content, old)
				return strings.Replace(content, old, new, 1)
			}
			return content
		})
	}
	tests := []struct {
		why  string
		data []byte
		want error
	}{
		{"nothing", nil, spreadsheet.ErrNotWorkbook}, // opc's own tests have all kinds of files
		{"a .docx", sample.Zip(t, "_rels/.rels", rootLink("word/document.xml"), "word/document.xml", "<document/>"), opc.Error{Fault: opc.OtherKind, Wanted: opc.Workbook, Found: opc.Document}},
		{"its main part is not there", sample.Zip(t, "_rels/.rels", rootLink("xl/workbook.xml")), spreadsheet.ErrDamaged},
		{"half a file", blank[:len(blank)/2], spreadsheet.ErrDamaged},
		{"the last byte is missing", blank[:len(blank)-1], spreadsheet.ErrDamaged},
		{"a bit flipped", flipped(t, blank, requestsPart), spreadsheet.ErrDamaged},
		{"broken XML", in(requestsPart, "</row>", "</rox>"), spreadsheet.ErrDamaged},
		{"a sheet's part is not there", sample.Rezip(t, blank, func(name, content string) string {
			if name == requestsPart {
				return ""
			}
			return content
		}), spreadsheet.ErrDamaged},
		{"a cell beyond the last column", in(requestsPart, `r="A6"`, `r="XFE6"`), spreadsheet.ErrDamaged},
		{"a row that cannot be", in(requestsPart, `<row r="6"`, `<row r="-6"`), spreadsheet.ErrDamaged},
		{"the same cell twice", in(unitPart, `r="B1"`, `r="A1" t="str"><v>x</v></c><c r="B1"`), spreadsheet.ErrDamaged},
		{"a shared string that is not there", in(requestsPart, `<c r="A6"`, `<c r="A6" t="s"><v>5</v></c><c r="Z6"`), spreadsheet.ErrDamaged},
		{"an unknown type of cell", in(requestsPart, `<c r="A6"`, `<c r="A6" t="quantum"><v>5</v></c><c r="Z6"`), spreadsheet.ErrDamaged},
		{"no form of ours", sample.Zip(t, "_rels/.rels", rootLink("xl/workbook.xml"), "xl/workbook.xml",
			`<workbook><sheets><sheet name="Sheet1" sheetId="1"/></sheets><definedNames><definedName name="unit_name">Sheet1!$A$1</definedName></definedNames></workbook>`), ErrForeign},
		{"an edition yet to come", in("xl/worksheets/sheet1.xml", "<t>2021</t>", "<t>2031</t>"), UnknownEditionError{"2031"}},
		{"ten megabytes in one cell", in(unitPart, "<t>单位名称</t>", "<t>"+strings.Repeat("长", 10<<20/3)+"</t>"), spreadsheet.LongTextError{Place: "“基本信息”第3行"}},
		{"more unzipped than anyone writes", in(unitPart, "</sheetData>", "</sheetData>"+strings.Repeat(" ", 32<<20)), spreadsheet.ErrTooLarge},
		{"more cells than anyone fills", in(unitPart, "</sheetData>", manyCells(50_000)+"</sheetData>"), spreadsheet.ErrTooLarge},
		{"more names than anyone gives", in("xl/workbook.xml", "</definedNames>", strings.Repeat("<definedName name=\"x\">A!A1</definedName>", 20_000)+"</definedNames>"), spreadsheet.ErrTooLarge},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			_, err := Read(test.data)
			assert.ErrorIs(t, err, test.want)
		})
	}
}

// flipped has a bit flipped in the middle of what a part is packed into.
func flipped(t *testing.T, data []byte, part string) []byte {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	i := slices.IndexFunc(archive.File, func(f *zip.File) bool { return f.Name == part })
	require.GreaterOrEqual(t, i, 0)
	from, err := archive.File[i].DataOffset()
	require.NoError(t, err)
	data = bytes.Clone(data)
	data[from+int64(archive.File[i].CompressedSize64)/2] ^= 1
	return data
}

func manyCells(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+100, i+100)
	}
	return b.String()
}

func TestErrorsNameARemedy(t *testing.T) {
	for _, err := range []error{ErrForeign, spreadsheet.LongTextError{Place: "“基本信息”第3行"}, UnknownEditionError{"2031"}} {
		assert.Contains(t, err.Error(), "请")
		assert.False(t, strings.HasSuffix(err.Error(), "。"), "the caller ends the sentence")
	}
}

// Formulas of a hostile workbook are text to the reader: none is computed.
func TestHostileReferencesCostLittle(t *testing.T) {
	blank := emptyForm()
	everything := strings.TrimSuffix(strings.Repeat("'基本信息'!$A$1:$XFD$1048576,", 2000), ",")
	data := sample.Rezip(t, blank, func(name, content string) string {
		switch name {
		case "xl/workbook.xml":
			return strings.Replace(content, "&#39;一、总体情况&#39;!$A$4:$A$104", "&#39;一、总体情况&#39;!$A$1:$XFD$1048576", 1)
		case requestsPart:
			return strings.Replace(content, "SUM(A6:D6)", "SUM("+everything+")", 1)
		}
		return content
	})
	r, err := Read(data)
	require.NoError(t, err)
	assert.NotEmpty(t, r.Texts["narrative.overview"], "what the name covers is read")
	assert.Equal(t, model.Blank, r.Figure("disputes.review.total").State, "a formula that is not ours has the result that was stored")
}

// FuzzRead looks for files on which reading panics or takes long, or Peek sees something else than Read.
func FuzzRead(f *testing.F) {
	for _, e := range form.Editions() {
		f.Add(written(f, model.New(e), Options{}))
	}
	f.Add(sample.Zip(f, "_rels/.rels", rootLink("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Read(data)
		if err != nil {
			assert.Nil(t, r)
			return
		}
		assertPeeked(t, r, data)
	})
}

// assertPeeked tells that Peek sees what Read has read.
func assertPeeked(t *testing.T, r *model.Report, data []byte) {
	t.Helper()
	g, err := Peek(data)
	require.NoError(t, err)
	assert.Equal(t, glanceOf(r), g)
}

// A small workbook as other programs write them: short references, shared strings with phonetic hints, sheets by any name.
const (
	smallNames = `<workbook><workbookPr date1904="1"/><sheets><sheet name="四" id="a"/></sheets><definedNames>` +
		`<definedName name="form_edition">'四'!$A$1</definedName><definedName name="unit_name">'四'!$B$1</definedName>` +
		`<definedName name="disputes_review_upheld">'四'!$A$2</definedName><definedName name="disputes_review_corrected">'四'!$B$2</definedName>` +
		`<definedName name="disputes_review_other">'四'!$C$2</definedName><definedName name="disputes_review_pending">'四'!$D$2</definedName>` +
		`<definedName name="disputes_review_total" localSheetId="0">四!E2</definedName><definedName name="narrative_other">'四'!$A$3:$A$9,四!B3</definedName></definedNames></workbook>`
	smallSheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>2021</t></is></c><c t="s"><v>0</v></c></row>` +
		`<row><c s="1"><v>1</v></c><c s="2"><v>2.50</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>IF(COUNT(A2:D2)=0,"",SUM(A2:D2))</f></c></row>` +
		`<row r="3"><c t="str"><v>_x0041_</v></c><c t="d"><v>2026-01-20T00:00:00</v></c></row></sheetData></worksheet>`
	smallStrings = `<sst><si><r><t>清</t></r><rPh><t>x</t></rPh><r><t>溪镇</t></r></si></sst>`
	smallStyles  = `<styleSheet><numFmts><numFmt numFmtId="165" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="9"/></cellXfs></styleSheet>`
	smallLinks   = `<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/>` +
		`<Relationship Id="c" Type="x/styles" Target="u.xml"/></Relationships>`
)

func small(t testing.TB, names, sheet, strings, styles string) []byte {
	return sample.Zip(t, "_rels/.rels", rootLink("w.xml"), "w.xml", names, "_rels/w.xml.rels", smallLinks, "s.xml", sheet, "t.xml", strings, "u.xml", styles)
}

func TestSmallWorkbook(t *testing.T) {
	r, err := Read(small(t, smallNames, smallSheet, smallStrings, smallStyles))
	require.NoError(t, err)
	assert.Equal(t, "清溪镇", r.Unit())
	assert.Equal(t, "1904（存的是1）", r.Figure("disputes.review.upheld").Printed())
	assert.Equal(t, "250%", r.Figure("disputes.review.corrected").Printed())
	assert.Equal(t, "TRUE", r.Figure("disputes.review.other").Printed())
	assert.Equal(t, "#REF!", r.Figure("disputes.review.pending").Printed())
	assert.Equal(t, model.Blank, r.Figure("disputes.review.total").State)
	assert.Equal(t, []string{"A", "2026-01-20"}, texts(r.Texts["narrative.other"]))
}

// FuzzReadSheet puts hostile XML where a workbook's names and a sheet are, which mutations of a zip seldom reach.
func FuzzReadSheet(f *testing.F) {
	f.Add(smallNames, smallSheet, smallStrings, smallStyles)
	table := sample.Unzip(f, written(f, model.New(edition(f, "2021")), Options{}))[requestsPart]
	f.Add(`<workbook><sheets><sheet name="三" id="a"/></sheets></workbook>`, table, smallStrings, smallStyles) // found by its labels
	f.Fuzz(func(t *testing.T, names, sheet, strings, styles string) {
		data := small(t, names, sheet, strings, styles)
		r, err := Read(data)
		if err != nil {
			assert.Nil(t, r)
			return
		}
		for _, c := range r.Edition.Cells() {
			v := r.Figure(c.Key)
			assert.True(t, v.State == model.Missing || v.Place.Ref != "", c.Key)
			_ = v.Printed()
		}
		assertPeeked(t, r, data)
	})
}

// FuzzReadBeside puts hostile XML where a sheet's comments, conversations and drawings are, and its links to them.
func FuzzReadBeside(f *testing.F) {
	const links = `<Relationships><Relationship Id="a" Type="x/comments" Target="c.xml"/><Relationship Id="b" Type="x/threadedComment" Target="h.xml"/>` +
		`<Relationship Id="c" Type="x/drawing" Target="d.xml"/></Relationships>`
	f.Add(links, `<comments><authors><author>tc={1}</author><author>某人</author></authors><commentList><comment ref="A2" authorId="1"><text><r><rPr><strike/></rPr><t>改</t></r></text></comment></commentList></comments>`,
		`<ThreadedComments><threadedComment ref="B2"><text>请核对</text></threadedComment></ThreadedComments>`,
		`<wsDr><twoCellAnchor><from><col>1</col><row>-9223372036854775808</row></from><sp><txBody><p><r><t>一</t></r></p></txBody></sp></twoCellAnchor><absoluteAnchor><pic/></absoluteAnchor></wsDr>`)
	f.Fuzz(func(t *testing.T, links, comments, threads, drawing string) {
		data := sample.Zip(t, "_rels/.rels", rootLink("w.xml"), "w.xml", smallNames, "_rels/w.xml.rels", smallLinks, "s.xml", smallSheet, "t.xml", smallStrings, "u.xml", smallStyles,
			"_rels/s.xml.rels", links, "c.xml", comments, "h.xml", threads, "d.xml", drawing)
		r, err := Read(data)
		if err != nil {
			assert.Nil(t, r)
			return
		}
		for _, e := range r.Extras {
			_, ok := cellref.Parse(e.Place.Ref)
			assert.True(t, ok || e.Place.Ref == "", e)
		}
		assertPeeked(t, r, data)
	})
}
