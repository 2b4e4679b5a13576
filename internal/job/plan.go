package job

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/model"
	"nianbao/internal/render"
)

// Plan says which of many files are inputs, and what is to be said of the others. It is made before any of them is read as a whole.
type Plan struct {
	Inputs []Planned
	Others []string // names of files of a folder that no report comes in: pictures, archives and the like
}

// Planned is a file that is read.
type Planned struct {
	Source
	Alike    []string // all inputs on the same unit and year, itself among them; nil if it is the only one
	SameName []string // all inputs whose reports go by the same file name, itself among them; nil if it is the only one

	replaces []Source // the first versions of a copy of ours that was edited
	answers  []Source // copies of ours that nobody edited, for the explanations in them
}

// glance is what is told of a file before it is read as a whole.
type glance struct {
	unit   string
	year   int
	name   string // of the files of its report, before their extension; "" for what is none
	ours   bool   // a page or data that this program wrote from a report
	told   bool   // findings that this program wrote: none of them is a report
	copied bool   // a marked or corrected copy that this program made
	made   string // of a copy: the digest of the report that it was made with
	from   string // of a copy: the digest of the report that it was made from
	digest string // of a copy and of data of ours, of others when it is asked for: that of the report in it; "" if it could not be read
}

// edited says of a copy that its figures or texts are no longer those that it was made with.
func (g glance) edited() bool { return g.copied && g.digest != "" && g.digest != g.made }

// isData tells data that this program wrote from its pages.
func (g glance) isData() bool { return g.ours && g.digest != "" }

// key is the same for the files of one unit and year, whose reports go by the same file name; "" if they are not known.
func (g glance) key() string {
	if g.unit == "" || g.year == 0 {
		return ""
	}
	return SameName(FileName(g.unit + strconv.Itoa(g.year)))
}

// NewPlan looks at all sources once. In a folder, what this program wrote itself is no input: pages and data from a report that lies
// there too, and copies of it that nobody edited. A copy that was edited is the later version, and replaces the first.
func NewPlan(sources []Source) Plan {
	var plan Plan
	candidates := slices.DeleteFunc(slices.Clone(sources), func(s Source) bool {
		_, ok := inputNamed(s.Name)
		if s.Found && !ok {
			plan.Others = append(plan.Others, s.Name)
		}
		return s.Found && !ok
	})
	if len(sources) == 1 && len(candidates) == 1 { // nothing to hold it against
		plan.Inputs = []Planned{{Source: candidates[0]}}
		return plan
	}
	d := draw{sources: candidates, glances: make([]glance, len(candidates)), dropped: make([]bool, len(candidates)), at: map[string][]int{}, pages: map[string]bool{}}
	Run(len(candidates), func(i int) glance { return look(candidates[i]) }, func(i int, g glance) error {
		d.glances[i] = g
		return nil
	})
	plan.Inputs = d.inputs()
	plan.Others = slices.DeleteFunc(plan.Others, d.isText)
	return plan
}

// Reads lists the names of the files that reports are read from, those that were replaced among them: nothing is to be written over
// one of them. What this program wrote from them may be written anew.
func (p Plan) Reads() (names []string) {
	for _, in := range p.Inputs {
		names = append(names, in.Name)
		for _, first := range in.replaces {
			names = append(names, first.Name)
		}
	}
	return names
}

// look opens a source and tells what can be told without reading it as a whole. What cannot be opened is told when it is read.
func look(s Source) (g glance) {
	defer func() {
		if recover() != nil {
			g = glance{}
		}
	}()
	data, err := s.Open()
	if err != nil {
		return glance{}
	}
	return inputOf(s.Name, data).peek(data)
}

// draw decides which sources are inputs.
type draw struct {
	sources []Source
	glances []glance
	dropped []bool
	at      map[string][]int // by unit and year, the sources that stand for it: what was written from them is passed over
	pages   map[string]bool  // what the pages of reports are called, those too that lack unit or year
}

func (d *draw) inputs() []Planned {
	planned := make([]Planned, len(d.sources))
	d.tellCopiesByName()
	for i, s := range d.sources {
		planned[i] = Planned{Source: s}
		g := d.glances[i]
		if g.name != "" && !g.ours {
			d.pages[SameName(g.name)] = true
		}
		if g.key() != "" && !g.copied && !g.ours {
			d.at[g.key()] = append(d.at[g.key()], i)
		}
		d.dropped[i] = s.Found && g.told
	}
	d.dropReplaced(planned)
	d.dropCopies(planned)
	d.dropPages()
	var inputs []Planned
	twins, names := map[string][]string{}, map[string][]string{}
	var keys, called []string
	for i, p := range planned {
		if d.dropped[i] {
			continue
		}
		key, name := d.glances[i].key(), d.glances[i].name
		inputs, keys, called = append(inputs, p), append(keys, key), append(called, name)
		if key != "" {
			twins[key] = append(twins[key], p.Name)
		}
		if name != "" {
			names[name] = append(names[name], p.Name)
		}
	}
	for i := range inputs {
		if same := twins[keys[i]]; len(same) > 1 {
			inputs[i].Alike = same
		}
		if same := names[called[i]]; len(same) > 1 {
			inputs[i].SameName = same
		}
	}
	return inputs
}

// tellCopiesByName takes a workbook that is called a copy of one beside it, and says the same, for a copy that nobody edited: the
// first release did not write into copies that they are, and some programs drop it.
func (d *draw) tellCopiesByName() {
	paths := map[string]int{}
	for i, s := range d.sources {
		paths[filepath.Clean(s.Name)] = i
	}
	for i, g := range d.glances {
		j, ok := paths[original(d.sources[i].Name)]
		if !ok || g.copied || g.ours || d.glances[j].ours || g.key() == "" || g.key() != d.glances[j].key() {
			continue
		}
		if digest := d.digest(i); digest != "" && digest == d.digest(j) {
			d.glances[i].copied, d.glances[i].made, d.glances[i].from = true, digest, digest
		}
	}
}

// dropReplaced lets an edited copy replace what it was made from: the report with the same contents, or the copy that was edited
// before. An original that was changed since then is no longer what the copy was made from, and stays beside it. The copy stands
// for the report from then on.
func (d *draw) dropReplaced(planned []Planned) {
	var edited []int
	copies := map[string][]int{} // edited ones by what is in them
	paths := map[string]int{}
	for i, g := range d.glances {
		paths[filepath.Clean(d.sources[i].Name)] = i
		if d.sources[i].Found && g.edited() && g.key() != "" {
			edited = append(edited, i)
			copies[g.digest] = append(copies[g.digest], i)
		}
	}
	for _, i := range edited {
		g := d.glances[i]
		candidates := slices.Concat(d.at[g.key()], copies[g.from])
		if beside, ok := paths[original(d.sources[i].Name)]; ok { // also if the unit's name or the year was put right in the copy
			candidates = append(candidates, beside)
		}
		slices.Sort(candidates)
		for _, first := range slices.Compact(candidates) {
			if d.sources[first].Found && first != i && !d.dropped[i] && d.glances[first].made != g.digest && d.digest(first) == g.from {
				d.dropped[first] = true
				planned[i].replaces = append(planned[i].replaces, d.sources[first])
			}
		}
	}
	for key, standing := range d.at {
		d.at[key] = slices.DeleteFunc(standing, func(i int) bool { return d.dropped[i] })
	}
	for _, i := range edited {
		if key := d.glances[i].key(); !d.dropped[i] {
			d.at[key] = append(d.at[key], i)
		}
	}
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
		if !d.sources[i].Found || !g.copied || g.edited() || g.key() == "" {
			continue
		}
		for _, standing := range d.at[g.key()] {
			if other := d.glances[standing]; !other.copied || planned[standing].replaces != nil || other.digest == g.digest {
				d.dropped[i] = true
				planned[standing].answers = append(planned[standing].answers, d.sources[i])
			}
		}
		if !d.dropped[i] {
			alone = append(alone, i)
		}
	}
	for _, i := range alone {
		d.at[d.glances[i].key()] = append(d.at[d.glances[i].key()], i)
	}
}

// dropPages passes over what was written from a report that lies there too: documents by the unit and year in them, other pages by
// their names. Data alone is a report like any other.
func (d *draw) dropPages() {
	for i, g := range d.glances {
		if !d.sources[i].Found || !g.ours || g.key() == "" || !g.isData() {
			continue
		}
		written := func(from int) bool { return !d.glances[from].isData() || d.glances[from].digest == g.digest }
		if slices.ContainsFunc(d.at[g.key()], written) {
			d.dropped[i] = true
		} else {
			d.at[g.key()] = append(d.at[g.key()], i)
		}
	}
	for i, g := range d.glances {
		if !d.sources[i].Found || !g.ours || slices.Contains(d.at[g.key()], i) {
			continue
		}
		if len(d.at[g.key()]) > 0 || g.key() == "" && d.isNamedAfter(d.sources[i].Name) {
			d.dropped[i] = true
		}
	}
}

// isNamedAfter says whether a file has the name that pages of a report have which lies there too.
func (d *draw) isNamedAfter(file string) bool {
	stem := SameName(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
	if d.pages[stem] {
		return true
	}
	for at := range len(stem) {
		if strings.HasPrefix(stem[at:], "年") && len(d.at[stem[:at]]) > 0 {
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

// notes is what is said of an input before its findings.
func (p Planned) notes(r *model.Report) []string {
	var notes []string
	for _, first := range p.replaces {
		note := "“" + first.Name + "”已被修改稿代替，没有校验"
		if data, err := first.Open(); err == nil {
			if before, err := Open(first.Name, data); err == nil {
				note += "；" + differences(before, r)
			}
		}
		notes = append(notes, note)
	}
	if twin := p.twin(); len(p.Alike) > 2 {
		notes = append(notes, fmt.Sprintf("“%s”等%d份也是这个单位、这个年度的，请核对用哪一份", twin, len(p.Alike)-1))
	} else if twin != "" {
		notes = append(notes, "“"+twin+"”也是这个单位、这个年度的，请核对用哪一份")
	}
	return notes
}

// twin is the first other input on the same unit and year; "" if there is none.
func (p Planned) twin() string {
	for _, name := range p.Alike {
		if name != p.Name {
			return name
		}
	}
	return ""
}
