package job

import (
	"slices"

	"nianbao/internal/filename"
)

// draw decides which sources are inputs.
type draw struct {
	sources []Source
	glances []glance
	dropped []bool
	at      map[string][]int // by unit, year and scope, the sources that stand for it: what was written from them is passed over
	named   map[string]bool  // what the names of their pages begin with
	pages   map[string]bool  // what the pages of reports are called, those too that lack unit or year
	copies  map[string][]int // by the path that copies have their names from, these and what lies there
	unnamed map[string][]int // by what is in them, the reports that lack unit or year; nil as long as nobody asks
	drafts  []string         // names of those whose report is not there: nobody means them
	sums    []string         // names of those in which members are added up
	blanks  []string         // names of forms in which nobody filled anything in, beside the unit's report
}

func newDraw(sources []Source) draw {
	d := draw{sources: sources, glances: make([]glance, len(sources)), dropped: make([]bool, len(sources)), at: map[string][]int{},
		pages: map[string]bool{}, copies: map[string][]int{}}
	for i, s := range sources {
		first := LineageOf(s.Name).First
		d.copies[first] = append(d.copies[first], i)
	}
	return d
}

func (d *draw) inputs() []Planned {
	planned := make([]Planned, len(d.sources))
	d.tellCopiesByName()
	d.tellOriginals()
	for i, s := range d.sources {
		g := d.glances[i]
		planned[i] = Planned{Source: s, at: i, unit: g.unit, year: g.year, scope: g.scope}
		if g.name != "" && !g.ours {
			d.pages[filename.Fold(g.name)] = true
		}
		if g.key() != "" && !g.copied && !g.ours {
			d.at[g.key()] = append(d.at[g.key()], i)
		}
		d.dropped[i] = s.Found && (g.told || g.foreign || g.summed)
		if s.Found && g.summed {
			d.sums = append(d.sums, s.Name)
		}
	}
	d.dropReplaced(planned)
	d.dropBlanks()
	d.dropCopies(planned)
	d.dropData(planned)
	d.dropPages(planned)
	return d.left(planned)
}

// left are the inputs that were not dropped, which know of those that are about the same.
func (d *draw) left(planned []Planned) (inputs []Planned) {
	twins, names := map[string][]int{}, map[string][]int{}
	var left []int
	for i := range planned {
		if d.dropped[i] {
			continue
		}
		left = append(left, i)
		if key := d.glances[i].key(); key != "" {
			twins[key] = append(twins[key], i)
		}
		if name := d.glances[i].name; name != "" {
			names[filename.Fold(name)] = append(names[filename.Fold(name)], i)
		}
	}
	called := func(list []int) (names []string) {
		for _, i := range list {
			names = append(names, d.sources[i].Name)
		}
		return names
	}
	for _, same := range twins {
		if len(same) > 1 {
			equal := !slices.ContainsFunc(same[1:], func(i int) bool { return !d.isOneReport(same[0], i) })
			all := called(same)
			for _, i := range same {
				planned[i].Alike, planned[i].Equal = all, equal
			}
		}
	}
	for _, same := range names {
		if len(same) > 1 {
			all := called(same)
			for _, i := range same {
				planned[i].SameName = all
				planned[i].Scopes = slices.ContainsFunc(same, func(j int) bool { return d.glances[i].isOtherScope(d.glances[j]) })
			}
		}
	}
	for _, i := range left {
		inputs = append(inputs, planned[i])
	}
	tellYears(inputs)
	return inputs
}

// tellYears tells the inputs that are among the few of another year than most: somebody may have handed in the wrong one.
func tellYears(inputs []Planned) {
	const many = 3 // inputs of a year, for each of another
	count, usual := map[int]int{}, 0
	for _, p := range inputs {
		if p.year == 0 {
			continue
		}
		if count[p.year]++; count[p.year] > count[usual] {
			usual = p.year
		}
	}
	for i, p := range inputs {
		if p.year != 0 && p.year != usual && count[p.year]*many <= count[usual] {
			inputs[i].usual = usual
		}
	}
}

// others lists the files of folders that no report comes in, texts that are none among them.
func (d *draw) others(sources []Source) (names []string) {
	foreign := map[string]bool{} // of all that were looked at
	for i, g := range d.glances {
		foreign[d.sources[i].Name] = g.foreign
	}
	for _, s := range sources {
		if isForeign, looked := foreign[s.Name]; s.Found && (!looked || isForeign) && !d.isText(s.Name) && !isRecord(s) {
			names = append(names, s.Name)
		}
	}
	return names
}

// isOneReport says whether two sources hold the same report, as a form and a page of it do.
func (d *draw) isOneReport(i, j int) bool {
	if digest := d.digest(i); digest == "" || digest == d.digest(j) {
		return digest != ""
	}
	a, errA := openSource(d.sources[i])
	b, errB := openSource(d.sources[j])
	return errA == nil && errB == nil && len(toldApart(a, b, "", "")) == 0
}
