package reading

import (
	"slices"
	"strings"
)

// clause reads the tokens between two marks.
func (r *reader) clause(c []token) {
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
		q := &Quantity{Numeral: *c[i].num, Span: c[i].Span, Clause: spanOf(c), Statement: r.statement}
		q.from = min(r.saidFrom(c), q.Start)
		q.bracketed = len(r.brackets) > 0
		q.inWords = !startsWithDigit(r.statement.Words(q.Span))
		q.Bound = boundOf(r.statement.Text, q.Span, &q.Numeral)
		var lead []token
		if numbers == 0 {
			lead = r.lead
		}
		if c[i].kind == percentToken {
			q.Form = Rate
		}
		bound := r.fill(q, left, right, lead, numbers == 0, toTheRight)
		if numbers == 0 || bound {
			toTheRight = bound
		}
		if q.Form == Rate {
			r.setShare(q, left, lead, c)
		} else {
			r.place(q, c, i, left, right, bound)
		}
		if before := r.lastCounted(); q.changedTo && before != nil && before.Unit == q.Unit {
			before.lastYear = true
		}
		q.lastYear = q.lastYear || r.isOfYearBefore(left)
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

func startsWithDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// behind is the words behind a number up to the next mark or number, or up to 中: 6件申请中予以公开4件.
func behind(tokens []token) []token {
	end := slices.IndexFunc(tokens, func(k token) bool {
		return k.isMark() || k.kind == numberToken || k.kind == percentToken || k.is("中", "里")
	})
	if end < 0 {
		return tokens
	}
	return tokens[:end]
}

// announced takes the marker of a list out of the words before a number, and opens the list.
func (r *reader) announced(left []token) []token {
	first := firstOf(left, partWord)
	if first < 0 {
		return left
	}
	r.announce(left[first].word.text, false)
	return left[lastOf(left, partWord)+1:]
}

// outOf takes what a number is a part of out of the words before it: 新收申请中有5件.
func (r *reader) outOf(left []token) []token {
	at := slices.IndexFunc(left, func(k token) bool { return k.is("中", "里") })
	if at <= 0 {
		return left
	}
	thing, deed := lastOf(left[:at], thingWord), lastOf(left[:at], deedWord)
	if thing < 0 {
		return left
	}
	r.thing, r.scene = left[thing].word.value, ""
	if deed >= 0 {
		r.scene = left[deed].word.value
	}
	return left[at+1:]
}

// announce opens the list that 其中 or 包括 announces.
func (r *reader) announce(marker string, items bool) {
	whole := r.lastNear()
	if strings.Contains(marker, "其中") {
		whole = r.wholeBefore()
	}
	if whole != nil && whole.Form == Number {
		r.list = &list{whole: whole, marker: marker, items: items}
	}
}

// setShare tells what a percentage is one of.
func (r *reader) setShare(q *Quantity, left, lead, c []token) {
	q.isShare = hasClass(left, shareWord)
	q.isRate = slices.ContainsFunc(left, func(k token) bool { return k.means(deedWord, "rate") })
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

// place finds a number's place in the lists of its sentence.
func (r *reader) place(q *Quantity, c []token, i int, left, right []token, bound bool) {
	if l := r.list; l != nil && strings.HasPrefix(l.marker, "其中") && len(l.whole.parts) == 0 {
		r.narrowList(q, left)
	}
	q.open = slices.ContainsFunc(left, func(k token) bool {
		return k.kind == unknownToken && strings.Contains(r.statement.Words(k.Span), "主要")
	}) || hasClass(right[:min(1, len(right))], etceteraWord)
	r.addUp(q, bound)
	set := len(right) < len(c[i+1:]) && c[i+1+len(right)].is("中", "里")
	if set && r.list != nil && r.list.marker != "（" {
		r.list = nil // 在500个页面里: another set
	}
	switch l := r.list; {
	case l == nil && r.ended != nil && q.Unit == r.ended.whole.Unit && q.canBePartOf(r.ended.whole):
		r.ended.beyond = append(r.ended.beyond, q)
	case l == nil || l.whole == q:
	case q.did("carried_in"):
		q.within = l.whole // which it may be among, though it is none of the kinds that the list divides
	case r.endsList(q, l):
		r.list = nil
	case l.numbered && !r.numbered:
		// only the first number of a numbered item is the item's
	case q.canBePartOf(l.whole):
		q.joins(l)
		r.numbered = false
		if l.separator == 0 && len(l.whole.parts) == 2 {
			l.separator = r.separatorBetween(c, l.whole.parts[0], q)
		}
	case l.marker != "（":
		r.list = nil
	}
	if q.whole == nil {
		r.whole = q
	}
	switch rest := c[i+1:]; {
	case set || len(rest) == 1 && rest[0].is("内"):
		r.list = &list{whole: q, marker: "中"}
	case len(rest) > 0 && rest[0].kind == colonMark:
		r.list = &list{whole: q, marker: "："}
	}
}

// narrowList turns 其中不予公开的为…, which divides one kind of outcome, to the number of that kind.
func (r *reader) narrowList(q *Quantity, left []token) {
	for j := 0; j+2 < len(left); j++ {
		if left[j].in(outcomeWord) && left[j+1].in(ofWord) && slices.ContainsFunc(left[j+2:], func(k token) bool { return k.in(alikeWord) || k.is("为", "有", "中") }) {
			if whole := r.lastThatDid(left[j].word.value); whole != nil {
				r.list = &list{whole: whole, marker: "其中"}
				if len(q.deeds) == 1 && q.deeds[0] == left[j].word.value {
					q.deeds = []string{"foreign"}
				}
			}
			return
		}
	}
}

// separatorBetween is the strongest mark between two items.
func (r *reader) separatorBetween(c []token, a, b *Quantity) tokenKind {
	between := r.statement.Text[min(a.End, b.Start):b.Start]
	for _, m := range []struct {
		mark string
		kind tokenKind
	}{{"；", semicolonMark}, {"。", stopMark}, {"，", commaMark}} {
		if strings.Contains(between, m.mark) {
			return m.kind
		}
	}
	return listMark
}

// mostParts is how many parts of a whole are read: they are held against each other. The longest list in real reports has 14.
const mostParts = 100

// canBePartOf says whether a number may be one of the items that a whole is divided into.
func (q *Quantity) canBePartOf(whole *Quantity) bool {
	switch {
	case whole.Form != Number || len(whole.parts) == mostParts || q.Form != Number || q.inWords != whole.inWords:
		return false
	case q.differs || q.lastYear:
		return false
	case q.Unit != whole.Unit && slices.Contains([]string{"字", "%", "元", "名", "台", "?"}, q.Unit):
		return false
	case slices.Contains(q.own.deeds, "carried_in") || slices.Contains(q.own.deeds, "carried"):
		return false
	case slices.Contains(q.own.deeds, "carried_out"):
		return slices.ContainsFunc(whole.parts, (*Quantity).hasOutcome)
	}
	switch q.own.thing {
	case "normative":
		return whole.is("normative", "information")
	case "review", "litigation", "litigation_direct", "litigation_after_review", "fees", "handling_fee":
		return whole.is(q.own.thing)
	case "application":
		return whole.IsOfRequests()
	}
	return true
}

// addUp makes a number that is called a total the whole of those before it: 网上收到3件、信函2件，共5件.
func (r *reader) addUp(q *Quantity, bound bool) {
	if !q.total || len(q.own.deeds) > 0 || q.own.thing != "" || q.unread != "" || len(q.applicants) > 0 || q.channel || bound {
		return
	}
	var parts []*Quantity
	var deeds []string
	channels := true
	for _, z := range r.counted {
		if z.Form == Number && z.whole == nil && len(z.parts) == 0 && z.Unit == q.Unit && z.thing == q.thing && !z.differs {
			parts = append(parts, z)
			deeds = append(deeds, z.deeds...)
			channels = channels && z.channel
			if z.Bound != Exact {
				return
			}
		}
	}
	slices.Sort(deeds)
	deeds = slices.Compact(deeds)
	switch {
	case len(parts) < 2:
		return
	case q.is("application") && slices.Equal(deeds, []string{"carried_in", "receive"}):
		q.deeds = []string{"handle"}
	case q.is("application") && (slices.Equal(deeds, []string{"receive"}) || len(deeds) == 0 && channels):
		q.deeds = []string{"receive"}
	case q.is("information") && channels:
	default:
		return
	}
	l := &list{whole: q, marker: "共"}
	for _, z := range parts {
		z.joins(l)
	}
}

// distribute gives the numbers behind 分别 to the words before it: 新收、办结分别为3件、2件.
func (r *reader) distribute(c []token, numbers int) {
	at := slices.IndexFunc(c, func(k token) bool { return k.kind == wordToken && strings.HasPrefix(k.word.text, "分别") })
	if at < 0 || numbers < 2 || len(r.counted) < numbers || slices.IndexFunc(c, func(k token) bool { return k.kind == numberToken }) < at {
		return
	}
	shared := r.counted[len(r.counted)-numbers:]
	if slices.ContainsFunc(shared, func(q *Quantity) bool { return q.Form != Number }) {
		return
	}
	labels := labelsFor(append(slices.Clone(r.lead), c[:at]...), numbers)
	if labels == nil {
		return
	}
	all := append(slices.Clone(r.lead), c[:at]...)
	deed, thing := lastOf(all, deedWord, outcomeWord), lastOf(all, thingWord)
	for n, q := range shared {
		q.alike, q.unread = nil, ""
		q.leaves()
		if thing >= 0 {
			q.thing, q.own.thing = all[thing].word.value, all[thing].word.value
		}
		switch label := labels[n].word; label.class {
		case thingWord:
			q.thing, q.own.thing = label.value, label.value
		case applicantWord:
			q.applicants, q.deeds = []string{label.value}, []string{"receive"}
			if deed >= 0 {
				q.deeds = []string{all[deed].word.value}
			}
		case rulingWord:
			q.ruling = label.value
		default:
			q.deeds = []string{label.value}
		}
	}
	r.list = nil
}

// labelsFor lists the words that as many numbers belong to, in order; nil if the words do not say.
func labelsFor(tokens []token, numbers int) []token {
	for _, classes := range [][]class{{applicantWord}, {rulingWord}, {deedWord, outcomeWord}, {thingWord}} {
		var list []token
		for _, k := range tokens {
			if k.in(classes...) && !k.means(deedWord, "raise", "foreign") {
				list = append(list, k)
			}
		}
		if len(list) == numbers || len(list) > numbers && classes[0] == thingWord {
			return list[len(list)-numbers:]
		}
	}
	return nil
}

// isOfYearBefore says whether a number is the one of the year before that this year's is compared with: 较2024年的158件.
func (r *reader) isOfYearBefore(left []token) bool {
	year := slices.IndexFunc(left, func(k token) bool { return k.kind == yearToken && int(k.num.Value.IntPart()) == r.unit.year-1 })
	return year > 0 && slices.ContainsFunc(left[:year], func(k token) bool { return k.is("较", "比", "与", "从", "由") })
}

// endsList says whether a number no longer belongs to a list: 其中动态120条、政策200条，办结31件.
func (r *reader) endsList(q *Quantity, l *list) bool {
	parts := l.whole.parts
	if len(parts) < 2 || l.marker == "（" {
		return false
	}
	last := parts[len(parts)-1]
	dealtWith := func(p *Quantity) bool {
		return slices.ContainsFunc(p.own.deeds, func(d string) bool { return d == "answer" || d == "handle" || d == "receive" })
	}
	if dealtWith(q) && !slices.ContainsFunc(parts, dealtWith) {
		return true
	}
	return l.separator == listMark && last.Statement == q.Statement && !q.did("other?", "other") &&
		strings.ContainsRune(r.statement.Text[last.End:max(last.End, q.Start)], '，') && q.Unit != last.Unit
}
