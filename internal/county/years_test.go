package county_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Which year is collected, and which reports are there only to be compared with.
func TestYearsTogether(t *testing.T) {
	e, _ := form.ForYear(2025)
	of := func(unit string, year int, text string) county.Report {
		return county.Report{File: unit + model.YearText(year), Unit: unit, Year: year, Figures: county.Pack(model.New(e)),
			Texts: []county.Text{{Key: "narrative.overview", Paragraphs: text}}}
	}
	last := func(units ...string) (list []county.Report) {
		for _, unit := range units {
			list = append(list, of(unit, 2024, unit+"2024年公开12条"))
		}
		return list
	}
	now := func(units ...string) (list []county.Report) {
		for _, unit := range units {
			list = append(list, of(unit, 2025, unit+"2025年公开15条"))
		}
		return list
	}
	called := func(file string, list []county.Report) []county.Report {
		list[0].File = file
		return list
	}
	blank := func(year int, units ...string) (list []county.Report) {
		for _, unit := range units {
			form := of(unit, year, "")
			form.File, form.Blank = "空"+form.File, true
			list = append(list, form)
		}
		return list
	}
	onForm := func(year int, unit string) (list []county.Report) { // this year's, on the form of that one
		past, _ := form.ForYear(year)
		list = now(unit)
		list[0].Figures = county.Pack(model.New(past))
		return list
	}
	for _, c := range []struct {
		why     string
		reports [][]county.Report
		members []string
		year    int
		earlier int
		others  int // of other years, which their units are told of
		whole   bool
		missing int
		blanks  int // all that came of their units
		strange int // not on the list
	}{
		{why: "one year", reports: [][]county.Report{now("甲镇", "乙镇")}, year: 2025},
		{why: "in the middle of January last year's are more than this year's", reports: [][]county.Report{last("甲镇", "乙镇", "丙镇", "丁镇"), now("甲镇")},
			members: []string{"甲镇", "乙镇", "丙镇", "丁镇"}, year: 2025, earlier: 4, whole: true, missing: 3},
		{why: "all are there", reports: [][]county.Report{now("甲镇", "乙镇"), last("乙镇", "甲镇")}, year: 2025, earlier: 2, whole: true},
		{why: "one unit put its own of last year's beside it; another handed last year's in by mistake", reports: [][]county.Report{now("甲镇", "乙镇", "丙镇"), last("甲镇", "丁镇")},
			members: []string{"甲镇", "乙镇", "丙镇", "丁镇"}, year: 2025, earlier: 1, others: 1},
		{why: "one unit handed last year's in by mistake", reports: [][]county.Report{now("甲镇", "乙镇"), last("丁镇")}, year: 2025, others: 1},
		{why: "last year's of a unit that the list does not have any more", reports: [][]county.Report{now("甲镇", "乙镇"), last("甲镇", "乙镇", "旧乡")},
			members: []string{"甲镇", "乙镇"}, year: 2025, earlier: 3, whole: true},
		{why: "the same report once more, with a year that somebody mistyped", reports: [][]county.Report{now("甲镇", "乙镇"), {of("甲镇", 2026, "甲镇2025年公开15条")}}, year: 2025, others: 1},
		{why: "three years", reports: [][]county.Report{{of("甲镇", 2023, "甲镇2023年公开3条")}, last("甲镇"), now("甲镇")}, year: 2025, earlier: 1, others: 1, whole: true},
		{why: "two years of different units: most count", reports: [][]county.Report{last("甲镇", "乙镇"), now("丙镇")}, year: 2024, others: 1},
		{why: "forms of the next year went out already", reports: [][]county.Report{last("甲镇", "乙镇", "丙镇"), blank(2025, "甲镇", "乙镇")}, year: 2024, others: 2},
		{why: "only forms came back", reports: [][]county.Report{blank(2025, "甲镇", "乙镇")}, members: []string{"甲镇", "乙镇"}, year: 2025, missing: 2, blanks: 2},
		{why: "last year's is not what was filled in for this year", reports: [][]county.Report{now("甲镇", "乙镇", "丙镇"), last("丁镇"), blank(2025, "丁镇")},
			members: []string{"甲镇", "乙镇", "丙镇", "丁镇"}, year: 2025, earlier: 1, missing: 1, blanks: 1},
		{why: "this year's is on the form of another year: its unit is told of that, and not to hand in this year's in place of last year's", reports: [][]county.Report{now("甲镇", "乙镇", "丙镇"), onForm(2020, "丁镇"), last("丁镇")},
			members: []string{"甲镇", "乙镇", "丙镇", "丁镇"}, year: 2025, earlier: 1},
		{why: "this year's has a slip in the name, and its file is called after the unit", reports: [][]county.Report{now("甲镇", "乙镇", "丙镇"), called("清溪镇2025", now("青溪镇")), last("清溪镇")},
			members: []string{"甲镇", "乙镇", "丙镇", "清溪镇"}, year: 2025, earlier: 1, strange: 1, missing: 1},
		{why: "both have", reports: [][]county.Report{now("甲镇", "乙镇", "丙镇"), called("清溪镇2025", now("青溪镇")), called("清溪镇2024", last("青溪镇"))},
			members: []string{"甲镇", "乙镇", "丙镇", "清溪镇"}, year: 2025, earlier: 1, strange: 1, missing: 1},
		{why: "nobody can tell whose a name is that is like another one", reports: [][]county.Report{now("甲镇", "乙镇", "丙镇", "丁2镇"), last("丁1镇")},
			members: []string{"甲镇", "乙镇", "丙镇", "丁1镇"}, year: 2025, others: 1, strange: 1},
		{why: "last year's of all, and of one this year's", reports: [][]county.Report{now("甲镇"), last("甲镇", "乙镇"), blank(2025, "乙镇")},
			members: []string{"甲镇", "乙镇"}, year: 2025, earlier: 2, whole: true, missing: 1, blanks: 1},
	} {
		var reports []county.Report
		for _, some := range c.reports {
			reports = append(reports, some...)
		}
		var list *county.List
		if c.members != nil {
			var members []county.Member
			for _, name := range c.members {
				members = append(members, county.Member{Name: name})
			}
			list = county.NewList(members)
		}
		year, told := county.Collected(reports, list)
		assert.Equal(t, c.year, year, c.why)
		assert.Contains(t, told, model.YearText(c.year)+"年度", c.why)
		total := county.NewTotal(county.Order{Year: year, Members: list}, reports)
		assert.Len(t, total.Earlier, c.earlier, c.why)
		assert.Len(t, total.Years, c.others, c.why)
		assert.Equal(t, c.whole, total.HasEarlier, c.why)
		assert.Len(t, total.Missing, c.missing, c.why)
		assert.Len(t, total.Strange, c.strange, c.why)
		assert.Len(t, total.Blanks, c.blanks, c.why)
		assert.Empty(t, total.Spares, c.why)
	}
}
