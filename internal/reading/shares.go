package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// sharesOf pairs the number that 占 speaks of with its whole, or with those before it that may be.
func sharesOf(q *Quantity, before []*Quantity) (list []Share) {
	part := q.of
	if slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool { return z != q && z.Form == Rate && z.Clause == q.Clause && z.of == q.of }) {
		return nil // 公开448件，部分公开133件，两项占办理总量的42.0%、12.5%
	}
	if told := toldBehind(q); told != nil {
		part = told
	}
	if part != nil && part.Statement == q.Statement && part.End < q.Start && saysOf(q.Statement.Text[part.End:q.Start]) {
		return nil // 办结的6件中自然人占83.3%
	}
	if part == nil || part.Statement != q.Statement || part.Bound != Exact || part.isOfEach() || q.namesOutcome && !part.hasOutcome() {
		return nil
	}
	if q.within != nil {
		list = []Share{{part.Value, q.within.Value}}
		for _, sum := range sumsBefore(q, part, before[:max(0, slices.Index(before, q.within))]) {
			list = append(list, Share{sum, q.within.Value}) // 公开24件、部分公开6件，合计占答复总数53件的56.6%
		}
		return list
	}
	if whole := namedWhole(q, part, before); whole != nil {
		list = []Share{{part.Value, whole.Value}}
		sum := part.Value
		for _, z := range slices.Backward(before) {
			if z.Statement == q.Statement && z.Start > whole.Start && z.Start < part.Start && z.Unit == part.Unit && z.Form == Number {
				sum = sum.Add(z.Value)
				list = append(list, Share{sum, whole.Value}) // 满意200份、基本满意81份，占收回问卷的97.9%
			}
		}
		return list
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
	if namesAnotherWhole(q, before) || q.labelled && strings.Contains(q.Statement.Text[q.Clause.Start:q.Start], "中") { // 已审结案件中维持的占58.3%
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
	near = near || len(list) == 1 && q.isShareOfOnly(part, before)
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

// namedWhole is the one number before a share that the words between 占 and 的 name, by what was done with those counted or by what they are: 发放问卷300份，
// 收回287份，满意281份，占收回问卷的97.9%. nil where they name none, or several, and of applications, which have other rows for it.
func namedWhole(q, part *Quantity, before []*Quantity) *Quantity {
	said := q.saidNear()
	name, named := strings.CutSuffix(said[strings.LastIndex(said, "占")+len("占"):], "的")
	if !named || !strings.Contains(said, "占") || strings.ContainsAny(name, "0123456789") || part.IsOfRequests() {
		return nil
	}
	is := func(z *Quantity) bool { return false }
	if done := doneWith(name); len(done) > 0 {
		is = func(z *Quantity) bool {
			of := doneWith(z.saidNear())
			return !slices.ContainsFunc(done, func(d string) bool { return !slices.Contains(of, d) })
		}
	} else if noun, all := allOfThose.CutSuffix(name); all && utf8.RuneCountInString(noun) > 1 {
		is = func(z *Quantity) bool { return strings.HasSuffix(z.saidNear(), noun) }
	}
	var whole *Quantity
	for _, z := range before {
		if z.Statement.Section == q.Statement.Section && z.Statement.Paragraph == q.Statement.Paragraph && z != part && z.Unit == part.Unit && is(z) {
			if whole != nil {
				return nil
			}
			whole = z
		}
	}
	if whole == nil || whole.Bound != Exact || whole.lastYear || whole.differs || whole.otherTime || whole.Value.LessThan(part.Value) {
		return nil
	}
	return whole
}

// doneWith lists what words say was done with things, those that mean the same by one of them.
func doneWith(words string) (done []string) {
	for _, alike := range [][]string{{"收回", "回收"}, {"发放", "发出", "下发"}, {"有效"}, {"采纳", "采用"}, {"收到", "征集", "收集"}, {"发现", "查出", "排查"}, {"抽查", "抽检"}, {"办结"}, {"答复"}, {"受理"}, {"整改"}} {
		if chinese.ContainsAny(words, alike) {
			done = append(done, alike[0])
		}
	}
	return done
}

// allOfThose end the name of a whole.
var allOfThose = pattern.NewWords("总数 总量 总数量 总条数 总件数 总份数")

// saysOf says whether words behind a number make it the whole of what follows: 件办结件中，.
func saysOf(words string) bool {
	const far = 8 // characters
	of, _, found := strings.Cut(words, "中")
	return found && utf8.RuneCountInString(of) <= far && !strings.ContainsAny(of, "，、；。")
}

// isShareOfOnly says whether it is the share of the first number of its sentence, by no words but 占, and the sentence before has one number
// alone, which must be the whole: 全年发布信息60条。抽检结果有18条，占36%.
func (q *Quantity) isShareOfOnly(part *Quantity, before []*Quantity) bool {
	const two = 2 // the whole and the part
	if part != q.Statement.Quantities[0] || len(before) < two || before[len(before)-1] != part || !slices.Contains([]string{"，占", "，占比", "，占比为", "，占到", "（占"}, q.Statement.Text[part.End:q.Start]) {
		return false
	}
	whole := before[len(before)-two]
	return whole.Form == Number && len(whole.Statement.Quantities) == 1 && !whole.otherTime && whole.by != another
}

// isShareOfUntold says whether it is the share of a number right before it, of a whole that the text does not tell, and that no words name but
// those for what was received or answered: 自然人58件，占72.5%; 予以公开25件，占办结量的37.9%.
func (q *Quantity) isShareOfUntold(before []*Quantity) bool {
	if len(before) == 0 {
		return false
	}
	part := before[len(before)-1]
	if q.of != nil && q.of != part || part.Statement != q.Statement || part.Bound != Exact || !part.isPositive() || part.isOfEach() || part.whole != nil || part.lastYear {
		return false
	}
	between := q.Statement.Text[part.End:q.Start]
	if between == "（" {
		return !q.isRate && !q.differs && strings.HasPrefix(q.Statement.Text[q.End:], "）") // 自然人19件（76%）
	}
	return q.isShare && shareOfAll.Has(strings.TrimLeft(between, "，（"))
}

// shareOfAll is what may stand between a number and its share of all.
var shareOfAll = pattern.NewWords("占 占比 占比为 占到 约占 占总数的 占总量的 占全部申请的 占申请总数的 占申请总量的 占申请量的 占新收申请的 占新收总数的 占新收总量的 占新收数的 占新收件的 占收件总数的 占办结量的 占办结数的 占办结总数的 " +
	"占办结总量的 占办结件的 占办理总数的 占办理总量的 占办理结果的 占答复总数的 占答复总量的 占答复量的 占全部答复的 占全部办结件的 占全部答复件的 占全年申请的")

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
	if !chinese.ContainsAny(q.Statement.Text[q.Clause.Start:q.Start], []string{"二者", "两者", "三者", "两项", "三项", "两类", "合计占", "合占", "合起来", "合并", "公开类", "共占", "一共占", "加起来", "总计占"}) {
		return nil
	}
	const most = 4
	sum, n := decimal.Zero, 0
	for _, z := range slices.Backward(before) {
		if z.Statement != q.Statement || z.Unit != part.Unit || n == most {
			break
		}
		if z.lastYear {
			continue // 予以公开448件，部分公开133件，上年为98件，两项占
		}
		if sum, n = sum.Add(z.Value), n+1; n > 1 {
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
func namesAnotherWhole(q *Quantity, before []*Quantity) bool {
	share := false
	for i := range q.Statement.tokens {
		k := &q.Statement.tokens[i]
		if k.Start < q.Clause.Start || k.End > q.Start {
			continue
		}
		if k.in(shareWord) {
			share = true
		} else if share && k.means(deedWord, "answer", "receive", "handle") && !slices.ContainsFunc(before, func(z *Quantity) bool { return z.did(k.word.value) }) {
			return true // 予以公开25件，占办结量的37.9%, and nothing yet of how many that are
		} else if share && (k.kind == unknownToken && k.mayNarrow() || k.is("全镇", "全乡", "全县", "全区", "全市") || k.means(thingWord, "foreign") || k.means(thingWord, "information") && !slices.ContainsFunc(before, func(z *Quantity) bool { return z.is("information") })) {
			return true
		}
	}
	return false
}
