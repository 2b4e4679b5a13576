package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// seasons are the parts that make a year up, by the words for each, and those for all of them where their numbers are listed behind.
var seasons = []struct{ each, together *pattern.Words }{
	{pattern.NewWords(chinese.Halves), pattern.NewWords(bothHalves)},
	{pattern.NewWords(chinese.Quarters), pattern.NewWords(allQuarters)},
}

const (
	bothHalves  = "上、下半年 上下半年"
	allQuarters = "一至四季度 一到四季度 四个季度 各季度 每季度"
)

// inParts are words for parts of a year.
var inParts = pattern.NewWords("半年 季度")

// inSeasons is the numbers of a sentence that are told of the parts of the year, and the one that is told of the whole of it: 全年更新信息204条，上半年更新97条，
// 下半年更新117条; 一至四季度分别发布45条、52条、61条、48条，全年216条.
func (s *Statement) inSeasons() (l List, ok bool) {
	const fewest = 3 // the halves and the whole
	if len(s.Quantities) < fewest || !inParts.In(s.Words(s.Span)) {
		return l, false
	}
	numbers := slices.DeleteFunc(slices.Clone(s.Quantities), func(q *Quantity) bool { return q.Form != Number || q.bracketed })
	for _, parts := range seasons {
		last := len(parts.each.List())
		if len(numbers) != last+1 {
			continue
		}
		for _, at := range []int{0, last} {
			whole, items := numbers[at], slices.Delete(slices.Clone(numbers), at, at+1)
			ofWholeYear := whole.isOfYear(whole.Unit) && whole.whole == nil && !whole.otherTime && (at == 0 || whole.total || chinese.ContainsAny(whole.saidNear(), []string{"全年", "年内"}))
			if ofWholeYear && !slices.ContainsFunc(items, func(q *Quantity) bool { return !q.isOfYear(whole.Unit) || len(q.parts) > 0 }) && (areNamed(items, parts.each.List()) || areListed(items, parts.together)) && areOfTheSame(whole, items) {
				return List{Whole: whole, Parts: items, Closed: true}, true
			}
		}
	}
	return l, false
}

// isOfYear says whether it is an exact number in a unit that may be added to others of the report's year.
func (q *Quantity) isOfYear(unit string) bool {
	return q.Bound == Exact && q.Unit == unit && !q.lastYear && !q.differs && !q.planned && !q.average
}

// notCounting are words before a number of a season, or of the year, that do not tell what is counted.
var notCounting = pattern.NewWords(allQuarters + " " + bothHalves + " " + chinese.Halves + " " + chinese.NumberedQuarters + " " + chinese.Quarters + " 全年 年内 分别 依次 累计 合计 共计 总计 共 有 为 了 的 ， 、")

// areOfTheSame says whether what was done in the seasons is what was done in the year: not 下半年整改15家，全年走访30家.
func areOfTheSame(whole *Quantity, items []*Quantity) bool {
	said := func(q *Quantity) string { return notCounting.Without(q.Statement.Text[q.saidBehind():q.Start]) }
	all := said(whole)
	return !slices.ContainsFunc(items, func(q *Quantity) bool { return !strings.Contains(all, said(q)) && !strings.Contains(said(q), all) })
}

// areNamed says whether each part of the year is named before one of the numbers, in order.
func areNamed(items []*Quantity, each []string) bool {
	for i, q := range items {
		if !strings.Contains(q.Statement.Text[q.saidBehind():q.Start], each[i]) {
			return false
		}
	}
	return true
}

// areListed says whether all parts of the year are named before the first of the numbers, and nothing but marks stands between these.
func areListed(items []*Quantity, together *pattern.Words) bool {
	return together.In(items[0].saidNear()) && areInTurn(items)
}

// areInTurn says whether numbers are told in turn of several things named before: 分别为45人、38人和52人.
func areInTurn(items []*Quantity) bool {
	if !chinese.ContainsAny(items[0].saidNear(), []string{"分别", "依次"}) {
		return false
	}
	for i, q := range items[1:] {
		if between := q.Statement.Text[items[i].End:q.Start]; between != "、" && between != "和" {
			return false
		}
	}
	return true
}
