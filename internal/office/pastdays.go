package office

import (
	"cmp"
	"fmt"
	"time"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/model"
)

// PastDays says of the days by which members hand in their reports on a year, for the first time or again, which come before that year is
// over: they were typed for an earlier one. A plain sentence each, without its end.
func PastDays(members []county.Member, year int) (told []string) {
	return append(pastDays("报送期限", members, year, func(m county.Member) string { return m.Due }),
		pastDays("重报期限", members, year, func(m county.Member) string { return m.Again })...)
}

func pastDays(called string, members []county.Member, year int, of func(county.Member) string) (told []string) {
	const most = 5 // units that a sentence names
	var days []time.Time
	units := map[time.Time][]string{}
	for _, m := range members {
		text := of(m)
		day, ok := chinese.ReadDay(text)
		if _, yearly := check.ReadDeadline(text); yearly || !ok || day.Year() > year {
			continue
		}
		if units[day] == nil {
			days = append(days, day)
		}
		units[day] = append(units[day], m.Name)
	}
	for _, day := range days {
		told = append(told, fmt.Sprintf("有%d个单位的%s写的是%s，那时%d年还没有过完：%s。像是以前年度的，请在本县设置、名单里改；每年都是这一天的，写成%d月%d日",
			len(units[day]), called, chinese.DateText(day), year, chinese.Listed(units[day], most), day.Month(), day.Day()))
	}
	return told
}

// Past is the same of the day by which the unit of a report is to hand it in.
func (c *County) Past(r *model.Report) []string {
	year, _ := r.Year()
	m := c.Member(r.Unit())
	m.Due = cmp.Or(m.Due, c.HandIn)
	return PastDays([]county.Member{m}, year)
}
