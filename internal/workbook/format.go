package workbook

import (
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"nianbao/internal/opc"
)

// format is what a number format makes of a number, as far as it changes its meaning.
type format int

const (
	numberFormat format = iota
	dateFormat
	percentFormat
)

// readFormats reads the number format of every cell style, once.
func (b *book) readFormats() error {
	if b.formats != nil || b.styles == "" {
		return nil
	}
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Styles []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := b.decode(b.styles, &styles); errors.Is(err, opc.ErrNoPart) {
		return nil
	} else if err != nil {
		return err
	}
	b.formats = []format{}
	codes := map[int]string{}
	for _, f := range styles.Formats {
		codes[f.ID] = f.Code
	}
	for _, s := range styles.Styles {
		if code, ok := codes[s.Format]; ok {
			b.formats = append(b.formats, formatOf(code))
		} else {
			b.formats = append(b.formats, builtIn(s.Format))
		}
	}
	return nil
}

// builtIn is the format behind an id that needs no code (ECMA-376 part 1, 18.8.30), those of Chinese systems included.
func builtIn(id int) format {
	switch {
	case id == 9, id == 10:
		return percentFormat
	case 14 <= id && id <= 22, 27 <= id && id <= 36, 45 <= id && id <= 47, 50 <= id && id <= 58:
		return dateFormat
	}
	return numberFormat
}

// literal matches what a format code shows as it is, and conditions, colours and locales. [h] and [mm] are elapsed time, so not among them.
var (
	literal = regexp.MustCompile(`"[^"]*"|\\.|[_*].|\[[^\]]*\]`)
	elapsed = regexp.MustCompile(`(?i)\[(h+|m+|s+)\]`)
	calend  = regexp.MustCompile(`(?i)[ymdhs]`)
)

func formatOf(code string) format {
	plain := literal.ReplaceAllString(code, "")
	switch {
	case elapsed.MatchString(code), calend.MatchString(plain):
		return dateFormat
	case strings.Contains(plain, "%"):
		return percentFormat
	}
	return numberFormat
}

// format is the number format of a stored cell.
func (b *book) format(c stored) format {
	if c.kind != numberKind || c.style < 0 || c.style >= len(b.formats) {
		return numberFormat
	}
	return b.formats[c.style]
}

// text is what a cell shows: a date as 2006-01-02, other numbers with their digits, a formula itself where its result was not stored.
func (b *book) text(c stored) string {
	if c.noResult {
		return "=" + c.formula
	}
	switch c.kind {
	case numberKind:
		d, ok := parseNumber(c.value)
		if !ok {
			return c.value
		}
		switch b.format(c) {
		case dateFormat:
			return b.date(d)
		case percentFormat:
			return d.Shift(2).String() + "%"
		}
		return d.String()
	case booleanKind:
		if c.value == "1" {
			return "TRUE"
		}
		return "FALSE"
	case dateKind:
		day, _, _ := strings.Cut(c.value, "T")
		return day
	default:
		return c.value
	}
}

// date turns a serial day number into the day that the cell shows, with the time if there is one.
// Before March 1900 Excel counts a day that never was: 1900-02-29 is its day 60.
func (b *book) date(serial decimal.Decimal) string {
	days := serial.Floor()
	if !days.IsInteger() || days.IsNegative() || days.GreaterThan(decimal.NewFromInt(2958465)) { // 9999-12-31
		return serial.String()
	}
	n := int(days.IntPart())
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.date1904:
		epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case n == 60:
		return "1900-02-29"
	case n < 60:
		epoch = epoch.AddDate(0, 0, 1)
	}
	seconds := serial.Sub(days).Mul(decimal.NewFromInt(24 * 60 * 60)).Round(0).IntPart()
	at := epoch.AddDate(0, 0, n).Add(time.Duration(seconds) * time.Second)
	if seconds == 0 {
		return at.Format("2006-01-02")
	}
	return at.Format("2006-01-02 15:04:05")
}

var number = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$`)

// maxNumber bounds the length of a stored number; the longest that spreadsheets write is half of it.
const maxNumber = 48

// parseNumber reads a stored number. Digits beyond those that spreadsheets keep are the noise of binary fractions
// (11384.848900000001) and are rounded away.
func parseNumber(value string) (d decimal.Decimal, ok bool) {
	if len(value) > maxNumber || !number.MatchString(value) {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(value)
	if err != nil || max(d.Exponent(), -d.Exponent()) > maxExponent {
		return decimal.Decimal{}, false
	}
	if excess := d.NumDigits() - spreadsheetDigits; excess > 0 && significant(d) > spreadsheetDigits {
		d = d.Round(-d.Exponent() - int32(excess))
		d, _ = decimal.NewFromString(d.String())
	}
	return d, true
}

// maxExponent keeps sums of stored numbers short.
const maxExponent = 30
