package check

import (
	"nianbao/internal/chinese"
	"slices"
	"strings"
)

// enacted measures what was done with normative documents.
func (r *reader) enacted(p *phrase, n *chinese.Numeral) []measure {
	heads := p.of(act)
	repeals := slices.ContainsFunc(heads, func(h head) bool { return h.subject == repealed })
	if p.roles&(publicityWord|authorityWord|aboutWord|channelWord) != 0 || p.gap || p.pressed || r.roles&documentWord == 0 || repeals && r.repeals == 3 ||
		p.names(onInformation) || p.classes&flow != 0 {
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
		measures[i] = onDocument(measures[i], r.object)
	}
	return measures
}

// onDocument fills in the kind of document that a measure leaves open.
func onDocument(m measure, object string) measure {
	names := map[string]string{"normative": "规范性文件", "rules": "规章"}
	m.name = strings.ReplaceAll(m.name, "OBJECT", names[object])
	m.sums = slices.Clone(m.sums)
	for i := range m.sums {
		m.sums[i] = strings.ReplaceAll(m.sums[i], "OBJECT", object)
	}
	return m
}

func (r *reader) deniedDocuments(p *phrase, heads []head) []measure {
	acts := slices.DeleteFunc(heads, func(h head) bool { return h.subject.class != act })
	if r.object == "" || p.pressed || p.classes&^act != 0 {
		return nil
	}
	if len(acts) == 0 {
		m := measure{subject: issued, name: "OBJECT", sums: []string{"proactive.OBJECT.issued", "proactive.OBJECT.in_force", "proactive.OBJECT.made", "proactive.OBJECT.total"}}
		return []measure{onDocument(m, r.object)}
	}
	list := combineDenied(acts)
	for i := range list {
		list[i] = onDocument(list[i], r.object)
	}
	return list
}

// decided measures licences, penalties and measures of compulsion.
func (r *reader) decided(p *phrase, n *chinese.Numeral) []measure {
	heads := p.of(decision)
	if n.Value.IsZero() {
		heads = p.of(decision | charge) // 行政许可、行政处罚和行政事业性收费均为0
	}
	if len(heads) == 0 && r.decision != nil {
		heads = []head{{word: &word{text: r.decision.name, subject: r.decision}}} // 行政许可方面，作出处理决定5件
	}
	if len(heads) == 0 {
		return nil
	}
	own := slices.ContainsFunc(heads, func(h head) bool { return strings.HasSuffix(h.text, "事项") })
	if p.roles&(publicityWord|authorityWord|applyingWord|aboutWord|channelWord|ratioWord) != 0 || p.roles&itemsWord != 0 && !own || p.names(onInformation) ||
		p.gap || p.pressed || p.classes&(outcome|dispute) != 0 || slices.ContainsFunc(p.of(flow), func(h head) bool { return h.text != "办理" && h.text != "处理" }) {
		return nil
	}
	return combine(heads, p, n.Value.IsZero())
}

// paid measures money and what was bought with it.
func (r *reader) paid(p *phrase, n *chinese.Numeral) []measure {
	_, money := n.InYuan()
	told := p.roles&(collectingWord|sumMarkWord|linkWord) != 0
	switch {
	case p.gap || p.pressed || p.roles&channelWord != 0:
		return nil // 减免行政事业性收费1.2万元
	case r.topic == onProcessingFee:
		if money && p.before == "" {
			return []measure{feeForHandling.measure()}
		}
	case r.topic == onProcurement:
		if money && (told || p.classes&procurement != 0) {
			return []measure{amountSpent.measure()}
		}
		if !money && p.classes&procurement != 0 {
			return []measure{itemsBought.measure()}
		}
	case p.classes&charge != 0 || r.topic == onCharges && told && p.roles&(itemsWord|aboutWord) == 0:
		if money || n.Value.IsZero() && p.classes&charge != 0 {
			return []measure{feesCharged.measure()}
		}
	}
	return nil
}

// published measures items published on the unit's own initiative, all of them.
func (r *reader) published(p *phrase) []measure {
	if r.part || p.before != "" || p.gap || p.roles&(channelWord|aboutWord|prepositionWord|officeWord|organWord) != 0 {
		return nil
	}
	return []measure{itemsPublished.measure()}
}
