package reading

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// remains are words for what was not done when a year ended, and goes on in the next.
var remains = pattern.NewWords("剩 余 结存 留 拖到 拖至 带过来 带到 转 遗 未办 没办 没有办 未结 未完 未了 旧件 旧申请 延 列入 移至 移到 放到 接着 继续 跨")

// finishes are words for what is to be done in the next year.
var finishes = pattern.NewWords("办 答复 回复 处理")

// goesOn are words that are read as 接, to receive, and mean to go on.
var goesOn = pattern.NewWords("接着 接续 接转 承接")

// fromBefore are words for what came out of the year before, whatever it is called.
var fromBefore = pattern.NewWords("跨过来 带过来 转过来 延过来 结转过来 跨年来 跨年过来")

// atYearsEnd are words for what is left when the year ends.
var atYearsEnd = pattern.NewWords("年末在办 年末未结 年末未办结 年末存量 年末尚未 年底在办 年底未结 年底未办结 年底尚未 年末待办 年底待办 年末还有 年末仍有 年底还有 年底仍有 " +
	"12月31日还有 12月31日仍有 12月31日尚有 还剩 尚剩 尚余 仍余")

// cameLate are words for what came when a year was about to end.
var cameLate = pattern.NewWords("底收到 年底接到 年底受理 末收到 年末接到 年末受理 12月收到 12月下旬收到")

// stillHas are words before a number of what is left, notDone those behind it that say so.
var (
	stillHas = pattern.NewWords("还有 尚有 仍有 剩 余")
	notDone  = pattern.NewWords("没办完 没有办完 未办完 未办结 没办结 没有办结 尚未办结 在办 正在办 还在办 尚在办")
)

// addsCarried are words before a number that what was carried in is counted with the others that were answered.
var addsCarried = pattern.New(`(?:加上|连同|算上|包括|包含|含)[^，。；0-9]*?(?:结转|转来|带入)[^，。；0-9]*(?:办结|答复|办理|办完)(?:了|完毕)?$`, "结转", "转来", "带入")

// settleCarried reads that applications were carried from one year into the next out of the office's own words: 从2022年带过来的有7件, 2024年接着办的有15件.
// told is the number before it, nil for none.
func (q *Quantity) settleCarried(year int, told *Quantity) {
	if year == 0 {
		return
	}
	before, behind := q.saidBefore(), q.saidAfter()
	if q.did("carried", "carried_in") && addsCarried.MatchString(before) {
		q.deeds = []string{"answer"} // 加上结转件共办结14件
		q.own.deeds = q.deeds
		return
	}
	if clause, next, found := strings.Cut(behind, "，"); found && !remains.Begins(next) && !strings.HasPrefix(next, "结") {
		behind = clause // 办结5件，明年继续加强
	}
	if q.isNotOne() && q.did("carried_in", "carried_out") {
		q.Form, q.Value = None, decimal.Zero // 没有一件留到2024年
	}
	if q.own.thing == "" && !isDispute(q.thing) && (q.thing != "foreign" || q.whole != nil && q.whole.IsOfRequests() || q.followsOutcome(told)) {
		switch own := strings.Join(q.own.deeds, ""); own {
		case "carried_in", "carried_out":
			if !q.IsOfRequests() && !q.Statement.namesOnlyDisputes(q) {
				q.carry(own) // whatever was spoken of before
				return
			}
		case "carried":
			if q.namesYear(year+1, nextYearWord, q.Start-q.Statement.Start, 0) {
				q.carry("carried_out") // 后一件放到2025年1月答复，结转1件
				return
			}
		case "foreign":
			if q.boundRight && strings.HasPrefix(behind, "跨年") && q.isCarriedOutBehind(len(behind)) && (q.IsOfRequests() || q.isUnnamed()) {
				q.carry("carried_out") // 3件跨年度，结转下年继续办理
				return
			}
		}
	}
	if q.own.thing == "" && len(q.own.deeds) == 0 && (q.IsOfRequests() || q.isUnnamed()) && q.goesIntoNextYear() {
		q.carry("carried_out")
		return
	}
	said := before + behind
	last, next := q.namesYear(year-1, lastYearWord, len(before), len(behind)), q.namesYear(year+1, nextYearWord, len(before), len(behind))
	if last && q.did("receive") && !q.differs && cameLate.In(before) && (q.IsOfRequests() || q.isUnnamed()) {
		q.carry("carried_in") // 2021年底收到、本年答复的1件
		return
	}
	goesInto := next && remains.In(behind) // 12月下旬收到的1件顺延至2024年答复
	if !q.mayBeCarried(before, goesInto) {
		return
	}
	switch {
	case next && (remains.In(said) || finishes.In(said)), atYearsEnd.In(said):
		q.carry("carried_out")
	case last && remains.In(said) && !carriesTo(said, year-1), fromBefore.In(before) && !q.channel: // but 网站申请系统转过来的
		q.carry("carried_in")
	case stillHas.Ends(before) && notDone.Begins(behind) && !q.otherTime && !last, whenEnded.Ends(before) && q.tellsBothEnds():
		q.carry("carried_out")
	case whenBegun.Ends(before) && q.tellsBothEnds():
		q.carry("carried_in")
	}
}

// Words with which an office says in its own that nothing was carried over: 上年末没有未了结的, 年末无未结, 亦无带出.
var (
	isNone      = pattern.NewWords("没有 没 无 不存在 零 不再向 不再往 不向 不往 未向 未往 未再 未遗留 未留下 未留存量")
	wouldRemain = pattern.NewWords("遗留 未办 未结 未了 未完 待办 在办 结转 转 带 留 积压 剩余 剩下 余下 跨年")
	whenBegun   = pattern.NewWords("年初 期初 带入 转入")
	whenEnded   = pattern.NewWords("年末 年底 期末 带出 转出")
	otherThings = pattern.NewWords("资金 经费 预算 债务 任务 项目 工单 案件 问题 票 账")
)

// denyCarried reads that no applications were carried in, or out, in words of its own. It tells whether a clause says so.
func (r *reader) denyCarried(c []token) bool {
	text := r.statement.Words(spanOf(c))
	none := isNone.First(text)
	toNext := slices.ContainsFunc(c, func(k token) bool { return k.kind == yearToken && int(k.num.Value.IntPart()) == r.unit.year+1 })
	if none == "" || hasMeaning(c, deedWord, "carried_in", "carried_out") && !toNext { // 也未向2026年遗留申请
		return false
	}
	denied := text[strings.Index(text, none):]
	ofOthers := slices.ContainsFunc(c, func(k token) bool { return k.in(thingWord) && !strings.HasPrefix(k.word.value, "application") })
	amongOthers := (isDispute(r.thing) || r.thing == "foreign") && r.statement.topic != "application"
	if !wouldRemain.In(denied) || otherThings.In(text) || hasKind(c, numberToken) || ofOthers || amongOthers {
		return false
	}
	q, deed := r.none(c, c), "carried_out"
	switch year := r.unit.year; {
	case q.namesYear(year+1, nextYearWord, 0, 0):
	case q.namesYear(year-1, lastYearWord, 0, 0), whenBegun.In(text):
		deed = "carried_in"
	case !whenEnded.In(text):
		return false
	}
	q.thing, q.own.thing, q.deeds = "application", "application", []string{deed}
	q.lastYear = false
	r.counted = append(r.counted, q)
	return true
}

// followsOutcome says whether the number told before it counts what came of applications, so that whatever a clause behind that spoke of is no other thing:
// 不予处理1件，属信访投诉。结转下年度3件.
func (q *Quantity) followsOutcome(last *Quantity) bool {
	return last != nil && last.hasOutcome() && last.own.thing != "foreign" && (last.Statement == q.Statement || !q.Statement.Names("foreign"))
}

// isCarriedOutBehind says whether so many bytes behind it tell that it goes into the next year.
func (q *Quantity) isCarriedOutBehind(bytes int) bool {
	carried := false
	for _, k := range q.Statement.tokens {
		if k.Start >= q.End && k.End <= q.End+bytes {
			if k.in(negationWord) {
				return false
			}
			carried = carried || k.means(deedWord, "carried_out")
		}
	}
	return carried
}

// goesIntoNextYear says whether the rest of its clause tells that what it counts goes into the next year, behind the reason: 除1件因12月下旬方才收悉、
// 转入次年办理外.
func (q *Quantity) goesIntoNextYear() bool {
	rest := slices.DeleteFunc(slices.Clone(q.Statement.tokens), func(k token) bool { return k.Start < q.End || k.End > q.Clause.End })
	return hasMeaning(rest, deedWord, "carried_out") && !hasKind(rest, numberToken) && !hasClass(rest, negationWord, thingWord)
}

// mayBeCarried says whether it counts applications, or nothing that is named, and what was done with them may be that they were carried over.
// goesInto says that they go into the next year.
func (q *Quantity) mayBeCarried(before string, goesInto bool) bool {
	headed := q.Statement.topic == "application" && !isDispute(q.thing)
	named := q.own.thing != "" && !strings.HasPrefix(q.own.thing, "application") ||
		!q.IsOfRequests() && !q.isUnnamed() && !headed && !(q.thing == unknownThing && remains.In(before))
	done := slices.ContainsFunc(q.own.deeds, func(d string) bool {
		return !slices.Contains([]string{"foreign", "handle", "answer", "pending", "carried"}, d) && !(d == "receive" && (goesInto || goesOn.In(before))) && !(d == "in_force" && headed)
	})
	return q.Form == Number && !q.differs && Carrying.isCountedIn(q.Unit) && len(q.applicants) == 0 && q.ruling == "" && !named && !done &&
		!chinese.ContainsAny(before, []string{"比", "较", "同期"})
}

// tellsBothEnds says whether the sentence counts what there was when the year began and when it ended: 年初2件，年底1件.
func (q *Quantity) tellsBothEnds() bool {
	ends := func(w *pattern.Words) bool {
		return slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.Form == Number && w.Ends(z.saidBefore()) })
	}
	return ends(whenBegun) && ends(whenEnded)
}

// carriesTo says whether words carry something into a year: 结转2024年.
func carriesTo(said string, year int) bool {
	before, _, found := strings.Cut(said, strconv.Itoa(year)+"年")
	return found && chinese.EndsWithAny(before, []string{"转", "转至", "转到", "转入", "延至", "延到", "留到", "留待"})
}

// carry tells that the applications were carried over, or that not one of them was.
func (q *Quantity) carry(deed string) {
	q.thing, q.alike, q.deeds = "application", nil, []string{deed}
	q.own.deeds = q.deeds
	if q.isNotOne() {
		q.Form, q.Value = None, decimal.Zero
	}
	q.doubt, q.channel, q.denied, q.planned, q.otherTime = doubt{}, false, false, false, false
	q.leaves()
}

// isNotOne says whether it tells that there is not one.
func (q *Quantity) isNotOne() bool {
	return q.inWords && q.Value.String() == "1" && chinese.EndsWithAny(q.Statement.Text[q.Statement.Start:q.Start], []string{"没有", "没", "无", "未有"})
}

// namesYear says whether a year, or a word for it, stands in so many bytes before or behind a number.
func (q *Quantity) namesYear(year int, by class, before, behind int) bool {
	return slices.ContainsFunc(q.Statement.tokens, func(k token) bool {
		near := k.Start >= q.Start-before && k.End <= q.End+behind
		return near && (k.kind == yearToken && int(k.num.Value.IntPart()) == year || k.in(by))
	})
}

// Words of its own with which an office says that applications came, and that they were done with: 当年又来了15件，办了16件.
var (
	came    = pattern.NewWords("来了 送来 又收了 收了")
	didWith = pattern.NewWords("办了 办掉了 办好了 处理了 回了")
)

// caseUnits are what applications are counted in where nothing names them.
var caseUnits = []string{"件", "宗", "份", "起"}

// settleDone reads in a paragraph about applications that some came, or were done with, out of the office's own words.
func (q *Quantity) settleDone() {
	if q.Form == Number && q.own.thing == "application" && q.boundRight && len(q.own.deeds) == 0 && came.Ends(q.saidBefore()) {
		q.deeds = []string{"receive"} // 全年来了5份申请
		q.own.deeds = q.deeds
		return
	}
	named := q.own.thing != "" || q.unread != "" || !q.isUnnamed() && !q.IsOfRequests()
	if q.Form != Number || named || q.hasOutcome() || q.ruling != "" && q.ruling != "closed" || q.boundRight || !slices.Contains(caseUnits, q.Unit) {
		return
	}
	before, deed := q.saidBefore(), ""
	switch {
	case len(q.own.deeds) == 0 && came.Ends(before):
		deed = "receive"
	case len(q.own.deeds) == 0 && didWith.Ends(before), q.ruling == "closed" && strings.HasSuffix(before, "审结"):
		deed = "answer"
	case strings.HasSuffix(before, "新增") && q.differs && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.did("carried_in") && z.isPositive() }):
		deed = "receive" // 本年新增49件，接上年6件
	default:
		return
	}
	q.thing, q.deeds, q.differs, q.ruling = "application", []string{deed}, false, ""
	q.own.deeds = q.deeds
}
