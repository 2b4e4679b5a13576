package chinese

import "slices"

// FoldMarks reads the half-width marks of Chinese text as the full-width ones that are due there.
func FoldMarks(text string) Folded {
	if !hasHalfWidthMark(text) {
		return Folded{Text: text}
	}
	runes := []rune(text)
	wide := map[int]rune{}
	for _, i := range HalfWidthMarks(runes) {
		wide[i] = FullWidth[runes[i]]
	}
	for n, i := range StraightQuotes(runes) {
		wide[i] = []rune{'“', '”'}[n%2]
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

func hasHalfWidthMark(text string) bool {
	return slices.ContainsFunc([]byte(text), func(c byte) bool { return c < 0x80 && IsOneOf(rune(c), `,.:;?!()"`) })
}
