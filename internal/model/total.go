package model

import "github.com/shopspring/decimal"

// Total adds decimals up, exactly. Whole numbers, which figures nearly all are, take no memory until the sum is asked for.
type Total struct {
	whole int64
	rest  decimal.Decimal
}

// mostDigits is how many digits a number has that is added as an int64, and mostWhole how far such are added up.
const (
	mostDigits = 12
	mostWhole  = 1e18
)

// Add adds a number.
func (t *Total) Add(d decimal.Decimal) {
	if d.Exponent() != 0 || d.NumDigits() > mostDigits {
		t.rest = t.rest.Add(d)
		return
	}
	if t.whole += d.CoefficientInt64(); t.whole > mostWhole || t.whole < -mostWhole {
		t.rest, t.whole = t.rest.Add(decimal.NewFromInt(t.whole)), 0
	}
}

// Sum is what was added, 0 if that is nothing.
func (t *Total) Sum() decimal.Decimal {
	switch {
	case t.rest.IsZero() && t.whole == 0:
		return t.rest
	case t.rest.IsZero():
		return decimal.NewFromInt(t.whole)
	}
	return t.rest.Add(decimal.NewFromInt(t.whole))
}
