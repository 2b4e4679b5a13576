package published

import (
	"cmp"
	"maps"
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// meantBeside is what stands beside the form in a part of a report, in one way to write it.
type meantBeside struct {
	part  Part
	kind  model.BesideKind
	meant string
}

func compareBesides(a, b meantBeside) int {
	return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.kind, b.kind), cmp.Compare(a.meant, b.meant))
}

// besides are those of a version; a form has none.
func (v version) besides() map[meantBeside][]model.Beside {
	all := map[meantBeside][]model.Beside{}
	if !v.published {
		return all
	}
	for _, b := range v.Printed.Besides {
		part := prefacePart + Part(slices.IndexFunc(v.Edition.Passages(), func(p form.Passage) bool { return p.Key == b.Key }))
		one := meantBeside{part, b.Kind, meaning(b.Text)}
		all[one] = append(all[one], b)
	}
	return all
}

// compareBesides compares what stands in the reports beside what the form has a place for.
func (c *Comparison) compareBesides(a, b version) {
	inA, inB := a.besides(), b.besides()
	told := func(one meantBeside, list []model.Beside, kind DifferenceKind, side func(*Difference) *Side) {
		for _, b := range list {
			d := Difference{Kind: kind, Part: one.part, Key: b.Key, Label: one.kind.String()}
			*side(&d) = Side{Text: b.Text, Place: b.Place}
			c.differ(d)
		}
	}
	keys := slices.Collect(maps.Keys(inA))
	for one := range inB {
		if inA[one] == nil {
			keys = append(keys, one)
		}
	}
	slices.SortFunc(keys, compareBesides)
	for _, one := range keys {
		both := min(len(inA[one]), len(inB[one]))
		told(one, inA[one][both:], BesideRemoved, func(d *Difference) *Side { return &d.A })
		told(one, inB[one][both:], BesideAdded, func(d *Difference) *Side { return &d.B })
	}
}
