package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	dom "golang.org/x/net/html"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/html"
	"nianbao/internal/sample"
)

func TestWholeReports(t *testing.T) {
	last, r := sample.Report(t, "d-town-2020"), sample.Report(t, "b-district-2022")
	var looks sample.Looks
	sample.Golden(t, "testdata/2019-page.html", plain(&looks, write(t, document.Compose(last), html.Options{})))
	draft := document.Compose(r)
	draft.Mark = document.Draft
	draft.Notes = []document.Note{
		{Level: "强制", Place: "“复议诉讼”A5", Text: "“行政复议·结果维持”没有填；没有就填0。"},
		{Level: "提示", Text: "成文日期在1月31日之后。\n县级政府不晚于3月31日。"},
	}
	charts := []document.Chart{document.OutcomeChart(r, last)}
	sample.Golden(t, "testdata/2021-draft-fragment.html", plain(&looks, write(t, draft, html.Options{Fragment: true, Charts: charts})))
	sample.Golden(t, "testdata/looks.txt", looks.String())
}

var styled = regexp.MustCompile(`<(\w+)([^<>]*) style="([^"]*)"`)

// plain is a page with names for its styles.
func plain(looks *sample.Looks, page string) string {
	return styled.ReplaceAllStringFunc(page, func(tag string) string {
		found := styled.FindStringSubmatch(tag)
		return "<" + found[1] + found[2] + ` style="` + looks.Name(found[1], found[3]) + `"`
	})
}

func TestFiguresNameTheirHeads(t *testing.T) {
	names, all := sample.Names(t), maps.Collect(sample.Reports(t))
	for _, e := range form.Editions() {
		names, all[e.ID] = append(names, e.ID), model.New(e)
	}
	for _, name := range names {
		root := parse(t, write(t, document.Compose(all[name]), html.Options{}))
		labels := map[string]string{}
		for _, th := range elements(root, "th") {
			id := attribute(th, "id")
			require.NotContains(t, labels, id, "ids are unique")
			assert.Contains(t, []string{"row", "col", "rowgroup"}, attribute(th, "scope"))
			labels[id] = textOf(th)
		}
		var got []figure
		for _, td := range elements(root, "td") {
			ids := strings.Fields(attribute(td, "headers"))
			f := figure{Text: textOf(td)}
			for _, id := range ids {
				require.Contains(t, labels, id)
				f.Heads = append(f.Heads, labels[id])
			}
			if len(ids) > 0 {
				got = append(got, f)
			} else {
				assert.Equal(t, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", f.Text, "only the remark stands under no head")
			}
		}
		require.Equal(t, figuresOf(all[name]), got, name)
	}
}

func TestHeadings(t *testing.T) {
	d := &document.Document{Blocks: []document.Block{
		document.Title{Unit: "清溪镇", Name: "2025年报告"},
		document.Heading{Level: 2, Rank: 1, Text: "（一）编制说明"},
		document.SectionHeading("", "一、总体情况"),
		document.Heading{Level: 2, Rank: 2, Text: "（一）主动公开"},
		document.Heading{Level: 4, Rank: 3, Text: "（1）起草："},
		document.Paragraph{Level: 2, Rank: 2, Lead: "（二）平台建设。", Text: "如下。"},
		document.Heading{Level: 1, Rank: 5, Text: "一、最深"},
	}}
	var got []string
	for _, h := range elements(parse(t, write(t, d, html.Options{})), "h1", "h2", "h3", "h4", "h5", "h6", "strong") {
		got = append(got, h.Data+" "+textOf(h))
	}
	assert.Equal(t, []string{"h1 清溪镇2025年报告", "h2 （一）编制说明", "h2 一、总体情况", "h3 （一）主动公开", "h4 （1）起草：",
		"h3 （二）平台建设。", "h6 一、最深"}, got, "a heading is an element on the level below its rank, be it that it runs in")
	assert.Contains(t, textOf(parse(t, write(t, d, html.Options{}))), "（二）平台建设。如下。")
}

// Bold words stand out, addresses lead where they say, and the page can be gone through by its headings.
func TestPiecesAndContents(t *testing.T) {
	text := "一是加强，见www.example.gov.cn或gk@example.gov.cn。"
	d := &document.Document{Blocks: []document.Block{
		document.SectionHeading("", "一、总体情况"),
		document.Paragraph{Text: text, Bold: []chinese.Range{{Start: 0, End: 6}}},
		document.SectionHeading("", "二、<其他>"),
	}}
	page := write(t, d, html.Options{})
	assert.Equal(t, "一是", textOf(elements(parse(t, page), "strong")[0]))
	var links []string
	for _, a := range elements(parse(t, page), "a") {
		links = append(links, attribute(a, "href")+" "+textOf(a))
	}
	assert.Equal(t, []string{"#nianbao 跳到正文", "#nianbao-s1 一、总体情况", "#nianbao-s2 二、<其他>",
		"http://www.example.gov.cn www.example.gov.cn", "mailto:gk@example.gov.cn gk@example.gov.cn"}, links)
	assert.Contains(t, textOf(parse(t, page)), text)
	assert.Len(t, elements(parse(t, write(t, d, html.Options{Fragment: true})), "a"), 2, "what is pasted has no contents of its own")
}

func TestSummary(t *testing.T) {
	r := sample.Report(t, "b-district-2022")
	page := write(t, document.Compose(r), html.Options{})
	captions := elements(parse(t, page), "caption")
	assert.Regexp(t, `^收到和处理政府信息公开申请情况表。本年新收申请\d+件，上年结转\d+件；本年度办理\d+件，其中予以公开16件、部分公开5件；结转下年度继续办理\d+件。$`, textOf(captions[1]))
	assert.NotContains(t, textOf(captions[0])+textOf(captions[2]), "。")
	fragment := write(t, document.Compose(r), html.Options{Fragment: true})
	assert.NotContains(t, textOf(parse(t, fragment)), "本年新收申请", "a site that takes the styles out would show it")
	assert.Contains(t, fragment, `aria-description="本年新收申请`)
	r.Figures["requests.carried_out.total"] = model.Value{}
	assert.NotContains(t, write(t, document.Compose(r), html.Options{}), "本年新收申请")
}

func TestDrafts(t *testing.T) {
	d := &document.Document{Title: "清溪镇2025年报告", Blocks: []document.Block{document.SectionHeading("", "一、总体情况")},
		Notes: []document.Note{{Level: "强制", Place: "“依申请公开”K6", Text: "总计应为12，填的是15。"}, {Level: "提示", Text: "成文日期晚了。"}}}
	final := write(t, d, html.Options{})
	for _, word := range []string{"草稿", "总计应为12"} {
		assert.NotContains(t, final, word, "a final report lists nothing, whatever it is given")
	}
	d.Mark = document.Draft
	page := write(t, d, html.Options{})
	assert.Contains(t, page, "<title>草稿：清溪镇2025年报告</title>")
	text := textOf(elements(parse(t, page), "body")[0])
	assert.True(t, strings.HasPrefix(strings.TrimSpace(text), "草稿"), "the mark stands first")
	requireInOrder(t, text, "一、总体情况", "草稿附页：还要处理的问题（共2项）", "【强制】“依申请公开”K6：总计应为12，填的是15。", "【提示】成文日期晚了。")
	d.Notes = nil
	page = write(t, d, html.Options{Fragment: true})
	assert.Contains(t, page, "草稿", "a draft without open findings is one, too")
	assert.NotContains(t, page, "草稿附页")
}

func requireInOrder(t *testing.T, text string, pieces ...string) {
	t.Helper()
	for _, piece := range pieces {
		i := strings.Index(text, piece)
		require.GreaterOrEqual(t, i, 0, "%q is missing behind what goes before it", piece)
		text = text[i+len(piece):]
	}
}

func TestCharts(t *testing.T) {
	r, last := sample.Report(t, "b-district-2022"), sample.Report(t, "d-town-2020")
	d := document.Compose(r)
	plain := write(t, d, html.Options{})
	assert.NotContains(t, plain, "<svg", "charts are only for those who ask for them")
	page := write(t, d, html.Options{Charts: []document.Chart{document.OutcomeChart(r, last)}})
	requireInOrder(t, textOf(parse(t, page)), "三、收到和处理政府信息公开申请情况", "（七）总计", "四、结转下年度继续办理",
		"政府信息公开申请办理结果", "数量（件）", "予以公开", "2022年", "16", "2020年", "2", "部分公开", "2022年", "5", "四、政府信息公开行政复议、行政诉讼情况")
	assert.Contains(t, page, `<span style="min-width:3.5em;padding-right:.6em;text-align:right">16</span><svg aria-hidden="true" height="12" `+
		`style="display:block;flex:1;width:0"><rect width="57.1%" height="12" fill="#1f5f99"/></svg>`, "16 of 28")
	other := document.OutcomeChart(r, nil)
	other.Table = "另外一张表"
	assert.Equal(t, plain, write(t, d, html.Options{Charts: []document.Chart{other}}), "a chart of a table that the report has not is left out")
}

// The page needs nothing from elsewhere and runs nothing; the fragment brings along no style sheet and no class that an editor drops.
func TestSelfContained(t *testing.T) {
	r := sample.Report(t, "g-stress-2025")
	page, _ := bothForms(t, r, sample.Report(t, "d-town-2020"))
	d := document.Compose(r)
	fragment := write(t, d, html.Options{Fragment: true})
	for _, n := range elements(parse(t, page)) {
		assert.NotContains(t, []string{"script", "link", "img", "iframe", "object", "form"}, n.Data)
		for _, a := range n.Attr {
			if a.Key == "href" && n.Data == "a" { // to a place of the page, or where the clerk's own text leads
				place, within := strings.CutPrefix(a.Val, "#")
				assert.True(t, within && strings.Contains(page, ` id="`+place+`"`) || strings.Contains(a.Val, textOf(n)), a.Val)
				continue
			}
			assert.NotContains(t, []string{"src", "href", "class", "http-equiv"}, a.Key)
			assert.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
			assert.NotContains(t, a.Val, "url(")
			assert.NotContains(t, a.Val, "//")
		}
	}
	assert.Len(t, elements(parse(t, page), "style"), 1)
	assert.Empty(t, elements(parse(t, fragment), "style", "title", "meta"))
	sum := strings.TrimPrefix(textOf(elements(parse(t, page), "caption")[1]), "收到和处理政府信息公开申请情况表。")
	hidden, told := regexp.MustCompile(`<span style="[^"]*">。`+sum+`</span>`), ` aria-description="`+sum+`"`
	require.Contains(t, fragment, told)
	assert.True(t, strings.Contains(hidden.ReplaceAllString(write(t, d, html.Options{}), ""), strings.ReplaceAll(fragment, told, "")), "the fragment is the page's content, but for what is hidden by looks, which sites take out")
}

// What is written is what a browser builds: no tag is left open, and none is moved or added by the parser.
func TestBrowsersHaveNothingToMend(t *testing.T) {
	last := sample.Report(t, "d-town-2020")
	for name, r := range sample.Reports(t) {
		page, _ := bothForms(t, r, last)
		var built []string
		for _, n := range elements(parse(t, page)) {
			built = append(built, n.Data)
		}
		assert.Equal(t, tags(t, page), built, name)
		assert.True(t, strings.HasPrefix(page, "<!DOCTYPE html>\n"), "else browsers lay it out as in the last century")
	}
}

// tags lists the start tags of a page, which must be matched by end tags.
func tags(t *testing.T, page string) []string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(meta.ReplaceAllString(page, "<meta$1/>")))
	var list []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok {
			list = append(list, start.Name.Local)
		}
	}
}

var meta = regexp.MustCompile(`<meta([^>]*)>`) // the one element of the page that has no end tag

func TestHostileText(t *testing.T) {
	for _, hostile := range []string{
		`<script>alert(1)</script>`, `</p></td></table></title></style><img src=x onerror=alert(1)>`, `&amp; &lt; & &#0; &nbsp`, `]]>`, `<!--`, `-->`,
		`"quoted" 'single' =`, `{{.Title}} {{template "page"}}`, "右\u202e左\u200f中\u2066", "𬇹𫭼\U00030000", "e\u0301", "零\u200b宽\ufeff", "替换\ufffd字", `javascript:alert(1)`,
		"a  b　c\td", "\ue863",
	} {
		d := hostileDocument(hostile)
		page := write(t, d, html.Options{Charts: []document.Chart{{Table: "表", Title: hostile, Of: hostile, Unit: hostile,
			Groups: []document.BarGroup{{Label: hostile, Bars: []document.Bar{{Name: hostile, Value: hostile}}}}}}})
		root := parse(t, page)
		assert.Empty(t, elements(root, "script", "img"), hostile)
		assert.Len(t, tags(t, page), len(elements(root)), hostile)
		assert.Equal(t, "草稿："+hostile, textOf(elements(root, "title")[0]))
		assert.Equal(t, hostile, attribute(elements(root, "meta")[3], "content"))
		requireInOrder(t, textOf(elements(root, "body")[0]),
			hostile+hostile, hostile, hostile+hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile)
	}
}

// hostileDocument has a text in all of its places.
func hostileDocument(s string) *document.Document {
	return &document.Document{Title: s, Unit: s, Mark: document.Draft, Notes: []document.Note{{Level: s, Place: s, Text: s}}, Blocks: []document.Block{
		document.Title{Unit: s, Name: s}, document.SectionHeading("", s), document.Paragraph{Level: 2, Rank: 2, Lead: s, Text: s},
		document.Table{Title: "表", Rows: 2, Cols: 2, HeadRows: 1, HeadCols: 1, Cells: []document.Cell{
			{RowSpan: 1, ColSpan: 1, Role: form.CornerSlot, Text: s}, {Col: 1, RowSpan: 1, ColSpan: 1, Role: form.ColumnHeadSlot, Text: s},
			{Row: 1, RowSpan: 1, ColSpan: 1, Role: form.RowHeadSlot, Text: s}, {Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Role: form.FigureSlot, Text: s},
		}},
		document.Signature{Unit: s, Date: s},
	}}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		why, text string
		refused   bool
	}{
		{"a control character", "甲\x00乙", true},
		{"delete", "甲\x7f乙", true},
		{"one of the upper control characters", "甲\u0080乙", true},
		{"half of a surrogate pair, as some programs write it", "甲\xed\xa0\x80乙", true},
		{"a noncharacter", "甲\uffff乙", true},
		{"a noncharacter of another plane", "甲\U0002fffe乙", true},
		{"one in the middle of a plane", "甲\ufdd0乙", true},
		{"line breaks of all kinds, and tabs", "甲\t\n\v\f\r\u0085\u2028乙", false},
		{"a replacement character that was typed", "甲\ufffd乙", false},
	} {
		var b bytes.Buffer
		err := html.Write(&b, &document.Document{Blocks: []document.Block{document.Paragraph{Text: c.text}}}, html.Options{})
		if !c.refused {
			assert.NoError(t, err, c.why)
			continue
		}
		assert.ErrorContains(t, err, "前言第1段里的“甲〈U+", c.why)
		assert.ErrorContains(t, err, "网页里写不出来", c.why)
		assert.Zero(t, b.Len(), "nothing is half-written: %s", c.why)
	}
	var b bytes.Buffer
	chart := document.Chart{Table: "表", Title: "图\x01"}
	assert.ErrorContains(t, html.Write(&b, &document.Document{}, html.Options{Charts: []document.Chart{chart}}), "图表里的“图〈U+0001〉”")
	full := errors.New("disk full")
	assert.ErrorIs(t, html.Write(failing{full}, &document.Document{}, html.Options{}), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// Every paragraph and figure is on the page, whole and in order, whatever was typed.
func TestGeneratedReports(t *testing.T) {
	random := rand.New(rand.NewPCG(2021, 711))
	for range 40 {
		for _, name := range []string{"b-district-2022", "d-town-2020"} {
			d := document.Compose(sample.Report(t, name))
			pieces := fill(d, random)
			page := write(t, d, html.Options{})
			requireInOrder(t, textOf(elements(parse(t, page), "body")[0]), pieces...)
			require.Equal(t, page, write(t, d, html.Options{}), "the same document gives the same bytes")
		}
	}
}

// fill puts generated text into the paragraphs and figures of a document, and lists it.
func fill(d *document.Document, random *rand.Rand) (pieces []string) {
	letters := []rune("的一“”（）《》—…·。，、；：？！𬇹𫭼堽①℃<>&\"'`=/{}aZ09.%-  \u3000\u202e\u200d")
	text := func(most int) string {
		typed := make([]rune, random.IntN(most))
		for i := range typed {
			typed[i] = letters[random.IntN(len(letters))]
		}
		return string(typed)
	}
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			p := document.Paragraph{Level: random.IntN(5), Text: fmt.Sprint("段", i, text(200))}
			if p.Level > 0 {
				p.Lead = fmt.Sprint("（一）", text(60))
			}
			d.Blocks[i] = p
		case document.Table:
			for j := range b.Cells {
				if b.Cells[j].Role == form.FigureSlot {
					b.Cells[j].Text = text(12)
				}
			}
		}
	}
	for _, text := range d.Texts() {
		pieces = append(pieces, text.Text)
	}
	return pieces
}

// lines makes one line of a text: what breaks lines is a space on the page.
var lines = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

func FuzzWrite(f *testing.F) {
	for _, seed := range []string{"清溪镇", "<script>", "&#0;", "a\x00b", "\xff", "\u202e", "a\r\nb", "]]>", "{{.}}"} {
		f.Add(seed)
	}
	plain := len(elements(parse(f, write(f, hostileDocument("x"), html.Options{}))))
	f.Add("?a@b.c") // which is made a link
	f.Fuzz(func(t *testing.T, typed string) {
		var b bytes.Buffer
		if html.Write(&b, hostileDocument(typed), html.Options{}) != nil || typed == "" { // what is blank has no element
			return
		}
		root, err := dom.Parse(&b)
		require.NoError(t, err)
		links := elements(root, "a")
		for _, a := range links {
			require.Regexp(t, "^(mailto|https?):", attribute(a, "href"))
		}
		require.Len(t, elements(root), plain+len(links))
		require.GreaterOrEqual(t, strings.Count(textOf(root), lines.Replace(typed)), 13)
	})
}

// A website that has a place of its own for the title shows it once.
func TestNoTitle(t *testing.T) {
	d := document.Compose(sample.Report(t, "a-town-2022"))
	var with, without bytes.Buffer
	require.NoError(t, html.Write(&with, d, html.Options{Fragment: true}))
	require.NoError(t, html.Write(&without, d, html.Options{Fragment: true, NoTitle: true}))
	assert.Contains(t, with.String(), "<h1")
	assert.NotContains(t, without.String(), "<h1")
	assert.Contains(t, without.String(), ">一、总体情况</h2>")
}
