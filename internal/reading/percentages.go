package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// Percentage is a percentage with what the words let it be a share of.
type Percentage struct {
	*Quantity
	Shares []Share // the likeliest first; none for a growth over a year that the text does not tell, and for a share of nothing
	Growth bool    // by which the number has grown or shrunk, or the shares say so
	Hollow bool    // a rate of applications of which there were none
	Untold bool    // it is a share of which the text does not tell the whole
}

// Share is a part and its whole; of a growth the number and the one before.
type Share struct{ Part, Whole decimal.Decimal }

// Percent is the share in percent, rounded to so many places.
func (s Share) Percent(places int32) decimal.Decimal {
	return s.Part.Shift(2).DivRound(s.Whole, places)
}

// morePlaces are those to which a share is worked out beyond the ones that are told, so that no rounding hides a difference.
const morePlaces = 6

// Bears says whether a percentage that is told with so many places is the share, rounded up or down.
func (s Share) Bears(percent decimal.Decimal, places int32) bool {
	return s.Percent(places + morePlaces).Sub(percent).Abs().LessThan(decimal.New(1, -places))
}

// Of is the number that the percentage is told of, nil for none.
func (p *Percentage) Of() *Quantity { return p.of }

// SaysMore and SaysLess say whether the words before a growth are that a number has grown, or that it has shrunk.
func (p *Percentage) SaysMore() bool {
	return !strings.Contains(p.saidBefore(), "负增长") && chinese.ContainsAny(p.saidBefore(), moreWords)
}
func (p *Percentage) SaysLess() bool { return chinese.ContainsAny(p.saidBefore(), lessWords) }

// saidBefore is the end of what stands before a percentage in its clause.
func (p *Percentage) saidBefore() string {
	const near = 15 // bytes
	text := p.Statement.Text[p.Clause.Start:p.Start]
	return text[chinese.RuneStart(text, len(text)-near):]
}

// IsExact says whether the number that the percentage is told of is exact.
func (p *Percentage) IsExact() bool { return p.of != nil && p.of.Bound == Exact }

// Fits says whether the percentage is a share, as exactly as it is told.
func (p *Percentage) Fits(share Share) bool {
	if p.IsRough() {
		return p.bears(share.Percent(int32(p.Decimals) + morePlaces))
	}
	return share.Bears(p.Value, int32(p.Decimals))
}

// bears says whether a percentage that is told roughly may be told of one: 不到七成 of less, 八成以上 of more, 近六成, 约六成 of what is near it.
func (p *Percentage) bears(exact decimal.Decimal) bool {
	near, ten := decimal.NewFromInt(5), decimal.NewFromInt(10) // points
	after := p.Statement.Text[p.End:]
	switch more := exact.Sub(p.Value); {
	case p.inTenths() && chinese.StartsWithAny(after, []string{"多", "余"}):
		return !more.IsNegative() && more.LessThan(ten)
	case p.Bound == AtLeast:
		return !more.IsNegative()
	case chinese.EndsWithAny(p.Statement.Text[:p.Start], lessThanWords), strings.HasPrefix(after, "以下"):
		return !more.IsPositive()
	case p.Bound == About, p.Bound == Exact:
		return more.Abs().LessThanOrEqual(near)
	}
	return true // 两三成
}

// Told is the words of a percentage with those that say how exact it is: 不到七成, 六成以上.
func (p *Percentage) Told() string {
	text, span := p.Statement.Text, p.Span
	for _, words := range [][]string{lessThanWords, atLeastWords, aboutWords} {
		for _, w := range words {
			if strings.HasSuffix(text[:p.Start], w) {
				span.Start = min(span.Start, p.Start-len(w))
			}
		}
	}
	for _, w := range []string{"以上", "以下", "左右", "多", "余"} {
		if strings.HasPrefix(text[p.End:], w) {
			span.End = p.End + len(w)
		}
	}
	return text[span.Start:span.End]
}

// IsRough says whether a percentage is told roughly; 七成 always is.
func (p *Percentage) IsRough() bool { return p.Bound != Exact || p.inTenths() }

func (p *Percentage) inTenths() bool { return strings.HasSuffix(p.Statement.Words(p.Span), "成") }

// IsRateOfRequests says whether it is a rate of applications: 办结率.
func (p *Percentage) IsRateOfRequests() bool { return p.isRate && p.is("application", "application?") }

const (
	mostShares = 40  // that a percentage may be; with more of them the sentence does not say which
	mostBefore = 200 // numbers before one that are looked at
)

// percentages finds, in the report of a year, the percentages that other numbers bear out or refute.
func (r *Reading) percentages(year int) (all []Percentage) {
	var before []*Quantity // numbers of this paragraph and the one before
	var last *Statement
	for _, s := range r.Statements {
		if last == nil || last.Section != s.Section || last.Paragraph != s.Paragraph {
			before = slices.DeleteFunc(before, func(q *Quantity) bool {
				return q.Statement.Section != s.Section || q.Statement.Paragraph < s.Paragraph-1
			})
		}
		last = s
		before = before[max(0, len(before)-mostBefore):]
		for _, q := range s.Quantities {
			switch {
			case q.Form == Number:
				before = append(before, q)
			case q.Form == Rate && (q.Bound == Exact || q.isShare && !q.differs):
				p, ok := percentage(q, before, year)
				p.Shares = slices.DeleteFunc(p.Shares, func(s Share) bool { return s.Whole.IsZero() })
				if ok && len(p.Shares) <= mostShares && (len(p.Shares) > 0 || p.Growth || p.Hollow || p.Untold) {
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// percentage finds what a percentage may be of among the numbers before it; ok is false if the words do not say.
func percentage(q *Quantity, before []*Quantity, year int) (p Percentage, ok bool) {
	p.Quantity = q
	switch {
	case q.planned || q.lastYear && !q.differs, chinese.EndsWithAny(q.Statement.Text[:q.Start], []string{"由", "从", "降到", "升到", "降至", "升至"}):
		return p, false
	case q.differs && q.growsFromEarlier(year):
		return p, false
	case q.differs:
		return growth(p, before, year)
	case q.isRate:
		return requestRate(p, before)
	case q.isShare:
		p.Shares = sharesOf(q, before)
	default:
		p.Shares = rates(q, before)
	}
	if len(p.Shares) == 0 && q.isShareOfUntold(before) {
		p.Untold, p.of = true, before[len(before)-1]
	}
	return p, len(p.Shares) > 0 || p.Untold
}
