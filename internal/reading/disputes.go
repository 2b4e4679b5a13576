package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// disputed measures reviews and lawsuits. That they are about disclosure must be said, or be plain from where it is said.
func (r *reader) disputed(p *phrase, n *chinese.Numeral) []Measure {
	inContext := r.roles&(disclosureWord|applicationWord) != 0 || r.statement.heading == onRequests
	if p.roles&settledWord != 0 || p.gap && !p.fromRight || p.pressed || p.classes&(Outcome|Decision|Withdrawal) != 0 {
		return nil
	}
	kinds, plain := kindsOf(p.of(Dispute))
	if !inContext && (p.classes&Flow != 0 || r.unit.government && plain && p.classes&Ruling == 0) {
		r.topic = onOther // 县司法局受理行政复议案件156件
		return nil
	}
	if p.classes&Ruling == 0 {
		measures := combine(kinds, p, n.Value.IsZero())
		for i := range measures {
			if m := &measures[i]; m.subject == litigation && r.namesKinds() {
				m.Sums = slices.Concat(m.Sums, litigationDirect.sums, litigationAfterReview.sums)
			}
		}
		return measures
	}
	of := subjectsOf(kinds)
	if of == nil {
		of = r.kinds()
	}
	if len(of) == 0 {
		return nil
	}
	measures := combine(p.of(Ruling), p, n.Value.IsZero())
	for i := range measures {
		m := &measures[i]
		m.Sums = sumsOf(m.Sums, of)
		m.Name = namesOf(of) + "的“" + m.Name + "”"
	}
	return measures
}

// kinds lists the disputes that the clause named, else those of the one before.
func (r *reader) kinds() []*subject {
	if len(r.named) > 0 {
		return r.named
	}
	return r.earlier
}

// namesKinds says whether the sentence tells lawsuits with and without a review before them apart.
func (r *reader) namesKinds() bool {
	return slices.ContainsFunc(r.statement.tokens, func(k token) bool { return k.kind == wordToken && isKindOfLawsuit(k.word.subject) })
}

func isKindOfLawsuit(s *subject) bool { return s == litigationDirect || s == litigationAfterReview }

// kindsOf keeps of several words for one dispute the one that says most: 未经复议 of 未经复议直接提起行政诉讼.
// plain is true if there is none of those.
func kindsOf(heads []head) (kinds []head, plain bool) {
	add := func(h head) {
		if !slices.ContainsFunc(kinds, func(k head) bool { return k.subject == h.subject }) {
			kinds = append(kinds, h)
		}
	}
	for _, h := range heads {
		if isKindOfLawsuit(h.subject) {
			add(h)
		}
	}
	if len(kinds) > 0 {
		return kinds, false
	}
	for _, h := range heads {
		add(h)
	}
	return kinds, true
}

func subjectsOf(heads []head) []*subject {
	var list []*subject
	for _, h := range heads {
		list = append(list, h.subject)
	}
	return list
}

// sumsOf fills the disputes in that sums on rulings leave open: all together, or where there are several, any of them.
func sumsOf(sums []Sum, of []*subject) []Sum {
	var list []Sum
	for _, sum := range sums {
		list = append(list, sum.of(rowsOf(of)))
		for _, kind := range of {
			if len(of) > 1 {
				list = append(list, sum.of(kind.rows()))
			}
		}
	}
	return list
}

func rowsOf(list []*subject) []Row {
	var rows []Row
	for _, s := range list {
		rows = append(rows, s.rows()...)
	}
	return rows
}

// namesOf joins the names of disputes, in the order of the form.
func namesOf(list []*subject) string {
	var names []string
	for _, s := range disputes {
		if slices.Contains(list, s) {
			names = append(names, s.name)
		}
	}
	return strings.Join(names, "、")
}

func (r *reader) deniedDisputes(p *phrase) []Measure {
	kinds, _ := kindsOf(p.of(Dispute))
	if p.classes&(Outcome|Decision) != 0 {
		return nil
	}
	results := p.of(Ruling)
	if len(results) == 0 {
		return combineDenied(kinds)
	}
	of := subjectsOf(kinds)
	if of == nil {
		of = r.earlier
	}
	if len(of) == 0 || !results[0].subject.deniable {
		return nil
	}
	m := results[0].subject.measure()
	m.Sums = sumsOf(m.Sums, of)[:1]
	m.Name = namesOf(of) + "的“" + m.Name + "”"
	return []Measure{m}
}
