package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// Percentage is a percentage with what the words let it be a share of.
type Percentage struct {
	*Quantity
	Shares []Share // the likeliest first; none for a growth over a year that the text does not tell, and for a share of nothing
	Growth bool    // by which the number has grown or shrunk, or the shares say so
	Hollow bool    // a rate of applications of which there were none
}

// Share is a part and its whole; of a growth the number and the one before.
type Share struct{ Part, Whole decimal.Decimal }

// Of is the number that the percentage is told of, nil for none.
func (p *Percentage) Of() *Quantity { return p.of }

// SaysMore and SaysLess say whether the words before a growth are that a number has grown, or that it has shrunk.
func (p *Percentage) SaysMore() bool { return chinese.ContainsAny(p.saidBefore(), moreWords) }
func (p *Percentage) SaysLess() bool { return chinese.ContainsAny(p.saidBefore(), lessWords) }

// saidBefore is the end of what stands before a percentage in its clause.
func (p *Percentage) saidBefore() string {
	const near = 15 // bytes
	text := p.Statement.Text[p.Clause.Start:p.Start]
	return text[chinese.RuneStart(text, len(text)-near):]
}

// IsExact says whether the number that the percentage is told of is exact.
func (p *Percentage) IsExact() bool { return p.of != nil && p.of.Bound == Exact }

// Bears says whether a percentage that is told roughly may be told of one: 不到七成 of less, 八成以上 of more, 近六成, 约六成 of what is near it.
func (p *Percentage) Bears(exact decimal.Decimal) bool {
	near, ten := decimal.NewFromInt(5), decimal.NewFromInt(10) // points
	after := p.Statement.Text[p.End:]
	switch more := exact.Sub(p.Value); {
	case p.inTenths() && chinese.StartsWithAny(after, []string{"多", "余"}):
		return !more.IsNegative() && more.LessThan(ten)
	case p.Bound == AtLeast:
		return !more.IsNegative()
	case chinese.EndsWithAny(p.Statement.Text[:p.Start], lessThanWords), strings.HasPrefix(after, "以下"):
		return !more.IsPositive()
	case p.Bound == About, p.Bound == Exact:
		return more.Abs().LessThanOrEqual(near)
	}
	return true // 两三成
}

// Told is the words of a percentage with those that say how exact it is: 不到七成, 六成以上.
func (p *Percentage) Told() string {
	text, span := p.Statement.Text, p.Span
	for _, words := range [][]string{lessThanWords, atLeastWords, aboutWords} {
		for _, w := range words {
			if strings.HasSuffix(text[:p.Start], w) {
				span.Start = min(span.Start, p.Start-len(w))
			}
		}
	}
	for _, w := range []string{"以上", "以下", "左右", "多", "余"} {
		if strings.HasPrefix(text[p.End:], w) {
			span.End = p.End + len(w)
		}
	}
	return text[span.Start:span.End]
}

// IsRough says whether a percentage is told roughly; 七成 always is.
func (p *Percentage) IsRough() bool { return p.Bound != Exact || p.inTenths() }

func (p *Percentage) inTenths() bool { return strings.HasSuffix(p.Statement.Words(p.Span), "成") }

// IsOfRequestsReceived says whether the percentage is told of the applications received.
func (p *Percentage) IsOfRequestsReceived() bool {
	return p.of != nil && p.of.is("application") && p.of.did("receive") && p.of.Statement == p.Statement
}

// IsRateOfRequests says whether it is a rate of applications: 办结率.
func (p *Percentage) IsRateOfRequests() bool { return p.isRate && p.is("application", "application?") }

const (
	mostShares = 40  // that a percentage may be; with more of them the sentence does not say which
	mostBefore = 200 // numbers before one that are looked at
)

// percentages finds, in the report of a year, the percentages that other numbers bear out or refute.
func (r *Reading) percentages(year int) (all []Percentage) {
	var before []*Quantity // numbers of this paragraph and the one before
	var last *Statement
	for _, s := range r.Statements {
		if last == nil || last.Section != s.Section || last.Paragraph != s.Paragraph {
			before = slices.DeleteFunc(before, func(q *Quantity) bool {
				return q.Statement.Section != s.Section || q.Statement.Paragraph < s.Paragraph-1
			})
		}
		last = s
		before = before[max(0, len(before)-mostBefore):]
		for _, q := range s.Quantities {
			switch {
			case q.Form == Number:
				before = append(before, q)
			case q.Form == Rate && (q.Bound == Exact || q.isShare && !q.differs):
				p, ok := percentage(q, before, year)
				p.Shares = slices.DeleteFunc(p.Shares, func(s Share) bool { return s.Whole.IsZero() })
				if ok && len(p.Shares) <= mostShares && (len(p.Shares) > 0 || p.Growth || p.Hollow) {
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// percentage finds what a percentage may be of among the numbers before it; ok is false if the words do not say.
func percentage(q *Quantity, before []*Quantity, year int) (p Percentage, ok bool) {
	p.Quantity = q
	switch {
	case q.planned || q.lastYear && !q.differs, chinese.EndsWithAny(q.Statement.Text[:q.Start], []string{"由", "从", "降到", "升到", "降至", "升至"}):
		return p, false
	case q.differs:
		p.Growth = true
		p.of = grownOf(q, before, year)
		if p.of != nil && chinese.ContainsAny(q.Statement.Text[p.of.End:q.Start], []string{"总数", "总量"}) { // 368件，其中涉及食品的152件，总数较上年减少
			p.of = p.of.dividedAbove(before)
		}
		told := toldWith(q, before)
		if p.of != nil && p.of.whole == nil {
			if all := p.of.dividedBefore(before); all != nil { // 新收28件，自然人26件、企业2件，比上年多9件，增长47.4%
				p.Shares = append(growths(all, told), growthsBy(q, all, told)...)
			}
		}
		p.Shares = slices.Concat(p.Shares, growths(p.of, told), growthsBy(q, p.of, told))
		if len(before) > 0 {
			if last := before[len(before)-1]; last.whole != nil && last.Statement == q.Statement && !last.differs && !last.lastYear {
				p.Shares = append(p.Shares, growths(last, told)...) // 其中自然人142件，同比增长10.94%（上年128件）
			}
		}
		return p, p.of != nil && p.of.isPrinted()
	case q.isRate:
		return requestRate(p, before)
	case q.isShare:
		p.Shares = sharesOf(q, before)
		return p, len(p.Shares) > 0
	}
	p.Shares = rates(q, before)
	return p, len(p.Shares) > 0
}

// grownOf is the number that a growth is told of: the last of its sentence that is neither a difference nor last year's.
func grownOf(q *Quantity, before []*Quantity, year int) *Quantity {
	for _, z := range slices.Backward(before) {
		if z.Statement != q.Statement {
			return nil
		}
		part := z.whole != nil && !z.whole.otherTime               // 2019年以来累计57件，其中2024年14件
		other := z.year != 0 && z.year == q.year && z.year != year // 2024年是340条，同比增长
		if !z.differs && !z.lastYear && !part && !other && !(z.year != 0 && z.year == year-1 && hasOtherYear(before, z)) {
			return z
		}
	}
	return nil
}

// dividedAbove is the first number of the sentence that others divide and that is counted alike; the number itself where there is none.
func (q *Quantity) dividedAbove(before []*Quantity) *Quantity {
	for _, z := range before {
		if z.Statement == q.Statement && z.Unit == q.Unit && len(z.parts) > 0 && z.Value.GreaterThanOrEqual(q.Value) {
			return z
		}
	}
	return q
}

// hasOtherYear says whether a number of the same, of no year that is named or another, stands before one in its sentence: 新收183件，而2020年为151件.
func hasOtherYear(before []*Quantity, of *Quantity) bool {
	return slices.ContainsFunc(before, func(z *Quantity) bool {
		return z.Statement == of.Statement && z.Start < of.Start && z.Unit == of.Unit && z.year != of.year && !z.differs && !z.lastYear
	})
}

// toldWith is the numbers before a growth, and those in the bracket right behind it: 增长10.94%（上年128件）.
func toldWith(q *Quantity, before []*Quantity) []*Quantity {
	told := before
	if strings.HasPrefix(q.Statement.Text[q.End:], "（") {
		for _, z := range q.Statement.Quantities {
			if z.Start > q.End && z.bracketed && !strings.Contains(q.Statement.Text[q.End:z.Start], "）") {
				told = append(slices.Clone(told), z)
			}
		}
	}
	return told
}

// isPrinted says whether a number is as exact as it is printed: 586.4万, but not 500余.
func (q *Quantity) isPrinted() bool {
	words := q.Statement.Words(q.Span)
	return q.Bound == Exact || q.Bound == AtLeast && strings.ContainsAny(words, "万亿") && !chinese.ContainsAny(words, []string{"余", "多"})
}

// growths pairs a number with last year's, where the sentence tells it.
func growths(of *Quantity, before []*Quantity) (list []Share) {
	for _, z := range before {
		if of == nil || z == of || z.Form != Number || z.differs || z.Statement != of.Statement || z.Unit != of.Unit || !z.isPositive() || !z.isPrinted() {
			continue
		}
		if z.lastYear || z.year != 0 && z.year != of.year && (of.year == 0 || z.year == of.year-1) {
			list = append(list, Share{of.Value, z.Value})
		}
	}
	return list
}

// growthsBy pairs a number with last year's where the sentence tells by how much it has grown or shrunk, and then only by which share: 450条，
// 比上年少90条，下降16.7%.
func growthsBy(q, of *Quantity, before []*Quantity) (list []Share) {
	if of == nil || onlyGrowth.Without(q.Statement.Text[q.Clause.Start:q.Start]) != "" {
		return nil
	}
	for _, z := range before {
		if z.Statement != q.Statement || !z.differs || z.Form != Number || z.Start < of.Start || z.Unit != of.Unit || !z.isPositive() || z.Bound != Exact || z.whole != nil {
			continue
		}
		last := of.Value.Sub(z.Value)
		if chinese.ContainsAny(z.Statement.Text[z.Clause.Start:z.Start], lessWords) {
			last = of.Value.Add(z.Value)
		}
		if last.IsPositive() {
			list = append(list, Share{of.Value, last})
		}
	}
	return list
}

// onlyGrowth is what may stand before a percentage that tells nothing but a growth.
var onlyGrowth = pattern.NewWords("同比 环比 较上年 比上年 增长 增加 增幅 上升 上涨 提高 下降 降低 减少 降幅 率 幅度 约 为 达 了")

// requestRate finds the applications that 办结率 is a rate of.
func requestRate(p Percentage, before []*Quantity) (Percentage, bool) {
	if p.thing != "application" && p.thing != "application?" {
		p.Shares = rates(p.Quantity, before)
		return p, len(p.Shares) > 0
	}
	var received, answered []*Quantity
	for _, z := range before {
		if z.Statement == p.Statement && z.is("application") {
			if z.did("receive") && z.whole == nil {
				received = append(received, z)
			} else if z.did("answer", "handle") {
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
			if z.Statement == p.Statement && z.is("application") && z.isPositive() {
				p.Shares = append(p.Shares, Share{a.Value, z.Value})
				if z.did("carried_in") {
					p.Shares = append(p.Shares, Share{a.Value, z.Value.Add(received[0].Value)}) // 新收加上年结转
				}
			}
		}
	}
	return p, true
}

// sharesOf pairs the number that 占 speaks of with its whole, or with those before it that may be.
func sharesOf(q *Quantity, before []*Quantity) (list []Share) {
	part := q.of
	if told := toldBehind(q); told != nil {
		part = told
	}
	if part == nil || part.Statement != q.Statement || part.Bound != Exact || part.isOfEach() || q.namesOutcome && !part.hasOutcome() {
		return nil
	}
	if q.within != nil {
		return []Share{{part.Value, q.within.Value}}
	}
	if sums := sumsBefore(q, part, before); sums != nil {
		for _, z := range before {
			for _, sum := range sums {
				if alikeUnits(z.Unit, part.Unit) && z.Bound == Exact && !z.lastYear && z.Value.GreaterThan(sum) {
					list = append(list, Share{sum, z.Value})
				}
			}
		}
		return list
	}
	if namesAnotherWhole(q) || q.labelled && strings.Contains(q.Statement.Text[q.Clause.Start:q.Start], "中") { // 已审结案件中维持的占58.3%
		return nil
	}
	if head, _, _ := strings.Cut(q.Statement.Words(q.Statement.Span), "，"); part.whole == nil && strings.HasSuffix(head, "中") && !strings.ContainsAny(head, "0123456789") {
		return nil // 政策解读中，图解21条，占63.6%
	}
	near := part.whole != nil
	if near {
		if part.whole.Bound != Exact {
			return nil
		}
		list = append(list, Share{part.Value, part.whole.Value})
	}
	for _, z := range slices.Backward(before) {
		if z == part || z == part.whole || z.shared || !alikeUnits(z.Unit, part.Unit) || z.Bound != Exact || z.lastYear || z.Value.LessThan(part.Value) || !z.isPositive() {
			continue
		}
		near = near || z.total || len(z.parts) > 0 || z.thing == part.thing
		if z.whole == nil || z.did("receive") && strings.Contains(part.saidNear()+q.Statement.Text[q.Clause.Start:q.Start], "新收") { // 新收176件、上年结转8件，共184件；新收件中自然人140件，占79.5%
			list = append(list, Share{part.Value, z.Value})
		}
	}
	if q.labelled { // 网站121条、公众号63条，网站占65.8%
		list = append(list, sharesOfAny(q, part)...)
	}
	if together := togetherOf(q); len(list) > 0 && part.whole == nil {
		list = append(list, Share{part.Value, together})
	}
	if !near {
		return nil
	}
	return list
}

// toldBehind is the number that a share is of where it follows it: 自然人的占85.1%，共40件. nil for none.
func toldBehind(q *Quantity) *Quantity {
	for _, z := range q.Statement.Quantities {
		if z.Start > q.End && z.Form == Number && q.labelled {
			switch q.Statement.Text[q.End:z.Start] {
			case "，共", "，计", "，即", "，共计", "，合计":
				return z
			}
		}
	}
	return nil
}

// sumsBefore is what the last numbers before a share add up to where it is told of them together: 予以公开13件、部分公开4件，二者占53.1%. nil where it
// is told of one.
func sumsBefore(q, part *Quantity, before []*Quantity) (sums []decimal.Decimal) {
	if !chinese.ContainsAny(q.Statement.Text[q.Clause.Start:q.Start], []string{"二者", "两者", "三者", "两项", "三项", "两类", "合计占", "合起来", "合并", "公开类", "共占", "一共占", "加起来", "总计占"}) {
		return nil
	}
	const most = 4
	sum := decimal.Zero
	for n := 1; n <= min(most, len(before)); n++ {
		z := before[len(before)-n]
		if z.Statement != q.Statement || z.Unit != part.Unit {
			break
		}
		if sum = sum.Add(z.Value); n > 1 {
			sums = append(sums, sum)
		}
	}
	return sums
}

// sharesOfAny pairs each of the numbers among which a share's part is with their whole, or with their sum.
func sharesOfAny(q, part *Quantity) (list []Share) {
	if part.whole != nil {
		for _, z := range part.whole.parts {
			list = append(list, Share{z.Value, part.whole.Value})
		}
		return list
	}
	var alike []*Quantity
	for _, z := range q.Statement.Quantities {
		if z.Form == Number && z.Start < q.Start && z.whole == nil && z.Unit == part.Unit {
			alike = append(alike, z)
		}
	}
	for _, z := range alike {
		list = append(list, Share{z.Value, sumOf(alike)})
	}
	return list
}

// togetherOf adds up the numbers of the sentence that have shares.
func togetherOf(q *Quantity) (sum decimal.Decimal) {
	var last *Quantity
	for _, z := range q.Statement.Quantities {
		if z.Form == Rate && z.isShare && z.of != nil && z.of != last {
			sum, last = sum.Add(z.of.Value), z.of
		}
	}
	return sum
}

// namesAnotherWhole says whether a whole is named between 占 and the percentage that is none of the text's numbers: 占全县的8%.
func namesAnotherWhole(q *Quantity) bool {
	share := false
	for i := range q.Statement.tokens {
		k := &q.Statement.tokens[i]
		if k.Start < q.Clause.Start || k.End > q.Start {
			continue
		}
		if k.in(shareWord) {
			share = true
		} else if share && (k.kind == unknownToken && k.mayNarrow() || k.is("全镇", "全乡", "全县", "全区", "全市") || k.means(thingWord, "foreign")) {
			return true
		}
	}
	return false
}

// rates lists the shares that a rate such as 回收率 may speak of: the counts before it in whose words its verb stands, against those
// before them. Rates of what was due in time are no shares of all.
func rates(q *Quantity, before []*Quantity) (list []Share) {
	text := q.Statement.Text[q.Clause.Start:q.Start]
	at := strings.LastIndex(text, "率")
	if at < 0 || q.Value.Equal(decimal.NewFromInt(100)) || // all of those that had to be
		chinese.ContainsAny(text, []string{"按", "及时", "增长", "下降", "同比", "非"}) {
		return nil
	}
	stem := []rune(text[:at])
	if len(stem) < 2 {
		return nil
	}
	verb := stem[len(stem)-2:]
	from := q.Statement.Start + strings.LastIndexAny(q.Statement.Text[q.Statement.Start:q.Start], "；;") + 1
	for i, z := range before {
		if len(list) > mostShares {
			return nil
		}
		if z.Statement == q.Statement && z.Start < from || z.Bound != Exact || !z.isPositive() || !saidWith(before, i, verb) {
			continue
		}
		for _, w := range before {
			if w != before[i] && (w.Statement != q.Statement || w.Start >= from) && w.Bound == Exact && w.Unit == z.Unit && w.Value.GreaterThanOrEqual(z.Value) && w.isPositive() {
				list = append(list, Share{z.Value, w.Value})
			}
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
