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
		text := strings.TrimRightFunc(p.Text, chinese.IsIndent)
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
var pageNumber = pattern.New(`^\s*(?:[-—–－]+\s*[0-9]{1,3}\s*[-—–－]+|第\s*[0-9]{1,3}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,3}\s*页)?|P\.?\s?[0-9]{1,3}|Page [0-9]{1,3}\b.{0,40}|[0-9]{1,3}\s*/\s*[0-9]{1,3})\s*$`)

// wrapping is how the lines of a text were broken.
type wrapping struct {
	full     int  // how wide a full line is at least, in half-width characters; 0 if the lines are paragraphs
	indented bool // paragraphs begin with blanks
}

// wrappingOf tells it by the lines that end in the middle of a sentence: of text that was broken they are many, and about as wide.
func wrappingOf(pieces []piece) (w wrapping) {
	const narrowest = 24
	var widths []int
	lines, indents := 0, 0
	for i, p := range pieces {
		text := strings.TrimRightFunc(p.Text, chinese.IsIndent)
		if p.Table != nil || p.Kind != page.Plain || line.Columns(text) < narrowest || isHeadingLine(text) || isFurniture(text) || isTitleAgain(text) {
			continue
		}
		lines++
		if chinese.IsIndent(chinese.FirstRune(text)) {
			indents++
		}
		if endsInside(text) && i+1 < len(pieces) && strings.TrimSpace(pieces[i+1].Text) != "" {
			widths = append(widths, line.Columns(text))
		}
	}
	if len(widths) < 3 || 10*len(widths) < 3*lines {
		return w
	}
	slices.Sort(widths)
	return wrapping{full: widths[len(widths)/2] * 3 / 4, indented: 10*indents >= lines && 10*indents <= 7*lines}
}

// goesOn says whether a line goes on with the one before it.
func (w wrapping) goesOn(before, text string) bool {
	width := line.Columns(before)
	switch {
	case isHeadingLine(text), strings.ContainsAny(text, "|\t"):
		return false
	case w.indented && chinese.IsIndent(chinese.FirstRune(text)):
		return false
	case width < w.full:
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

// endsInside says whether a line ends in the middle of a sentence.
func endsInside(line string) bool {
	line = strings.TrimRightFunc(line, chinese.IsIndent)
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
