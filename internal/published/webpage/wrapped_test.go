package webpage_test

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// lines are the texts of a document, tables as HTML.
func lines(d *document.Document, table string) []string {
	var list []string
	put := func(text string) {
		if text != "" {
			list = append(list, html.EscapeString(text))
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Title:
			put(b.Unit + b.Name)
		case document.Heading:
			put(b.Text)
		case document.Paragraph:
			put(strings.Join(strings.Fields(b.Lead+b.Text), " "))
		case document.Table:
			var t strings.Builder
			for row := range b.Rows {
				t.WriteString("<tr>")
				for _, c := range b.Cells {
					if c.Row == row {
						fmt.Fprintf(&t, "<td rowspan=%d colspan=%d><p>%s</p></td>", c.RowSpan, c.ColSpan, html.EscapeString(c.Text))
					}
				}
				t.WriteString("</tr>")
			}
			list = append(list, strings.Replace(table, "%", t.String(), 1))
		case document.Signature:
			put(b.Unit)
			put(b.Date)
		}
	}
	return list
}

// Whatever site a report stands in, none of its text and tables is taken for the site's, and they are read as they are.
func TestReportsInSites(t *testing.T) {
	site := []string{"首页 &gt; 政务公开", "发布时间：2025-01-14 来源：青岚镇", "某县人民政府主办", "网站地图"}
	for _, c := range []struct{ why, page, line, table string }{
		{"a page of nothing else", "%", "<p>%</p>", "<table>%</table>"},
		{"an article", "<div class=nav>0</div><p>1</p><div id=zoom>%</div><p>2</p><footer>3</footer>", "<p>%</p>", "<table>%</table>"},
		{"a wrong article", "<div class=nav>0</div><div class=article-info>1</div>%<p>2</p><div class=content>3</div>", "<p>%</p>", "<table>%</table>"},
		{"names of a site around all", "<div class='header nav print search-result footer'><p>0</p>%<p>3</p></div>", "<p>%</p>", "<div class=share><table class=menu>%</table></div>"},
		{"elements of a site that do not end", "<nav><header><aside><footer><p>0</p><p>1</p>%", "<p>%</p>", "<table>%</table>"},
		{"a link that does not end", "<div><a href=1>0%</div>", "<div>%</div>", "<table>%</table>"},
		{"tables for a layout", "<table><tr><td>0<td>1<tr><td colspan=2>%<tr><td>2<td>3</table>", "<p>%</p>", "<table>%</table>"},
		{"a table with a row for each line", "<table>%</table>", "<tr><td>%</td></tr>", "<tr><td><table>%</table></td></tr>"},
		{"line breaks", "<p>0</p><div class=TRS_Editor>%</div><p>3</p>", "　　%<br>\n", "<table>%</table>"},
		{"items", "<ul>%</ul>", "<li>%</li>", "<li><table>%</table></li>"},
		{"headings", "<h1>0</h1>%<h1>3</h1>", "<h3>%</h3>", "<table>%</table>"},
		{"spans for every letter", "<div class=content>%</div>", "<p><span>%</span></p>", "<center><table>%</table></center>"},
		{"several articles", "%", "<div class=content><p>%</p></div>", "<article><table>%</table></article>"},
	} {
		for name, r := range sample.Reports(t) {
			d := document.Compose(r)
			var inside strings.Builder
			var texts []string
			for _, line := range lines(d, c.table) {
				if strings.Contains(line, "<td") {
					inside.WriteString(line)
					continue
				}
				texts = append(texts, html.UnescapeString(line))
				inside.WriteString(strings.Replace(c.line, "%", line, 1))
			}
			whole := strings.Replace(c.page, "%", "\x01", 1)
			for i, text := range site {
				whole = strings.Replace(whole, ">"+fmt.Sprint(i), ">"+text, 1)
			}
			whole = strings.Replace(whole, "\x01", inside.String(), 1)
			checkReport(t, c.why+": "+name, d, texts, read(t, whole))
		}
	}
}

// checkReport checks that a page has the texts and tables of a document, in order, in blocks that are not of a site.
func checkReport(t *testing.T, why string, d *document.Document, texts []string, p *page.Page) {
	t.Helper()
	var got []string
	var tables []*page.Table
	for _, b := range p.Blocks {
		switch {
		case b.Kind == page.Furniture || b.Kind == page.Contents:
		case b.Table != nil:
			tables = append(tables, b.Table)
		default:
			for line := range strings.SplitSeq(b.Text, "\n") {
				got = append(got, strings.TrimLeft(line, "　"))
			}
		}
	}
	at := 0
	for _, text := range texts {
		for at < len(got) && got[at] != text {
			at++
		}
		if !assert.Less(t, at, len(got), "%s: %s", why, text) {
			return
		}
	}
	for _, b := range d.Blocks {
		want, ok := b.(document.Table)
		if !ok {
			continue
		}
		if !assert.NotEmpty(t, tables, why) {
			return
		}
		for len(tables) > 1 && (tables[0].Rows != want.Rows || tables[0].Columns != want.Cols) { // those of the layout
			tables = tables[1:]
		}
		var wanted, cells []string
		for _, c := range want.Cells {
			wanted = append(wanted, fmt.Sprint(c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text))
		}
		for _, c := range tables[0].Cells {
			cells = append(cells, fmt.Sprint(c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text))
		}
		assert.Equal(t, wanted, cells, why)
		tables = tables[1:]
	}
}
