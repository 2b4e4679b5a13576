package check

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// breach is a broken relation, and how much its left side has more than its right.
type breach struct {
	form.Relation
	excess     decimal.Decimal
	isOfTotals bool // it holds as soon as the totals in it are what they add up to
}

// mostHints is how many likely causes a finding names at most.
const mostHints = 2

// hints lists the likely causes of a breach, the likeliest first. others are the breaches of the same rule.
func (in *Input) hints(b breach, others []breach) []string {
	if in.Members != nil && !in.Members.OwnFigures {
		return nil // nobody typed a sum: what is wrong is in members' reports, each in its own way
	}
	if k, ok := in.crossing(b); ok {
		return in.oneChange(k, b)
	}
	if strayed := in.strayedPart(b); strayed != "" {
		return []string{strayed}
	}
	var list []string
	for _, cause := range []func(breach, []breach) string{
		in.saidElsewhere, in.wrongTotal, in.noOutcome, in.carriedInChanged, in.wrongColumn, in.partsAreZero, in.splitNumber, in.oneCell, in.swappedDigits,
	} {
		if hint := cause(b, others); hint != "" && len(list) < mostHints {
			list = append(list, hint)
		}
	}
	return list
}

// crossing is the one cell of a breach with which the others that it takes part in are broken as well, so that one change mends them all; ok is
// false where there is none, or more. In a workbook totals are formulas, and one wrong cell breaks no total.
func (in *Input) crossing(b breach) (k form.Key, ok bool) {
	if in.Report.Printed == nil || b.Kind == form.Within {
		return "", false
	}
	for _, candidate := range b.Keys() {
		due, several := in.mending(candidate, b)
		if !several || due.IsNegative() {
			continue
		}
		if ok {
			return "", false
		}
		k, ok = candidate, true
	}
	return k, ok
}

// mending is what a cell has to be that a relation may hold; several says whether it stands in other relations too, and all of them hold then.
func (in *Input) mending(k form.Key, b breach) (due decimal.Decimal, several bool) {
	more := b.more(k)
	for _, r := range in.Report.Edition.Relations() {
		if r.Kind == form.Within || r.Kind == b.Kind && r.Subject == b.Subject || !slices.Contains(r.Keys(), k) {
			continue
		}
		subject, _ := in.Report.Edition.Cell(r.Subject)
		_, excess := in.judge(r, subject)
		if !(breach{Relation: r, excess: excess}).more(k).Equal(more) {
			return decimal.Zero, false
		}
		several = true
	}
	return in.Report.Figure(k).Number.Add(more), several
}

// more is by how much a cell has to grow that the relation may hold.
func (b breach) more(k form.Key) decimal.Decimal {
	if slices.Contains(b.Left, k) {
		return b.excess.Neg()
	}
	return b.excess
}

// oneChange names the cell that mends all, where the finding does not do so itself.
func (in *Input) oneChange(k form.Key, b breach) []string {
	if k == b.Subject {
		return nil
	}
	due, _ := in.mending(k, b)
	return []string{fmt.Sprintf("行和列都差%s，相交的是%s：现在是%s，如果是%s就都对了。", b.excess.Abs(), in.label(k), in.Report.Figure(k).Number, due)}
}

// isHeld says whether a printed cell stands in another relation that holds, so that it cannot be the wrong one alone.
func (in *Input) isHeld(k form.Key, b breach) bool {
	return in.Report.Printed != nil && slices.ContainsFunc(in.Report.Edition.Relations(), func(r form.Relation) bool {
		if r.Kind == form.Within || r.Kind == b.Kind && r.Subject == b.Subject || !slices.Contains(r.Keys(), k) {
			return false
		}
		subject, _ := in.Report.Edition.Cell(r.Subject)
		_, excess := in.judge(r, subject)
		return excess.IsZero()
	})
}

// strayedPart: the formula of a total misses a part, whose cell was dragged away.
func (in *Input) strayedPart(b breach) string {
	list := in.Report.Figure(b.Subject).Strayed
	if len(list) == 0 {
		return ""
	}
	part, home := list[0], "原来的格"
	if part.Home != "" {
		home = part.Home
	}
	return fmt.Sprintf("%s的格移到了%s，公式加不到它，请移回%s。", in.label(part.Key), in.Report.Figure(part.Key).Place.Ref, home)
}

// saidElsewhere: with what the ledger has instead, or the texts, the balance holds.
func (in *Input) saidElsewhere(b breach, _ []breach) string {
	list, source := in.borneOut(b)
	if list == nil {
		return ""
	}
	return list.told(in, source) + "，改过来正好平衡。"
}

// wrongTotal: the total in the balance is not what it adds up to. What was not read is in no total that a spreadsheet added up; what is
// printed is.
func (in *Input) wrongTotal(b breach, _ []breach) string {
	if b.Kind != form.Balanced {
		return ""
	}
	total, due := in.Report.Figure(b.Subject).Number, in.madeUp(b.Subject)
	rest := b.excess.Add(total).Sub(due.Number)
	switch {
	case !due.IsNumber() && in.Report.Printed == nil && b.excess.IsPositive():
		return "有一格办理结果没有填好，没有算进" + in.label(b.Subject) + "，填好再看是否平衡。"
	case !due.IsNumber() || due.Number.Equal(total):
		return ""
	case rest.IsZero():
		return fmt.Sprintf("%s按各项相加应为%s，改好就平衡了。", in.label(b.Subject), due.Number)
	}
	return fmt.Sprintf("%s按各项相加应为%s，改好以后，%s。", in.label(b.Subject), due.Number, differ(rest))
}

// madeUp is what a total comes to by what is typed, no number if not all of that is one.
func (in *Input) madeUp(k form.Key) model.Value { return in.Report.Sum(in.Report.Edition.Typed(k)) }

// noOutcome: applications came in, and neither a result nor a carry-over is filled in.
func (in *Input) noOutcome(b breach, _ []breach) string {
	right, _ := in.sum(b.Right)
	due := in.madeUp(b.Subject)
	if b.Kind == form.Balanced && right.IsZero() && due.IsNumber() && due.Number.IsZero() && b.excess.IsPositive() {
		return "收到的申请还没有填办理结果，也没有结转。"
	}
	return ""
}

// carriedInChanged: with last year's carry-over instead of what was entered, the balance holds.
func (in *Input) carriedInChanged(b breach, _ []breach) string {
	if b.Kind != form.Balanced {
		return ""
	}
	for _, k := range b.Left {
		if now, before, ok := in.carriedIn(k); ok && !now.Equal(before) && now.Sub(before).Equal(b.excess) {
			return fmt.Sprintf("%s是%s，上年报告里结转的是%s，改过来正好平衡。", in.label(k), now, before)
		}
	}
	return ""
}

// carriedIn is a figure that was carried over, and what last year's report has for it; ok is false for other figures, and where that is not known.
func (in *Input) carriedIn(k form.Key) (now, before decimal.Decimal, ok bool) {
	carry, ok := in.Report.Edition.CarryOver(k)
	if !ok || carry.Moves() || in.IsPart {
		return now, before, false
	}
	return in.both(k, carry.From[0])
}

// wrongColumn: another column has as much too little as this one has too much.
func (in *Input) wrongColumn(b breach, others []breach) string {
	subject, _ := in.Report.Edition.Cell(b.Subject)
	for _, other := range others {
		if b.Kind == form.RowTotal || other.Subject == b.Subject || !other.excess.Equal(b.excess.Neg()) {
			continue
		}
		column, _ := in.Report.Edition.Cell(other.Subject)
		return fmt.Sprintf("“%s”列和“%s”列正好一多一少，可能有%s件填错了列。", subject.ColumnLabel(), column.ColumnLabel(), b.excess.Abs())
	}
	return ""
}

// partsAreZero: a total was filled in, its parts were not.
func (in *Input) partsAreZero(b breach, _ []breach) string {
	parts, _ := in.sum(b.Right)
	if (b.Kind == form.RowTotal || b.Kind == form.ColumnTotal) && parts.IsZero() {
		return "只填了合计，各项都是0。"
	}
	return ""
}

// splitNumber: two neighbouring cells hold the digits of one number (2 and 7 for 27).
func (in *Input) splitNumber(b breach, _ []breach) string {
	for i := 0; i+1 < len(b.Right); i++ {
		first, second := in.Report.Figure(b.Right[i]).Number, in.Report.Figure(b.Right[i+1]).Number
		if !first.IsPositive() || second.IsNegative() || !second.IsInteger() || in.isHeld(b.Right[i], b) || in.isHeld(b.Right[i+1], b) {
			continue
		}
		whole, err := decimal.NewFromString(first.String() + second.String())
		if err == nil && whole.Sub(first).Sub(second).Equal(b.excess) && !b.excess.IsZero() {
			return fmt.Sprintf("%s的%s和%s的%s可能是一个数%s，拆开填了两处。", in.label(b.Right[i]), first, in.label(b.Right[i+1]), second, whole)
		}
	}
	return ""
}

// oneCell: the difference is just what one cell holds, so it was left out or added twice.
func (in *Input) oneCell(b breach, _ []breach) string {
	if b.Kind == form.Balanced {
		return ""
	}
	var same []form.Key
	for _, k := range b.Right {
		if v := in.Report.Figure(k).Number; v.Abs().Equal(b.excess.Abs()) {
			same = append(same, k)
		}
	}
	if len(same) != 1 { // with several candidates it is chance
		return ""
	}
	v := in.Report.Figure(same[0]).Number
	if v.Equal(b.excess) {
		return fmt.Sprintf("多的%s正好是%s，可能加了两次。", v, in.label(same[0]))
	}
	return fmt.Sprintf("少的%s正好是%s，可能漏加了。", v.Abs(), in.label(same[0]))
}

// swappedDigits: with two neighbouring digits of one cell the other way round, the relation holds.
func (in *Input) swappedDigits(b breach, _ []breach) string {
	for i, k := range b.Keys() {
		v := in.Report.Figure(k).Number
		due := v.Add(b.excess)
		if i < len(b.Left) {
			due = v.Sub(b.excess)
		}
		if isSwapped(v.String(), due.String()) && !in.isHeld(k, b) {
			return fmt.Sprintf("%s是%s，如果是%s就对了，可能两个数字颠倒了。", in.label(k), v, due)
		}
	}
	return ""
}

// isSwapped says whether two numbers differ by two neighbouring digits that changed places.
func isSwapped(a, b string) bool {
	if len(a) != len(b) || a == b || b[0] == '-' {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[:i]+a[i+1:i+2]+a[i:i+1]+a[i+2:] == b {
			return true
		}
	}
	return false
}
