package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// Quantity is how many of something a sentence says there are.
type Quantity struct {
	Form
	chinese.Numeral      // 0 where it is said without a number
	Bound                // how exact the number is
	Span                 // of the words that say it
	Clause          Span // in which it stands
	Statement       *Statement

	meaning
	scope
	doubt
	tree
	share
	coverage

	measured []Measure // what it was found to count
	ofLast   []Measure // what it counts of the year before
	Silence  string    // why it was not compared with anything; "" if it was
}

// meaning is what is counted, and what was done with it. What the words beside a number say of it and what it takes over from words
// further off are kept apart: rules on the structure of a sentence use only its own.
type meaning struct {
	thing       string   // what is counted; "" for nothing that is known
	alike       []string // other things that share the number: 许可、处罚均为0件
	deeds       []string // what was done with it, and what came of it
	ruling      string   // what came of a dispute
	applicants  []string
	ofColumn    bool // these are those whom the clauses are about: 自然人一列，
	channel     bool // only what came by one way
	timely      bool // only what was done in time, or late
	total       bool // 共
	published   bool // told among what was published
	ofReceived  bool // 收到的申请办结29件
	amongCauses bool // of decisions: 涉及土地征收34件、行政处罚21件
	subset      bool // 对……的2件申请: some of them
	directly    bool // 直接受理36件: not by way of others
	otherCause  bool // of disputes: 因不服行政处罚

	own struct {
		thing string
		deeds []string
	}
	words      string // for the thing, in the text
	from       int    // where its clause begins to say something
	boundRight bool   // the words behind the number say what it counts
	inWords    bool   // 三件
}

// scope is whose number it is, and of which time.
type scope struct {
	by        speaker
	year      int // that the sentence names; 0 for none
	lastYear  bool
	otherTime bool // of less than the year, or of several
	average   bool // of a month, a day, a person
	planned   bool
	differs   bool // 较上年增加5件
	changedTo bool // 增至13件: the number before is the old one
	denied    bool // 未 stands before the number
	undone    bool // it counts those of which something was not done: 未答复0件
}

// doubt is words that are not known and may change what is counted; each "" for none.
type doubt struct {
	unread    string // right beside the number: it may say what is counted
	narrowing string // anywhere beside it: it may say which of them are counted
	behindIt  string // between what is counted and the number
}

// tree is how a number hangs together with others.
type tree struct {
	whole     *Quantity
	parts     []*Quantity
	list      *list // that it is a part of; nil for none
	open      bool  // 等 behind it, 主要 before it
	bracketed bool
}

// share is what a percentage is told of.
type share struct {
	isRate       bool      // 办结率
	shared       bool      // its own share is told, so that it is a part itself: 28件，占23.1%
	isShare      bool      // 占
	labelled     bool      // its clause names what the share is of
	namesOutcome bool      // an outcome
	of           *Quantity // the number that it belongs to; of what is said of all, the applications
	within       *Quantity // the whole that is named beside it; of what was carried in, what it is said to be among
}

// coverage is what is said of all of something.
type coverage struct {
	among        *Quantity // the number that was counted last
	ofApplicants []string  // whose are meant; nil for all
	ofIt         bool      // it says so of that number alone: 企业2家（均为……）, 复议2件（全部维持）
	one          bool      // all are one
	closed       bool      // of disputes: of those that were decided
}

// list is the parts that one marker announces.
type list struct {
	whole     *Quantity
	marker    string      // 其中, 包括, ：, （, 从…看, 共计
	separator tokenKind   // between the first two items
	items     bool        // the list may go on with numbered items behind its sentence
	numbered  bool        // its items are numbered
	beyond    []*Quantity // that may be parts as well, behind the ； that ended it
	outer     *list       // that its whole is an item of, and goes on behind the ； that ends this one
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

// applicantsTogether are whose applications a number counts in one; nil for everybody's, and where it counts those of each: 企业、社会组织各1件.
func (q *Quantity) applicantsTogether() []string {
	if len(unique(q.applicants)) > 1 && q.isOfEach() {
		return nil
	}
	return q.applicants
}

// hasOutcome says whether it counts what came of applications.
func (q *Quantity) hasOutcome() bool { return slices.ContainsFunc(q.deeds, isOutcome) }

// isPositive says whether it is a number above 0.
func (q *Quantity) isPositive() bool { return q.Form == Number && q.Value.IsPositive() }

// isBehindColon says whether a number is the first that is told of what stands before a colon.
func (q *Quantity) isBehindColon() bool { return strings.HasSuffix(q.Statement.Text[:q.Start], "：") }

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
