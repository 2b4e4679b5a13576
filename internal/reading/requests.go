package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// requested measures applications.
func (r *reader) requested(p *phrase, n *chinese.Numeral) []Measure {
	if !r.onRequests(p) || p.pressed || r.labels && p.classes&Flow == 0 {
		return nil
	}
	narrowed := p.roles&(aboutWord|channelWord) != 0 || p.gap || r.part && p.roles&timelyWord != 0
	apart := n.Value.IsZero()
	var base []Measure
	switch outcomes := p.of(Outcome); {
	case len(outcomes) > 0:
		if p.gap || p.roles&aboutWord != 0 && p.before != "" || p.classes&Carrying != 0 || r.part && r.whole != nil && r.whole.subject.class&Carrying != 0 {
			return nil
		}
		base = combine(outcomes, p, apart)
		base = r.byApplicant(base)
	case p.classes&Withdrawal != 0:
		if p.gap && !p.fromRight {
			return nil
		}
		return []Measure{p.of(Withdrawal)[0].subject.measure()}
	case p.classes&Carrying != 0:
		return r.carried(p)
	case narrowed:
		return nil
	case p.classes&Flow != 0:
		base = r.flowing(p)
	case p.classes&Applicant != 0:
		base = r.applied()
	case p.roles&(applicationWord|applyingWord) != 0 && p.roles&withinWord == 0 && !r.part && !p.fromRight:
		base = []Measure{{subject: received, Name: "政府信息公开申请", Sums: anyRequests, loose: true}}
	}
	if columns := p.of(Applicant); len(columns) > 0 && len(base) == 1 {
		return inColumns(base[0], columns, apart || p.roles&(eachWord|allWord) != 0)
	}
	return base
}

// onRequests says whether a number is one of applications for information.
func (r *reader) onRequests(p *phrase) bool {
	if r.topic == onRequests {
		return true
	}
	inContext := r.statement.heading == onRequests || r.roles&(applicationWord|applyingWord) != 0
	return p.classes&(Outcome|Withdrawal|Carrying) != 0 && inContext && r.topic == noTopic
}

// carried measures applications carried over. 结转 alone needs a year to tell in which direction.
func (r *reader) carried(p *phrase) []Measure {
	heads := p.of(Carrying)
	if p.classes&Flow != 0 && allJoined(p.heads) && heads[0].subject == carriedIn && len(heads) == 1 {
		return []Measure{{subject: received, Name: "新收和上年结转的申请", Sums: []Sum{{requests("received"), requests("carried_in")}}}}
	}
	if p.gap && !p.fromRight || r.finishes(p) && heads[0].subject == carriedIn {
		return nil
	}
	before, after := p.times&(1<<yearBefore) != 0, p.times&(1<<yearAfter) != 0
	measures := combine(heads, p, true)
	for i := range measures {
		m := &measures[i]
		switch {
		case m.subject == carriedOut && before && !after:
			return nil
		case m.subject == carriedOver && after:
			*m = carriedOut.measure()
		case m.subject == carriedOver && before:
			*m = carriedIn.measure()
		}
	}
	return measures
}

// finishes says whether a phrase speaks of applications that were answered.
func (r *reader) finishes(p *phrase) bool {
	return slices.ContainsFunc(p.of(Flow), func(h head) bool { return h.subject == finished })
}

// flowing measures applications received, handled and answered.
func (r *reader) flowing(p *phrase) []Measure {
	heads := p.of(Flow)
	switch {
	case r.finishes(p) && (r.roles&lateWord != 0 || r.classes&Withdrawal != 0):
		return nil // what was late or withdrawn is told apart
	case len(heads) > 1 && !allJoined(heads) && p.roles&relativeWord != 0:
		return nil // 当年收到的申请办结29件
	case r.part && slices.ContainsFunc(heads, func(h head) bool { return h.text != "新收" && h.subject == received }):
		return nil
	}
	if p.roles&eachWord != 0 && len(heads) > 1 {
		return combine(heads, p, true)
	}
	m := heads[0].subject.measure()
	m.loose = len(heads) > 1
	for _, h := range heads[1:] {
		m.Sums = slices.Concat(m.Sums, h.subject.sums)
	}
	return []Measure{m}
}

// applied measures applications by who applied, where the words say no more: as parts of what was counted before, or of all.
func (r *reader) applied() []Measure {
	if r.part && r.whole != nil {
		if r.whole.subject.class&(Flow|Outcome|Carrying) != 0 {
			return []Measure{*r.whole}
		}
		return nil
	}
	return []Measure{{subject: received, Sums: anyRequests, loose: true}}
}

// byApplicant allows for results that are told of one kind of applicant: 企业申请2件，予以公开2件.
func (r *reader) byApplicant(base []Measure) []Measure {
	if r.last == nil || r.last.subject.class != Applicant {
		return base
	}
	for i := range base {
		base[i].loose = true
		base[i].Sums = slices.Concat(base[i].Sums, narrowed(base[i].Sums, r.last.subject))
	}
	return base
}

// inColumns narrows a measure to kinds of applicants.
func inColumns(base Measure, columns []head, apart bool) []Measure {
	var list []Measure
	for _, h := range columns {
		m := Measure{subject: h.subject, Name: h.subject.name, Sums: narrowed(base.Sums, h.subject)}
		if base.subject.class != Flow {
			m.Name = base.Name + "（" + strings.TrimSuffix(h.subject.name, "的申请") + "）"
		}
		if !apart && len(list) > 0 && h.joined {
			last := &list[len(list)-1]
			last.Name += "和" + m.Name
			for i := range last.Sums {
				last.Sums[i] = append(last.Sums[i], m.Sums[i]...)
			}
			continue
		}
		list = append(list, m)
	}
	return list
}

// narrowed turns sums over all applicants into sums over those of a kind.
func narrowed(sums []Sum, to *subject) []Sum {
	return each(sums, func(s Sum) Sum { return s.by(to.columns) })
}

func (r *reader) deniedRequests(p *phrase, heads []head) []Measure {
	if !r.onRequests(p) || p.pressed || p.classes&^(Flow|Carrying|Outcome|Applicant) != 0 || r.finishes(p) {
		return nil
	}
	switch {
	case p.classes&Carrying != 0:
		return r.carried(p)
	case p.classes&Outcome != 0:
		return combineDenied(slices.DeleteFunc(heads, func(h head) bool { return h.subject.class != Outcome }))
	case p.classes&Flow != 0 && heads == nil:
		return nil
	case p.classes&Flow == 0 && p.roles&(applicationWord|applyingWord) == 0:
		return nil
	}
	base := received.measure()
	if columns := p.of(Applicant); len(columns) > 0 {
		return inColumns(base, columns, true)
	}
	return []Measure{base}
}
