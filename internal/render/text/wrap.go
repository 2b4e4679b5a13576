package text

import (
	"strings"

	"nianbao/internal/line"
)

func columns(s string) int { return line.Columns(s) }

func runeColumns(r rune) int { return line.RuneColumns(r) }

// breaking breaks texts into lines, one after the other, and keeps its room for the next.
type breaking struct{ pieces []piece }

// piece is a piece of a text within which no line ends.
type piece struct {
	end     int // where the next begins
	columns int
	marked  bool // a reader pauses behind it

	full  int // the first piece that a line which begins with this one has no room for
	lines int // how many lines the text needs from this piece on
}

// wrap breaks a cell's text into as few lines as the columns allow, behind a mark where that costs no further line.
func (b *breaking) wrap(text string, limit int) []string {
	pieces := b.split(text, limit)
	if len(pieces) == 0 {
		return nil
	}
	pieces = append(pieces, piece{}) // the end, from which on there are no lines
	last := len(pieces) - 2
	for i := last; i >= 0; i-- {
		end := i + 1
		for used := pieces[i].columns; end <= last; end++ {
			if used += pieces[end].columns; used > limit {
				break
			}
		}
		if end == last && end > i+1 && pieces[end].columns <= 2 && pieces[end-1].lines == 1 {
			end-- // no single character on the last line
		}
		pieces[i].full, pieces[i].lines = end, 1+pieces[end].lines
	}
	out := make([]string, 0, pieces[0].lines)
	start := 0
	for i := 0; i <= last; {
		end := pieces[i].full
		for j := end; j > i; j-- {
			if pieces[j-1].marked && pieces[j].lines < pieces[i].lines {
				end = j
				break
			}
		}
		out = append(out, strings.TrimSpace(text[start:pieces[end-1].end]))
		start, i = pieces[end-1].end, end
	}
	return out
}

// split cuts text into the pieces between which a line may end, none wider than limit where that can be: words and numbers
// stay whole, and marks stay with what they close or open. They are good until the next call.
func (b *breaking) split(text string, limit int) []piece {
	b.pieces = b.pieces[:0]
	var before rune
	var next piece
	beside := 0 // the columns of the character before
	for i, r := range text {
		n := runeColumns(r)
		if i > 0 && (next.columns+n > limit || !sticks(before, r, beside, n)) {
			next.end, next.marked = i, isPause(before)
			b.pieces = append(b.pieces, next)
			next = piece{}
		}
		next.columns += n
		before, beside = r, n
	}
	if text != "" {
		next.end, next.marked = len(text), isPause(before)
		b.pieces = append(b.pieces, next)
	}
	return b.pieces
}

// sticks says whether no line may end between two characters of so many columns.
func sticks(before, r rune, beside, columns int) bool {
	if columns == 0 || isClosing(r) || isOpening(before) {
		return true
	}
	return beside < 2 && columns < 2 && before != ' ' && r != ' '
}

func isClosing(r rune) bool {
	switch r {
	case '、', '，', '。', '；', '：', '？', '！', '）', '》', '〉', '】', '〕', '」', '』', '”', '’', '…', '—', '·', '％':
		return true
	}
	return false
}

func isOpening(r rune) bool {
	switch r {
	case '（', '《', '〈', '【', '〔', '「', '『', '“', '‘':
		return true
	}
	return false
}

// isPause says whether a reader pauses behind a character.
func isPause(r rune) bool {
	switch r {
	case '、', '，', '。', '；', '：', '）':
		return true
	}
	return false
}
