package chinese

import (
	"slices"
	"unicode"
)

// FoldMarks reads the half-width marks of Chinese text as the full-width ones that are due there.
func FoldMarks(text string) Folded {
	if !hasHalfWidthMark(text) {
		return Folded{Text: text}
	}
	runes := []rune(text)
	wide := map[int]rune{}
	for n, i := range StraightQuotes(runes) { // first, since marks beside them are due as beside brackets: 收到,"申请"
		wide[i] = []rune{'“', '”'}[n%2]
		runes[i] = wide[i]
	}
	for _, i := range HalfWidthMarks(runes) {
		if runes[i] != '.' || i+1 == len(runes) { // a name may have one
			wide[i] = FullWidth[runes[i]]
		}
	}
	for i, r := range runes { // 其中,2件
		before := RuneAt(runes, i-1)
		if mark, ok := wide[i-1]; ok {
			before = mark
		}
		if IsOneOf(r, ",:;!?") && (IsHan(before) || IsCloser(before)) && isWordly(RuneAt(runes, i+1)) {
			wide[i] = FullWidth[r]
		}
	}
	var b folder
	at := 0
	for i, r := range text {
		if mark, ok := wide[at]; ok {
			b.read(text, i, i+1, r, string(mark))
		}
		at++
	}
	return b.folded(text)
}

// isWordly is true of digits and Latin letters.
func isWordly(r rune) bool { return isDigit(r) || unicode.Is(unicode.Latin, r) }

func hasHalfWidthMark(text string) bool {
	return slices.ContainsFunc([]byte(text), func(c byte) bool { return c < 0x80 && IsOneOf(rune(c), `,.:;?!()"`) })
}
