package published

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/published/label"
	"nianbao/internal/published/page"
)

// item is a line or a paragraph of a page, or a table of it, on its way into the report.
type item struct {
	kind  page.Kind
	text  string // of a paragraph, on one line
	table string // the key of the form's table that stands here, as a whole or a piece of it; otherTable for one that is none of the form's
	place string
	block int // of the page
}

// otherTable stands for a table that is none of the form's.
const otherTable = "?"

// piece is a block of a page, or what of it no table took.
type piece struct {
	page.Block
	tables []label.Table // of a table, those of the form that it is, or that a piece of is in it
	at     int           // which block
}

// paragraphsOf cuts a paragraph into items: at its line breaks, and where headings run into it.
func paragraphsOf(p piece) (items []item) {
	for _, line := range strings.FieldsFunc(p.Text, isLineBreak) {
		for _, text := range splitRunIn(line) {
			if text = strings.TrimFunc(text, chinese.IsIndent); text != "" {
				items = append(items, item{kind: p.Kind, text: text, place: p.Place, block: p.at})
			}
		}
	}
	return items
}

func isLineBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f'
}

// joinLines makes paragraphs of lines that were broken where they were full, as text that was printed or sent has them. Where lines end
// at all widths they are paragraphs already.
func joinLines(blocks []piece) []piece {
	full := fullWidth(blocks)
	if full == 0 {
		return blocks
	}
	var out []piece
	open := false // the last line was full, and no sentence ended with it
	for _, b := range blocks {
		text := strings.TrimRightFunc(b.Text, chinese.IsIndent)
		if open && b.Table == nil && text != "" && goesOn(text) {
			last := &out[len(out)-1]
			last.Text = strings.TrimRightFunc(last.Text, chinese.IsIndent) + text
		} else {
			out = append(out, b)
		}
		open = b.Table == nil && b.Kind == page.Plain && widthOf(text) >= full-2 && !isHeadingLine(text)
	}
	return out
}

// goesOn says whether a line may go on with the paragraph before it: it is not indented, and has no number of its own.
func goesOn(text string) bool {
	if chinese.IsIndent(chinese.FirstRune(text)) || isHeadingLine(text) {
		return false
	}
	_, _, numbered := chinese.ReadMarker(text)
	return !numbered && !strings.ContainsAny(text, "|\t")
}

// fullWidth is how wide a full line of a text is, in half-width characters; 0 if its lines are not broken where they are full: most
// lines of more than half that width would have to be so wide.
func fullWidth(blocks []piece) int {
	const narrowest, most = 40, 160
	var counts [most + 1]int
	lines := 0
	for _, b := range blocks {
		if w := widthOf(strings.TrimRightFunc(b.Text, chinese.IsIndent)); b.Table == nil && w >= narrowest {
			lines++
			counts[min(w, most)]++
		}
	}
	best := 0
	for w := narrowest + 2; w < most; w++ {
		if n := counts[w] + counts[w-1] + counts[w-2]; n > 0 && n >= counts[best]+counts[max(best-1, 0)]+counts[max(best-2, 0)] {
			best = w
		}
	}
	n := counts[best] + counts[max(best-1, 0)] + counts[max(best-2, 0)]
	if lines < 4 || 3*n < 2*lines-3 {
		return 0
	}
	return best
}

func widthOf(text string) int {
	w := 0
	for _, r := range text {
		if r < utf8.RuneSelf {
			w++
		} else {
			w += 2
		}
	}
	return w
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

// folded is a text as it is read: in characters of the usual width, in simplified letters, without the readings behind them.
func folded(text string) string { return label.Fold(text).Text }
