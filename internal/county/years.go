package county

import (
	"fmt"
	"slices"

	"nianbao/internal/chinese"
)

// Collected is the year of which reports are collected, and how it is told, a clause: that of most of them, the later one of equals. Where
// units that have a report on it have one on a later year too, it is that: what is of the year before is there to be compared with. Forms that
// nobody has filled in tell the year only where nothing else does: those of the next year go out while the reports on this one come in. It is 0
// if none has a year. The list tells under which name a unit is; nil for none.
func Collected(reports []Report, list *List) (year int, told string) {
	filled := slices.DeleteFunc(slices.Clone(reports), func(r Report) bool { return r.Blank || r.Year == 0 })
	if len(filled) > 0 {
		reports = filled
	}
	year = mostCommonYear(reports)
	told = fmt.Sprintf("按多数单位的年度，汇总的是%d年度", year)
	for {
		later := yearBehind(year, reports, list)
		if later == 0 {
			return year, told
		}
		told = fmt.Sprintf("有的单位%d、%d两个年度的都有，汇总的是%d年度的", year, later, later)
		year = later
	}
}

// mostCommonYear is the year of most reports, the later one of equals; 0 if none has any.
func mostCommonYear(reports []Report) (year int) {
	counts := map[int]int{}
	for _, r := range reports {
		counts[r.Year]++
	}
	delete(counts, 0)
	for y, n := range counts {
		if n > counts[year] || n == counts[year] && y > year {
			year = y
		}
	}
	return year
}

// yearBehind is the next year on which units have a report that have one on this year; 0 for none. One that says what that of the unit on
// this year says is that one, with a year that somebody mistyped.
func yearBehind(year int, reports []Report, list *List) (later int) {
	of := map[string][]Report{}
	for _, r := range reports {
		if r.Year == year && year != 0 {
			name := chinese.UnitKey(list.NameOf(r.Unit))
			of[name] = append(of[name], r)
		}
	}
	for _, r := range reports {
		if r.Year <= year || later != 0 && r.Year >= later {
			continue
		}
		before := of[chinese.UnitKey(list.NameOf(r.Unit))]
		if before != nil && !slices.ContainsFunc(before, r.saysSame) {
			later = r.Year
		}
	}
	return later
}

// saysSame says whether two reports have the same words, or where these are not known or there are none, the same figures.
func (r Report) saysSame(other Report) bool {
	if hasWords(r.Texts) || hasWords(other.Texts) {
		return slices.Equal(r.Texts, other.Texts)
	}
	return r.IsSame(other)
}

func hasWords(texts []Text) bool {
	return slices.ContainsFunc(texts, func(t Text) bool { return t.Paragraphs != "" })
}

// setEarlierApart tells from those of other years what is there to be compared with: the report of the year before of each unit of which one of
// this year is there, be it only the form that is to be filled in, one on the form of another year, or one under a name with a slip. Where that
// is so of most units, somebody put last year's in, and those of the others are none that these handed in.
func (t *Total) setEarlierApart(units [][]Report) {
	of := func(r Report) string { return chinese.UnitKey(t.Members.Whom(r.Unit, r.File)) }
	var strange []Report
	for _, s := range t.Strange {
		strange = append(strange, s.Report)
	}
	now := map[string]bool{}
	for _, r := range slices.Concat(slices.Concat(units...), t.Blanks, t.Editions, strange) {
		if r.Year == t.Year {
			now[of(r)] = true
		}
	}
	isBefore := func(r Report) bool { return r.Year == t.Year-1 }
	both := map[string]bool{}
	for _, r := range slices.Concat(t.Years, strange) {
		if isBefore(r) && now[of(r)] {
			both[of(r)] = true
		}
	}
	t.HasEarlier = len(both) > 0 && 2*len(both) >= len(now)
	apart := func(r Report) bool {
		isThere := isBefore(r) && (t.HasEarlier || both[of(r)])
		if isThere {
			t.Earlier = append(t.Earlier, r)
		}
		return isThere
	}
	t.Years = slices.DeleteFunc(t.Years, apart)
	t.Strange = slices.DeleteFunc(t.Strange, func(s Stranger) bool { return apart(s.Report) })
}
