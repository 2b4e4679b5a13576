package docx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/opc"
	"nianbao/internal/published/docx"
	"nianbao/internal/sample"
)

const wordNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// minimal is a document of nothing but a body.
func minimal(t testing.TB, document string) []byte {
	return sample.Zip(t, "_rels/.rels", `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", document)
}

func TestFilesThatCannotBeRead(t *testing.T) {
	body := func(inside string) []byte {
		return minimal(t, `<w:document `+wordNamespace+`><w:body>`+inside+`</w:body></w:document>`)
	}
	good := body(`<w:p><w:r><w:t>一</w:t></w:r></w:p>`)
	_, err := docx.Read(good)
	require.NoError(t, err, "the documents below are wrong in one thing each")
	target := func(name string) []byte {
		return sample.Zip(t, "_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="`+name+`"/></Relationships>`, "xl/workbook.xml", "<workbook/>")
	}
	because := func(f opc.Fault) error { return opc.Error{Fault: f, Wanted: opc.Document} }
	notDocument, damaged, tooLarge := because(opc.NotOffice), because(opc.Damaged), because(opc.TooLarge)
	for _, c := range []struct {
		why  string
		data []byte
		want error
	}{
		{"nothing", nil, notDocument}, // opc's own tests have all kinds of files
		{"a workbook", target("xl/workbook.xml"), opc.Error{Fault: opc.OtherKind, Wanted: opc.Document, Found: opc.Workbook}},
		{"a part that is not there", target("word/document.xml"), damaged},
		{"cut off", good[:len(good)-40], damaged},
		{"a byte turned over", bytes.Replace(good, []byte("PK\x03\x04"), []byte("PK\x03\x05"), 1), damaged},
		{"markup that does not close", minimal(t, `<w:document `+wordNamespace+`><w:body>`), damaged},
		{"no markup", minimal(t, "x"), damaged},
		{"no body", minimal(t, `<w:document `+wordNamespace+`/>`), notDocument},
		{"another root", minimal(t, `<w:styles `+wordNamespace+`/>`), notDocument},
		{"another namespace", minimal(t, `<document><body/></document>`), notDocument},
		{"a character that XML lacks", body("<w:p><w:r><w:t>\x01</w:t></w:r></w:p>"), damaged},
		{"an entity of its own", minimal(t, `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]><w:document `+wordNamespace+`><w:body>&a;</w:body></w:document>`), damaged},
		{"nested without end", body(strings.Repeat("<w:sdt>", 1000) + strings.Repeat("</w:sdt>", 1000)), tooLarge},
		{"elements without end", body(strings.Repeat("<w:p/>", 600_000)), tooLarge},
		{"a zip bomb", body("<w:p>" + strings.Repeat(" ", 40<<20) + "</w:p>"), tooLarge},
		{"a bomb among the styles", sample.Zip(t, "_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="d.xml"/></Relationships>`, "d.xml", `<w:document `+wordNamespace+`><w:body/></w:document>`,
			"_rels/d.xml.rels", `<Relationships><Relationship Type="x/styles" Target="s.xml"/></Relationships>`, "s.xml", "<s>"+strings.Repeat(" ", 40<<20)+"</s>"), tooLarge},
	} {
		_, err := docx.Read(c.data)
		assert.Equal(t, c.want, err, c.why)
	}
}

// More text than any report has ends in a sentence, wherever it stands, and as much as there may be is read.
func TestTextBudget(t *testing.T) {
	paragraph := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	box := func(inside string) string {
		return "<w:p><w:r><w:pict><w:txbxContent>" + inside + "</w:txbxContent></w:pict></w:r></w:p>"
	}
	const deleted = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>`
	long := strings.Repeat("长", 100_000)
	for _, c := range []struct {
		why, inside string
		at          int // the paragraph that is told, 0 where the document is read
	}{
		{"as much as there may be", strings.Repeat(paragraph(long), 3), 0},
		{"one more", strings.Repeat(paragraph(long), 4), 4},
		{"one paragraph", paragraph(strings.Repeat(long, 4)), 1},
		{"a paragraph of many runs", "<w:p>" + strings.Repeat("<w:r><w:t>"+long+"</w:t></w:r>", 4) + "</w:p>", 1},
		{"a paragraph of many lines", paragraph(strings.Repeat("长\n", 17_000)), 1},
		{"paragraphs of a letter", strings.Repeat(paragraph("a"), 17_000), 16_132},
		{"empty paragraphs weigh nothing", strings.Repeat("<w:p/>", 17_000), 0},
		{"in a table", "<w:tbl><w:tr><w:tc>" + strings.Repeat(paragraph(long), 4) + "</w:tc></w:tr></w:tbl>", 4},
		{"in a table in a table", strings.Repeat("<w:tbl><w:tr><w:tc>", 9) + strings.Repeat(paragraph(long), 4) + strings.Repeat("</w:tc></w:tr></w:tbl>", 9), 4},
		{"in the cells of a table", "<w:tbl><w:tr>" + strings.Repeat("<w:tc>"+paragraph("a")+"</w:tc>", 17_000) + "</w:tr></w:tbl>", 16_132},
		{"in a text box", box(strings.Repeat(paragraph(long), 4)), 5},
		{"in text boxes", strings.Repeat(box(paragraph(long)), 4), 8},
		{"ends of paragraphs deleted", strings.Repeat(deleted+long+"</w:t></w:r></w:p>", 4), 4},
		{"placeholders without end", paragraph(strings.Repeat("{{单位}}", 3000)), 1},
	} {
		assert.Equal(t, muchText(c.at), readError(minimal(t, `<w:document `+wordNamespace+`><w:body>`+c.inside+`</w:body></w:document>`)), c.why)
	}
	assert.EqualError(t, docx.MuchTextError{Paragraph: 4}, "到第4段为止文字太多，不是正常的报告内容，请删去多余的文字后再试")
}

// Automatic numbers are text: few bytes in the file may be many in each paragraph.
func TestTextBudgetOfNumbers(t *testing.T) {
	numbered := func(label string) []byte {
		return sample.Zip(t, "_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="d.xml"/></Relationships>`,
			"d.xml", `<w:document `+wordNamespace+`><w:body>`+strings.Repeat(`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`, 2000)+`</w:body></w:document>`,
			"_rels/d.xml.rels", `<Relationships><Relationship Type="x/numbering" Target="n.xml"/></Relationships>`,
			"n.xml", `<w:numbering `+wordNamespace+`><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1000"/><w:lvlText w:val="`+label+`"/></w:lvl></w:abstractNum>`+
				`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`)
	}
	assert.NoError(t, readError(numbered("%1、")))
	assert.Equal(t, muchText(986), readError(numbered(strings.Repeat("%1", 250))), "a thousand bytes each")
	assert.NoError(t, readError(numbered(strings.Repeat("%1", 600))), "so long a one is none")
}

// readError is what reading a document ends with.
func readError(data []byte) error {
	_, err := docx.Read(data)
	return err
}

// muchText is the error that tells a paragraph; none for 0.
func muchText(paragraph int) error {
	if paragraph == 0 {
		return nil
	}
	return docx.MuchTextError{Paragraph: paragraph}
}
