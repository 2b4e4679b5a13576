// Package numfmt knows how spreadsheets keep numbers and days, and what the number format of a cell shows of them.
package numfmt

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Code is a number format taken apart: what a cell makes of the number or text in it (ECMA-376 part 1, 18.8.30 and 18.8.31).
type Code struct {
	sections []section // for numbers: positive, negative, zero; at least one
	text     *section  // for text; nil where text is shown as it is
}

// section is what a format makes of some of the numbers.
type section struct {
	tokens    []token
	condition *condition
	kind      sectionKind
	percents  int  // how often the number is multiplied by a hundred
	thousands int  // how often it is divided by a thousand
	grouped   bool // digits are parted at every third
	foreign   bool // it shows what is not worked out here: other numerals, names of months, times in words
}

type sectionKind int

const (
	generalSection sectionKind = iota // the number with its digits
	digitSection
	dateSection
	textSection // shows no number, only words
)

// token is a piece of a section: a word that is shown, or something that stands for a part of what the cell holds.
type token struct {
	kind tokenKind
	text string // a literal's words; the letters of a date's part
}

type tokenKind int

const (
	literalToken  tokenKind = iota
	digitToken              // 0, # or ?
	pointToken              // the decimal point
	slashToken              // of a fraction
	exponentToken           // E+ or E-
	generalToken
	textToken  // @
	dateToken  // letters of one kind
	commaToken // before it is known what it means, which is decided at the end of the section
)

type condition struct {
	operator string
	than     decimal.Decimal
}

func (c *condition) holds(d decimal.Decimal) bool {
	order := d.Cmp(c.than)
	switch c.operator {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "=":
		return order == 0
	}
	return order != 0 // <>
}

// maxCode is how many bytes of a code are read; spreadsheets allow a few hundred characters.
const maxCode = 2000

// Parse takes a format code apart. Every code means something; one that is too long shows nothing that is known.
func Parse(code string) *Code {
	if len(code) > maxCode {
		return &Code{sections: []section{{foreign: true, kind: textSection}}}
	}
	var sections []section
	for rest, more := code, true; more; {
		var s section
		s, rest, more = parseSection(rest)
		sections = append(sections, s)
	}
	f := &Code{sections: sections}
	if last := len(sections) - 1; last == 3 || sections[last].has(textToken) {
		f.text, f.sections = &sections[last], sections[:min(last, 3)]
	} else if last > 3 {
		f.text, f.sections = &sections[3], sections[:3]
	}
	if len(f.sections) == 0 {
		f.sections = []section{{tokens: []token{{kind: generalToken}}}}
	}
	return f
}

// parseSection takes the first section of a code apart; more tells whether a semicolon follows it.
func parseSection(code string) (s section, rest string, more bool) {
	p := &sectionParser{}
	for code != "" {
		if code[0] == ';' {
			return p.end(), code[1:], true
		}
		code = code[p.take(code):]
	}
	return p.end(), "", false
}

type sectionParser struct{ section }

func (p *sectionParser) add(kind tokenKind, text string) {
	p.tokens = append(p.tokens, token{kind, text})
}

// take takes what a code begins with, and tells how many bytes that is.
func (p *sectionParser) take(code string) int {
	r, size := utf8.DecodeRuneInString(code)
	switch r {
	case '"':
		text, _, closed := strings.Cut(code[1:], `"`)
		p.add(literalToken, text)
		if !closed {
			return len(code)
		}
		return len(text) + 2
	case '\\', '!', '_', '*': // the next character as it is; ! is how Chinese and Japanese programs write it
		_, next := utf8.DecodeRuneInString(code[size:])
		switch r {
		case '_': // a space as wide as that character
			p.add(literalToken, " ")
		case '\\', '!':
			p.add(literalToken, code[size:size+next])
		}
		return size + next
	case '[':
		inside, _, closed := strings.Cut(code[1:], "]")
		if !closed {
			p.foreign = true
			return len(code)
		}
		p.takeBrackets(inside)
		return len(inside) + 2
	case '0', '#', '?':
		p.add(digitToken, code[:1])
	case '.':
		p.add(pointToken, ".")
	case ',':
		p.add(commaToken, ",")
	case '%':
		p.percents++
		p.add(literalToken, "%")
	case '/':
		p.add(slashToken, "/")
	case '@':
		p.add(textToken, "")
	default:
		return p.takeLetters(code, r, size)
	}
	return size
}

// takeBrackets takes a colour, condition, locale, currency, numerals or elapsed time.
func (p *sectionParser) takeBrackets(inside string) {
	lower := strings.ToLower(inside)
	switch {
	case strings.HasPrefix(inside, "$"):
		symbol, locale, _ := strings.Cut(inside[1:], "-")
		switch locale = strings.ToUpper(locale); {
		case symbol != "":
			p.add(literalToken, symbol)
		case locale == "F800", locale == "F400": // the system's own long date, or time
			p.add(dateToken, "x")
		default: // behind the language: numerals and a calendar, of which 0 and 1 are the usual ones
			bits, _ := strconv.ParseUint(locale, 16, 32)
			p.foreign = p.foreign || bits>>24 > 1 || bits>>16&0xFF > 1
		}
	case strings.HasPrefix(lower, "dbnum"), strings.HasPrefix(lower, "natnum"):
		p.foreign = true
	case lower != "" && (strings.Trim(lower, "h") == "" || strings.Trim(lower, "m") == "" || strings.Trim(lower, "s") == ""):
		p.add(dateToken, "["+lower[:1])
	case strings.HasPrefix(inside, "<"), strings.HasPrefix(inside, ">"), strings.HasPrefix(inside, "="):
		operator := inside[:len(inside)-len(strings.TrimLeft(inside, "<>="))]
		than, ok := ParseNumber(strings.TrimSpace(inside[len(operator):]))
		if !ok || !slices.Contains([]string{"<", "<=", ">", ">=", "=", "<>"}, operator) {
			p.foreign = true
			return
		}
		p.condition = &condition{operator, than}
	}
}

// dateWords are the words of a code that stand for a part of a time, beside letters.
var dateWords = []string{"AM/PM", "A/P", "上午/下午"}

// takeLetters takes a word or the letters of a date, or else a character that is shown as it is.
func (p *sectionParser) takeLetters(code string, r rune, size int) int {
	for _, general := range []string{"General", "G/通用格式"} {
		if len(code) >= len(general) && strings.EqualFold(code[:len(general)], general) {
			p.add(generalToken, "")
			return len(general)
		}
	}
	for _, word := range dateWords {
		if len(code) >= len(word) && strings.EqualFold(code[:len(word)], word) {
			p.add(dateToken, "p")
			return len(word)
		}
	}
	if (r == 'E' || r == 'e') && len(code) > 1 && (code[1] == '+' || code[1] == '-') && p.has(digitToken) {
		p.add(exponentToken, code[1:2])
		return 2
	}
	if strings.ContainsRune("yYmMdDhHsSeEgGbBaA", r) {
		letter := strings.ToLower(string(r))
		n := len(code) - len(strings.TrimLeft(code, letter+strings.ToUpper(letter)))
		p.add(dateToken, strings.Repeat(letter, n))
		return n
	}
	p.add(literalToken, code[:size])
	return size
}

// end decides what the section is.
func (p *sectionParser) end() section {
	switch {
	case p.has(dateToken):
		p.kind = dateSection
	case p.has(digitToken):
		p.kind = digitSection
		p.settleCommas()
	case p.has(generalToken), p.has(textToken): // a number that goes to a text's section is shown with its digits
		p.kind = generalSection
	default:
		p.kind = textSection
	}
	for i, t := range p.tokens {
		if t.kind == commaToken {
			p.tokens[i].kind = literalToken
		}
	}
	return p.section
}

// settleCommas tells commas apart: those behind the last digit of the whole or the fraction divide by a thousand, others between
// digits part them at every third.
func (p *sectionParser) settleCommas() {
	var kept []token
	for i, t := range p.tokens {
		if t.kind != commaToken {
			kept = append(kept, t)
			continue
		}
		before, after := p.nextTo(i, -1), p.nextTo(i, +1)
		switch {
		case before != digitToken:
			kept = append(kept, token{literalToken, ","})
		case after == digitToken:
			p.grouped = true
		default:
			p.thousands++
		}
	}
	p.tokens = kept
}

// nextTo is the kind of the next token in a direction that is no comma.
func (p *sectionParser) nextTo(i, step int) tokenKind {
	for i += step; 0 <= i && i < len(p.tokens); i += step {
		if p.tokens[i].kind != commaToken {
			return p.tokens[i].kind
		}
	}
	return literalToken
}

// section is the section for a number, and whether it shows the number without its sign.
func (f *Code) section(d decimal.Decimal) (s *section, unsigned bool) {
	all := f.sections
	one := func(i int) *section { return &all[min(i, len(all)-1)] }
	if len(all) == 1 && all[0].condition == nil {
		return &all[0], false
	}
	first, second := all[0].condition, (*condition)(nil)
	if len(all) > 1 {
		second = all[1].condition
	}
	switch {
	case first == nil && second == nil:
		switch d.Sign() {
		case -1:
			return one(1), true
		case 0:
			if len(all) == 3 {
				return one(2), false
			}
		}
		return one(0), false
	case first != nil && first.holds(d):
		return one(0), false
	case second != nil && second.holds(d):
		return one(1), false
	case len(all) == 1: // no section fits
		return &section{foreign: true, kind: textSection}, false
	case first != nil && second != nil:
		return one(2), false
	case first == nil && d.IsNegative():
		return one(2), len(all) == 3
	}
	return one(1), first != nil && len(all) == 2 && d.IsNegative()
}

// ShowsNumbers tells a format for numbers from one that hides them.
func (f *Code) ShowsNumbers() bool {
	return f.sections[0].kind == digitSection || f.sections[0].kind == generalSection
}

// ShowsDate tells whether a number is shown as a date or a time.
func (f *Code) ShowsDate(d decimal.Decimal) bool {
	s, _ := f.section(d)
	return s.kind == dateSection
}

// ShowsShare tells whether a number is shown as a percentage.
func (f *Code) ShowsShare(d decimal.Decimal) bool {
	s, _ := f.section(d)
	return s.percents > 0
}
