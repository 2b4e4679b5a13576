package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// number reads a number. One that is part of a name or counts nothing (第二十条, A4, 每一件, 30号) is read as unknown text.
func (l *lexer) number(at int, r rune) int {
	if r == '第' {
		_, size := chinese.ReadNumeral(l.text[at+len("第"):])
		if size == 0 {
			return 0
		}
		l.unknown(at, len("第")+size)
		return len("第") + size
	}
	if _, ok := chinese.Digit(r); !ok && !chinese.IsHanNumeral(r) {
		return 0
	}
	n, size := chinese.ReadNumeral(l.text[at:])
	if size == 0 {
		return 0
	}
	if n.Unit == "" {
		n.Unit = l.unitOfRange(at + size)
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[:at])
	after := chinese.FirstRune(l.text[at+size:])
	if isLatin(before) || isLatin(after) || n.Unit == "号" || chinese.IsHanNumeral(r) && strings.ContainsRune("每同逐某这那任首唯哪无统不", before) {
		l.unknown(at, size)
		return size
	}
	if chinese.IsHanNumeral(r) && n.Unit == "起" && unicode.Is(unicode.Han, after) && after != '的' {
		l.unknown(at, size) // 一起 is together, not one case
		return size
	}
	n.Rough = n.Rough || chinese.IsHanNumeral(r) && strings.ContainsRune("数几", before) || l.endsRange(at) || !isTimeUnit(n.Unit) && l.beginsRange(at+size)
	l.add(numberToken, at, size).num = &n
	return size
}

const rangeMarks = "-－—–~～至到"

// beginsRange and endsRange say whether a number is one of the two ends of a range: 3—5件. Years and days are left alone.
func (l *lexer) beginsRange(end int) bool {
	r, width := utf8.DecodeRuneInString(l.text[end:])
	if !strings.ContainsRune(rangeMarks, r) || width == 0 {
		return false
	}
	_, isDigit := chinese.Digit(chinese.FirstRune(l.text[end+width:]))
	return isDigit
}

// unitOfRange is the unit of time that a number takes from the end of the range that it begins: 1—12月. It is "" for none.
func (l *lexer) unitOfRange(end int) string {
	if !l.beginsRange(end) {
		return ""
	}
	_, width := utf8.DecodeRuneInString(l.text[end:])
	last, _ := chinese.ReadNumeral(l.text[end+width:])
	if isTimeUnit(last.Unit) {
		return last.Unit
	}
	return ""
}

func (l *lexer) endsRange(start int) bool {
	r, width := utf8.DecodeLastRuneInString(l.text[:start])
	if !strings.ContainsRune(rangeMarks, r) || width == 0 {
		return false
	}
	last := len(l.tokens) - 1
	if last >= 0 && l.tokens[last].kind != numberToken {
		last--
	}
	return last >= 0 && l.tokens[last].kind == numberToken && start-l.tokens[last].End <= 2*width && !isTimeUnit(l.tokens[last].num.Unit)
}

func isTimeUnit(unit string) bool { return unit == "年" || unit == "月" || unit == "日" }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
