package reading

import (
	"slices"
	"strings"
)

// generalise reads what holds for all of something: 均获维持, 均予以公开, 均由自然人提出. The others are then 0.
func (r *reader) generalise(span []*token) {
	at := indexOf(span, allWord)
	if at < 0 || indexOf(span, negationWord) >= 0 || hasNumber(span[at:]) {
		return
	}
	p := phraseOf(r.statement.Text, span[at+1:])
	clause := phraseOf(r.statement.Text, span)
	if p.before != "" || p.gap || len(p.heads) != 1 || !r.inScope(span, &clause) {
		return
	}
	m := Measure{subject: p.heads[0].subject}
	var unless Sum
	switch onRequests := r.last != nil && r.last.subject.class == Flow && !r.last.Part; {
	case m.subject.class == Ruling && r.topic == onDisputes:
		kinds := r.kinds()
		if len(kinds) == 0 {
			return
		}
		m.Name = namesOf(kinds) + "“" + m.subject.name + "”以外的结果"
		m.Sums = []Sum{others(rulings, m.subject).of(rowsOf(kinds))}
	case m.subject.class == Outcome && onRequests && slices.Contains(mainOutcomes, m.subject):
		m.Name = strings.TrimSuffix(m.subject.name, "的申请") + "以外的申请"
		m.Sums = []Sum{others(mainOutcomes, m.subject)}
		unless = Sum{requests("carried_in")}
	case m.subject.class == Applicant && onRequests && r.last.subject == received:
		m.Name = strings.TrimSuffix(m.subject.name, "的申请") + "以外的申请"
		m.Sums = []Sum{received.sums[0].by(without(applicants, m.subject.columns))}
	default:
		return
	}
	r.claim(m, Quantity{Form: All, Span: spanOf(span[at:])}).Unless = unless
}

// others adds up what all but one of several subjects stand for.
func others(all []*subject, one *subject) Sum {
	var sum Sum
	for _, s := range all {
		if s != one {
			sum = append(sum, s.sums[0]...)
		}
	}
	return sum
}

func without(all, some []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(column string) bool { return slices.Contains(some, column) })
}
