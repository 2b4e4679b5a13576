package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/cellref"
)

// token is a piece of a formula.
type term struct {
	kind termKind
	text string // of a name in upper case
	ref  reach  // of a reference
}

type termKind int

const (
	signTerm termKind = iota
	numberTerm
	wordsTerm // text in quotation marks
	referenceTerm
	functionTerm // with the bracket that opens its arguments
	otherTerm    // what is not understood: names, other workbooks, whole columns
)

// reach is cells of a sheet that a formula refers to.
type reach struct {
	part string
	area cellref.Area
}

// offset is how far a cell is from the one whose formula it shares.
type offset struct{ cols, rows int }

// terms cuts a formula on a sheet into its pieces. It never fails: what it does not understand is an otherTerm.
func (b *book) terms(part, formula string, by offset) (out []term) {
	if len(formula) > maxFormula {
		return []term{{kind: otherTerm}}
	}
	sheet := part
	for rest := formula; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		next := term{text: rest[:size]}
		switch {
		case unicode.IsSpace(r):
			rest = rest[size:]
			continue
		case r == '"':
			next.kind = wordsTerm
			next.text, rest = quotedText(rest, '"')
		case r == '\'':
			next.text, rest = quotedText(rest, '\'')
			sheet, rest = b.sheetBefore(next.text, rest)
			if sheet != "" {
				continue
			}
			next.kind = otherTerm
		case strings.ContainsRune("0123456789.", r):
			end := endOf(rest, func(r rune) bool { return strings.ContainsRune("0123456789.", r) })
			next.kind, next.text, rest = numberTerm, rest[:end], rest[end:]
			if s, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(s) || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "!") {
				next.kind = otherTerm
			}
		case isNameRune(r):
			end := endOf(rest, isNameRune)
			next.text, rest = rest[:end], rest[end:]
			switch {
			case strings.HasPrefix(rest, "!"):
				if sheet, rest = b.sheetBefore(next.text, rest); sheet != "" {
					continue
				}
				next.kind = otherTerm
			case strings.HasPrefix(rest, "("):
				next.kind, next.text, rest = functionTerm, strings.ToUpper(next.text), rest[1:]
			default:
				next, rest = referenceIn(next.text, rest, sheet, by)
			}
		case strings.ContainsRune("+-*/^&=<>(),%", r):
			rest = rest[size:]
			if two := next.text + firstByte(rest); two == "<=" || two == ">=" || two == "<>" {
				next.text, rest = two, rest[1:]
			}
		default:
			next.kind, rest = otherTerm, rest[size:]
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

// sheetBefore is the part of a sheet that is named in front of an exclamation mark, "" for none.
func (b *book) sheetBefore(name, rest string) (part, after string) {
	after, ok := strings.CutPrefix(rest, "!")
	if s := b.sheetNamed(name); ok && s != nil {
		return s.part, after
	}
	return "", after
}

// referenceIn reads a word as a reference to a cell, or together with what follows to an area; what is none is not understood, but for
// the two truths.
func referenceIn(word, rest, part string, by offset) (term, string) {
	if upper := strings.ToUpper(word); upper == "TRUE" || upper == "FALSE" {
		return term{kind: signTerm, text: upper}, rest
	}
	from, ok := shifted(word, by)
	if !ok {
		return term{kind: otherTerm}, rest
	}
	ref := reach{part, cellref.Between(from, from)}
	if after, isRange := strings.CutPrefix(rest, ":"); isRange {
		end := endOf(after, isNameRune)
		to, ok := shifted(after[:end], by)
		if rest = after[end:]; !ok {
			return term{kind: otherTerm}, rest
		}
		ref.area = cellref.Between(cellref.At(min(from.Col, to.Col), min(from.Row, to.Row)), cellref.At(max(from.Col, to.Col), max(from.Row, to.Row)))
	}
	return term{kind: referenceTerm, ref: ref}, rest
}

// shifted is a reference as it stands in a cell that shares the formula.
func shifted(ref string, by offset) (cellref.Position, bool) {
	p, ok := cellref.Parse(ref)
	if !strings.HasPrefix(ref, "$") {
		p.Col += by.cols
	}
	if strings.LastIndexByte(ref, '$') <= 0 {
		p.Row += by.rows
	}
	return p, ok && 1 <= p.Col && p.Col <= cellref.MaxCol && 1 <= p.Row && p.Row <= cellref.MaxRow
}
