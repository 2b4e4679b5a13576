package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// Measure is what is counted, and the figures that the number may be.
type Measure struct {
	Name string // in messages
	Sums []Sum  // one of them must hold; none: no table counts it
	Part bool   // it is a part of something that was counted before

	subject *subject
	loose   bool // the words leave open which of the sums is meant
}

// Counts says whether something of one of the classes is counted.
func (m *Measure) Counts(classes Class) bool { return m.subject.class&classes != 0 }

// AtMost says whether the figure counts other cases as well, so that what is counted here may be less.
func (m *Measure) AtMost() bool { return m.Counts(Withdrawal) }

// measures tells what a number counts: nothing, one thing, or several that have the same number.
func (r *reader) measures(p *phrase, n *chinese.Numeral) []Measure {
	var found []Measure
	switch {
	case p.names(onOther) && r.topic != onDisputes:
		return nil
	case p.classes&(Dispute|Ruling) != 0 && (r.topic == onDisputes || p.classes&Dispute != 0):
		found = r.disputed(p, n)
	case p.names(OnProcessingFee) || r.topic == OnProcessingFee:
		found = r.paid(p, n)
	case p.classes&Act != 0 && r.topic == onDocuments:
		found = r.documents(p, n)
	case p.classes&Decision != 0 || r.topic == onDecisions && p.classes == 0 && p.roles&resolutionWord != 0:
		found = r.decided(p, n)
	case p.classes&(Charge|Procurement) != 0 || r.topic == OnCharges || r.topic == onProcurement:
		found = r.paid(p, n)
	case p.roles&voluntaryWord != 0 && p.names(onInformation):
		found = r.published(p)
	default:
		found = r.requested(p, n)
	}
	found = slices.DeleteFunc(found, func(m Measure) bool { return !isCounted(m.subject, p, n) })
	return found
}

// isCounted says whether a number has a unit that its subject is counted in. 为0 needs none.
func isCounted(s *subject, p *phrase, n *chinese.Numeral) bool {
	if n.Unit == "" {
		return n.Value.IsZero() || p.roles&linkWord != 0 && s.class&(Charge|HandlingFee|Information) == 0
	}
	return s.class.isCountedIn(n.Unit)
}

// combine makes the measures of several heads of one class: each of them where the words say so or the number is 0,
// their sum where they are a list, any of them where one explains the other (不掌握相关政府信息无法提供).
func combine(heads []head, p *phrase, apart bool) []Measure {
	last := heads[len(heads)-1].subject.measure()
	switch {
	case len(heads) == 1:
		return []Measure{last}
	case !allJoined(heads):
		first := heads[0].subject.measure()
		first.loose = true
		for _, h := range heads[1:] {
			first.Sums = slices.Concat(first.Sums, h.subject.sums)
		}
		return []Measure{first}
	case apart || p.roles&(eachWord|allWord) != 0:
		var list []Measure
		for _, h := range heads {
			list = append(list, h.subject.measure())
		}
		return list
	}
	var names []string
	var together Sum
	for _, h := range heads {
		names, together = append(names, h.subject.name), append(together, h.subject.sums[0]...)
	}
	sum := Measure{subject: last.subject, Name: strings.Join(names, "和"), Sums: []Sum{together}}
	if p.roles&sumMarkWord == 0 {
		sum.Sums = append(sum.Sums, last.Sums...)
	}
	return []Measure{sum}
}

func combineDenied(heads []head) []Measure {
	var list []Measure
	for _, h := range heads {
		if !slices.ContainsFunc(list, func(m Measure) bool { return m.subject == h.subject }) {
			list = append(list, h.subject.measure())
		}
	}
	return list
}
