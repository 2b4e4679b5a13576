package reading

import (
	"slices"

	"nianbao/internal/chinese"
)

// clause reads the tokens between two marks.
func (r *reader) clause(c []token) {
	if end := r.countedPart(c); end > 0 {
		r.clause(c[:end])
		c = c[end+1:]
	}
	if r.deny(c) {
		return
	}
	last, toTheRight := 0, false // behind the last number; whether numbers take the words behind them
	numbers := 0
	for i := range c {
		if c[i].kind != numberToken && c[i].kind != percentToken {
			continue
		}
		left, right := r.outOf(r.announced(c[last:i])), behind(c[i+1:])
		if next := i + 1 + len(right); next < len(c) && c[next].kind == numberToken && len(right) > 0 {
			if at := firstOf(right, thingWord); at >= 0 && hasClass(right[at:], deedWord) {
				right = right[:at+1] // 3件申请已答复2件
			}
		}
		if len(right) > 0 && right[0].kind == yearToken && saysWhat(left) {
			right = nil // 办结15件2024年……: the mark between them is lost
		}
		q := &Quantity{Numeral: *c[i].num, Span: c[i].Span, Clause: spanOf(c), Statement: r.statement}
		q.from = min(r.saidFrom(c), q.Start)
		q.bracketed = len(r.brackets) > 0
		_, digit := chinese.Digit(chinese.FirstRune(r.statement.Words(q.Span)))
		q.inWords = !digit
		q.Bound = boundOf(r.statement.Text, q.Span, &q.Numeral)
		var lead []token
		if numbers == 0 {
			lead = r.lead
		}
		if c[i].kind == percentToken {
			q.Form = Rate
		}
		bound := r.fill(q, left, right, lead, toTheRight)
		if rest := c[i+1:]; hasMeaning(rest, deedWord, "withdraw") && !hasKind(rest, numberToken) {
			q.deeds, q.narrowing = []string{"withdraw"}, "" // 2件经沟通由申请人撤回
		}
		if numbers == 0 || bound {
			toTheRight = bound
		}
		if year := slices.IndexFunc(left, func(k token) bool { return k.kind == yearToken }); year >= 0 && q.year == 0 && !bound && !q.did("carried_in", "carried_out", "carried") {
			q.year = int(left[year].num.Value.IntPart()) // 公众号2023年发布160条
		}
		if r.isOfYearBefore(left) {
			q.lastYear, q.differs = true, false
		}
		q.lastYear = q.lastYear || q.bracketed && r.ofYearBefore
		if q.Form == Rate {
			r.setShare(q, left, lead, c)
		} else {
			r.place(q, c, i, left, right, bound)
		}
		if before := r.lastCounted(); q.changedTo && before != nil && before.Unit == q.Unit {
			before.lastYear = true
		}
		if before := r.lastCounted(); q.bracketed && numbers == 0 && before != nil && before.Form == Rate && before.isShare && r.statement.Text[before.End:q.Start] == "（" {
			before.of = q // 占80%（4件）
		}
		r.counted = append(r.counted, q)
		last = i + 1
		numbers++
	}
	r.distribute(c, numbers)
	r.cover(c)
	if at := lastOf(c[last:], partWord); at >= 0 && c[last+at].word.text != "含" {
		r.announce(c[last+at].word.text, true)
	}
}

// countedPart is the 、 that parts what a clause counts from what it then denies, 0 for none: 许可305件、处罚106件、无收费.
func (r *reader) countedPart(c []token) int {
	at := firstOf(c, negationWord)
	if at <= 0 || at == len(c)-1 || c[at-1].kind != listMark || !hasKind(c[:at], numberToken) {
		return 0
	}
	return at - 1
}

// saidFrom is where a clause begins to say something, behind the year and the name of whom it is about.
func (r *reader) saidFrom(c []token) int {
	from := c[0].Start
	for i := range c {
		if c[i].kind != yearToken && c[i].kind != timeToken {
			from = c[i].Start
			break
		}
	}
	if r.name.Start >= c[0].Start && r.name.End <= c[len(c)-1].End {
		from = max(from, r.name.End)
	}
	return from
}

// behind is the words behind a number up to the next mark or number, or up to 中: 6件申请中予以公开4件. Outcomes at the end of a clause stay
// together: 其余9件为无法提供、不予处理.
func behind(tokens []token) []token {
	for end := range tokens {
		k := &tokens[end]
		if k.kind == listMark && end+1 < len(tokens) && tokens[end+1].in(outcomeWord) && !hasKind(tokens[end:], numberToken) {
			continue
		}
		if k.in(conjunctionWord) && hasKind(tokens[end:], numberToken) {
			return tokens[:end] // 其余7件和上年结转的1件
		}
		if k.isMark() || k.kind == numberToken || k.kind == percentToken || k.is("中", "里") {
			return tokens[:end]
		}
	}
	return tokens
}

// outOf takes what a number is a part of out of the words before it: 新收申请中有5件.
func (r *reader) outOf(left []token) []token {
	at := slices.IndexFunc(left, func(k token) bool { return k.is("中", "里") })
	if at <= 0 {
		return left
	}
	thing, deed := lastOf(left[:at], thingWord), lastOf(left[:at], deedWord)
	switch {
	case thing >= 0:
		r.thing = left[thing].word.value
	case deed < 0 || !left[deed].means(deedWord, "receive", "answer", "handle"):
		return left
	}
	r.scene = ""
	if deed >= 0 {
		r.scene = left[deed].word.value
	}
	return left[at+1:]
}

// setShare tells what a percentage is one of.
func (r *reader) setShare(q *Quantity, left, lead, c []token) {
	q.isShare = hasClass(left, shareWord)
	q.labelled = q.isShare && !hasKind(c[:slices.IndexFunc(c, func(k token) bool { return k.kind == percentToken })], numberToken) && saysWhat(left[:firstOf(left, shareWord)])
	q.namesOutcome = q.labelled && hasClass(left, outcomeWord)
	q.isRate = hasMeaning(left, deedWord, "rate")
	q.differs = q.differs || hasClass(lead, differenceWord)
	var near []*Quantity
	for _, z := range slices.Backward(r.counted) {
		if z.Form == Number {
			if near = append(near, z); len(near) == 2 {
				break
			}
		}
	}
	if len(near) > 0 {
		q.of = near[0]
	}
	if len(near) > 1 && slices.ContainsFunc(c, func(k token) bool {
		return k.in(shareWord) && k.Start >= near[1].End && k.Start < near[0].Start
	}) {
		q.of, q.within, q.isShare = near[1], near[0], true
	}
}

// isOfYearBefore says whether a number is the one of the year before that this year's is compared with: 较2024年的158件.
func (r *reader) isOfYearBefore(left []token) bool {
	year := slices.IndexFunc(left, func(k token) bool { return k.kind == yearToken && int(k.num.Value.IntPart()) == r.unit.year-1 })
	return year > 0 && !hasClass(left[year:], differenceWord) && hasWord(left[:year], "较", "比", "与", "从", "由", "同比")
}
