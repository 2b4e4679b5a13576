package chinese

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/pattern"
)

// Marker is the number that a paragraph starts with. Its level is 1 for 一、, 2 for （一）, 3 for 1. and 4 for （1）
// (GB/T 9704—2012, 7.3.3); the zero Marker is none.
type Marker struct{ Level, Number int }

// Points number what a sentence tells one by one, as a list for pattern.NewWords.
const Points = "一是 二是 三是 四是 五是 六是 七是 八是"

// String is the marker as official documents write it.
func (m Marker) String() string {
	switch m.Level {
	case 1:
		return NumberWord(m.Number) + "、"
	case 2:
		return "（" + NumberWord(m.Number) + "）"
	case 3:
		return strconv.Itoa(m.Number) + "."
	default:
		return "（" + strconv.Itoa(m.Number) + "）"
	}
}

// NumberWord writes a number below a hundred in characters.
func NumberWord(n int) string {
	digits := strings.Split("零"+oneToNine, "")
	tens, ones := n/10, n%10
	switch {
	case n < 10:
		return digits[n]
	case ones == 0:
		return strings.TrimPrefix(digits[tens], "一") + "十"
	default:
		return strings.TrimPrefix(digits[tens], "一") + "十" + digits[ones]
	}
}

// ReadMarker reads the number at the start of a paragraph, however its marks are typed; rest is what follows it.
// An amount (1.5万元), a list of numbers (三、四月) and a year in brackets are none.
func ReadMarker(text string) (m Marker, rest string, ok bool) {
	opened := StartsWithAny(text, []string{"（", "("})
	inner := strings.TrimPrefix(strings.TrimPrefix(text, "（"), "(")
	digits, n, end := digitsAfter(inner, 0)
	if digits == 0 || digits > 2 || n == 0 {
		return Marker{}, text, false
	}
	words := strings.Trim(inner[:end], "0123456789０１２３４５６７８９") != ""
	mark, size := utf8.DecodeRuneInString(inner[end:])
	rest = inner[end+size:]
	switch {
	case opened && IsOneOf(mark, "）)"):
		m = Marker{4, n}
		if words {
			m.Level = 2
		}
	case !opened && words && mark == '、':
		m = Marker{1, n}
	case !opened && !words && IsOneOf(mark, ".．、"):
		m = Marker{3, n}
	default:
		return Marker{}, text, false
	}
	if next, _, _ := digitsAfter(rest, 0); next > 0 && !opened {
		return Marker{}, text, false
	}
	return m, rest, true
}

var noteMark = pattern.New(`^注(释|解)?\s*[（(]?[0-9０-９` + oneToNine + `十]{0,2}[）)]?\s*[：:.．、]`)

// IsNote says whether a paragraph is a note, as stand below a table: 注：…, 注1：…, 注1.…. Words that begin alike (注重实效) are none.
func IsNote(text string) bool { return noteMark.MatchString(text) }

var captionMark = pattern.New(`^附?[表图][\s　]*(?:[0-9０-９]{1,2}|[`+oneToNine+`十]{1,3})(?:[-－—.．][0-9０-９]{1,2})?[\s　：:.．、]*`, "表", "图")

// IsCaption says whether a paragraph is the name of a table or a picture, with its number: 表2 收到和处理政府信息公开申请情况. Forms that are counted (表2份) are none.
func IsCaption(text string) bool {
	const longest = 40 // characters of its words
	mark := captionMark.FindString(text)
	name := text[len(mark):]
	if mark == "" || utf8.RuneCountInString(name) > longest || strings.ContainsAny(name, StatementEnds+"，；") {
		return false
	}
	n, _ := ReadNumeral(strings.TrimLeftFunc(mark, func(r rune) bool { return r == '附' || r == '表' || r == '图' || IsIndent(r) }) + name)
	return n.Unit == ""
}
