package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// deed is something that was done with what is counted.
type deed struct {
	value    string
	at       int  // of its word
	relative bool // 收到的: it only tells which
}

// setDeeds finds what was done with what is counted. Of deeds that are not joined only the one nearest to the number counts.
func (r *reader) setDeeds(q *Quantity, said, right []token, bound bool) {
	around := slices.Concat(said, right)
	if bound {
		around = said
	}
	var deeds []deed
	examples := lastOf(said, etceteraWord)
	for j := range said {
		if !said[j].in(deedWord, outcomeWord) || j < examples && (deeds != nil || said[j].means(deedWord, "receive") && decisions()[q.thing].Name != "") { // 办理登记注册等行政许可
			continue
		}
		switch value := r.deedAt(q, said, around, j); {
		case value == "", isManner(said, j):
		case value == "assist":
			q.deeds = []string{"foreign"}
			q.own.deeds = q.deeds
			return
		default:
			deeds = append(deeds, deed{value, j, j+1 < len(said) && said[j+1].in(ofWord)})
		}
	}
	for n := range max(0, len(deeds)-1) {
		if deeds[n+1].at == deeds[n].at+1 && deeds[n].value == "answer" && deeds[n+1].value == "publish" {
			deeds[n].relative = deeds[n+1].relative // 答复公开的9件
		}
	}
	q.ofReceived = slices.ContainsFunc(deeds, func(d deed) bool { return d.relative && d.value == "receive" })
	if slices.ContainsFunc(deeds, func(d deed) bool { return !d.relative }) {
		deeds = slices.DeleteFunc(deeds, func(d deed) bool { return d.relative })
	}
	if bound && len(deeds) > 1 {
		q.deeds = append(q.deeds, r.boundDeeds(deeds, said)...)
	} else {
		q.deeds = append(q.deeds, r.joinedDeeds(q, deeds, said, around)...)
	}
	q.own.deeds = slices.Clone(q.deeds)
	q.published = q.published || q.did("publish")
}

// isManner says whether the deed at j is only how it came to another one behind it: 经研究后将信息提供给申请人的9件, 经评估继续执行的22件.
func isManner(said []token, j int) bool {
	return said[j].means(deedWord, "foreign", "amend") && j > 0 && said[j-1].in(throughWord) && hasClass(said[j+1:], deedWord, outcomeWord)
}

// deedAt is what the word at j says was done; "" for nothing.
func (r *reader) deedAt(q *Quantity, said, around []token, j int) string {
	k := &said[j]
	value := k.word.value
	if value == "publish" && j > 0 && said[j-1].means(thingWord, "application") && said[j-1].End == k.Start {
		return "" // 申请公开
	}
	if value == "publish" && k.is("制作") && documents[q.thing] != "" {
		value = "issue"
	}
	switch {
	case value == "assist":
		return value
	case k.is("转来") && j > 0 && (said[j-1].in(channelWord) || j > 1 && said[j-1].is("就") && said[j-2].in(channelWord)):
		return "receive" // 网站申请平台转来14件, but by another organ
	case r.isNegated(said, j):
		return "foreign"
	case value == "carried_in" && hasWord(said[:j], "连同", "加上") && hasClass(said[j:], sumWord):
		return "handle" // 连同上年结转共13件
	case value == "carried" && !strings.Contains(k.word.text, "结") && r.directionOf(around, j) == value:
		return "foreign" // 转入司法程序
	}
	return value
}

// boundDeeds are those of several that hold for what is bound to them: the first, or the outcomes.
func (r *reader) boundDeeds(deeds []deed, said []token) []string {
	kept := []string{deeds[0].value}
	if at := slices.IndexFunc(deeds, func(d deed) bool { return isOutcome(d.value) }); at >= 0 {
		kept = outcomesFrom(said[deeds[at].at:]) // 3件申请作出不予公开决定
	}
	if kept[0] == "decide" && deeds[1].value == "answer" {
		kept[0] = "answer" // 9件出具了书面答复
	}
	if kept[0] == "carried" {
		kept[0] = r.directionOf(said, deeds[0].at)
	}
	return kept
}

// joinedDeeds are the last deed and those that are joined to it.
func (r *reader) joinedDeeds(q *Quantity, deeds []deed, said, around []token) (kept []string) {
	for n := len(deeds) - 1; n >= 0; n-- {
		value := deeds[n].value
		if value == "carried" {
			value = r.directionOf(around, deeds[n].at)
		}
		if len(kept) == 0 {
			kept = []string{value}
			continue
		}
		next := kept[0]
		switch {
		case value == next:
			continue // 区分处理、部分公开
		case value == "carried_in" && next == "pending":
			kept[0] = value // 承接上年未办结8件
			continue
		case strings.HasPrefix(value, "carried") && next == "handle", value == "carried_out" && next == "answer":
			kept[0] = value // 结转下年继续办理
			continue
		case (value == "answer" || value == "handle") && isOutcome(next):
			continue // 办结结果为：予以公开9件
		case value == "answer" && next == "publish" && !slices.ContainsFunc(said[deeds[n].at+1:deeds[n+1].at], func(k token) bool { return !k.isMark() && !k.in(plainWord) }):
			continue // 答复公开2件, 答复：公开2件
		case isOutcome(value) && (next == "answer" || next == "handle"):
			kept[0] = value // 作出不予处理答复3件
			continue
		case slices.Contains([]string{"raise", "publish", "rate"}, value) && next != "publish":
			q.published = q.published || value == "publish"
			continue
		}
		if strings.HasPrefix(next, value+".") {
			continue // 无法提供中不掌握39件
		}
		if value == "receive" && isOutcome(next) && hasKind(said[deeds[n].at:deeds[n+1].at], colonMark) {
			continue // 均由自然人提出：予以公开1件
		}
		if !r.holdsNothingElse(said[deeds[n].at+1 : deeds[n+1].at]) {
			break
		}
		if (value == "answer" || value == "handle") && next == "carried_in" {
			continue // 办结上年结转2件
		}
		if value == "carried_in" && (next == "answer" || next == "handle") {
			kept[0] = value // 完成上年结转申请答复1件
			continue
		}
		if group, _, found := strings.Cut(value, "."); found && group == next {
			kept[0] = value // 因不掌握相关政府信息无法提供
			continue
		}
		kept = append([]string{value}, kept...)
	}
	return kept
}

func (r *reader) holdsNothingElse(between []token) bool {
	return !slices.ContainsFunc(between, func(k token) bool {
		return !k.isMark() && !k.in(plainWord, ofWord, conjunctionWord, thingWord, contextWord, allWord, timelyWord, sumWord, countWord) && r.statement.Words(k.Span) != "而"
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
	if outcome := firstOf(right, outcomeWord); outcome > 0 && right[0].is("因", "由于") && len(q.deeds) == 0 {
		q.deeds = outcomesFrom(right[outcome:]) // 个人有一件因没有相关信息而无法提供
		q.own.deeds = q.deeds
		return
	}
	switch k := &right[first]; {
	case r.namesWhoTries(k): // 1件由市政府审理
	case k.in(rulingWord) && isDispute(q.thing) && q.ruling == "":
		q.ruling = k.word.value
	case k.in(outcomeWord) && q.thing == "application" && len(q.deeds) == 0,
		k.in(outcomeWord) && q.isBehindColon() && (q.did("handle") || q.did("answer")): // 处理情况为：2件予以公开
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
	return j >= 0 && said[j].kind == unknownToken && chinese.EndsWithAny(r.statement.Words(said[j].Span), []string{"不", "非", "再", "难"})
}

// directionOf tells into or out of which year 结转 at j carries, by the years beside it; "carried" if they do not say.
func (r *reader) directionOf(said []token, j int) string {
	const before, behind = 4, 6 // words
	near, after := said[max(0, j-before):j], said[j+1:min(len(said), j+1+behind)]
	switch {
	case hasClass(near, lastYearWord) || hasClass(after, lastYearWord):
		return "carried_in"
	case hasClass(near, nextYearWord) || hasClass(after, nextYearWord) || hasMeaning(after, deedWord, "carried_out"):
		return "carried_out"
	case hasWord(near, "年初", "期初"), said[j].is("转到", "转入", "转至", "移至") && hasWord(after, "今年", "今年来", "本年", "本年度"): // 年初没有结转, 没有转到今年来的
		return "carried_in"
	}
	if i := slices.IndexFunc(after, func(k token) bool { return k.kind == yearToken }); i >= 0 {
		switch year := int(after[i].num.Value.IntPart()); {
		case year > r.unit.year:
			return "carried_out"
		case year < r.unit.year || i > 0 && after[i-1].is("至", "到"): // 结转至2024年
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
