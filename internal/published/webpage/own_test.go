package webpage_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
	"nianbao/internal/render/document"
	"nianbao/internal/render/html"
	"nianbao/internal/sample"
)

func written(t testing.TB, d *document.Document, o html.Options) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, d, o))
	return b.String()
}

// expected is a document as its page should be read.
func expected(d *document.Document) []page.Block {
	var blocks []page.Block
	put := func(kind page.Kind, text string) { blocks = append(blocks, page.Block{Kind: kind, Text: text}) }
	if !d.IsFinal() {
		put(page.Furniture, "草稿，仅供核对，请勿发布")
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Title:
			put(page.Title, b.Unit+b.Name)
		case document.Heading:
			if b.IsSection() {
				put(page.Section, b.Text)
			} else {
				put(page.Heading, b.Text)
			}
		case document.Paragraph:
			put(page.Plain, b.Lead+b.Text)
		case document.Table:
			t := &page.Table{Rows: b.Rows, Columns: b.Cols}
			for _, c := range b.Cells {
				t.Cells = append(t.Cells, page.Cell{Row: c.Row, Column: c.Col, RowSpan: c.RowSpan, ColumnSpan: c.ColSpan, Text: c.Text})
			}
			blocks = append(blocks, page.Block{Table: t})
		case document.Signature:
			put(page.Unit, b.Unit)
			put(page.Date, b.Date)
		}
	}
	return blocks
}

// What we wrote ourselves reads back as it is, alone or pasted into a site's page, with charts or without.
func TestOwnReports(t *testing.T) {
	const site = `<html><head><title>某县人民政府</title></head><body><div class="nav"><a href="/">首页</a></div><div id="zoom">%</div>` +
		`<div class="footer">主办：某县人民政府</div></body></html>`
	const navigation = 8 // 跳到正文, 目录 and the sections
	for name, r := range sample.Reports(t) {
		d := document.Compose(r)
		charts := []document.Chart{document.OutcomeChart(r, nil)}
		if name == "a-town-2022" {
			d.Mark = document.Draft
		}
		want := expected(d)
		for _, c := range []struct {
			why, data string
			around    int // blocks of the site before the report
		}{
			{"a page", written(t, d, html.Options{}), navigation},
			{"a fragment", written(t, d, html.Options{Fragment: true}), 0},
			{"charts", written(t, d, html.Options{Charts: charts}), navigation},
			{"pasted", strings.Replace(site, "%", written(t, d, html.Options{Fragment: true, Charts: charts}), 1), 1},
		} {
			got := read(t, c.data)
			for i := range got.Blocks {
				got.Blocks[i].Bold = nil // headings are
			}
			assert.Equal(t, want, got.Blocks[c.around:c.around+len(want)], "%s: %s", name, c.why)
			for _, b := range append(append([]page.Block(nil), got.Blocks[:c.around]...), got.Blocks[c.around+len(want):]...) {
				kind := page.Furniture
				if c.around == navigation && (strings.HasSuffix(b.Text, "情况") || b.Text == "六、其他需要报告的事项") {
					kind = page.Contents
				}
				assert.Equal(t, kind, b.Kind, "%s: %s: %s", name, c.why, b.Text)
			}
			assert.Empty(t, got.Asides, "%s: %s", name, c.why)
		}
	}
}

// The last page of a draft is told by its heading.
func TestOwnDraft(t *testing.T) {
	d := document.Compose(sample.Report(t, "a-town-2022"))
	d.Mark = document.Draft
	d.Notes = []document.Note{{Level: "强制", Place: "A5", Text: "没有填"}, {Level: "提示", Text: "请看一看"}}
	blocks := read(t, written(t, d, html.Options{})).Blocks
	assert.Equal(t, []page.Block{
		{Kind: page.Notes, Text: "草稿附页：还要处理的问题（共2项）", Bold: []chinese.Range{{End: len("草稿附页：还要处理的问题（共2项）")}}}, {Text: "1.【强制】A5：没有填"}, {Text: "2.【提示】请看一看"},
	}, blocks[len(blocks)-3:])
}
