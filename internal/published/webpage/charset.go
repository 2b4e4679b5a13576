package webpage

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// decode makes a text of a page's bytes. They decide themselves, since pages are often declared wrongly; what is declared counts only
// where the bytes fit several encodings.
func decode(data []byte, declared string) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("<\x00")):
		return decoded(data, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00<")):
		return decoded(data, unicode.UTF16(unicode.BigEndian, unicode.UseBOM))
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if declared == "" {
		declared = declaredIn(data)
	}
	declared = strings.ToLower(declared)
	han, other, broken := countUTF8(data)
	isGB := strings.HasPrefix(declared, "gb") || strings.Contains(declared, "936")
	switch {
	case broken == 0 && (han > 0 || other == 0 || !isGB), han > 0 && broken <= han/wholePerBroken:
		return strings.ToValidUTF8(string(data), "\ufffd")
	case strings.HasPrefix(declared, "big5"):
		if text := decoded(data, traditionalchinese.Big5); !strings.ContainsRune(text, utf8.RuneError) {
			return text
		}
	}
	return decoded(data, simplifiedchinese.GB18030)
}

// wholePerBroken is how many whole Chinese characters in UTF-8 there must be for each broken one: systems that cut texts by bytes break
// a few, and text in GB18030 has hardly any that are whole.
const wholePerBroken = 5

func decoded(data []byte, e encoding.Encoding) string {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	return string(text)
}

// headBytes is how much of a page is looked through for what it declares.
const headBytes = 4096

var declaration = pattern.New(`(?i)charset\s*=\s*["']?\s*([a-z0-9_-]+)`)

func declaredIn(data []byte) string {
	if m := declaration.Compiled().FindSubmatch(data[:min(len(data), headBytes)]); m != nil {
		return string(m[1])
	}
	return ""
}

// countUTF8 counts the Chinese characters that are whole in UTF-8, other characters that are not ASCII, and bytes that do not fit.
func countUTF8(data []byte) (han, other, broken int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case chinese.IsHan(r):
			han++
		default:
			other++
		}
		i += size
	}
	return han, other, broken
}

// What becomes of frequent characters where text in UTF-8 was taken for GBK, or for Latin-1: marks, 的 年 政 信 公 中 and their like;
// and of bytes that GBK lacks.
var (
	asGBK   = strings.Split("鐨 锛 銆 骞 鏀 淇 鍏 涓 鎯 浠 鍔 鍜 鎴 闀 璁 锟", " ")
	asLatin = strings.Split("ä¸ æ” å… å¹ ï¼ ã€ è¡ ç\u0094", " ")
)

// isGarbled tells text whose characters were lost or taken for others when it was saved.
func isGarbled(text string) bool {
	han, question, lost := 0, 0, 0
	for _, r := range text {
		switch {
		case chinese.IsHan(r):
			han++
		case r == '?':
			question++
		case r == utf8.RuneError:
			lost++
		}
	}
	const few = 20
	if question > few && question > 4*han || lost > few && lost > han/2 {
		return true
	}
	const several, share = 8, 12 // of so many; in sound text hardly any character is one of these
	n := 0
	for _, s := range asGBK {
		n += strings.Count(text, s)
	}
	if n > several && n > han/share {
		return true
	}
	n = 0
	for _, s := range asLatin {
		n += strings.Count(text, s)
	}
	return n > few && n > han
}
