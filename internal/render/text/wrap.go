package text

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/line"
)

func columns(s string) int { return line.Columns(s) }

func runeColumns(r rune) int { return line.RuneColumns(r) }

// wrap breaks a cell's text into as few lines as the columns allow, behind a mark where that costs no further line.
func wrap(text string, limit int) []string {
	pieces := split(text, limit)
	widths := make([]int, len(pieces))
	for i, piece := range pieces {
		widths[i] = columns(piece)
	}
	ends := make([]int, len(pieces))    // ends[i] is where a line that begins with piece i is full
	lines := make([]int, len(pieces)+1) // lines[i] is how many lines the pieces from i on need
	for i := len(pieces) - 1; i >= 0; i-- {
		end := i + 1
		for used := widths[i]; end < len(pieces); end++ {
			if used += widths[end]; used > limit {
				break
			}
		}
		if end == len(pieces)-1 && end > i+1 && widths[end] <= 2 && lines[end-1] == 1 {
			end-- // no single character on the last line
		}
		ends[i], lines[i] = end, 1+lines[end]
	}
	var out []string
	for i := 0; i < len(pieces); {
		end := ends[i]
		for j := end; j > i; j-- {
			if endsInMark(pieces[j-1]) && lines[j] < lines[i] {
				end = j
				break
			}
		}
		out = append(out, strings.TrimSpace(strings.Join(pieces[i:end], "")))
		i = end
	}
	return out
}

// split cuts text into the pieces between which a line may end, none wider than limit where that can be: words and numbers
// stay whole, and marks stay with what they close or open.
func split(text string, limit int) []string {
	var pieces []string
	start, used := 0, 0
	var before rune
	for i, r := range text {
		n := runeColumns(r)
		if i > start && (used+n > limit || !sticks(before, r)) {
			pieces = append(pieces, text[start:i])
			start, used = i, 0
		}
		used += n
		before = r
	}
	if start < len(text) {
		pieces = append(pieces, text[start:])
	}
	return pieces
}

const (
	closing = "、，。；：？！）》〉】〕」』”’…—·％"
	opening = "（《〈【〔「『“‘"
)

func sticks(before, r rune) bool {
	if runeColumns(r) == 0 || strings.ContainsRune(closing, r) || strings.ContainsRune(opening, before) {
		return true
	}
	return runeColumns(before) < 2 && runeColumns(r) < 2 && before != ' ' && r != ' '
}

// endsInMark says whether a reader pauses behind a piece.
func endsInMark(piece string) bool {
	r, _ := utf8.DecodeLastRuneInString(piece)
	return strings.ContainsRune("、，。；：）", r)
}
