package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// Difference is by how much a number has grown or shrunk against last year's, which is told beside it: 412条，比上年的455条减少43条.
type Difference struct {
	*Quantity
	Now, Last *Quantity
	Less      bool // the words say that it has shrunk
}

var (
	moreWords = []string{"增", "多", "升", "涨"}
	lessWords = []string{"减", "少", "降", "下滑", "回落", "负增长"}
)

// differences finds the differences of which both numbers are told right before them, in the report of a year.
func (r *Reading) differences(year int) (all []Difference) {
	for _, s := range r.Statements {
		for i, q := range s.Quantities {
			if i < 2 || q.Form != Number || !q.differs || q.planned || q.Bound != Exact {
				continue
			}
			last, now := s.Quantities[i-1], grownOf(q, s.Quantities[:i], year)
			if now == nil || now != s.Quantities[i-2] || now.ruling != "" || now.hasOutcome() || len(now.applicants) > 0 || last.Unit != q.Unit || now.Unit != q.Unit || last.Bound != Exact || now.Bound != Exact || !isOfLastYear(last, now, year) || last.End > q.Start {
				continue
			}
			between := s.Text[last.End:q.Start]
			if slices.ContainsFunc(s.Quantities[:i-2], func(z *Quantity) bool {
				return z.Form == Number && z.Unit == q.Unit && z.Value.Sub(last.Value).Abs().Equal(q.Value)
			}) {
				continue // 新收11件，合计12件，较上年新收的8件增加3件
			}
			if more, less := chinese.ContainsAny(between, moreWords), chinese.ContainsAny(between, lessWords); more != less && !strings.ContainsAny(between, "。；") {
				all = append(all, Difference{q, now, last, less})
			}
		}
	}
	return all
}

// isOfLastYear says whether a number is last year's, with which one of the report year is compared.
func isOfLastYear(last, now *Quantity, year int) bool {
	return last.Form == Number && !last.differs && (last.lastYear || last.year == year-1 && now.year != last.year)
}
