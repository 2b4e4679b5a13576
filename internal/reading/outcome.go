package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// reasonsBefore are the reasons that its clause names for the one outcome that it tells: 以国家秘密、三安全一稳定为由不公开的均为零.
func (q *Quantity) reasonsBefore() (reasons []string) {
	if len(q.deeds) != 1 || strings.Contains(q.deeds[0], ".") {
		return nil
	}
	for _, k := range q.Statement.tokens {
		if k.Start >= q.Clause.Start && k.End <= q.Start && k.in(outcomeWord) && strings.HasPrefix(k.word.value, q.deeds[0]+".") {
			reasons = append(reasons, k.word.value)
		}
	}
	return reasons
}

// outcome measures applications by what came of them.
func (m *measurer) outcome(q *Quantity, outcome string) (measure Measure, silence string) {
	switch {
	case q.addsKindsUp(), q.isPositive() && q.isOfEach() && strings.HasSuffix(q.Statement.Text[:q.Start], "答复各"):
		return Measure{}, partly
	case q.channel:
		return Measure{}, "只说了一种渠道"
	case q.isOfRest():
		return Measure{}, partly // 其余8件，予以公开5件、不掌握3件
	case q.whole != nil && q.whole.did("carried_in"):
		return Measure{}, partly // 包括上年结转4件，其中同意公开4件
	}
	measure = outcomeMeasure(outcome)
	if q.isPositive() && q.isToldApart(outcome) {
		measure.Sums = measure.Sums[:1]
	}
	measure.Most = measure.Most || q.isPositive() && !strings.Contains(outcome, ".") && (q.isAbout() || q.givesReason() || asksFor.Begins(q.Statement.Text[q.End:])) // 1件因涉及他人的商业秘密不予公开
	measure.apart = q.ofItsGroup(outcome)
	if outcome == "other" && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z.did("other.uncorrected", "other.unpaid") }) {
		measure.Sums = slices.Concat(measure.Sums, []Sum{{reason("other", "miscellaneous")}}) // 逾期不补正3件，其他3件
	}
	if of := m.appliedBefore(q); of != nil && len(q.applicants) == 0 {
		measure.Sums = slices.Concat(measure.Sums, measure.byApplicants(of.applicants).Sums) // 企业申请3件，予以公开2件
		measure.Loose = true
	}
	return measure.byApplicants(q.applicantsTogether()), ""
}

// isOfRest says whether its sentence begins with the rest of what was counted before, and it is no more than that.
func (q *Quantity) isOfRest() bool {
	first := q.Statement.Quantities[0]
	rest := chinese.EndsWithAny(first.saidSoFar(), []string{"其余", "余下", "剩余", "剩下"})
	return rest && first != q && first.isPositive() && len(first.own.deeds) == 0 && q.Value.LessThanOrEqual(first.Value) && q.isPositive()
}

// ofItsGroup adds up what is counted beside a number, and not as its parts, with the same outcome or a reason for it: 无法提供3件；补正后仍不清的1件. It is 0
// where those divide the number, though no word says so: 不予公开53件，查询事项15件、执法案卷38件.
func (q *Quantity) ofItsGroup(outcome string) (others decimal.Decimal) {
	if !q.isPositive() || !slices.Contains([]string{"denied", "unavailable", "not_handled"}, outcome) {
		return decimal.Zero
	}
	count := 0
	for _, z := range q.Statement.Quantities {
		ofGroup := slices.ContainsFunc(z.deeds, func(d string) bool { return d == outcome || strings.HasPrefix(d, outcome+".") })
		if z != q && z.isPositive() && z.whole == q.whole && q.whole != z && ofGroup {
			others = others.Add(z.Value)
			count++
		}
	}
	if count > 1 && others.Equal(q.Value) {
		return decimal.Zero
	}
	return others
}

// isToldApart says whether what an outcome may count as well is counted beside it: 公开5件，部分公开1件; 无法提供15件，其中不掌握14件.
func (q *Quantity) isToldApart(outcome string) bool {
	apart := false
	for _, z := range q.Statement.Quantities {
		switch {
		case z == q || !z.isPositive() || len(z.deeds) != 1:
		case outcome == "granted" && z.whole == q.whole && z.did("granted"):
			return false // 公开了5件，4件全部公开、1件部分公开
		case outcome == "granted" && z.whole == q.whole && z.did("partially_granted"),
			outcome == "unavailable.not_held" && strings.HasPrefix(z.deeds[0], "unavailable"):
			apart = true
		}
	}
	return apart
}

// givesGround says whether it counts those that were not granted for one reason.
func (q *Quantity) givesGround() bool {
	return slices.ContainsFunc(q.deeds, func(d string) bool { return isOutcome(d) && strings.Contains(d, ".") })
}

// givesReason says whether the clause of a number gives the reason for what came of those that it counts: 1件因没有制作而无法提供.
func (q *Quantity) givesReason() bool { return strings.Contains(q.Statement.Words(q.Clause), "因") }

// asksFor begin what is told of single applications: 1件要看别人家的低保档案，……，决定不公开.
var asksFor = pattern.NewWords("要看 要查 要求公开 想看 想查 想要 问 查询 索要 申请查 申请公开 寄来")

// holds says whether it counts all that another outcome counts, so that this tells it more closely.
func (m *Measure) holds(other Measure) bool {
	if strings.HasPrefix(other.deed, m.deed+".") {
		return true // 属大量反复申请、不予处理1件
	}
	return len(m.Sums) > 0 && len(other.Sums) > 0 && len(m.Sums[0]) > len(other.Sums[0]) && !slices.ContainsFunc(other.Sums[0], func(f Figure) bool { return !slices.Contains(m.Sums[0], f) })
}

// together is the measure of several outcomes that are counted in one number: 其余9件为无法提供、不予处理和其他处理.
func together(outcomes []Measure) Measure {
	var names []string
	sums := []Sum{nil}
	for i, m := range outcomes {
		if slices.ContainsFunc(outcomes, func(z Measure) bool { return z.deed != m.deed && m.holds(z) }) || slices.ContainsFunc(outcomes[:i], func(z Measure) bool { return z.deed == m.deed }) {
			continue // 逾期未缴纳费用不再处理1件
		}
		names = append(names, strings.TrimSuffix(m.Name, "的申请"))
		var longer []Sum
		if strings.Contains(m.deed, ".") {
			m.Sums = m.Sums[:1] // and no others of its group
		}
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
