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
	Alike []string // all inputs on the same unit and year, itself among them; nil if it is the only one

	replaces []Source // the first versions of a copy of ours that was edited
	answers  []Source // copies of ours that nobody edited, for the explanations in them
}

// glance is what is told of a file before it is read as a whole.
type glance struct {
	unit   string
	year   int
	ours   bool // a page or data that this program wrote from a report
	copied bool // a marked or corrected copy that this program made
	edited bool // of a copy: its figures or texts are no longer those that it was made with
}

// key is the same for the files of one unit and year, whose reports go by the same file name; "" if they are not known.
func (g glance) key() string {
	if g.unit == "" || g.year == 0 {
		return ""
	}
	return SameName(FileName(g.unit + strconv.Itoa(g.year)))
}

// page is the name of its report's files, without their extension.
func (g glance) page() string { return SameName(FileName(model.TitleOf(g.unit, strconv.Itoa(g.year)))) }

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
	if len(candidates) < 2 {
		for _, s := range candidates {
			plan.Inputs = append(plan.Inputs, Planned{Source: s})
		}
		return plan
	}
	d := draw{sources: candidates, glances: make([]glance, len(candidates)), dropped: make([]bool, len(candidates)), at: map[string][]int{}}
	Run(len(candidates), func(i int) glance { return look(candidates[i]) }, func(i int, g glance) error {
		d.glances[i] = g
		return nil
	})
	plan.Inputs = d.inputs()
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
	at      map[string][]int // the sources of a unit and year that are no copies and no pages
}

func (d *draw) inputs() []Planned {
	planned := make([]Planned, len(d.sources))
	for i, s := range d.sources {
		planned[i] = Planned{Source: s}
		if g := d.glances[i]; g.key() != "" && !g.copied && !g.ours {
			d.at[g.key()] = append(d.at[g.key()], i)
		}
	}
	d.dropCopies(planned)
	d.dropPages()
	var inputs []Planned
	twins := map[string][]string{}
	var keys []string
	for i, p := range planned {
		if d.dropped[i] {
			continue
		}
		inputs, keys = append(inputs, p), append(keys, d.glances[i].key())
		if key := d.glances[i].key(); key != "" {
			twins[key] = append(twins[key], p.Name)
		}
	}
	for i := range inputs {
		if same := twins[keys[i]]; len(same) > 1 {
			inputs[i].Alike = same
		}
	}
	return inputs
}

// dropCopies lets an edited copy replace its originals, and passes over one that nobody edited where its original lies there.
func (d *draw) dropCopies(planned []Planned) {
	for i, g := range d.glances {
		if !d.sources[i].Found || !g.copied || !g.edited || g.key() == "" {
			continue
		}
		for _, original := range d.at[g.key()] {
			d.dropped[original] = true
			planned[i].replaces = append(planned[i].replaces, d.sources[original])
		}
	}
	for i, g := range d.glances {
		if !d.sources[i].Found || !g.copied || g.edited {
			continue
		}
		for _, original := range d.at[g.key()] {
			d.dropped[i] = true
			planned[original].answers = append(planned[original].answers, d.sources[i])
		}
	}
}

// dropPages passes over what was written from a report that lies there too: data and documents by the unit and year in them,
// other pages by their names.
func (d *draw) dropPages() {
	there := map[string]bool{} // units with year, and names of pages, of what lies there
	add := func(i int) { there[d.glances[i].key()], there[d.glances[i].page()] = true, true }
	for _, at := range d.at {
		for _, i := range at {
			add(i)
		}
	}
	written := func(i int) bool {
		if key := d.glances[i].key(); key != "" {
			return there[key]
		}
		name := SameName(stem(d.sources[i].Name))
		if there[name] {
			return true
		}
		for end, r := range name {
			if r == '年' && there[name[:end]] {
				return true
			}
		}
		return false
	}
	alone := map[int]bool{}
	for i, g := range d.glances {
		if !d.sources[i].Found || !g.ours {
			continue
		}
		if written(i) {
			d.dropped[i] = true
		} else if g.key() != "" && isData(d.sources[i]) { // data alone is a report like any other
			alone[i] = true
			add(i)
		}
	}
	for i, g := range d.glances { // pages that came before the data that they were written from
		if d.sources[i].Found && g.ours && !alone[i] && written(i) {
			d.dropped[i] = true
		}
	}
}

func isData(s Source) bool { return strings.EqualFold(filepath.Ext(s.Name), ".json") }

// notes is what is said of an input before its findings.
func (p Planned) notes(r *model.Report) []string {
	var notes []string
	for _, first := range p.replaces {
		note := "已代替“" + first.Name + "”（" + filepath.Base(first.Name) + "已被修改稿代替，没有校验）"
		if data, err := first.Open(); err == nil {
			if before, err := Open(first.Name, data); err == nil {
				note += "，" + differences(before, r)
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
