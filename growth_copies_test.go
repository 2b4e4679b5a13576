package nianbao_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// behindOverview is the heading before which a report's first section ends.
const behindOverview = "二、主动公开政府信息情况"

// growingCopies are those of published reports: plain text, a site's page, a document of a word processor.
func growingCopies(t *testing.T, c *counter, sound string) []kind {
	foreign := string(sample.Read(t, "testdata/published/html-06-wps-repeated-numeral.html"))
	many := func(repeated string) func(n int) string {
		return func(n int) string { return strings.Repeat(repeated, n) }
	}
	behind := func(first, repeated string) func(n int) string { // what stands there with none of them, too
		return func(n int) string { return first + strings.Repeat(repeated, n) }
	}
	nested := func(start, inside, end string) func(n int) string {
		return func(n int) string {
			return strings.Repeat(start, n) + strings.Repeat(inside, n) + strings.Repeat(end, n)
		}
	}
	counted := func(repeated string) func(n int) string {
		return func(n int) string {
			return each(n, func(i int) string { return fmt.Sprintf(repeated, i) })
		}
	}
	plain := func(inside func(n int) string) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			text := string(printed(t, c, sound, "txt"))
			require.Contains(t, text, behindOverview)
			write(t, "报告.txt", strings.Replace(text, behindOverview, inside(n)+"\n"+behindOverview, 1))
			return []string{"校验", "报告.txt"}
		}
	}
	page := func(inside func(n int) string) func(*testing.T, int) []string {
		const next = "一、主动公开政府信息情况" // as this site has it
		require.Contains(t, foreign, next)
		at := strings.LastIndex(foreign[:strings.Index(foreign, next)], "<p")
		return func(t *testing.T, n int) []string {
			write(t, "网页.html", foreign[:at]+inside(n)+foreign[at:])
			return []string{"校验", "网页.html"}
		}
	}
	document := func(inside func(n int) string) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			write(t, "报告.docx", string(sample.Rezip(t, printed(t, c, sound, "docx"), func(name, part string) string {
				if name != "word/document.xml" {
					return part
				}
				at := strings.LastIndex(part[:strings.Index(part, behindOverview)], "<w:p>")
				return part[:at] + inside(n) + part[at:]
			})))
			return []string{"校验", "报告.docx"}
		}
	}
	paragraph := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	return []kind{
		{"lines of a plain text", 200, plain(counted("　　第%d次会议研究了政务公开。\n"))},
		{"lines of a plain text that go on", 200, plain(counted("第%d次会议研究了政务公开，\n"))},
		{"blank lines of a plain text", 500, plain(many("\n"))},
		{"rows of a drawn table", 100, plain(behind("+--+\n|甲|\n+--+\n", "|甲|\n+--+\n"))},
		{"lines with bars", 200, plain(many("| 甲 | 1 |\n"))},
		{"bars on a line", 500, plain(many("| 甲 "))},
		{"rows between bars", 200, plain(behind("| 甲 | 乙 |\n|---|---|\n", "| 丙 | 1 |\n"))},
		{"rows of a table that was copied flat", 200, plain(many("本年新收政府信息公开申请数量\t1\t2\t0\n"))},
		{"figures one below the other", 300, plain(many("0\n"))},
		{"labels one below the other", 200, plain(many("（一）予以公开\n"))},
		{"tags in a plain text", 300, plain(many("<td>1"))},
		{"paragraphs of a web page", 200, page(counted("<p>第%d次会议研究了政务公开。"))},
		{"blocks in blocks on a web page", 100, page(nested("<div>", "<p>公开", "</div>"))},
		{"tables in tables on a web page", 25, page(nested("<table><tr><td>", "<p>公开", "</table>"))},
		{"tables in cells beside text on a web page", 30, page(nested("<table><tr><td>会议<td>", "<p>公开", "</table>"))},
		{"rows of a table on a web page", 200, page(behind("<table><tr><td>公开<td>1", "<tr><td>公开<td>1"))},
		{"tables with cells that span much on a web page", 50, page(behind("<table><tr><td>公开<td>1</table>", "<table><tr><td colspan=99 rowspan=1000>公开<td rowspan=1000>1<tr><td>2</table>"))},
		{"rows of the form's table on a web page", 200, page(behind("<table><tr><td>（一）予以公开<td>1<td>0", "<tr><td>（一）予以公开<td>1<td>0"))},
		{"links on a web page", 200, page(many(`<p>会议<a href="1.html">研究</a>政务公开。`))},
		{"lists on a web page", 200, page(many("<ol><li>公开</ol>"))},
		{"hidden passages of a web page", 200, page(many(`<span style="display:none">本年新收政府信息公开申请数量</span>`))},
		{"raised numbers on a web page", 200, page(many("公开<sup>1</sup>"))},
		{"raised in raised on a web page", 60, page(nested("<sup>", "公开", "</sup>"))},
		{"titles on a web page", 100, page(many("<p>苇塘乡人民政府2023年政府信息公开工作年度报告"))},
		{"headings on a web page", 100, page(many("<p>一、总体情况"))},
		{"articles on a web page", 100, page(many("<div class=content>公开</div>"))},
		{"paragraphs of Latin letters in a document", 200, document(many(paragraph("abc def ghi")))},
		{"sentences of Latin letters in a document", 300, document(many(paragraph("Information Disclosure APP V2.0, http://www.example.gov.cn/a/b?c=d 3,000 KB; ")))},
		{"Latin letters in one paragraph of a document", 1000, document(func(n int) string { return paragraph(strings.Repeat("abc def, ", n)) })},
		{"Latin letters in one word of a document", 1000, document(func(n int) string { return paragraph(strings.Repeat("a1b2-c3_d4.e5/f6@g7", n)) })},
		{"cells that span much in a document", 100, document(behind("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr></w:tc></w:tr></w:tbl>`))},
	}
}

// printed is a report in a format.
func printed(t *testing.T, c *counter, report, format string) []byte {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "好.json"), []byte(report), 0o600))
	c.call(t, folder, t.TempDir(), "生成", "好.json", "--format", format, "-o", ".")
	files, err := filepath.Glob(filepath.Join(folder, "*."+format))
	require.NoError(t, err)
	require.Len(t, files, 1)
	data, err := os.ReadFile(files[0])
	require.NoError(t, err)
	return data
}
