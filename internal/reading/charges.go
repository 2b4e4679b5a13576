package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// chargedUnderName is the measure of money that a clause says was charged, behind one that names the charges of the form: of one kind of fee it is no more
// than all of them: 行政事业性收费方面，全年收取城镇垃圾处理费2.16万元; 行政事业性收费1项，为城镇垃圾处理费，全年收费金额2.16万元.
func (q *Quantity) chargedUnderName() (charged Measure, ok bool) {
	s := q.Statement
	_, money := q.InYuan()
	if !money || q.Form != Number || q.whole != nil {
		return Measure{}, false
	}
	until := s.Start + strings.LastIndex(s.Text[s.Start:q.Start], "；") + 1
	named := slices.IndexFunc(s.tokens, func(k token) bool { return k.means(thingWord, "fees") && k.Start >= until && k.End <= q.Clause.Start })
	if named < 0 || chinese.ContainsAny(s.Text[max(until, s.tokens[named].Start-len("已取消")):q.Start], []string{"取消", "停征", "免", "没有", "未", "无"}) {
		return Measure{}, false
	}
	said := undated.Without(s.Text[q.saidBehind():q.Start])
	if sumsCharged.Has(said) {
		return feesCharged, true
	}
	fee, collected := feesCollected.CutPrefix(said)
	isFee := strings.HasSuffix(fee, "费") && fee != "收费" && !strings.Contains(fee, "信息处理费") && !chinese.ContainsAny(fee, []string{"收费", "免", "退", "补", "、", "“"})
	charged = feesCharged
	charged.Most = true
	return charged, collected && isFee
}

var (
	sumsCharged   = pattern.NewWords("收费金额 收费总额 收费总金额 收费收入 收费 收取金额 收缴金额 实收金额")
	feesCollected = pattern.NewWords("收取 征收 收缴 执收 实收")
)

// isPriceOfOne says whether money is told as what one page or one case costs: 每页收费10元, 10元/页.
func (q *Quantity) isPriceOfOne() bool {
	const most = 6 // characters between 每页 and the number
	if !strings.HasSuffix(q.Unit, "元") {
		return false
	}
	said := q.saidNear()
	if at := strings.LastIndex(said, "每"); at >= 0 {
		rest, priced := pricedByOne.CutPrefix(said[at+len("每"):])
		if priced && utf8.RuneCountInString(rest) <= most && !strings.ContainsAny(rest, "、：") {
			return true
		}
	}
	behind := q.Statement.Text[q.End:]
	for _, per := range []string{"/", "／", "每", "一"} {
		if rest, found := strings.CutPrefix(behind, per); found {
			return pricedByOne.Begins(rest)
		}
	}
	return false
}

// pricedByOne are units of what is paid for one by one.
var pricedByOne = pattern.NewWords("页 件 张 份 本 册 次 人 户 吨 平方米 立方米 小时 个 条 台 辆 亩 公斤")

// isAddedUpBehind says whether a number is one of several of the same that a later one of the sentence adds up: 一件收700元，另一件收550元，合计1250元.
func (q *Quantity) isAddedUpBehind() bool {
	alike := 0
	for _, z := range q.Statement.Quantities {
		if z.Form != Number || z.thing != q.thing || z.Unit != q.Unit {
			continue
		}
		if z.total && alike > 1 && z.Start > q.Start {
			return true
		}
		alike++
	}
	return false
}

// isOfFeeBefore says whether it is one of the fees that a sum told before is made up of: 收取信息处理费200元，其中按件计收1件100元.
func (q *Quantity) isOfFeeBefore() bool {
	return q.own.thing == "" && slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		_, money := z.InYuan()
		return money && z.is("handling_fee") && z.Start < q.Start && z.Amount().GreaterThan(q.Amount()) && strings.Contains(q.Statement.Text[z.End:q.Start], "其中")
	})
}

// isAmongCharges says whether 收费 is that of the form: it is told behind kinds of fees, or behind what was decided: 处罚12件，收费45.27万元.
func (q *Quantity) isAmongCharges() bool {
	return strings.Contains(q.saidNear(), "等收费") || slices.ContainsFunc(q.Statement.Quantities, func(z *Quantity) bool {
		return decisions()[z.thing].Name != "" && len(z.measured) > 0 && z.Start < q.Start
	})
}
