package paper

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// Label breaks the text of a head by sense: one line if it fits, a sentence of a few short clauses between them if the cell is
// centred, the label of a narrow cell as the statutory form prints it upright. It is nil for text that is to be broken like any
// other.
func (m Measure) Label(text string, width, size float64, centred bool) []string {
	const most = 3
	tooLong := func(s string) bool { return m.Width(s, size) > width }
	if !tooLong(text) {
		return []string{text}
	}
	if parts := clauses(text); centred && len(parts) <= most && !slices.ContainsFunc(parts, tooLong) {
		return parts
	}
	return stack(text, width/size)
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

// stack cuts the label of a narrow cell into short lines: its number first, then its words, or two characters a line, where the cell is wide
// enough and they come out even, else one character. It is nil for a cell that is not narrow and for a label that is not Chinese
// throughout.
func stack(label string, ems float64) []string {
	const narrow = 4 // em
	if ems >= narrow {
		return nil
	}
	number, rest := CutNumber(label)
	for _, r := range rest {
		if !unicode.Is(unicode.Han, r) {
			return nil
		}
	}
	step := 1
	if ems >= 2 && utf8.RuneCountInString(rest)%2 == 0 {
		if pieces := Words(label); pieces != nil {
			return pieces
		}
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

// words are those, of no more than two characters, that the heads of narrow cells are made of.
var words = []string{"本年", "度", "办理", "结果", "不予", "公开", "无法", "提供", "处理", "其他", "法律", "服务", "机构", "社会", "公益", "组织",
	"商业", "企业", "科研", "维持", "纠正", "尚未", "审结", "总计"}

// Words cuts the head of a narrow cell into its number and its words, between which it may be broken; nil for other texts.
func Words(label string) []string {
	number, rest := CutNumber(label)
	var pieces []string
	if number != "" {
		pieces = append(pieces, number)
	}
	for rest != "" {
		at := slices.IndexFunc(words, func(word string) bool { return strings.HasPrefix(rest, word) })
		if at < 0 {
			return nil
		}
		pieces, rest = append(pieces, words[at]), rest[len(words[at]):]
	}
	return pieces
}

// CutNumber cuts the number off a label that is numbered in characters: 三、 or （三）.
func CutNumber(label string) (number, rest string) {
	m, rest, ok := chinese.ReadMarker(label)
	if !ok || m.Level > 2 {
		return "", label
	}
	return label[:len(label)-len(rest)], rest
}
