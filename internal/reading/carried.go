package reading

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// remains are words for what was not done when a year ended, and goes on in the next.
var remains = pattern.NewWords("剩 结存 留 带过来 带到 转 遗 未办 没办 没有办 未结 未完 旧件 旧申请 延 列入 移至 移到 接着 继续 跨年")

// finishes are words for what is to be done in the next year.
var finishes = pattern.NewWords("办 答复 回复 处理")

// goesOn are words that are read as 接, to receive, and mean to go on.
var goesOn = pattern.NewWords("接着 接续 接转 承接")

// atYearsEnd are words for what is left when the year ends.
var atYearsEnd = pattern.NewWords("年末在办 年末未结 年末未办结 年末存量 年末尚未 年底在办 年底未结 年底未办结 年底尚未 年末待办 年底待办 年末还有 年末仍有 年底还有 年底仍有 还剩 尚剩 尚余 仍余")

// settleCarried reads that applications were carried from one year into the next out of the office's own words: 从2022年带过来的有7件, 2024年接着办的有15件.
func (q *Quantity) settleCarried(year int) {
	before, behind := q.saidBefore(), q.saidAfter()
	if year == 0 || !q.mayBeCarried(before) {
		return
	}
	if clause, next, found := strings.Cut(behind, "，"); found && !remains.Begins(next) && !strings.HasPrefix(next, "结") {
		behind = clause // 办结5件，明年继续加强
	}
	said := before + behind
	last, next := q.namesYear(year-1, lastYearWord, len(before), len(behind)), q.namesYear(year+1, nextYearWord, len(before), len(behind))
	switch {
	case next && (remains.In(said) || finishes.In(said)), atYearsEnd.In(said):
		q.carry("carried_out")
	case last && remains.In(said) && !carriesTo(said, year-1):
		q.carry("carried_in")
	}
}

// mayBeCarried says whether it counts applications, or nothing that is named, and what was done with them may be that they were carried over.
func (q *Quantity) mayBeCarried(before string) bool {
	named := q.own.thing != "" && !strings.HasPrefix(q.own.thing, "application") || !q.IsOfRequests() && !q.isUnnamed() && !(q.thing == unknownThing && remains.In(before))
	done := slices.ContainsFunc(q.own.deeds, func(d string) bool {
		return !slices.Contains([]string{"foreign", "handle", "answer", "pending", "carried"}, d) && !(d == "receive" && goesOn.In(before))
	})
	return q.Form == Number && !q.differs && Carrying.isCountedIn(q.Unit) && len(q.applicants) == 0 && q.ruling == "" && !named && !done &&
		!chinese.ContainsAny(before, []string{"比", "较", "同期"})
}

// carriesTo says whether words carry something into a year: 结转2024年.
func carriesTo(said string, year int) bool {
	before, _, found := strings.Cut(said, strconv.Itoa(year)+"年")
	return found && chinese.EndsWithAny(before, []string{"转", "转至", "转到", "转入", "延至", "延到", "留到", "留待"})
}

// carry tells that the applications were carried over.
func (q *Quantity) carry(deed string) {
	q.thing, q.alike, q.deeds = "application", nil, []string{deed}
	q.own.deeds = q.deeds
	q.doubt, q.channel, q.denied, q.planned, q.otherTime = doubt{}, false, false, false, false
	q.leaves()
}

// namesYear says whether a year, or a word for it, stands in so many bytes before or behind a number.
func (q *Quantity) namesYear(year int, by class, before, behind int) bool {
	return slices.ContainsFunc(q.Statement.tokens, func(k token) bool {
		near := k.Start >= q.Start-before && k.End <= q.End+behind
		return near && (k.kind == yearToken && int(k.num.Value.IntPart()) == year || k.in(by))
	})
}
