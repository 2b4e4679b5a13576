package flat

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"nianbao/internal/pattern"
)

// withoutFurniture blanks out of a folded text what pages put into tables: the rules of Markdown, numbers and heads of pages that are
// marked as such, and the letters of the upright label beside the rows of table three. The text keeps its length.
func withoutFurniture(folded string) string {
	t := []byte(folded)
	seenRequests := false
	for start := 0; start < len(t); {
		end := start + bytes.IndexByte(t[start:], '\n')
		if end < start {
			end = len(t)
		}
		line := folded[start:end]
		seenRequests = seenRequests || strings.Contains(line, "申请人") || strings.Contains(line, "勾稽")
		if strings.Contains(line, "行政诉讼") { // where 结果 is a head
			seenRequests = false
		}
		switch {
		case len(line) <= mostFurniture && (markdownRule.MatchString(line) || pageMark.MatchString(line)):
			blank(t[start:min(end+1, len(t))], false)
		case seenRequests && isUpright(line):
			blank(t[start:min(end+1, len(t))], true)
		}
		start = end + 1
	}
	return string(t)
}

// mostFurniture is how many bytes a line of furniture may have.
const mostFurniture = 400

var (
	markdownRule = pattern.New(`^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t\r]*$`)
	pageMark     = pattern.New(`^[ \t\f]*(?:\f[ \t\f]*|[-—一~][ \t]*\d{1,3}[ \t]*[-—一~]|[Pp]\. ?\d{1,3}|第[ \t]*\d{1,3}[ \t]*页.{0,12}|Page \d+ - .*|Page \d+|\d{1,3} ?/ ?\d{1,3} ?页)[ \t\r]*$`)
)

// upright are the letters of the label that stands beside the results, one above the other.
const upright = "三、本年度办理结果"

// isUpright tells a line of one or two of those letters, bars aside.
func isUpright(line string) bool {
	if len(line) > mostFurniture {
		return false
	}
	letters := strings.Trim(line, " \t\r|、")
	n := utf8.RuneCountInString(letters)
	if n == 0 || n > 2 {
		return false
	}
	for _, r := range letters {
		if !strings.ContainsRune(upright, r) {
			return false
		}
	}
	return true
}

// blank puts blanks over a line and its end; bars may stay, since cells are counted by them.
func blank(line []byte, keepBars bool) {
	for i, c := range line {
		if c != '\f' && !(keepBars && c == '|') {
			line[i] = ' '
		}
	}
}
