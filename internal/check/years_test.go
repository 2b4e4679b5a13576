package check_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// 2021 is compared with 2020 although the form changed in between; what the old form did not ask for is not compared.
func TestLastYearAcrossTheChangeOfEdition(t *testing.T) {
	in := check.Case{Set: []check.Entry{
		{Key: "report.year", Typed: "2021"},
		{Key: "report.date", Typed: "2022-01-20"},
		{Key: "proactive.normative.in_force", Typed: "30"},
		{Key: "proactive.licensing.decisions", Typed: "300"},
	}}.Input()
	in.Last = check.Case{Year: 2020, Set: []check.Entry{
		{Key: "requests.carried_out.natural_person", Typed: "2"},
		{Key: "proactive.normative.total", Typed: "21"},
		{Key: "proactive.licensing.decisions", Typed: "25"},
	}}.Input().Report
	found := map[string]form.Key{}
	for _, f := range check.Run(in) {
		found[f.Rule] = f.Cells[0].Key
	}
	require.Equal(t, map[string]form.Key{
		"carried-in-last-year": "requests.carried_in.natural_person",
		"swing-year-on-year":   "proactive.licensing.decisions",
	}, found)
	assert.Equal(t, "2019", in.Last.Edition.ID)
}
