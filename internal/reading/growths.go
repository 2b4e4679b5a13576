package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// growth finds the number that a growth is told of, and last year's, where the text tells it; ok is false where there is no such number.
func growth(p Percentage, before []*Quantity, year int) (_ Percentage, ok bool) {
	q := p.Quantity
	p.Growth = true
	p.of = grownOf(q, before, year)
	if p.of != nil && chinese.ContainsAny(q.Statement.Text[p.of.End:q.Start], []string{"总数", "总量"}) { // 368件，其中涉及食品的152件，总数较上年减少
		p.of = p.of.dividedAbove(before)
	}
	told := toldWith(q, before)
	if p.of == nil {
		if by, last := differsFromLast(q, before); by != nil { // 申请量较去年的2000件增加446件，增长22.3%
			p.of, p.Shares = by, growthsBetween(by, last)
		}
		return p, len(p.Shares) > 0
	}
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
	if len(p.Shares) > 0 && p.of != nil {
		p.Shares = append(p.Shares, growthsOfOthers(p, before, told)...)
	}
	return p, p.of != nil && p.of.isPrinted()
}

// differsFromLast is by how much a number of this year, which is not told, differs from last year's, which is, right before the growth; nil for none.
func differsFromLast(q *Quantity, before []*Quantity) (by, last *Quantity) {
	if len(before) < 2 {
		return nil, nil
	}
	by, last = before[len(before)-1], before[len(before)-2]
	if by.Statement != q.Statement || last.Statement != q.Statement || by.Unit != last.Unit {
		return nil, nil
	}
	near := by.Clause == last.Clause || strings.HasPrefix(q.Statement.Text[last.End:max(last.End, by.Start)], "相比，") // 与2021年新收56件相比，增加14件
	if !near || !by.differs || !last.lastYear || last.differs || !last.isPositive() || !by.isPositive() || by.Bound != Exact || last.Bound != Exact {
		return nil, nil
	}
	return by, last
}

// growthsBetween pairs what last year's number came to by a difference with it.
func growthsBetween(by, last *Quantity) []Share {
	now := last.Value.Add(by.Value)
	if chinese.ContainsAny(by.Statement.Text[last.End:by.Start], lessWords) {
		now = last.Value.Sub(by.Value)
	}
	return []Share{{now, last.Value}}
}

// growsFromEarlier says whether a growth is told of an earlier year over the one before it: 而2022年较2021年曾增27.5%.
func (q *Quantity) growsFromEarlier(year int) bool {
	return slices.ContainsFunc(q.Statement.tokens, func(k token) bool {
		return k.kind == yearToken && k.Start >= q.Clause.Start && k.End <= q.Start && int(k.num.Value.IntPart()) < year &&
			chinese.StartsWithAny(q.Statement.Text[k.End:], []string{"较", "比", "同比"})
	})
}

// growthsOfOthers pairs the other numbers of the sentence that may have grown with last year's: 新收249件，连同上年结转的9件，合计258件，较上年（新收198件）
// 上升25.76%.
func growthsOfOthers(p Percentage, before, told []*Quantity) (list []Share) {
	for _, z := range before {
		if z != p.of && z.Statement == p.Statement && z.Form == Number && !z.differs && !z.lastYear && !z.average && (z.whole == nil || z.list.marker == "共") && z.Unit == p.of.Unit && z.isPositive() {
			list = slices.Concat(list, growths(z, told), growthsBy(p.Quantity, z, told))
		}
	}
	return list
}

// grownOf is the number that a growth is told of: the last of its sentence that is neither a difference nor last year's.
func grownOf(q *Quantity, before []*Quantity, year int) *Quantity {
	for _, z := range slices.Backward(before) {
		if z.Statement != q.Statement {
			return nil
		}
		part := z.whole != nil && !z.whole.otherTime && z.whole.Start < q.Start // 2019年以来累计57件，其中2024年14件; not 新收250件，增长11.1%，合计265件
		other := z.year != 0 && z.year == q.year && z.year != year              // 2024年是340条，同比增长
		if !z.differs && !z.lastYear && !z.average && !part && !other && !(z.year != 0 && z.year == year-1 && hasOtherYear(before, z)) {
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

// toldWith is the numbers before a growth, and those right behind it that tell of last year: 增长10.94%（上年128件）; 下降16.7%，减少4件（2023年为24件）; 增长8.0%，上年为474条.
func toldWith(q *Quantity, before []*Quantity) []*Quantity {
	told := slices.Clip(before)
	for _, z := range q.Statement.Quantities {
		switch {
		case z.Start < q.End:
		case strings.ContainsAny(q.Statement.Text[q.End:z.Start], "）；") || !z.bracketed && !z.differs && !z.lastYear || z.Form != Number:
			return told
		default:
			told = append(told, z)
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
