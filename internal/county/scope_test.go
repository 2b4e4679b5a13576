package county_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/county"
	"nianbao/internal/form"
)

// What is in a sum is never added to it: neither silently left out, nor counted twice.
func TestSumsAreNotAddedToWhatIsInThem(t *testing.T) {
	const person = form.Key("requests.received.natural_person")
	own := func(unit, level, n string) county.Report {
		r := memberOf(unit+".xlsx", unit, 2024, map[form.Key]string{person: n})
		r.Level = level
		return r
	}
	sum := func(unit, level, n string) county.Report {
		r := own(unit, level, n)
		r.IsSum, r.File, r.Digest = true, unit+"汇总.xlsx", r.Digest+"+" // the scope is part of what a report says
		return r
	}
	const office = "青垣县人民政府"
	apart := county.NewList([]county.Member{{Name: "石林县人民政府", Category: "下级政府"}, {Name: "清溪镇人民政府", Category: "乡镇街道"}})
	ours := county.NewList([]county.Member{{Name: "青垣县人民政府", Category: "本级"}, {Name: "清溪镇人民政府"}})
	for _, c := range []struct {
		why      string
		order    county.Order
		reports  []county.Report
		sum      string
		ownSums  int
		overlaps [][2]int // how many sums, how many members
	}{
		{"the office's own figures are a member's, its sum is not", county.Order{Office: office},
			[]county.Report{own(office, "县级政府", "1"), sum(office, "县级政府", "5"), own("清溪镇人民政府", "乡镇", "4")}, "5", 1, nil},
		{"by the list the office is known, too", county.Order{Members: ours},
			[]county.Report{own(office, "县级政府", "1"), sum(office, "县级政府", "5"), own("清溪镇人民政府", "乡镇", "4")}, "5", 1, nil},
		{"the office's own figures count where the list leaves it out", county.Order{Office: office, Members: county.NewList([]county.Member{{Name: "清溪镇人民政府"}})},
			[]county.Report{own(office, "县级政府", "1"), own("清溪镇人民政府", "乡镇", "4")}, "5", 0, nil},
		{"a county's sum and its town, by name", county.Order{},
			[]county.Report{sum(office, "县级政府", "5"), own("青垣县清溪镇人民政府", "乡镇", "4"), own("青岚市财政局", "市级部门", "1")}, "1", 0, [][2]int{{1, 1}}},
		{"a county's sum and its own figures", county.Order{},
			[]county.Report{sum(office, "县级政府", "5"), own(office, "县级政府", "1")}, "", 0, [][2]int{{1, 1}}},
		{"a county's office reports to the county", county.Order{},
			[]county.Report{sum(office, "县级政府", "5"), own("青垣县人民政府办公室", "县级部门", "1")}, "", 0, [][2]int{{1, 1}}},
		{"the whole name of the town", county.Order{},
			[]county.Report{sum(office, "县级政府", "5"), own("青岚市青垣县清溪镇人民政府", "乡镇", "4")}, "", 0, [][2]int{{1, 1}}},
		{"by the level, where the name does not tell", county.Order{},
			[]county.Report{sum(office, "县级政府", "5"), own("清溪镇人民政府", "乡镇", "4")}, "", 0, [][2]int{{1, 1}}},
		{"of two counties nobody knows which; the counties count", county.Order{},
			[]county.Report{sum(office, "县级政府", "5"), sum("石林县人民政府", "县级政府", "2"), own("清溪镇人民政府", "乡镇", "4")}, "7", 0, [][2]int{{2, 1}}},
		{"a town of another county", county.Order{},
			[]county.Report{sum(office, "县级政府", "5"), own("石林县清溪镇人民政府", "乡镇", "4")}, "9", 0, nil},
		{"a city that adds counties and its own departments up", county.Order{Office: "青岚市人民政府"},
			[]county.Report{sum(office, "县级政府", "5"), sum("石林县人民政府", "县级政府", "2"), own("青岚市财政局", "市级部门", "1"), own("青岚市人民政府", "市级政府", "3")}, "11", 0, nil},
		{"a city's sum beside a county's", county.Order{},
			[]county.Report{sum("青岚市人民政府", "市级政府", "9"), sum("青岚市青垣县人民政府", "县级政府", "5")}, "", 0, [][2]int{{1, 1}}},
		{"the list has the town as the office's own", county.Order{Members: apart},
			[]county.Report{sum("石林县人民政府", "县级政府", "2"), own("清溪镇人民政府", "乡镇", "4")}, "6", 0, nil},
		{"a department's sum and a place of its", county.Order{},
			[]county.Report{sum("青垣县教育局", "县级部门", "3"), own("青垣县教育局考试中心", "授权组织", "1"), own("青垣县财政局", "县级部门", "1")}, "1", 0, [][2]int{{1, 1}}},
		{"two reports of a unit, one of them of its own figures, are no double", county.Order{Office: office},
			[]county.Report{own(office, "县级政府", "1"), sum(office, "县级政府", "1")}, "1", 1, nil},
	} {
		c.order.Year = 2024
		total := county.NewTotal(c.order, c.reports)
		assert.Equal(t, c.sum, total.Sum.Figure(person).Printed(), c.why)
		assert.Len(t, total.OwnSums, c.ownSums, c.why)
		var overlaps [][2]int
		for _, o := range total.Overlaps {
			overlaps = append(overlaps, [2]int{len(o.Sums), len(o.Members)})
		}
		assert.Equal(t, c.overlaps, overlaps, c.why)
		assert.Empty(t, total.Versions, c.why)
		assert.Empty(t, total.Strange, c.why)
	}
}
