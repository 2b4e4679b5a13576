package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// Together is what several numbers are said to come to behind them: 网站412条，公众号268条，公示栏95条，三项合计775条.
type Together struct {
	*Quantity
	Parts   []*Quantity
	Counted bool // the words say how many parts there are, right behind them
	Listed  bool // they say that all are told: 分别为45人、38人、52人
}

// Sum adds the parts up.
func (t *Together) Sum() decimal.Decimal { return sumOf(t.Parts) }

// ComesFromOthers says whether some of the last numbers before it, whichever they are, come to what is said.
func (t *Together) ComesFromOthers() bool {
	const most = 8 // numbers, which make 256 sums
	all := t.Parts[0].Statement.Quantities
	at := len(all)
	if t.Parts[0].Statement == t.Statement {
		at = slices.Index(all, t.Quantity)
	}
	sums := []decimal.Decimal{decimal.Zero}
	for _, q := range slices.Backward(all[max(0, at-most):at]) {
		if q.Form != Number {
			continue
		}
		for _, sum := range sums {
			sums = append(sums, sum.Add(q.Value))
		}
	}
	return slices.ContainsFunc(sums, t.Value.Equal)
}

// addingUp is what stands before a sum: how many parts it has, and that they are added up; behind it what they are.
var addingUp = pattern.New(`^(?:参加|参训|参会|到会|出席)?[，、；：（]?(?:全年|年内)?(?:以上|上述|这|前述)?(?:([二两三四五六七八九])(?:项|者|类|种|块|方面|个?渠道|个?平台|个?栏目|个?部分)[^，。；]{0,4}?)?(?:合计|共计|总计|加起来|合起来|相加|加总|一共|总共|共|办件基数|办理基数|组成了?|构成了?)(?:(?:即|就是|正是|便是|等于|组成了?|构成了?)[^，。；0-9]{0,24}?(?:的|全部|一共|总共))?(?:发布|公开|推送)?(?:信息|的?数量)?(?:是|为|有|达到?|约)?$`, "共", "计", "起来", "相加", "加总", "基数", "组成", "构成")

// together finds the sums that are told behind their parts, in the same sentence or, where they are counted, in the next one of its paragraph.
func (r *Reading) together() (all []Together) {
	var last *Statement
	for _, s := range r.Statements {
		for i, q := range s.Quantities {
			if q.Form != Number || q.Bound != Exact || q.planned || q.lastYear || q.differs || q.average {
				continue
			}
			before, from := s.Quantities[:i], s.Start
			if len(before) > 0 && before[len(before)-1].inWords { // 三项
				before = before[:len(before)-1]
			}
			if len(before) > 0 {
				from = before[len(before)-1].End
			}
			behind := s.Text[min(from, q.Start):q.Start]
			if len(before) == 0 && last != nil && last.Section == s.Section && last.Paragraph == s.Paragraph {
				before = last.Quantities
			}
			if len(before) < 2 {
				continue
			}
			m := addingUp.FindStringSubmatch(behind)
			if m == nil {
				continue
			}
			parts := partsBefore(q, before, countOf(m[1]))
			if len(parts) > 1 && (m[1] != "" || parts[0].Statement == s) {
				inOrder := slices.Clone(parts)
				slices.Reverse(inOrder)
				all = append(all, Together{Quantity: q, Parts: parts, Counted: m[1] != "" && parts[0].Statement == s, Listed: areInTurn(inOrder)})
			}
		}
		last = s
	}
	return all
}

// countOf is the number of parts that a numeral tells, 0 for none.
func countOf(numeral string) int {
	n, _ := chinese.ReadNumeral(numeral + "项")
	return int(n.Value.IntPart())
}

// partsBefore are the last numbers before a sum: so many as are counted, whatever their units, and nil where they are fewer; else those that
// are counted as the sum is.
func partsBefore(sum *Quantity, before []*Quantity, count int) (parts []*Quantity) {
	for _, q := range slices.Backward(before) {
		switch {
		case q.Form != Number || q.Bound != Exact || q.differs || q.lastYear && !q.did("carried_in") || q.planned || q.average:
			return nil
		case q.bracketed:
			continue
		case count == 0 && (!alikeUnits(q.Unit, sum.Unit) && !(sum.Unit == "人次" && alikeUnits(q.Unit, "人")) || len(parts) > 0 && q == parts[0].whole):
			return parts
		}
		if parts = append(parts, q); len(parts) == count {
			return parts
		}
	}
	if count > 0 {
		return nil
	}
	return parts
}
