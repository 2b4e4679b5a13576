package county_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/county"
)

// Of units that were divided again and again each is looked at once: 30 years of two a year are no work.
func TestHeirsOfManyDivisions(t *testing.T) {
	const years = 30
	two := func(year int) []string {
		return []string{fmt.Sprintf("甲%d镇人民政府", year), fmt.Sprintf("乙%d镇人民政府", year)}
	}
	var members []county.Member
	for year := range years {
		for _, name := range two(year) {
			members = append(members, county.Member{Name: name, Successors: two(year + 1)})
		}
	}
	for _, name := range two(years) {
		members = append(members, county.Member{Name: name})
	}
	assert.Equal(t, two(years), county.NewList(members).HeirsOf("甲0镇人民政府", 2024))
}

func TestHeirs(t *testing.T) {
	on := func(year int) time.Time { return time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC) }
	l := county.NewList([]county.Member{
		{Name: "清溪镇人民政府"},
		{Name: "柏坞乡人民政府", Ended: on(2024), Successors: []string{"清溪镇人民政府"}},
		{Name: "松坪乡人民政府", Ended: on(2023), Successors: []string{"柏坞乡人民政府"}},
		{Name: "石桥镇人民政府", Ended: on(2025), Successors: []string{"清溪镇人民政府"}},
		{Name: "沙溪镇人民政府", Successors: []string{"清溪镇人民政府"}},
		{Name: "甲镇人民政府", Successors: []string{"乙镇人民政府"}}, {Name: "乙镇人民政府", Successors: []string{"甲镇人民政府"}},
		{Name: "柳河镇人民政府", Ended: on(2024)},
		{Name: "南沟乡人民政府", Ended: on(2024), Successors: []string{"清溪镇人民政府", "石桥镇人民政府", "柏坞乡人民政府"}},
	})
	for _, c := range []struct{ why, unit, heir string }{
		{"it goes on itself", "清溪镇人民政府", "清溪镇人民政府"},
		{"merged in the year", "柏坞乡人民政府", "清溪镇人民政府"},
		{"merged into what was merged later", "松坪乡人民政府", "清溪镇人民政府"},
		{"merged after the year", "石桥镇人民政府", "石桥镇人民政府"},
		{"without a day", "沙溪镇人民政府", "清溪镇人民政府"},
		{"without a successor", "柳河镇人民政府", "柳河镇人民政府"},
		{"divided, and one of the parts merged: each once", "南沟乡人民政府", "清溪镇人民政府、石桥镇人民政府"},
		{"a stranger", "禾江镇人民政府", "禾江镇人民政府"},
	} {
		assert.Equal(t, strings.Split(c.heir, "、"), l.HeirsOf(c.unit, 2024), c.why)
	}
	assert.Len(t, l.HeirsOf("甲镇人民政府", 2024), 1, "a circle has an end")

	for _, c := range []struct {
		why    string
		member county.Member
		names  string
	}{
		{"what was merged into it, and into that, whenever", l.Members[0], "柏坞乡人民政府、松坪乡人民政府、石桥镇人民政府、沙溪镇人民政府、南沟乡人民政府"},
		{"names that it had itself, and that one of them had", county.Member{Name: "松坪乡人民政府", Former: []string{"松坪公社"}}, "松坪公社"},
		{"a circle has an end", l.Members[5], "乙镇人民政府"},
		{"nothing", l.Members[7], ""},
	} {
		assert.Equal(t, c.names, strings.Join(county.Formerly(l.Members, c.member), "、"), c.why)
	}

	total := county.NewTotal(county.Order{Year: 2024, Members: l}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, nil)})
	var ended, missing []string
	for _, m := range total.Ended {
		ended = append(ended, m.Name)
	}
	for _, m := range total.Missing {
		missing = append(missing, m.Name)
	}
	assert.Equal(t, []string{"柏坞乡人民政府", "南沟乡人民政府"}, ended, "its successor counts, or one of several")
	assert.Equal(t, []string{"石桥镇人民政府", "沙溪镇人民政府", "甲镇人民政府", "乙镇人民政府", "柳河镇人民政府"}, missing,
		"松坪乡 has been gone since the year before; 柳河镇 left nobody who reports for it")

	total = county.NewTotal(county.Order{Year: 2024, Members: l}, []county.Report{memberOf("a", "柳河镇人民政府", 2024, nil), memberOf("b", "松坪乡人民政府", 2024, nil), memberOf("c", "柏坞乡人民政府", 2024, nil)})
	missing = nil
	for _, m := range total.Missing {
		missing = append(missing, m.Name)
	}
	assert.Equal(t, []string{"清溪镇人民政府", "石桥镇人民政府", "沙溪镇人民政府", "甲镇人民政府", "乙镇人民政府"}, missing,
		"南沟乡 was divided in the year: those that go on for it are asked, and not it")

	total = county.NewTotal(county.Order{Year: 2024, Members: l}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, nil), memberOf("b", "柏坞乡人民政府", 2024, nil),
		memberOf("c", "石桥镇人民政府", 2024, nil), memberOf("d", "柳河镇人民政府", 2024, nil)})
	outlived := map[string]int{}
	for _, o := range total.Outlived {
		outlived[o.Member.Name] = len(o.Heirs)
	}
	assert.Equal(t, map[string]int{"柏坞乡人民政府": 1}, outlived, "what 柏坞乡 had may stand in 清溪镇's, too; 石桥镇 was there all year, and nobody goes on for 柳河镇")

	total = county.NewTotal(county.Order{Year: 2024, Members: l}, []county.Report{memberOf("a", "松坪乡人民政府", 2024, nil)})
	assert.Len(t, total.Outlived, 1, "it was gone before the year began")
}
