package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// Quantity is how many of something a sentence says there are. What its own words say and what it takes over from words further off
// are kept apart: rules on the structure of a sentence may use only the former.
type Quantity struct {
	Form
	chinese.Numeral      // 0 where it is said without a number
	Bound                // how exact the number is
	Span                 // of the words that say it
	Clause          Span // in which it stands
	Statement       *Statement

	from       int      // where its clause begins to say something
	thing      string   // what is counted; "" for nothing that is known
	alike      []string // other things that share the number: 许可、处罚均为0件
	deeds      []string // what was done with it, and what came of it
	ruling     string   // what came of a dispute
	applicants []string
	channel    bool // only what came by one way
	timely     bool // only what was done in time, or late
	total      bool // 共
	published  bool // told among what was published
	denied     bool // 未 stands before the number
	differs    bool // 较上年增加5件
	planned    bool
	otherCause bool // of disputes: 因不服行政处罚
	lastYear   bool
	otherTime  bool // of less than the year, or of several
	year       int  // that the sentence names; 0 for none
	by         speaker
	unread     string // a word before the number, or behind it, that is not known and may say what is counted
	narrowing  string // a word anywhere beside it that is not known and may say which of them are counted

	own struct {
		thing string
		deeds []string
	}
	bracketed  bool
	inWords    bool      // 三件
	open       bool      // 等 behind it, 主要 before it
	words      string    // for the thing, in the text
	isRate     bool      // of a percentage: 办结率
	isShare    bool      // of a percentage: 占
	of, within *Quantity // of a percentage: the number that it belongs to, and the whole that is named beside it; of what was carried in: what it is among

	among      *Quantity // of what is said of all: the number that was counted last
	one        bool      // what is said of all is said of one
	boundRight bool      // the words behind the number say what it counts
	ofReceived bool      // 收到的申请办结29件
	behindIt   string    // a word between what is counted and the number that is not known
	changedTo  bool      // 增至13件: the number before is the old one
	list       *list     // that it is a part of; nil for none
	tree

	measured []Measure // what it was found to count
	Silence  string    // why it was not compared with anything; "" if it was
}

// tree is how a number hangs together with others.
type tree struct {
	whole *Quantity
	parts []*Quantity
}

// list is the parts that one marker announces.
type list struct {
	whole     *Quantity
	marker    string    // 其中, 包括, ：, （, 从…看, 共计
	separator tokenKind // between the first two items
	items     bool      // the list may go on with numbered items behind its sentence
	numbered  bool      // its items are numbered
}

// Form is how a quantity is said.
type Form uint8

const (
	Number Form = iota // 3件
	None               // 没有
	All                // 均: of the others there are none
	Rate               // 93.3%
)

// Bound is how exact a number is.
type Bound uint8

const (
	Exact   Bound = iota
	AtLeast       // 30余件
	About         // 约30件
	Vague         // 不足30件, 3—5件
)

// Amount is the number; money in 元.
func (q *Quantity) Amount() decimal.Decimal {
	if yuan, ok := q.InYuan(); ok {
		return yuan
	}
	return q.Value
}

// is says whether the quantity counts one of the things.
func (q *Quantity) is(things ...string) bool { return slices.Contains(things, q.thing) }

// IsOfRequests says whether it counts applications, or what may be some.
func (q *Quantity) IsOfRequests() bool { return q.is("application", "application?") }

// did says whether one of the deeds was done.
func (q *Quantity) did(deeds ...string) bool {
	return slices.ContainsFunc(q.deeds, func(d string) bool { return slices.Contains(deeds, d) })
}

// hasOutcome says whether it counts what came of applications.
func (q *Quantity) hasOutcome() bool { return slices.ContainsFunc(q.deeds, isOutcome) }

// counts says whether it is a number of the given value.
func (q *Quantity) isPositive() bool { return q.Form == Number && q.Value.IsPositive() }

// Whole is the number that the quantity is a part of, nil if it is none.
func (q *Quantity) Whole() *Quantity { return q.whole }

// root is the whole that everything above it belongs to.
func (q *Quantity) root() *Quantity {
	for q.whole != nil {
		q = q.whole
	}
	return q
}

// joins makes the quantity a part of a list.
func (q *Quantity) joins(l *list) {
	q.whole, q.list = l.whole, l
	l.whole.parts = append(l.whole.parts, q)
}

// leaves takes it out of its whole.
func (q *Quantity) leaves() {
	if q.whole != nil {
		q.whole.parts = slices.DeleteFunc(q.whole.parts, func(p *Quantity) bool { return p == q })
		q.whole, q.list = nil, nil
	}
}
