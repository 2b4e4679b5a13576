package published

import (
	"strings"
	"unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/label"
	"nianbao/internal/published/page"
)

// item is a line or a paragraph of a page, or a table of it, on its way into the report.
type item struct {
	kind  page.Kind
	text  string          // of a paragraph, on one line
	bold  []chinese.Range // of the text
	table string          // the key of the form's table that stands here, as a whole or a piece of it; otherTable for one that is none of the form's
	cells string          // what stands in a table that is none of the form's
	place string
	block int  // of the page
	spare bool // it stands in a table: a heading, or else nothing
}

// isText says whether it is a paragraph of the report's text.
func (it item) isText() bool {
	return it.table == "" && !it.spare && it.kind != page.Boxed && it.kind != page.Furniture && it.kind != page.Contents
}

// otherTable stands for a table that is none of the form's.
const otherTable = "?"

// piece is a block of a page, or what of it no table took.
type piece struct {
	page.Block
	tables []label.Table // of a table, those of the form that it is, or that a piece of is in it
	at     int           // which block

	lastLine string // of a paragraph that was joined of lines
}

// paragraphsOf cuts a paragraph into items: at its line breaks, and where headings run into it.
func paragraphsOf(p piece) (items []item) {
	at := 0
	for _, line := range strings.FieldsFunc(p.Text, chinese.IsLineBreak) {
		for _, text := range splitRunIn(line) {
			if text = strings.TrimFunc(text, chinese.IsIndent); strings.Trim(text, "|-: ") == "" {
				continue
			}
			it := item{kind: p.Kind, text: text, place: p.Place, block: p.at}
			if i := strings.Index(p.Text[at:], text); i >= 0 {
				at += i
				it.bold = chinese.Within(p.Bold, chinese.Range{Start: at, End: at + len(text)})
				at += len(text)
			}
			items = append(items, it)
		}
	}
	return items
}

// squeeze drops white space, which pages add where they break lines.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// sameWords says whether two texts are the same but for white space, the width of marks, traditional letters and the readings behind them.
func sameWords(a, b string) bool { return squeeze(folded(a)) == squeeze(folded(b)) }

// folded is a text as it is read: in characters of the usual width, in simplified letters, without the readings behind them.
func folded(text string) string { return label.Text(text) }
