package docx

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// labelLines breaks a label that does not fit on a line, in the first of the given ways that serves.
// What is still too long is left to the word processor.
func labelLines(s string, room float64, ways ...func(s string, room float64) []string) []string {
	if widthOf(s) <= room {
		return []string{s}
	}
	for _, way := range ways {
		if lines := way(s, room); lines != nil {
			return lines
		}
	}
	return []string{s}
}

// numbered is a label that is Chinese throughout, with its number if it has one: 三、 or （三）.
var numbered = regexp.MustCompile(`^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)?(\p{Han}+)$`)

// upright cuts the label of a narrow cell as the statutory form prints it: its number first, then two characters a line where
// there is room and they come out even, else one. It is nil for a cell that is not narrow.
func upright(s string, room float64) []string {
	const narrow = 4 // em
	parts := numbered.FindStringSubmatch(s)
	if parts == nil || room >= narrow {
		return nil
	}
	step := 1
	if room >= 2 && utf8.RuneCountInString(parts[2])%2 == 0 {
		step = 2
	}
	var lines []string
	if parts[1] != "" {
		lines = append(lines, parts[1])
	}
	for runes := []rune(parts[2]); len(runes) > 0; runes = runes[step:] {
		lines = append(lines, string(runes[:step]))
	}
	return lines
}

var clause = regexp.MustCompile(`[^，：；]+[，：；]?`)

// clauses cuts a sentence behind its commas and colons, if they are few and each fits on a line.
func clauses(s string, room float64) []string {
	const most = 3
	lines := clause.FindAllString(s, -1)
	if len(lines) > most || strings.Join(lines, "") != s {
		return nil
	}
	for _, line := range lines {
		if widthOf(line) > room {
			return nil
		}
	}
	return lines
}
