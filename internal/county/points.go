package county

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/model"
)

// Deduction is what the findings on a report are expected to cost it in the county's inspection, by the points that the county laid down.
type Deduction struct {
	Total  decimal.Decimal
	Rules  []RuleDeduction // those that cost something, in the order of the county's points
	Spared int             // faults by rules with points that cost nothing, because it may be our reading that is at fault
}

// RuleDeduction is what the findings of one rule cost.
type RuleDeduction struct {
	Rule   string // its id
	Count  int    // of the faults that the findings tell
	Points decimal.Decimal
	Capped bool // the findings would cost more than the rule may
}

// Deduct counts the points. What was explained costs nothing; nor does what may be a fault of our reading, and a date that could not be
// read.
func Deduct(r *model.Report, findings []check.Finding, points []check.Points) (d Deduction) {
	_, dated := r.Date()
	for _, p := range points {
		one := RuleDeduction{Rule: p.Rule}
		for _, f := range findings {
			switch {
			case f.Rule != p.Rule || f.Explanation != "":
			case f.Doubt != "" || f.Cells[0].Key == "report.date" && !dated:
				d.Spared += f.Times()
			default:
				one.Count += f.Times()
			}
		}
		if one.Count == 0 {
			continue
		}
		one.Points = p.Each.Mul(decimal.NewFromInt(int64(one.Count)))
		if one.Capped = !p.Most.IsZero() && one.Points.GreaterThan(p.Most); one.Capped {
			one.Points = p.Most
		}
		d.Total = d.Total.Add(one.Points)
		d.Rules = append(d.Rules, one)
	}
	return d
}
