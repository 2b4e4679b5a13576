package check

import (
	"nianbao/internal/chinese"
	"slices"
	"strings"
)

// measure is what a number counts, and the figures that it may be.
type measure struct {
	subject *subject
	name    string
	sums    []string // one of them must hold; none: no table counts it
	loose   bool     // the words leave open which of the sums is meant
	part    bool     // it is a part of something that was counted before
	quote   string   // of a claim without a number that is more than a denial: 均获维持
	unless  string   // the claim does not hold good where this figure is more than 0
}

func (s *subject) measure() measure { return measure{subject: s, name: s.name, sums: s.sums} }

// measures tells what a number counts: nothing, one thing, or several that have the same number.
func (r *reader) measures(p *phrase, n *chinese.Numeral) []measure {
	var found []measure
	switch {
	case p.names(onOther) && r.topic != onDisputes:
		return nil
	case p.classes&(dispute|ruling) != 0 && (r.topic == onDisputes || p.classes&dispute != 0):
		found = r.disputed(p, n)
	case p.names(onProcessingFee) || r.topic == onProcessingFee:
		found = r.paid(p, n)
	case p.classes&act != 0 && r.topic == onDocuments:
		found = r.enacted(p, n)
	case p.classes&decision != 0 || r.topic == onDecisions && p.classes == 0 && p.roles&resolutionWord != 0:
		found = r.decided(p, n)
	case p.classes&(charge|procurement) != 0 || r.topic == onCharges || r.topic == onProcurement:
		found = r.paid(p, n)
	case p.roles&voluntaryWord != 0 && p.names(onInformation):
		found = r.published(p)
	default:
		found = r.requested(p, n)
	}
	found = slices.DeleteFunc(found, func(m measure) bool { return !isCounted(m.subject, p, n) })
	return found
}

// isCounted says whether a number has a unit that its subject is counted in. 为0 needs none.
func isCounted(s *subject, p *phrase, n *chinese.Numeral) bool {
	if n.Unit == "" {
		return n.Value.IsZero() || p.roles&linkWord != 0 && s.class&(charge|handlingFee|information) == 0
	}
	return slices.Contains(strings.Fields(countedIn[s.class]), n.Unit)
}

// combine makes the measures of several heads of one class: each of them where the words say so or the number is 0,
// their sum where they are a list, any of them where one explains the other (不掌握相关政府信息无法提供).
func combine(heads []head, p *phrase, apart bool) []measure {
	last := heads[len(heads)-1].subject.measure()
	switch {
	case len(heads) == 1:
		return []measure{last}
	case !allJoined(heads):
		first := heads[0].subject.measure()
		first.loose = true
		for _, h := range heads[1:] {
			first.sums = append(slices.Clone(first.sums), h.subject.sums...)
		}
		return []measure{first}
	case apart || p.roles&(eachWord|allWord) != 0:
		var list []measure
		for _, h := range heads {
			list = append(list, h.subject.measure())
		}
		return list
	}
	var names, parts []string
	for _, h := range heads {
		names, parts = append(names, h.subject.name), append(parts, h.subject.sums[0])
	}
	sum := measure{subject: last.subject, name: strings.Join(names, "和"), sums: []string{strings.Join(parts, "+")}}
	if p.roles&sumMarkWord == 0 {
		sum.sums = append(sum.sums, last.sums...)
	}
	return []measure{sum}
}

func combineDenied(heads []head) []measure {
	var list []measure
	for _, h := range heads {
		if !slices.ContainsFunc(list, func(m measure) bool { return m.subject == h.subject }) {
			list = append(list, h.subject.measure())
		}
	}
	return list
}

// denied tells what a sentence says there is none of.
func (r *reader) denied(p *phrase) []measure {
	if p.roles&(channelWord|authorityWord|publicityWord|lateWord|timelyWord|compareWord|ratioWord|settledWord) != 0 {
		return nil
	}
	heads := slices.DeleteFunc(slices.Clone(p.heads), func(h head) bool { return !h.subject.deniable })
	foreign := p.names(onOther, onInformation)
	classes := p.classes
	switch {
	case classes&dispute != 0 || classes&ruling != 0 && r.topic == onDisputes:
		return r.deniedDisputes(p)
	case foreign || p.roles&aboutWord != 0:
		return nil
	case r.topic == onProcessingFee && p.names(onProcessingFee):
		return []measure{feeForHandling.measure()}
	case p.roles&documentWord != 0 || classes&act != 0 && r.last != nil && r.last.subject.class == act:
		return r.deniedDocuments(p, heads)
	case classes&(decision|charge) != 0:
		if classes&^(decision|charge|flow) != 0 || p.roles&applyingWord != 0 || slices.ContainsFunc(p.of(flow), func(h head) bool { return h.text != "办理" }) {
			return nil
		}
		heads = slices.DeleteFunc(heads, func(h head) bool { return h.subject.class == flow })
		return combineDenied(heads)
	}
	return r.deniedRequests(p, heads)
}
