package check

import (
	"strings"

	"nianbao/internal/reading"
)

// Sentence is a sentence of the texts, and what was read of it.
type Sentence struct {
	Section   string // the section's heading, or 前言
	Paragraph int    // counted from 1
	Words     string
	Said      []Said
}

// Said is one thing that a sentence says: a number, or that there is none, or what holds for all.
type Said struct {
	Words string // the number, or the clause
	Name  string // what it counts; "" if that was not found out
	Held  string // what it was held against and what came of it, or why it was not, in a clause
}

// ReadText tells what was read of the texts, so that whoever judges a report can see what was compared with the tables, and why something
// was not.
func ReadText(in *Input) []Sentence {
	t := tally{in: in}
	var all []Sentence
	for _, s := range in.read().Statements {
		section, _ := in.section(s.Section)
		sentence := Sentence{Section: section.heading, Paragraph: s.Paragraph + 1, Words: section.asTyped(s.Paragraph, strings.TrimSpace(s.Words(s.Span)))}
		for _, q := range s.Quantities {
			sentence.Said = append(sentence.Said, t.said(q)...)
		}
		if len(sentence.Said) > 0 {
			all = append(all, sentence)
		}
	}
	return all
}

// said tells what was made of a quantity, by each of its measures.
func (t *tally) said(q *reading.Quantity) (list []Said) {
	words := strings.TrimSpace(q.Statement.Words(q.Span))
	for _, c := range q.Claims() {
		one := Said{Words: words, Name: c.Name}
		switch options, ok := t.options(&c); {
		case c.Hollow:
			one.Held = "没有申请，谈不上"
		case len(c.Sums) == 0:
			one.Held = "表中没有这个数，只与文字里别处的比"
		case !ok || len(options) == 0:
			one.Held = "没有比，表中的数空着或读不了"
		default:
			one.Held = "与表相符"
			if f, differs := t.compare(&c); differs {
				one.Held = "与表不符，表中是" + f.Expected
			}
		}
		if c.Form == reading.All && !c.Least && !c.Hollow { // all are upheld, and of anything else there is none
			one.Name, one.Held = "", "就是说"+c.Name+"为0，"+one.Held
		}
		list = append(list, one)
	}
	switch whole := q.Whole(); {
	case len(list) > 0 || q.Form == reading.Rate || q.Unit == "" && q.Form == reading.Number:
	case whole != nil:
		list = append(list, Said{Words: words, Held: "算作“" + whole.Statement.Words(whole.Span) + "”的一部分"})
	default:
		list = append(list, Said{Words: words, Held: "没有比，" + q.Silence})
	}
	return list
}
