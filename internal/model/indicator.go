package model

import (
	"slices"
	"strings"

	"nianbao/internal/form"
)

// Indicator is a figure that an office asks its members for beside the form (附表). It is none of the report: nothing that is printed has
// it but where a text names it, and no table of the form.
type Indicator struct {
	Name    string `json:"name"`              // by which it is known on every sheet, and in texts
	Unit    string `json:"unit,omitempty"`    // in which it is counted: 件, 万元; "" for none, or where that is not known
	Integer bool   `json:"integer,omitempty"` // it is a count, without decimals
}

// IsRate says whether it is counted in parts of a whole, so that what several units give adds up to nothing.
func (i Indicator) IsRate() bool {
	return slices.Contains([]string{"%", "％", "‰", "‱", "百分比", "百分点"}, i.Unit)
}

// Notation is how a figure is written: that of a cell of the form, or an indicator's.
type Notation interface {
	Whole() bool       // it is a whole number
	Signed() bool      // it may be below 0
	Units() []string   // the words that may stand behind the number, the longest first
	CarriesUnit() bool // they belong there
}

// Whole says whether it is a whole number.
func (i Indicator) Whole() bool { return i.Integer }

// Signed is false: it is never below 0.
func (i Indicator) Signed() bool { return false }

// CarriesUnit is false: the unit has a column of its own.
func (i Indicator) CarriesUnit() bool { return false }

// Units is the unit, which may be typed behind the number.
func (i Indicator) Units() []string {
	if i.Unit == "" {
		return nil
	}
	return []string{i.Unit}
}

// The words for how an indicator is written.
const (
	IntegerDigits = "整数"
	DecimalDigits = "小数"
)

// Digits is how its number is written, in a word.
func (i Indicator) Digits() string {
	if i.Integer {
		return IntegerDigits
	}
	return DecimalDigits
}

// IndicatorCalled is the one of some indicators that has a name.
func IndicatorCalled(name string, among []Indicator) (called Indicator, ok bool) {
	at := slices.IndexFunc(among, func(i Indicator) bool { return i.Name == name })
	if at < 0 {
		return Indicator{}, false
	}
	return among[at], true
}

// indicatorKeys begins the keys of indicators, which are none of the form's.
const indicatorKeys = "indicator."

// Key is the key of the indicator, by its name.
func (i Indicator) Key() form.Key { return form.Key(indicatorKeys + i.Name) }

// IndicatorOf is the name of the indicator that has a key; ok is false for any other key.
func IndicatorOf(k form.Key) (name string, ok bool) {
	return strings.CutPrefix(string(k), indicatorKeys)
}

// Given is what a unit gave for an indicator.
type Given struct {
	Indicator
	Value  Value // blank ones have their place too
	Remark Field // 备注
}

// IsBlank says whether nothing was typed for it.
func (g Given) IsBlank() bool { return g.Value.Printed() == "" && g.Remark.Printed() == "" }

// Given is what was given for an indicator, the first where the sheet has the name twice; ok is false where it has none.
func (r *Report) Given(name string) (g Given, ok bool) {
	for _, g := range r.Indicators {
		if g.Name == name {
			return g, true
		}
	}
	return Given{}, false
}
