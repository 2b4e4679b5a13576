package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// requests measures applications.
func (m *measurer) requests(q *Quantity) (found []Measure, silence string) {
	if q.Form == Number && q.narrowing != "" && !q.did("withdraw") && (q.whole != nil || q.own.thing == "" || q.boundRight) {
		return nil, "不认得“" + q.narrowing + "”"
	}
	if w := q.whole; w != nil && q.Form == Number && q.list.marker == "中" && w.narrowing != "" {
		return nil, "不认得“" + w.narrowing + "”" // 某某机构提出的4件中，3件予以公开
	}
	if q.Form == Number && q.behindIt != "" {
		return nil, "不认得“" + q.behindIt + "”"
	}
	switch {
	case slices.Contains(q.alike, "foreign"):
		return nil, "连同别的一起数的"
	case q.directly || q.whole != nil && q.whole.directly,
		slices.Contains(q.applicants, "anyone") && q.Form == Number && (q.whole != nil || q.hasSibling(func(z *Quantity) bool { return z.IsOfRequests() && len(z.applicants) > 0 })),
		q.Form == Number && strings.HasPrefix(q.Statement.Text[q.End:], "被"): // 申请1件被复议纠正
		return nil, "说的是其中一部分"
	case q.Form == Number && q.narrowing != "" && !q.channel && strings.Contains(q.Statement.Text[q.saidBehind():q.Start], "“"):
		return nil, "不认得“" + q.narrowing + "”" // 惠企政策“免申即享”全年受理企业申请1108件
	}
	deeds := q.deeds
	if len(deeds) == 0 && !q.boundRight && !q.subset && (q.whole == nil || len(q.applicants) > 0 || q.channel) && (q.own.thing == "application" || q.own.thing == "application?" || len(q.applicants) > 0) {
		deeds = []string{"receive"}
	}
	some := columnsOf(q.applicants) != nil
	for _, d := range deeds {
		if d == "raise" {
			if q.subset && q.narrowing != "" {
				return nil, "说的是其中一部分" // 对涉及会议纪要的2件申请
			}
			d = "receive"
		}
		if d == "receive" && q.Form == Number && q.ofReceived && q.own.thing == "" && len(q.own.deeds) == 1 {
			return nil, "说的是其中一部分" // 申请人直接提出的7件
		}
		if q.own.thing == "" && q.isAbout() {
			return nil, "说的是其中一部分" // 涉及登记档案4件
		}
		measure := flows[d]
		measure.deed = d
		switch {
		case d == "receive" && q.Form == Number && q.Statement.countsSetAside() && m.receivedBefore(q):
			return nil, "说的是撤回以后余下的"
		case d == "answer" && (q.Statement.countsSetAside() || q.isPositive() && q.isOfEach()):
			return nil, "说的是其中一部分"
		case isOutcome(d) && (q.Statement.addsKindsUp(q) || q.isPositive() && q.isOfEach() && strings.HasSuffix(q.Statement.Text[:q.Start], "答复各")):
			return nil, "说的是其中一部分"
		case isOutcome(d):
			if q.channel {
				return nil, "只说了一种渠道"
			}
			measure = outcomeMeasure(d)
			if d == "other" && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.did("other.uncorrected", "other.unpaid") }) {
				measure.Sums = append(slices.Clone(measure.Sums), Sum{reason("other", "miscellaneous")}) // 逾期不补正3件，其他3件
			}
			if of := m.appliedBefore(q); of != nil && len(q.applicants) == 0 {
				measure.Sums = append(measure.Sums, measure.byApplicants(of.applicants).Sums...) // 企业申请3件，予以公开2件
				measure.Loose = true
			}
			measure = measure.byApplicants(q.applicants)
		case measure.Name == "":
			continue
		case q.Form == None && (q.channel || q.timely) && measure.Class == Flow:
			return nil, "只说了其中一部分没有"
		case q.Form == None && (d == "handle" || d == "answer"):
			continue
		case d == "receive" && q.Form == Number && q.whole != nil && q.whole.did("answer") && !some:
			measure.Most, measure.Sums = true, measure.Sums[:1] // 办结174件（其中本年新收165件）
		case d == "answer" && !some && m.appliedBefore(q) != nil && !q.channel && !q.timely:
			measure.Sums = append(slices.Clone(measure.Sums), measure.byApplicants(m.appliedBefore(q).applicants).Sums...) // 自然人新收11件，办结12件
			measure.Loose = true
		case d == "answer" && q.isOfReceived() && !some:
			measure.spare = Sum{requests("carried_in")} // 收到的9件中，办结7件: others were carried in
		case q.Form == None && measure.Class == Carrying && !some && q.Statement.goesByColumns():
			return nil, "说的是其中一部分"
		case measure.Class == Flow && (q.channel || q.timely) && !some:
			measure.Most = true
			if d == "receive" {
				measure.Sums = measure.Sums[1:] // what was carried in may have come that way as well
			}
		case measure.Class == Carrying && q.channel:
			continue
		case d == "receive" && q.Form == None:
			measure.Sums = measure.Sums[:1]
			measure = measure.byApplicants(q.applicants)
		case d == "carried" && (q.Form == None || q.Value.IsZero()):
			measure.Sums = measure.Sums[:1]
		case some && measure.Class&(Flow|Carrying) != 0:
			measure = measure.byApplicants(q.applicants)
		}
		found = append(found, measure)
	}
	if q.Form == Number && q.isPositive() && len(found) > 1 && !q.isOfEach() && !slices.ContainsFunc(found, func(m Measure) bool { return m.Class != Outcome }) {
		found = []Measure{together(found)}
	}
	return found, ""
}

// isOfReceived says whether a number is only of the applications that were received in the year.
func (q *Quantity) isOfReceived() bool {
	return q.Form == Number && (q.ofReceived || q.whole != nil && q.whole.did("receive") || q.Statement.tellsOfCarriedBefore(q))
}

// isAbout says whether the words before a number tell what those counted are about: 涉及登记档案4件.
func (q *Quantity) isAbout() bool {
	text := q.Statement.Text
	return q.Form == Number && (strings.Contains(text[q.saidBehind():q.Start], "涉及") || q.boundRight && strings.HasPrefix(text[q.End:], "涉及"))
}

// isOfEach says whether a number is one of each of several things: 不予公开、无法提供各3件.
func (q *Quantity) isOfEach() bool {
	return chinese.EndsWithAny(q.Statement.Text[:q.Start], []string{"各", "各为", "各有", "各设", "各设置", "均", "均为", "都是"})
}

// together is the measure of several outcomes that are counted in one number: 其余9件为无法提供、不予处理和其他处理.
func together(outcomes []Measure) Measure {
	var names []string
	sums := []Sum{nil}
	for _, m := range outcomes {
		names = append(names, strings.TrimSuffix(m.Name, "的申请"))
		var longer []Sum
		for _, s := range sums {
			for _, more := range m.Sums {
				longer = append(longer, slices.Concat(s, more))
			}
		}
		sums = longer
	}
	first := outcomes[0]
	first.Name, first.Sums = strings.Join(names, "、")+"的申请", sums
	return first
}

// receivedBefore says whether the sentence counted applications received before.
func (m *measurer) receivedBefore(q *Quantity) bool {
	return slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.Start < q.Start && z.Form == Number && z.did("receive") })
}

// appliedBefore is the number of applications by some applicants that an outcome may be of, nil if all are counted in the sentence too.
func (m *measurer) appliedBefore(q *Quantity) (of *Quantity) {
	for _, z := range q.Statement.Quantities {
		switch {
		case z == q:
			return of
		case z.Form == Number && z.is("application") && (z.did("receive", "handle") || z.did("answer") && len(z.applicants) > 0 || len(z.deeds) == 0 && z.own.thing != ""):
			if of = z; columnsOf(z.applicants) == nil {
				return nil
			}
		}
	}
	return of
}

// isCarriedOver says whether a quantity tells that applications are carried into the next year.
func (q *Quantity) isCarriedOver() bool {
	return q.isPositive() && q.IsOfRequests() && q.did("carried_out", "pending")
}
