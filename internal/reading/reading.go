// Package reading reads sentences into quantities and claims, and compares claims with each other. It knows no rule.
//
// It goes in steps. A paragraph is cut into tokens (tokens.go, numbers.go, with the words of words/*.txt) and these into sentences and clauses
// (reader.go, heading.go, clause.go), of which each has its time and its speaker (scene.go). Every number of a clause becomes a quantity with what
// its own words (beside.go) say and what it takes over from those further off (slots.go, thing.go, deeds.go, distribute.go); denials (denials.go)
// and what is said of all (coverage.go) become quantities too. Those that divide another hang below it (tree.go): a list is opened by a word
// (openings.go) or by what it is divided by (views.go), takes what may be a part (parts.go) until it ends (endings.go), and a total takes what
// stands before it (addup.go). Some decisions wait until the paragraph is read (late.go): whether results of applications are told (results.go),
// why they were not granted (grounds.go), and what was carried over in other words (carried.go). Then each quantity is measured: which figures of
// the form it may give (measuring.go, and a file for each kind of thing, with the tables of measures.go). What no table counts is held against
// itself (retold.go, recalled.go). Whatever stays in doubt is not compared with anything, and says why.
//
// Whether what a text says is right is not asked here.
package reading

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Text is a passage of a report, placeholders filled in.
type Text struct {
	Section    form.Key // the passage's
	Paragraphs []model.Paragraph
}

// Span is a stretch of a paragraph, in bytes.
type Span struct{ Start, End int }

// Reading is what a report's texts say, in the order in which they say it.
type Reading struct {
	Statements  []*Statement
	Claims      []Claim
	Lists       []List
	Percentages []Percentage
	Differences []Difference
	Averages    []Average
	Together    []Together
	Rankings    []Ranking
}

// Read reads texts as the report of a unit. In doubt it makes no claim.
func Read(texts []Text, of Unit) *Reading {
	read := &Reading{}
	for _, t := range texts {
		r := reader{unit: of}
		read.Statements = append(read.Statements, r.paragraphs(t)...)
	}
	paragraphs := read.paragraphs()
	for _, p := range paragraphs {
		settle(p, of)
	}
	carries := slices.ContainsFunc(paragraphs, func(p []*Quantity) bool { return slices.ContainsFunc(p, (*Quantity).isCarriedOver) })
	for _, p := range paragraphs {
		measureAll(p, of, carries)
	}
	read.nameAgain()
	read.Claims = read.claims()
	read.Lists = read.lists()
	read.Percentages = read.percentages(of.year)
	read.Differences = read.differences(of.year)
	read.Averages = read.averages()
	read.Together = read.together()
	read.Rankings = read.rankings(of.year)
	return read
}

// paragraphs lists the quantities of each paragraph that has any.
func (r *Reading) paragraphs() (all [][]*Quantity) {
	var last *Statement
	for _, s := range r.Statements {
		if len(s.Quantities) == 0 {
			continue
		}
		if last == nil || last.Section != s.Section || last.Paragraph != s.Paragraph {
			all = append(all, nil)
		}
		last = s
		all[len(all)-1] = append(all[len(all)-1], s.Quantities...)
	}
	return all
}
