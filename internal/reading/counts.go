package reading

// number reads one number with the words before and behind it.
func (r *reader) number(span []*token, n *token, right []*token, runs bool, following int) {
	if len(r.queue) > 0 && onlyJoins(span) {
		next := r.queue[0]
		r.queue = r.queue[1:]
		r.count(r.words.only(next), n)
		return
	}
	r.queue = nil
	if len(r.pending) > 0 && leadsOn(span) {
		span = append(append([]*token{}, r.pending...), span...)
		r.start = r.pending[0].Start
	}
	r.pending = nil
	r.absorb(span, true)
	p := phraseOf(r.statement.Text, span)
	if p.roles&(negationWord|compareWord) != 0 || n.num.Rough || isDifference(span) || len(right) > 0 && right[0].has(roughlyWord) ||
		len(span) > 0 && span[len(span)-1].has(roughlyWord) {
		r.last = nil
		return
	}
	if !r.inScope(span, &p) {
		r.last = nil
		return
	}
	p = r.withRight(p, right, runs)
	if p.roles&eachWord != 0 && following > 0 {
		if following+1 == len(p.heads) {
			r.queue, r.words = p.heads[1:], p
			p = p.only(p.heads[0])
		} else {
			p.heads, p.classes = nil, 0
		}
	}
	p.times = r.unit.timesIn(span)
	if p.roles&carriedOverWord != 0 {
		p.times |= r.unit.timesIn(right) // 结转6件到下年办理
	}
	r.count(p, n)
}

// count makes the claims of a number.
func (r *reader) count(p phrase, n *token) {
	measures := r.measures(&p, n.num)
	r.last = nil
	for i := range measures {
		m := &measures[i]
		m.Part = r.part
		r.claim(*m, n.quantity())
		r.last = m
		if m.subject.class == Flow && !r.part {
			r.flow = m
		}
	}
}

func onlyJoins(span []*token) bool {
	for _, k := range span {
		if k.kind != listMark && !k.has(conjunctionWord) {
			return false
		}
	}
	return true
}

// leadsOn says whether a clause is the end of the one before: “…，共30件”, “…，分别为3件”.
func leadsOn(span []*token) bool {
	leads := false
	for _, k := range span {
		if k.kind != wordToken || k.word.subject != nil || k.word.topic != noTopic {
			return false
		}
		leads = leads || k.has(sumMarkWord|linkWord|eachWord|allWord)
	}
	return leads
}

// isDifference says whether a number is one by which something grew or shrank: 增加5件, 多了5件.
func isDifference(span []*token) bool {
	for i := len(span) - 1; i >= 0 && i >= len(span)-2; i-- {
		if span[i].has(differenceWord) {
			return true
		}
	}
	return false
}

// withRight takes the words behind a number in, where those before it leave open what it counts: 28件予以公开, 行政复议2件结果维持.
func (r *reader) withRight(p phrase, right []*token, runs bool) phrase {
	behind := phraseOf(r.statement.Text, right)
	if p.classes&Flow != 0 && p.roles&(applicationWord|applyingWord) == 0 && len(right) > 0 {
		r.absorbTopic(right, true) // 收到31件政府信息公开申请, 收到31件建议
		p.topics |= behind.topics
		p.gap = p.gap || right[0].kind == unknownToken
	}
	if runs || behind.remote || len(behind.heads) == 0 || !r.tells(&p, &behind) {
		return p
	}
	r.absorbTopic(right, true)
	p.heads = append(p.heads, behind.heads...)
	p.classes |= behind.classes
	p.roles |= behind.roles
	p.topics |= behind.topics
	p.fromRight = true
	return p
}

// tells says whether the words behind a number say more of what it counts than those before it.
func (r *reader) tells(before, behind *phrase) bool {
	const results = Outcome | Ruling | Withdrawal
	if len(before.heads) > 0 {
		return before.classes&^(Dispute|Applicant) == 0 && behind.classes&results != 0 && behind.roles&allWord == 0
	}
	if behind.classes&(results|Carrying|Dispute|Applicant) != 0 {
		return true
	}
	return r.finishes(behind) && !r.part && behind.roles&(timelyWord|channelWord) == 0
}

// only is the phrase with one of its heads.
func (p phrase) only(h head) phrase {
	h.joined = false
	p.heads, p.classes = []head{h}, h.subject.class
	p.roles &^= eachWord
	return p
}
