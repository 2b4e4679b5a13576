package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
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
	d.Mark = document.Draft
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

func TestWholeReports(t *testing.T) {
	var looks sample.Looks
	for _, c := range []struct {
		name string
		d    *document.Document
	}{
		{"2019", everything(form.Editions()[0])},
		{"2021-draft", draft(everything(form.Editions()[1]))},
	} {
		all := sample.Unzip(t, write(t, c.d))
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
	for name, content := range sample.Unzip(t, write(t, d)) {
		assert.False(t, strings.Contains(content, "草稿") && name != "word/styles.xml", "%s speaks of a draft", name)
		assert.NotContains(t, name, "header")
		assert.False(t, strings.Contains(content, "headerReference") || strings.Contains(content, "header-odd"), "%s asks for a header", name)
	}
	all := sample.Unzip(t, write(t, draft(everything(form.Editions()[1]))))
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

// Every text of the document is in the file, in order and letter by letter; only the title and labels are broken into lines.
func TestNothingIsLost(t *testing.T) {
	all := reports(t)
	all["everything"] = draft(everything(form.Editions()[0]))
	for name, d := range all {
		var read []string // a cell that goes on further down is empty there
		for _, l := range lines(t, sample.Unzip(t, write(t, d))["word/document.xml"]) {
			read = append(read, strings.ReplaceAll(l.text, "\n", ""))
		}
		rest := strings.Join(read, "\n")
		for _, text := range d.Texts() {
			i := strings.Index(rest, text.Text)
			require.GreaterOrEqual(t, i, 0, "%s, %s: %q", name, text.Place, text.Text)
			if text.Block < len(d.Blocks) {
				assert.Empty(t, strings.TrimSpace(rest[:i]), "%s, %s: more than what is asked for", name, text.Place)
			}
			rest = rest[i+len(text.Text):]
		}
		assert.Empty(t, strings.TrimSpace(rest), name)
	}
}

func TestHeadingsAreHeadings(t *testing.T) {
	const keep, loose = `<w:keepNext/>`, `<w:keepNext w:val="0"/>`
	for _, c := range []struct {
		why   string
		block document.Block
		next  document.Block
		style string
		has   []string
		not   []string
	}{
		{"a section's heading", document.SectionHeading("", "一、总体情况"), nil, "Heading1", nil, []string{"keepNext", "outlineLvl"}},
		{"a heading on its own line", document.Heading{Level: 2, Rank: 2, Text: "（二）监督保障"}, nil, "Heading2", nil, []string{"keepNext", "outlineLvl"}},
		{"the looks of its number, the level of its rank", document.Heading{Level: 3, Rank: 2, Text: "1.考核"}, nil, "Heading3", []string{`<w:outlineLvl w:val="1"/>`}, nil},
		{"before the first section", document.Heading{Level: 2, Rank: 1, Text: "（一）编制说明"}, nil, "Heading2", []string{`<w:outlineLvl w:val="0"/>`}, nil},
		{"nothing below it to be kept with", document.Heading{Level: 2, Rank: 2, Text: "（二）监督保障", Bare: true}, nil, "Heading2", []string{loose}, nil},
		{"but the signature", document.Heading{Level: 2, Rank: 2, Text: "（二）监督保障", Bare: true}, document.Signature{Unit: "镇"}, "Heading2", nil, []string{loose}},
		{"a section's number inside a section has the face alone", document.Heading{Level: 1, Rank: 2, Text: "一、问题"}, nil, "", []string{"Heading1Char", keep, `<w:outlineLvl w:val="1"/>`}, nil},
		{"it runs in", document.Paragraph{Level: 2, Rank: 2, Lead: "（一）公开。", Text: "全年公开。"}, nil, "", []string{"Heading2Char"}, []string{"outlineLvl"}},
		{"text", document.Paragraph{Text: "（三）没有其他事项。"}, nil, "", nil, []string{"Char", "keepNext"}},
	} {
		d := &document.Document{Blocks: []document.Block{c.block}}
		if c.next != nil {
			d.Blocks = append(d.Blocks, c.next)
		}
		body := sample.Unzip(t, write(t, d))["word/document.xml"]
		assert.Equal(t, line{c.style, d.Texts()[0].Text}, lines(t, body)[0], c.why)
		first, _, _ := strings.Cut(body, "</w:p>")
		for _, has := range c.has {
			assert.Contains(t, first, has, c.why)
		}
		for _, not := range c.not {
			assert.NotContains(t, first, not, c.why)
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
		d := &document.Document{Title: c.typed, Unit: c.typed, Mark: document.Draft, Notes: []document.Note{{Text: c.typed}}, Blocks: []document.Block{
			document.Paragraph{Text: c.typed},
			document.Table{Title: c.typed, Rows: 1, Cols: 1, Cells: []document.Cell{{RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: c.typed}}},
		}}
		all := sample.Unzip(t, write(t, d))
		got := lines(t, all["word/document.xml"])
		assert.Equal(t, c.want, got[0].text, c.why)
		assert.Equal(t, c.want, got[1].text, c.why)
		assert.Contains(t, got[3].text, c.want, c.why)
		for _, name := range []string{"word/document.xml", "docProps/core.xml", "docProps/app.xml"} {
			assert.NotContains(t, all[name], "<script", c.why)
		}
	}
}

// What XML has no way to write is refused before a byte is written.
func TestCharactersThatCannotBeWritten(t *testing.T) {
	for _, c := range []struct{ why, text string }{
		{"a zero byte", "全年\x00公开"},
		{"another control character", "全年\x1b公开"},
		{"half of a surrogate pair, which Go holds as damaged UTF-8", "全年\xed\xa0\x80公开"},
		{"no character at all", "全年\ufffe公开"},
	} {
		var b bytes.Buffer
		err := docx.Write(&b, &document.Document{Blocks: []document.Block{document.Paragraph{Text: c.text}}})
		assert.ErrorContains(t, err, "前言第1段里的“全年〈U+", c.why)
		assert.ErrorContains(t, err, "Word文档里写不出来", c.why)
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
