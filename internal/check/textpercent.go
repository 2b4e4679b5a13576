package check

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var textPercentages = Rule{
	ID: "text-percentages", Level: Info, Title: "同一句话里两个数的百分比算得对（四舍五入）", Citation: "同一句话里的数字之间的关系",
	Find: func(in *Input) []Finding {
		var found []Finding
		for _, s := range in.read().statements {
			found = append(found, s.wrongPercentages()...)
		}
		return found
	},
	Cases: []Case{
		{Why: "28件占30件的93.3%", Set: []Entry{{"narrative.overview", "收到来信30件，其中建议28件，占92.3%。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "286份占300份的95.3%", Set: []Entry{{"narrative.overview", "发放问卷300份，收回286份，回收率96.3%。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "四舍五入到所写的位数", Set: []Entry{{"narrative.overview", "发放问卷8000份，回收7460份，回收率为93.3%；非常满意3208份，占43.00%。"}}},
		{Why: "只有一个数，无从计算", Set: []Entry{{"narrative.overview", "答复28件，占全县的9.5%。"}}},
		{Why: "率不是由这两个数来的", Set: []Entry{{"narrative.overview", "收到留言35条，办结35条，满意率98%。"}}},
	},
}

// wrongPercentages finds the percentages of a sentence that its own figures refute.
func (s *statement) wrongPercentages() []Finding {
	var found []Finding
	for i := range s.tokens {
		k := &s.tokens[i]
		if k.kind != numberToken || k.num.Unit != "%" || k.num.Rough || i > 0 && s.tokens[i-1].has(roughlyWord|eachWord) || i+1 < len(s.tokens) && s.tokens[i+1].has(roughlyWord) {
			continue
		}
		pairs := s.sharesAt(i)
		due := ""
		for _, p := range pairs {
			share := p.part.Shift(2).DivRound(p.whole, int32(k.num.Decimals))
			if share.Equal(k.num.Value) {
				due = ""
				break
			}
			if due == "" {
				due = share.StringFixed(int32(k.num.Decimals))
			}
		}
		if due == "" {
			continue
		}
		written := s.text[k.start:k.end]
		p := pairs[0]
		f := s.section.finding(s.paragraph, s.excerpt(k.start, k.end),
			"文字写“"+written+"”，按"+p.part.String()+"除以"+p.whole.String()+"算是"+due+"%，请核对。")
		f.Expected, f.Actual = due+"%", written
		found = append(found, f)
	}
	return found
}

// share is a part and the whole that a percentage may be of.
type share struct{ part, whole decimal.Decimal }

// sharesAt lists the figures that the percentage at i may be of, the likeliest first; none if the sentence does not say.
func (s *statement) sharesAt(i int) []share {
	start := i
	for start > 0 && !s.tokens[start-1].isMark() {
		start--
	}
	for j := i - 1; j >= start; j-- {
		k := &s.tokens[j]
		switch {
		case k.has(ratioWord) && strings.HasSuffix(k.word.text, "率"):
			return s.sharesOfRate(j, strings.TrimSuffix(s.text[s.tokens[start].start:k.end], "率"))
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
func (s *statement) wholeBetween(from, to int) *chinese.Numeral {
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
func (s *statement) sharesOf(j, i int) []share {
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
		return []share{{n.Value, named.Value}}
	}
	return s.sharesOfWholes(part)
}

// leadsToWhole says whether a word between 占 and a percentage leaves it one of the whole that the sentence speaks of: 占总数的.
func leadsToWhole(k *token) bool {
	if k.kind != wordToken {
		return false
	}
	w := k.word
	return w.role&^(linkWord|sumMarkWord|relativeWord|allWord|applicationWord|applyingWord) == 0 && w.topic != onOther && (w.subject == nil || w.subject.class == flow) ||
		w.topic == onInformation || w.text == "公开" || w.text == "发布"
}

// sharesOfWholes pairs the number at part with those before it that it may be a part of, the first named first.
func (s *statement) sharesOfWholes(part int) []share {
	n := s.tokens[part].num
	var list []share
	for k := 0; k < part; k++ {
		if w := &s.tokens[k]; isCount(w) && w.num.Unit == n.Unit && w.num.Value.GreaterThanOrEqual(n.Value) && !s.hasShare(k) {
			list = append(list, share{n.Value, w.num.Value})
		}
	}
	return list
}

// hasShare says whether a number has a share of its own behind it, and so is a part itself: 28件，占23.1%.
func (s *statement) hasShare(k int) bool {
	for k++; k < len(s.tokens) && s.tokens[k].isMark(); k++ {
	}
	return k < len(s.tokens) && s.tokens[k].has(ratioWord)
}

// sharesOfRate lists the shares that a rate such as 回收率 at j may speak of: the counts before it in whose clause its word
// stands, against those before them. Rates of what was due in time are no shares of all.
func (s *statement) sharesOfRate(j int, stem string) []share {
	runes := []rune(stem)
	if len(runes) < 2 || strings.Contains(stem, "按") || strings.Contains(stem, "及时") {
		return nil
	}
	verb := string(runes[len(runes)-2:])
	var list, sums []share
	var together decimal.Decimal
	for k := 0; k < j; k++ {
		if !isCount(&s.tokens[k]) || !s.clauseHas(k, verb) {
			continue
		}
		pairs := s.sharesOfWholes(k)
		together = together.Add(s.tokens[k].num.Value)
		for a, p := range pairs {
			sums = append(sums, share{together, p.whole})
			for _, q := range pairs[a+1:] {
				sums = append(sums, share{p.part, p.whole.Add(q.whole)}) // 新收加上年结转
			}
		}
		list = append(list, pairs...)
	}
	return append(list, sums...)
}

// clauseHas says whether the words between the mark or number before the token at k and that token have all of some characters.
func (s *statement) clauseHas(k int, characters string) bool {
	from := k
	for from > 0 && !s.tokens[from-1].isMark() && s.tokens[from-1].kind != numberToken {
		from--
	}
	text := s.text[s.tokens[from].start:s.tokens[k].start]
	for _, r := range characters {
		if !strings.ContainsRune(text, r) && !(r == '回' && strings.ContainsRune(text, '收')) {
			return false
		}
	}
	return true
}
