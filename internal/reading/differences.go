package reading

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
)

// Difference is by how much a number has grown or shrunk against last year's, which is told beside it: 412条，比上年的455条减少43条.
type Difference struct {
	*Quantity
	Now, Last *Quantity // Last is nil where the text does not tell it
	Less      bool      // the words say that it has shrunk
}

var (
	moreWords = []string{"增", "多", "升", "涨"}
	lessWords = []string{"减", "少", "降", "下滑", "回落", "负增长"}
)

// differences finds the differences of which both numbers are told beside them, in the report of a year.
func (r *Reading) differences(year int) (all []Difference) {
	for _, s := range r.Statements {
		for i, q := range s.Quantities {
			if q.Form != Number || !q.differs || q.planned || q.Bound != Exact {
				continue
			}
			now, last := comparedWith(s.Quantities, i, year)
			if now == nil && i > 0 {
				if d, ok := differenceAlone(q, s.Quantities[i-1], year); ok {
					all = append(all, d)
				}
				continue
			}
			if now == nil || now.ruling != "" || now.hasOutcome() || len(now.applicants) > 0 || now.Unit != q.Unit || now.Bound != Exact {
				continue
			}
			if slices.ContainsFunc(s.Quantities[:i], func(z *Quantity) bool {
				return z != now && z != last && z.Form == Number && z.Unit == q.Unit && z.Value.Sub(last.Value).Abs().Equal(q.Value)
			}) {
				continue // 新收11件，合计12件，较上年新收的8件增加3件
			}
			between := s.Text[min(max(now.End, last.End), q.Start):q.Start]
			if last.Start > q.Start {
				between = s.Text[now.End:q.Start]
			}
			if more, less := chinese.ContainsAny(between, moreWords), chinese.ContainsAny(between, lessWords); more != less && !strings.ContainsAny(between, "。；") {
				all = append(all, Difference{q, now, last, less})
			}
		}
	}
	return all
}

// differenceAlone is by how much a number right before it has grown or shrunk against last year's, which the text does not tell: 收到5件，比上年增加2件.
func differenceAlone(q, now *Quantity, year int) (d Difference, ok bool) {
	s, before := q.Statement, strconv.Itoa(year-1)+"年"
	between := s.Text[min(now.End, q.Start):q.Start]
	more, less := chinese.ContainsAny(between, moreWords), chinese.ContainsAny(between, lessWords)
	toLast := chinese.ContainsAny(between, []string{"比上年", "较上年", "比去年", "较去年", "同比", "比" + before, "较" + before})
	isOfNow := now.Form == Number && now.Bound == Exact && now.Unit == q.Unit && !now.differs && !now.lastYear && !now.average && len(now.measured) > 0
	if !isOfNow || more == less || !toLast || strings.ContainsAny(between, "。；") {
		return Difference{}, false
	}
	return Difference{q, now, nil, less}, true
}

// comparedWith is the number whose difference one is, with last year's: right before it, with nothing but parts of this year's between them, or in
// the bracket right behind it: 比去年（15件）少3件; 146条，其中网站58条，比上年的121条增加25条; 增加19件（2023年为231件）. Nil for none.
func comparedWith(all []*Quantity, i, year int) (now, last *Quantity) {
	q, before := all[i], all[:i]
	if i > 1 && isOfLastYear(before[i-1], grownOf(q, before, year), year) && before[i-1].Unit == q.Unit && before[i-1].End <= q.Start {
		last, before = before[i-1], before[:i-1]
	} else if i > 0 && i+1 < len(all) && all[i+1].bracketed && all[i+1].Unit == q.Unit && strings.HasPrefix(q.Statement.Text[q.End:], "（") && isOfLastYear(all[i+1], grownOf(q, before, year), year) {
		last = all[i+1]
	} else {
		return nil, nil
	}
	now = grownOf(q, before, year)
	if last.Bound != Exact || now == nil || slices.ContainsFunc(before, func(z *Quantity) bool { return z.Start > now.Start && z.whole != now }) {
		return nil, nil
	}
	return now, last
}

// isOfLastYear says whether a number is last year's, with which one of the report year is compared.
func isOfLastYear(last, now *Quantity, year int) bool {
	return now != nil && last.Form == Number && !last.differs && (last.lastYear || last.year == year-1 && now.year != last.year)
}
