package county

import (
	"cmp"
	"container/heap"
	"slices"
	"sync"

	"nianbao/internal/chinese"
)

// HeirsOf are the members that go on, by the end of a year, with what a unit had: its successors, or theirs, and so on; several where it was
// divided; the unit itself, as the list calls it, where it was not abolished by then. Of successors that go round in a circle it is one.
func (l *List) HeirsOf(unit string, year int) []string {
	i, ok := l.Find(unit)
	if !ok {
		return []string{unit}
	}
	return l.lineage().of(i, year)
}

// lineage is who goes on for whom on a list. What was found is kept, since all members may be asked for, of which each goes on for others.
type lineage struct {
	members []Member
	next    [][]heir // by member

	mu   sync.Mutex
	kept map[int]map[int][]string // by year and member
}

// heir is a successor: a member, or what the list calls one that is not on it.
type heir struct {
	member int // -1 for none
	name   string
}

func (l *List) traceLineage() *lineage {
	in := &lineage{members: l.Members, next: make([][]heir, len(l.Members)), kept: map[int]map[int][]string{}}
	for i, m := range l.Members {
		for _, successor := range m.Successors {
			to, ok := l.Find(successor)
			if !ok {
				to = -1
			}
			in.next[i] = append(in.next[i], heir{to, successor})
		}
	}
	return in
}

func (in *lineage) of(i, year int) []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.kept[year] == nil {
		in.kept[year] = map[int][]string{}
	}
	heirs, _ := in.walk(i, year, map[int]bool{})
	return slices.Clone(heirs)
}

// walk walks over each member once: open are those under way (true), among which a circle ends, and those that are done with (false). What is
// round depends on where the walk began, or lacks what was told before.
func (in *lineage) walk(i, year int, open map[int]bool) (heirs []string, round bool) {
	if kept, ok := in.kept[year][i]; ok {
		return kept, false
	}
	m := in.members[i]
	underWay, known := open[i]
	switch {
	case len(m.Successors) == 0 || !m.Ended.IsZero() && m.Ended.Year() > year:
		return []string{m.Name}, false
	case underWay:
		return []string{m.Name}, true
	case known:
		return nil, true
	}
	open[i] = true
	for _, next := range in.next[i] {
		if next.member < 0 {
			heirs = append(heirs, next.name)
			continue
		}
		more, isRound := in.walk(next.member, year, open)
		heirs, round = append(heirs, more...), round || isRound
	}
	open[i] = false
	heirs = unique(heirs)
	const few = 16 // what was divided among more is walked over again, rather than held for each that it goes on for
	if !round && len(heirs) <= few {
		in.kept[year][i] = heirs
	}
	return heirs, round
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

// Formerly are the names that a member had, and those of members that it goes on for, whenever that was, with the names that these had: as
// they are found by going through the list again and again.
func Formerly(members []Member, m Member) (names []string) {
	before := map[string][]int{} // by the name of who goes on for them
	for i, one := range members {
		for _, successor := range one.Successors {
			before[chinese.UnitKey(successor)] = append(before[chinese.UnitKey(successor)], i)
		}
	}
	own := map[string]bool{}
	var due turns
	take := func(m Member, at turn) {
		for _, name := range append([]string{m.Name}, m.Former...) {
			name = chinese.UnitKey(name)
			if own[name] {
				continue
			}
			own[name] = true
			for _, i := range before[name] {
				round := at.round
				if i <= at.member { // it was passed already
					round++
				}
				heap.Push(&due, turn{round, i})
			}
		}
	}
	take(m, turn{0, -1})
	names = slices.Clone(m.Former)
	for len(due) > 0 { // what one that it goes on for went on for
		at := heap.Pop(&due).(turn)
		if one := members[at.member]; !own[chinese.UnitKey(one.Name)] {
			take(one, at)
			names = append(append(names, one.Name), one.Former...)
		}
	}
	return names
}

// turn is when a member is come to that another goes on for: in which round through the list, and where on it.
type turn struct{ round, member int }

// turns are those to come, for container/heap: the next one first.
type turns []turn

func (t turns) Len() int      { return len(t) }
func (t turns) Swap(i, j int) { t[i], t[j] = t[j], t[i] }
func (t turns) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(t[i].round, t[j].round), cmp.Compare(t[i].member, t[j].member)) < 0
}
func (t *turns) Push(one any) { *t = append(*t, one.(turn)) }
func (t *turns) Pop() any {
	last := (*t)[len(*t)-1]
	*t = (*t)[:len(*t)-1]
	return last
}
