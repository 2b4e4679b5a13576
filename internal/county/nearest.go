package county

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
)

// Nearest is the member that a stranger's name is most likely meant for: one letter is wrong, or some are left out; "" if there is none.
// Of several it is the one that the file is called after, else one of which nothing was heard: what came already is meant by its own name.
func (l *List) Nearest(unit, file string, heard func(Member) bool) string {
	called, isCalled := l.InName(file)
	best, most := -1, 0
	for i := range l.letters().alike(unit) {
		weight := 0
		if !heard(l.Members[i]) {
			weight = 1
		}
		if isCalled && called == i {
			weight = 2
		}
		if weight > most || weight > 0 && weight == most && i < best { // the first on the list, in whatever order they come
			best, most = i, weight
		}
	}
	if best < 0 {
		return ""
	}
	return l.Members[best].Name
}

// Whom is the member that a report is of by the unit that it names, or that is meant where the file is called after it and the name has a
// slip; else that unit. A nil list has no members.
func (l *List) Whom(unit, file string) string {
	if l == nil || unit == "" {
		return unit
	}
	if i, ok := l.Find(unit); ok {
		return l.Members[i].Name
	}
	return cmp.Or(l.Nearest(unit, file, func(Member) bool { return true }), unit)
}

// letters are the members by the letters of their names, made when a stranger is first looked up: thousands of files may be of units that
// are not on a list of thousands.
type letters struct {
	members []Member
	names   [][]rune
	having  map[rune][]int // the members whose names have a letter
	rarest  map[rune][]int // those of whose names' letters it is the one that the fewest have
}

func (l *List) byLetters() *letters {
	in := &letters{members: l.Members, having: map[rune][]int{}, rarest: map[rune][]int{}}
	for i, m := range l.Members {
		name := []rune(m.Name)
		in.names = append(in.names, name)
		for _, letter := range once(name) {
			in.having[letter] = append(in.having[letter], i)
		}
	}
	for i, name := range in.names {
		if rare := in.byRarity(name); len(rare) > 0 {
			in.rarest[rare[0]] = append(in.rarest[rare[0]], i)
		}
	}
	return in
}

// once are the letters of a name in order, each of them once.
func once(name []rune) []rune {
	letters := map[rune]bool{}
	for _, letter := range name {
		letters[letter] = true
	}
	return slices.Sorted(maps.Keys(letters))
}

// byRarity are the letters of a name, first the one that the fewest members have.
func (in *letters) byRarity(name []rune) []rune {
	list := once(name)
	slices.SortStableFunc(list, func(a, b rune) int { return cmp.Compare(len(in.having[a]), len(in.having[b])) })
	return list
}

// alike gives the members whose names differ from a unit's by one slip, or of which one is made of the other by leaving letters out.
func (in *letters) alike(unit string) iter.Seq[int] {
	return func(yield func(int) bool) {
		name := []rune(unit)
		left := mostCompared
		for i := range in.candidates(name) {
			if left -= len(unit) + len(in.members[i].Name); left < 0 {
				return
			}
			listed := in.members[i].Name
			if (model.IsSlip(name, in.names[i]) || chinese.Abbreviates(unit, listed) || chinese.Abbreviates(listed, unit)) && !yield(i) {
				return
			}
		}
	}
}

// mostCompared is how many bytes of names a stranger's is held against: those of a whole province, were they all made of the same letters.
const mostCompared = 1 << 20

// candidates gives the members that may be alike, some of them twice. A name of which the unit's is made by leaving letters out has all its
// letters, so that letters which few have tell it; one that differs by a slip lacks at most one of them; and one that is made of the unit's
// has none but its letters.
func (in *letters) candidates(unit []rune) iter.Seq[int] {
	return func(yield func(int) bool) {
		rare := in.byRarity(unit)
		lists := make([][]int, 0, len(rare)+2)
		for _, letter := range rare[:min(2, len(rare))] {
			lists = append(lists, in.having[letter])
		}
		for _, letter := range rare {
			lists = append(lists, in.rarest[letter])
		}
		for _, list := range lists {
			for _, i := range list {
				if !yield(i) {
					return
				}
			}
		}
	}
}
