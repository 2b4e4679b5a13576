package reading

import (
	"cmp"
	"slices"
	"strings"
)

// isAboutRequests says whether a paragraph tells of applications, by that word, by who applied or by what came of them.
func isAboutRequests(paragraph []*Quantity) bool {
	return slices.ContainsFunc(paragraph, func(q *Quantity) bool {
		return q.IsOfRequests() || len(q.applicants) > 0 || q.Form == Number && slices.ContainsFunc(q.own.deeds, func(d string) bool { return slices.Contains(mainOutcomes, d) })
	})
}

// markResults marks the statements of a paragraph about applications that tell what came of them, in whatever words.
func markResults(all []*Quantity) {
	named := slices.ContainsFunc(all, (*Quantity).IsOfRequests)
	var last *Statement
	for _, q := range all {
		if q.Statement == last {
			continue
		}
		results := last != nil && last.onResults
		last = q.Statement
		last.onResults = last.givesGrounds(named) || results && last.goesOnWithResults()
	}
}

// goesOnWithResults says whether a statement behind one that tells what came of applications counts only the rest of them: 其他1件，撤回2件.
func (s *Statement) goesOnWithResults() bool {
	for _, q := range s.Quantities {
		if !q.isUnnamed() && !q.IsOfRequests() || q.own.thing != "" || !q.did("other?", "other", "withdraw", "carried_out", "pending", "granted", "denied", "unavailable", "not_handled") {
			return false
		}
	}
	return true
}

// givesGrounds says whether at least two of a statement's numbers are of what came of applications, by their outcomes or the reasons given for them, and none
// of anything else that is named. Where its paragraph does not name applications, nothing else may be named before them.
func (s *Statement) givesGrounds(named bool) bool {
	const enough = 2
	results := 0
	for _, q := range s.Quantities {
		if q.Form != Number {
			continue
		}
		row := groundIn(q.saidBefore(), "")
		if q.boundRight {
			row = cmp.Or(row, groundIn(q.saidAfter(), ""))
		}
		result := row != "" || q.saysOutcome()
		switch {
		case q.isOfDispute():
			return false
		case result && results == 0 && !named && s.namesOthersBefore(q):
			return false
		case result:
			results++
		case q.own.thing == "application", q.own.thing == "foreign":
		case q.own.thing != "", slices.Contains(q.own.deeds, "receive"):
			return false
		}
	}
	return results >= enough
}

// isOfDispute says whether its own words name a dispute, or what came of one.
func (q *Quantity) isOfDispute() bool {
	return isDispute(q.own.thing) || q.ruling != "" && isDispute(q.thing)
}

// namesOthersBefore says whether something that is no application is named before a result: 答复建议和提案132件，予以公开118件、部分公开9件.
func (s *Statement) namesOthersBefore(q *Quantity) bool {
	return slices.ContainsFunc(s.tokens, func(k token) bool { return k.End <= q.Start && k.means(thingWord, "foreign") })
}

// countsResults says whether a statement counts results of several kinds that only applications can have: 予以公开26件、部分公开4件. Documents by their
// attribute are 主动公开 as well: 主动公开62件、依申请公开5件、不予公开3件.
func (s *Statement) countsResults() bool {
	var kinds []string
	for _, q := range s.Quantities {
		if kinds == nil && q.saysOutcome() && s.namesOthersBefore(q) {
			return false
		}
		if q.did("publish") && q.is("information", "application?", "document") && q.own.thing != "" || q.own.thing == "application?" {
			return false
		}
		for _, d := range q.own.deeds {
			if kind, _, _ := strings.Cut(d, "."); slices.Contains(mainOutcomes, kind) && !slices.Contains(kinds, d) {
				kinds = append(kinds, d)
			}
		}
	}
	return len(kinds) > 1
}
