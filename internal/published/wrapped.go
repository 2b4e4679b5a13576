package published

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/line"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// joinLines makes paragraphs of lines that were broken where they were full, as text has them that was printed or drawn out of a PDF.
// Where few lines end in the middle of a sentence they are paragraphs already. Numbers of pages are left out.
func joinLines(pieces []piece) []piece {
	pieces = slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool { return p.Table == nil && pageNumber.MatchString(p.Text) })
	w := wrappingOf(pieces)
	if w.full == 0 {
		return pieces
	}
	var out []piece
	open := -1 // the paragraph that may go on, by its index; -1 for none
	for _, p := range pieces {
		text := trimmedEnd(p.Text)
		switch {
		case p.Table != nil:
			open = -1
		case text == "" && open >= 0 && endsInside(out[open].Text):
			continue // the end of a page stands in the middle of a sentence
		case text == "":
			open = -1
		case open >= 0 && w.goesOn(out[open].lastLine, text):
			out[open].Text = joinedLine(out[open].Text, text)
			out[open].lastLine = text
			continue
		}
		p.lastLine = text
		out = append(out, p)
		open = -1
		if p.Table == nil && p.Kind == page.Plain && text != "" && !isHeadingLine(text) {
			open = len(out) - 1
		}
	}
	return out
}

// pageNumber is a line with the number of a page, marked as one.
var pageNumber = pattern.New(`^\s*(?:[-—–－]+\s*[0-9]{1,3}\s*[-—–－]+|第\s*[0-9]{1,3}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,3}\s*页)?|P\.?\s?[0-9]{1,3}|[Pp]age [0-9]{1,3}\b.{0,40}|[0-9]{1,3}\s*/\s*[0-9]{1,3})\s*$`)

// wrapping is how the lines of a text were broken.
type wrapping struct {
	full     int  // how wide a full line is at least, in half-width characters; 0 if the lines are paragraphs
	margin   int  // how many half-width blanks stand before every line, as programs print them
	indented bool // paragraphs are set in further than that
}

// wrappingOf tells it by the lines over whose ends a sentence may go on: of text that was broken they are many, and as wide as lines get.
// What ends without a mark at another width is no broken line but a heading that nobody numbered, an address or a name.
func wrappingOf(pieces []piece) (w wrapping) {
	prose := proseOf(pieces)
	var widths, margins []int
	for _, i := range prose {
		widths = append(widths, line.Columns(trimmedEnd(pieces[i].Text)))
		margins = append(margins, marginOf(pieces[i].Text))
	}
	if len(prose) == 0 {
		return w
	}
	slices.Sort(widths)
	slices.Sort(margins)
	w.margin = margins[len(margins)/10]
	starts := 0
	for _, i := range prose {
		if w.isSetIn(pieces[i].Text) {
			starts++
		}
	}
	w.indented = 10*starts >= len(prose)

	var broken []int
	for _, i := range prose {
		if i+1 == len(pieces) || pieces[i+1].Table != nil || !endsInside(pieces[i].Text) {
			continue
		}
		if next := trimmedEnd(pieces[i+1].Text); w.mayGoOn(next) && !beginsAnew(next) {
			broken = append(broken, line.Columns(trimmedEnd(pieces[i].Text)))
		}
	}
	if len(broken) < 3 || 10*len(broken) < 3*len(prose) {
		return w
	}
	slices.Sort(broken)
	usual, widest := broken[len(broken)/2], widths[len(widths)*9/10] // but for a few, which are none of the text
	if 5*usual >= 4*widest {
		w.full = usual * 3 / 4
	}
	return w
}

// proseOf are the lines, by their indices, that are long enough to tell of breaking. Headings tell nothing, since none goes on.
func proseOf(pieces []piece) (prose []int) {
	const narrowest = 24
	for i, p := range pieces {
		text := strings.TrimFunc(p.Text, chinese.IsIndent)
		switch {
		case p.Table != nil, p.Kind != page.Plain, line.Columns(trimmedEnd(p.Text)) < narrowest, isRow(text):
		case isHeadingLine(text), isNumberedPhrase(text), isFurniture(text), isTitleAgain(text):
		default:
			prose = append(prose, i)
		}
	}
	return prose
}

func trimmedEnd(text string) string { return strings.TrimRightFunc(text, chinese.IsIndent) }

// marginOf is how many half-width blanks a line begins with. Ideographic ones are no margin: they are typed to set in a paragraph.
func marginOf(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }

// isSetIn says whether a line is set in further than the margin, as the first of a paragraph is.
func (w wrapping) isSetIn(text string) bool {
	return chinese.IsIndent(chinese.FirstRune(text[min(w.margin, marginOf(text)):]))
}

// mayGoOn says whether a line may go on with a paragraph: it is no row, no heading and no first line.
func (w wrapping) mayGoOn(text string) bool {
	return text != "" && !isRow(text) && !isHeadingLine(text) && !(w.indented && w.isSetIn(text))
}

// goesOn says whether a line goes on with the one before it.
func (w wrapping) goesOn(before, text string) bool {
	width := line.Columns(before)
	switch {
	case width < w.full, !w.mayGoOn(text):
		return false
	case endsInside(before):
		return !beginsAnew(text)
	}
	full := width >= w.full*4/3-4
	last, _ := utf8.DecodeLastRuneInString(before)
	if chinese.IsOneOf(last, "：:；;") {
		return full && !beginsAnew(text)
	}
	return w.indented && full // a sentence that ends with a full line
}

// isRow says whether a line is the row of a table.
func isRow(text string) bool { return strings.ContainsAny(text, "|\t") }

// isNumberedPhrase says whether a line is a number and a few words, as headings below a section's are: （一）主动公开政府信息情况.
func isNumberedPhrase(text string) bool {
	numeral, words := splitHeading(text)
	return numeral != "" && isShortPhrase(words)
}

// endsInside says whether a line ends in the middle of a sentence.
func endsInside(line string) bool {
	line = trimmedEnd(line)
	body := strings.TrimRightFunc(line, func(r rune) bool { return chinese.IsCloser(r) || r == '"' })
	last, _ := utf8.DecodeLastRuneInString(body)
	return body != "" && !chinese.IsOneOf(last, "。！？：；!?:;")
}

// beginsAnew says whether a line begins with a number of its own.
func beginsAnew(text string) bool {
	_, _, numbered := chinese.ReadMarker(strings.TrimLeftFunc(text, chinese.IsIndent))
	return numbered
}

// joinedLine puts a line behind another. Between Latin letters the break was a blank, but in an address.
func joinedLine(before, after string) string {
	before, after = strings.TrimRightFunc(before, chinese.IsIndent), strings.TrimLeftFunc(after, chinese.IsIndent)
	last, _ := utf8.DecodeLastRuneInString(before)
	first := chinese.FirstRune(after)
	if isLatin(last) && isLatin(first) && !address.MatchString(before) {
		return before + " " + after
	}
	return before + after
}

// address is one at the end of a line.
var address = pattern.New(`[A-Za-z0-9][./@:][!-~]*$`)

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
