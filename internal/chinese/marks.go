package chinese

import (
	"slices"
	"unicode"
)

// The marks that official Chinese text uses, and how they are read by the rule on punctuation and by Fix.

// IsPause is true of the marks that part clauses and statements, of which one is enough.
func IsPause(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：':
		return true
	}
	return false
}

// CloserOf is the mark that closes what a bracket, title's mark or quotation mark opens, which Unicode puts behind it; 0 for
// any other character.
func CloserOf(r rune) rune {
	switch r {
	case '（', '《', '〈', '【', '〔', '「', '“', '‘':
		return r + 1
	}
	return 0
}

func isOpener(r rune) bool { return CloserOf(r) != 0 }

func IsCloser(r rune) bool { return isOpener(r - 1) }

// FullWidth is the full-width form of the half-width marks that may be taken for it.
var FullWidth = map[rune]rune{',': '，', '.': '。', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）'}

// Stretch is a run of characters of a text, by their places.
type Stretch struct{ Start, End int }

// RuneAt is a character of a text, 0 beyond its ends.
func RuneAt(text []rune, i int) rune {
	if i < 0 || i >= len(text) {
		return 0
	}
	return text[i]
}

// HalfWidthMarks lists the half-width marks that stand between Chinese characters, or commas between a number and one, where
// full-width ones are due. Marks in numbers, addresses and Latin text have no such neighbours.
func HalfWidthMarks(text []rune) []int {
	type bracket struct{ at, hanzi int }
	var list []int
	var open []bracket // of either width
	hanzi := 0         // how many characters so far
	for i, r := range text {
		switch r {
		case ',', '.', ':', ';', '?', '!':
			before, after := wide(RuneAt(text, i-1)), wide(RuneAt(text, i+1))
			_, isDigit := Digit(before)
			afterChinese := IsHan(before) || IsCloser(before) || before == '"' && IsHan(RuneAt(text, i-2)) || (r == ',' || r == ';') && (isDigit || IsOneOf(before, "%％")) && IsHan(after)
			if afterChinese && (after == 0 || IsHan(after) || isOpener(after) || IsCloser(after)) {
				list = append(list, i)
			}
		case '(', '（':
			open = append(open, bracket{i, hanzi})
		case ')', '）':
			if n := len(open); n > 0 {
				if start := open[n-1]; hanzi > start.hanzi {
					list = append(list, halfWidthOfPair(text, start.at, i)...)
				}
				open = open[:n-1]
			}
		}
		if IsHan(r) {
			hanzi++
		}
	}
	slices.Sort(list)
	return list
}

// StraightQuotes lists the straight quotation marks about Chinese text, nil unless they come in pairs.
func StraightQuotes(text []rune) []int {
	var list []int
	for i, r := range text {
		if r == '"' && (IsHan(RuneAt(text, i-1)) || IsHan(RuneAt(text, i+1))) {
			list = append(list, i)
		}
	}
	if len(list)%2 != 0 {
		return nil
	}
	return list
}

// halfWidthOfPair lists those brackets of a pair about Chinese text that are half-width, unless Latin text is beside them.
func halfWidthOfPair(text []rune, start, end int) []int {
	if unicode.Is(unicode.Latin, RuneAt(text, start-1)) || unicode.Is(unicode.Latin, RuneAt(text, end+1)) {
		return nil
	}
	var list []int
	for _, i := range []int{start, end} {
		if text[i] != wide(text[i]) {
			list = append(list, i)
		}
	}
	return list
}

// DoubledMarks lists the stretches of two or more pauses on end, the same or different ones, half-width ones among them: ，,.
func DoubledMarks(text []rune) []Stretch {
	var list []Stretch
	for i := 0; i < len(text); i++ {
		start, wides := i, 0
		for i < len(text) && (IsPause(text[i]) || IsOneOf(text[i], ",;:") || wides > 0 && text[i] == '.') {
			if IsPause(text[i]) {
				wides++
			}
			i++
		}
		if i > start+1 && wides > 0 {
			list = append(list, Stretch{start, i})
		}
	}
	return list
}

// Widened is the full-width form of a half-width mark, and any other character itself.
func Widened(r rune) rune {
	if full, isHalf := FullWidth[r]; isHalf {
		return full
	}
	return r
}

// UnpairedMark finds the first bracket or quotation mark without its partner, -1 if there is none. A closing bracket behind
// a number, as in 1）, needs none.
func UnpairedMark(text []rune) int {
	var open []int
	for i, r := range text {
		r = wide(r)
		if r == '’' && unicode.Is(unicode.Latin, RuneAt(text, i-1)) {
			continue // an apostrophe
		}
		if isOpener(r) {
			open = append(open, i)
			continue
		}
		if !IsCloser(r) {
			continue
		}
		n := len(open)
		if n > 0 && CloserOf(wide(text[open[n-1]])) == r {
			open = open[:n-1]
			continue
		}
		if r == '）' && endsNumber(text, i) {
			continue
		}
		if n > 0 {
			return open[n-1]
		}
		return i
	}
	if len(open) > 0 {
		return open[0]
	}
	return -1
}

// wide is a bracket in its full width, so that pairs of two widths are pairs.
func wide(r rune) rune {
	if r == '(' || r == ')' {
		return FullWidth[r]
	}
	return r
}

// endsNumber is true of a closing bracket that makes what stands before it a number: 1）, a), ①）.
func endsNumber(text []rune, i int) bool {
	start := i
	for start > 0 && i-start < 3 && (unicode.IsDigit(text[start-1]) || unicode.Is(unicode.Latin, text[start-1]) || text[start-1] >= '①' && text[start-1] <= '⑳' || IsOneOf(text[start-1], oneToNine+"十")) {
		start--
	}
	before := RuneAt(text, start-1)
	return start < i && (before == 0 || IsPause(before) || unicode.IsSpace(before))
}
