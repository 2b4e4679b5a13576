package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/sample"
)

// everything is a report with all that a document can hold.
func everything(e *form.Edition) *document.Document {
	return document.Compose(sample.Full(e, map[form.Key]string{
		"narrative.preface":  "根据《中华人民共和国政府信息公开条例》的规定，{{单位}}编制{{年份}}年政府信息公开工作年度报告。",
		"narrative.overview": "（一）主动公开。全年发布政务动态168条，涉及𬇹水、𫭼塘、堽下等村。\n（二）监督保障\n1.“两张清单”——按时更新。\n（1）事项清单；\n（2）流程清单。",
		"narrative.requests": "数据含街道办事处受理的申请。",
		"narrative.disputes": "上年的案件已经审结。\n注：复议案件均由本级政府审理。",
		"narrative.problems": "一、存在的主要问题\n公开内容不够细。",
		"narrative.other":    "本年度未收取政府信息公开信息处理费。",
	}))
}

// reports composes the sample reports, by name.
func reports(t *testing.T) map[string]*document.Document {
	all := map[string]*document.Document{}
	for name, r := range sample.Reports(t) {
		all[name] = document.Compose(r)
	}
	return all
}

func draft(d *document.Document) *document.Document {
	d.Draft = true
	d.Notes = []document.Note{
		{Level: "强制", Place: "“复议诉讼”B7", Text: "“结果维持”没有填，没有的请填0。"},
		{Level: "核实", Text: "没有写<信息处理费> & 其他。"},
	}
	return d
}

func write(t *testing.T, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, d))
	return b.Bytes()
}

// parts unzips a package.
func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	all := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NotContains(t, all, f.Name)
		all[f.Name] = string(content)
	}
	return all
}

func TestWholeReports(t *testing.T) {
	var looks sample.Looks
	for _, c := range []struct {
		name string
		d    *document.Document
	}{
		{"2019", everything(form.Editions()[0])},
		{"2021-draft", draft(everything(form.Editions()[1]))},
	} {
		all := parts(t, write(t, c.d))
		got := all["word/document.xml"] + all["docProps/core.xml"] + all["docProps/app.xml"]
		sample.Golden(t, "testdata/"+c.name+".xml", plain(&looks, got))
	}
	sample.Golden(t, "testdata/looks.txt", looks.String())
}

// ofLooks are the properties that say how something looks, but for the names of styles.
var ofLooks = regexp.MustCompile(`<w:(tblW|tblLayout|gridCol|trHeight|tcW|vAlign|textDirection|spacing|ind|jc|rFonts|pgSz|pgMar|cols|docGrid)\b[^>]*/>`)

var tableRow = regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`)

// plain is a part with names for its looks. Widths and heights, of which each table has its own, are named by their kind alone;
// that a row is kept with the next is said once for the row.
func plain(looks *sample.Looks, part string) string {
	const kept = "<w:keepNext/>"
	part = tableRow.ReplaceAllStringFunc(part, func(row string) string {
		if strings.Count(row, kept) == strings.Count(row, "<w:p>") {
			return "{keepNext}" + strings.ReplaceAll(row, kept, "")
		}
		return row
	})
	return ofLooks.ReplaceAllStringFunc(part, func(property string) string {
		kind := ofLooks.FindStringSubmatch(property)[1]
		name := looks.Name(kind, property)
		if kind == "gridCol" || kind == "tcW" || kind == "trHeight" {
			return "{" + kind + "}"
		}
		return "{" + name + "}"
	})
}

func TestEqualBytes(t *testing.T) {
	for _, e := range form.Editions() {
		assert.Equal(t, write(t, draft(everything(e))), write(t, draft(everything(e))), "equal documents give equal bytes")
		assert.NotEqual(t, write(t, draft(everything(e))), write(t, everything(e)), "a draft is marked")
	}
}

func TestOnlyADraftIsMarked(t *testing.T) {
	d := everything(form.Editions()[1])
	d.Notes = []document.Note{{Level: "核实", Text: "没有写信息处理费。"}}
	for name, content := range parts(t, write(t, d)) {
		assert.False(t, strings.Contains(content, "草稿") && name != "word/styles.xml", "%s speaks of a draft", name)
		assert.NotContains(t, name, "header")
		assert.False(t, strings.Contains(content, "headerReference") || strings.Contains(content, "header-odd"), "%s asks for a header", name)
	}
	all := parts(t, write(t, draft(everything(form.Editions()[1]))))
	for _, name := range []string{"word/header-odd.xml", "word/header-even.xml"} {
		assert.Equal(t, 2, strings.Count(all[name], "草稿"), "%s has the word, and the watermark", name)
	}
}

// line is a paragraph as it is read back: its style and its text, line breaks as \n.
type line struct{ style, text string }

// lines reads the paragraphs of the body with a reader that knows nothing of the writer.
func lines(t *testing.T, body string) []line {
	var all []line
	var open *line
	d := xml.NewDecoder(strings.NewReader(body))
	inText := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "p":
				all = append(all, line{})
				open = &all[len(all)-1]
			case "pStyle":
				open.style = e.Attr[0].Value
			case "br":
				open.text += "\n"
			case "tab":
				open.text += "\t"
			case "t":
				inText = true
			}
		case xml.EndElement:
			inText = inText && e.Name.Local != "t"
		case xml.CharData:
			if inText {
				open.text += string(e)
			}
		}
	}
}

// Every paragraph and figure is in the file, in order and letter by letter; only labels are broken into lines.
func TestNothingIsLost(t *testing.T) {
	all := reports(t)
	all["everything"] = draft(everything(form.Editions()[0]))
	for name, d := range all {
		rest := lines(t, parts(t, write(t, d))["word/document.xml"])
		next := func(want, style string) {
			require.NotEmpty(t, rest, name)
			assert.Equal(t, want, rest[0].text, name)
			assert.True(t, strings.HasPrefix(rest[0].style, style), "%s: %q is in style %s, not %s", name, want, rest[0].style, style)
			rest = rest[1:]
		}
		for _, block := range d.Blocks {
			switch b := block.(type) {
			case document.Title:
				rest[0].text = strings.ReplaceAll(rest[0].text, "\n", "")
				next(b.Unit+b.Name, "Title")
			case document.Heading:
				next(b.Text, "Heading1")
			case document.Paragraph:
				next(b.Lead+b.Text, "")
			case document.Table:
				for at := range b.Rows * b.Cols {
					for _, c := range b.Cells {
						if row := at / b.Cols; c.Col == at%b.Cols && c.Row <= row && row < c.Row+c.RowSpan {
							want := c.Text
							if row > c.Row {
								want = ""
							}
							if c.Role != form.FigureSlot {
								rest[0].text = strings.ReplaceAll(rest[0].text, "\n", "")
							}
							next(want, "TableText")
						}
					}
				}
			case document.Signature:
				next(b.Unit, "Signature")
				next(b.Date, "Date")
			}
		}
		for i, n := range d.Notes {
			if i == 0 {
				next(fmt.Sprintf("草稿附页：还要处理的问题（共%d项）", len(d.Notes)), "DraftNotes")
			}
			assert.Contains(t, rest[0].text, n.Text)
			assert.Contains(t, rest[0].text, n.Place)
			rest = rest[1:]
		}
		assert.Empty(t, rest, name)
	}
}

func TestHeadingsAreHeadings(t *testing.T) {
	for _, c := range []struct {
		why   string
		block document.Paragraph
		next  document.Block
		want  string
	}{
		{"a heading on its own line", document.Paragraph{Level: 2, Lead: "（二）监督保障"}, document.Paragraph{Text: "每季检查。"}, "Heading2"},
		{"the third level", document.Paragraph{Level: 3, Lead: "1.考核"}, document.Paragraph{Level: 4, Lead: "（1）甲。", Text: "乙。"}, "Heading3"},
		{"above a table", document.Paragraph{Level: 2, Lead: "（一）总表"}, document.Heading{Text: "六"}, "Heading2"},
		{"it runs in", document.Paragraph{Level: 2, Lead: "（一）公开。", Text: "全年公开。"}, document.Paragraph{Text: "另起。"}, "BodyText"},
		{"one of a list", document.Paragraph{Level: 3, Lead: "1.开展培训；"}, document.Paragraph{Level: 3, Lead: "2.按月检查。"}, "BodyText"},
		{"the last of a list", document.Paragraph{Level: 3, Lead: "2.按月检查。"}, document.Paragraph{Level: 2, Lead: "（三）其他"}, "BodyText"},
		{"nothing follows", document.Paragraph{Level: 3, Lead: "2.按月检查。"}, nil, "BodyText"},
		{"a long sentence is no heading", document.Paragraph{Level: 2, Lead: "（一）" + strings.Repeat("长", 60)}, document.Paragraph{Text: "另起。"}, "BodyText"},
		{"a section's numbering inside a section", document.Paragraph{Level: 1, Lead: "一、总体情况"}, document.Paragraph{Text: "每季检查。"}, "BodyText"},
		{"text", document.Paragraph{Text: "每季检查。"}, nil, "BodyText"},
	} {
		d := &document.Document{Blocks: []document.Block{c.block}}
		if c.next != nil {
			d.Blocks = append(d.Blocks, c.next)
		}
		body := parts(t, write(t, d))["word/document.xml"]
		assert.Equal(t, line{c.want, c.block.Lead + c.block.Text}, lines(t, body)[0], c.why)
		if c.want == "BodyText" && c.block.Level > 0 {
			assert.Contains(t, body, fmt.Sprintf("Heading%dChar", c.block.Level), c.why)
		}
	}
}

func TestHostileText(t *testing.T) {
	for _, c := range []struct{ why, typed, want string }{
		{"markup", "<script>alert(1)</script> &amp; ]]> <!-- <?x?>", ""},
		{"a template", "{{.Title}}{{", ""},
		{"a tab stays a tab", "甲\t乙", ""},
		{"line breaks of all kinds are breaks", "甲\r\n乙\n\n丙\r丁\v戊\f己\u2028庚\u2029", "甲\n乙\n\n丙\n丁\n戊\n己\n庚\n"},
		{"spaces at either end, and doubled", "  甲  乙　", ""},
		{"marks that turn the direction of writing", "甲\u202e乙\u200f丙\u2067", ""},
		{"a replacement character that was typed", "甲\ufffd乙", ""},
		{"beyond the basic plane, private, unassigned", "𬇹\U0010fffd\ue000\u0378", ""},
		{"C1 controls are characters of XML", "甲\u0085\u009f乙", ""},
	} {
		if c.want == "" {
			c.want = c.typed
		}
		d := &document.Document{Title: c.typed, Unit: c.typed, Draft: true, Notes: []document.Note{{Text: c.typed}}, Blocks: []document.Block{
			document.Paragraph{Text: c.typed},
			document.Table{Title: c.typed, Rows: 1, Cols: 1, Cells: []document.Cell{{RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: c.typed}}},
		}}
		all := parts(t, write(t, d))
		got := lines(t, all["word/document.xml"])
		assert.Equal(t, c.want, got[0].text, c.why)
		assert.Equal(t, c.want, got[1].text, c.why)
		assert.Contains(t, got[3].text, c.want, c.why)
		for _, name := range []string{"word/document.xml", "docProps/core.xml", "docProps/app.xml"} {
			assert.NotContains(t, all[name], "<script", c.why)
		}
	}
}

// What XML has no way to write is refused with its place, before a byte is written.
func TestCharactersThatCannotBeWritten(t *testing.T) {
	table := func(text string) document.Table {
		return document.Table{Title: "依申请公开表", Rows: 1, Cols: 2, Cells: []document.Cell{
			{RowSpan: 1, ColSpan: 1, Text: "甲"}, {Col: 1, RowSpan: 1, ColSpan: 1, Text: text},
		}}
	}
	for _, c := range []struct {
		why   string
		block document.Block
		want  string
	}{
		{"a zero byte", document.Paragraph{Text: "全年\x00公开"}, "“前言”第1段有一个看不见的控制字符（U+0000，在“全年公开”附近），Word文档里写不进去，请在填报表里删去它"},
		{"half of a surrogate pair, which Go holds as damaged UTF-8", document.Paragraph{Text: "全年\xed\xa0\x80公开"}, "“前言”第1段有残缺的字符（在“全年公开”附近），Word文档里写不进去，请在填报表里重新输入这几个字"},
		{"no character at all", document.Heading{Text: "一、\ufffe总体"}, "标题“一、\ufffe总体”有一个看不见的控制字符（U+FFFE，在“一、总体”附近），Word文档里写不进去，请在填报表里删去它"},
		{"in the lead", document.Paragraph{Level: 2, Lead: "（一）\x1b公开。", Text: "全年。"}, "“前言”第1段有一个看不见的控制字符（U+001B，在“（一）公开。全年。”附近），Word文档里写不进去，请在填报表里删去它"},
		{"in a cell", table("3\x07件"), "“依申请公开表”第1行第2列有一个看不见的控制字符（U+0007，在“3件”附近），Word文档里写不进去，请在填报表里删去它"},
		{"in the title", document.Title{Unit: "清溪\x01镇"}, "标题有一个看不见的控制字符（U+0001，在“清溪镇”附近），Word文档里写不进去，请在填报表里删去它"},
		{"in the signature", document.Signature{Unit: "清溪镇", Date: "\x02"}, "落款有一个看不见的控制字符（U+0002，在“清溪镇”附近），Word文档里写不进去，请在填报表里删去它"},
	} {
		var b bytes.Buffer
		err := docx.Write(&b, &document.Document{Blocks: []document.Block{c.block}})
		assert.EqualError(t, err, c.want, c.why)
		assert.Empty(t, b.Bytes(), c.why)
	}
}

// refusal is a writer that takes a few bytes and then no more.
type refusal struct{ room int }

var errFull = errors.New("full")

func (r *refusal) Write(p []byte) (int, error) {
	if r.room -= len(p); r.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrorsAreReturned(t *testing.T) {
	d := everything(form.Editions()[1])
	whole := len(write(t, d))
	for _, room := range []int{0, whole / 2, whole - 1} {
		assert.ErrorIs(t, docx.Write(&refusal{room}, d), errFull, "after %d of %d bytes", room, whole)
	}
}
