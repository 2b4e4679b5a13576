// Package formula takes the formulas of spreadsheets apart, and computes those that a template is made of.
package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/cellref"
)

// Term is a piece of a formula.
type Term struct {
	Kind Kind
	Text string // of a name in upper case
	Ref  Reach  // of a reference
}

// Kind says what a term stands for.
type Kind int

// The terms that matter to who does not compute, behind those that only Evaluate tells apart.
const (
	signTerm Kind = iota
	numberTerm
	wordsTerm // text in quotation marks
	Reference
	Function // with the bracket that opens its arguments
	Other    // what is not understood: names, other workbooks, whole columns
)

// Reach is cells of a sheet that a formula refers to.
type Reach struct {
	Part string
	Area cellref.Area
}

// Offset is how far a cell is from the one whose formula it shares.
type Offset struct{ Cols, Rows int }

// MaxLength is how many bytes of a formula are read. No spreadsheet writes a longer one.
const MaxLength = 8192

// Sheets finds the part of a sheet by its name, "" for none.
type Sheets func(name string) (part string)

// Terms cuts a formula that stands on the sheet of a part into its pieces. It never fails: what it does not understand is Other.
func Terms(formula, part string, by Offset, named Sheets) (out []Term) {
	if len(formula) > MaxLength {
		return []Term{{Kind: Other}}
	}
	sheet := part
	for rest := formula; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		next := Term{Text: rest[:size]}
		switch {
		case unicode.IsSpace(r):
			rest = rest[size:]
			continue
		case r == '"':
			next.Kind = wordsTerm
			next.Text, rest = quotedText(rest, '"')
		case r == '\'':
			next.Text, rest = quotedText(rest, '\'')
			sheet, rest = named.before(next.Text, rest)
			if sheet != "" {
				continue
			}
			next.Kind = Other
		case strings.ContainsRune("0123456789.", r):
			end := endOf(rest, func(r rune) bool { return strings.ContainsRune("0123456789.", r) })
			next.Kind, next.Text, rest = numberTerm, rest[:end], rest[end:]
			if s, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(s) || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "!") {
				next.Kind = Other
			}
		case isNameRune(r):
			end := endOf(rest, isNameRune)
			next.Text, rest = rest[:end], rest[end:]
			switch {
			case strings.HasPrefix(rest, "!"):
				if sheet, rest = named.before(next.Text, rest); sheet != "" {
					continue
				}
				next.Kind = Other
			case strings.HasPrefix(rest, "("):
				next.Kind, next.Text, rest = Function, strings.ToUpper(next.Text), rest[1:]
			default:
				next, rest = referenceIn(next.Text, rest, sheet, by)
			}
		case strings.ContainsRune("+-*/^&=<>(),%", r):
			rest = rest[size:]
			if two := next.Text + firstByte(rest); two == "<=" || two == ">=" || two == "<>" {
				next.Text, rest = two, rest[1:]
			}
		default:
			next.Kind, rest = Other, rest[size:]
		}
		sheet = part
		out = append(out, next)
	}
	return out
}

func isNameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.' || r == '$' || r == '\\'
}

func endOf(text string, in func(rune) bool) int {
	if end := strings.IndexFunc(text, func(r rune) bool { return !in(r) }); end >= 0 {
		return end
	}
	return len(text)
}

func firstByte(text string) string { return text[:min(1, len(text))] }

// quotedText cuts a text in quotation marks, of which two stand for one, off a formula.
func quotedText(formula string, mark byte) (text, rest string) {
	var out strings.Builder
	for i := 1; i < len(formula); i++ {
		if formula[i] != mark {
			out.WriteByte(formula[i])
			continue
		}
		if i+1 == len(formula) || formula[i+1] != mark {
			return out.String(), formula[i+1:]
		}
		out.WriteByte(mark)
		i++
	}
	return out.String(), ""
}

// before is the part of a sheet that is named in front of an exclamation mark, "" for none.
func (s Sheets) before(name, rest string) (part, after string) {
	after, ok := strings.CutPrefix(rest, "!")
	if !ok {
		return "", after
	}
	return s(name), after
}

// referenceIn reads a word as a reference to a cell, or together with what follows to an area; what is none is not understood, but for
// the two truths.
func referenceIn(word, rest, part string, by Offset) (Term, string) {
	if upper := strings.ToUpper(word); upper == "TRUE" || upper == "FALSE" {
		return Term{Kind: signTerm, Text: upper}, rest
	}
	from, ok := shifted(word, by)
	if !ok {
		return Term{Kind: Other}, rest
	}
	ref := Reach{part, cellref.Between(from, from)}
	if after, isRange := strings.CutPrefix(rest, ":"); isRange {
		end := endOf(after, isNameRune)
		to, ok := shifted(after[:end], by)
		if rest = after[end:]; !ok {
			return Term{Kind: Other}, rest
		}
		ref.Area = cellref.Between(cellref.At(min(from.Col, to.Col), min(from.Row, to.Row)), cellref.At(max(from.Col, to.Col), max(from.Row, to.Row)))
	}
	return Term{Kind: Reference, Ref: ref}, rest
}

// shifted is a reference as it stands in a cell that shares the formula.
func shifted(ref string, by Offset) (cellref.Position, bool) {
	p, ok := cellref.Parse(ref)
	if !strings.HasPrefix(ref, "$") {
		p.Col += by.Cols
	}
	if strings.LastIndexByte(ref, '$') <= 0 {
		p.Row += by.Rows
	}
	return p, ok && 1 <= p.Col && p.Col <= cellref.MaxCol && 1 <= p.Row && p.Row <= cellref.MaxRow
}
