package reading

import (
	"slices"
	"strings"
)

// addUp makes a number that is called a total the whole of those before it: 网上收到3件、信函2件，共5件.
func (r *reader) addUp(q *Quantity, left []token, bound bool) {
	if !q.total || len(q.own.deeds) > 0 || q.own.thing != "" || q.unread != "" || len(q.applicants) > 0 || q.channel || bound {
		return
	}
	var parts []*Quantity
	var deeds []string
	channels := true
	for _, z := range r.counted {
		switch {
		case z.Form != Number || z.whole != nil || z.Unit != q.Unit || z.differs || z.lastYear, z.bracketed && (z.lastYear || z.year != 0 && z.year != q.year), z.divides() == byApplicant && z.dividedBefore(r.counted) != nil:
		case z.thing != q.thing, len(z.parts) == 0 && z.Bound != Exact:
			return // of another thing, though it may be meant
		case len(z.parts) == 0:
			parts = append(parts, z)
			deeds = append(deeds, z.deeds...)
			channels = channels && z.channel
		}
	}
	slices.Sort(deeds)
	deeds = slices.Compact(deeds)
	switch {
	case len(parts) < 2:
		return
	case q.is("application") && slices.Equal(deeds, []string{"carried_in", "receive"}):
		q.deeds = []string{"handle"}
	case q.is("application") && (slices.Equal(deeds, []string{"receive"}) || len(deeds) == 0 && channels):
		q.deeds = []string{"receive"}
	case q.is("information") && (channels || hasClass(left, sumWord) && slices.ContainsFunc(left, func(k token) bool { return strings.HasSuffix(r.statement.Words(k.Span), "合计") })):
	default:
		return
	}
	l := &list{whole: q, marker: "共"}
	for _, z := range parts {
		z.joins(l)
	}
}
