package published

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// compareIndicators compares what was given beside the form, where both versions have a place for it: data and pages have none.
func (c *Comparison) compareIndicators(a, b version) {
	if a.Indicators == nil || b.Indicators == nil {
		return
	}
	told := map[string]bool{}
	for _, g := range slices.Concat(a.Indicators, b.Indicators) {
		x, hasX := a.Given(g.Name)
		y, hasY := b.Given(g.Name)
		if told[g.Name] || isSameGiven(x, y) {
			continue
		}
		told[g.Name] = true
		s, t := a.side(x.Value), b.side(y.Value)
		s.Gone, t.Gone = !hasX, !hasY
		c.differ(Difference{Kind: FigureDiffers, Part: behind(), Key: g.Key(), Label: form.Quote(g.Name), A: s, B: t})
	}
}

// isSameGiven says whether the same figure was given, in the same unit; what was remarked beside it is no part of it.
func isSameGiven(x, y model.Given) bool {
	v, w := x.Value, y.Value
	isBlank := v.Printed() == "" && w.Printed() == ""
	isEqual := v.Printed() == w.Printed() || v.IsNumber() && w.IsNumber() && v.Number.Equal(w.Number)
	return isBlank || isEqual && x.Unit == y.Unit
}

// behind is the part behind the report.
func behind() Part { return end() + 1 }
