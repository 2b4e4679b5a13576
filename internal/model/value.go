package model

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
)

// State tells what stood in a figure's cell.
type State int

const (
	Blank      State = iota // an empty cell
	Missing                 // no cell: its name is gone from the workbook
	Unreadable              // something that is no number
	Number                  // a number, repaired where that was plain
)

// Value is what a report gives for one figure.
type Value struct {
	State   State
	Number  decimal.Decimal // in the measure's unit; for an Amount in the unit that stands in the cell
	Unit    string          // an Amount's unit as typed: 元, 万元; else ""
	Text    string          // what stood there, unchanged: what is seen in the cell
	Stored  string          // of an unreadable one: what the cell holds, where its number format shows something else; else ""
	Repairs []string        // what was repaired on reading, in plain words; empty for most
	Merged  string          // of a blank one in a workbook: the cell (D22) that it was merged with and that shows instead of it; "" for most
	Strayed []Strayed       // of a total in a workbook: parts that its formula does not add up since their cells are elsewhere now; empty for most
	Doubt   string          // why it may be our reading that is wrong, a sentence without its end; "" for what stands in a form that was filled in
	Place   Place
}

// Strayed is a part of a total whose cell was moved out of what the total's formula adds up.
type Strayed struct {
	Key  form.Key
	Home string // the cell (D6) that it seems to come from, "" where that is not plain
}

// IsNumber says whether the value takes part in sums.
func (v Value) IsNumber() bool { return v.State == Number }

// IsZero says whether the value is the number 0.
func (v Value) IsZero() bool { return v.State == Number && v.Number.IsZero() }

// noneMarks are what people write for "none"; the form wants 0.
var noneMarks = []string{"/", "／", "\\", "-", "－", "—", "——", "–", "−", "无", "没有", "*", "×", "N/A", "n/a"}

// SaysNone says whether a mark stands there that people write where there is none. It is no number: the form wants 0.
func (v Value) SaysNone() bool {
	return v.State == Unreadable && v.Stored == "" && slices.Contains(noneMarks, strings.TrimSpace(v.Text))
}

// SummedUnit is the unit that amounts which carry theirs are added up in.
const SummedUnit = "万元"

// Worth is the value as it is added up with others: an amount that carries its unit in SummedUnit, without loss. ok is false for what
// is no number, and for an amount other than 0 without its unit.
func (v Value) Worth(m form.Measure) (worth decimal.Decimal, ok bool) {
	if !v.IsNumber() || !m.CarriesUnit() || v.IsZero() {
		return v.Number, v.IsNumber()
	}
	shift, ok := m.Shift(v.Unit)
	if !ok {
		return decimal.Decimal{}, false
	}
	summed, _ := m.Shift(SummedUnit)
	return v.Number.Shift(shift - summed), true
}

// SumValue is the value of a cell that holds a sum of what its figures are worth.
func SumValue(m form.Measure, sum decimal.Decimal) Value {
	if !m.CarriesUnit() {
		return NumberValue(sum)
	}
	v := NumberValue(decimal.RequireFromString(sum.String())) // without the zeros that come of 元
	v.Unit = SummedUnit
	v.Text += SummedUnit
	return v
}

// Printed is the value as the report shows it: a number as it was entered, repairs done; blank and missing ones as nothing;
// text that is no number unchanged, with what is stored where that is something else.
func (v Value) Printed() string {
	switch v.State {
	case Number:
		return plain(v.Number) + v.Unit
	case Unreadable:
		return seenAndStored(v.Text, v.Stored)
	default:
		return ""
	}
}

// plain writes a decimal with the digits that it was entered with, trailing zeros too.
func plain(d decimal.Decimal) string { return d.StringFixed(max(0, -d.Exponent())) }

// Place says where something was read, so that a message can point to it.
type Place struct {
	Sheet string // the sheet's name; "" outside a workbook
	Ref   string // the cell ("B7"), or in exchange JSON the path to the value
}

// String is the place in words, "" if it is unknown.
func (p Place) String() string {
	switch {
	case p.Ref == "":
		return p.Sheet
	case p.Sheet == "":
		return p.Ref
	default:
		return "“" + p.Sheet + "”" + p.Ref
	}
}
