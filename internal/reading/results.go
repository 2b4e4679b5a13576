package reading

import (
	"cmp"
	"slices"
	"strings"
)

// markResults marks the statements of a paragraph about applications that tell what came of them, in whatever words.
func markResults(all []*Quantity) {
	var last *Statement
	about := false
	for _, q := range all {
		about = about || q.IsOfRequests()
		if q.Statement == last || !about {
			continue
		}
		results := last != nil && last.onResults
		last = q.Statement
		last.onResults = last.givesGrounds() || results && last.goesOnWithResults()
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
// of anything else that is named.
func (s *Statement) givesGrounds() bool {
	const enough = 2
	rows := map[string]bool{}
	for _, q := range s.Quantities {
		if q.Form != Number {
			continue
		}
		row := groundIn(q.saidBefore(), "")
		if q.boundRight {
			row = cmp.Or(row, groundIn(q.saidAfter(), ""))
		}
		switch {
		case row != "", q.own.thing == "application", q.own.thing == "foreign":
		case q.own.thing != "", slices.Contains(q.own.deeds, "receive"):
			return false
		}
		for _, d := range q.own.deeds {
			if isOutcome(d) {
				rows[d] = true
			}
		}
		if row != "" {
			rows[row] = true
		}
	}
	return len(rows) >= enough
}

// countsResults says whether a statement counts results of several kinds that only applications can have: 予以公开26件、部分公开4件. Documents by their
// attribute are 主动公开 as well: 主动公开62件、依申请公开5件、不予公开3件.
func (s *Statement) countsResults() bool {
	var kinds []string
	for _, q := range s.Quantities {
		if kinds == nil && q.saysOutcome() && slices.ContainsFunc(s.tokens, func(k token) bool { return k.End <= q.Start && k.means(thingWord, "foreign") }) {
			return false // 答复建议和提案132件，予以公开118件、部分公开9件
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
