package reading

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// fill reads what a number counts out of the words before it, or behind it where those before it say nothing: 收到申请3件, 3件予以公开.
// lead is clauses without a number that lead up to it. It tells whether the words behind the number were taken.
func (r *reader) fill(q *Quantity, left, right, lead []token, first, toTheRight bool) (bound bool) {
	said := left
	switch silent := !saysWhat(left) || toTheRight && !first; {
	case silent && (saysWhat(right) || hasClass(right, contextWord, timelyWord)):
		said, bound = right, true
	case silent && first && len(lead) > 0:
		said = slices.Concat(lead, left)
	}
	if q.boundRight = bound; bound {
		said = withoutReason(said)
	}
	r.setFlags(q, said, bound)
	r.setUnread(q, said, bound)
	r.setThing(q, said, right, bound)
	r.otherCause = r.otherCause || q.otherCause
	q.otherCause = q.otherCause || r.otherCause && isDispute(cmp.Or(q.thing, r.thing))
	q.subset = !bound && slices.ContainsFunc(said, func(k token) bool { return k.is("对", "针对", "就") })
	q.own.thing = q.thing
	r.setDeeds(q, said, right, bound)
	if !bound {
		r.setResult(q, right)
	}
	r.inherit(q)
	return bound
}

// saysWhat says whether words tell what a number counts, or may with a word that is not known.
func saysWhat(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(k token) bool {
		return k.in(thingWord, deedWord, outcomeWord, rulingWord, applicantWord, channelWord) || k.mayNarrow()
	})
}

// mayNarrow says whether the token is no word of the vocabulary, and long enough to be one that says what is counted.
func (t *token) mayNarrow() bool {
	return t.kind == maskedToken || t.kind == unknownToken && t.End-t.Start > len("字")
}

func (r *reader) setFlags(q *Quantity, said []token, bound bool) {
	for j := range said {
		switch k := &said[j]; {
		case k.kind != wordToken:
		case k.word.class == rulingWord:
			if q.ruling == "" || !bound {
				q.ruling = k.word.value // the one nearest to the number
			}
		case k.word.class == applicantWord:
			q.applicants = append(q.applicants, k.word.value)
		case k.word.class == channelWord, k.is("信件", "来信", "来函") && j+1 < len(said) && said[j+1].means(thingWord, "application"), k.word.class == throughWord && j+1 < len(said) && said[j+1].means(thingWord, "foreign"):
			q.channel = true // 网上, 通过来信
		case k.word.class == timelyWord:
			q.timely = true
		case k.word.class == differenceWord:
			q.differs = true
		case k.word.class == changeWord:
			q.changedTo = true
		case k.word.class == lastYearWord:
			q.lastYear = true
		case k.word.class == otherTimeWord:
			q.otherTime = true
		case k.word.class == planWord:
			q.planned = true
		case k.word.class == sumWord:
			q.total = true
		case k.word.class == negationWord && k.word.text == "不存在" && j == len(said)-1 && !bound:
			q.deeds = append(q.deeds, "unavailable.not_held")
		case k.word.class == negationWord:
			q.denied = true
		}
	}
	q.by, q.year = r.by, r.year
	q.otherTime = q.otherTime || r.otherTime
}

// setUnread finds words that are not known and may say what is counted: one right beside the number, and any at all.
func (r *reader) setUnread(q *Quantity, said []token, bound bool) {
	var beside *token
	if bound {
		if i := slices.IndexFunc(said, func(k token) bool { return !k.in(plainWord, allWord, ofWord, conjunctionWord) }); i >= 0 {
			beside = &said[i]
		}
	} else {
		for j := range slices.Backward(said) {
			k := &said[j]
			if k.in(ofWord) && len(said) > 1 {
				break // what stands before 的 tells which, and not what
			}
			if k.is("工作", "业务", "方面") {
				q.unread = k.word.text
				break
			}
			if k.kind != maskedToken && !k.isMark() && !k.in(plainWord, sumWord, countWord, allWord, timelyWord, alikeWord, conjunctionWord, ofWord) {
				beside = k
				break
			}
		}
	}
	if beside != nil && beside.kind != wordToken {
		text := r.statement.Words(beside.Span)
		if beside.mayNarrow() || slices.Contains([]string{"村", "户", "家"}, text) {
			q.unread = text
		}
	}
	end := len(said)
	if bound {
		if deed := firstOf(said, deedWord, outcomeWord); deed >= 0 {
			end = deed
		}
	}
	start := lastOf(said[:end], etceteraWord) + 1 // what stands before 等 is only named as an example
	for j := start; j < end; j++ {
		if said[j].kind == colonMark {
			start = j + 1 // and what stands before ： only introduces it
		}
	}
	for j := start; j < end; j++ {
		if k := &said[j]; k.kind == unknownToken && k.mayNarrow() && !(r.name.Start <= k.Start && k.End <= r.name.End) {
			q.narrowing = r.statement.Words(k.Span)
			return
		}
	}
}

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
		q.thing, q.words = right[at].word.value, right[at].word.text // 发生1起有关政府信息公开的行政复议
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
	q.thing, q.words = said[last].word.value, said[last].word.text
	if slices.ContainsFunc(said[last:], func(k token) bool { return k.is("事项") }) {
		q.words += "事项"
	}
	if next := last + 1; isBareApplication(q.words) && next < len(said) && said[next].kind == unknownToken && said[next].Start == said[last].End {
		q.unread = r.statement.Words(Span{said[last].Start, said[next].End}) // a longer word that is not known
	}
	if last > 0 && isBareApplication(q.words) && r.qualifies(&said[last-1]) {
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

// namesOtherCause says whether words give a cause of disputes that is not known, and do not speak of disclosure: 因征地补偿引发.
func (r *reader) namesOtherCause(said []token) bool {
	cause := slices.IndexFunc(said, func(k token) bool { return k.is("因") })
	if cause < 0 || hasClass(said, contextWord) || slices.ContainsFunc(said, func(k token) bool { return k.means(thingWord, "application", "application?", "information") }) {
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
	return append(slices.Clone(said[:at]), slices.DeleteFunc(slices.Clone(said[at:]), func(k token) bool { return !k.in(outcomeWord, rulingWord) })...)
}

// joined says whether the words between two things make them one list: 行政复议、提起行政诉讼.
func joined(between []token) bool {
	conjunction := false
	for i := range between {
		switch k := &between[i]; {
		case k.kind == listMark || k.in(conjunctionWord):
			conjunction = true
		case !k.is("被", "提起") && !k.means(deedWord, "raise"):
			return false
		}
	}
	return conjunction
}

// setDeeds finds what was done with what is counted. Of deeds that are not joined only the one nearest to the number counts.
func (r *reader) setDeeds(q *Quantity, said, right []token, bound bool) {
	type deed struct {
		value    string
		at       int
		relative bool // 收到的: it only tells which
	}
	var deeds []deed
	examples := lastOf(said, etceteraWord)
	for j := range said {
		if k := &said[j]; k.in(deedWord, outcomeWord) && !(j < examples && len(deeds) > 0) { // 办理登记注册等行政许可
			value := k.word.value
			if value == "publish" && j > 0 && said[j-1].means(thingWord, "application") && said[j-1].End == k.Start {
				continue // 申请公开
			}
			if value == "publish" && k.is("制作") && documents[q.thing] != "" {
				value = "issue"
			}
			if value == "assist" {
				q.deeds = []string{"foreign"}
				q.own.deeds = q.deeds
				return
			}
			if r.isNegated(said, j) {
				value = "foreign"
			}
			if value == "carried" && !strings.Contains(k.word.text, "结") && r.directionOf(slices.Concat(said, right), j) == value {
				value = "foreign" // 转入司法程序
			}
			deeds = append(deeds, deed{value, j, j+1 < len(said) && said[j+1].in(ofWord)})
		}
	}
	q.ofReceived = slices.ContainsFunc(deeds, func(d deed) bool { return d.relative && d.value == "receive" })
	if slices.ContainsFunc(deeds, func(d deed) bool { return !d.relative }) {
		deeds = slices.DeleteFunc(deeds, func(d deed) bool { return d.relative })
	}
	around := slices.Concat(said, right)
	if bound {
		around = said
	}
	var kept []string
	for n := len(deeds) - 1; n >= 0; n-- {
		value := deeds[n].value
		if value == "carried" {
			value = r.directionOf(around, deeds[n].at)
		}
		if len(kept) == 0 {
			kept = []string{value}
			continue
		}
		if bound {
			kept = []string{deeds[0].value}
			if at := slices.IndexFunc(deeds, func(d deed) bool { return isOutcome(d.value) }); at >= 0 {
				kept = outcomesFrom(said[deeds[at].at:]) // 3件申请作出不予公开决定
			}
			if kept[0] == "carried" {
				kept[0] = r.directionOf(around, deeds[0].at)
			}
			break
		}
		next := kept[0]
		switch {
		case strings.HasPrefix(value, "carried") && next == "handle", value == "carried_out" && next == "answer":
			kept[0] = value // 结转下年继续办理
			continue
		case slices.Contains([]string{"raise", "publish", "rate"}, value) && next != "publish":
			q.published = q.published || value == "publish"
			continue
		}
		if !r.holdsNothingElse(said[deeds[n].at+1 : deeds[n+1].at]) {
			break
		}
		if (value == "answer" || value == "handle") && next == "carried_in" {
			continue // 办结上年结转2件
		}
		if group, _, found := strings.Cut(value, "."); found && group == next {
			kept[0] = value // 因不掌握相关政府信息无法提供
			continue
		}
		kept = append([]string{value}, kept...)
	}
	q.deeds = append(q.deeds, kept...)
	q.own.deeds = slices.Clone(q.deeds)
	q.published = q.published || q.did("publish")
}

func (r *reader) holdsNothingElse(between []token) bool {
	return !slices.ContainsFunc(between, func(k token) bool {
		return !k.isMark() && !k.in(plainWord, ofWord, conjunctionWord, thingWord, contextWord, allWord, timelyWord, sumWord)
	})
}

// setResult takes what came of what is counted from behind the number: 行政复议2件结果维持, 申请3件予以公开.
func (r *reader) setResult(q *Quantity, right []token) {
	first := slices.IndexFunc(right, func(k token) bool {
		return !k.in(plainWord, ofWord, countWord) && !k.means(thingWord, "application", "application?") && !k.means(deedWord, "decide")
	})
	if first < 0 {
		return
	}
	switch k := &right[first]; {
	case k.in(rulingWord) && isDispute(q.thing) && q.ruling == "":
		q.ruling = k.word.value
	case k.in(outcomeWord) && q.thing == "application" && len(q.deeds) == 0:
		q.deeds = outcomesFrom(right[first:])
		q.own.deeds = q.deeds
	}
}

// outcomesFrom lists the outcomes that words begin with: 其余9件为无法提供、不予处理和其他处理.
func outcomesFrom(said []token) (list []string) {
	at := 0
	for j := range said {
		switch k := &said[j]; {
		case !k.in(outcomeWord):
		case list != nil && !joined(said[at+1:j]):
			return list
		default:
			list, at = append(list, k.word.value), j
		}
	}
	return list
}

// isNegated says whether a deed is denied by a character that is no word by itself: 不再受理.
func (r *reader) isNegated(said []token, j int) bool {
	for j--; j >= 0 && said[j].is("予", "予以", "进行"); j-- {
	}
	return j >= 0 && said[j].kind == unknownToken && chinese.EndsWithAny(r.statement.Words(said[j].Span), []string{"不", "非", "未", "再", "难"})
}

// directionOf tells into or out of which year 结转 at j carries, by the years beside it; "carried" if they do not say.
func (r *reader) directionOf(said []token, j int) string {
	const before, behind = 4, 6 // words
	near, after := said[max(0, j-before):j], said[j+1:min(len(said), j+1+behind)]
	switch {
	case hasClass(near, lastYearWord) || hasClass(after, lastYearWord):
		return "carried_in"
	case hasClass(near, nextYearWord) || hasClass(after, nextYearWord):
		return "carried_out"
	}
	if i := slices.IndexFunc(after, func(k token) bool { return k.kind == yearToken }); i >= 0 {
		switch year := int(after[i].num.Value.IntPart()); {
		case year > r.unit.year:
			return "carried_out"
		case year < r.unit.year:
			return "carried_in"
		}
		return "carried"
	}
	for i := range slices.Backward(near) {
		if near[i].kind == yearToken {
			switch year := int(near[i].num.Value.IntPart()); {
			case year < r.unit.year:
				return "carried_in"
			case year > r.unit.year:
				return "carried_out"
			}
			return "carried"
		}
	}
	if r.year != 0 && r.year == r.unit.year-1 {
		return "carried_in"
	}
	return "carried"
}

// inherit takes over from the words further off what those beside the number leave open, and hands its own on.
func (r *reader) inherit(q *Quantity) {
	own := q.thing
	switch {
	case q.unread != "":
		q.thing = unknownThing
	case q.thing == "" && strings.HasSuffix(q.Unit, "元"):
		q.thing = unknownThing
		if r.thing == "fees" || r.thing == "handling_fee" || r.thing == "procurement" {
			q.thing = r.thing
		}
	case q.thing == "":
		q.thing = r.thing
	}
	inherited := false
	if len(q.deeds) == 0 && q.unread == "" && (len(q.applicants) > 0 || q.channel || q.timely) {
		from := r.deeds
		switch {
		case r.list != nil && len(r.list.whole.deeds) > 0:
			from = r.list.whole.deeds
		case r.scene != "" && (len(q.applicants) > 0 || q.channel):
			from = []string{r.scene}
		case len(q.applicants) == 0 && !q.channel:
			from = nil
		}
		q.deeds, inherited = slices.Clone(from), true
	}
	switch {
	case own != "" && q.thing != unknownThing:
		r.thing = q.thing
	case q.thing == unknownThing && q.Form != Rate && r.list == nil:
		r.thing = unknownThing
	}
	q.amongCauses = len(q.own.deeds) == 0 && (slices.Contains(r.deeds, "raise") || strings.Contains(r.statement.Text[q.Clause.Start:q.Start], "涉及"))
	if len(q.deeds) > 0 && !inherited {
		r.deeds = q.deeds
	}
}

// unknownThing is counted where a word stands beside a number that is not known.
const unknownThing = "?"
