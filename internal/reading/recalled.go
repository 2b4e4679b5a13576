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
	var all []*Quantity
	var later []recalling
	var list []Retelling
	looked := 0 // for numbers beside those recalled; reports have one or two
	for _, s := range r.Statements {
		for i, q := range s.Quantities {
			if i > 0 && q.isBesideRecalled(s.Quantities[i-1]) && looked < mostNamed {
				looked++
				if earlier := s.Quantities[i-1].besideSame(all, q.Unit); earlier != nil && !earlier.Value.Equal(q.Value) {
					list = append(list, Retelling{recalledClaim(q.Unit, earlier), recalledClaim(q.Unit, q)})
				}
			}
			if q.Form == Number && !q.IsOfRequests() && !isDispute(q.thing) && q.Bound == Exact && q.isPositive() && !q.lastYear && !q.differs {
				all = append(all, q)
				if by, points := q.recalls(); points {
					later = append(later, by)
				}
			}
		}
	}
	if later == nil {
		return list
	}
	told, place := countedBeside(all, later), map[*Quantity]int{}
	for i, q := range all {
		place[q] = i
	}
	for _, q := range later {
		if noun, earlier := q.recalled(told); earlier != nil && !q.countsAsMeasured(earlier) && (q.owner == "" || place[earlier] < place[q.Quantity]) {
			list = append(list, Retelling{recalledClaim(noun, earlier), recalledClaim(noun, q.Quantity)})
		}
	}
	return list
}

// isBesideRecalled says whether 、 parts a number from one that points back: 上述4期、610人次的业务培训.
func (q *Quantity) isBesideRecalled(before *Quantity) bool {
	return before.isPositive() && q.isPositive() && before.Bound == Exact && q.Bound == Exact && before.Unit != q.Unit && q.Statement.Text[before.End:max(before.End, q.Start)] == "、" &&
		chinese.EndsWithAny(before.saidNear(), []string{"上述", "以上", "这"})
}

// besideSame is the number in a unit that is told right behind an earlier one that is the same as q: 培训4期，参训580人次; nil for none, or for several.
func (q *Quantity) besideSame(all []*Quantity, unit string) (found *Quantity) {
	for i, z := range all {
		if i+1 == len(all) || z.Unit != q.Unit || !z.Value.Equal(q.Value) || z.Statement == q.Statement {
			continue
		}
		if next := all[i+1]; next.Statement == z.Statement && next.Unit == unit {
			if found != nil {
				return nil
			}
			found = next
		}
	}
	return found
}

func recalledClaim(noun string, q *Quantity) *Claim {
	return &Claim{Measure: Measure{Name: "“" + noun + "”", Class: Information}, Quantity: q, Words: q.clauseWords()}
}

// recalling is a number that points back to one that was told before.
type recalling struct {
	*Quantity
	nouns []string // that it may count, the longest first
	owner string   // whose it is said to be: 公众号发布的129条防控信息; "" where the words point back without that
	all   bool     // it is of the whole year, so that no other of the same may be more: 全年举办信息员培训2次
}

// recalls says whether a number points to one that was told before, and how.
func (q *Quantity) recalls() (by recalling, points bool) {
	const most = 8 // characters between 全年 and 的
	before := q.saidNear()
	by = recalling{Quantity: q, nouns: q.nounsBehind()}
	if owner, verb := ownerIn(before); owner != "" && !isNew.In(before) && (q.whole == nil || q.whole.Statement != q.Statement) {
		by.owner = owner
		if verb != "" && strings.HasSuffix(before, "该"+owner+verb+"的") {
			by.owner = ""
		}
		return by, true
	}
	if q.whole != nil {
		return by, false
	}
	if owner, noun := ownedBefore(before); owner != "" && !isNew.In(before) {
		by.owner, by.nouns = owner, []string{noun}
		return by, true
	}
	if noun := q.ofWholeYear(before); noun != "" {
		by.all, by.nouns = true, []string{noun}
		return by, true
	}
	if chinese.EndsWithAny(before, []string{"上述", "以上", "全部", "现有的", "全年"}) || q.handedOut() != "" || q.tellsWhoCame() {
		return by, true
	}
	for _, whole := range []string{"全年", "年内", "本年", "今年", "该"} {
		if _, deed, found := strings.Cut(before, whole); found {
			deed, attribute := strings.CutSuffix(deed, "的")
			if attribute && deed != "" && utf8.RuneCountInString(deed) <= most && !strings.ContainsAny(deed, "的中、") {
				return by, true
			}
		}
	}
	return by, false
}

// tellsWhoCame says whether a clause begins with a number of occasions of which it tells how many came to all of them: 4场培训参训人数分别为45人、38人…….
func (q *Quantity) tellsWhoCame() bool {
	const most = 9 // characters of a noun
	if q.Start != q.Clause.Start {
		return false
	}
	behind := chinese.Clip(q.Statement.Text[q.End:max(q.End, q.Clause.End)], most+2)
	at := strings.Index(behind, "参")
	return at > 0 && chinese.StartsWithAny(behind[at:], []string{"参训", "参会", "参加人", "参与人"})
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
func countedBeside(all []*Quantity, later []recalling) map[counted]*tellings {
	told := map[counted]*tellings{}
	for _, q := range later {
		for _, noun := range q.nouns {
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
const endsNoun = "内的已均都全中里在由占及和与以是为被能可将也又还仅未没无有共包涉覆分按经通进完参开更"

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
	if utf8.RuneCountInString(noun) < size || !chinese.IsHanOnly(noun) {
		return nouns
	}
	return append(nouns, noun)
}

// recalled is the one number that may be meant, and what both count: the longest noun behind the later that stands beside any other.
func (q recalling) recalled(told map[counted]*tellings) (noun string, earlier *Quantity) {
	for _, noun := range q.nouns {
		n := told[counted{noun, q.Unit}]
		others := slices.DeleteFunc(slices.Clone(n.some), func(z *Quantity) bool { return z == q.Quantity })
		switch {
		case len(others) == 0:
		case q.all:
			at := slices.IndexFunc(others, func(z *Quantity) bool { return z.isAmong(q.Quantity) })
			if at < 0 || n.values[q.Value.String()] > 1 {
				return "", nil
			}
			return noun, others[at]
		case q.handedOut() != "" && !strings.Contains(others[0].saidNear(), "发") && !strings.Contains(others[0].saidNear(), "印"):
			return "", nil // 收回180份问卷, of those handed out
		case len(others) > 1 || n.values[q.Value.String()] > 1 || others[0].whole != nil || others[0].planned || others[0].isOfEach() || others[0].otherTime && !q.isBeside(others[0]):
			return "", nil
		case q.owner != "" && !(others[0].isOwnedBy(q.owner) && q.cannotBeSomeOf(others[0], noun)):
			return "", nil
		default:
			return noun, others[0]
		}
	}
	return "", nil
}

// countsAsMeasured says whether both count one subject that numbers are held against already.
func (q *Quantity) countsAsMeasured(other *Quantity) bool {
	return len(q.measured) > 0 && len(other.measured) > 0 && !q.measured[0].told.isNone() && q.measured[0].told == other.measured[0].told
}
