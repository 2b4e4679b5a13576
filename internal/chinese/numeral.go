package chinese

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Numeral is a number as it stands in a text, with its unit.
type Numeral struct {
	Value    decimal.Decimal
	Decimals int    // digits printed behind the point
	Unit     string // 件, 万元, %, 年; "" for none
	Rough    bool   // 30余, 上百, 1.2万: not meant to be exact
}

// countedUnits lists the words that may follow a number, the longer before those that they begin with.
var countedUnits = strings.Fields(`
	人次 家次 件次 条次 项次 批次 个工作日 工作日 个百分点 百分点 个月 小时 分钟 周年 万元 亿元 万人 平方米 千米 公里
	件 条 份 宗 起 例 项 个 次 篇 期 场 户 册 部 处 张 台 封 批 类 种 名 位 家 人 所 村 组 幅 页 卷 本 支 座 亩
	年 月 日 天 周 时 分 元 吨 米 届 号 倍 成 % ％`)

// The characters for digits.
const (
	zeros     = "〇○零"
	oneToNine = "一二三四五六七八九"
)

// maxMantissa bounds the digits that are read: no figure of a report comes near it, and more would not fit.
const maxMantissa = 1e15

// ReadNumeral reads the number that a text begins with, and its unit. size is its length in bytes, 0 if there is none.
// Numbers in Chinese numerals are read only together with a unit: 一 and 三 begin many words.
func ReadNumeral(text string) (n Numeral, size int) {
	if rest, ok := strings.CutPrefix(text, "百分之"); ok {
		n, size = readNumber(rest)
		if size == 0 {
			return Numeral{}, 0
		}
		n.Unit = "%"
		return n, size + len("百分之")
	}
	n, size = readNumber(text)
	if size == 0 {
		return Numeral{}, 0
	}
	size += n.readFuzz(text[size:])
	size += n.readUnit(text[size:])
	if n.Unit == "" && IsHanNumeral(FirstRune(text)) {
		return Numeral{}, 0
	}
	return n, size
}

func readNumber(text string) (Numeral, int) {
	if _, ok := Digit(FirstRune(text)); ok {
		return readDigits(text)
	}
	end := hanNumeralEnd(text)
	value, rough, ok := hanNumber(text[:end])
	if !ok {
		return Numeral{}, 0
	}
	return Numeral{Value: decimal.NewFromInt(value), Rough: rough}, end
}

// mostHanNumerals is how many characters a number in Chinese numerals may have: below 10¹² none has more than 23, but for zeros.
const mostHanNumerals = 32

// hanNumeralEnd is the end of the Chinese numerals that a text begins with, 0 where they are too many for a number.
func hanNumeralEnd(text string) int {
	count := 0
	for i, r := range text {
		if !IsHanNumeral(r) {
			return i
		}
		if count++; count > mostHanNumerals {
			return 0
		}
	}
	return len(text)
}

// readDigits reads Arabic digits, half or full width, with thousands separators, decimals and 千, 万, 亿 behind them.
func readDigits(text string) (n Numeral, size int) {
	var mantissa int64
	digits := func() (count int) {
		for size < len(text) {
			r, width := utf8.DecodeRuneInString(text[size:])
			d, ok := Digit(r)
			if !ok || mantissa >= maxMantissa {
				break
			}
			mantissa = mantissa*10 + int64(d)
			size += width
			count++
		}
		return count
	}
	if digits() <= 3 {
		for mantissa < maxMantissa/1000 && isThousands(text[size:]) { // a group is read whole or not at all
			size++
			digits()
		}
	}
	if point, width := utf8.DecodeRuneInString(text[size:]); point == '.' || point == '．' {
		if _, ok := Digit(FirstRune(text[size+width:])); ok {
			before := size
			size += width
			if n.Decimals = digits(); n.Decimals == 0 { // as many digits as are read stand before the point
				size = before
			}
		}
	}
	n.Value = decimal.New(mantissa, -int32(n.Decimals))
	if rest := text[size:]; !strings.HasPrefix(rest, "万元") && !strings.HasPrefix(rest, "亿元") {
		for _, m := range []struct {
			word string
			by   int32
		}{{"万", 4}, {"亿", 8}, {"千", 3}} {
			if strings.HasPrefix(rest, m.word) {
				n.Value, n.Rough = n.Value.Shift(m.by), true
				n.Decimals = max(0, n.Decimals-int(m.by))
				size += len(m.word)
				break
			}
		}
	}
	return n, size
}

// isThousands says whether a text goes on with a comma or a blank, and exactly three digits.
func isThousands(text string) bool {
	if len(text) < 4 || text[0] != ',' && text[0] != ' ' {
		return false
	}
	for i := 1; i < 4; i++ {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	_, more := Digit(FirstRune(text[4:]))
	return !more
}

// readFuzz reads the 余, 多 or 来 that makes a number an estimate.
func (n *Numeral) readFuzz(text string) int {
	for _, word := range []string{"余", "多", "来"} {
		if strings.HasPrefix(text, word) && n.unitIn(text[len(word):]) != "" {
			n.Rough = true
			return len(word)
		}
	}
	return 0
}

func (n *Numeral) readUnit(text string) int {
	gap := len(text) - len(strings.TrimLeft(text, " \u00a0\u3000"))
	unit := n.unitIn(text[gap:])
	if unit == "" {
		return 0
	}
	n.Unit = unit
	if unit == "％" {
		n.Unit = "%"
	}
	return gap + len(unit)
}

func (n *Numeral) unitIn(text string) string {
	for _, unit := range countedUnits {
		if strings.HasPrefix(text, unit) {
			return unit
		}
	}
	return ""
}

// InYuan is an amount of money in 元; ok is false if the numeral is none.
func (n *Numeral) InYuan() (yuan decimal.Decimal, ok bool) {
	switch n.Unit {
	case "元":
		return n.Value, true
	case "万元":
		return n.Value.Shift(4), true
	case "亿元":
		return n.Value.Shift(8), true
	}
	return decimal.Decimal{}, false
}

func FirstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// IsDigits is true of one or more Arabic digits of half width.
func IsDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// Digit is the value of an Arabic digit of half or full width.
func Digit(r rune) (value int, ok bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= '０' && r <= '９':
		return int(r - '０'), true
	}
	return 0, false
}

// hanDigit is the value of a Chinese digit; 十, 百, 千, 万 and 亿 are places, not digits.
func hanDigit(r rune) (value int, ok bool) {
	switch r {
	case '〇', '零', '○':
		return 0, true
	case '一', '壹':
		return 1, true
	case '二', '贰', '两':
		return 2, true
	case '三', '叁':
		return 3, true
	case '四', '肆':
		return 4, true
	case '五', '伍':
		return 5, true
	case '六', '陆':
		return 6, true
	case '七', '柒':
		return 7, true
	case '八', '捌':
		return 8, true
	case '九', '玖':
		return 9, true
	}
	return 0, false
}

// hanPlace is the power of ten that a character stands for, 1 for none.
func hanPlace(r rune) int64 {
	switch r {
	case '十', '拾':
		return 10
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万':
		return 1e4
	case '亿':
		return 1e8
	}
	return 1
}

func IsHanNumeral(r rune) bool {
	_, ok := hanDigit(r)
	return ok || hanPlace(r) > 1
}

// hanNumber reads a number written in Chinese numerals alone, below 10¹². rough is true of 两三, 百 or 三百五,
// which leave something open. Digits without places are read only as a year or a single digit: 二〇二五.
func hanNumber(text string) (value int64, rough, ok bool) {
	if value, rough, ok = hanDigitsOnly(text); ok {
		return value, rough, true
	}
	var total, section, pending int64
	place, myriad := int64(1e4), int64(1e12) // the places read last: below 万, and 万 or 亿
	hasDigit, zero, none := false, false, true
	for _, r := range text {
		if d, isDigit := hanDigit(r); isDigit {
			if hasDigit {
				return 0, false, false
			}
			zero = zero || d == 0
			pending, hasDigit = int64(d), d > 0
			continue
		}
		unit := hanPlace(r)
		switch {
		case unit == 1 || unit >= place && unit < 1e4 || unit >= myriad:
			return 0, false, false
		case unit < 1e4:
			if !hasDigit {
				pending, rough = 1, rough || unit > 10
			}
			section += pending * unit
			place = unit
		default:
			if section += pending; section == 0 {
				return 0, false, false
			}
			total += section * unit
			section, place, myriad = 0, 1e4, unit
		}
		pending, hasDigit, zero, none = 0, false, false, false
	}
	if none {
		return 0, false, false
	}
	if hasDigit && !zero && place > 10 {
		rough = true // 三百五 may be 350
	}
	return total + section + pending, rough, true
}

// hanDigitsOnly reads a single digit, a year, or two digits that leave a number open (两三件).
func hanDigitsOnly(text string) (value int64, rough, ok bool) {
	count := 0
	for _, r := range text {
		d, isDigit := hanDigit(r)
		if !isDigit {
			return 0, false, false
		}
		value = value*10 + int64(d)
		count++
	}
	switch count {
	case 1, 4:
		return value, false, true
	case 2:
		return value / 10, true, true
	}
	return 0, false, false
}

// IsYear says whether a number before 年 is a year of the calendar: 2025年, but not 3年.
func (n *Numeral) IsYear() bool { return n.Value.IntPart() >= 1900 }
