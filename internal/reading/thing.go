package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// setThing finds what is counted: the noun behind the number (收到5件申请), or the last before it.
func (r *reader) setThing(q *Quantity, said, right []token, bound bool) {
	if !bound {
		head := slices.IndexFunc(right, func(k token) bool { return !k.in(ofWord, applicantWord) })
		if head >= 0 && right[head].in(thingWord) {
			q.thing, q.words = right[head].word.value, right[head].word.text
			return
		}
	}
	last := lastOf(said, thingWord)
	if at := lastOf(right, thingWord); last < 0 && !bound && at >= 0 && hasClass(said, deedWord) {
		q.thing, q.words = right[at].word.value, right[at].word.text // 发生1起有关信息公开的复议
		return
	}
	if last < 0 {
		return
	}
	if !bound {
		from := last
		for i := last; i < len(said); i++ {
			if said[i].kind == colonMark {
				from = i
			}
		}
		if i := slices.IndexFunc(said[from:], func(k token) bool { return k.kind == unknownToken && k.mayNarrow() }); i >= 0 {
			q.behindIt = r.statement.Words(said[from+i].Span)
		}
	}
	if last > 0 && said[last].is("信件", "来信", "邮件", "信函") && said[last-1].means(thingWord, "application") {
		last-- // 公开申请信件
	}
	if at := r.appliedForAt(said, last); at >= 0 && slices.Contains(caseUnits, q.Unit) {
		last = at
	}
	if last > 1 && said[last].is("数据") && said[last-1].in(ofWord) && said[last-2].in(thingWord) {
		last -= 2 // 行政许可、行政处罚的数据
	}
	q.thing, q.words = said[last].word.value, said[last].word.text
	alone := !slices.ContainsFunc(said[:last], func(k token) bool { return !k.in(plainWord, sumWord) })
	if said[last].is("登记申请") && alone && r.statement.topic == "application" {
		q.thing, q.deeds = "application", []string{"receive"} // 依申请公开：本镇共登记申请13件
	}
	if q.thing == "review" && chinese.EndsWithAny(r.statement.Text[:q.Start], []string{"经复议", "经过复议"}) {
		q.thing = "litigation_after_review" // 直接起诉3件，经复议4件
	}
	if said[last].is("文件") && last > 0 && said[last-1].means(deedWord, "in_force") && r.thing == "normative" {
		q.thing = "normative" // 出台行政规范性文件2件，现行有效文件增至9件
	}
	if q.words == "收费" && r.statement.Names("fees") {
		q.thing = "fees" // 公开行政事业性收费标准，收费金额36万元
	}
	if hasWord(said[last:], "事项") {
		q.words += "事项"
	}
	if next := last + 1; isBareApplication(q.words) && next < len(said) && said[next].kind == unknownToken && said[next].Start == said[last].End {
		q.unread = r.statement.Words(Span{said[last].Start, said[next].End}) // a longer word that is not known
	}
	if last > 0 && isBareApplication(q.words) && (r.qualifies(&said[last-1]) || strings.HasSuffix(r.statement.Words(said[last-1].Span), "类") && !said[last-1].in(contextWord, outcomeWord) && !said[last-1].is("各类")) {
		q.unread = r.statement.Words(Span{said[last-1].Start, said[last].End}) // 医师执业变更申请
	}
	for i := range said[:last] {
		if q.thing == "litigation" && said[i].means(thingWord, "litigation_direct", "litigation_after_review") {
			q.thing = said[i].word.value // 未经复议直接起诉的行政诉讼案件
			return
		}
	}
	q.otherCause = isDispute(q.thing) && (r.otherCause || r.namesOtherCause(said)) || isDispute(q.thing) && slices.ContainsFunc(said[:last], func(k token) bool {
		return k.means(thingWord, "penalties", "licensing", "compulsion", "foreign", "fees")
	})
	for last > 0 {
		before := lastOf(said[:last], thingWord)
		if before < 0 || !joined(said[before+1:last]) {
			return
		}
		q.alike = append(q.alike, said[before].word.value)
		last = before
	}
}

// appliedForAt is where words say that what stands before 的 and a number was applied for, -1 if they do not: 村民申请公开村级财务等信息的3件.
func (r *reader) appliedForAt(said []token, last int) int {
	if !said[last].means(thingWord, "information") || last != len(said)-2 || !said[last+1].in(ofWord) {
		return -1
	}
	at := lastOf(said[:last], thingWord)
	for at >= 0 && !said[at].means(thingWord, "application", "application?") {
		at = lastOf(said[:at], thingWord)
	}
	if at >= 0 && chinese.StartsWithAny(said[at].word.text, []string{"申请", "要求", "请求"}) {
		return at
	}
	return -1
}

// namesOtherCause says whether words give a cause of disputes that is not known, and do not speak of disclosure: 因征地补偿引发.
func (r *reader) namesOtherCause(said []token) bool {
	cause := slices.IndexFunc(said, func(k token) bool { return k.is("因") })
	if cause < 0 || hasClass(said, contextWord) || hasMeaning(said, thingWord, "application", "application?", "information") {
		return false
	}
	return slices.ContainsFunc(said[cause:], func(k token) bool { return k.kind == unknownToken && k.mayNarrow() })
}

// isBareApplication says whether a word for an application may be one for anything.
func isBareApplication(text string) bool {
	switch text {
	case "申请", "申请件", "申请书", "申请表", "申请事项", "书面申请":
		return true
	}
	return false
}

// qualifies says whether a token before 申请 tells what is applied for, and is not known.
func (r *reader) qualifies(k *token) bool {
	if k.is("信件", "来信", "来函", "邮件", "信函") {
		return false // by which way
	}
	return k.kind == unknownToken && k.mayNarrow() && !(r.name.Start <= k.Start && k.End <= r.name.End) || k.means(thingWord, "licensing", "foreign", "handling_fee")
}

// withoutReason leaves the reason out that is given behind a number: 1件因提交时间较晚. What came of it stays.
func withoutReason(said []token) []token {
	at := slices.IndexFunc(said, func(k token) bool { return k.is("因", "由于") })
	if at < 0 {
		return said
	}
	return append(slices.Clone(said[:at]), slices.DeleteFunc(slices.Clone(said[at:]), func(k token) bool {
		return !k.in(outcomeWord, rulingWord, nextYearWord) && !k.means(deedWord, "carried", "carried_out") && k.kind != yearToken
	})...)
}

// joined says whether the words between two things make them one list: 行政复议、提起行政诉讼.
func joined(between []token) bool {
	conjunction := false
	for i := range between {
		switch k := &between[i]; {
		case k.kind == listMark || k.in(conjunctionWord):
			conjunction = true
		case !k.is("被") && !k.means(deedWord, "raise"):
			return false
		}
	}
	return conjunction
}

// unknownThing is counted where a word stands beside a number that is not known.
const unknownThing = "?"
