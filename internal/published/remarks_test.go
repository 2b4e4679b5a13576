package published_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// remarked is a sample report as a document with comments, a footnote and an endnote, as word processors keep them.
func remarked(t *testing.T) []byte {
	const (
		w     = `<?xml version="1.0" encoding="UTF-8"?><w:%s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:%[1]s>`
		types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
		kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	)
	comment := func(id int, author, text string) string {
		return fmt.Sprintf(`<w:comment w:id="%d" w:author="%s" w:date="2026-01-08T09:00:00Z">%s</w:comment>`, id, author, text)
	}
	said := `<w:p><w:r><w:t>%s</w:t></w:r></w:p>`
	comments := comment(1, "王主任", fmt.Sprintf(said, "件数再核一下。")) + comment(2, "", fmt.Sprintf(said, "这一行")+fmt.Sprintf(said, "与台账不符")) +
		comment(3, "审核人", fmt.Sprintf(said, strings.Repeat("长", 150))) + comment(4, "审核人", `<w:p/>`)
	mark := func(kind string, id int) string {
		return fmt.Sprintf(`<w:r><w:%sReference w:id="%d"/></w:r>`, kind, id)
	}
	data := asDocx(t, report(t, threeParagraphs))
	data = edit(t, data, documentPart,
		run(third), run(third)+mark("comment", 1)+mark("footnote", 1)+mark("endnote", 1),
		">一、总体情况</w:t></w:r>", ">一、总体情况</w:t></w:r>"+mark("comment", 3)+mark("comment", 4),
		">1.属于国家秘密</w:t></w:r>", ">1.属于国家秘密</w:t></w:r>"+mark("comment", 2))
	data = edit(t, data, "word/_rels/document.xml.rels", "</Relationships>",
		`<Relationship Id="r97" Type="`+types+`comments" Target="comments.xml"/><Relationship Id="r98" Type="`+types+`footnotes" Target="footnotes.xml"/>`+
			`<Relationship Id="r99" Type="`+types+`endnotes" Target="endnotes.xml"/></Relationships>`)
	data = edit(t, data, "[Content_Types].xml", "</Types>",
		`<Override PartName="/word/comments.xml" ContentType="`+kinds+`comments+xml"/><Override PartName="/word/footnotes.xml" ContentType="`+kinds+`footnotes+xml"/>`+
			`<Override PartName="/word/endnotes.xml" ContentType="`+kinds+`endnotes+xml"/></Types>`)
	data = edit(t, data, "word/comments.xml", fmt.Sprintf(w, "comments", comments))
	note := `<w:%s w:id="1"><w:p><w:r><w:%[1]sRef/></w:r><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:%[1]s>`
	data = edit(t, data, "word/footnotes.xml", fmt.Sprintf(w, "footnotes", fmt.Sprintf(note, "footnote", "数据来自信访台账。")))
	return edit(t, data, "word/endnotes.xml", fmt.Sprintf(w, "endnotes", fmt.Sprintf(note, "endnote", "见附表。")))
}

// What stands beside the text is quoted, with its place, and with who said it.
func TestRemarksAreQuoted(t *testing.T) {
	r := report(t, threeParagraphs)
	_, doubts := read(t, remarked(t)).Report(r.Edition)
	assert.Equal(t, []string{
		"批注没有读进来：标题“一、总体情况”，审核人：“" + strings.Repeat("长", 100) + "……”",
		"批注没有读进来：标题“一、总体情况”，审核人，没有文字",
		"批注没有读进来：“一、总体情况”第3段，王主任：“件数再核一下。”",
		"脚注没有读进来：“一、总体情况”第3段：“数据来自信访台账。”",
		"尾注没有读进来：“一、总体情况”第3段：“见附表。”",
		"批注没有读进来：“三、收到和处理政府信息公开申请情况”的表格第8行：“这一行 与台账不符”",
	}, doubts)
}

// Word processors number them anew and write them with runs of their own.
func TestRemarksSurviveLibreOffice(t *testing.T) {
	sample.Need(t, "soffice")
	file := filepath.Join(t.TempDir(), "批注.docx")
	require.NoError(t, os.WriteFile(file, remarked(t), 0o644))
	data, err := os.ReadFile(filepath.Join(sample.Convert(t, "docx:MS Word 2007 XML", file), "批注.docx"))
	require.NoError(t, err)
	r := report(t, threeParagraphs)
	_, before := read(t, remarked(t)).Report(r.Edition)
	_, after := read(t, data).Report(r.Edition)
	for _, doubt := range before {
		if !strings.Contains(doubt, "没有文字") { // LibreOffice drops a comment without words
			assert.Contains(t, after, doubt)
		}
	}
}

// Many are shortened, and what cannot be read does not keep the report from being read.
func TestManyRemarks(t *testing.T) {
	r := report(t, threeParagraphs)
	mark := strings.Repeat(`<w:r><w:commentReference w:id="7"/></w:r>`, 25)
	_, doubts := read(t, edit(t, asDocx(t, r), documentPart, run(third), run(third)+mark)).Report(r.Edition)
	require.Len(t, doubts, 21)
	assert.Equal(t, "批注没有读进来：“一、总体情况”第3段，内容读不出", doubts[0])
	assert.Equal(t, "还有5条批注、脚注没有读进来", doubts[20])
	broken := edit(t, remarked(t), "word/comments.xml", "</w:comments>", "")
	_, doubts = read(t, broken).Report(r.Edition)
	assert.Contains(t, doubts, "批注没有读进来：“一、总体情况”第3段，内容读不出")
	assert.Contains(t, doubts, "脚注没有读进来：“一、总体情况”第3段：“数据来自信访台账。”")
}
