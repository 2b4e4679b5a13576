package county

import "slices"

// HeirsOf are the members that go on, by the end of a year, with what a unit had: its successors, or theirs, and so on; several where it was
// divided; the unit itself, as the list calls it, where it was not abolished by then. Of successors that go round in a circle it is one.
func (l *List) HeirsOf(unit string, year int) []string {
	return unique(l.heirsOf(unit, year, map[string]bool{}))
}

// heirsOf walks over each member once: open are those under way (true), among which a circle ends, and those that are done with (false).
func (l *List) heirsOf(unit string, year int, open map[string]bool) (heirs []string) {
	i, ok := l.Find(unit)
	if !ok {
		return []string{unit}
	}
	m := l.Members[i]
	underWay, known := open[m.Name]
	switch {
	case len(m.Successors) == 0 || !m.Ended.IsZero() && m.Ended.Year() > year || underWay:
		return []string{m.Name}
	case known:
		return nil
	}
	open[m.Name] = true
	for _, successor := range m.Successors {
		heirs = append(heirs, l.heirsOf(successor, year, open)...)
	}
	open[m.Name] = false
	return heirs
}

// unique drops what is listed twice.
func unique(list []string) (kept []string) {
	seen := map[string]bool{}
	for _, one := range list {
		if !seen[one] {
			seen[one], kept = true, append(kept, one)
		}
	}
	return kept
}

// Formerly are the names that a member had, and those of members that it goes on for, whenever that was, with the names that these had.
func Formerly(members []Member, m Member) (names []string) {
	own := map[string]bool{}
	take := func(m Member) {
		for _, name := range append([]string{m.Name}, m.Former...) {
			own[SameName(name)] = true
		}
	}
	take(m)
	names = slices.Clone(m.Former)
	for grown := true; grown; { // what one that it goes on for went on for
		grown = false
		for _, one := range members {
			goesOn := func(successor string) bool { return own[SameName(successor)] }
			if slices.ContainsFunc(one.Successors, goesOn) && !own[SameName(one.Name)] {
				take(one)
				names, grown = append(append(names, one.Name), one.Former...), true
			}
		}
	}
	return names
}
