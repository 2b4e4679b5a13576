package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// completesList says whether the parts of its list up to a number add up to everybody's applications, so that 均 behind it is said of them all: 收到11件，其中网上9件、
// 信函2件，均已答复.
func (q *Quantity) completesList() bool {
	items := q.list.ofWhole()
	return len(q.whole.applicants) == 0 && items[len(items)-1] == q && sumOf(items).Equal(q.whole.Value)
}

// coverage measures what is said of all: of the others there are none.
func (m *measurer) coverage(q *Quantity) (found []Measure, silence string) {
	switch {
	case chinese.ContainsAny(q.Statement.Words(q.Statement.Span), []string{"无关", "分开统计"}):
		return nil, "没有说是政府信息公开引起的"
	case q.among != nil && q.among.Form == Number && (q.among.whole != nil && !q.among.completesList() && !(q.one && q.among == q.of) || q.among.did("carried_in", "carried") && !m.receivedBefore(q)):
		return nil, partly
	case q.of != nil && q.of.Value.IsZero() && q.of.Form == Number && (q.did("answer") || q.hasOutcome()):
		return []Measure{{Name: "收到的申请", Class: Flow, Hollow: true}}, ""
	case q.ruling != "":
		return m.coveredRulings(q), ""
	case len(q.applicants) > 0 && q.among != nil && (q.among.hasOutcome() || q.among.did("carried_in", "carried_out", "carried", "pending")):
		return nil, partly
	case len(q.applicants) > 0:
		left := slices.DeleteFunc(slices.Clone(q.coveredApplicants()), func(column string) bool {
			return column == q.applicants[0] || q.applicants[0] == "organisations" && slices.Contains(form.Organisations(), column)
		})
		if len(left) == 0 {
			return nil, partly // 企业2家（均为商业企业）
		}
		return []Measure{{Name: applicantNames[q.applicants[0]] + "以外的申请", Class: Flow, Sums: []Sum{Sum{requests("received")}.by(left)}}}, ""
	case m.carries && !(q.of != nil && q.of.did("answer") && !q.did("answer")):
		return nil, "文中另说有结转，“均”指其余的" // but 已办结的2件均予以公开
	case q.did("answer") && q.among != nil && q.among.Form == Number && q.among.did("answer"):
		return nil, "说的是已经办结的" // 办结30件，均严格按规定答复
	case q.did("answer"):
		return []Measure{Measure{Name: "结转下年度的申请", Class: Flow, Sums: flows()["carried_out"].Sums}.byApplicants(q.ofApplicants)}, ""
	}
	if of := q.of; of != nil && of.Bound == Exact {
		group, _, reason := strings.Cut(q.deeds[0], ".")
		if of.whole != nil || of.isOfEach() || of.hasOutcome() && !(reason && of.did(group)) {
			return nil, partly
		}
		q.Value = of.Value
		measure := outcomeMeasure(q.deeds[0]).byApplicants(of.applicants)
		measure.Least = true          // those that were carried in
		return []Measure{measure}, "" // 申请2件，均予以公开
	}
	var sum Sum
	for _, o := range mainOutcomes {
		if o != q.deeds[0] && !(q.deeds[0] == "granted+partially_granted" && strings.HasSuffix(o, "granted")) {
			sum = append(sum, outcomeMeasure(o).Sums[0]...)
		}
	}
	name := strings.TrimSuffix(outcomes()[q.deeds[0]].Name, "的申请") + "以外的申请"
	return []Measure{{Name: name, Class: Outcome, Sums: []Sum{sum}, spare: Sum{requests("carried_in")}}}, ""
}

// coveredApplicants are those whose applications what is said of all is about: 法人2件均为企业.
func (q *Quantity) coveredApplicants() []string {
	if z := q.among; z != nil && z.Form == Number && (q.ofIt || z.Clause == q.Clause) {
		if columns := columnsOf(z.applicants); columns != nil {
			return columns[len(columns)-1]
		}
	}
	return append([]string{form.NaturalPerson}, form.Organisations()...)
}

// coveredDisputes lists the kinds of disputes that what is said of all is about: those counted before it in the sentence, behind its last ；.
func (q *Quantity) coveredDisputes() (things []string) {
	s := q.Statement
	from := s.Start + strings.LastIndex(s.Text[s.Start:q.Start], "；") + 1
	if from > s.Start && !slices.ContainsFunc(s.Quantities, func(z *Quantity) bool { return z.Start >= from && z.Start < q.Start && isDispute(z.thing) }) {
		from = s.Start // 复议3件；诉讼1件；均获维持
	}
	if q.among != nil && isDispute(q.among.thing) && q.ofIt {
		from = q.among.Start // 行政诉讼1件（败诉），行政复议2件（全部撤销）
	} else if q.among != nil && isDispute(q.among.thing) && q.among.Clause == q.Clause {
		from = q.Clause.Start // 直接起诉2件均维持
	} else if q.among != nil && strings.HasPrefix(q.among.thing, "litigation_") && !slices.ContainsFunc(s.Quantities, func(z *Quantity) bool { return z != q.among && z.Clause == q.among.Clause }) {
		return []string{q.among.thing} // 未经复议直接起诉2件，均为维持
	}
	for _, z := range s.Quantities {
		if !q.one && z.Start >= from && z.Start < q.Start && z.Form == Number && isDispute(z.thing) && (z.whole == nil || !isDispute(z.whole.thing)) && z.ruling != "closed" {
			things = append(things, z.thing)
			things = append(things, z.alike...)
		}
	}
	if len(things) == 0 {
		things = []string{q.thing}
	}
	return things
}

// coveredRulings measures the results of disputes that are left when all had one.
func (m *measurer) coveredRulings(q *Quantity) []Measure {
	things := q.coveredDisputes()
	var names []string
	var sum Sum
	for _, thing := range unique(things) {
		if !isDispute(thing) {
			continue
		}
		names = append(names, disputes[thing].name)
		for _, r := range rulings {
			if r.key != q.ruling && !(q.closed && r.key == "pending") && (q.ruling != "closed" || r.key == "pending") {
				for _, block := range disputes[thing].blocks {
					sum = append(sum, Figure{"disputes", Row{Key: block}, r.key})
				}
			}
		}
	}
	result := "已审结"
	for _, r := range rulings {
		if r.key == q.ruling {
			result = r.name
		}
	}
	return []Measure{{Name: strings.Join(names, "和") + "“" + result + "”以外的结果", Class: Dispute, Sums: []Sum{sum}}}
}
