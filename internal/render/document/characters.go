package document

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/line"
)

// CheckCharacters refuses what a format cannot hold in the document's texts, or in more that are written with them: damaged
// UTF-8, or a character that is forbidden there. The error names the first place, quotes what stands around it and says what to
// do; format is what is written, 网页.
func (d *Document) CheckCharacters(format string, forbidden func(rune) bool, more ...Text) error {
	named := []Text{{-1, -1, "标题", d.Title}, {-1, -1, "单位名称", d.Unit}} // in what a file says of itself
	for _, t := range slices.Concat(d.Texts(), more, named) {
		for i, r := range t.Text {
			if what := fault(t.Text[i:], r, forbidden); what != "" {
				return fmt.Errorf("%s里的“%s”中有%s，%s里写不出来；请把它前后的文字重新打一遍", t.Place, around(t.Text, i, forbidden), what, format)
			}
		}
	}
	return nil
}

// fault says what is wrong with the character r, which rest begins with; "" for nothing.
func fault(rest string, r rune, forbidden func(rune) bool) string {
	switch {
	case r == utf8.RuneError && isDamaged(rest):
		return "残缺的字符"
	case !forbidden(r):
		return ""
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return fmt.Sprintf("不是文字的字符（U+%04X）", r)
	}
	return fmt.Sprintf("看不见的控制字符（U+%04X）", r)
}

func isDamaged(text string) bool {
	_, size := utf8.DecodeRuneInString(text)
	return size == 1
}

// around quotes up to eight characters on either side of the faulty one at i, in one line; those that nobody sees stand as 〈U+001B〉.
func around(text string, i int, forbidden func(rune) bool) string {
	_, size := utf8.DecodeRuneInString(text[i:])
	valid := func(text string) []rune { return []rune(strings.ToValidUTF8(text, string(utf8.RuneError))) }
	before, at, after := valid(text[:i]), valid(text[i:i+size]), valid(text[i+size:])
	var b strings.Builder
	for _, r := range slices.Concat(before[max(0, len(before)-8):], at, after[:min(8, len(after))]) {
		if forbidden(r) && !line.Hidden(r) {
			fmt.Fprintf(&b, "〈U+%04X〉", r)
		} else {
			b.WriteString(line.Shown(string(r)))
		}
	}
	return b.String()
}
