package model

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	number = pattern.New(`^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?$`)
	// Thousands separators, commas or spaces, are taken out only where they stand at every third digit: 1,234 is a number,
	// 1,2 and 1 2 may be two.
	separated = pattern.New(`^[+-]?[0-9]{1,3}(?:[,\s][0-9]{3})+(?:\.[0-9]*)?$`, ",", " ", "\t", "\n", "\f", "\r")
)

// dashed tells a dash in front of a number, which is its sign where there may be one.
var dashed = pattern.New(`^[–‑‐﹣]\b`, "–", "‑", "‐", "﹣")

// StoredAsText is the repair of a count that was stored as text instead of as a number.
const StoredAsText = "数字存成了文本"

// maxDigits bounds a figure's length as printed; no count or amount of a unit comes near it, and hostile input cannot make sums slow.
const maxDigits = 30

// ParseFigure reads what was typed into a figure's cell. It repairs what is plain (full-width digits, spaces, thousands
// separators, a unit in the cell) and says so; it never guesses: 无, - and / are no numbers.
func ParseFigure(m Notation, text string) Value {
	v := Value{Text: text}
	rest := strings.TrimFunc(text, chinese.IsSpace)
	if rest == "" {
		return v
	}
	repair := func(what, repaired string) {
		if repaired != rest {
			v.Repairs = append(v.Repairs, what)
			rest = repaired
		}
	}
	repair("全角字符", chinese.HalfWidth(rest))
	if dash := dashed.FindString(rest); dash != "" && m.Signed() {
		repair("减号", "-"+rest[len(dash):])
	}
	for _, unit := range m.Units() {
		cut, found := strings.CutSuffix(rest, unit)
		if number := strings.TrimFunc(cut, chinese.IsSpace); found && number != "" {
			if m.CarriesUnit() {
				rest, v.Unit = number, unit
			} else {
				repair("单位“"+unit+"”", number)
			}
			break
		}
	}
	if separated.MatchString(rest) {
		repair("千分位逗号", strings.ReplaceAll(rest, ",", ""))
		repair("空格", strings.Map(dropSpace, rest))
	}
	if len(rest) > 4*maxDigits || !isPlain(rest) && !number.MatchString(rest) {
		return Value{State: Unreadable, Text: text}
	}
	d, err := decimal.NewFromString(rest)
	if err != nil || len(plain(d)) > maxDigits {
		return Value{State: Unreadable, Text: text}
	}
	if m.Whole() && d.IsInteger() {
		d = d.Truncate(0) // 3.0 is 3
	}
	v.State, v.Number = Number, d
	return v
}

// isPlain is true of a number as nearly all are written: 12, 12.5.
func isPlain(text string) bool {
	whole, decimals, found := strings.Cut(text, ".")
	return whole != "" && (!found || decimals != "") && strings.Trim(whole, "0123456789") == "" && strings.Trim(decimals, "0123456789") == ""
}

// IsSignedIncrease is true of an increase that is written with its sign, +5, which no cell and no JSON holds but as text.
func IsSignedIncrease(m Notation, text string) bool {
	return m.Signed() && strings.HasPrefix(strings.TrimFunc(text, chinese.IsSpace), "+")
}

// NumberValue is the value of a cell that holds a number.
func NumberValue(d decimal.Decimal) Value { return Value{State: Number, Number: d, Text: plain(d)} }

func dropSpace(r rune) rune {
	if chinese.IsSpace(r) {
		return -1
	}
	return r
}
