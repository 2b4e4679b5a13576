package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// documents measures what was done with normative documents.
func (r *reader) documents(p *phrase, n *chinese.Numeral) []Measure {
	heads := p.of(Act)
	repeals := slices.ContainsFunc(heads, func(h head) bool { return h.subject == repealed })
	if p.roles&(publicityWord|authorityWord|aboutWord|channelWord) != 0 || p.gap || p.pressed || r.object == nil || r.roles&documentWord == 0 || repeals && r.repeals == 3 ||
		p.names(onInformation) || p.classes&Flow != 0 {
		return nil
	}
	if p.roles&paperWord != 0 && p.roles&documentWord == 0 && heads[0].subject == issued {
		return nil // 印发各类文件30件
	}
	apart := n.Value.IsZero()
	if !apart && len(heads) > 1 && p.roles&eachWord == 0 {
		same := !slices.ContainsFunc(heads, func(h head) bool { return h.subject != heads[0].subject })
		if !same {
			return nil
		}
		heads = heads[:1]
	}
	measures := combine(heads, p, apart)
	for i := range measures {
		measures[i] = measures[i].on(r.object)
	}
	return measures
}

// document is a kind of document that table two has a row for.
type document struct {
	name string
	row  Row
}

var (
	normative = &document{"规范性文件", Row{Key: "normative"}}
	rules     = &document{"规章", Row{Key: "rules"}}
)

// on fills in the kind of document that a measure leaves open.
func (m Measure) on(d *document) Measure {
	m.Name += d.name
	m.Sums = each(m.Sums, func(s Sum) Sum { return s.of([]Row{d.row}) })
	return m
}

func (r *reader) deniedDocuments(p *phrase, heads []head) []Measure {
	acts := slices.DeleteFunc(heads, func(h head) bool { return h.subject.class != Act })
	if r.object == nil || p.pressed || p.classes&^Act != 0 {
		return nil
	}
	if len(acts) == 0 {
		m := Measure{subject: issued, Sums: []Sum{{enacted("issued")}, {enacted("in_force")}, {enacted("made")}, {enacted("total")}}}
		return []Measure{m.on(r.object)}
	}
	list := combineDenied(acts)
	for i := range list {
		list[i] = list[i].on(r.object)
	}
	return list
}

// decided measures licences, penalties and measures of compulsion.
func (r *reader) decided(p *phrase, n *chinese.Numeral) []Measure {
	heads := p.of(Decision)
	if n.Value.IsZero() {
		heads = p.of(Decision | Charge) // 行政许可、行政处罚和行政事业性收费均为0
	}
	if len(heads) == 0 && r.decision != nil {
		heads = []head{{word: &word{text: r.decision.name, subject: r.decision}}} // 行政许可方面，作出处理决定5件
	}
	if len(heads) == 0 {
		return nil
	}
	own := slices.ContainsFunc(heads, func(h head) bool { return strings.HasSuffix(h.text, "事项") })
	if p.roles&(publicityWord|authorityWord|applyingWord|aboutWord|channelWord|ratioWord) != 0 || p.roles&itemsWord != 0 && !own || p.names(onInformation) ||
		p.gap || p.pressed || p.classes&(Outcome|Dispute) != 0 || slices.ContainsFunc(p.of(Flow), func(h head) bool { return h.text != "办理" && h.text != "处理" }) {
		return nil
	}
	return combine(heads, p, n.Value.IsZero())
}

// paid measures money and what was bought with it.
func (r *reader) paid(p *phrase, n *chinese.Numeral) []Measure {
	_, money := n.InYuan()
	told := p.roles&(collectingWord|sumMarkWord|linkWord) != 0
	switch {
	case p.gap || p.pressed || p.roles&channelWord != 0:
		return nil // 减免行政事业性收费1.2万元
	case r.topic == OnProcessingFee:
		if money && p.before == "" {
			return []Measure{feeForHandling.measure()}
		}
	case r.topic == onProcurement:
		if money && (told || p.classes&Procurement != 0) {
			return []Measure{amountSpent.measure()}
		}
		if !money && p.classes&Procurement != 0 {
			return []Measure{itemsBought.measure()}
		}
	case p.classes&Charge != 0 || r.topic == OnCharges && told && p.roles&(itemsWord|aboutWord) == 0:
		if money || n.Value.IsZero() && p.classes&Charge != 0 {
			return []Measure{feesCharged.measure()}
		}
	}
	return nil
}

// published measures items published on the unit's own initiative, all of them.
func (r *reader) published(p *phrase) []Measure {
	if r.part || p.before != "" || p.gap || p.roles&(channelWord|aboutWord|prepositionWord|officeWord|organWord) != 0 {
		return nil
	}
	return []Measure{itemsPublished.measure()}
}
