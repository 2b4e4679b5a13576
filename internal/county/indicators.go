package county

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/model"
)

// Given is what is kept of what a report gives for an indicator.
type Given struct {
	model.Indicator
	Text string `json:"text,omitempty"` // as it is printed
}

// Value is what was given, blank for nothing.
func (g Given) Value() model.Value { return model.ParseFigure(g.Indicator, g.Text) }

// GivenIn is what a report gives for indicators, each name once; nil where it has none.
func GivenIn(r *model.Report) (list []Given) {
	for _, g := range r.Indicators {
		if !slices.ContainsFunc(list, func(other Given) bool { return other.Name == g.Name }) {
			list = append(list, Given{model.Indicator{Name: strings.Clone(g.Name), Unit: strings.Clone(g.Unit), Integer: g.Integer}, strings.Clone(g.Value.Printed())})
		}
	}
	return list
}

// Given is what a report gives for an indicator, by its name.
func (r Report) Given(name string) (g Given, ok bool) {
	if i := slices.IndexFunc(r.Indicators, func(g Given) bool { return g.Name == name }); i >= 0 {
		return r.Indicators[i], true
	}
	return Given{}, false
}

// IndicatorSum is what reports add up to in one indicator.
type IndicatorSum struct {
	model.Indicator
	Sum   decimal.Decimal // without the adjustments
	Given bool            // by anybody
}

// Members is the sum without the adjustments, blank where nobody gave anything.
func (s IndicatorSum) Members() model.Value {
	if !s.Given {
		return model.Value{}
	}
	return model.NumberValue(s.Sum)
}

// Unsummed is what a report gives for an indicator and could not be added: it is no number, or of another unit than the sum.
type Unsummed struct {
	Report Report
	Given  Given
	Unit   string // of the sum, where that is why
}

// adds says what is added of what a report gives for the indicator; ok is false for nothing. Nought is that in any unit.
func (s IndicatorSum) adds(g Given) (value decimal.Decimal, ok, isOfOtherUnit bool) {
	v := g.Value()
	if !v.IsNumber() || s.IsRate() {
		return decimal.Zero, false, false
	}
	other := g.Unit != s.Unit && g.Unit != "" && s.Unit != ""
	return v.Number, !other || v.IsZero(), other
}

// Added is what a report adds to the sum; ok is false for nothing.
func (s IndicatorSum) Added(r Report) (value decimal.Decimal, ok bool) {
	g, has := r.Given(s.Name)
	if !has {
		return decimal.Zero, false
	}
	value, ok, _ = s.adds(g)
	return value, ok
}

// sumIndicators adds indicators up: those that are asked for, then all others that reports have, as these have them first.
func (t *Total) sumIndicators() {
	at := map[string]int{}
	know := func(i model.Indicator) *IndicatorSum {
		n, known := at[i.Name]
		if !known {
			n = len(t.Indicators)
			at[i.Name], t.Indicators = n, append(t.Indicators, IndicatorSum{Indicator: i})
		}
		if t.Indicators[n].Unit == "" {
			t.Indicators[n].Unit = i.Unit
		}
		return &t.Indicators[n]
	}
	for _, i := range t.Asked {
		know(i)
	}
	for _, r := range t.Counted {
		for _, g := range r.Indicators {
			s := know(g.Indicator)
			value, ok, isOther := s.adds(g)
			switch {
			case ok:
				s.Sum, s.Given = s.Sum.Add(value), true
			case isOther:
				t.Unsummed = append(t.Unsummed, Unsummed{r, g, s.Unit})
			case g.Text != "" && !(s.IsRate() && g.Value().IsNumber()):
				t.Unsummed = append(t.Unsummed, Unsummed{Report: r, Given: g})
			}
		}
	}
}

// DueIndicator is the sum of an indicator with the adjustments.
func (t *Total) DueIndicator(s IndicatorSum) model.Value {
	due, given := s.Sum, s.Given
	for _, a := range t.Adjusted {
		if a.Key == s.Key() {
			due, given = due.Add(a.By), true
		}
	}
	if !given {
		return model.Value{}
	}
	return model.NumberValue(due)
}
