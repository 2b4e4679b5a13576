package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// addApart allows for the last item of a list that is told apart from the whole: 有结果的25件中维持14件、其他11件，另3件正在审理.
func (l *List) addApart() {
	last := l.Parts[len(l.Parts)-1]
	if before := last.saidNear(); strings.HasPrefix(strings.TrimLeft(before, "、，"), "另") && !(l.Whole.IsOfRequests() && last.hasOutcome()) {
		l.Also = append(l.Also, l.Whole.Value.Add(last.Value))
	}
}

// addLeftOut allows for a number behind the first part that is not known to be one: 街道手里没有这份材料13件、要另行统计加工才有的2件.
func (l *List) addLeftOut() {
	first, whole := l.Parts[0], l.Whole
	for _, q := range first.Statement.Quantities {
		if q.Start > first.Start && q != whole && q.whole == nil && q.canBePartOf(whole) && alikeUnits(q.Unit, whole.Unit) && q.Value.LessThan(whole.Value) {
			l.Also = append(l.Also, whole.Value.Sub(q.Value))
		}
	}
}

// setRivals finds the other numbers that the parts may add up to, or be parts of.
func (l *List) setRivals(of *list) {
	whole, left := l.Whole, l.Whole.Value
	for _, q := range of.beyond {
		left = left.Sub(q.Value)
		l.Also = append(l.Also, left)
	}
	if beside := sumOf(whole.beside()); !beside.Equal(whole.Value) {
		l.Also = append(l.Also, beside)
		l.Rivals = append(l.Rivals, beside) // 建议86件、提案104件，其中……
	}
	if strings.HasPrefix(whole.thing, "litigation_") && l.Parts[0].ruling != "" {
		l.Also = append(l.Also, sumOf(whole.kindsUpTo())) // 直接起诉2件、复议后起诉2件，其中维持3件、尚未审结1件
	}
	if together := sumOf(whole.upTo()); !together.Equal(whole.Value) {
		l.Also = append(l.Also, together)
		if l.Parts[0].Statement != whole.Statement {
			l.Rivals = append(l.Rivals, together) // 上半年112条，下半年126条。其中……
		}
	}
	if len(whole.applicants) > 0 && l.Parts[0].channel { // 10件申请，申请者为自然人的8件、企业的2件，其中7件由网上平台递交
		for _, z := range whole.Statement.Quantities {
			if z.Start < whole.Start && z.Form == Number && z.Unit == whole.Unit && z.Value.GreaterThan(whole.Value) {
				l.Rivals = append(l.Rivals, z.Value)
			}
		}
	}
	sum, last := l.Sum(), l.Parts[len(l.Parts)-1]
	for _, z := range last.Statement.Quantities { // 机构职能1条，部门专栏1条，回复网上申请5条
		if z.Start > last.Start {
			if z.Form != Number || z.whole != nil || z.Unit != last.Unit {
				break
			}
			sum = sum.Add(z.Value)
			l.Behind = append(l.Behind, sum)
		}
	}
	if of.marker == "从" && whole.did("receive") {
		return // 从渠道看: what was received, whatever else is told beside it
	}
	for _, z := range whole.Statement.Quantities {
		if z != whole && z.Form == Number && z.whole == nil && z.Unit == whole.Unit && (whole.lastYear || !z.lastYear) && l.Parts[0].Statement != whole.Statement {
			l.Rivals = append(l.Rivals, z.Value)
		}
	}
}

// isFollowedByFew says whether more items are told right behind a number without theirs: 另有法律服务机构提出少量申请.
func (q *Quantity) isFollowedByFew() bool {
	const far = 40 * len("字")
	end := min(q.Statement.End, chinese.RuneStart(q.Statement.Text, q.End+far))
	return chinese.ContainsAny(q.Statement.Text[q.End:max(q.End, end)], []string{"少量", "若干", "个别", "零星"})
}

// beside lists the numbers that a whole's clause counts alike, with itself: 建议112件、提案135件，其中……
func (q *Quantity) beside() (all []*Quantity) {
	for _, z := range q.Statement.Quantities {
		if z.Clause == q.Clause && z.Form == Number && z.whole == nil && z.Unit == q.Unit && z.thing == q.thing && z.lastYear == q.lastYear {
			all = append(all, z)
		}
	}
	return all
}

// upTo lists the numbers of a whole's sentence that count the same in one row, up to itself: 上半年发布112条，下半年发布126条.
func (q *Quantity) upTo() (all []*Quantity) {
	for _, z := range slices.Backward(q.Statement.Quantities) {
		switch {
		case z.Start > q.Start, z.bracketed:
		case z.Form != Number || z.whole != nil || z.Unit != q.Unit || z.thing != q.thing || z.lastYear != q.lastYear || z.differs || !slices.Equal(z.deeds, q.deeds):
			return all
		default:
			all = append(all, z)
		}
	}
	return all
}

// addReasons allows for reasons that are told in a list behind what they are reasons for: 不予公开4件，理由分别为第三方合法权益3件、行政查询事项1件.
func (l *List) addReasons() {
	of, reasons := (*Quantity)(nil), decimal.Zero
	for _, p := range l.Parts {
		if len(p.deeds) == 0 {
			continue
		}
		switch group, _, isReason := strings.Cut(p.deeds[0], "."); {
		case !isReason:
			of = p
		case of != nil && of.did(group):
			reasons = reasons.Add(p.Value)
		}
	}
	if last := l.Parts[len(l.Parts)-1]; chinese.ContainsAny(last.saidNear(), []string{"原因是", "理由是", "原因为", "理由为"}) {
		reasons = reasons.Add(last.Value) // 不予处理1件，原因是要的是公开卖的书1件
	}
	if reasons.IsPositive() {
		l.Also = append(l.Also, l.Whole.Value.Add(reasons))
	}
}

// addDivided allows for a part that the last ones divide: 公开22件，其余4件各不相同——内部管理信息1件、需要加工1件、重复2件.
func (l *List) addDivided() {
	for i, divided := range l.Parts {
		if last := l.Parts[i+1:]; len(last) > 1 && sumOf(last).Equal(divided.Value) {
			l.Also = append(l.Also, l.Whole.Value.Add(divided.Value))
		}
	}
}

// addWithdrawn allows for a list that counts what was withdrawn among the outcomes: 不掌握6件，申请人撤回1件.
func (l *List) addWithdrawn(of *list) {
	for _, p := range l.Whole.parts {
		if p.did("withdraw") && p.list == of {
			l.Also = append(l.Also, l.Whole.Value.Sub(p.Value))
		}
	}
}

// addCarried takes in what is carried over: with it a list of outcomes is complete, and may divide what was carried in as well.
func (l *List) addCarried() {
	for _, p := range l.Whole.parts {
		if p.did("carried_out", "pending") && !l.Whole.did("answer") && p.list == l.Parts[0].list {
			l.Parts, l.Outcomes = append(l.Parts, p), false
		}
	}
	l.addCarriedIn()
}

// addCarriedIn allows for a list that divides what was carried in as well.
func (l *List) addCarriedIn() {
	for _, q := range l.Whole.Statement.Quantities {
		if q.Form == Number && q.did("carried_in") {
			l.Also = append(l.Also, l.Whole.Value.Add(q.Value))
		}
	}
}
