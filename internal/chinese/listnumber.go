package chinese

import (
	"strconv"
	"strings"
)

// ListNumber writes a number as the automatic numbering of word processors does, in one of the formats of ISO/IEC 29500-1, 17.18.59, that
// stand in Chinese documents. known is false for other formats, and for numbers beyond a format's: it is in digits then.
func ListNumber(format string, n int) (text string, known bool) {
	const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
	digits := strconv.Itoa(n)
	switch format {
	case "none":
		return "", true
	case "", "decimal":
		return digits, true
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, digits), n >= 0
	case "ideographDigital", "japaneseDigitalTenThousand": // digit by digit
		if n >= 1 && n <= 9 {
			return NumberWord(n), true
		}
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand":
		if n >= 1 && n <= 99 {
			return NumberWord(n), true
		}
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string([]rune(circled)[n-1]), true
		}
	case "lowerLetter", "upperLetter":
		if n >= 1 && n <= 26 {
			letter := string(rune('A' + n - 1))
			if format == "lowerLetter" {
				letter = strings.ToLower(letter)
			}
			return letter, true
		}
	}
	return digits, false
}
