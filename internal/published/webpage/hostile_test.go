package webpage_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/webpage"
)

// A file is refused by its length before anything of it is read.
func TestLongFiles(t *testing.T) {
	_, err := webpage.Read(make([]byte, 200<<20))
	assert.Equal(t, webpage.Error{Fault: webpage.TooLarge}, err)
}

// Pages made to cost much end in a sentence, or are read, and neither takes long.
func TestHostilePages(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	tooLarge := webpage.Error{Fault: webpage.TooLarge}
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	var any error = webpage.Error{Fault: -1}
	for _, c := range []struct {
		why, data string
		want      error
	}{
		{"text of 17 MB", "<p>甲" + many("a", 17<<20), tooLarge},
		{"text of 15 MB", "<p>甲" + many("a", 15<<20), webpage.MuchTextError{Paragraph: 1}},
		{"a picture of 24 MB in an address", "<p>甲<img src=\"data:image/png;base64," + many("QUJD", 6<<20) + "\">", nil},
		{"elements without end", "<p>甲" + many("<i>", 1_000_000), tooLarge},
		{"as many elements as there may be", "<p>甲" + many("<i>", 290_000), nil},
		{"tables in tables", "甲" + many("<table><tr><td>", 90_000), tooLarge},
		{"tables in tables with text", many("<table><tr><td>甲", 70_000), any},
		{"blocks in blocks", many("<div>", 100_000) + "甲", nil},
		{"formatting in every paragraph", many("<p><b id=1><i id=2><u id=3><font size=1>甲", 50_000), any},
		{"ends without starts", "<p>甲" + many("</i></div></td>", 1_000_000), nil},
		{"deep, and ends that reach not out", many("<div>", 600) + "甲" + many("</i><i>", 250_000), nil},
		{"deep, and text in a table's row", many("<div>", 500) + "<table><tr>" + many("甲<br>", 140_000), any},
		{"spans without end", "<table>" + many("<tr><td colspan=1000000 rowspan=1000000>甲", 40_000) + "</table>", nil},
		{"a table for every cell", many("<table><tr><td colspan=1000 rowspan=9999>甲<td>乙</table>", 20_000), any},
		{"cells without end", "<table><tr>" + many("<td>", 100_000) + "甲", tooLarge},
		{"an attribute of 10 MB", "<p class=\"" + many("nav ", 2_500_000) + "\">甲", nil},
		{"a million attributes", "<p " + many("a=b ", 1_000_000) + ">甲", nil},
		{"a style of many declarations", "<p style=\"" + many("display:block;", 700_000) + "\">甲", nil},
		{"a comment of 15 MB", "<p>甲<!--" + many("-", 15<<20), nil},
		{"entities", "<p>" + many("&amp;", 600_000), nil},
		{"entities that are none", "<p>甲" + many("&am", 600_000), nil},
		{"a script without end", "<p>甲<script>" + many("<!--<script", 1_000_000), nil},
		{"open angles", "<p>甲" + many("<", 3_000_000), nil},
		{"empty paragraphs", "甲" + many("<p>", 250_000), any},
		{"hidden in hidden", many("<div hidden>", 400) + many("<i>", 200_000) + "甲", any},
		{"unseen in unseen", many("<div style=visibility:hidden><i style=visibility:visible>", 250) + many("<i>", 200_000) + "甲", nil},
		{"lists in lists", many("<ol reversed><li>", 100_000) + "甲", any},
		{"reversed lists", "<ol>" + many("<ol reversed>", 400) + many("<li>甲", 100_000), any},
		{"links", many("<a href=1>甲</a> ", 100_000), nil},
		{"articles", many("<div class=content>", 140_000) + "一、总体情况", nil},
		{"line breaks", "<p>甲" + many("<br>", 290_000), nil},
		{"an archive without end", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" + many("--b\r\nContent-Type: text/html\r\n\r\n<p>甲\r\n", 200_000), any},
		{"an archive of heads", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n" + many("A: b\r\n", 2_000_000) + "\r\n", any},
		{"zeros", many("\x00", 15<<20), webpage.Error{Fault: webpage.NotPage}},
		{"GBK", "<p>" + many("\xb8\xbd\xbc\xfe", 100_000), nil},
	} {
		begin := time.Now()
		p, err := webpage.Read([]byte(c.data))
		took := time.Since(begin)
		t.Logf("%-40s %8.0f ms  %v", c.why, took.Seconds()*1000, err)
		assert.Less(t, took, 10*time.Second, c.why) // a tenth of a second, or half of one; far more where the machine is busy
		if c.want != any {
			assert.Equal(t, c.want, err, c.why)
		}
		if err == nil {
			assert.NotEmpty(t, p.Blocks, c.why)
		}
	}
}
