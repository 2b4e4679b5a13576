package published

import (
	"slices"
	"strings"

	"nianbao/internal/inorder"
	"nianbao/internal/model"
)

// filled is a placeholder of a paragraph, with the characters that it was filled in as.
type filled struct {
	typed      string
	start, end int
}

// fillIn fills in a paragraph, and tells where its placeholders are. Open ones stay as typed, and are told neither.
func fillIn(r *model.Report, text string) (runes []rune, placeholders []filled) {
	done := 0
	for _, at := range model.Placeholders(text) {
		typed := text[at[0]:at[1]]
		value, open := r.FillIn(typed)
		runes = append(runes, []rune(text[done:at[0]])...)
		if len(open) == 0 {
			placeholders = append(placeholders, filled{typed, len(runes), len(runes) + len([]rune(value))})
		}
		runes = append(runes, []rune(value)...)
		done = at[1]
	}
	return append(runes, []rune(text[done:])...), placeholders
}

// keepPlaceholders writes an altered paragraph with the placeholders of the original wherever the text that they were filled
// in as still stands, with its surroundings. The others, which became plain text or are gone, are listed.
func (e *effort) keepPlaceholders(base *model.Report, original, altered string) (text string, given []string) {
	before, placeholders := fillIn(base, original)
	if len(placeholders) == 0 {
		return altered, nil
	}
	after := []rune(altered)
	matches := inorder.Equal(&e.cells, ofWidths(before), ofWidths(after))
	var kept strings.Builder
	done := 0
	for _, p := range placeholders {
		if !isUntouched(matches, p.start, p.end, len(after)) || !slices.Equal(before[p.start:p.end], after[matches[p.start]:matches[p.start]+p.end-p.start]) {
			given = append(given, p.typed)
			continue
		}
		kept.WriteString(string(after[done:matches[p.start]]) + p.typed)
		done = matches[p.end-1] + 1
	}
	kept.WriteString(string(after[done:]))
	return kept.String(), given
}

// ofWidths are characters in one width, since a mark that was typed in the other one says the same beside a placeholder.
func ofWidths(runes []rune) []rune {
	out := make([]rune, len(runes))
	for i, r := range runes {
		if '！' <= r && r <= '～' {
			r += '!' - '！'
		}
		out[i] = ofOneWidth(r)
	}
	return out
}

// isUntouched tells whether a stretch of text stands in the other text in one piece, and with it the characters beside it:
// at least one on either side, four together, or as many as there are.
func isUntouched(matches []int, start, end, length int) bool {
	const beside = 4
	for i := start; i < end; i++ {
		if matches[i] < 0 || matches[i] != matches[start]+i-start {
			return false
		}
	}
	left, right := 0, 0
	for left < beside && start-left > 0 && matches[start-left-1] == matches[start]-left-1 && matches[start-left-1] >= 0 {
		left++
	}
	for right < beside && end+right < len(matches) && matches[end+right] == matches[end-1]+right+1 {
		right++
	}
	first := start-left == 0 && matches[start] == left
	last := end+right == len(matches) && matches[end-1]+right+1 == length
	return (left > 0 || first) && (right > 0 || last) && (left+right >= beside || first || last)
}
