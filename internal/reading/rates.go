package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// requestRate finds the applications that 办结率 is a rate of.
func requestRate(p Percentage, before []*Quantity) (Percentage, bool) {
	if p.thing != "application" && p.thing != "application?" {
		p.Shares = rates(p.Quantity, before)
		return p, len(p.Shares) > 0
	}
	var received, answered []*Quantity
	for _, z := range before {
		if z.Statement == p.Statement && z.is("application") && !z.isNoughtAside() {
			if z.did("receive") && z.whole == nil {
				received = append(received, z)
			} else if z.did("answer", "handle") && !z.IncludesCarriedOut() {
				answered = append(answered, z)
			}
		}
	}
	isNone := func(z *Quantity) bool { return z.Value.IsZero() }
	if slices.ContainsFunc(received, isNone) && !slices.ContainsFunc(answered, (*Quantity).isPositive) {
		p.Hollow = true
		return p, true
	}
	if len(received) == 0 || len(answered) == 0 || chinese.ContainsAny(p.Statement.Text[p.Clause.Start:p.Start], []string{"按", "及时"}) {
		return p, false
	}
	for _, a := range answered {
		for _, z := range before {
			if z.Statement == p.Statement && z.is("application") && z.isPositive() && (z != a || z.Value.GreaterThanOrEqual(received[0].Value)) {
				p.Shares = append(p.Shares, Share{a.Value, z.Value})
				if z.did("carried_in") {
					p.Shares = append(p.Shares, Share{a.Value, z.Value.Add(received[0].Value)}) // 新收加上年结转
				}
			}
		}
	}
	return p, true
}

// rates lists the shares that a rate such as 回收率 may speak of: the counts before it in whose words its verb stands, against those
// before them. Rates of what was due in time are no shares of all.
func rates(q *Quantity, before []*Quantity) (list []Share) {
	text := q.Statement.Text[q.Clause.Start:q.Start]
	at := strings.LastIndex(text, "率")
	if at < 0 || q.Value.Equal(decimal.NewFromInt(100)) || // all of those that had to be
		chinese.ContainsAny(text, []string{"按", "及时", "增长", "下降", "同比", "非", "审结案件", "审结的案件", "主动公开率"}) { // of those that were decided
		return nil
	}
	stem := []rune(text[:at])
	if len(stem) < 2 {
		return nil
	}
	verb := stem[len(stem)-2:]
	if string(verb) == "满意" && HasDegrees(q.Statement.Words(q.Statement.Span)) {
		return nil // 非常满意80人、满意36人，满意率98.3%
	}
	from := q.Statement.Start + strings.LastIndexAny(q.Statement.Text[q.Statement.Start:q.Start], "；;") + 1
	if strings.HasSuffix(string(stem), "公开") || strings.Contains(text, "公开率") {
		list = append(list, publicShares(q, before)...)
	}
	for i, z := range before {
		if len(list) > mostShares {
			return nil
		}
		if z.Statement == q.Statement && z.Start < from || z.Bound != Exact || !z.isPositive() || !saidWith(before, i, verb) {
			continue
		}
		for _, w := range slices.Backward(before) { // of 发放120份，收回118份 the nearest counts
			if w != z && (w.Statement != q.Statement || w.Start >= from) && w.Bound == Exact && alikeUnits(w.Unit, z.Unit) && w.Value.GreaterThanOrEqual(z.Value) && w.isPositive() {
				list = append(list, Share{z.Value, w.Value})
			}
		}
	}
	return list
}

// HasDegrees says whether a text counts those who are satisfied by how much they are.
func HasDegrees(text string) bool { return degrees.In(text) }

// degrees are satisfactions of several degrees, of which nobody knows which a rate counts.
var degrees = pattern.NewWords("非常满意 很满意 较满意 比较满意 基本满意")

// publicShares pairs what was granted, wholly and in part, with each number that it may be a share of: 予以公开70件、部分公开17件，公开率55.8%.
func publicShares(q *Quantity, before []*Quantity) (list []Share) {
	granted := decimal.Zero
	for _, z := range before {
		if z.Statement.Paragraph == q.Statement.Paragraph && z.did("granted", "partially_granted", "publish") && z.Unit == "件" && !z.lastYear {
			granted = granted.Add(z.Value)
		}
	}
	for _, z := range before {
		if z.Bound == Exact && z.Value.GreaterThanOrEqual(granted) && granted.IsPositive() {
			list = append(list, Share{granted, z.Value})
		}
	}
	return list
}

// saidWith says whether the words between the number before and the one at i have all characters of a verb; 收回 will do for 回收.
func saidWith(numbers []*Quantity, i int, verb []rune) bool {
	z := numbers[i]
	start := z.Clause.Start
	if i > 0 && numbers[i-1].Statement == z.Statement {
		start = max(start, numbers[i-1].End)
	}
	end := z.Clause.End
	if i+1 < len(numbers) && numbers[i+1].Statement == z.Statement {
		end = min(end, max(z.End, numbers[i+1].Start))
	}
	words := z.Statement.Text[min(start, z.Start):max(end, z.Start)] // 收回286份, 27件配发了解读
	for _, r := range verb {
		if !strings.ContainsRune(words, r) {
			return false
		}
	}
	return true
}
