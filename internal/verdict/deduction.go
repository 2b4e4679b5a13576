package verdict

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/county"
)

// scores says whether the county laid down points; without, nothing is told of them.
func (o Options) scores() bool { return len(o.Points) > 0 }

// points are those by which an outcome is told what it is expected to lose: the county's, or else those that its file carries.
func (o Options) points(of Outcome) []check.Points {
	if o.scores() {
		return o.Points
	}
	return of.Points
}

// deduction is what a report's findings are expected to cost it; that of one that could not be read is nothing.
func (o Outcome) deduction(points []check.Points) county.Deduction {
	if o.Err != nil {
		return county.Deduction{}
	}
	return county.Deduct(o.Report, o.Findings, points)
}

// points is what a report is expected to lose.
func (o Outcome) points(points []check.Points) decimal.Decimal {
	if o.Kept == nil {
		return o.deduction(points).Total
	}
	if !isPoints(o.Kept.Points) { // there are none
		return decimal.Decimal{}
	}
	return decimal.RequireFromString(o.Kept.Points)
}

// deductionTold is a deduction in a sentence: 错别字2处，扣1分；标点12处，扣1分（到上限）；共扣2分。
func deductionTold(d county.Deduction) string {
	var parts []string
	for _, r := range d.Rules {
		part := fmt.Sprintf("%s%d处，扣%s分", check.NameOf(r.Rule), r.Count, r.Points)
		if r.Capped {
			part += "（到上限）"
		}
		parts = append(parts, part)
	}
	switch len(d.Rules) {
	case 0:
		parts = append(parts, "不扣分")
	case 1:
	default:
		parts = append(parts, fmt.Sprintf("共扣%s分", d.Total))
	}
	told := strings.Join(parts, "；") + "。"
	if d.Spared > 0 {
		told += fmt.Sprintf("另有%d处读不准、读不出的，没有扣分。", d.Spared)
	}
	return told
}

// jsonDeduction is a deduction as other programs read it. Points are decimals in strings, as amounts are.
type jsonDeduction struct {
	Total  string              `json:"total"`
	Rules  []jsonRuleDeduction `json:"rules"`
	Spared int                 `json:"spared,omitempty"` // findings that cost nothing because our reading may be at fault
}

type jsonRuleDeduction struct {
	Rule   string `json:"rule"`
	Count  int    `json:"count"`
	Points string `json:"points"`
}

func newJSONDeduction(d county.Deduction) *jsonDeduction {
	out := &jsonDeduction{Total: d.Total.String(), Rules: []jsonRuleDeduction{}, Spared: d.Spared}
	for _, r := range d.Rules {
		out.Rules = append(out.Rules, jsonRuleDeduction{r.Rule, r.Count, r.Points.String()})
	}
	return out
}
