package chinese

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	StatementEnds = "。！？；\n"
	ClauseEnds    = "，：" + StatementEnds
)

// Statements cuts a text behind every mark that ends a statement.
func Statements(text string) []string {
	var list []string
	start := 0
	for i, r := range text {
		if !(r >= FirstHan && r <= LastHan) && IsOneOf(r, StatementEnds) { // most characters are Han
			end := i + utf8.RuneLen(r)
			list = append(list, text[start:end])
			start = end
		}
	}
	if start < len(text) {
		list = append(list, text[start:])
	}
	return list
}

// Farthest bounds, in bytes, how far Around looks for a mark and IsQuoted for a quotation's start, so that a text without any
// takes no longer than others.
const Farthest = 900

// Around is the part between two of the given marks in which a text's byte at stands, and where it starts.
func Around(text string, at int, marks string) (part string, start int) {
	start, end := min(RuneStart(text, at-Farthest), at), RuneStart(text, at+Farthest)
	for i := at; i > start; {
		mark, size := utf8.DecodeLastRuneInString(text[start:i])
		if IsOneOf(mark, marks) {
			start = i
			break
		}
		i -= size
	}
	if i := strings.IndexFunc(text[at:end], func(r rune) bool { return IsOneOf(r, marks) }); i >= 0 {
		end = at + i
	}
	return text[start:end], start
}

// RuneStart is the first start of a character from a byte on, within the text.
func RuneStart(text string, at int) int {
	at = min(max(at, 0), len(text))
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// IsQuoted is true of a place inside quotation marks or a title's marks.
func IsQuoted(text string, at int) bool {
	depth := 0
	for _, r := range text[min(RuneStart(text, at-Farthest), at):at] {
		switch {
		case r == '（':
		case isOpener(r):
			depth++
		case IsCloser(r) && r != '）':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// FirstHan and LastHan are the ends of the block of common Chinese characters, which has no marks.
const FirstHan, LastHan = '\u4e00', '\u9fff'

// IsHan tells a Chinese character from marks, letters and digits.
func IsHan(r rune) bool {
	return r >= FirstHan && r <= LastHan || r >= '\u3400' && r <= '\u4dbf' || r >= '\U00020000' && r <= '\U0003ffff' ||
		r == '〇' || r == '々' || r >= '\uf900' && r <= '\ufaff'
}

// IsHanOnly says whether a text has no character that is not a Han character. The empty text has none.
func IsHanOnly(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !IsHan(r) })
}

// IsOneOf says whether a character is one of a set.
func IsOneOf(r rune, set string) bool {
	if r < 0x800 || r > 0xFFFF {
		return strings.ContainsRune(set, r)
	}
	first, second, third := 0xE0|byte(r>>12), 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F) // UTF-8; nearly all of ours are of three bytes
	for i := 2; i < len(set); i++ {
		if set[i] == third && set[i-1] == second && set[i-2] == first {
			return true
		}
	}
	return false
}

// ContainsAny says whether a text holds one of the words.
func ContainsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// StartsWithAny says whether a text starts with one of the words.
func StartsWithAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
}

// EndsWithAny says whether a text ends with one of the words.
func EndsWithAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(text, w) })
}

// TitleAround is the title in 《》 in which a byte stands, and where it starts; "" if it stands in none.
func TitleAround(text string, at int) (title string, start int) {
	near := RuneStart(text, at-Farthest)
	opener := strings.LastIndex(text[min(near, at):at], "《")
	if opener < 0 {
		return "", 0
	}
	start = min(near, at) + opener
	end := strings.Index(text[at:RuneStart(text, at+Farthest)], "》")
	if end < 0 || strings.Contains(text[start:at], "》") {
		return "", 0
	}
	return text[start+len("《") : at+end], start
}
