package county

import (
	"slices"
)

// Missing is a member of which nothing came, or nothing that can be told to be its.
type Missing struct {
	Member
	Perhaps []string // the files that may be its: those that could not be read, and strangers'
}

// Outlived is a report of a member that was abolished or merged, with those of the members that go on with what it had: what stands in one
// may stand in the other, too.
type Outlived struct {
	Report
	Member Member
	Heirs  []Report // nil where the member was gone before the year began, and nobody else's may hold it
}

// miss finds the members of which nothing was heard, and the files that may be theirs.
func (t *Total) miss(heard func(Member) bool) {
	perhaps := map[string][]string{}
	for _, m := range t.Misnamed {
		perhaps[m.CalledAfter] = append(perhaps[m.CalledAfter], m.File)
	}
	for i, s := range t.Strange {
		nearest := t.Members.Nearest(s.Unit, s.File, heard)
		t.Strange[i].Nearest = nearest
		perhaps[nearest] = append(perhaps[nearest], s.File)
	}
	for _, r := range t.Unnamed {
		i, ok := t.Members.Find(r.Unit)
		if !ok {
			i, ok = t.Members.Whose(r.File, t.Within)
		}
		if ok {
			name := t.Members.Members[i].Name
			perhaps[name] = append(perhaps[name], r.File)
		}
	}
	for _, file := range t.Order.Unread {
		if i, ok := t.Members.Whose(file, t.Within); ok {
			name := t.Members.Members[i].Name
			perhaps[name] = append(perhaps[name], file)
		}
	}
	counted := t.countedByName()
	for _, m := range t.Members.Members {
		heirs := t.heirsOf(m)
		switch {
		case heard(m), !m.Ended.IsZero() && m.Ended.Year() < t.Year:
		case heirs != nil && (perhaps[m.Name] == nil || slices.ContainsFunc(heirs, func(heir string) bool { return counted[heir] != nil })):
			t.Ended = append(t.Ended, m)
		default:
			t.Missing = append(t.Missing, Missing{m, perhaps[m.Name]})
		}
	}
}

// heirsOf are the others that go on with what a member had that was gone by the end of the year; nil where it is still there, or nobody does.
func (t *Total) heirsOf(m Member) []string {
	if m.Ended.IsZero() || m.Ended.Year() > t.Year {
		return nil
	}
	if heirs := t.Members.HeirsOf(m.Name, t.Year); !slices.Contains(heirs, m.Name) {
		return heirs
	}
	return nil
}

// HeirsOf are the members that go on with what a unit had that was abolished or merged by the end of the year, and that answer for it now;
// nil for a unit that answers for itself.
func (t *Total) HeirsOf(unit string) []string {
	if t.Members == nil {
		return nil
	}
	i, ok := t.Members.Find(unit)
	if !ok {
		return nil
	}
	return t.heirsOf(t.Members.Members[i])
}

// countedByName are the reports in the sum, by the names that the list has for their units.
func (t *Total) countedByName() map[string][]Report {
	counted := map[string][]Report{}
	for _, r := range t.Counted {
		counted[t.NameOf(r.Unit)] = append(counted[t.NameOf(r.Unit)], r)
	}
	return counted
}

// findOutlived finds the reports in the sum whose units were gone, as far as anybody else's may hold what they say.
func (t *Total) findOutlived() {
	counted := t.countedByName()
	for _, r := range t.Counted {
		i, ok := t.Members.Find(r.Unit)
		if !ok {
			continue
		}
		o := Outlived{Report: r, Member: t.Members.Members[i]}
		for _, heir := range t.heirsOf(o.Member) {
			o.Heirs = append(o.Heirs, counted[heir]...)
		}
		if ended := o.Member.Ended; o.Heirs != nil || !ended.IsZero() && ended.Year() < t.Year {
			t.Outlived = append(t.Outlived, o)
		}
	}
}
