package numfmt

import (
	"time"

	"github.com/shopspring/decimal"
)

// Calendar says from which day on days are counted: from the beginning of 1900, or of 1904, as early programs on a Macintosh did.
type Calendar struct{ From1904 bool }

// Date turns a serial day number into the day that the cell shows, with the time if there is one.
// Before March 1900 Excel counts a day that never was: 1900-02-29 is its day 60.
func (c Calendar) Date(serial decimal.Decimal) string {
	if !c.From1904 && serial.Floor().Equal(decimal.NewFromInt(60)) {
		return "1900-02-29"
	}
	at, ok := c.day(serial)
	switch {
	case !ok:
		return serial.String()
	case serial.IsInteger():
		return at.Format("2006-01-02")
	}
	return at.Format("2006-01-02 15:04:05")
}

// day is the day and time behind a serial day number; ok is false for numbers that spreadsheets show as no date.
func (c Calendar) day(serial decimal.Decimal) (at time.Time, ok bool) {
	days := serial.Floor()
	if days.IsNegative() || days.GreaterThan(decimal.NewFromInt(2958465)) { // 9999-12-31
		return time.Time{}, false
	}
	n := int(days.IntPart())
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case c.From1904:
		epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case n == 60:
		return time.Time{}, false
	case n < 60:
		epoch = epoch.AddDate(0, 0, 1)
	}
	seconds := serial.Sub(days).Mul(decimal.NewFromInt(24 * 60 * 60)).Round(0).IntPart()
	return epoch.AddDate(0, 0, n).Add(time.Duration(seconds) * time.Second), true
}
