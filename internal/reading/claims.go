package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// Claim is what a statement says of a measure: a number, or that there is none.
type Claim struct {
	Measure
	*Quantity
	Words string // the clause
}

// claims lists what is said of the measures.
func (r *Reading) claims() (all []Claim) {
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			all = append(all, q.Claims()...)
		}
	}
	return all
}

// Claims lists what a quantity says of the measures that it was found to count; none for one that is not compared with anything.
func (q *Quantity) Claims() (all []Claim) {
	for _, m := range q.measured {
		all = append(all, Claim{m, q, q.clauseWords()})
	}
	return all
}

// OfLastYear lists what a text says of the measures of the year before.
func (r *Reading) OfLastYear() (all []Claim) {
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			for _, m := range q.ofLast {
				all = append(all, Claim{m, q, q.clauseWords()})
			}
		}
	}
	return all
}

// clauseWords is the clause that a quantity stands in, or of one with several numbers the words for this; no more than clauses are long.
func (q *Quantity) clauseWords() string {
	text, start := q.Statement.Text, q.Clause.Start
	end := min(q.Clause.End, chinese.RuneStart(text, q.End+chinese.Farthest))
	if q.Form == Number {
		start = q.saidBehind()
		if next := strings.IndexAny(text[q.End:end], "、；"); next >= 0 {
			end = q.End + next
		}
	}
	if far := q.End - chinese.Farthest; far > start {
		start = chinese.RuneStart(text, far)
	}
	return strings.Trim(text[start:end], " \u3000“”’‘、，和及：")
}

// Counts says whether something of one of the classes is counted.
func (c *Claim) Counts(classes Class) bool { return c.Class&classes != 0 }

// IsOf says whether applications are counted by what was done with them, or disputes and documents likewise, and by nothing more.
func (c *Claim) IsOf(deed string) bool {
	return c.Tells(deed) && c.Form != All && !c.Most && c.spare == nil && len(c.applicants) == 0 && c.Bound == Exact
}

// Tells says whether a deed is told of what is counted.
func (c *Claim) Tells(deed string) bool { return c.deed == deed }

// IsAmongReceived says whether applications carried in are said to be among those received: 收到32件（含上年结转2件）.
func (c *Claim) IsAmongReceived() bool { return c.within != nil && c.within.did("receive") }

// IncludesCarriedOut says whether those that were carried over are told, in brackets behind it, as some of what it counts: 办理6件（含结转下年度1件）.
func (q *Quantity) IncludesCarriedOut() bool {
	inside, opens := strings.CutPrefix(q.Statement.Text[q.End:], "（")
	inside, _, _ = strings.Cut(inside, "）")
	return opens && chinese.StartsWithAny(inside, []string{"含", "包括"}) && strings.Contains(inside, "结转下")
}

// IsToldOfAll says whether it counts whoever applied.
func (c *Claim) IsToldOfAll() bool { return columnsOf(c.applicants) == nil }

// IsDivided says whether others divide it by who applied: 收到7件，其中自然人6件.
func (c *Claim) IsDivided() bool {
	return slices.ContainsFunc(c.parts, func(q *Quantity) bool { return len(q.applicants) > 0 })
}

// IsPart says whether it is a part of something that was counted before.
func (c *Claim) IsPart() bool { return c.whole != nil }

// Spare is figures by which what the claim counts may be more, since it may not speak of those: 均予以公开 of applications that were
// carried in. Nil for none.
func (c *Claim) Spare() Sum { return c.spare }

// IsMoney says whether it is money that is counted, in 元.
func (c *Claim) IsMoney() bool {
	return c.Counts(Charge|HandlingFee) || strings.HasSuffix(c.Unit, "元")
}

// Agrees says whether a claim and a figure can both be right: of money, to the digits that the text gives.
func (c *Claim) Agrees(figure decimal.Decimal) bool {
	switch value := c.Value; {
	case c.Most && c.IsMoney() && c.Unit != "":
		return c.Amount().LessThanOrEqual(figure) && !(figure.IsPositive() && c.Unit == "元" && inUnit(figure, "万元").Equal(value)) // a part, but not of the same digits with 万 left out
	case c.Most:
		return value.LessThanOrEqual(figure)
	case c.Least:
		return figure.GreaterThanOrEqual(value)
	case c.IsMoney() && c.Unit != "" && c.Bound == Exact:
		return inUnit(figure, c.Unit).Round(int32(c.Decimals)).Equal(value)
	case c.IsMoney() && c.Unit != "":
		return inUnit(figure, c.Unit).GreaterThanOrEqual(value)
	case c.Bound == AtLeast:
		return value.Sub(c.mostRoundedUp()).LessThanOrEqual(figure) && figure.LessThanOrEqual(value.Add(value).Add(decimal.NewFromInt(1)))
	case c.Bound == About:
		return figure.Sub(value).Abs().Mul(decimal.NewFromInt(10)).LessThanOrEqual(value.Mul(decimal.NewFromInt(3)).Add(decimal.NewFromInt(10)))
	}
	return c.Value.Equal(figure) || c.apart.IsPositive() && c.Value.Add(c.apart).Equal(figure)
}

// mostRoundedUp is by how much a number in 万 or 亿 may be more than what it was rounded from: 102.46万 than 1024589.
func (q *Quantity) mostRoundedUp() decimal.Decimal {
	if place := q.Value.Exponent(); place > 0 && q.isPrinted() {
		return decimal.New(5, place-1)
	}
	return decimal.Zero
}

// inUnit turns an amount in 元 into one of a larger unit.
func inUnit(yuan decimal.Decimal, unit string) decimal.Decimal {
	switch unit {
	case "万元":
		return yuan.Shift(-4)
	case "亿元":
		return yuan.Shift(-8)
	}
	return yuan
}

// isComparable says whether a claim counts something that has one number in the whole text.
func (c *Claim) isComparable() bool {
	return c.Form != All && !c.Most && c.spare == nil && c.apart.IsZero() && c.Bound == Exact && c.deed != "carried" && !c.IsPart() && !(c.Loose && !c.Counts(Dispute)) && (len(c.applicants) == 0 || c.Form == Number && c.deed != "receive")
}

// Retelling is a measure that is told twice, with quantities that do not agree.
type Retelling struct{ Earlier, Later *Claim }

// isToldElsewhere says whether two numbers of what no table counts are told of different things: of offices within the unit, of channels in
// the clauses before (在微信公众号发布信息332条，收到留言2521条；在微博发布信息310条，收到留言520条), or of what else stands before words that say
// nothing by themselves (公开低保信息12条，惠及群众132人；公开救助信息22条，惠及群众61人).
func (c *Claim) isToldElsewhere(other *Claim) bool {
	if c.told.noun == "" {
		return !c.told.isNone() && c.office() != other.office()
	}
	if c.mayBeSomeOf(other.Quantity) {
		return true
	}
	one, another := c.channelsBefore(), other.channelsBefore()
	return one != "" && another != "" && one != another || c.office() != other.office() || dependent.Begins(c.told.noun) && c.ledBy() != other.ledBy()
}

// dependent are words that say how many had to do with what was told before them, or how much it took.
var dependent = pattern.NewWords("涉及 惠及 涵盖 覆盖 发放 补偿 补助 奖励 投入 拨付 兑付 兑现 支付 使用 受益 受惠 受训 参加 参与 参训 参会 带动 帮助 服务 解决 收集 回收 收回 满意 阅读 点击 浏览 转发 到位 公示")

// ledBy is what the sentence, or what stands behind its last ；, tells before the number's clause.
func (q *Quantity) ledBy() string {
	led := q.Statement.Text[q.Statement.Start:max(q.Statement.Start, q.Clause.Start)]
	return undated.Without(led[strings.LastIndex(led, "；")+1:])
}

// office is the office within the unit that the number's clause begins with: 财政所公开信息30条; "" for none.
func (q *Quantity) office() string {
	led := undated.Without(q.Statement.Text[q.Clause.Start:max(q.Clause.Start, q.from)])
	if led == "" || !offices.Ends(led) && !chinese.EndsWithAny(led, []string{"所", "站", "股", "科", "室", "队", "中心"}) {
		return ""
	}
	return led
}

// channelsBefore are the words for channels in the clauses before a number, back to the last ；.
func (q *Quantity) channelsBefore() string {
	from := q.Statement.Start + strings.LastIndexAny(q.Statement.Text[q.Statement.Start:q.Clause.Start], "；;") + 1
	var named []string
	for i := range q.Statement.tokens {
		if k := &q.Statement.tokens[i]; k.Start >= from && k.End <= q.Clause.Start && k.in(channelWord) {
			named = append(named, k.word.text)
		}
	}
	return strings.Join(named, " ")
}

// Retellings lists the claims that do not agree with the first one on the same measure.
func (r *Reading) Retellings() []Retelling {
	var list []Retelling
	firsts := map[string]*Claim{} // by the name of their measure, and the unit of what no table counts
	for i := range r.Claims {
		later := &r.Claims[i]
		if !later.isComparable() {
			continue
		}
		name := later.Name
		if later.Counts(Information) {
			name += later.Unit
		}
		first, told := firsts[name]
		switch {
		case !told:
			firsts[name] = later
		case first.isToldElsewhere(later), len(first.Sums) != len(later.Sums) && r.tellsCarriedIn(first.Value.Sub(later.Value).Abs()):
		case !first.Agrees(later.Amount()) && !later.Agrees(first.Amount()):
			list = append(list, Retelling{first, later})
		}
	}
	return append(list, r.recalls()...)
}

// tellsCarriedIn says whether so many applications are told to have been carried in.
func (r *Reading) tellsCarriedIn(number decimal.Decimal) bool {
	return slices.ContainsFunc(r.Claims, func(c Claim) bool { return c.Tells("carried_in") && c.Form == Number && c.Value.Equal(number) })
}
