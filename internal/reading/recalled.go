package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// recalls finds the numbers that point back to one told before (上述100份问卷，全年关停的2个账号) and are another. Where several numbers
// may be meant, or one that agrees is told anywhere, nothing is said.
func (r *Reading) recalls() []Retelling {
	var all, later []*Quantity
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			if q.Form == Number && !q.IsOfRequests() && !isDispute(q.thing) && q.Bound == Exact && q.isPositive() && !q.lastYear && !q.differs {
				all = append(all, q)
				if q.whole == nil && q.recalls() {
					later = append(later, q)
				}
			}
		}
	}
	if later == nil {
		return nil
	}
	told := countedBeside(all, later)
	var list []Retelling
	for _, q := range later {
		if noun, earlier := q.recalled(told); earlier != nil {
			list = append(list, Retelling{recalledClaim(noun, earlier), recalledClaim(noun, q)})
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
	before := q.saidNear()
	if chinese.EndsWithAny(before, []string{"上述", "以上", "全部", "现有的", "全年"}) || q.handedOut() != "" {
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

// handedOut is the verb with which a number points to what was handed out before: 发出的180份问卷; "" for none.
func (q *Quantity) handedOut() string {
	for _, verb := range []string{"发出", "发放", "印发", "编印"} {
		if strings.HasSuffix(q.saidNear(), verb+"的") {
			return verb
		}
	}
	return ""
}

// counted is a noun and the unit it is counted in.
type counted struct{ noun, unit string }

// tellings are the numbers of a noun: the first three, the last, and how many have each value.
type tellings struct {
	some   []*Quantity
	last   *Quantity
	values map[string]int
}

// fewestCounted and mostCounted are how many characters a noun has that a number points back by.
const fewestCounted, mostCounted = 2, 12

// countedBeside are the numbers beside which the nouns stand that stand behind those which point back.
func countedBeside(all, later []*Quantity) map[counted]*tellings {
	told := map[counted]*tellings{}
	for _, q := range later {
		for _, noun := range q.nounsBehind() {
			told[counted{noun, q.Unit}] = &tellings{values: map[string]int{}}
		}
	}
	for _, q := range all {
		behind := q.nounsBehind()
		for _, noun := range append(behind, q.nounsBefore()...) {
			n := told[counted{noun, q.Unit}]
			if n == nil || n.last == q {
				continue // one number in 问卷3份问卷
			}
			n.last = q
			if n.values[q.Value.String()]++; len(n.some) < 3 {
				n.some = append(n.some, q)
			}
		}
	}
	return told
}

// endsNoun are the characters with which what is said of a short noun begins: 100份问卷已归档, but 2500个指标值 are no 指标.
const endsNoun = "内的已均都全中里在由占及和与以是为被能可将也又还仅未没无有共包涉覆分按经通进完"

// nounsBehind are the words behind a number that may be its noun, the longest first.
func (q *Quantity) nounsBehind() (nouns []string) {
	behind := q.Statement.Text[q.End:]
	for size := mostCounted; size >= fewestCounted; size-- {
		noun := chinese.Clip(behind, size)
		if next := chinese.FirstRune(behind[len(noun):]); size > fewestCounted || !chinese.IsHan(next) || chinese.IsOneOf(next, endsNoun) {
			nouns = appendNoun(nouns, noun, size)
		}
	}
	return nouns
}

// nounsBefore are those before it.
func (q *Quantity) nounsBefore() (nouns []string) {
	before := q.Statement.Text[:q.Start]
	start := len(before)
	for size := 1; size <= mostCounted && start > 0; size++ {
		_, width := utf8.DecodeLastRuneInString(before[:start])
		if start -= width; size >= fewestCounted {
			nouns = appendNoun(nouns, before[start:], size)
		}
	}
	return nouns
}

func appendNoun(nouns []string, noun string, size int) []string {
	if utf8.RuneCountInString(noun) < size || strings.ContainsFunc(noun, func(r rune) bool { return !chinese.IsHan(r) }) {
		return nouns
	}
	return append(nouns, noun)
}

// recalled is the one number that may be meant, and what both count: the longest noun behind the later that stands beside any other.
func (q *Quantity) recalled(told map[counted]*tellings) (noun string, earlier *Quantity) {
	for _, noun := range q.nounsBehind() {
		n := told[counted{noun, q.Unit}]
		others := slices.DeleteFunc(slices.Clone(n.some), func(z *Quantity) bool { return z == q })
		switch {
		case len(others) == 0:
		case q.handedOut() != "" && !strings.Contains(others[0].saidNear(), "发") && !strings.Contains(others[0].saidNear(), "印"):
			return "", nil // 收回180份问卷, of those handed out
		case len(others) > 1 || n.values[q.Value.String()] > 1 || others[0].whole != nil || others[0].otherTime || others[0].planned:
			return "", nil
		default:
			return noun, others[0]
		}
	}
	return "", nil
}
