package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

// What breaks several rules at once is a figure more often than all that it is held against: where two of the form's arithmetic, the ledger of
// applications and the texts agree against a figure, their findings lead there, and nobody is led from one to mend what is right.

// correction is what a figure is by another source.
type correction struct {
	key form.Key
	due decimal.Decimal
}

// corrections find a figure.
type corrections []correction

func (list corrections) of(k form.Key) (due decimal.Decimal, ok bool) {
	i := slices.IndexFunc(list, func(c correction) bool { return c.key == k })
	if i < 0 {
		return decimal.Decimal{}, false
	}
	return list[i].due, true
}

// among are those of some figures.
func (list corrections) among(keys []form.Key) (some corrections) {
	for _, c := range list {
		if slices.Contains(keys, c.key) {
			some = append(some, c)
		}
	}
	return some
}

// told says what the figures are by a source, as a clause.
func (list corrections) told(in *Input, source string) string {
	var told []string
	for _, c := range list[:min(len(list), mostListed)] {
		told = append(told, in.label(c.key)+"填的是"+in.Report.Figure(c.key).Printed()+"，"+source+"是"+c.due.String())
	}
	words := strings.Join(told, "；")
	if more := len(list) - mostListed; more > 0 {
		words += fmt.Sprintf("；还有%d格", more)
	}
	return words
}

const (
	inLedger  = "依申请台账里"
	inText    = "文字里"
	byBalance = "按收办平衡应"
)

// ofLedger are the figures that the ledger has otherwise, whatever is meant by its rows that are not counted.
func (in *Input) ofLedger() corrections {
	if in.ledgerSays == nil {
		list := corrections{}
		if book := in.readLedger(); book != nil && len(book.Lost) == 0 {
			for _, c := range in.Report.Edition.RequestCells() {
				v := in.Report.Figure(c.Key)
				if _, differs := in.heldToLedger(book, c, v); differs && v.IsNumber() && book.Count(c.Key) == book.May(c.Key) {
					list = append(list, correction{c.Key, decimal.NewFromInt(int64(book.Count(c.Key)))})
				}
			}
		}
		in.ledgerSays = list
	}
	return in.ledgerSays
}

// borneOut are the figures of a balance that is broken which the ledger, else the texts have otherwise, so that it holds with what these have.
func (in *Input) borneOut(b breach) (list corrections, source string) {
	if b.Kind != form.Balanced {
		return nil, ""
	}
	left, right := in.typed(b.Left), in.typed(b.Right)
	list = in.ofLedger().among(append(slices.Clone(left), right...))
	excess := b.excess
	for _, c := range list {
		more := c.due.Sub(in.Report.Figure(c.key).Number)
		if slices.Contains(right, c.key) {
			more = more.Neg()
		}
		excess = excess.Add(more)
	}
	if list != nil && excess.IsZero() {
		return list, inLedger
	}
	for side, keys := range [][]form.Key{left, right} {
		for _, k := range keys {
			one := correction{k, in.Report.Figure(k).Number.Sub(b.excess)}
			if side == 1 {
				one.due = in.Report.Figure(k).Number.Add(b.excess)
			}
			if !one.due.IsPositive() || !in.isInText(one) {
				continue // that there was nothing is what texts say that were copied
			}
			if source == inText {
				return nil, "" // one of two
			}
			list, source = corrections{one}, inText
		}
	}
	if source == "" {
		return nil, ""
	}
	return list, source
}

// ofBalance are the figures with which columns of table three would balance, and texts be as the table has it.
func (in *Input) ofBalance() corrections {
	if in.balanceSays == nil {
		list := corrections{}
		for _, r := range in.Report.Edition.Relations() {
			subject, _ := in.Report.Edition.Cell(r.Subject)
			if r.Kind != form.Balanced || subject.Column[len(subject.Column)-1].Total {
				continue
			}
			if _, excess := in.judge(r, subject); !excess.IsZero() {
				if borne, source := in.borneOut(breach{Relation: r, excess: excess}); source == inText {
					list = append(list, borne...)
				}
			}
		}
		in.balanceSays = list
	}
	return in.balanceSays
}

// isInText says whether a text that is not as the tables have it would be if a figure were corrected, in the first of what it may mean.
func (in *Input) isInText(c correction) bool {
	if in.FiguresOnly {
		return false
	}
	is, would := tally{in: in}, tally{in: in, instead: corrections{c}}
	claims := in.read().Claims
	for i := range claims {
		if options, differs := is.differs(&claims[i]); differs {
			if due, ok := would.sum(options[0].keys); ok && claims[i].Agrees(due) {
				return true
			}
		}
	}
	return false
}

// agrees says whether a claim is as the figures have it.
func (t *tally) agrees(c *reading.Claim) bool {
	options, ok := t.options(c)
	return ok && slices.ContainsFunc(options, func(o allowed) bool { return c.Agrees(o.value) })
}

// causeOf says by which figures of the tables a claim is not as they have it, where the ledger has them as the text does, or the balance of their
// column asks for it; "" where nothing tells who is right.
func (t *tally) causeOf(c *reading.Claim, options []allowed) string {
	var keys []form.Key
	for _, o := range options {
		for _, k := range o.keys {
			keys = append(keys, t.in.Report.Edition.Typed(k)...)
		}
	}
	list, source := t.in.ofLedger().among(keys), inLedger
	bearsOut := func() bool {
		would := tally{in: t.in, instead: list}
		return list != nil && would.agrees(c)
	}
	if !bearsOut() {
		if list, source = t.in.ofBalance().among(keys), byBalance; !bearsOut() {
			return ""
		}
	}
	return "表里" + list.told(t.in, source) + "，和文字一样。先改表，这里就对了。"
}
