package check

import (
	"cmp"
	"slices"

	"nianbao/internal/form"
)

// Beside shows what two reports have in common, paragraph beside paragraph.
type Beside struct {
	Other string // whose the other one is, as a column is headed
	Pairs []Pair // the first of them, in the order of the report that was checked
}

// Pair is a paragraph, and that of the other report which has most of its sentences.
type Pair struct{ Own, Other Passage }

// Passage is a paragraph of a report.
type Passage struct {
	Section   string // its heading
	Paragraph int    // counted from 1
	Parts     []Part // its text
}

// Part is a stretch of a text that stands in the other paragraph as well, or one that does not.
type Part struct {
	Text string
	Same bool
}

// mostPairs is how many pairs are shown.
const mostPairs = 20

// resemblance is what two lists of statements have in common.
type resemblance struct {
	all  int            // how many there are of the report's own
	same [][2]Statement // its own that the other one has too, each with that
}

// compare finds statements in others; what is usual counts on neither side.
func compare(own, others []Statement, counts func(Statement) bool) (r resemblance) {
	told := map[string]Statement{}
	for _, s := range others {
		if _, again := told[s.Folded]; !again {
			told[s.Folded] = s
		}
	}
	for _, s := range own {
		if !counts(s) {
			continue
		}
		r.all++
		if other, ok := told[s.Folded]; ok {
			r.same = append(r.same, [2]Statement{s, other})
		}
	}
	return r
}

// percent is the share of the statements that the other report has too, rounded down.
func (r resemblance) percent() int { return 100 * len(r.same) / max(1, r.all) }

// beside lays what is the same side by side: for each paragraph the one of the other report that has most of it.
func (r resemblance) beside(in, other *Input, whose string) *Beside {
	b := &Beside{Other: whose}
	for from := 0; from < len(r.same) && len(b.Pairs) < mostPairs; {
		own := r.same[from][0]
		to := from
		for to < len(r.same) && r.same[to][0].isBeside(own) {
			to++
		}
		common := r.same[from:to]
		match := mostOf(common)
		var ownTexts, otherTexts []Statement
		for _, pair := range common {
			ownTexts = append(ownTexts, pair[0])
			if pair[1].isBeside(match) {
				otherTexts = append(otherTexts, pair[1])
			}
		}
		b.Pairs = append(b.Pairs, Pair{in.passage(own.Section, own.Paragraph, ownTexts), other.passage(match.Section, match.Paragraph, otherTexts)})
		from = to
	}
	return b
}

func (s Statement) isBeside(t Statement) bool {
	return s.Section == t.Section && s.Paragraph == t.Paragraph
}

// mostOf is a statement of the paragraph in which most of the others' statements stand; of several, the first.
func mostOf(common [][2]Statement) (match Statement) {
	type place struct {
		section   form.Key
		paragraph int
	}
	count := map[place]int{}
	for _, pair := range common {
		count[place{pair[1].Section, pair[1].Paragraph}]++
	}
	most := 0
	for _, pair := range common {
		if n := count[place{pair[1].Section, pair[1].Paragraph}]; n > most {
			most, match = n, pair[1]
		}
	}
	return match
}

// passage is a paragraph with some of its statements marked.
func (in *Input) passage(key form.Key, paragraph int, same []Statement) Passage {
	s, _ := in.section(key)
	text := s.paragraphs[paragraph].Text
	p := Passage{Section: s.heading, Paragraph: paragraph + 1}
	part := func(from, to int, same bool) {
		switch last := len(p.Parts) - 1; {
		case from == to:
		case last >= 0 && p.Parts[last].Same == same:
			p.Parts[last].Text += text[from:to]
		default:
			p.Parts = append(p.Parts, Part{text[from:to], same})
		}
	}
	at := 0
	for _, statement := range slices.SortedStableFunc(slices.Values(same), func(a, b Statement) int { return cmp.Compare(a.start, b.start) }) {
		if statement.start < at {
			continue // told twice
		}
		part(at, statement.start, false)
		at = statement.start + len(statement.Text)
		part(statement.start, at, true)
	}
	part(at, len(text), false)
	return p
}
