package chinese

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that are to be set bold stand between two pairs of asterisks, as many people type them: 一是**加强培训**。
//
//	**一是**加强培训       一是 is bold
//	**一是加强培训         nothing is: a pair of asterisks by itself is a slip
//	138**1234**           nothing is: they hide digits
//	138****1234           nothing is: no pair
//	** 一是 **            nothing is: a blank stands inside

// Range is a stretch of bytes of a text.
type Range struct{ Start, End int }

// Within are the parts of ranges of a text, which stand in order, that lie in a stretch of it, as ranges of that.
func Within(ranges []Range, stretch Range) (list []Range) {
	first := sort.Search(len(ranges), func(i int) bool { return ranges[i].End > stretch.Start })
	for _, r := range ranges[first:] {
		start, end := max(r.Start, stretch.Start), min(r.End, stretch.End)
		if start >= end {
			break
		}
		list = append(list, Range{start - stretch.Start, end - stretch.Start})
	}
	return list
}

// emphasisMark stands before and behind words that are to be set bold.
const emphasisMark = "**"

// FoldEmphasis reads a text without the asterisks around words that are to be set bold.
func FoldEmphasis(text string) Folded {
	if !strings.Contains(text, emphasisMark) {
		return Folded{Text: text}
	}
	var b folder
	open := -1
	for _, at := range emphasisMarks(text) {
		opens, closes := emphasisMarkAt(text, at)
		switch {
		case open >= 0 && closes && !strings.ContainsFunc(text[open:at], IsLineBreak):
			b.read(text, open, open+len(emphasisMark), '*', "")
			b.read(text, at, at+len(emphasisMark), '*', "")
			open = -1
		case opens:
			open = at
		}
	}
	return b.folded(text)
}

// emphasisMarks lists where two asterisks stand, not more.
func emphasisMarks(text string) (list []int) {
	for at := 0; ; {
		i := strings.Index(text[at:], emphasisMark)
		if i < 0 {
			return list
		}
		at += i
		end := at
		for end < len(text) && text[end] == '*' {
			end++
		}
		if end-at == len(emphasisMark) {
			list = append(list, at)
		}
		at = end
	}
}

// emphasisMarkAt says whether the mark at a byte may stand before bold words, and whether behind some.
func emphasisMarkAt(text string, at int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+len(emphasisMark):])
	if isWordly(before) && isWordly(after) {
		return false, false
	}
	end := at+len(emphasisMark) == len(text)
	return !end && !unicode.IsSpace(after), at > 0 && !unicode.IsSpace(before)
}

// ReadEmphasis is a text without the asterisks around words that are to be set bold, and which words these are.
func ReadEmphasis(text string) (plain string, bold []Range) {
	f := FoldEmphasis(text)
	for i := 0; i+1 < len(f.Lookalikes); i += 2 {
		bold = append(bold, Range{f.Lookalikes[i].At, f.Lookalikes[i+1].At})
	}
	return f.Text, bold
}

// Emphasize puts asterisks around words of a text, blanks at their ends left out. ok is false if they would not be read as they are meant.
func Emphasize(plain string, bold []Range) (text string, ok bool) {
	var b strings.Builder
	var meant []Range
	done := 0
	for _, r := range bold {
		words := plain[r.Start:r.End]
		r.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
		r.End = max(r.Start, r.End-len(words)+len(strings.TrimRightFunc(words, unicode.IsSpace)))
		if r.Start == r.End {
			continue
		}
		b.WriteString(plain[done:r.Start] + emphasisMark + plain[r.Start:r.End] + emphasisMark)
		meant, done = append(meant, r), r.End
	}
	text = b.String() + plain[done:]
	read, ranges := ReadEmphasis(text)
	if read != plain || len(ranges) != len(meant) {
		return plain, false
	}
	for i := range ranges {
		if ranges[i] != meant[i] {
			return plain, false
		}
	}
	return text, true
}
