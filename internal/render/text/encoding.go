package text

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// encode turns text whose lines end in LF into bytes.
func encode(text []byte, e Encoding) ([]byte, error) {
	switch e {
	case UTF8, "":
		return text, nil
	case UTF8BOM:
		return append([]byte("\ufeff"), crlf(text)...), nil
	case GB18030:
		return encodeGB18030(string(crlf(text)))
	default:
		return nil, fmt.Errorf("不认识编码“%s”，可选 %s、%s、%s", e, UTF8, UTF8BOM, GB18030)
	}
}

func crlf(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")) }

// encodeGB18030 refuses the private characters that GB 18030 has no settled code for; it holds all others of Unicode.
//
// The private characters U+E000–U+E864 are kept from x/text (v0.43.0), which gives them the codes of others:
// https://go.dev/issue/62063.
func encodeGB18030(text string) ([]byte, error) {
	encoder := simplifiedchinese.GB18030.NewEncoder()
	var out []byte
	done := 0
	for i, r := range text {
		if r < 0xE000 || r > 0xE864 {
			continue
		}
		before, err := encoder.Bytes([]byte(text[done:i]))
		if err != nil {
			return nil, err
		}
		first, second, ok := userDefined(r)
		if !ok {
			return nil, fmt.Errorf("“%s”中有一个自造字（U+%04X），GB18030 编码写不出来；请换成规范字，或者改用 %s 编码", around(text, i), r, UTF8)
		}
		out = append(append(out, before...), first, second)
		done = i + utf8.RuneLen(r)
	}
	rest, err := encoder.Bytes([]byte(text[done:]))
	return append(out, rest...), err
}

// userDefined is the code of a character in the three user-defined areas of GB 18030, where 造字程序 puts the characters that
// a place has drawn for itself. Above U+E765 the editions of the standard (2000, 2005, 2022) differ. A3A0, the code
// of U+E5E5, is a space to browsers: https://encoding.spec.whatwg.org/#gb18030-encoder.
func userDefined(r rune) (first, second byte, ok bool) {
	n := int(r - 0xE000)
	switch {
	case r == 0xE5E5 || r > 0xE765:
		return 0, 0, false
	case n < 6*94:
		return byte(0xAA + n/94), byte(0xA1 + n%94), true
	case n < 13*94:
		n -= 6 * 94
		return byte(0xF8 + n/94), byte(0xA1 + n%94), true
	default:
		n -= 13 * 94
		first, second = byte(0xA1+n/96), byte(0x40+n%96)
		if second >= 0x7F { // no second byte is 7F
			second++
		}
		return first, second, true
	}
}

// around quotes up to eight characters on either side of the one at i, none of another line.
func around(text string, i int) string {
	start, end := strings.LastIndexByte(text[:i], '\n')+1, i+strings.IndexAny(text[i:]+"\r", "\r\n")
	before, after := []rune(strings.TrimLeft(text[start:i], " 　")), []rune(text[i:end])
	return string(before[max(0, len(before)-8):]) + string(after[:min(9, len(after))])
}
