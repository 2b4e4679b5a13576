package workbook

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// worth is what a formula, or a part of one, comes to.
type worth struct {
	kind   worthKind
	number decimal.Decimal
	text   string // of a truth, 1 or 0
}

type worthKind int

const (
	unknown worthKind = iota // nothing that is computed here
	blankWorth
	numberWorth
	wordsWorth
	truthWorth
	reachWorth // cells, on which it depends what they come to
)

// evaluation computes one formula: sums, differences, what a template's total is made of. All else comes to the unknown result.
type evaluation struct {
	terms  []term
	cell   func(reach) worth                              // of one cell
	each   func(r reach, visit func(of worth)) (all bool) // of the cells with something in them; false if they are too many
	depth  int
	argued reach // the area of an argument that is one
}

// evaluate computes a formula.
func (v *evaluation) evaluate() worth {
	r := v.value(v.comparison())
	if len(v.terms) > 0 {
		return worth{}
	}
	if r.kind == blankWorth {
		return numberResult(decimal.Zero)
	}
	return r
}

func numberResult(d decimal.Decimal) worth {
	const most = 60 // digits, far more than any sum has
	if d.NumDigits() > most || d.Exponent() < -maxExponent || d.Exponent() > maxExponent {
		return worth{}
	}
	return worth{kind: numberWorth, number: d}
}

func truth(holds bool) worth {
	if holds {
		return worth{kind: truthWorth, text: "1"}
	}
	return worth{kind: truthWorth, text: "0"}
}

// sign takes the next token if it is one of some signs.
func (v *evaluation) sign(signs ...string) (string, bool) {
	if len(v.terms) == 0 || v.terms[0].kind != signTerm || !slices.Contains(signs, v.terms[0].text) {
		return "", false
	}
	sign := v.terms[0].text
	v.terms = v.terms[1:]
	return sign, true
}

func (v *evaluation) comparison() worth {
	left := v.sum()
	sign, ok := v.sign("=", "<>", "<", ">", "<=", ">=")
	if !ok {
		return left
	}
	a, b := v.value(left), v.value(v.sum())
	if order, ok := compared(a, b); ok {
		return truth(map[string]bool{"=": order == 0, "<>": order != 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0}[sign])
	}
	return worth{}
}

// compared compares numbers, and texts without regard to case; a blank cell is 0 or no text.
func compared(a, b worth) (order int, ok bool) {
	x, xOK := amount(a)
	y, yOK := amount(b)
	if xOK && yOK {
		return x.Cmp(y), true
	}
	isText := func(r worth) bool { return r.kind == wordsWorth || r.kind == blankWorth }
	return strings.Compare(strings.ToLower(a.text), strings.ToLower(b.text)), isText(a) && isText(b)
}

func amount(r worth) (decimal.Decimal, bool) {
	return r.number, r.kind == numberWorth || r.kind == blankWorth
}

func (v *evaluation) sum() worth {
	left := v.product()
	for {
		sign, ok := v.sign("+", "-")
		if !ok {
			return left
		}
		a, aOK := amount(v.value(left))
		b, bOK := amount(v.value(v.product()))
		switch {
		case !aOK || !bOK:
			left = worth{}
		case sign == "+":
			left = numberResult(a.Add(b))
		default:
			left = numberResult(a.Sub(b))
		}
	}
}

func (v *evaluation) product() worth {
	left := v.factor()
	for {
		if _, ok := v.sign("*"); !ok {
			return left
		}
		a, aOK := amount(v.value(left))
		b, bOK := amount(v.value(v.factor()))
		if left = (worth{}); aOK && bOK {
			left = numberResult(a.Mul(b))
		}
	}
}

// deepest is how many brackets may stand in brackets.
const deepest = 50

func (v *evaluation) factor() worth {
	if sign, ok := v.sign("-", "+"); ok {
		v.depth++
		defer func() { v.depth-- }()
		if v.depth > deepest {
			return worth{}
		}
		d, ok := amount(v.value(v.factor()))
		switch {
		case !ok:
			return worth{}
		case sign == "-":
			d = d.Neg()
		}
		return numberResult(d)
	}
	if len(v.terms) == 0 {
		return worth{}
	}
	t := v.terms[0]
	v.terms = v.terms[1:]
	switch {
	case t.kind == numberTerm:
		if d, ok := parseNumber(t.text); ok {
			return numberResult(d)
		}
	case t.kind == wordsTerm:
		return worth{kind: wordsWorth, text: t.text}
	case t.kind == referenceTerm:
		v.argued = t.ref
		return worth{kind: reachWorth}
	case t.kind == functionTerm:
		return v.call(t.text)
	case t.kind == signTerm && t.text == "(":
		if list := v.arguments(); len(list) == 1 {
			return v.value(list[0].worth)
		}
	}
	return worth{}
}

// value is what a reference comes to where a single value is wanted.
func (v *evaluation) value(r worth) worth {
	switch {
	case r.kind != reachWorth:
		return r
	case v.argued.area.From != v.argued.area.To:
		return worth{}
	}
	return v.cell(v.argued)
}

// argument is one argument of a function.
type argument struct {
	worth
	of reach
}

// arguments reads arguments up to the bracket that closes them; without it there are none.
func (v *evaluation) arguments() (list []argument) {
	v.depth++
	defer func() { v.depth-- }()
	for v.depth <= deepest {
		r := v.comparison()
		list = append(list, argument{r, v.argued})
		if _, more := v.sign(","); more {
			continue
		}
		if _, closed := v.sign(")"); closed {
			return list
		}
		break
	}
	v.terms = nil
	return nil
}

// call computes a function.
func (v *evaluation) call(name string) worth {
	list := v.arguments()
	switch {
	case name == "SUM" && list != nil:
		sum, _, ok := v.total(list)
		if ok {
			return numberResult(sum)
		}
	case name == "COUNT" && list != nil:
		_, n, ok := v.total(list)
		if ok {
			return numberResult(decimal.NewFromInt(int64(n)))
		}
	case name == "IF" && len(list) == 3 && list[0].kind == truthWorth:
		chosen := list[2]
		if list[0].text == "1" {
			chosen = list[1]
		}
		v.argued = chosen.of
		return v.value(chosen.worth)
	}
	return worth{}
}

// total adds up the numbers among arguments as SUM does, and counts them; in cells, only numbers count.
func (v *evaluation) total(list []argument) (sum decimal.Decimal, n int, ok bool) {
	ok = true
	for _, a := range list {
		switch a.kind {
		case reachWorth:
			all := v.each(a.of, func(r worth) {
				ok = ok && r.kind != unknown
				if r.kind == numberWorth {
					sum, n = sum.Add(r.number), n+1
				}
			})
			ok = ok && all
		case numberWorth:
			sum, n = sum.Add(a.number), n+1
		default:
			return sum, n, false
		}
	}
	return sum, n, ok
}
