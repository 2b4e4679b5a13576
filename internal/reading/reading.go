// Package reading reads sentences into claims, and compares claims with each other. It knows no rule.
//
// A text is cut into statements, a statement into tokens. What the tokens say of numbers becomes claims: what is counted, how
// many, of which figures of the form. Numbers of a statement that divide another become a list, percentages say what they may
// be a share of. Whether any of this is right is not asked here.
package reading

import (
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
	Statements  []Statement
	Claims      []Claim
	Lists       []List
	Percentages []Percentage
}

// Read reads texts as the report of a unit. In doubt it makes no claim.
func Read(texts []Text, of Unit) *Reading {
	r := reader{unit: of}
	read := &Reading{Statements: statementsOf(texts, of.names)}
	for i := range read.Statements {
		s := &read.Statements[i]
		r.read(s)
		read.Lists = append(read.Lists, s.lists()...)
		read.Percentages = append(read.Percentages, s.percentages()...)
	}
	read.Claims = r.claims
	return read
}
