package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// lastCounted is the last quantity of this sentence, nil if there is none.
func (r *reader) lastCounted() *Quantity {
	if len(r.counted) == 0 {
		return nil
	}
	return r.counted[len(r.counted)-1]
}

// lastNear is the last quantity of this sentence or of the one before.
func (r *reader) lastNear() *Quantity {
	if q := r.lastCounted(); q != nil || len(r.before) == 0 {
		return q
	}
	return r.before[len(r.before)-1]
}

// isNoughtAside says whether there is none of what it tells of applications, which is not how many came: 结转0件, 不予公开0件. What is said of all
// behind it is said of others.
func (q *Quantity) isNoughtAside() bool {
	ofAll := len(q.applicants) == 0 && !q.channel && !q.timely && (len(q.deeds) == 0 || q.did("receive"))
	return q.Form == Number && q.Value.IsZero() && q.IsOfRequests() && !ofAll
}

// lastNumber is the last of this sentence but for shares of others, and noughts: 无法提供6件，占20.7%，全部为本机关不掌握.
func (r *reader) lastNumber() *Quantity {
	for _, q := range slices.Backward(r.counted) {
		if (q.Form != Rate || !q.isShare) && !q.isNoughtAside() {
			return q
		}
	}
	return nil
}

// lastThatDid is the last number, here or in the sentence before, of which a deed is told.
func (r *reader) lastThatDid(deed string) *Quantity {
	for _, list := range [][]*Quantity{r.counted, r.before} {
		for _, q := range slices.Backward(list) {
			if q.Form == Number && q.did(deed) && !r.isOfAnotherYear(q) {
				return q
			}
		}
	}
	return nil
}

// allThatDid is lastThatDid of everybody's, if there is one: 收到40件，自然人39件、企业1件；从渠道看.
func (r *reader) allThatDid(deed string) *Quantity {
	for _, list := range [][]*Quantity{r.counted, r.before} {
		for _, q := range slices.Backward(list) {
			if q.Form == Number && q.did(deed) && len(q.applicants) == 0 && !q.channel && !r.isOfAnotherYear(q) {
				return q
			}
		}
	}
	return r.lastThatDid(deed)
}

// wholeBefore is the whole that 其中 points at: the latest number of this sentence that is no part, else of the sentence before, else
// the paragraph's.
func (r *reader) wholeBefore() *Quantity {
	if r.list != nil && r.list.marker == "（" {
		return r.list.whole
	}
	if last := r.lastCounted(); last != nil && last.Form == Number && last.whole == nil && r.isOfAnotherYear(last) && manyYears.In(last.saidNear()) {
		return last // 年末403件。……整理2012年以来的文件1126件，其中继续有效745件
	}
	for _, list := range [][]*Quantity{r.counted, r.before} {
		divided := false // by applicants, so that all of them are meant
		for _, q := range slices.Backward(list) {
			divided = divided || q.endsApplicants(list)
			if q.Value.IsZero() && q.did("carried_in") {
				divided = true
				continue // 3件来自自然人、1件来自企业，上年结转0件，其中公开2件
			}
			if q.endsDivision(list, r.received) {
				return r.received // 平台26件，信件14件，窗口7件。其中
			}
			if q.Form == Number && q.whole == nil && !q.bracketed && !q.differs && !r.isOfAnotherYear(q) && !q.average && !(divided && len(q.applicants) > 0) {
				return q
			}
		}
	}
	return r.whole
}

// isOfAnotherYear says whether a number is last year's, or of another year that is named.
func (r *reader) isOfAnotherYear(q *Quantity) bool {
	return q.lastYear || q.year != 0 && r.unit.year != 0 && q.year != r.unit.year
}

// manyYears are words for a time that begins or ends in another year, before the number of what came together in it.
var manyYears = pattern.NewWords("年以来 年至 年到 年— 年度以来 年以前 年之前 年及以前 年及之前 年起 年后 年以后 历年")

// endsDivision says whether a number is the last of several in its sentence that add up to another: 收到47件。平台26件，信件14件，窗口7件.
func (q *Quantity) endsDivision(of []*Quantity, whole *Quantity) bool {
	if whole == nil || whole.Statement == q.Statement || q.whole != nil || q.Unit != whole.Unit || of[len(of)-1] != q {
		return false
	}
	sum := decimal.Zero
	for _, z := range of {
		if z.Form == Number && z.Statement == q.Statement && z.Unit == q.Unit {
			sum = sum.Add(z.Value)
		}
	}
	return len(of) > 1 && sum.Equal(whole.Value)
}

// endsApplicants says whether a number is the last by applicants of all that were counted before: 收到13件，自然人11件，企业、其他组织各1件；其中公开3件.
func (q *Quantity) endsApplicants(of []*Quantity) bool {
	return chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"；", "。"}) && q.dividedBefore(of) != nil
}

// dividedBefore is the number of all that were received which one of some applicants' divides, among those of its sentence: 新收28件，自然人26件、
// 企业2件. nil for none.
func (q *Quantity) dividedBefore(of []*Quantity) *Quantity {
	at := slices.IndexFunc(of, func(z *Quantity) bool {
		return z.Statement == q.Statement && z.Start < q.Start && z.Form == Number && z.IsOfRequests() && z.did("receive") && len(z.applicants) == 0
	})
	if at < 0 || len(q.applicants) == 0 {
		return nil
	}
	return of[at]
}

// lastOfRequests is the last number of applications or disputes that is no part of another.
func (r *reader) lastOfRequests() *Quantity {
	for _, list := range [][]*Quantity{r.counted, r.before} {
		for _, q := range slices.Backward(list) {
			if q.Form == Number && (q.IsOfRequests() || isDispute(q.thing)) && q.whole == nil && !q.isNoughtAside() {
				return q
			}
		}
	}
	return nil
}
