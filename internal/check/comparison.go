package check

import (
	"cmp"
	"strings"

	"nianbao/internal/chinese"
)

// Comparison says in what words a finding's Actual and Expected are told, where they are not what was filled in and what should stand in its place.
type Comparison struct {
	Is     string // before Actual
	Due    string // before Expected
	Source string // where Expected is from
	Quoted string // stands for Actual: the words of a number that was not written as one, or what is wrong in a field
}

// comparedTo are those of what stands elsewhere.
func comparedTo(source string) Comparison { return Comparison{Due: source + "是", Source: source} }

// missed are those of what a text does not say.
func missed(how string) Comparison { return Comparison{Due: how, Source: how} }

// limits begin what is expected where several values are.
var limits = []string{"不大于", "不小于", "不超过"}

// Found is what is there as it is shown beside the message, and the words before it; nothing where the message quotes it and there is nothing in its place.
func (f Finding) Found() (words, value string) {
	value = f.found()
	if value == "" || f.Text != nil && f.Expected == "" && strings.Contains(f.Message, value) {
		return "", ""
	}
	words = "填的是"
	if f.Text != nil {
		words = "写的是"
	}
	return cmp.Or(f.Compared.Is, words), value
}

// Due is what is expected as it is shown beside the message, and the words before it. Nobody but a fatal finding is sure which of the two is wrong.
func (f Finding) Due() (words, value string) {
	switch {
	case f.Expected == "":
		return "", ""
	case f.Compared.Due != "":
		words = f.Compared.Due
	case chinese.StartsWithAny(f.Expected, limits):
		words = "应当"
	case f.Level == Fatal:
		words = "应当是"
	default:
		words = "可能是"
	}
	return words, f.Expected
}

// InColumns is what is expected and what is there as tables have it, under 应为 and 实为.
func (f Finding) InColumns() (due, found string) {
	if due = f.Expected; due != "" && f.Compared.Source != "" {
		due += "（" + f.Compared.Source + "）"
	}
	return due, f.found()
}

// found is what is there as people are told it: of a quotation what in it is wrong.
func (f Finding) found() string {
	if f.Text != nil && f.Text.Wrong != "" && f.Actual == f.Text.Words {
		return shortened(f.Text.Wrong, mostTold)
	}
	return cmp.Or(f.Compared.Quoted, f.Actual)
}
