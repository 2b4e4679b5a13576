package job

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/model"
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

// Originals are the names of the files that people wrote: the inputs, and the first versions that edited copies replace.
func (p Plan) Originals() []string {
	var names []string
	for _, in := range p.Inputs {
		names = append(names, in.Name)
		for _, first := range in.replaces {
			names = append(names, first.Name)
		}
	}
	return names
}

// glance is what is told of a file before it is read as a whole.
type glance struct {
	unit   string
	year   int
	title  string // of the report; "" for what is none, and for pages
	ours   bool   // a page or data that this program wrote from a report
	digest string // of the report, for data that this program wrote and for copies
	result bool   // findings, written by this program
	copied bool   // a marked or corrected copy that this program made
	first  string // of a copy: the digest of the report that it was made with
}

// edited says of a copy that its figures or texts are no longer those that it was made with.
func (g glance) edited() bool { return g.digest != "" && g.digest != g.first }

// name is what the report's files are called, before their extension; "" for what is no report.
func (g glance) name() string {
	if g.title == "" {
		return ""
	}
	return FileName(g.title)
}

// key is the same for the files of one unit and year; "" if they are not known.
func (g glance) key() string {
	if g.unit == "" || g.year == 0 {
		return ""
	}
	return FileName(g.unit + strconv.Itoa(g.year))
}

// NewPlan looks at all sources once. In a folder, what this program wrote itself is no input: findings, pages and data from a report
// that lies there too, and copies of it that nobody edited. A copy that was edited is the later version, and replaces the first.
func NewPlan(sources []Source) Plan {
	if len(sources) == 1 && !sources[0].Found {
		return Plan{Inputs: []Planned{{Source: sources[0]}}}
	}
	d := draw{at: map[string][]int{}}
	var others []string
	for _, s := range sources {
		if _, ok := inputNamed(s.Name); s.Found && !ok {
			others = append(others, s.Name)
		} else {
			d.sources = append(d.sources, s)
		}
	}
	d.glances, d.dropped = make([]glance, len(d.sources)), make([]bool, len(d.sources))
	Run(len(d.sources), func(i int) glance { return look(d.sources[i]) }, func(i int, g glance) error {
		d.glances[i] = g
		return nil
	})
	plan := Plan{Inputs: d.inputs()}
	for _, name := range others {
		if !d.isText(name) {
			plan.Others = append(plan.Others, name)
		}
	}
	return plan
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
	at      map[string][]int // by unit and year: the sources that are no copies and no pages
	origins []glance         // the reports that pages are written from
}

func (d *draw) inputs() []Planned {
	planned := make([]Planned, len(d.sources))
	d.tellCopiesByName()
	for i, s := range d.sources {
		planned[i] = Planned{Source: s}
		g := d.glances[i]
		d.dropped[i] = s.Found && g.result
		if g.key() != "" && !g.copied && !g.ours {
			d.at[g.key()] = append(d.at[g.key()], i)
		}
	}
	d.dropCopies(planned)
	d.dropPages()
	var inputs []Planned
	var glances []glance
	alike, sameName := map[string][]string{}, map[string][]string{}
	for i, p := range planned {
		if g := d.glances[i]; !d.dropped[i] {
			inputs, glances = append(inputs, p), append(glances, g)
			alike[g.key()] = append(alike[g.key()], p.Name)
			sameName[g.name()] = append(sameName[g.name()], p.Name)
		}
	}
	for i, g := range glances {
		if same := alike[g.key()]; g.key() != "" && len(same) > 1 {
			inputs[i].Alike = same
		}
		if same := sameName[g.name()]; g.name() != "" && len(same) > 1 {
			inputs[i].SameName = same
		}
	}
	return inputs
}

// tellCopiesByName takes a workbook that is called a copy of one beside it, and says the same, for a copy that nobody edited: the
// first release did not write into copies that they are, and some programs drop it.
func (d *draw) tellCopiesByName() {
	named := map[string]int{}
	for i, s := range d.sources {
		named[s.Name] = i
	}
	for i, g := range d.glances {
		for _, suffix := range []string{markedSuffix, correctSuffix} {
			extension := filepath.Ext(d.sources[i].Name)
			of, ok := strings.CutSuffix(strings.TrimSuffix(d.sources[i].Name, extension), suffix)
			j, beside := named[of+extension]
			if !ok || !beside || g.copied || g.key() == "" || g.key() != d.glances[j].key() {
				continue
			}
			copied, err := openSource(d.sources[i])
			if err != nil {
				continue
			}
			if first, err := openSource(d.sources[j]); err == nil && copied.Digest() == first.Digest() {
				d.glances[i].copied, d.glances[i].digest, d.glances[i].first = true, first.Digest(), first.Digest()
			}
		}
	}
}

// dropCopies lets an edited copy replace what it was made from, and passes over one that nobody edited where another version of
// the report lies there.
func (d *draw) dropCopies(planned []Planned) {
	later := map[string][]int{} // edited copies by unit and year
	for i, g := range d.glances {
		if d.sources[i].Found && g.copied && g.edited() && g.key() != "" {
			later[g.key()] = append(later[g.key()], i)
		}
	}
	for i, g := range d.glances {
		if !slices.Contains(later[g.key()], i) {
			continue
		}
		versions := slices.Clone(d.at[g.key()])
		for _, other := range later[g.key()] {
			o := d.glances[other]
			inTurn := o.first == g.digest && other < i // each is what the other was made from: one of them stays
			if other != i && o.digest == g.first && !inTurn {
				versions = append(versions, other)
			}
		}
		for _, first := range versions {
			d.dropped[first] = true
			planned[i].replaces = append(planned[i].replaces, d.sources[first])
		}
	}
	for i, g := range d.glances {
		if !d.sources[i].Found || !g.copied || g.edited() {
			continue
		}
		for _, version := range slices.Concat(d.at[g.key()], later[g.key()]) {
			d.dropped[i] = true
			planned[version].answers = append(planned[version].answers, d.sources[i])
		}
	}
}

// dropPages passes over what was written from a report that lies there too: data and documents by the unit and year in them,
// other pages by their names. Data alone is a report like any other.
func (d *draw) dropPages() {
	for i, g := range d.glances {
		if g.title != "" && !g.ours && !d.dropped[i] {
			d.origins = append(d.origins, g)
		}
	}
	written := len(d.origins)
	for i, g := range d.glances {
		if !g.ours || g.digest == "" || !d.sources[i].Found {
			continue
		}
		isOrigin := func(o glance) bool { return o.name() == g.name() }
		isSame := func(o glance) bool { return o.digest == g.digest }
		if d.dropped[i] = slices.ContainsFunc(d.origins[:written], isOrigin) || slices.ContainsFunc(d.origins[written:], isSame); !d.dropped[i] {
			d.origins = append(d.origins, g)
		}
	}
	for i, g := range d.glances {
		if d.sources[i].Found && g.ours && g.digest == "" {
			d.dropped[i] = slices.ContainsFunc(d.origins, func(o glance) bool {
				return g.name() == o.name() || g.title == "" && strings.HasPrefix(stem(d.sources[i].Name), o.name())
			})
		}
	}
}

// isText tells a text that was written from a report that lies there too: nothing but its name says so.
func (d *draw) isText(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".txt") && slices.ContainsFunc(d.origins, func(o glance) bool { return stem(name) == o.name() })
}

// stem is the name of a file without its folder and extension.
func stem(file string) string { return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) }

// notes is what is said of an input before its findings.
func (p Planned) notes(r *model.Report) []string {
	var notes []string
	for _, first := range p.replaces {
		note := "已代替“" + first.Name + "”，那一份没有校验"
		if data, err := first.Open(); err == nil {
			if before, err := Open(first.Name, data); err == nil {
				note += "。" + differences(before, r)
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
