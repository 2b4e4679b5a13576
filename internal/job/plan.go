package job

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// Plan says which of many files are inputs, and what is to be said of the others. It is made before any of them is read as a whole.
type Plan struct {
	Inputs []Planned
	Others []string // names of files of a folder that no report comes in: pictures, archives and the like
	Drafts []string // names of drafts in it whose report is not there, and that cannot be read
	Sums   []string // names of the workbooks in it in which a higher office adds its members up
	Blanks []string // names of forms in it in which nobody filled anything in, beside a report of their unit
}

// Planned is a file that is read.
type Planned struct {
	Source
	Alike    []string // all inputs on the same unit and year, itself among them; nil if it is the only one
	Equal    bool     // all of these say the same
	SameName []string // all inputs whose reports go by the same file name, itself among them; nil if it is the only one
	Scopes   bool     // of these some are on the same unit and year, with another scope

	unit     string          // that was seen at the first look; "" for none
	year     int             // likewise; 0 for none
	scope    string          // likewise
	usual    int             // the year of most inputs, where this one is among the few of another; else 0
	replaces []Source        // the earlier versions of a copy of ours that was edited, the latest first
	answers  []Source        // copies of ours that nobody edited, for the explanations in them
	written  []Source        // documents and data of ours on the same unit and year, which are not looked at
	handedIn bool            // an office looks at it
	meant    string          // the name of its unit by the office's list, where it has another; "" for that
	at       int             // its place among the sources that might be inputs
	among    map[string]bool // paths of all sources of the plan
}

// NewPlan looks at all sources once. In a folder, what this program wrote itself is no input: pages and data from a report that lies
// there too, and copies of it that nobody edited. A copy that was edited is the later version, and replaces the first.
func NewPlan(sources []Source) Plan {
	if len(sources) == 1 && isCandidate(sources[0]) { // nothing to hold it against
		return Plan{Inputs: []Planned{{Source: sources[0]}}}
	}
	return newPlan(sources, func(_ int, s Source) glance { return look(s) }, func(int, Source) {})
}

func isCandidate(s Source) bool { return !s.Found || mayBeInput(s) }

// newPlan looks at all sources that might be inputs, which are numbered. looked is called behind each in their order.
func newPlan(sources []Source, look func(i int, s Source) glance, looked func(i int, s Source)) Plan {
	var plan Plan
	var candidates []Source
	for _, s := range sources {
		if isCandidate(s) {
			candidates = append(candidates, s)
		} else {
			plan.Others = append(plan.Others, s.Name)
		}
	}
	d := newDraw(candidates)
	Run(len(candidates), func(i int) glance { return look(i, candidates[i]) }, func(i int, g glance) error {
		d.glances[i] = g
		looked(i, candidates[i])
		return nil
	})
	plan.Inputs = d.inputs()
	among := map[string]bool{}
	for _, s := range candidates {
		among[filepath.Clean(s.Name)] = true
	}
	for i := range plan.Inputs {
		plan.Inputs[i].among = among
	}
	plan.Others, plan.Drafts, plan.Sums, plan.Blanks = d.others(sources), d.drafts, d.sums, d.blanks
	return plan
}

// IsAlone says whether an input is checked as if it were the only one: no other has anything to do with it.
func (p Planned) IsAlone() bool {
	return p.Alike == nil && p.usual == 0 && p.replaces == nil && p.answers == nil && p.written == nil && p.meant == ""
}

// OfMember is the input as an office looks at it, which tells by itself which of several counts and which year is asked for.
func (p Planned) OfMember() Planned {
	p.Alike, p.Equal, p.usual, p.handedIn = nil, false, 0, true
	return p
}

// Meant is the input judged as that of the unit that it is of by the office's list, whatever name it wrote: what it says of itself is right
// under that name. "" is for its own.
func (p Planned) Meant(unit string) Planned {
	p.meant = unit
	return p
}

// judged is a report under the name by which it is judged.
func (p Planned) judged(r *model.Report) *model.Report {
	if p.meant == "" {
		return r
	}
	named := *r
	named.Fields = maps.Clone(r.Fields)
	name := r.Fields["unit.name"]
	name.Text = p.meant
	named.Fields["unit.name"] = name
	return &named
}

// Replaced lists the names of the earlier versions of an edited copy, which are not looked at.
func (p Planned) Replaced() (names []string) {
	for _, first := range p.replaces {
		names = append(names, first.Name)
	}
	return names
}

// Reads lists the names of the files that reports are read from, those that were replaced among them: nothing is to be written over
// one of them. What this program wrote from them may be written anew.
func (p Plan) Reads() (names []string) {
	for _, in := range p.Inputs {
		names = append(append(names, in.Name), in.Replaced()...)
	}
	return names
}

// Notes are what is said of files that nobody means, those of folders as those that are in hand together.
func (p Plan) Notes() (notes []error) {
	if n := len(p.Drafts); n > 0 {
		notes = append(notes, remedy.New(fmt.Sprintf("另有%d个草稿，它们的填报表不在这里，没有看：%s", n, listedApart(p.Drafts)), remedy.GiveAlone))
	}
	if n := len(p.Blanks); n > 0 {
		notes = append(notes, fmt.Errorf("另有%d份填报表还是发下去的样子，没有填，那个单位另有填好的，没有看：%s", n, listedApart(p.Blanks)))
	}
	return notes
}

// listedApart lists the first of some files, each told from the others.
func listedApart(names []string) string { return chinese.Listed(NamesApart(names), MostFiles) }

// notes is what is said of an input before its findings.
func (p Planned) notes(k *Checker, r *model.Report, outdated []string) []string {
	var notes []string
	for _, first := range p.replaces {
		var before *model.Report
		if data, err := first.Open(); err == nil {
			before, _ = first.read(data)
		}
		notes = append(notes, k.ReplacedNote(first.Name, before, r))
	}
	for _, page := range outdated {
		notes = append(notes, outdatedNote(page))
	}
	if p.usual != 0 {
		notes = append(notes, fmt.Sprintf("这一份是%d年度的，一起看的多数是%d年度的，请核对", p.year, p.usual))
	}
	if twins := p.twins(); twins != nil {
		notes = append(notes, TwinNote(twins, p.Equal, ""))
	}
	return notes
}

// TwinNote says of a report which others are on its unit and year, and what to do, where all say the same and where they do not; chosen is
// the one of them that the office's register says counts, "" for none.
func TwinNote(others []string, equal bool, chosen string) string {
	which, todo := "“"+others[0]+"”", "请核对用哪一份"
	if len(others) > 1 {
		which += fmt.Sprintf("等%d份", len(others))
	}
	switch {
	case equal:
		todo = "内容也相同，留一份就行"
	case chosen != "":
		todo = "登记里写的是采用“" + chosen + "”"
	}
	return which + "也是这个单位、这个年度的，" + todo
}

// ReplacedNote says of an edited copy that it takes the place of the version before it, which is nil where it cannot be read any more, and
// what is otherwise in it. What marking filled in of a report that had no place for it, the unit's level as the list has it, nobody changed.
func (k *Checker) ReplacedNote(first string, before, now *model.Report) string {
	note := "“" + first + "”已由改过的这一份代替，没有校验"
	if before != nil {
		if !before.InWorkbook() {
			before, _ = k.completed(before)
		}
		note += "；" + cmp.Or(changes(before, now), "内容相同")
	}
	return note
}

// outdated lists the names of pages and data of ours on the same unit and year that say something else than a report.
func (p Planned) outdated(r *model.Report) (names []string) {
	for _, page := range p.written {
		if differs(page, r) {
			names = append(names, page.Name)
		}
	}
	return names
}

func outdatedNote(page string) string {
	return "“" + page + "”是本程序写的，内容和这一份不同：是以前的，或者有人改过，没有看它；要看，请单独校验它"
}

// twins are the other inputs on the same unit and year; nil if there are none.
func (p Planned) twins() (others []string) {
	for _, name := range p.Alike {
		if name != p.Name {
			others = append(others, name)
		}
	}
	return others
}
