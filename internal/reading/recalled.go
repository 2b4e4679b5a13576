package reading

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// recalls finds the numbers that point back to one told before (上述100份问卷，全年关停的2个账号) and are another. Where several numbers
// may be meant, or one that agrees is told anywhere, nothing is said.
func (r *Reading) recalls() []Retelling {
	var all []*Quantity
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			if q.Form == Number && !q.IsOfRequests() && !isDispute(q.thing) && q.Bound == Exact && q.isPositive() && !q.lastYear && !q.differs {
				all = append(all, q)
			}
		}
	}
	var list []Retelling
	for _, later := range all {
		if later.whole == nil && later.recalls() {
			if noun, earlier := later.recalled(all); earlier != nil {
				list = append(list, Retelling{recalledClaim(noun, earlier), recalledClaim(noun, later)})
			}
		}
	}
	return list
}

func recalledClaim(noun string, q *Quantity) *Claim {
	return &Claim{Measure: Measure{Name: "“" + noun + "”", Class: Information}, Quantity: q, Words: q.clauseWords()}
}

// recalls says whether the words before a number point to one that was told before.
func (q *Quantity) recalls() bool {
	const most = 8 // characters between 全年 and 的
	before := q.Statement.Text[q.Clause.Start:q.Start]
	if chinese.EndsWithAny(before, []string{"上述", "以上", "全部", "现有的", "全年"}) {
		return true
	}
	for _, whole := range []string{"全年", "年内", "本年", "今年", "该"} {
		if _, deed, found := strings.Cut(before, whole); found {
			deed, attribute := strings.CutSuffix(deed, "的")
			return attribute && deed != "" && utf8.RuneCountInString(deed) <= most && !strings.ContainsAny(deed, "的中、")
		}
	}
	return false
}

// recalled is the one number that may be meant, and what both count: the noun behind the later stands beside the earlier, which has the same unit.
func (q *Quantity) recalled(all []*Quantity) (noun string, earlier *Quantity) {
	const fewest, most = 2, 12 // characters of a noun
	behind := q.Statement.Text[q.End:]
	for size := most; size >= fewest; size-- {
		noun = chinese.Clip(behind, size)
		if utf8.RuneCountInString(noun) < size || strings.ContainsFunc(noun, func(r rune) bool { return !chinese.IsHan(r) }) {
			continue
		}
		var others []*Quantity
		for _, z := range all {
			text := z.Statement.Text
			if z == q || z.Unit != q.Unit || !strings.HasSuffix(text[:z.Start], noun) && !strings.HasPrefix(text[z.End:], noun) {
				continue
			}
			if z.Value.Equal(q.Value) {
				return "", nil
			}
			others = append(others, z)
		}
		switch {
		case len(others) == 1 && others[0].whole == nil && !others[0].otherTime && !others[0].planned:
			return noun, others[0]
		case len(others) > 0:
			return "", nil
		}
	}
	return "", nil
}
