package reading

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// leads are words before the organ that a clause is about.
var leads = pattern.NewWords("全年 本年 本年度 今年 今年以来 一年来 年内 其中 同时 另外 此外 年度 共 累计 在 截至 截止 截至年底 另 当年")

// judges decide disputes, and account for nothing else that a report counts.
var judges = pattern.NewWords("复议机关 复议机构 法院")

// withoutLead drops the words that may stand before the organ that a clause is about.
func withoutLead(c []token) []token {
	for len(c) > 0 && (c[0].kind == yearToken || c[0].kind == timeToken || c[0].isMark() || c[0].is(leads.List()...)) {
		c = c[1:]
	}
	return c
}

// setScene takes in whose doings a clause tells, and of which time.
func (r *reader) setScene(c []token) {
	text := r.statement.Text[c[0].Start:c[len(c)-1].End]
	r.name = Span{}
	if rest := withoutLead(c); len(rest) > 0 {
		who, name := r.unit.speakerOf(r.statement.Text[rest[0].Start:c[len(c)-1].End])
		if who != nobody && !(judges.Ends(name) && !hasMeaning(c, deedWord, "receive", "handle")) {
			r.by, r.name = who, Span{rest[0].Start, rest[0].Start + len(name)}
		}
	}
	if rest := withoutLead(c); len(rest) > 0 && r.unit.tellsOfWhole(r.statement.Text[rest[0].Start:c[len(c)-1].End]) && (hasKind(c, numberToken) || strings.HasSuffix(text, "系统")) {
		r.by = another // 全县行政复议案件共12件, in the report of an office
	}
	if many := r.unit.speaksForMany(text); many != nobody {
		r.by = many
	}
	if before, _, found := strings.Cut(text, "名义"); found {
		if at := strings.LastIndex(before, "以"); at >= 0 && r.unit.isCalled(before[at+len("以"):]) {
			r.by = itself // 执法队以镇政府名义作出
		}
	}
	r.setTime(c, text)
}

// setTime takes in of which time a clause tells.
func (r *reader) setTime(c []token, text string) {
	var months months
	full, several := false, false
	for i := range c {
		k := &c[i]
		switch {
		case k.kind == timeToken && k.num.Unit == "月":
			months.add(k.num.Value.IntPart())
		case k.is("截至", "截止", "截至年底", "截至目前"):
			months.toDate = true
		case k.is("当年") && r.year != 0: // of the year that was named
			full = true
		case k.is("本年度", "本年", "今年", "当年"):
			r.year, full = r.unit.year, true
		case k.is("全年", "年内", "年度内", "年底", "年末"):
			full = true
		case k.kind == yearToken && chinese.StartsWithAny(text[k.End-c[0].Start:], []string{"以来的", "至今的", "以前的", "之前的"}): // documents of many years
		case k.kind == yearToken && chinese.StartsWithAny(text[k.End-c[0].Start:], []string{"初", "及以前", "及之前", "以前", "之前"}):
			several = true // 2025年初: what there was before
		case k.kind == yearToken && i > 1 && c[i-1].is("至", "到") && (c[i-2].kind == yearToken || r.beginsInAnotherYear(c[:i-1], k)):
			several = true
		case k.in(lastYearWord) && leadsIn(c[:i]) && hasMeaning(c[i:], thingWord, "review", "litigation", "dispute") && !hasMeaning(c[i:], deedWord, "carried", "carried_in") && r.unit.year != 0:
			r.year = r.unit.year - 1 // 上年度分别为复议4件、诉讼2件
		case i == 0 && k.in(lastYearWord) && !chinese.StartsWithAny(k.word.text, []string{"较", "比", "与"}) && hasMeaning(c, deedWord, "receive") && hasKind(c, numberToken) && r.unit.year != 0 && len(r.counted) == 0:
			r.year = r.unit.year - 1 // 上年收到申请1900件，办结1870件
		case k.kind == yearToken && (leadsIn(c[:i]) || i == 1 && (c[0].is("同期") || chinese.StartsWithAny(text, []string{"此前", "之前", "而在"}))) && !hasWord(c[:i], "比", "较", "与"):
			r.year = int(k.num.Value.IntPart())
		case k.kind == timeToken && (k.num.Unit == "个月" || k.num.Unit == "年" && k.num.Value.IntPart() > 1):
			several = true
		case k.kind == maskedToken:
			if year := yearOfReport(r.statement.Words(k.Span)); year != 0 && year != r.unit.year {
				several = true // 《2023年……报告》显示
			}
		}
	}
	months.toDate = months.toDate || chinese.ContainsAny(text, []string{"到12月31日", "到12月底", "到12月末", "至12月31日", "至12月底", "至12月末"})
	ofReport := c[0].Start == r.statement.Start && strings.HasPrefix(text, "期间") // 期间未收到申请
	several = several || strings.Contains(text, "期间") && !ofReport && !chinese.ContainsAny(text, []string{"报告期间", "12月31日期间", "年度期间"}) || strings.Contains(text, "年来") && !chinese.ContainsAny(text, []string{"一年来", "全年来", "今年来", "年来首", "年来最", "年来新", "年来第一"})
	if before, rest, since := strings.Cut(text, "以来"); since && !strings.HasPrefix(rest, "的") { // 对2015年以来的文件
		several = several || !chinese.EndsWithAny(before, []string{strconv.Itoa(r.unit.year) + "年", strconv.Itoa(r.unit.year) + "年度", "今年", "本年", "本年度", "年初", "入年"})
	}
	switch {
	case months.isPart() || several:
		r.otherTime = true
		r.spans = r.spans || several
	case full || months.any:
		r.otherTime = false
	}
}

// beginsInAnotherYear says whether a span that ends in a year began in another one: 自2020年设立窗口至2024年底.
func (r *reader) beginsInAnotherYear(before []token, end *token) bool {
	return slices.ContainsFunc(before, func(k token) bool {
		return k.kind == yearToken && !k.num.Value.Equal(end.num.Value) && chinese.EndsWithAny(r.statement.Text[:k.Start], []string{"自", "从"})
	})
}

// yearOfReport finds the year in the title of a report, 0 if there is none.
func yearOfReport(title string) int {
	years := chinese.YearsIn(title)
	if len(years) == 0 || !strings.Contains(title, "报告") {
		return 0
	}
	return years[0].Year
}

// leadsIn says whether nothing but words of time and the like stands before a year.
func leadsIn(before []token) bool {
	return !slices.ContainsFunc(before, func(k token) bool {
		return !(k.kind == timeToken || k.kind == yearToken || k.isMark() || k.in(plainWord, throughWord, lastYearWord, sumWord))
	})
}

// months is which months a clause names, and whether they are the end of a span.
type months struct{ any, first, between, last, toDate bool }

func (m *months) add(month int64) {
	m.any = true
	m.first = m.first || month == 1
	m.between = m.between || month > 1 && month < 12
	m.last = m.last || month == 12
}

// isPart says whether the months are less than the whole year: neither 1月1日至12月31日 nor 截至12月31日, but 7月到12月底.
func (m *months) isPart() bool { return m.any && !(m.last && (m.first || m.toDate && !m.between)) }
