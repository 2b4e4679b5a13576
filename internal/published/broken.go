package published

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
)

// joinBroken takes line breaks out of paragraphs that were broken where their lines were full, as pages have them that were pasted out of a
// print. Elsewhere a line break is where somebody wanted one.
func joinBroken(pieces []piece) []piece {
	var lines []piece
	for _, p := range pieces {
		if !isBroken(p) {
			continue
		}
		for line := range strings.SplitSeq(p.Text, "\n") {
			lines = append(lines, piece{Block: page.Block{Text: line}})
		}
		lines = append(lines, piece{})
	}
	w := wrappingOf(lines)
	if w.full == 0 {
		return pieces
	}
	for i, p := range pieces {
		if isBroken(p) {
			pieces[i].Text, pieces[i].Bold = w.joinedWithin(p.Text, p.Bold)
		}
	}
	return pieces
}

// isBroken says whether a paragraph has line breaks.
func isBroken(p piece) bool {
	return p.Table == nil && p.Kind == page.Plain && strings.Contains(p.Text, "\n")
}

// joinedWithin is a paragraph, and what of it is bold, whose lines go on with each other where they were broken.
func (w wrapping) joinedWithin(text string, bold []chinese.Range) (joined string, now []chinese.Range) {
	var b strings.Builder
	longest := 0
	for line := range strings.SplitSeq(text, "\n") {
		longest = max(longest, runes(trimmedEnd(line)))
	}
	last, at := "", 0 // the line before, and where the next begins
	for line := range strings.SplitSeq(text, "\n") {
		start, end := at, at+len(trimmedEnd(line))
		at += len(line) + 1
		switch {
		case start == 0:
		case last != "" && !isHeadingLine(last) && (w.goesOn(last, text[start:end]) || runes(last) == longest && isInAddress(last, text[start:end])):
			start = end - len(strings.TrimLeftFunc(text[start:end], chinese.IsIndent))
			before, _ := utf8.DecodeLastRuneInString(last)
			if isLatin(before) && isLatin(chinese.FirstRune(text[start:end])) && !address.MatchString(last) {
				b.WriteByte(' ')
			}
		default:
			b.WriteByte('\n')
		}
		last = text[start:end]
		for _, r := range chinese.Within(bold, chinese.Range{Start: start, End: end}) {
			r.Start, r.End = r.Start+b.Len(), r.End+b.Len()
			if n := len(now); n > 0 && now[n-1].End == r.Start {
				now[n-1].End = r.End
				continue
			}
			now = append(now, r)
		}
		b.WriteString(last)
	}
	return b.String(), now
}

func runes(text string) int { return utf8.RuneCountInString(text) }

// isInAddress says whether a line ends, and the next begins, in an address of the Internet: where lines were broken after as many characters they are
// narrower there.
func isInAddress(before, after string) bool {
	return address.MatchString(before) && isLatin(chinese.FirstRune(after))
}
