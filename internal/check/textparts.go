package check

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var textPartsSum = Rule{
	ID: "text-parts-sum", Level: Query, Title: "“共N条，其中……”各项加起来等于总数", Citation: "同一句话里的数字之间的关系",
	Find: func(in *Input) []Finding {
		var found []Finding
		for _, s := range in.read().statements {
			found = append(found, s.unequalParts()...)
		}
		return found
	},
	Cases: []Case{
		{Why: "各项之和少10条", Set: []Entry{{"narrative.overview", "公开信息320条，其中工作动态120条、惠民政策150条、其他40条。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "括号里的分项", Set: []Entry{{"narrative.overview", "公开信息320条（其中网站200条、公众号130条）。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "加得起来", Set: []Entry{{"narrative.overview", "公开信息320条，其中工作动态120条、惠民政策150条、其他50条，比上年多20条。"}}},
		{Why: "有“等”字，没有列完", Set: []Entry{{"narrative.overview", "公开信息320条，其中工作动态120条、惠民政策150条等。"}}},
		{Why: "约数", Set: []Entry{{"narrative.overview", "公开信息320余条，其中工作动态120条、惠民政策150条。"}}},
		{Why: "只举了几项，离总数还远", Set: []Entry{{"narrative.overview", "公开信息320条，其中财政预决算4条、惠民补贴21条。"}}},
		{Why: "单位不同的不能相加", Set: []Entry{{"narrative.overview", "公开信息320条，其中图文解读300条、视频3期。"}}},
	},
}

// parts is a list of numbers behind 其中.
type parts struct {
	numbers []*chinese.Numeral
	end     int  // byte behind the last number
	strict  bool // parted by 、, so that a ， ends it
	closed  bool // names the rest: 其他, 其余
	results bool // of applications
}

// listItem is what stands between two marks of a list.
type listItem struct {
	mark    tokenKind // before it
	roles   role
	classes class
	counts  []*chinese.Numeral
	percent bool
	end     int // byte behind its last count
}

// unequalParts finds the lists of parts that do not add up to their whole.
func (s *statement) unequalParts() []Finding {
	var found []Finding
	var depths []int
	for i := range s.tokens {
		if !s.tokens[i].has(amongstWord) {
			continue
		}
		if depths == nil {
			depths = depthsOf(s.tokens)
		}
		list, ok := s.partsAfter(i, depths)
		if !ok || len(list.numbers) < 2 {
			continue
		}
		whole, ok := s.wholeBefore(i, depths, list)
		if !ok {
			continue
		}
		sum := list.sum()
		f := s.section.finding(s.paragraph, s.excerpt(s.tokens[whole].start, list.end),
			"文字写共"+s.text[s.tokens[whole].start:s.tokens[whole].end]+"，其中各项加起来却是"+sum.String()+s.tokens[whole].num.Unit+"，请核对。")
		f.Expected, f.Actual = s.tokens[whole].num.Value.String(), sum.String()
		f.Difference = sum.Sub(s.tokens[whole].num.Value).String()
		found = append(found, f)
	}
	return found
}

func (p *parts) sum() decimal.Decimal {
	var sum decimal.Decimal
	for _, n := range p.numbers {
		sum = sum.Add(n.Value)
	}
	return sum
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

// partsAfter reads the list behind the 其中 at i; ok is false if it is open (等, 约) or no plain list.
func (s *statement) partsAfter(i int, depths []int) (list parts, ok bool) {
	for _, it := range s.itemsAfter(i, depths) {
		switch {
		case list.isEndedBy(&it):
			return list, true
		case it.roles&ratioWord != 0 && len(it.counts) == 0:
			continue // ，占62.5%
		case it.isOpen(&list):
			return list, false
		}
		list.closed = list.closed || it.roles&otherWord != 0
		list.results = list.results || it.classes&outcome != 0
		if len(it.counts) == 0 {
			continue // 教育、医疗120条
		}
		list.strict = list.strict || len(list.numbers) == 1 && it.mark == listMark
		list.numbers, list.end = append(list.numbers, it.counts[0]), it.end
	}
	return list, true
}

// isEndedBy says whether an item no longer belongs to the list: …、其他50条，比上年多20条; …，企业2件，办结31件.
func (p *parts) isEndedBy(it *listItem) bool {
	newClause := len(p.numbers) > 0 && (it.mark == pauseMark || it.mark == breakMark) && (it.roles&ratioWord == 0 || len(it.counts) > 0)
	return newClause && (p.strict && it.roles&otherWord == 0 || it.classes&(flow|carrying) != 0)
}

// isOpen says whether an item keeps the list from being added up.
func (it *listItem) isOpen(list *parts) bool {
	if it.roles&(andSoOnWord|roughlyWord|compareWord|differenceWord) != 0 || it.roles&partialWord != 0 && len(list.numbers) == 0 ||
		len(it.counts) > 1 || it.percent && it.roles&ratioWord == 0 {
		return true
	}
	for _, n := range it.counts {
		if n.Rough || n.Unit == "" || len(list.numbers) > 0 && list.numbers[0].Unit != n.Unit {
			return true
		}
	}
	return false
}

// itemsAfter cuts what stands behind the 其中 at i, outside brackets, at its marks.
func (s *statement) itemsAfter(i int, depths []int) []listItem {
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
			it.counts, it.end = append(it.counts, k.num), k.end
		}
	}
	return append(items, it)
}

// wholeBefore finds the number before the 其中 at i that the parts should add up to; ok is false if there is none, if it is
// rough, or if the parts do add up. Parts that stay far from the whole and do not name the rest only pick something out.
func (s *statement) wholeBefore(i int, depths []int, list parts) (whole int, ok bool) {
	for j := i - 1; j >= 0; j-- {
		k := &s.tokens[j]
		if k.kind != numberToken || depths[j] > depths[i] || k.num.Unit != list.numbers[0].Unit {
			continue
		}
		if k.num.Rough || j > 0 && s.tokens[j-1].has(roughlyWord) || j+1 < i && s.tokens[j+1].has(roughlyWord) || list.reaches(k.num.Value) {
			return 0, false
		}
		if !ok {
			whole, ok = j, true
		}
	}
	if !ok {
		return 0, false
	}
	value := s.tokens[whole].num.Value
	gap := list.sum().Sub(value)
	if gap.IsNegative() && list.results {
		return 0, false // not every kind of result need be told
	}
	return whole, list.closed || gap.Abs().Mul(decimal.NewFromInt(3)).LessThanOrEqual(value)
}

// reaches says whether the parts add up to a whole, or might: a list that is not strict may have ended before.
func (p *parts) reaches(whole decimal.Decimal) bool {
	var sum decimal.Decimal
	for i, n := range p.numbers {
		sum = sum.Add(n.Value)
		if sum.Equal(whole) && (!p.strict || i == len(p.numbers)-1) {
			return true
		}
	}
	return false
}

// excerpt is the text between two places, from the beginning of the clause that the first stands in.
func (s *statement) excerpt(start, end int) string {
	from := s.tokens[0].start
	for i := range s.tokens {
		if k := &s.tokens[i]; k.end <= start && (k.kind == pauseMark || k.kind == breakMark) {
			from = k.end
		}
	}
	return s.text[from:end]
}
