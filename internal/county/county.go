// Package county adds the reports of a higher office's members up, says of each member what keeps it out of the sum, compares reports
// with each other, and counts points.
package county

import (
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
)

// Member is a unit on an office's list, as the list has it; what the list leaves out is "".
type Member struct {
	Name     string
	Level    string
	Former   []string // names that it had before
	Category string   // one of Categories
	Contact  string   // whom to ask
	Phone    string
	Due      string // the day by which its report is due
	Received string // the day on which it came
	Place    model.Place

	Ended      time.Time // the day on which it was abolished or merged; zero for none
	Successors []string  // the members that go on with what it had, where it was; several where it was divided
}

// Categories are what a unit is to the office that lists it: the office's own, a department of it, a township below it, a government below
// it that adds up reports itself.
var Categories = []string{OwnCategory, "部门", "乡镇街道", "下级政府"}

// OwnCategory is that of the office that lists the units, and of what belongs to it itself.
const OwnCategory = "本级"

// List is an office's members, in its order.
type List struct {
	Members []Member
	named   map[string]int // by name, former ones too
	cores   map[string]int // by the core of the name, where only one member has it; -1 where several do
	inFiles func() *fileNames
}

// fileNames are the members by what stands in the names of files, made when it is first asked for: thousands of files are looked up.
type fileNames struct {
	members map[string]int // by their names, the cores of these, and former names; -1 where several have one
	longest int            // of these, in bytes
	begins  map[int]bool   // the members whose core stands in another member's name
}

// NewList makes a list that finds its members by name. A name that two members have is the first one's.
func NewList(members []Member) *List {
	l := &List{Members: members, named: map[string]int{}, cores: map[string]int{}}
	for i, m := range members {
		for _, name := range append([]string{m.Name}, m.Former...) {
			if _, taken := l.named[SameName(name)]; !taken {
				l.named[SameName(name)] = i
			}
		}
	}
	for i, m := range members {
		core := chinese.CoreOf(m.Name)
		if other, taken := l.cores[core]; taken && other != i {
			i = -1
		}
		l.cores[core] = i
	}
	l.inFiles = sync.OnceValue(l.namesInFiles)
	return l
}

func (l *List) namesInFiles() *fileNames {
	f := &fileNames{members: map[string]int{}, begins: map[int]bool{}}
	cores := map[string][]int{}
	for i, m := range l.Members {
		core := SameName(chinese.CoreOf(m.Name))
		cores[core] = append(cores[core], i)
		for _, name := range append([]string{SameName(m.Name), core}, sameNames(m.Former)...) {
			const mostInName = 255 // bytes, of the name of a file
			if other, taken := f.members[name]; len(name) > mostInName {
				continue
			} else if taken && other != i {
				f.members[name] = -1
			} else {
				f.members[name] = i
			}
			f.longest = max(f.longest, len(name))
		}
	}
	for i, m := range l.Members {
		for part := range partsOf(SameName(m.Name), f.longest) {
			for _, other := range cores[part] {
				if other != i {
					f.begins[other] = true
				}
			}
		}
	}
	return f
}

func sameNames(names []string) []string {
	same := make([]string, len(names))
	for i, name := range names {
		same[i] = SameName(name)
	}
	return same
}

// partsOf gives all that stands in a text, up to a length in bytes.
func partsOf(text string, longest int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for from := range text {
			for to, letter := range text[from:] {
				end := to + utf8.RuneLen(letter)
				if end > longest {
					break
				}
				if !yield(text[from : from+end]) {
					return
				}
			}
		}
	}
}

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

// SameName is equal for two names that are compared as one: without what is not seen, with look-alike and traditional characters as what
// is meant, and brackets of one width.
func SameName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch letter, ok := chinese.Simplified(r); {
		case ok:
			return letter
		case r == '(':
			return '（'
		case r == ')':
			return '）'
		}
		return r
	}, chinese.Fold(name).Text)
	return chinese.Unspaced(name)
}

// Find finds the member with a name, a former one, or the same name cut short (清溪镇 for 清溪镇人民政府); ok is false for a stranger.
func (l *List) Find(unit string) (index int, ok bool) {
	if i, ok := l.named[SameName(unit)]; ok {
		return i, true
	}
	core := chinese.CoreOf(unit)
	if i, ok := l.cores[core]; ok && core != "" && i >= 0 && isShort(unit, l.Members[i].Name) {
		return i, true
	}
	return 0, false
}

// isShort says whether of two names one begins as the other does and leaves its end out.
func isShort(a, b string) bool {
	a, b = SameName(a), SameName(b)
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// InName finds the member whose name, or its core, stands in the name of a file: 清溪镇 in 清溪镇2024年年报.xlsx. ok is false where none
// does, or several of the same length.
func (l *List) InName(file string) (index int, ok bool) {
	names, longest := l.inFiles(), 0
	for name := range partsOf(strings.ToValidUTF8(SameName(filepath.Base(file)), "_"), names.longest) {
		if i, is := names.members[name]; is && len(name) >= longest {
			ok = i >= 0 && (len(name) > longest || ok && index == i)
			index, longest = i, len(name)
		}
	}
	if !ok {
		return 0, false
	}
	return index, ok
}

// Whose finds the member under whose name a file lies: by the name of the file, else of the folder that it lies in, and so on up to the one that
// all files lie in, which tells nothing. What is the beginning of other members' names is none for a folder: 青垣县的部门.
func (l *List) Whose(file, within string) (index int, ok bool) {
	if index, ok = l.InName(file); ok {
		return index, true
	}
	for folder := filepath.Dir(file); folder != within && folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if index, ok = l.InName(folder); ok && (isIn(folder, l.Members[index].Name) || !l.inFiles().begins[index]) {
			return index, true
		}
	}
	return 0, false
}

// isIn says whether a name stands in that of a file.
func isIn(file, name string) bool {
	return name != "" && strings.Contains(SameName(filepath.Base(file)), SameName(name))
}

// CalledAfter finds the member after which a file is called that another's report is in; ok is false where the name speaks of that one, too.
func (l *List) CalledAfter(file string, of Member) (other Member, ok bool) {
	i, ok := l.InName(file)
	if !ok || l.Members[i].Name == of.Name || isIn(of.Name, chinese.CoreOf(l.Members[i].Name)) {
		return Member{}, false
	}
	for _, name := range append([]string{of.Name, chinese.CoreOf(of.Name)}, of.Former...) {
		if isIn(file, name) {
			return Member{}, false
		}
	}
	return l.Members[i], true
}

// Nearest is the member that a stranger's name is most likely meant for: one letter is wrong, or some are left out; "" if there is none.
// Of several it is the one that the file is called after, else one of which nothing was heard.
func (l *List) Nearest(unit, file string, heard func(Member) bool) string {
	called, isCalled := l.InName(file)
	best, most := "", 0
	for i, m := range l.Members {
		if model.Slips(unit, m.Name) != 1 && !chinese.Abbreviates(unit, m.Name) && !chinese.Abbreviates(m.Name, unit) {
			continue
		}
		weight := 1
		if !heard(m) {
			weight = 2
		}
		if isCalled && called == i {
			weight = 3
		}
		if weight > most {
			best, most = m.Name, weight
		}
	}
	return best
}
