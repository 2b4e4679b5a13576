package reading

import (
	"github.com/shopspring/decimal"
)

// List is parts, and the whole that the words let them be parts of: 320条，其中工作动态120条、其他200条.
type List struct {
	Statement *Statement
	Whole     Quantity   // the number before the list that is nearest
	Earlier   []Quantity // those further off that the parts may be of instead, the nearest first
	Parts     []Quantity

	Open     bool // not meant to be added up: 等, 约, 主要, several units
	Closed   bool // names the rest: 其他, 其余
	Outcomes bool // of applications, not every kind of which need be told
	strict   bool // parted by 、, so that a ， ends it
}

// Span is the stretch from the whole to the last part.
func (l *List) Span() Span { return Span{l.Whole.Start, l.Parts[len(l.Parts)-1].End} }

// Sum adds the parts up.
func (l *List) Sum() (sum decimal.Decimal) {
	for _, p := range l.Parts {
		sum = sum.Add(p.Value)
	}
	return sum
}

// Reaches says whether the parts add up to a whole, or may: where the words do not tell, the list may have ended before.
func (l *List) Reaches(whole decimal.Decimal) bool {
	var sum decimal.Decimal
	for i, p := range l.Parts {
		sum = sum.Add(p.Value)
		if sum.Equal(whole) && (!l.strict || i == len(l.Parts)-1) {
			return true
		}
	}
	return false
}

// lists finds the lists of a statement, each behind a 其中.
func (s *Statement) lists() []List {
	var found []List
	var depths []int
	for i := range s.tokens {
		if !s.tokens[i].has(amongstWord) {
			continue
		}
		if depths == nil {
			depths = depthsOf(s.tokens)
		}
		l := s.partsAfter(i, depths)
		if len(l.Parts) == 0 {
			continue
		}
		if wholes := s.wholesBefore(i, depths, l.Parts[0].Unit); len(wholes) > 0 {
			l.Whole, l.Earlier = wholes[0], wholes[1:]
			found = append(found, l)
		}
	}
	return found
}

// depthsOf is for every token the number of brackets around it; a bracket counts to what is outside it.
func depthsOf(tokens []token) []int {
	depths := make([]int, len(tokens))
	depth := 0
	for i := range tokens {
		if tokens[i].kind == closeMark && depth > 0 {
			depth--
		}
		depths[i] = depth
		if tokens[i].kind == openMark {
			depth++
		}
	}
	return depths
}

// partsAfter reads the list behind the 其中 at i, as far as it can be added up.
func (s *Statement) partsAfter(i int, depths []int) List {
	l := List{Statement: s}
	for _, it := range s.itemsAfter(i, depths) {
		switch {
		case l.isEndedBy(&it):
			return l
		case it.roles&ratioWord != 0 && len(it.counts) == 0:
			continue // ，占62.5%
		case it.isOpen(&l):
			l.Open = true
			return l
		}
		l.Closed = l.Closed || it.roles&otherWord != 0
		l.Outcomes = l.Outcomes || it.classes&Outcome != 0
		if len(it.counts) == 0 {
			continue // 教育、医疗120条
		}
		l.strict = l.strict || len(l.Parts) == 1 && it.mark == listMark
		l.Parts = append(l.Parts, it.counts[0])
	}
	return l
}

// isEndedBy says whether an item no longer belongs to the list: …、其他50条，比上年多20条; …，企业2件，办结31件.
func (l *List) isEndedBy(it *listItem) bool {
	newClause := len(l.Parts) > 0 && (it.mark == pauseMark || it.mark == breakMark) && (it.roles&ratioWord == 0 || len(it.counts) > 0)
	return newClause && (l.strict && it.roles&otherWord == 0 || it.classes&(Flow|Carrying) != 0)
}

// listItem is what stands between two marks of a list.
type listItem struct {
	mark    tokenKind // before it
	roles   role
	classes Class
	counts  []Quantity
	percent bool
}

// isOpen says whether an item keeps the list from being added up.
func (it *listItem) isOpen(l *List) bool {
	if it.roles&(andSoOnWord|roughlyWord|compareWord|differenceWord) != 0 || it.roles&partialWord != 0 && len(l.Parts) == 0 ||
		len(it.counts) > 1 || it.percent && it.roles&ratioWord == 0 {
		return true
	}
	for _, q := range it.counts {
		if q.Rough || q.Unit == "" || len(l.Parts) > 0 && l.Parts[0].Unit != q.Unit {
			return true
		}
	}
	return false
}

// itemsAfter cuts what stands behind the 其中 at i, outside brackets, at its marks.
func (s *Statement) itemsAfter(i int, depths []int) []listItem {
	var items []listItem
	it := listItem{}
	for j := i + 1; j < len(s.tokens) && depths[j] >= depths[i] && !s.tokens[j].has(amongstWord); j++ {
		k := &s.tokens[j]
		switch {
		case depths[j] > depths[i] || k.kind == openMark || k.kind == closeMark:
		case k.isMark():
			items = append(items, it)
			it = listItem{mark: k.kind}
		case k.has(conjunctionWord) && len(it.counts) > 0:
			items = append(items, it)
			it = listItem{mark: listMark}
		case k.kind == wordToken:
			it.roles |= k.word.role
			if k.word.subject != nil {
				it.classes |= k.word.subject.class
			}
		case k.kind == numberToken && k.num.Unit == "%":
			it.percent = true
		case k.kind == numberToken && !isTimeUnit(k.num.Unit):
			it.counts = append(it.counts, k.quantity())
		}
	}
	return append(items, it)
}

// mostWholes is how many numbers the parts of a list may be of.
const mostWholes = 10

// wholesBefore lists the numbers before the 其中 at i that parts in a unit may be of, the nearest first.
func (s *Statement) wholesBefore(i int, depths []int, unit string) []Quantity {
	var list []Quantity
	for j := i - 1; j >= 0 && len(list) < mostWholes; j-- {
		k := &s.tokens[j]
		if k.kind != numberToken || depths[j] > depths[i] || k.num.Unit != unit {
			continue
		}
		q := k.quantity()
		q.Rough = q.Rough || j > 0 && s.tokens[j-1].has(roughlyWord) || j+1 < i && s.tokens[j+1].has(roughlyWord)
		list = append(list, q)
	}
	return list
}
