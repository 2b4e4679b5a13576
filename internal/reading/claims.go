package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// Quantity is how many a statement says there are.
type Quantity struct {
	Form            Form
	chinese.Numeral // as printed; 0 where it is said without a number
	Span            // of the words that say it
}

// Form is how a quantity is said.
type Form uint8

const (
	Number Form = iota // 3件
	None               // 没有
	All                // 均: of the others there are none
)

// Amount is the number; money in 元.
func (q *Quantity) Amount() decimal.Decimal {
	if yuan, ok := q.InYuan(); ok {
		return yuan
	}
	return q.Value
}

// Claim is what a statement says of a measure: a number, or that there is none.
type Claim struct {
	Measure
	Quantity
	Statement *Statement
	Words     string // the clause
	Unless    Sum    // where these figures are more than 0 the claim does not hold good; nil for none
}

// IsMoney says whether it is money that is counted, in 元.
func (c *Claim) IsMoney() bool {
	return c.Counts(Charge|HandlingFee) || strings.HasSuffix(c.Unit, "元")
}

// Agrees says whether a claim and a figure can both be right: of money, to the digits that the text gives.
func (c *Claim) Agrees(figure decimal.Decimal) bool {
	switch {
	case c.AtMost():
		return c.Value.LessThanOrEqual(figure)
	case c.IsMoney() && c.Unit != "":
		return inUnit(figure, c.Unit).Round(int32(c.Decimals)).Equal(c.Value)
	}
	return c.Value.Equal(figure)
}

// inUnit turns an amount in 元 into one of a larger unit.
func inUnit(yuan decimal.Decimal, unit string) decimal.Decimal {
	switch unit {
	case "万元":
		return yuan.Shift(-4)
	case "亿元":
		return yuan.Shift(-8)
	}
	return yuan
}

// isComparable says whether a claim counts something that has one number in the whole text.
func (c *Claim) isComparable() bool {
	return c.Form != All && !c.loose && c.subject.class != Withdrawal && c.subject != carriedOver
}

// Retelling is a measure that is told twice, with quantities that do not agree.
type Retelling struct{ Earlier, Later *Claim }

// Retellings lists the claims that do not agree with the first one on the same measure.
func (r *Reading) Retellings() []Retelling {
	var list []Retelling
	firsts := map[string]*Claim{} // by the name of their measure
	for i := range r.Claims {
		later := &r.Claims[i]
		if !later.isComparable() {
			continue
		}
		first, told := firsts[later.Name]
		switch {
		case !told:
			firsts[later.Name] = later
		case !first.Agrees(later.Amount()) && !later.Agrees(first.Amount()):
			list = append(list, Retelling{first, later})
		}
	}
	return list
}
