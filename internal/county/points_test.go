package county_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

func number(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func on(rule string, key form.Key) check.Finding {
	return check.Finding{Rule: rule, Cells: []check.Cell{{Key: key, Role: check.Subject}}}
}

func TestDeduct(t *testing.T) {
	word := on("wrong-word", "narrative.overview")
	explained, doubtful := word, word
	explained.Explanation = "就是这样写"
	doubtful.Doubt = "字可能认错"
	twice := word
	twice.Faults = 2
	date := on("unit-incomplete", "report.date")
	points := []check.Points{
		{Rule: "wrong-word", Each: number("0.1"), Most: number("0.25")},
		{Rule: "unit-incomplete", Each: number("1")},
		{Rule: "published-in-time", Each: number("5"), Most: number("5")},
	}
	for _, c := range []struct {
		why      string
		date     string
		findings []check.Finding
		total    string
		rules    []county.RuleDeduction
		spared   int
	}{
		{"nothing found", "", nil, "0", nil, 0},
		{"a rule without points", "", []check.Finding{on("numbering", "narrative.overview")}, "0", nil, 0},
		{"each finding, exactly: 0.1 and 0.1 are 0.2", "", []check.Finding{word, word}, "0.2", []county.RuleDeduction{{"wrong-word", 2, number("0.2"), false}}, 0},
		{"a finding that tells several faults of a paragraph costs what they cost apart", "", []check.Finding{twice}, "0.2", []county.RuleDeduction{{"wrong-word", 2, number("0.2"), false}}, 0},
		{"no more than the rule may", "", []check.Finding{word, word, word}, "0.25", []county.RuleDeduction{{"wrong-word", 3, number("0.25"), true}}, 0},
		{"what is explained costs nothing, and is told where explained findings are", "", []check.Finding{word, explained}, "0.1", []county.RuleDeduction{{"wrong-word", 1, number("0.1"), false}}, 0},
		{"what may be our reading costs nothing", "", []check.Finding{doubtful}, "0", nil, 1},
		{"several rules, in the order of the county's points", "", []check.Finding{on("unit-incomplete", "unit.name"), word}, "1.1",
			[]county.RuleDeduction{{"wrong-word", 1, number("0.1"), false}, {"unit-incomplete", 1, number("1"), false}}, 0},
		{"a date that cannot be read", "二月底", []check.Finding{date}, "0", nil, 1},
		{"a day that no calendar has", "2026-02-30", []check.Finding{date}, "0", nil, 1},
		{"a date that was read, and is late", "2026-03-20", []check.Finding{on("published-in-time", "report.date")}, "5", []county.RuleDeduction{{"published-in-time", 1, number("5"), false}}, 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			e, _ := form.ForYear(2025)
			r := model.New(e)
			r.Fields["report.date"] = model.Field{Text: c.date}
			d := county.Deduct(r, c.findings, points)
			assert.Equal(t, c.total, d.Total.String())
			if assert.Len(t, d.Rules, len(c.rules)) {
				for i, want := range c.rules {
					got := d.Rules[i]
					assert.True(t, want.Points.Equal(got.Points), "%s: %s", got.Rule, got.Points)
					got.Points, want.Points = decimal.Decimal{}, decimal.Decimal{}
					assert.Equal(t, want, got)
				}
			}
			assert.Equal(t, c.spared, d.Spared)
		})
	}
}

// What a checker finds on a date that cannot be read costs nothing, whichever rules have points.
func TestAnUnreadableDateNeverCosts(t *testing.T) {
	var points []check.Points
	for _, rule := range check.Catalogue() {
		points = append(points, check.Points{Rule: rule.ID, Each: number("1")})
	}
	for _, typed := range []string{"二月底", "2026-02-30", "2026年", "XX", "2026/13/01"} {
		in := check.Case{Set: []check.Entry{{Key: "report.date", Typed: typed}}}.Input()
		found := check.Run(in)
		assert.NotEmpty(t, found, typed)
		assert.Equal(t, "0", county.Deduct(in.Report, found, points).Total.String(), typed)
	}
}
