package formula

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/numfmt"
)

// Worth is what a formula, or a part of one, comes to.
type Worth struct {
	Kind   WorthKind
	Number decimal.Decimal
	Text   string // of a truth, 1 or 0
}

// WorthKind says what is known of a worth.
type WorthKind int

// What a formula may come to.
const (
	Unknown WorthKind = iota // nothing that is computed here
	Blank
	Number
	Words
	Truth
	reachWorth // cells, on which it depends what they come to
)

// Cells tells what the cells come to that a formula refers to.
type Cells struct {
	One  func(Reach) Worth                              // of one cell
	Each func(r Reach, visit func(of Worth)) (all bool) // of those with something in them; false if they are too many
}

// evaluation computes one formula.
type evaluation struct {
	terms  []Term
	cells  Cells
	depth  int
	argued Reach // the area of an argument that is one
}

// Evaluate computes a formula: sums, differences, what a template's total is made of. All else comes to nothing known.
func Evaluate(list []Term, of Cells) Worth {
	v := &evaluation{terms: list, cells: of}
	r := v.value(v.comparison())
	if len(v.terms) > 0 {
		return Worth{}
	}
	if r.Kind == Blank {
		return OfNumber(decimal.Zero)
	}
	return r
}

// OfNumber is the worth of a number, unknown for one with more digits or a longer exponent than sums have.
func OfNumber(d decimal.Decimal) Worth {
	const most = 60 // digits, far more than any sum has
	if d.NumDigits() > most || d.Exponent() < -numfmt.MaxExponent || d.Exponent() > numfmt.MaxExponent {
		return Worth{}
	}
	return Worth{Kind: Number, Number: d}
}

func truth(holds bool) Worth {
	if holds {
		return Worth{Kind: Truth, Text: "1"}
	}
	return Worth{Kind: Truth, Text: "0"}
}

// sign takes the next token if it is one of some signs.
func (v *evaluation) sign(signs ...string) (string, bool) {
	if len(v.terms) == 0 || v.terms[0].Kind != signTerm || !slices.Contains(signs, v.terms[0].Text) {
		return "", false
	}
	sign := v.terms[0].Text
	v.terms = v.terms[1:]
	return sign, true
}

func (v *evaluation) comparison() Worth {
	left := v.sum()
	sign, ok := v.sign("=", "<>", "<", ">", "<=", ">=")
	if !ok {
		return left
	}
	a, b := v.value(left), v.value(v.sum())
	if order, ok := compared(a, b); ok {
		return truth(map[string]bool{"=": order == 0, "<>": order != 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0}[sign])
	}
	return Worth{}
}

// compared compares numbers, and texts without regard to case; a blank cell is 0 or no text.
func compared(a, b Worth) (order int, ok bool) {
	x, xOK := amount(a)
	y, yOK := amount(b)
	if xOK && yOK {
		return x.Cmp(y), true
	}
	isText := func(r Worth) bool { return r.Kind == Words || r.Kind == Blank }
	return strings.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)), isText(a) && isText(b)
}

func amount(r Worth) (decimal.Decimal, bool) {
	return r.Number, r.Kind == Number || r.Kind == Blank
}

func (v *evaluation) sum() Worth {
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
			left = Worth{}
		case sign == "+":
			left = OfNumber(a.Add(b))
		default:
			left = OfNumber(a.Sub(b))
		}
	}
}

func (v *evaluation) product() Worth {
	left := v.factor()
	for {
		if _, ok := v.sign("*"); !ok {
			return left
		}
		a, aOK := amount(v.value(left))
		b, bOK := amount(v.value(v.factor()))
		if left = (Worth{}); aOK && bOK {
			left = OfNumber(a.Mul(b))
		}
	}
}

// deepest is how many brackets may stand in brackets.
const deepest = 50

func (v *evaluation) factor() Worth {
	if sign, ok := v.sign("-", "+"); ok {
		v.depth++
		defer func() { v.depth-- }()
		if v.depth > deepest {
			return Worth{}
		}
		d, ok := amount(v.value(v.factor()))
		switch {
		case !ok:
			return Worth{}
		case sign == "-":
			d = d.Neg()
		}
		return OfNumber(d)
	}
	if len(v.terms) == 0 {
		return Worth{}
	}
	t := v.terms[0]
	v.terms = v.terms[1:]
	switch {
	case t.Kind == numberTerm:
		if d, ok := numfmt.ParseNumber(t.Text); ok {
			return OfNumber(d)
		}
	case t.Kind == wordsTerm:
		return Worth{Kind: Words, Text: t.Text}
	case t.Kind == Reference:
		v.argued = t.Ref
		return Worth{Kind: reachWorth}
	case t.Kind == Function:
		return v.call(t.Text)
	case t.Kind == signTerm && t.Text == "(":
		if list := v.arguments(); len(list) == 1 {
			return v.value(list[0].Worth)
		}
	}
	return Worth{}
}

// value is what a reference comes to where a single value is wanted.
func (v *evaluation) value(r Worth) Worth {
	switch {
	case r.Kind != reachWorth:
		return r
	case v.argued.Area.From != v.argued.Area.To:
		return Worth{}
	}
	return v.cells.One(v.argued)
}

// argument is one argument of a function.
type argument struct {
	Worth
	of Reach
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
func (v *evaluation) call(name string) Worth {
	list := v.arguments()
	switch {
	case name == "SUM" && list != nil:
		sum, _, ok := v.total(list)
		if ok {
			return OfNumber(sum)
		}
	case name == "COUNT" && list != nil:
		_, n, ok := v.total(list)
		if ok {
			return OfNumber(decimal.NewFromInt(int64(n)))
		}
	case name == "IF" && len(list) == 3 && list[0].Kind == Truth:
		chosen := list[2]
		if list[0].Text == "1" {
			chosen = list[1]
		}
		v.argued = chosen.of
		return v.value(chosen.Worth)
	}
	return Worth{}
}

// total adds up the numbers among arguments as SUM does, and counts them; in cells, only numbers count.
func (v *evaluation) total(list []argument) (sum decimal.Decimal, n int, ok bool) {
	ok = true
	for _, a := range list {
		switch a.Kind {
		case reachWorth:
			all := v.cells.Each(a.of, func(r Worth) {
				ok = ok && r.Kind != Unknown
				if r.Kind == Number {
					sum, n = sum.Add(r.Number), n+1
				}
			})
			ok = ok && all
		case Number:
			sum, n = sum.Add(a.Number), n+1
		default:
			return sum, n, false
		}
	}
	return sum, n, ok
}
