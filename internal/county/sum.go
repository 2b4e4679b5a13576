package county

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Sum adds figures up, cell by cell. Totals are added up from their parts, never from what is stated; a stated one counts only where
// none of its parts is given.
type Sum struct {
	edition *form.Edition
	totals  []decimal.Decimal // in the measure's unit, an amount that carries its unit in 万元
	given   []bool
	index   map[form.Key]int
}

// NewSum is a sum of nothing.
func NewSum(e *form.Edition) *Sum {
	s := &Sum{edition: e, totals: make([]decimal.Decimal, len(e.Cells())), given: make([]bool, len(e.Cells())), index: map[form.Key]int{}}
	for i, c := range e.Cells() {
		s.index[c.Key] = i
	}
	return s
}

// Add adds the figures of a report of the edition, and lists those of which nothing is added, because no number stands there; a total that
// has parts is as complete as these are.
func (s *Sum) Add(p Packed) (unadded []form.Key) {
	values := make([]decimal.Decimal, len(s.totals))
	given := make([]bool, len(s.totals))
	i := 0
	for c, v := range p.Figures() {
		values[i], given[i] = v.Worth(c.Measure)
		i++
	}
	for i, c := range s.edition.Cells() {
		value, ok := s.recomputed(c.Key, values, given)
		if !ok {
			value, ok = values[i], given[i]
		}
		switch {
		case ok:
			s.totals[i], s.given[i] = s.totals[i].Add(value), true
		case !c.Total:
			unadded = append(unadded, c.Key)
		}
	}
	return unadded
}

// recomputed is a total from its parts, totals among them likewise; ok is false where no part is given, and for what is no total.
func (s *Sum) recomputed(k form.Key, values []decimal.Decimal, given []bool) (sum decimal.Decimal, ok bool) {
	for _, part := range s.edition.Parts(k) {
		value, known := s.recomputed(part, values, given)
		if i := s.index[part]; !known && given[i] {
			value, known = values[i], true
		}
		if known {
			sum, ok = sum.Add(value), true
		}
	}
	return sum, ok
}

// Adjust adds to one figure, and to the totals that it is part of.
func (s *Sum) Adjust(k form.Key, by decimal.Decimal) {
	s.adjust(k, by)
	for _, c := range s.edition.Cells() {
		if s.contains(c.Key, k) {
			s.adjust(c.Key, by)
		}
	}
}

func (s *Sum) adjust(k form.Key, by decimal.Decimal) {
	i := s.index[k]
	s.totals[i], s.given[i] = s.totals[i].Add(by), true
}

// contains says whether a total sums a figure, also through totals below it.
func (s *Sum) contains(total, k form.Key) bool {
	for _, part := range s.edition.Parts(total) {
		if part == k || s.contains(part, k) {
			return true
		}
	}
	return false
}

// Figure is the sum in a cell, blank where nobody gave anything.
func (s *Sum) Figure(k form.Key) model.Value {
	i, ok := s.index[k]
	if !ok || !s.given[i] {
		return model.Value{}
	}
	return model.SumValue(s.edition.Cells()[i].Measure, s.totals[i])
}
