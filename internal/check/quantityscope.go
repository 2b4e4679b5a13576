package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/model"
)

// when is the time that a number speaks of.
type when uint8

const (
	unsaid when = iota // nothing was said: the report year, as far as it goes
	reportYear
	yearBefore
	yearAfter
	anotherTime // part of the year, several years, or a time that cannot be told
)

// where is the territory or organ that a number speaks of.
type where uint8

const (
	unnamed   where = iota
	whole           // all that the report covers
	elsewhere       // a part of it, or another organ's
)

// unit is the report's own unit, as far as the reading of scopes needs it.
type reporter struct {
	year       int    // 0 if it is not known
	territory  string // 镇 of 清溪镇人民政府; "" for an organ without one
	town       bool   // a town or sub-district: its offices act for it
	government bool   // reports for its departments and towns as well
	office     bool   // an office by name, so that 办公室 is the unit itself
	names      []string
}

func unitOf(r *model.Report) reporter {
	name, level := r.Unit(), r.Field("unit.level")
	u := reporter{town: level == "乡镇" || level == "街道", office: strings.HasSuffix(name, "办公室") || strings.HasSuffix(name, "办公厅")}
	u.government = !u.town && strings.HasSuffix(level, "政府")
	u.year, _ = r.Year()
	short := strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "办事处")
	if u.town || u.government {
		last, size := utf8.DecodeLastRuneInString(short)
		u.territory = string(last)
		if strings.HasSuffix(short, "街道") {
			u.territory = "街道"
		}
		if len(short) <= size {
			short = ""
		}
	}
	for _, n := range []string{name, short, withoutPlace(name)} {
		if utf8.RuneCountInString(n) > 1 {
			u.names = append(u.names, n)
		}
	}
	return u
}

// withoutPlace is an organ's name without that of its place, as its own report has it: 县教育局 of 青垣县教育局. It is "" for none.
func withoutPlace(name string) string {
	last := ""
	for i, r := range name {
		if strings.ContainsRune("省市县区旗州盟", r) && i > 0 && strings.ContainsAny(name[i:], "局委厅办院") {
			last = name[i:]
		}
	}
	return last
}

// timeOf tells what time the words before a number speak of, unsaid if they name none.
func (u *reporter) timeOf(span []*token) when {
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
func (u *reporter) timesIn(span []*token) (times uint) {
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
	return last.kind == unknownToken || last.kind == wordToken && (last.word.text == "至" || last.word.text == "到" || last.has(conjunctionWord))
}

func (u *reporter) compareYear(y int) when {
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

// placeOf tells whose numbers a clause speaks of; named is unnamed if it does not say.
func (u *reporter) placeOf(span []*token) where {
	found, led := unnamed, false
	for _, k := range span {
		if k.kind != wordToken {
			continue
		}
		switch {
		case k.has(prepositionWord):
			led = led || found == unnamed
		case k.has(ownNameWord) || k.has(regionWord) && u.isTerritory(k.word.text):
			if found == elsewhere && !led {
				return elsewhere // 消防部门在我镇……
			}
			return whole
		case k.word.role&regionWord != 0:
			found = elsewhere
		case k.word.role&governmentWord != 0:
			if !u.town || !strings.Contains(k.word.text, u.territory) {
				found = elsewhere
			}
		case k.word.role&selfWord != 0:
			if u.government {
				found = elsewhere
			}
		case k.word.role&officeWord != 0:
			if !u.town && !u.office {
				found = elsewhere
			}
		case k.word.role&organWord != 0:
			found = elsewhere
		}
	}
	return found
}

// isTerritory says whether 全县 or 我镇 means the report's own territory.
func (u *reporter) isTerritory(text string) bool {
	return u.territory != "" && strings.HasSuffix(text, u.territory)
}

// organMarks are the endings by which organs outside the vocabulary are known, such as 县自然资源局.
var organMarks = []string{"局", "委员会", "厅", "执法", "公安", "法院", "检察院", "派出所", "大队", "中队", "公司", "学校", "医院", "部门", "中心"}

// namesOrgan says whether text outside the vocabulary names an organ. 布局 and 格局 are none.
func namesOrgan(text string) bool {
	for _, mark := range organMarks {
		if i := strings.Index(text, mark); i >= 0 {
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			if mark != "局" || !strings.ContainsRune("布格大全结邮", before) {
				return true
			}
		}
	}
	return false
}
