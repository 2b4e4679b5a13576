package job

import (
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/render"
)

// draw decides which sources are inputs.
type draw struct {
	sources []Source
	glances []glance
	dropped []bool
	at      map[string][]int // by unit, year and scope, the sources that stand for it: what was written from them is passed over
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
			d.pages[SameName(g.name)] = true
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
			names[name] = append(names[name], i)
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

// dropBlanks passes over forms as they were sent out where a report of their unit lies there too. One that is all that came is that report.
func (d *draw) dropBlanks() {
	forms := map[string][]int{}
	for i, g := range d.glances {
		if g.key() != "" && !d.dropped[i] && !g.ours {
			forms[g.key()] = append(forms[g.key()], i)
		}
	}
	for key, list := range forms {
		if len(list) < 2 {
			continue
		}
		blank := map[int]bool{}
		for _, i := range list {
			blank[i] = holdsUntouched(d.sources[i])
		}
		isFilled := func(i int) bool { return !blank[i] }
		if !slices.ContainsFunc(list, isFilled) {
			continue
		}
		for _, i := range list {
			if blank[i] && d.sources[i].Found {
				d.dropped[i] = true
				if !d.glances[i].copied {
					d.blanks = append(d.blanks, d.sources[i].Name)
				}
			}
		}
		d.at[key] = slices.DeleteFunc(d.at[key], func(i int) bool { return d.dropped[i] })
	}
	slices.Sort(d.blanks)
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

// isOneReport says whether two sources hold the same report, as a form and a page of it do.
func (d *draw) isOneReport(i, j int) bool {
	if digest := d.digest(i); digest == "" || digest == d.digest(j) {
		return digest != ""
	}
	a, errA := openSource(d.sources[i])
	b, errB := openSource(d.sources[j])
	return errA == nil && errB == nil && len(toldApart(a, b, "", "")) == 0
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

// dropData passes over data that were written from a report that lies there too; those of a draft after the others. Data alone are a
// report like any other.
func (d *draw) dropData(planned []Planned) {
	for _, drafts := range []bool{false, true} {
		for i, g := range d.glances {
			if _, draft := pageName(d.sources[i].Name); draft != drafts || !d.sources[i].Found || g.key() == "" || !g.data {
				continue
			}
			written := func(from int) bool { return drafts || !d.glances[from].data || d.digest(from) == d.digest(i) }
			if standing, _ := d.standing(g); slices.ContainsFunc(standing, written) {
				d.passOver(i, planned)
			} else {
				d.at[g.key()] = append(d.at[g.key()], i)
			}
		}
	}
}

// dropPages passes over what was written from a report that lies there too: documents by the unit and year in them, other pages by
// their names, and so is what came with them in a package that was unzipped. A draft that cannot be read is nobody's report.
func (d *draw) dropPages(planned []Planned) {
	for i, g := range d.glances {
		if d.sources[i].Found && isEnclosed(d.sources[i].Name) && d.isNamedAfter(d.sources[i].Name) {
			d.dropped[i] = true
		}
		if d.dropped[i] || !d.sources[i].Found || !g.ours || slices.Contains(d.at[g.key()], i) {
			continue
		}
		if standing, _ := d.standing(g); len(standing) > 0 || g.key() == "" && d.isNamedAfter(d.sources[i].Name) {
			d.passOver(i, planned)
		} else if _, draft := pageName(d.sources[i].Name); draft && g.name == "" {
			d.dropped[i] = true
			d.drafts = append(d.drafts, d.sources[i].Name)
		}
	}
}

// passOver drops a page or data that were written from what stands for their unit and year, which is to say so where it says something
// else by now.
func (d *draw) passOver(i int, planned []Planned) {
	d.dropped[i] = true
	standing, certain := d.standing(d.glances[i])
	if certain {
		for _, s := range standing {
			planned[s].written = append(planned[s].written, d.sources[i])
		}
	}
}

// standing are the sources that a page or data may have been written from. Pages do not tell the scope, nor do data of before it could be
// told: where reports of both lie there, it is not certain of which they are; nor are those of which nobody can read what they say.
func (d *draw) standing(g glance) (list []int, certain bool) {
	list, certain = d.at[g.key()], g.key() != ""
	if g.scope != "" || !certain {
		return list, certain
	}
	sum := g
	sum.scope = form.SumScope
	sums := d.at[sum.key()]
	return slices.Concat(list, sums), len(list) == 0 || len(sums) == 0
}

// isNamedAfter says whether a file has the name that pages of a report have which lies there too.
func (d *draw) isNamedAfter(file string) bool {
	name, _ := pageName(file)
	name = SameName(name)
	if d.pages[name] {
		return true
	}
	for at := range len(name) {
		if strings.HasPrefix(name[at:], "年") && len(d.at[name[:at]])+len(d.at[name[:at]+sumKey]) > 0 {
			return true
		}
	}
	return false
}

// isText says whether a file is a page of such a report that no input tells by its contents.
func (d *draw) isText(file string) bool {
	is := func(f render.Format) bool { return strings.EqualFold(f.Extension, filepath.Ext(file)) }
	return slices.ContainsFunc(render.Formats(), is) && d.isNamedAfter(file)
}
