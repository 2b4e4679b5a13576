package workbook

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
)

// readFormats reads the number format of every cell style, once, and whether it strikes out or hides by its colour.
func (b *book) readFormats() error {
	if b.formats != nil {
		return nil
	}
	d, err := b.XML(b.styles)
	if errors.Is(err, opc.ErrNoPart) {
		return nil
	} else if err != nil {
		return err
	}
	defer d.Close()
	b.formats = []*formatCode{}
	codes, parsed := map[string]string{}, map[string]*formatCode{} // by the format's id
	var struckFonts, whiteFonts []bool
	list := ""
	for depth := 0; ; {
		kind, err := d.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmlscan.Start:
			name := d.Name()
			switch depth++; {
			case depth == 2:
				list = d.Name()
			case depth == 3 && list == "numFmts" && name == "numFmt":
				codes[d.Attr("numFmtId")] = d.Attr("formatCode")
			case depth == 3 && list == "fonts" && name == "font":
				struckFonts, whiteFonts = append(struckFonts, false), append(whiteFonts, false)
			case depth == 4 && list == "fonts" && name == "strike" && len(struckFonts) > 0:
				struckFonts[len(struckFonts)-1] = isOn(d)
			case depth == 4 && list == "fonts" && name == "color" && len(whiteFonts) > 0:
				whiteFonts[len(whiteFonts)-1] = isWhite(d)
			case depth == 3 && list == "cellXfs" && name == "xf":
				font, err := strconv.Atoi(d.Attr("fontId"))
				known := err == nil && 0 <= font && font < len(struckFonts)
				b.struck = append(b.struck, known && struckFonts[font])
				b.white = append(b.white, known && whiteFonts[font])
				id := d.Attr("numFmtId")
				f, known := parsed[id]
				if !known {
					f = codeOf(id, codes)
					parsed[id] = f
				}
				b.formats = append(b.formats, f)
			}
		case xmlscan.End:
			if depth--; depth == 0 || depth == 1 && list == "cellXfs" { // what follows says nothing of numbers
				return nil
			}
		}
	}
}

// isWhite tells whether the colour that begins is white: by its red, green and blue, or as the background of the theme (18.8.3).
func isWhite(d *opc.Decoder) bool {
	return strings.HasSuffix(strings.ToUpper(d.Attr("rgb")), "FFFFFF") || d.Attr("theme") == "0" && d.Attr("tint") == ""
}

// codeOf is a number format by its id; nil for one that shows numbers with their digits and text as it is.
func codeOf(id string, codes map[string]string) *formatCode {
	code, ok := codes[id]
	if !ok {
		n, err := strconv.Atoi(id)
		if err != nil {
			return nil
		}
		code = builtIn(n)
	}
	switch code {
	case "", "@":
		return nil
	}
	if strings.EqualFold(code, "General") {
		return nil
	}
	return parseCode(code)
}

// builtIns are the codes behind the ids that need none (ECMA-376 part 1, 18.8.30), as Chinese systems have them.
var builtIns = [...]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: `"¥"#,##0;"¥"\-#,##0`, 6: `"¥"#,##0;[Red]"¥"\-#,##0`, 7: `"¥"#,##0.00;"¥"\-#,##0.00`, 8: `"¥"#,##0.00;[Red]"¥"\-#,##0.00`,
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
	27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m-d-yy", 31: `yyyy"年"m"月"d"日"`, 32: `h"时"mm"分"`, 33: `h"时"mm"分"ss"秒"`,
	34: `AM/PMh"时"mm"分"`, 35: `AM/PMh"时"mm"分"ss"秒"`, 36: `yyyy"年"m"月"`,
	37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
	41: `_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `, 42: `_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ `,
	43: `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, 44: `_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0",
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`, 55: `AM/PMh"时"mm"分"`, 56: `AM/PMh"时"mm"分"ss"秒"`,
	57: `yyyy"年"m"月"`, 58: `m"月"d"日"`,
}

// builtIn is the code behind an id that needs none, "" for one that is not known.
func builtIn(id int) string {
	if id < 0 || id >= len(builtIns) {
		return ""
	}
	return builtIns[id]
}

// code is the number format of a stored cell, nil for one that changes nothing.
func (b *book) code(c stored) *formatCode {
	if c.style < 0 || c.style >= len(b.formats) {
		return nil
	}
	return b.formats[c.style]
}

// text is a cell's contents in words: a date as 2006-01-02, other numbers with their digits, a formula itself where its result was
// not stored.
func (b *book) text(c stored) string {
	if c.noResult {
		return "=" + c.formula
	}
	switch c.kind {
	case numberKind:
		f := b.code(c)
		if f == nil && isCount(c.value) {
			return c.value
		}
		d, ok := parseNumber(c.value)
		if !ok {
			return c.value
		}
		if f != nil {
			switch s, _ := f.section(d); {
			case s.kind == dateSection:
				return b.date(d)
			case s.percents > 0:
				return d.Shift(2).String() + "%"
			}
		}
		return d.String()
	case dateKind:
		day, _, _ := strings.Cut(c.value, "T")
		return day
	default:
		return c.value
	}
}

// isCount tells a whole number that is stored as it is told: without zeros in front, and not longer than spreadsheets keep digits.
func isCount(value string) bool {
	return value != "" && len(value) <= spreadsheetDigits && strings.Trim(value, "0123456789") == "" && (value[0] != '0' || value == "0")
}

// date turns a serial day number into the day that the cell shows, with the time if there is one.
// Before March 1900 Excel counts a day that never was: 1900-02-29 is its day 60.
func (b *book) date(serial decimal.Decimal) string {
	if !b.date1904 && serial.Floor().Equal(decimal.NewFromInt(60)) {
		return "1900-02-29"
	}
	at, ok := b.day(serial)
	switch {
	case !ok:
		return serial.String()
	case serial.IsInteger():
		return at.Format("2006-01-02")
	}
	return at.Format("2006-01-02 15:04:05")
}

// day is the day and time behind a serial day number; ok is false for numbers that spreadsheets show as no date.
func (b *book) day(serial decimal.Decimal) (at time.Time, ok bool) {
	days := serial.Floor()
	if days.IsNegative() || days.GreaterThan(decimal.NewFromInt(2958465)) { // 9999-12-31
		return time.Time{}, false
	}
	n := int(days.IntPart())
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.date1904:
		epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case n == 60:
		return time.Time{}, false
	case n < 60:
		epoch = epoch.AddDate(0, 0, 1)
	}
	seconds := serial.Sub(days).Mul(decimal.NewFromInt(24 * 60 * 60)).Round(0).IntPart()
	return epoch.AddDate(0, 0, n).Add(time.Duration(seconds) * time.Second), true
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

// parseNumber reads a stored number. Digits beyond those that spreadsheets keep are the noise of binary fractions
// (11384.848900000001) and are rounded away.
func parseNumber(value string) (d decimal.Decimal, ok bool) {
	if len(value) > maxNumber || !isNumber(value) {
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

// maxExponent keeps sums of stored numbers short.
const maxExponent = 30
