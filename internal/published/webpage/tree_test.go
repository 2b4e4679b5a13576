package webpage

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/budget"
)

// shape is the structure of a tree as far as it counts for what is shown: blocks, parts of tables and text.
func shape(root *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		tells := n.Type == html.ElementNode && isSpecial(n.DataAtom) && n.DataAtom != atom.Html && n.DataAtom != atom.Head && n.DataAtom != atom.Body &&
			n.DataAtom != atom.Col && n.DataAtom != atom.Colgroup
		switch {
		case isUnseen(n.DataAtom):
			return
		case n.Type == html.TextNode:
			b.WriteString(squeeze(n.Data))
		case tells:
			b.WriteString("<" + n.Data + ">")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if tells && !isVoid(n.DataAtom) {
			b.WriteString("</" + n.Data + ">")
		}
	}
	walk(root)
	return b.String()
}

// The tree is that of html.Parse, which follows the standard, where that counts.
func TestTreeIsThatOfTheStandard(t *testing.T) {
	for _, c := range []struct{ why, page string }{
		{"paragraphs without ends", "<p>甲<p>乙<div>丙</p>丁"},
		{"a block ends a paragraph", "<p>甲<h2>乙</h2>丙</p>丁"},
		{"headings end each other", "<h1>甲<h2>乙</h1>丙"},
		{"spans that do not end", "<p><span>甲</p><p>乙</span></p>丙"},
		{"formatting that crosses", "<p><b>甲<i>乙</b>丙</i></p><p>丁"},
		{"items without ends", "<ul><li>甲<li>乙<ul><li>丙</ul><li>丁</ul>戊"},
		{"items in blocks", "<ol><li><div><p>甲<li>乙</div></ol>丙"},
		{"definitions", "<dl><dt>甲<dd>乙<dt>丙<dd>丁</dl>"},
		{"cells without ends", "<table><tr><td>甲<td>乙<tr><td>丙</table>丁"},
		{"cells without rows", "<table><td>甲<th>乙</table>"},
		{"rows in groups", "<table><thead><tr><th>甲<tbody><tr><td>乙<tfoot><td>丙</table>"},
		{"cells outside of tables", "<p>甲<td>乙</td><tr>丙</tr></p>"},
		{"text between rows", "<table>甲<tr>乙<td>丙</td>丁</tr>戊</table>己"},
		{"blocks between cells", "<table><tr><div>甲</div><td>乙</td><p>丙</tr></table>"},
		{"a form around rows", "<form><table><form><tr><td>甲</td></tr></form></table>"},
		{"a table in a cell", "<table><tr><td>甲<table><tr><td>乙</table>丙<td>丁</table>"},
		{"a table in a row", "<table><tr><table><tr><td>甲</table><td>乙</table>"},
		{"a cell in a block in a cell", "<table><tr><td><div><b>甲<td>乙</div></table>"},
		{"ends of cells that are not open", "<table><tr></td><td>甲</tr></tr></tbody></table></table>乙"},
		{"ends of blocks reach not out of a cell", "<div><table><tr><td>甲</div>乙</td></tr></table>丙</div>丁"},
		{"a caption", "<table><caption>甲<p>乙</caption><tr><td>丙</table>"},
		{"a caption without end", "<table><caption>甲<tr><td>丙</table>"},
		{"an end without a paragraph", "甲</p>乙</br>丙"},
		{"a paragraph in a cell is its own", "<p>甲<table><tr><td></p>乙</table>"},
		{"columns", "<table><colgroup><col><col></colgroup><tr><td>甲</table>"},
		{"a form ends a paragraph", "<p>甲<form>乙<p>丙</form>丁"},
		{"a form in a form", "<form>甲<form>乙</form>丙</form>丁"},
		{"hidden fields between rows", "<table><input type=hidden><tr><td>甲</table>"},
		{"programs between rows", "<table><script>甲</script><tr><td>乙</table>"},
		{"text behind the page", "<html><body><p>甲</body></html>乙"},
		{"links in links", "<a href=1>甲<a href=2>乙</a>丙</a>丁"},
		{"links around blocks", "<a href=1><div>甲</div></a><p>乙"},
		{"Word's empty elements", "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p><p>甲"},
		{"conditions of Word", "<![if !supportLists]><span>1.</span><![endif]>甲<!--[if gte mso 9]><xml>乙</xml><![endif]-->"},
		{"a center around a table", "<center><table><tr><td>甲</center>乙</table>丙"},
		{"a heading that ends elsewhere", "<div><h3>甲</div>乙</h3>丙"},
		{"ends of formatting behind a block", "<div><font>甲<p>乙</font>丙</p></div>丁"},
	} {
		for _, page := range []string{c.page, "<!DOCTYPE html><body>" + c.page} {
			want, err := html.Parse(strings.NewReader("<!DOCTYPE html>" + strings.TrimPrefix(page, "<!DOCTYPE html>")))
			require.NoError(t, err)
			assert.Equal(t, shape(want), shape(parse(page, budget.New())), c.why)
		}
	}
}

// So it is for pages of tags in any order, but for elements whose closing changes looks only.
func TestTreesOfTagsInAnyOrder(t *testing.T) {
	tags := strings.Split("p div table tr td tbody thead caption ul li h2 span br section dl dt dd center /p /div /table /tr /td /tbody /caption /ul /li /h2 /span /center /dd 甲 乙 丙 丁", " ")
	random := rand.New(rand.NewPCG(1, 2))
	const pages, longest = 20_000, 14
	for range pages {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html><body>")
		for range 1 + random.IntN(longest) {
			if tag := tags[random.IntN(len(tags))]; tag[0] < utf8.RuneSelf {
				b.WriteString("<" + tag + ">")
			} else {
				b.WriteString(tag)
			}
		}
		want, err := html.Parse(strings.NewReader(b.String()))
		require.NoError(t, err)
		require.Equal(t, shape(want), shape(parse(b.String(), budget.New())), b.String())
	}
}
