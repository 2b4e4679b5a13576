package published_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/opc"
	"nianbao/internal/published"
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
	_, err := published.ReadDocx(good)
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
		_, err := published.ReadDocx(c.data)
		assert.Equal(t, c.want, err, c.why)
	}
}

// The strict form of the format, which some programs write, reads the same.
func TestStrictDocument(t *testing.T) {
	r := report(t, threeParagraphs)
	data := asDocx(t, r)
	for _, part := range []string{documentPart, "word/styles.xml"} {
		data = edit(t, data, part, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	}
	got, doubts := read(t, data).Report(r.Edition)
	assert.Empty(t, doubts)
	_, changes := published.TakeBack(r, got)
	assert.Empty(t, changes)
}

// The largest documents that are read at all take no longer than people wait.
func TestLargeDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	r := report(t, threeParagraphs)
	for _, c := range []struct{ why, inside string }{
		{"many paragraphs before the first section", strings.Repeat("<w:p><w:r><w:t>清溪镇人民政府2025年政府信息公开工作年度报告</w:t></w:r></w:p>", 100_000)},
		{"one long paragraph", "<w:p>" + strings.Repeat("<w:r><w:t>清溪镇人民政府</w:t></w:r>", 200_000) + "</w:p>"},
		{"ends of paragraphs deleted", strings.Repeat("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", 70_000)},
		{"a table of many rows", "<w:tbl>" + strings.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", 120_000) + "</w:tbl>"},
		{"text in small bits", "<w:p><w:r><w:t>" + strings.Repeat("甲<!-- -->", 400_000) + "</w:t></w:r></w:p>"},
	} {
		start := time.Now()
		data := edit(t, asDocx(t, r), documentPart, "<w:body>", "<w:body>"+c.inside)
		p, err := published.ReadDocx(data)
		if err == nil {
			got, _ := p.Report(r.Edition)
			published.TakeBack(r, got)
		}
		assert.Less(t, time.Since(start), 10*time.Second, c.why)
	}
}

// Whatever stands in a document, reading it ends, in a publication or one of the errors, and what was read can be compared.
func FuzzReadDocx(f *testing.F) {
	r := report(f, threeParagraphs)
	f.Add(sample.Unzip(f, asDocx(f, r))[documentPart])
	for _, inside := range []string{
		`<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`,
		`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/><w:vMerge/></w:tcPr><w:tbl><w:tr/></w:tbl></w:tc></w:tr></w:tbl>`,
		`<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:p><w:r><w:t>2026年1月20日</w:t></w:r></w:p>`,
		`<w:sdt><w:sdtContent><w:del/><w:p><w:r><w:sym w:char="D800"/></w:r></w:p></w:sdtContent></w:sdt>`,
	} {
		f.Add(`<w:document ` + wordNamespace + `><w:body>` + inside + `</w:body></w:document>`)
	}
	f.Fuzz(func(t *testing.T, document string) {
		p, err := published.ReadDocx(minimal(t, document))
		if err != nil {
			return
		}
		for _, e := range form.Editions() {
			got, _ := p.Report(e)
			if e == r.Edition {
				published.TakeBack(r, got)
			}
		}
		p.Edition()
	})
}
