package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
)

// tally recomputes the figures that claims are held against: a total is the sum of its parts, whatever is stated.
type tally struct {
	in    *Input
	parts map[form.Key][]form.Key // of every total; nil until the first is asked for
}

// options lists what a claim may be; ok is false if one of the figures is blank or unreadable.
func (t *tally) options(c *claim) (list []allowed, ok bool) {
	for _, sum := range c.sums {
		keys := expand(t.in.Report.Edition, sum)
		if keys == nil {
			continue // the edition has no such figure
		}
		value, ok := t.sum(keys)
		if !ok {
			return nil, false
		}
		list = append(list, allowed{keys, value})
	}
	return list, true
}

func (t *tally) sum(keys []form.Key) (sum decimal.Decimal, ok bool) {
	for _, k := range keys {
		v, ok := t.value(k)
		if !ok {
			return decimal.Decimal{}, false
		}
		sum = sum.Add(v)
	}
	return sum, true
}

// value is a figure, recomputed if it is a total; amounts of money in 元.
func (t *tally) value(k form.Key) (value decimal.Decimal, ok bool) {
	v := t.in.Report.Figure(k)
	cell, known := t.in.Report.Edition.Cell(k)
	if !known || !v.IsNumber() {
		return decimal.Decimal{}, false
	}
	switch {
	case cell.Total:
		return t.sum(t.partsOf(k))
	case cell.Measure == form.Fee || v.Unit == "万元":
		return v.Number.Shift(4), true
	case cell.Measure == form.Amount && v.Unit == "":
		return v.Number, v.Number.IsZero()
	}
	return v.Number, true
}

func (t *tally) partsOf(k form.Key) []form.Key {
	if t.parts == nil {
		t.parts = map[form.Key][]form.Key{}
		for _, r := range t.in.Report.Edition.Relations() {
			if r.Kind == form.RowTotal || r.Kind == form.ColumnTotal && t.parts[r.Subject] == nil {
				t.parts[r.Subject] = r.Right
			}
		}
	}
	return t.parts[k]
}

// terms lists the figures behind the options, each once; the parts too of a total that is stated wrongly.
func (t *tally) terms(options []allowed) []form.Key {
	var keys []form.Key
	add := func(k form.Key) {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, o := range options {
		for _, k := range o.keys {
			add(k)
			cell, _ := t.in.Report.Edition.Cell(k)
			if value, ok := t.value(k); cell.Total && ok && !value.Equal(t.in.Report.Figure(k).Number) {
				for _, part := range t.partsOf(k) {
					add(part)
				}
			}
		}
	}
	return keys
}
