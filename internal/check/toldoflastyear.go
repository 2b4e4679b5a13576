package check

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var toldOfLastYear = Rule{
	ID: "text-last-year", Level: Query, Title: "文字里写的上年的数，与上年的年报一致", Citation: "上年的年报",
	Find: findToldOfLastYear,
	Cases: func() []Case {
		penalties := func(overview string) []Entry {
			return []Entry{{"proactive.penalties.decisions", "60"}, {"narrative.overview", overview}}
		}
		forty := []Entry{{"proactive.penalties.decisions", "40"}}
		return []Case{
			{Why: "上年的年报是40件", Last: forty, Set: penalties("作出行政处罚决定60件，上年作出行政处罚决定30件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "今年的数后面，括号里是上年的", Last: forty, Set: penalties("作出行政处罚决定60件（2024年为30件）。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "和今年的比", Last: forty, Set: penalties("作出行政处罚决定60件，较上年的30件有所增加。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "与上年的年报一致", Last: forty, Set: penalties("作出行政处罚决定60件，较上年的40件有所增加。\n去年作出行政处罚决定40件。")},
			{Why: "没有上年的年报", Set: penalties("作出行政处罚决定60件，较上年的30件有所增加。")},
			{Why: "说的是更早的年份、大概的数", Last: forty, Set: penalties("作出行政处罚决定60件，2022年作出行政处罚决定30件，上年作出行政处罚决定30余件。")},
		}
	},
}

// findToldOfLastYear finds numbers of the year before that are not those of its report.
func findToldOfLastYear(in *Input) []Finding {
	if in.Last == nil || in.IsPart {
		return nil
	}
	var found []Finding
	last := tally{in: &Input{Report: in.Last}}
	claims := in.read().OfLastYear()
	for i := range claims {
		c := &claims[i]
		options, ok := last.options(c)
		if !ok || len(options) == 0 || slices.ContainsFunc(options, func(o allowed) bool { return c.Agrees(o.value) }) {
			continue
		}
		var values []string
		for _, o := range options {
			if value := claimed(c, o.value); !slices.Contains(values, value) {
				values = append(values, value)
			}
		}
		unit := "件"
		switch {
		case c.IsMoney():
			unit = ""
		case c.Counts(reading.Procurement):
			unit = c.Unit
		}
		due := strings.Join(values, "或")
		f := in.findingOn(c.Statement, c.Words, "文字写“"+excerpt(c.Words)+"”，上年的年报里"+c.Name+"是"+due+unit+"，请核对。")
		f.Expected, f.Actual, f.Compared = due, claimed(c, c.Amount()), toldIn("上年的年报里", c)
		found = append(found, f)
	}
	return found
}
