package check

import (
	"nianbao/internal/chinese"
	"slices"
	"strings"
)

// requested measures applications.
func (r *reader) requested(p *phrase, n *chinese.Numeral) []measure {
	if !r.onRequests(p) || p.pressed || r.labels && p.classes&flow == 0 {
		return nil
	}
	narrowed := p.roles&(aboutWord|channelWord) != 0 || p.gap || r.part && p.roles&timelyWord != 0
	apart := n.Value.IsZero()
	var base []measure
	switch outcomes := p.of(outcome); {
	case len(outcomes) > 0:
		if p.gap || p.roles&aboutWord != 0 && p.before != "" || p.classes&carrying != 0 || r.part && r.whole != nil && r.whole.subject.class&carrying != 0 {
			return nil
		}
		base = combine(outcomes, p, apart)
		base = r.byApplicant(base)
	case p.classes&withdrawal != 0:
		if p.gap && !p.fromRight {
			return nil
		}
		return []measure{p.of(withdrawal)[0].subject.measure()}
	case p.classes&carrying != 0:
		return r.carried(p)
	case narrowed:
		return nil
	case p.classes&flow != 0:
		base = r.flowing(p)
	case p.classes&applicant != 0:
		base = r.applied()
	case p.roles&(applicationWord|applyingWord) != 0 && p.roles&withinWord == 0 && !r.part && !p.fromRight:
		base = []measure{{subject: received, name: "政府信息公开申请", sums: anyRequests, loose: true}}
	}
	if columns := p.of(applicant); len(columns) > 0 && len(base) == 1 {
		return inColumns(base[0], columns, apart || p.roles&(eachWord|allWord) != 0)
	}
	return base
}

// anyRequests is what a number of applications may be where the words do not say whether they came in or were dealt with.
var anyRequests = []string{"requests.received.total", "requests.received.total+requests.carried_in.total", "requests.total.total"}

// onRequests says whether a number is one of applications for information.
func (r *reader) onRequests(p *phrase) bool {
	if r.topic == onRequests {
		return true
	}
	inContext := r.statement.heading == onRequests || r.roles&(applicationWord|applyingWord) != 0
	return p.classes&(outcome|withdrawal|carrying) != 0 && inContext && r.topic == noTopic
}

// carried measures applications carried over. 结转 alone needs a year to tell in which direction.
func (r *reader) carried(p *phrase) []measure {
	heads := p.of(carrying)
	if p.classes&flow != 0 && allJoined(p.heads) && heads[0].part == "in" && len(heads) == 1 {
		return []measure{{subject: received, name: "新收和上年结转的申请", sums: []string{"requests.received.total+requests.carried_in.total"}}}
	}
	if p.gap && !p.fromRight || r.finishes(p) && heads[0].part == "in" {
		return nil
	}
	before, after := p.times&(1<<yearBefore) != 0, p.times&(1<<yearAfter) != 0
	measures := combine(heads, p, true)
	for i := range measures {
		m := &measures[i]
		switch {
		case m.subject.part == "out" && before && !after:
			return nil
		case m.subject.part == "" && after:
			*m = carriedOut.measure()
		case m.subject.part == "" && before:
			*m = carriedIn.measure()
		}
	}
	return measures
}

// finishes says whether a phrase speaks of applications that were answered.
func (r *reader) finishes(p *phrase) bool {
	return slices.ContainsFunc(p.of(flow), func(h head) bool { return h.subject == finished })
}

// flowing measures applications received, handled and answered.
func (r *reader) flowing(p *phrase) []measure {
	heads := p.of(flow)
	switch {
	case r.finishes(p) && (r.roles&lateWord != 0 || r.classes&withdrawal != 0):
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
		m.sums = append(slices.Clone(m.sums), h.subject.sums...)
	}
	return []measure{m}
}

// applied measures applications by who applied, where the words say no more: as parts of what was counted before, or of all.
func (r *reader) applied() []measure {
	if r.part && r.whole != nil {
		if r.whole.subject.class&(flow|outcome|carrying) != 0 {
			return []measure{*r.whole}
		}
		return nil
	}
	return []measure{{subject: received, sums: anyRequests, loose: true}}
}

// byApplicant allows for results that are told of one kind of applicant: 企业申请2件，予以公开2件.
func (r *reader) byApplicant(base []measure) []measure {
	if r.last == nil || r.last.subject.class != applicant {
		return base
	}
	for i := range base {
		base[i].loose = true
		base[i].sums = append(slices.Clone(base[i].sums), columnOf(base[i].sums, r.last.subject.part)...)
	}
	return base
}

// inColumns narrows a measure to kinds of applicants.
func inColumns(base measure, columns []head, apart bool) []measure {
	var list []measure
	for _, h := range columns {
		m := measure{subject: h.subject, name: h.subject.name, sums: columnOf(base.sums, h.part)}
		if base.subject.class != flow {
			m.name = base.name + "（" + strings.TrimSuffix(h.subject.name, "的申请") + "）"
		}
		if !apart && len(list) > 0 && h.joined {
			last := &list[len(list)-1]
			last.name += "和" + m.name
			for i := range last.sums {
				last.sums[i] += "+" + m.sums[i]
			}
			continue
		}
		list = append(list, m)
	}
	return list
}

// columnOf turns sums over all applicants into sums over the applicants of some columns.
func columnOf(sums []string, columns string) []string {
	var list []string
	for _, sum := range sums {
		var parts []string
		for _, column := range strings.Split(columns, "+") {
			parts = append(parts, strings.ReplaceAll(sum, ".total+", "."+column+"+"))
			last := &parts[len(parts)-1]
			if before, found := strings.CutSuffix(*last, ".total"); found {
				*last = before + "." + column
			}
		}
		list = append(list, strings.Join(parts, "+"))
	}
	return list
}

func (r *reader) deniedRequests(p *phrase, heads []head) []measure {
	if !r.onRequests(p) || p.pressed || p.classes&^(flow|carrying|outcome|applicant) != 0 || r.finishes(p) {
		return nil
	}
	switch {
	case p.classes&carrying != 0:
		return r.carried(p)
	case p.classes&outcome != 0:
		return combineDenied(slices.DeleteFunc(heads, func(h head) bool { return h.subject.class != outcome }))
	case p.classes&flow != 0 && heads == nil:
		return nil
	case p.classes&flow == 0 && p.roles&(applicationWord|applyingWord) == 0:
		return nil
	}
	base := received.measure()
	if columns := p.of(applicant); len(columns) > 0 {
		return inColumns(base, columns, true)
	}
	return []measure{base}
}
