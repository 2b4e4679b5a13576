package numfmt

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Digits is how many significant digits spreadsheets keep of a number.
const Digits = 15

// IsKept tells whether spreadsheets keep all digits of a number.
func IsKept(d decimal.Decimal) bool { return significant(d) <= Digits }

func significant(d decimal.Decimal) int {
	return len(strings.Trim(strings.ReplaceAll(d.Abs().String(), ".", ""), "0"))
}

// isNumber tells whether a text is a number as spreadsheets store one: digits, perhaps a point, perhaps an exponent of one to three digits.
func isNumber(text string) bool {
	unsigned := func(text string) string {
		if text != "" && (text[0] == '+' || text[0] == '-') {
			return text[1:]
		}
		return text
	}
	digits := func(text string) (n int, rest string) {
		rest = strings.TrimLeft(text, "0123456789")
		return len(text) - len(rest), rest
	}
	whole, rest := digits(unsigned(text))
	decimals := 0
	if after, ok := strings.CutPrefix(rest, "."); ok {
		decimals, rest = digits(after)
	}
	switch {
	case whole+decimals == 0:
		return false
	case rest == "":
		return true
	case rest[0] != 'e' && rest[0] != 'E':
		return false
	}
	n, rest := digits(unsigned(rest[1:]))
	return 1 <= n && n <= 3 && rest == ""
}

// maxNumber bounds the length of a stored number; the longest that spreadsheets write is half of it.
const maxNumber = 48

// ParseNumber reads a stored number. Digits beyond those that spreadsheets keep are the noise of binary fractions
// (11384.848900000001) and are rounded away.
func ParseNumber(value string) (d decimal.Decimal, ok bool) {
	if len(value) > maxNumber || !isNumber(value) {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(value)
	if err != nil || max(d.Exponent(), -d.Exponent()) > MaxExponent {
		return decimal.Decimal{}, false
	}
	if excess := d.NumDigits() - Digits; excess > 0 && !IsKept(d) {
		d = d.Round(-d.Exponent() - int32(excess))
		d, _ = decimal.NewFromString(d.String())
	}
	if -d.Exponent() > soundDecimals {
		if near := d.Round(shownDecimals); !near.IsZero() && near.Sub(d).Abs().LessThan(leastShown) {
			d, _ = decimal.NewFromString(near.String())
		}
	}
	return d, true
}

// A difference loses leading digits, so that noise is left among those that are kept: 29-28.0645 is stored as 0.935500000000001,
// where the cell shows 0.9355. Noise has decimals that no cell shows, and zeros or nines between them and those that one does show.
const (
	shownDecimals = 9 // of a number below 1 in a cell without a format
	soundDecimals = 12
)

var leastShown = decimal.New(1, -11)

// MaxExponent keeps sums of stored numbers short.
const MaxExponent = 30
