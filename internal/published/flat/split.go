package flat

import (
	"errors"
	"slices"
)

// way is one way to cut digits that run together into numbers.
type way struct {
	ends    []int // where each number ends in the digits
	numbers []int
}

// effort is what cutting and solving may still cost in one text, counted in steps. What would cost more stays uncertain.
type effort struct{ steps int }

// mostSteps is far more than the tables of a report take.
const mostSteps = 20_000_000

var errTooMany = errors.New("too many ways to cut")

// Bounds on one row.
const (
	mostWays     = 30_000
	mostRowSteps = 1_000_000
	mostTogether = 90 // digits
)

// cutter enumerates the ways to cut digits into a number of numbers without noughts in front.
type cutter struct {
	digits string
	forced []bool // by place: a cut is certain there, since separators stand there
	signed []bool // by number: it may have a sign; nil for none
	count  int
	keep   func(numbers []int) bool // of those that are kept; nil for all
	steps  int

	all  int // how many there are
	kept []way
}

// ways lists the ways that are kept; all tells how many there are without that.
func (e *effort) ways(pieces []string, count int, signed []bool, keep func([]int) bool) (kept []way, all int, err error) {
	c := &cutter{count: count, signed: signed, keep: keep, steps: min(e.steps, mostRowSteps)}
	for _, p := range pieces {
		c.digits += p
		if len(c.digits) > mostTogether {
			return nil, 0, errTooMany
		}
		c.forced = append(c.forced, make([]bool, len(c.digits)-len(c.forced))...)
		c.forced[len(c.digits)-1] = true
	}
	before := c.steps
	err = c.from(0, nil, nil)
	e.steps -= before - c.steps
	return c.kept, c.all, err
}

func (c *cutter) from(at int, ends, numbers []int) error {
	if c.steps--; c.steps < 0 {
		return errTooMany
	}
	left := c.count - len(ends)
	if left == 0 {
		if at < len(c.digits) {
			return nil
		}
		c.all++
		if c.keep == nil || c.keep(numbers) {
			c.kept = append(c.kept, way{append([]int(nil), ends...), append([]int(nil), numbers...)})
			if len(c.kept) > mostWays {
				return errTooMany
			}
		}
		return nil
	}
	if rest := len(c.digits) - at; rest < left || rest > left*c.longest() {
		return nil
	}
	start, sign := at, 1
	if c.digits[at] == '-' {
		if c.signed == nil || !c.signed[len(ends)] || c.forced[at] {
			return nil
		}
		start, sign = at+1, -1
	}
	n := 0
	for end := start; end < min(len(c.digits), start+mostDigits) && isDigit(c.digits[end]); end++ {
		n = 10*n + int(c.digits[end]-'0')
		if err := c.from(end+1, append(ends, end+1), append(numbers, sign*n)); err != nil {
			return err
		}
		if c.forced[end] || c.digits[start] == '0' {
			break
		}
	}
	return nil
}

// longest is how many digits and signs a number may have.
func (c *cutter) longest() int {
	if c.signed == nil {
		return mostDigits
	}
	return mostDigits + 1
}

// mayBeFewer tells whether the digits may also be fewer numbers, since blank cells leave no trace among them.
func (e *effort) mayBeFewer(pieces []string, count int, signed []bool) bool {
	for n := len(pieces); n < count; n++ {
		if _, all, err := e.ways(pieces, n, signed, func([]int) bool { return false }); all > 0 || err != nil {
			return true
		}
	}
	return false
}

// groups cuts digits into groups of five numbers, each the sum of the four before it. Two ways are enough to know that the cut is not
// certain.
type groups struct {
	*effort
	digits string
	forced []int // places where separators stand
	all    []way
}

// fives are ways to cut digits into a number of such groups.
func (e *effort) fives(pieces []string, count int) ([]way, error) {
	g := &groups{effort: e}
	for _, p := range pieces {
		g.digits += p
		g.forced = append(g.forced, len(g.digits))
		if len(g.digits) > mostTogether {
			return nil, errTooMany
		}
	}
	err := g.from(0, count, way{})
	return g.all, err
}

func (g *groups) from(at, left int, before way) error {
	if left == 0 {
		g.all = append(g.all, before)
		return nil
	}
	first, last := at+5, len(g.digits)-5*(left-1)
	if left == 1 {
		first = max(first, len(g.digits))
	}
	for end := first; end <= last && len(g.all) < 2; end++ {
		found, _, err := g.ways(g.between(at, end), 5, nil, addsUp)
		if err != nil {
			return err
		}
		for _, w := range found {
			next := way{slices.Clone(before.ends), slices.Concat(before.numbers, w.numbers)}
			for _, x := range w.ends {
				next.ends = append(next.ends, at+x)
			}
			if err := g.from(end, left-1, next); err != nil {
				return err
			}
		}
	}
	return nil
}

// between are the stretches of digits between two places, parted where separators stand.
func (g *groups) between(from, to int) []string {
	var pieces []string
	at := from
	for _, f := range g.forced {
		if f > from && f < to {
			pieces = append(pieces, g.digits[at:f])
			at = f
		}
	}
	return append(pieces, g.digits[at:to])
}

func (r *row) pieces(text string) (pieces []piece, digits []string) {
	for _, v := range r.values {
		pieces = append(pieces, piece{v.start, v.end})
		digits = append(digits, text[v.start:v.end])
	}
	return pieces, digits
}

// cellsOf are the cells that a way cuts out of stretches of digits.
func cellsOf(pieces []piece, w way) []cell {
	cells := make([]cell, len(w.ends))
	at, start, passed := 0, 0, 0
	for i, end := range w.ends {
		for start-passed >= pieces[at].end-pieces[at].start {
			passed += pieces[at].end - pieces[at].start
			at++
		}
		cells[i] = cell{pieces[at].start + start - passed, pieces[at].start + end - passed, cut}
		start = end
	}
	return cells
}
