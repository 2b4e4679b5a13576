package published_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/published"
	reader "nianbao/internal/published/docx"
	"nianbao/internal/sample"
)

const wordNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// minimal is a document of nothing but a body.
func minimal(t testing.TB, document string) []byte {
	return sample.Zip(t, "_rels/.rels", `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", document)
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
	for _, c := range []struct {
		why, inside string
		refused     bool
	}{
		{"many paragraphs before the first section", strings.Repeat("<w:p><w:r><w:t>清溪镇人民政府2025年政府信息公开工作年度报告</w:t></w:r></w:p>", 7_000), false},
		{"one long paragraph", "<w:p>" + strings.Repeat("<w:r><w:t>清溪镇人民政府</w:t></w:r>", 45_000) + "</w:p>", false},
		{"ends of paragraphs deleted", strings.Repeat("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", 70_000), false},
		{"a table of many rows", "<w:tbl>" + strings.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", 120_000) + "</w:tbl>", false},
		{"text in small bits", "<w:p><w:r><w:t>" + strings.Repeat("甲<!-- -->", 300_000) + "</w:t></w:r></w:p>", false},
		{"more text than any report has", "<w:p>" + strings.Repeat("<w:r><w:t>清溪镇人民政府</w:t></w:r>", 55_000) + "</w:p>", true},
	} {
		start := time.Now()
		data := edit(t, asDocx(t, r), documentPart, "<w:body>", "<w:body>"+c.inside)
		p, err := reader.Read(data)
		assert.Equal(t, c.refused, err != nil, "%s: %v", c.why, err)
		if err == nil {
			got, _ := published.Read(p, "").Report(r.Edition)
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
		shown, err := reader.Read(minimal(t, document))
		if err != nil {
			return
		}
		p := published.Read(shown, "")
		for _, e := range form.Editions() {
			got, _ := p.Report(e)
			if e == r.Edition {
				published.TakeBack(r, got)
			}
		}
		p.Edition()
	})
}
