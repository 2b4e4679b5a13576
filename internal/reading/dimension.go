package reading

import "strings"

// dimension is what items divide their whole by: what came of it, who applied, by which way, or what it is about.
type dimension uint8

const (
	byItem dimension = iota
	byOutcome
	byApplicant
	byChannel
	byKind // of disputes: 直接起诉2件、复议后起诉4件
	byDeed // no division: 收到3件，其中办结2件
)

// dimension is what an item divides its whole by.
func (q *Quantity) dimension() dimension {
	switch {
	case q.hasOutcome() && q.whole.IsOfRequests():
		return byOutcome
	case q.IsOfRequests() && len(q.applicants) > 0:
		return byApplicant
	case q.is("application") && q.channel:
		return byChannel
	case isDispute(q.thing) && q.ruling != "" && q.whole.is("dispute"):
		return byDeed
	case strings.HasPrefix(q.own.thing, "litigation_") && q.whole.is("litigation"):
		return byKind
	case q.is("application") && (q.ruling != "" || q.did("refuse")) || q.is("application") && q.did("answer", "carried_in", "carried_out", "carried", "withdraw", "pending", "handle"):
		return byDeed
	}
	return byItem
}

// division is the items of one list that divide its whole by the same.
type division struct {
	dimension
	*list
}
