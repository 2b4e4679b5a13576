// Package county adds the reports of a higher office's members up, says of each member what keeps it out of the sum, compares reports
// with each other, and counts points.
package county

import (
	"slices"
	"sync"
	"time"

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
	Again    string // the day by which it hands in what went back, or never came
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
	letters func() *letters
	lineage func() *lineage
}

// NewList makes a list that finds its members by name. A name that two members have is the first one's.
func NewList(members []Member) *List {
	l := &List{Members: members, named: map[string]int{}, cores: map[string]int{}}
	for i, m := range members {
		for _, name := range append([]string{m.Name}, m.Former...) {
			if _, taken := l.named[chinese.UnitKey(name)]; !taken {
				l.named[chinese.UnitKey(name)] = i
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
	l.inFiles, l.letters, l.lineage = sync.OnceValue(l.namesInFiles), sync.OnceValue(l.byLetters), sync.OnceValue(l.traceLineage)
	return l
}

// Find finds the member with a name, a former one, or the same name cut short (清溪镇 for 清溪镇人民政府); ok is false for a stranger.
func (l *List) Find(unit string) (index int, ok bool) {
	if i, ok := l.named[chinese.UnitKey(unit)]; ok {
		return i, true
	}
	core := chinese.CoreOf(unit)
	if i, ok := l.cores[core]; ok && core != "" && i >= 0 && chinese.IsUnitInShort(unit, l.Members[i].Name) {
		return i, true
	}
	return 0, false
}

// NameOf is the name by which the list has a unit; its own where the list does not have it. A nil list has no members.
func (l *List) NameOf(unit string) string {
	if l != nil {
		if i, ok := l.Find(unit); ok {
			return l.Members[i].Name
		}
	}
	return unit
}

// Has says whether a unit is a member. A nil list has no members.
func (l *List) Has(unit string) bool {
	if l == nil {
		return false
	}
	_, ok := l.Find(unit)
	return ok
}

// IsFormer says whether a name is one that a member had before. A nil list has no members.
func (l *List) IsFormer(unit string) bool {
	if l == nil {
		return false
	}
	i, ok := l.named[chinese.UnitKey(unit)]
	return ok && chinese.UnitKey(unit) != chinese.UnitKey(l.Members[i].Name)
}

// FormersAmong are those of some names that are former ones of a member, each unit once.
func (l *List) FormersAmong(units []string) (formers []string) {
	for _, unit := range units {
		if l.IsFormer(unit) && !slices.ContainsFunc(formers, func(one string) bool { return chinese.IsSameUnit(one, unit) }) {
			formers = append(formers, unit)
		}
	}
	return formers
}
