package reading

import "slices"

// deny reads that there is nothing: 未收到政府信息公开申请, 没有行政复议和行政诉讼.
func (r *reader) deny(span []*token) {
	at := indexOf(span, negationWord)
	if at < 0 || !r.deniable(span[:at]) {
		return
	}
	for at >= 0 {
		behind := span[at+1:]
		next := indexOf(behind, negationWord)
		if next >= 0 {
			behind = behind[:next]
		}
		p := phraseOf(r.statement.Text, behind)
		if len(p.heads) == 0 && p.roles&(applicationWord|applyingWord|documentWord) == 0 && isHollow(behind) {
			p = phraseOf(r.statement.Text, span[:at]) // 行政复议、行政诉讼均未发生
		}
		if p.before == "" && !p.gap && !hasNumber(behind) {
			p.times = r.unit.timesIn(span)
			p.roles |= negationWord
			for _, m := range r.denied(&p) {
				r.claim(m, Quantity{Form: None, Span: spanOf(span[at:])})
			}
		}
		if next < 0 {
			return
		}
		at += 1 + next
	}
}

// deniable says whether the words before a denial leave it to the report.
func (r *reader) deniable(before []*token) bool {
	p := phraseOf(r.statement.Text, before)
	return p.roles&(compareWord|channelWord|aboutWord) == 0 && r.inScope(before, &p)
}

func indexOf(span []*token, roles role) int {
	for i, k := range span {
		if k.has(roles) {
			return i
		}
	}
	return -1
}

func hasNumber(span []*token) bool {
	for _, k := range span {
		if k.kind == numberToken && !isTimeUnit(k.num.Unit) {
			return true
		}
	}
	return false
}

// isHollow says whether words name nothing by themselves: 发生, 出现, or none at all.
func isHollow(span []*token) bool {
	for _, k := range span {
		if k.kind != wordToken || k.word.role != 0 || k.word.topic != noTopic {
			return false
		}
	}
	return true
}

// denied tells what a sentence says there is none of.
func (r *reader) denied(p *phrase) []Measure {
	if p.roles&(channelWord|authorityWord|publicityWord|lateWord|timelyWord|compareWord|ratioWord|settledWord) != 0 {
		return nil
	}
	heads := slices.DeleteFunc(slices.Clone(p.heads), func(h head) bool { return !h.subject.deniable })
	foreign := p.names(onOther, onInformation)
	classes := p.classes
	switch {
	case classes&Dispute != 0 || classes&Ruling != 0 && r.topic == onDisputes:
		return r.deniedDisputes(p)
	case foreign || p.roles&aboutWord != 0:
		return nil
	case r.topic == OnProcessingFee && p.names(OnProcessingFee):
		return []Measure{feeForHandling.measure()}
	case p.roles&documentWord != 0 || classes&Act != 0 && r.last != nil && r.last.subject.class == Act:
		return r.deniedDocuments(p, heads)
	case classes&(Decision|Charge) != 0:
		if classes&^(Decision|Charge|Flow) != 0 || p.roles&applyingWord != 0 || slices.ContainsFunc(p.of(Flow), func(h head) bool { return h.text != "办理" }) {
			return nil
		}
		heads = slices.DeleteFunc(heads, func(h head) bool { return h.subject.class == Flow })
		return combineDenied(heads)
	}
	return r.deniedRequests(p, heads)
}
