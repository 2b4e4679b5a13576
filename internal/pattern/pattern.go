// Package pattern holds regular expressions and lists of words that cost nothing until a text is held against them.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression in the syntax of package regexp, whose methods it has. It is compiled when it is first needed.
type Pattern struct {
	expression string
	built      func() string // gives the expression; nil where it is known
	signs      Words
	also       Words // of which one stands in whatever matches as well
	once       sync.Once
	compiled   *regexp.Regexp
}

// New is the pattern of an expression. Signs are texts of which at least one stands in whatever matches: where none does, nothing is
// compiled and nothing searched for. A test of the whole program holds signs against expressions.
func New(expression string, signs ...string) *Pattern {
	return &Pattern{expression: expression, signs: Words{words: signs}}
}

// NewWith is New with more signs, parted by blanks: of these one stands in whatever matches as well.
func NewWith(also, expression string, signs ...string) *Pattern {
	return &Pattern{expression: expression, also: Words{listed: also}, signs: Words{words: signs}}
}

// Built is the pattern of an expression that is built when it is first needed, of words from a file. Its package tests its signs.
func Built(expression func() string, signs ...string) *Pattern {
	return &Pattern{built: expression, signs: Words{words: signs}}
}

// Compiled is the expression, for who has bytes and no text.
func (p *Pattern) Compiled() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.String()) })
	return p.compiled
}

func (p *Pattern) mayMatch(text string) bool {
	if len(p.signs.words) > 0 && !p.signs.In(text) {
		return false
	}
	return p.also.listed == "" || p.also.In(text)
}

// String is the expression as it was written.
func (p *Pattern) String() string {
	if p.built != nil {
		return p.built()
	}
	return p.expression
}

// MatchString tells whether a text holds a match.
func (p *Pattern) MatchString(text string) bool {
	return p.mayMatch(text) && p.Compiled().MatchString(text)
}

// FindString is the first match, "" for none.
func (p *Pattern) FindString(text string) string {
	if !p.mayMatch(text) {
		return ""
	}
	return p.Compiled().FindString(text)
}

// FindStringIndex is where the first match begins and ends, nil for none.
func (p *Pattern) FindStringIndex(text string) []int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Compiled().FindStringIndex(text)
}

// FindStringSubmatch is the first match and its groups, nil for none.
func (p *Pattern) FindStringSubmatch(text string) []string {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Compiled().FindStringSubmatch(text)
}

// FindStringSubmatchIndex is where the first match and its groups begin and end, nil for none.
func (p *Pattern) FindStringSubmatchIndex(text string) []int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Compiled().FindStringSubmatchIndex(text)
}

// FindAllString lists the matches, at most n of them if that is not negative.
func (p *Pattern) FindAllString(text string, n int) []string {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Compiled().FindAllString(text, n)
}

// FindAllStringIndex is FindStringIndex of each match, of at most n if that is not negative.
func (p *Pattern) FindAllStringIndex(text string, n int) [][]int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Compiled().FindAllStringIndex(text, n)
}

// FindAllStringSubmatch is FindStringSubmatch of each match, of at most n if that is not negative.
func (p *Pattern) FindAllStringSubmatch(text string, n int) [][]string {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Compiled().FindAllStringSubmatch(text, n)
}

// FindAllStringSubmatchIndex is FindStringSubmatchIndex of each match, of at most n if that is not negative.
func (p *Pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Compiled().FindAllStringSubmatchIndex(text, n)
}

// ReplaceAllString is a text with its matches replaced; in what replaces them, $1 is the first group.
func (p *Pattern) ReplaceAllString(text, by string) string {
	if !p.mayMatch(text) {
		return text
	}
	return p.Compiled().ReplaceAllString(text, by)
}

// ReplaceAllStringFunc is a text with each match replaced by what is made of it.
func (p *Pattern) ReplaceAllStringFunc(text string, by func(string) string) string {
	if !p.mayMatch(text) {
		return text
	}
	return p.Compiled().ReplaceAllStringFunc(text, by)
}
