package job

import "slices"

// beneath lists the sources beside one that it is a copy of by its name, or a copy of their copies.
func (d *draw) beneath(i int) (list []int) {
	l := LineageOf(d.sources[i].Name)
	if l.Step == 0 {
		return nil
	}
	for _, j := range d.copies[l.First] {
		if LineageOf(d.sources[j].Name).Step < l.Step {
			list = append(list, j)
		}
	}
	return list
}

// tellCopiesByName takes a workbook that is called a copy of one beside it, and says the same, for a copy that nobody edited: the
// first release did not write into copies that they are, and some programs drop it.
func (d *draw) tellCopiesByName() {
	for i, g := range d.glances {
		if g.copied || g.ours || g.key() == "" {
			continue
		}
		for _, j := range d.beneath(i) {
			if d.glances[j].ours || g.key() != d.glances[j].key() {
				continue
			}
			if digest := d.digest(i); digest != "" && digest == d.digest(j) {
				d.glances[i].copied, d.glances[i].made, d.glances[i].from = true, digest, digest
			}
		}
	}
}

// tellOriginals takes a document of ours for a report like any other where a copy was made from what it says, and nothing else lies there
// that it could be made from: it was handed in, and the copy came back for it. Of several such documents that is the one that the copy has
// its name from.
func (d *draw) tellOriginals() {
	pages, reports := map[string][]int{}, map[string][]int{} // by unit, year and scope
	for i, g := range d.glances {
		switch {
		case !d.sources[i].Found || g.key() == "" || g.copied || g.data:
		case g.ours:
			pages[g.key()] = append(pages[g.key()], i)
		default:
			reports[g.key()] = append(reports[g.key()], i)
		}
	}
	for i, g := range d.glances {
		if !g.copied || len(pages[g.key()]) == 0 {
			continue
		}
		saying := func(list []int) []int {
			return slices.DeleteFunc(slices.Clone(list), func(from int) bool { return d.digest(from) != g.from })
		}
		if len(saying(reports[g.key()])) > 0 {
			continue
		}
		originals := saying(pages[g.key()])
		if len(originals) > 1 {
			originals = slices.DeleteFunc(originals, func(from int) bool { return !slices.Contains(d.beneath(i), from) })
		}
		for _, from := range originals {
			d.glances[from].ours = false
		}
	}
}

// dropReplaced lets an edited copy replace what it was made from, and what that was made from in its turn: the report with the same
// contents, or the copy that was edited before. An original that was changed since then is no longer what the copy was made from, and
// stays beside it. The copy that nothing came after stands for the report from then on.
func (d *draw) dropReplaced(planned []Planned) {
	var edited []int
	copies, untouched := map[string][]int{}, map[string][]int{} // by what is in them: those that were edited, and the others
	for i, g := range d.glances {
		switch {
		case !d.sources[i].Found:
		case g.edited():
			edited = append(edited, i)
			copies[g.digest] = append(copies[g.digest], i)
		case g.copied && g.key() != "":
			untouched[g.digest] = append(untouched[g.digest], i)
		}
	}
	earlier := map[int][]int{} // what each was made from
	followed := map[int]bool{} // something was made from it
	for _, i := range edited {
		from := d.madeFrom(i, copies)
		if len(from) == 0 { // the original is gone, and a copy of it stands for it
			from = slices.DeleteFunc(slices.Clone(untouched[d.glances[i].from]), func(first int) bool { return d.glances[first].key() != d.glances[i].key() })
		}
		for _, first := range from {
			earlier[i] = append(earlier[i], first)
			followed[first] = true
		}
	}
	for _, i := range edited {
		if followed[i] {
			continue
		}
		seen := map[int]bool{i: true}
		for list := slices.Clone(earlier[i]); len(list) > 0; list = list[1:] {
			if first := list[0]; !seen[first] {
				seen[first], d.dropped[first] = true, true
				planned[i].replaces = append(planned[i].replaces, d.sources[first])
				list = append(list, earlier[first]...)
			}
		}
	}
	for key, standing := range d.at {
		d.at[key] = slices.DeleteFunc(standing, func(i int) bool { return d.dropped[i] })
	}
	for _, i := range edited {
		if key := d.glances[i].key(); !d.dropped[i] && key != "" {
			d.at[key] = append(d.at[key], i)
		}
	}
}

// madeFrom lists what an edited copy was made from, as far as its contents bear that out. Of two that could each be made from the
// other, the names tell which is the later.
func (d *draw) madeFrom(i int, copies map[string][]int) (list []int) {
	g, named := d.glances[i], d.beneath(i) // by name also if the unit's name or the year was put right in the copy
	candidates := slices.Concat(d.at[g.key()], copies[g.from], named)
	if g.key() == "" && len(named) == 0 {
		if same := d.unnamedWith(g.from); len(same) == 1 { // of several blank forms nobody knows which
			candidates = append(candidates, same...)
		}
	}
	slices.Sort(candidates)
	for _, first := range slices.Compact(candidates) {
		eitherWay := d.glances[first].made == g.digest && !slices.Contains(named, first)
		if first != i && d.sources[first].Found && !eitherWay && !slices.Contains(d.beneath(first), i) && d.digest(first) == g.from {
			list = append(list, first)
		}
	}
	return list
}

// unnamedWith lists the reports without unit or year in which the same stands.
func (d *draw) unnamedWith(digest string) []int {
	if d.unnamed == nil {
		d.unnamed = map[string][]int{}
		for i, g := range d.glances {
			if g.name != "" && g.key() == "" && !g.copied && !g.ours {
				digest := d.digest(i)
				d.unnamed[digest] = append(d.unnamed[digest], i)
			}
		}
	}
	return d.unnamed[digest]
}

// digest is that of the report in a source, which is read for it if need be; "" if it cannot be.
func (d *draw) digest(i int) string {
	if g := &d.glances[i]; g.digest == "" {
		if r, err := openSource(d.sources[i]); err == nil {
			g.digest = r.Digest()
		}
	}
	return d.glances[i].digest
}

// dropCopies passes over a copy that nobody edited where the report that it was made from lies there too, or what replaced that
// report. A copy that is left alone stands for the report.
func (d *draw) dropCopies(planned []Planned) {
	var alone []int
	for i, g := range d.glances {
		if !d.sources[i].Found || !g.copied || g.edited() {
			continue
		}
		standing := d.at[g.key()]
		if g.key() == "" {
			if standing = d.beneath(i); len(standing) == 0 {
				standing = d.unnamedWith(g.from)
			}
		}
		for _, s := range standing {
			if other := d.glances[s]; !d.dropped[s] && (!other.copied || planned[s].replaces != nil || other.digest == g.digest) {
				d.dropped[i] = true
				planned[s].answers = append(planned[s].answers, d.sources[i])
			}
		}
		if !d.dropped[i] && g.key() != "" {
			alone = append(alone, i)
		}
	}
	for _, i := range alone {
		d.at[d.glances[i].key()] = append(d.at[d.glances[i].key()], i)
	}
}
