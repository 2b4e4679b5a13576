package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// Statement is one sentence of a text.
type Statement struct {
	Section   form.Key // of its passage
	Paragraph int      // counted from 0
	Text      string   // of the paragraph
	Span               // of the sentence in it

	Quantities []*Quantity // what it counts, in order

	tokens    []token
	topic     string // what the heading above it is about; "" for none
	onResults bool   // it tells what came of applications
}

// mostTokens is how many tokens a sentence may have; what is longer is cut. Words are held against others of their sentence, so
// that the work grows with its square. The longest sentence in some thousands of reports has 139.
const mostTokens = 200

// asks says whether the statement is a question, which says nothing.
func (s *Statement) asks() bool {
	return strings.HasPrefix(s.Text[s.End:], "？") || strings.HasPrefix(s.Text[s.End:], "?")
}

// Words is a stretch of the statement's paragraph.
func (s *Statement) Words(of Span) string { return s.Text[of.Start:of.End] }

// Excerpt is a stretch of the statement's paragraph, from the beginning of the clause that it starts in, or the end of it where
// that is far off.
func (s *Statement) Excerpt(of Span) string {
	from := s.Start
	for i := range s.tokens {
		if k := &s.tokens[i]; k.End <= of.Start && (k.endsClause() || k.kind == colonMark) {
			from = k.End
		}
	}
	if from > of.Start {
		from = of.Start // the stretch begins in an earlier sentence
	}
	if far := of.End - chinese.Farthest; far > from {
		from = chinese.RuneStart(s.Text, far)
	}
	return s.Text[from:of.End]
}

// Names says whether the statement has a word for a thing.
func (s *Statement) Names(thing string) bool {
	for i := range s.tokens {
		if s.tokens[i].means(thingWord, thing) {
			return true
		}
	}
	return false
}

// TellsOf says whether the statement names a thing, or counts it below a heading that names it.
func (s *Statement) TellsOf(thing string) bool {
	return s.Names(thing) || slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return q.is(thing) })
}

// isOnHandlingFee says whether charges are those for processing requests: the statement says so, or stands where they are reported.
func (s *Statement) isOnHandlingFee() bool {
	return s.Section == "narrative.other" || slices.ContainsFunc(s.tokens, func(k token) bool {
		return k.means(thingWord, "handling_fee") && strings.HasSuffix(k.word.text, "处理费")
	})
}

// TellsAmount says whether the statement gives an amount of money, or says that there is none.
func (s *Statement) TellsAmount() bool {
	for i := range s.tokens {
		if k := &s.tokens[i]; k.in(negationWord) || k.kind == numberToken && (strings.HasSuffix(k.num.Unit, "元") || k.num.Value.IsZero()) {
			return true
		}
	}
	return false
}

// Equates says whether the statement takes one thing for the same as another, as 行政事业性收费（信息处理费） does, or for a kind of
// it: 信息处理费等行政事业性收费.
func (s *Statement) Equates(one, another string) bool {
	for i := 0; i+2 < len(s.tokens); i++ {
		a, between, b := &s.tokens[i], &s.tokens[i+1], &s.tokens[i+2]
		kind := a.means(thingWord, one) && b.means(thingWord, another)
		same := kind || a.means(thingWord, another) && b.means(thingWord, one)
		if same && (between.kind == openMark || between.is("即")) || kind && between.in(etceteraWord) {
			return true
		}
	}
	return false
}

// isOnDisclosure says whether the statement says that it is about the disclosure of information.
func (s *Statement) isOnDisclosure() bool {
	return hasClass(s.tokens, contextWord) || s.Names("application") || s.Names("application?") || slices.ContainsFunc(s.tokens, func(k token) bool {
		return k.in(thingWord) && strings.Contains(k.word.text, "信息公开") // 政府信息公开行政复议
	})
}

// saysIn says whether a stretch of the statement has a word of a class.
func (s *Statement) saysIn(span Span, c class) bool {
	return slices.ContainsFunc(s.tokens, func(k token) bool { return k.in(c) && k.Start >= span.Start && k.End <= span.End })
}

// picksOutDisclosure says whether disputes about disclosure are picked out of those that a quantity counts: 复议236件，其中因政府信息公开引发13件.
func (s *Statement) picksOutDisclosure(of *Quantity) bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool {
		return q.Start > of.Start && (isDispute(q.thing) || q.whole == of) && (q.whole != nil || s.saysIn(q.Clause, partWord)) && s.saysIn(q.Clause, contextWord)
	})
}

// countsSetAside says whether the statement counts applications withdrawn or refused, which may be told apart from those answered.
func (s *Statement) countsSetAside() bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return q.did("withdraw", "refuse") && q.isPositive() })
}

// tellsOfCarriedBefore says whether what was carried in and what came of it is told before, and then what was received: 上年结转2件，已全部办结；
// 新收14件，办结13件.
func (s *Statement) tellsOfCarriedBefore(q *Quantity) bool {
	var carried *Quantity
	for _, z := range s.Quantities {
		switch {
		case z.Start >= q.Start:
			return false
		case z.did("carried_in") && z.isPositive():
			carried = z
		case z.did("receive") && carried != nil:
			return chinese.ContainsAny(s.Text[carried.End:max(carried.End, z.Start)], []string{"办结", "答复"})
		}
	}
	return false
}

// goesByColumns says whether the statement tells of the applications of one kind of applicants after the other, and does not divide all of
// them by that before it comes to a quantity: 新收20件，自然人18件，企业2件；上年没有结转.
func (s *Statement) goesByColumns(to *Quantity) bool {
	var columns []string
	var all, sum decimal.Decimal
	for _, q := range s.Quantities {
		switch {
		case q.Form != Number || !q.did("receive") || q.whole != nil:
		case len(q.applicants) == 1:
			columns = append(columns, q.applicants[0])
			sum = sum.Add(q.Value)
		case len(q.applicants) == 0 && q.Start < to.Start:
			all = q.Value
		}
	}
	return len(unique(columns)) > 1 && !(all.IsPositive() && sum.Equal(all))
}

// isLedgerOfDocuments says whether the statement counts documents repealed and in force.
func (s *Statement) isLedgerOfDocuments() bool {
	counts := func(deed string) bool {
		return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return documents[q.thing] != "" && q.did(deed) })
	}
	return counts("repeal") && counts("in_force")
}

// tellsOfCleaning says whether the statement tells how many documents were cleaned up, and of more than one kind of them that they stay in force:
// 清理66件，继续有效53件、修改后继续有效8件.
func (s *Statement) tellsOfCleaning() bool {
	cleaned, stay := false, 0
	for _, q := range s.Quantities {
		cleaned = cleaned || q.did("amend") && q.isPositive()
		if q.did("in_force") {
			stay++
		}
	}
	return cleaned && stay > 1
}

// isBusinessOfDisputes says whether the statement tells of disputes that an organ dealt with.
func (s *Statement) isBusinessOfDisputes() bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool { return isDispute(q.thing) && q.did("receive", "handle", "answer") })
}

// countsInformation says whether the statement counts published items. Parts of something else are none: 行政许可2318件（采矿类414件）.
func (s *Statement) countsInformation() bool {
	return slices.ContainsFunc(s.Quantities, func(q *Quantity) bool {
		return q.is("information") && q.isPositive() && decisions()[q.root().thing].Name == ""
	})
}

// markShared marks the numbers whose share is told.
func (s *Statement) markShared() {
	for _, q := range s.Quantities {
		if q.Form == Rate && q.isShare && q.of != nil {
			q.of.shared = true
		}
	}
}
