package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// Percentage is a percentage with what the words let it be a share of.
type Percentage struct {
	Statement *Statement
	Quantity
	Shares []Share // the likeliest first; never empty
}

// Share is a part and its whole.
type Share struct{ Part, Whole decimal.Decimal }

// mostShares is how many shares a percentage may be; with more of them the sentence does not say which.
const mostShares = 40

// percentages finds the percentages that other figures of the statement bear out or refute.
func (s *Statement) percentages() []Percentage {
	var found []Percentage
	for i := range s.tokens {
		k := &s.tokens[i]
		if k.kind != numberToken || k.num.Unit != "%" || k.num.Rough || i > 0 && s.tokens[i-1].has(roughlyWord|eachWord) || i+1 < len(s.tokens) && s.tokens[i+1].has(roughlyWord) {
			continue
		}
		if shares := s.sharesAt(i); len(shares) > 0 && len(shares) <= mostShares {
			found = append(found, Percentage{s, k.quantity(), shares})
		}
	}
	return found
}

// sharesAt lists the figures that the percentage at i may be of, the likeliest first; none if the sentence does not say.
func (s *Statement) sharesAt(i int) []Share {
	start := i
	for start > 0 && !s.tokens[start-1].isMark() {
		start--
	}
	for j := i - 1; j >= start; j-- {
		k := &s.tokens[j]
		switch {
		case k.has(ratioWord) && strings.HasSuffix(k.word.text, "率"):
			return s.sharesOfRate(j, strings.TrimSuffix(s.Text[s.tokens[start].Start:k.End], "率"))
		case k.has(ratioWord) && k.word.text != "满意度":
			return s.sharesOf(j, i)
		case k.kind == unknownToken || k.kind == titleToken || k.has(differenceWord):
			if s.wholeBetween(start, j) == nil {
				return nil
			}
		}
	}
	return nil
}

// wholeBetween finds a count between two tokens, that of 占全部办结数31件的9.7%.
func (s *Statement) wholeBetween(from, to int) *chinese.Numeral {
	for j := to; j >= from; j-- {
		if k := &s.tokens[j]; isCount(k) {
			return k.num
		}
	}
	return nil
}

// isCount says whether a token is a number that a share can be taken of.
func isCount(k *token) bool {
	return k.kind == numberToken && !k.num.Rough && !isTimeUnit(k.num.Unit) && k.num.Unit != "" && k.num.Unit != "%" && !strings.HasSuffix(k.num.Unit, "百分点") && !k.num.Value.IsZero()
}

// sharesOf lists the shares that 占 at j may speak of, for the percentage at i.
func (s *Statement) sharesOf(j, i int) []Share {
	named := s.wholeBetween(j, i)
	for k := j + 1; k < i && named == nil; k++ {
		if !leadsToWhole(&s.tokens[k]) {
			return nil // 占全县的8%
		}
	}
	part := -1
	for k := j - 1; k >= 0; k-- {
		if s.tokens[k].kind == numberToken && !isTimeUnit(s.tokens[k].num.Unit) {
			if !isCount(&s.tokens[k]) {
				return nil
			}
			part = k
			break
		}
	}
	if part < 0 {
		return nil
	}
	n := s.tokens[part].num
	if named != nil {
		if named.Unit != n.Unit || named.Value.LessThan(n.Value) {
			return nil
		}
		return []Share{{n.Value, named.Value}}
	}
	return s.sharesOfWholes(part)
}

// leadsToWhole says whether a word between 占 and a percentage leaves it one of the whole that the sentence speaks of: 占总数的.
func leadsToWhole(k *token) bool {
	if k.kind != wordToken {
		return false
	}
	w := k.word
	return w.role&^(linkWord|sumMarkWord|relativeWord|allWord|applicationWord|applyingWord) == 0 && w.topic != onOther && (w.subject == nil || w.subject.class == Flow) ||
		w.topic == onInformation || w.text == "公开" || w.text == "发布"
}

// sharesOfWholes pairs the number at part with those before it that it may be a part of, the first named first.
func (s *Statement) sharesOfWholes(part int) []Share {
	n := s.tokens[part].num
	var list []Share
	for k := 0; k < part; k++ {
		if w := &s.tokens[k]; isCount(w) && w.num.Unit == n.Unit && w.num.Value.GreaterThanOrEqual(n.Value) && !s.hasShare(k) {
			if list = append(list, Share{n.Value, w.num.Value}); len(list) > mostShares {
				break
			}
		}
	}
	return list
}

// hasShare says whether a number has a share of its own behind it, and so is a part itself: 28件，占23.1%.
func (s *Statement) hasShare(k int) bool {
	for k++; k < len(s.tokens) && s.tokens[k].isMark(); k++ {
	}
	return k < len(s.tokens) && s.tokens[k].has(ratioWord)
}

// sharesOfRate lists the shares that a rate such as 回收率 at j may speak of: the counts before it in whose clause its word
// stands, against those before them. Rates of what was due in time are no shares of all.
func (s *Statement) sharesOfRate(j int, stem string) []Share {
	runes := []rune(stem)
	if len(runes) < 2 || strings.Contains(stem, "按") || strings.Contains(stem, "及时") {
		return nil
	}
	verb := string(runes[len(runes)-2:])
	var list, sums []Share
	var together decimal.Decimal
	for k := 0; k < j && len(list)+len(sums) <= mostShares; k++ {
		if !isCount(&s.tokens[k]) || !s.clauseHas(k, verb) {
			continue
		}
		pairs := s.sharesOfWholes(k)
		together = together.Add(s.tokens[k].num.Value)
		for a, p := range pairs {
			sums = append(sums, Share{together, p.Whole})
			for _, q := range pairs[a+1:] {
				sums = append(sums, Share{p.Part, p.Whole.Add(q.Whole)}) // 新收加上年结转
			}
		}
		list = append(list, pairs...)
	}
	return append(list, sums...)
}

// clauseHas says whether the words between the mark or number before the token at k and that token have all of some characters.
func (s *Statement) clauseHas(k int, characters string) bool {
	from := k
	for from > 0 && !s.tokens[from-1].isMark() && s.tokens[from-1].kind != numberToken {
		from--
	}
	text := s.Text[s.tokens[from].Start:s.tokens[k].Start]
	for _, r := range characters {
		if !strings.ContainsRune(text, r) && !(r == '回' && strings.ContainsRune(text, '收')) {
			return false
		}
	}
	return true
}
