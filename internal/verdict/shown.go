package verdict

import (
	"nianbao/internal/check"
	"nianbao/internal/form"
)

// Group is what is to be mended in one place of the form: a section, 基本信息, or a sheet of the clerk's own.
type Group struct {
	Title string
	Items []Shown
}

// Shown is one thing to mend as a page shows it: a finding, or several of one rule that are told together.
type Shown struct {
	check.Finding            // the first of them, with the message that tells them all and what to do in the words of the face
	Place         string     // where below the group's title it is; "" where the message says it
	Terms         string     // the cells that take part, with their values
	Keys          []form.Key // what it is on, in order; "" among them for what has no key
}

// Groups are the findings by where they are to be mended, in the order of the form.
func (o Outcome) Groups(options Options) (groups []Group) {
	if o.Err != nil {
		return nil
	}
	t := teller{o, options}
	for _, g := range t.groups() {
		shown := Group{Title: g.title}
		for _, i := range g.items {
			shown.Items = append(shown.Items, t.shown(i))
		}
		groups = append(groups, shown)
	}
	return groups
}

func (o teller) shown(i item) Shown {
	s := Shown{Finding: o.Findings[i.of[0]]}
	s.Message = i.lines[0]
	if len(i.of) == 1 {
		s.Place, s.Terms = o.itemPlace(s.Finding), o.termsOf(s.Finding)
	} else {
		s.Expected, s.Actual, s.Compared, s.Difference, s.Hints = "", "", check.Comparison{}, "", nil // which are those of the first alone
	}
	for _, n := range i.of {
		s.Keys = append(s.Keys, o.Findings[n].Cells[0].Key)
	}
	return s
}
