package published

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// FillZeros writes the noughts that a published report left out, where its other figures prove them, and counts them.
func FillZeros(r *model.Report) (filled int) {
	for _, t := range r.Edition.Tables() {
		for _, k := range leftOut(r, t.Key) {
			none := model.NumberValue(decimal.Zero)
			none.Place = r.Figures[k].Place
			r.Figures[k] = none
			filled++
		}
	}
	return filled
}

// leftOut are the figures of a table that are not written and none, rows or single cells: those that are written balance already.
func leftOut(r *model.Report, table string) (none []form.Key) {
	proven := map[form.Key]bool{}
	for more := true; more; {
		more = false
		for _, of := range r.Edition.Relations() {
			if of.Table != table || of.Kind == form.Within {
				continue
			}
			for _, k := range unwritten(r, of, proven) {
				proven[k], none, more = true, append(none, k), true
			}
		}
	}
	return none
}

// unwritten are the figures on one side of a relation that are not written, nor proven to be none, where the others balance; nil where that proves
// nothing.
func unwritten(r *model.Report, of form.Relation, proven map[form.Key]bool) []form.Key {
	left, leftSum, leftRead := written(r, of.Left, proven)
	right, rightSum, rightRead := written(r, of.Right, proven)
	if !leftRead || !rightRead || !leftSum.Equal(rightSum) || len(left) > 0 && len(right) > 0 {
		return nil
	}
	return slices.Concat(left, right)
}

// written adds up the figures that are written, and lists the others that are not proven; read is false where one could not be read or is negative.
func written(r *model.Report, keys []form.Key, proven map[form.Key]bool) (others []form.Key, sum decimal.Decimal, read bool) {
	for _, k := range keys {
		switch v := r.Figure(k); {
		case proven[k]:
		case v.State == model.Missing, v.State == model.Blank:
			others = append(others, k)
		case !v.IsNumber(), v.Number.IsNegative():
			return nil, sum, false
		default:
			sum = sum.Add(v.Number)
		}
	}
	return others, sum, true
}
