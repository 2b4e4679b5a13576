package reading

// when is the time that a number speaks of.
type when uint8

const (
	unsaid when = iota // nothing was said: the report year, as far as it goes
	reportYear
	yearBefore
	yearAfter
	anotherTime // part of the year, several years, or a time that cannot be told
)

// timeOf tells what time the words before a number speak of, unsaid if they name none.
func (u *Unit) timeOf(span []*token) when {
	t := unsaid
	var months months
	cumulated, full, lastYear := false, false, 0
	for i, k := range span {
		switch {
		case k.kind == titleToken && k.num != nil:
			if named := u.compareYear(int(k.num.Value.IntPart())); named != reportYear {
				t = named // 《2024年……报告》显示
			}
		case k.kind == numberToken && k.num.Unit == "年" && k.num.IsYear():
			year := int(k.num.Value.IntPart())
			if lastYear != 0 && lastYear != year && endsWithTo(span[:i]) {
				return anotherTime // 2023年至2025年
			}
			t, lastYear = u.compareYear(year), year
		case k.kind == numberToken && k.num.Unit == "月":
			months.add(k.num.Value.IntPart())
		case k.has(untilWord):
			months.toDate = true
		case k.has(otherTimeWord), k.kind == numberToken && k.num.Unit == "个月":
			return anotherTime
		case k.has(cumulativeWord):
			cumulated = true
		case k.has(fullYearWord):
			full = true
		default:
			if named := timeNamed(k); named != unsaid {
				t = named
			}
		}
	}
	switch {
	case months.isPart() || cumulated && t != reportYear && !full:
		return anotherTime
	case months.any && t == unsaid:
		return reportYear
	}
	return t
}

// timesIn is the set of times that the words name, a bit for each.
func (u *Unit) timesIn(span []*token) (times uint) {
	for _, k := range span {
		if k.kind == numberToken && k.num.Unit == "年" && k.num.IsYear() {
			times |= 1 << u.compareYear(int(k.num.Value.IntPart()))
		} else if named := timeNamed(k); named != unsaid {
			times |= 1 << named
		}
	}
	return times
}

func timeNamed(k *token) when {
	switch {
	case k.has(thisYearWord):
		return reportYear
	case k.has(lastYearWord):
		return yearBefore
	case k.has(nextYearWord):
		return yearAfter
	}
	return unsaid
}

// months is which months a clause names, and whether they are the end of a span.
type months struct{ any, first, last, toDate bool }

func (m *months) add(month int64) {
	m.any = true
	m.first = m.first || month == 1
	m.last = m.last || month == 12
}

// isPart says whether the months are less than the whole year: neither 1月1日至12月31日 nor 截至12月31日.
func (m *months) isPart() bool { return m.any && !(m.last && (m.first || m.toDate)) }

// endsWithTo says whether the words before a year make it the end of a span.
func endsWithTo(before []*token) bool {
	last := before[len(before)-1]
	return last.kind == unknownToken || last.is("至", "到") || last.has(conjunctionWord)
}

func (u *Unit) compareYear(y int) when {
	switch {
	case u.year == 0:
		return anotherTime
	case y == u.year:
		return reportYear
	case y < u.year:
		return yearBefore
	default:
		return yearAfter
	}
}
