package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/fonts"
)

// label sets the text of a head: on one line if it fits, stacked in a narrow cell, else broken into lines.
func (t *typesetter) label(text string, width, size float64) []line {
	if text == "" {
		return nil
	}
	if t.plainWidth(text, size) <= width {
		return []line{t.oneLine(text, fonts.Song, size)}
	}
	if pieces := stack(text, width/size); pieces != nil {
		return t.stacked(pieces, size)
	}
	return t.wrapped(text, width, size)
}

// centredLabel sets the text of a head in the middle of its cell. A sentence of a few short clauses is broken between them.
func (t *typesetter) centredLabel(text string, width, size float64) []line {
	const most = 3
	clauses := clauses(text)
	tooLong := func(clause string) bool { return t.plainWidth(clause, size) > width }
	if !tooLong(text) || len(clauses) > most || slices.ContainsFunc(clauses, tooLong) {
		return t.label(text, width, size)
	}
	return t.stacked(clauses, size)
}

// clauses cuts a sentence behind its commas and colons.
func clauses(text string) []string {
	var all []string
	for {
		i := strings.IndexAny(text, "，：；")
		if i < 0 {
			return append(all, text)
		}
		_, wide := utf8.DecodeRuneInString(text[i:])
		all = append(all, text[:i+wide])
		text = text[i+wide:]
	}
}

// stack cuts the label of a narrow cell into short lines, as the statutory form prints it upright: its number first, then two
// characters a line where the cell is wide enough and they come out even, else one. It is nil for a cell that is not narrow
// and for a label that is not Chinese throughout.
func stack(label string, width float64) []string {
	const narrow = 4 // em
	if width >= narrow {
		return nil
	}
	number, rest := cutNumber(label)
	for _, r := range rest {
		if !unicode.Is(unicode.Han, r) {
			return nil
		}
	}
	step := 1
	if width >= 2 && utf8.RuneCountInString(rest)%2 == 0 {
		step = 2
	}
	var pieces []string
	if number != "" {
		pieces = append(pieces, number)
	}
	for runes := []rune(rest); len(runes) > 0; runes = runes[step:] {
		pieces = append(pieces, string(runes[:step]))
	}
	return pieces
}

// cutNumber cuts the number off a numbered label: 三、 or （三）.
func cutNumber(label string) (number, rest string) {
	const numerals = "一二三四五六七八九十"
	if behind, found := strings.CutPrefix(label, "（"); found {
		if behind = strings.TrimLeft(behind, numerals); strings.HasPrefix(behind, "）") {
			rest = strings.TrimPrefix(behind, "）")
			return label[:len(label)-len(rest)], rest
		}
		return "", label
	}
	if behind := strings.TrimLeft(label, numerals); behind != label && strings.HasPrefix(behind, "、") {
		rest = strings.TrimPrefix(behind, "、")
		return label[:len(label)-len(rest)], rest
	}
	return "", label
}

// stacked sets each piece on a line. The mark behind a number hangs, so that the numeral stands above the characters below it.
func (t *typesetter) stacked(pieces []string, size float64) []line {
	var lines []line
	for _, piece := range pieces {
		l := t.oneLine(piece, fonts.Song, size)
		if numeral, found := strings.CutSuffix(piece, "、"); found {
			l.Width = t.plainWidth(numeral, size)
		}
		lines = append(lines, l)
	}
	return lines
}

// continuation is a label as it is repeated on the next page: with （续） below, made small enough for a narrow cell.
// A label of one line takes it behind, if there is room.
func (t *typesetter) continuation(lines []line, width, size float64) []line {
	const mark = "（续）"
	if len(lines) == 1 {
		if together := lines[0].Text + mark; t.plainWidth(together, size) <= width {
			return []line{t.oneLine(together, fonts.Song, size)}
		}
	}
	smaller := min(size, size*width/t.plainWidth(mark, size))
	return append(append([]line{}, lines...), t.oneLine(mark, fonts.Song, smaller))
}
