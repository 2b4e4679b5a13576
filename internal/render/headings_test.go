package render_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	dom "golang.org/x/net/html"

	"nianbao/fonts"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/render/html"
	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
)

// headed is a heading as a format shows it.
type headed struct {
	text  string
	rank  int // 0 where the format does not tell it
	runIn bool
}

// The document says what a heading is; web page, word-processor file and bookmarks have the same ones in the same order, and the
// rule on numbering reads the same numbers.
func TestAllFormatsHaveTheSameHeadings(t *testing.T) {
	documents := map[string]*document.Document{}
	for name, r := range sample.Reports(t) {
		documents[name] = document.Compose(r)
	}
	for why, typed := range hardTexts {
		e, _ := form.ByID("2021")
		r := model.New(e)
		r.Texts["narrative.preface"] = model.SplitParagraphs("（一）编制说明\n1.依据。按条例编制。", model.Place{})
		for _, key := range []form.Key{"narrative.overview", "narrative.proactive", "narrative.other"} {
			r.Texts[key] = model.SplitParagraphs(typed, model.Place{})
		}
		documents[why] = document.Compose(r)
	}
	for name, d := range documents {
		var want []headed
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case document.Heading:
				want = append(want, headed{b.Text, b.Rank, false})
				assert.Equal(t, b.Level, levelOf(b.Text), b.Text)
			case document.Paragraph:
				if b.Lead != "" {
					want = append(want, headed{b.Lead, b.Rank, true})
					assert.Equal(t, b.Level, levelOf(b.Lead), b.Lead)
				}
			}
		}
		require.Greater(t, len(want), 6, name)
		assert.Equal(t, want, onPage(t, d), "web page: %s", name)
		assert.Equal(t, ranksOf(want, false), inWord(t, d), "word processor: %s", name)
		assert.Equal(t, ranksOf(want, true), bookmarked(t, d), "bookmarks: %s", name)
	}
}

func levelOf(heading string) int {
	m, _, _ := chinese.ReadMarker(heading)
	return m.Level
}

// hardTexts are paragraphs that the writers once took for different things.
var hardTexts = map[string]string{
	"a heading directly above its sibling": "（一）主动公开\n（二）依申请公开\n收到申请3件。\n（三）平台建设\n更新专栏。",
	"a long sentence with a number":        "（一）信息处理费。未收取。\n（二）本年度收到县级以上人大代表建议2件，均在办结后公开了答复内容，代表表示满意。",
	"a list that ends before a section":    "本年度工作如下：\n1.公开目录\n2.公开指南\n3.年度报告",
	"a list of short sentences":            "（一）没有收取信息处理费。\n（二）没有其他事项。",
	"a section's number in a section":      "一、问题\n（一）人手\n1.编制\n（1）岗位\n全年。\n二、改进。已改进。",
	"levels left out":                      "（1）起草\n全年。\n（2）审核：\n全年。\n（一）公布。全年。\n（3）清理\n全年。",
	"run-in above own-line":                "（一）主动公开。全年公开。\n1.网上平台\n（1）网站。改版。\n2.线下阵地。\n全年。",
	"questions and answers":                "1.问：要不要钱？答：不收费。另有规定的除外。\n2.问：多久？答：20个工作日。可以延长。",
	"months":                               "三、四月份集中清理。全部公开。",
}

// ranksOf are headings as a format tells them: bookmarks have the ranks of all, without their end marks; the others only those of
// headings on lines of their own.
func ranksOf(all []headed, bookmarks bool) []headed {
	var list []headed
	for _, h := range all {
		if bookmarks {
			h = headed{chinese.HeadingTitle(h.text), h.rank, false}
		} else if h.runIn {
			h.rank = 0
		}
		list = append(list, h)
	}
	return list
}

func onPage(t *testing.T, d *document.Document) []headed {
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, d, html.Options{}))
	root, err := dom.Parse(&b)
	require.NoError(t, err)
	var list []headed
	last := 0
	for n := range root.Descendants() {
		if n.Type != dom.ElementNode || n.FirstChild == nil {
			continue
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '2' && n.Data[1] <= '6' {
			runsIn := slices.ContainsFunc(n.Attr, func(a dom.Attribute) bool { return a.Key == "style" && strings.Contains(a.Val, "display:inline;") })
			list = append(list, headed{n.FirstChild.Data, int(n.Data[1] - '1'), runsIn})
			require.LessOrEqual(t, list[len(list)-1].rank, last+1, "a level is skipped: %s", n.FirstChild.Data)
			last = list[len(list)-1].rank
		}
	}
	return list
}

// wordParagraph is what matters here of a paragraph in WordprocessingML.
type wordParagraph struct {
	Style   value  `xml:"pPr>pStyle"`
	Outline *value `xml:"pPr>outlineLvl"`
	Runs    []struct {
		Style value  `xml:"rPr>rStyle"`
		Text  string `xml:"t"`
	} `xml:"r"`
}

type value struct {
	Val string `xml:"val,attr"`
}

func inWord(t *testing.T, d *document.Document) []headed {
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, d))
	parts := sample.Unzip(t, b.Bytes())
	read := func(name string, content any) {
		require.NoError(t, xml.Unmarshal([]byte(parts[name]), content))
	}
	var body struct {
		Paragraphs []wordParagraph `xml:"body>p"`
	}
	var styles struct {
		Styles []struct {
			ID      string `xml:"styleId,attr"`
			Outline *value `xml:"pPr>outlineLvl"`
		} `xml:"style"`
	}
	read("word/document.xml", &body)
	read("word/styles.xml", &styles)
	levels := map[string]*value{}
	for _, s := range styles.Styles {
		levels[s.ID] = s.Outline
	}
	var list []headed
	for _, p := range body.Paragraphs {
		outline := p.Outline
		if outline == nil {
			outline = levels[p.Style.Val]
		}
		switch {
		case outline != nil:
			rank := 0
			_, err := fmt.Sscan(outline.Val, &rank)
			require.NoError(t, err)
			list = append(list, headed{p.Runs[0].Text, rank + 1, false})
			assert.Equal(t, fmt.Sprint("Heading", levelOf(p.Runs[0].Text)), strings.TrimSuffix(strings.TrimPrefix(p.Style.Val+p.Runs[0].Style.Val, "BodyText"), "Char"), "it looks as it is numbered")
		case len(p.Runs) > 0 && strings.HasPrefix(p.Runs[0].Style.Val, "Heading"):
			list = append(list, headed{p.Runs[0].Text, 0, true})
		}
	}
	return list
}

func bookmarked(t *testing.T, d *document.Document) []headed {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	pages, _ := layout.Set(d, set)
	var list []headed
	for _, b := range pages.Outline {
		list = append(list, headed{b.Title, b.Level + 1, false})
	}
	return list
}
