package reading

import (
	"slices"
	"strings"
)

// distribute gives the numbers behind 分别 to the words before it: 新收、办结分别为3件、2件.
func (r *reader) distribute(c []token, numbers int) {
	at := slices.IndexFunc(c, func(k token) bool {
		return k.kind == wordToken && (strings.HasPrefix(k.word.text, "分别") || strings.HasPrefix(k.word.text, "依次"))
	})
	switch {
	case at < 0:
		if r.areSharesOfList(c, numbers) || r.areSharesOfEach(c, numbers) {
			r.distributeRates(r.counted[len(r.counted)-numbers:])
		}
		return
	case countsKinds(c[:at]):
		numbers-- // 三种情形依次为2件、4件、3件
	case hasKind(c[:at], numberToken), hasKind(c[:at], percentToken):
		return
	}
	if numbers < 2 || len(r.counted) < numbers {
		return
	}
	shared := r.counted[len(r.counted)-numbers:]
	isOf := func(form Form) func(*Quantity) bool { return func(q *Quantity) bool { return q.Form == form } }
	switch {
	case at+1 < len(c) && c[at+1].in(shareWord) && shared[0].Form == Number && numbers > 2:
		r.distributeShares(shared[0], shared[1:])
	case every(shared, isOf(Rate)):
		r.distributeRates(shared)
	case every(shared, isOf(Number)):
		if rows := groundsOf(r.statement.Text[c[0].Start:c[at].Start], numbers); at > 0 && len(unique(rows)) == numbers {
			r.distributeOver(rows, shared)
		} else {
			r.distributeAmong(slices.Concat(r.lead, c[:at]), shared)
		}
	}
}

func every(list []*Quantity, is func(*Quantity) bool) bool {
	return !slices.ContainsFunc(list, func(q *Quantity) bool { return !is(q) })
}

// distributeShares gives shares of one number to as many before it: 分别占170件的69.41%、23.53%和7.06%.
func (r *reader) distributeShares(whole *Quantity, rates []*Quantity) {
	before := r.counted[:len(r.counted)-len(rates)-1]
	if len(before) < len(rates) {
		return
	}
	for n, q := range rates {
		q.of, q.within, q.isShare = before[len(before)-len(rates)+n], whole, true
	}
}

// distributeOver gives numbers to the rows of table three that the words before them name.
func (r *reader) distributeOver(rows []string, numbers []*Quantity) {
	for n, q := range numbers {
		q.alike, q.doubt, q.thing, q.deeds = nil, doubt{}, "application", rows[n:n+1]
		q.own.thing, q.own.deeds = "", q.deeds
		if q.whole != nil && !q.isReasonOf(q.whole) {
			q.leaves()
		}
		if q.whole == nil && r.list != nil && q.isReasonOf(r.list.whole) {
			q.joins(r.list)
		}
	}
}

// distributeAmong gives numbers to words of one kind before them. Those of words that are not known are none of this unit's.
func (r *reader) distributeAmong(before []token, numbers []*Quantity) {
	labels := labelsFor(before, len(numbers))
	if labels == nil {
		if !slices.ContainsFunc(numbers[1:], (*Quantity).saysItself) {
			for _, q := range numbers {
				q.deeds = []string{"foreign"} // 财政局、住建局分别收到申请38件、27件
			}
		}
		return
	}
	deed, thing := lastOf(before, deedWord, outcomeWord), lastOf(before, thingWord)
	for n, q := range numbers {
		q.alike, q.unread = nil, ""
		q.leaves()
		if thing >= 0 {
			q.thing, q.own.thing = before[thing].word.value, before[thing].word.value
		}
		switch label := labels[n].word; label.class {
		case thingWord:
			q.thing, q.own.thing = label.value, label.value
		case applicantWord:
			q.applicants, q.deeds = []string{label.value}, []string{"receive"}
			if deed >= 0 {
				q.deeds = []string{before[deed].word.value}
			}
		case rulingWord:
			q.ruling = label.value
		case deedWord:
			q.deeds = []string{label.value}
			if label.value == "carried" {
				at := slices.IndexFunc(before, func(k token) bool { return k.Start == labels[n].Start })
				q.deeds[0] = r.directionOf(before, at) // 本期新收与上年结转分别为18件和2件
			}
			q.own.deeds = q.deeds
		default:
			q.deeds = []string{label.value}
		}
	}
	r.list = nil
}

// countsKinds says whether the only number of some words is how many kinds they name.
func countsKinds(c []token) bool {
	at := lastOfKind(c, numberToken)
	return at >= 0 && slices.Contains([]string{"种", "类", "项", "者"}, c[at].num.Unit) && !hasKind(c[:at], numberToken) && !hasKind(c, percentToken)
}

// saysItself says whether words beside a number tell what it counts.
func (q *Quantity) saysItself() bool {
	return q.own.thing != "" || len(q.own.deeds) > 0 || len(q.applicants) > 0 || q.ruling != "" || q.narrowing != ""
}

// labelsFor lists the words that as many numbers belong to, in order; nil if the words do not say.
func labelsFor(tokens []token, numbers int) []token {
	for _, classes := range [][]class{{applicantWord}, {rulingWord}, {outcomeWord}, {deedWord, outcomeWord}, {thingWord}} {
		var list []token
		for _, k := range tokens {
			if k.in(classes...) && !k.means(deedWord, "raise", "foreign") {
				list = append(list, apart(k)...)
			}
		}
		if len(list) == numbers || len(list) > numbers && classes[0] == thingWord {
			return list[len(list)-numbers:]
		}
	}
	return nil
}

// apart is a word for two outcomes as one for each: 予以公开、部分公开.
func apart(k token) (list []token) {
	for value := range strings.SplitSeq(k.word.value, "+") {
		one, of := *k.word, *k.word.sense
		of.value, one.sense = value, &of
		k.word = &one
		list = append(list, k)
	}
	return list
}

// areSharesOfList says whether a clause has nothing but percentages in a row, as many as the clause before it has numbers: 依次为160条、120条、80条、40条，
// 占总数的40%、30%、20%、10%.
func (r *reader) areSharesOfList(c []token, numbers int) bool {
	first := slices.IndexFunc(c, func(k token) bool { return k.kind == percentToken })
	if first < 0 || numbers < 2 || len(r.counted) < 2*numbers || len(c[first:]) != 2*numbers-1 {
		return false
	}
	for i, k := range c[first:] {
		if i%2 == 0 && k.kind != percentToken || i%2 == 1 && k.kind != listMark {
			return false
		}
	}
	before := r.counted[:len(r.counted)-numbers]
	last, listed := before[len(before)-1], 0
	for _, q := range before {
		if q.Clause == last.Clause && q.Unit == last.Unit {
			listed++
		}
	}
	return listed == numbers
}

// areSharesOfEach says whether a clause gives each of several numbers before it a percentage: 律师事务所12件，企业6件，各占8.8%和4.4%.
func (r *reader) areSharesOfEach(c []token, numbers int) bool {
	first := slices.IndexFunc(c, func(k token) bool { return k.kind == percentToken })
	return numbers > 1 && first > 0 && !hasKind(c, numberToken) && strings.HasSuffix(r.statement.Text[c[0].Start:c[first].Start], "各占") && len(r.counted) >= 2*numbers
}

// distributeRates gives the percentages behind 分别 to the last numbers before them: 自然人11件、企业3件，占比分别为78.6%、21.4%.
// Numbers of several units are no such list: 满分5分，收回评议表118份，满意、不满意分别占90%、10%.
func (r *reader) distributeRates(rates []*Quantity) {
	var of []*Quantity
	for _, q := range slices.Backward(r.counted[:len(r.counted)-len(rates)]) {
		if len(of) < len(rates) && q.Form == Number {
			of = append(of, q)
		}
	}
	if len(of) < len(rates) || slices.ContainsFunc(of, func(q *Quantity) bool { return q.Unit != of[0].Unit }) {
		return
	}
	slices.Reverse(of)
	if before := r.statement.Text[rates[0].Clause.Start:rates[0].Start]; strings.Contains(before, "率") && !strings.Contains(before, "占") {
		return // 建议311件、提案406件，公开率分别为98.7%和97.8%
	}
	for n, q := range rates {
		q.of, q.isShare = of[n], true
	}
}
