package job

import (
	"slices"
	"strings"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/sealed"
)

// MostTraced is how many members an office's workbook shows one by one; of more, a list of figures outside the workbook is the trace.
const MostTraced = 1500

// Gathered are the reports of many inputs, of which only what adding up needs is kept.
type Gathered struct {
	Plan
	Reports []county.Report  // in the order of the inputs; those that could not be read are left out
	Faults  []remedy.Failure // why the others could not be read
	Passed  []string         // names of pages and data that were written from reports among the inputs, and say something else by now
}

// gathered is what is kept of one source.
type gathered struct {
	glance
	report county.Report
	err    error
	input  string // the digest of the contents that were read; "" where nobody keeps what was read
	known  bool   // from a run before
}

// Gather reads all sources once, tells which of them are inputs, and keeps their figures; those of no more than MostTraced also with the
// texts that the office's own report is written from.
func Gather(sources []Source) *Gathered { return GatherAgain(sources, nil) }

// GatherAgain is Gather that does not read what is known from a run before. before may be nil.
func GatherAgain(sources []Source, before Readings) *Gathered {
	kept := make([]gathered, len(sources))
	texts := len(sources) <= MostTraced
	plan := newPlan(sources, func(i int, s Source) glance {
		kept[i] = gather(s, texts, before)
		return kept[i].glance
	}, func(i int, s Source) {
		switch k := &kept[i]; {
		case k.known:
			before.Stands(s.Name)
		case k.input != "":
			before.Keep(s.Name, k.input, Reading{*k, texts})
		}
	})
	g := &Gathered{Plan: plan}
	for _, in := range plan.Inputs {
		if k := kept[in.at]; k.err != nil {
			g.Faults = append(g.Faults, remedy.Failure{File: in.Name, Err: k.err})
		} else {
			g.Reports = append(g.Reports, k.report)
		}
	}
	g.Passed = outdatedBeside(plan.Inputs)
	return g
}

// outdatedBeside lists the pages and data beside inputs that say something else than each of those that they may have been written from. Those
// are read again for it, since only the whole report tells what a page of it says.
func outdatedBeside(inputs []Planned) (names []string) {
	inputs = slices.DeleteFunc(slices.Clone(inputs), func(p Planned) bool { return p.written == nil })
	asked, outdated := map[string]int{}, map[string]int{} // by the page, how many inputs it was held against, and from how many it differs
	Run(len(inputs), func(i int) []string {
		r, err := openSource(inputs[i].Source)
		if err != nil {
			return nil // why is told of the input
		}
		return inputs[i].outdated(r)
	}, func(i int, differing []string) error {
		for _, page := range inputs[i].written {
			asked[page.Name]++
		}
		for _, name := range differing {
			if outdated[name]++; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		return nil
	})
	return slices.DeleteFunc(names, func(name string) bool { return outdated[name] < asked[name] })
}

// Names are those of all files that came.
func (g *Gathered) Names() []string {
	names := slices.Concat(g.Others, g.Drafts, g.Sums, g.Blanks)
	for _, in := range g.Inputs {
		names = append(names, in.Name)
	}
	return names
}

// Know takes from an office's list, nil for none, what reports leave out: their levels.
func (g *Gathered) Know(members *county.List) {
	if members == nil {
		return
	}
	for i, r := range g.Reports {
		if at, ok := members.Find(r.Unit); ok && r.Level == "" {
			g.Reports[i].Level = members.Members[at].Level
		}
	}
}

// gather reads a source, unless it is known.
func gather(s Source, texts bool, before Readings) (k gathered) {
	defer func() {
		if remedy.Rescue(recover(), &k.err); k.err != nil {
			k.report = county.Report{}
		}
	}()
	data, err := s.Open()
	if err != nil {
		return gathered{err: err}
	}
	input := ""
	if before != nil {
		input = sealed.Digest(data)
		if r, ok := before.Of(s.Name, input); ok {
			if k, known := r.of(s.Name, texts); known {
				return k
			}
		}
	}
	f := opened{File{s.Name, data}, s.PDFs}
	in := inputOf(s.Name, data)
	r, err := open(f)
	if err != nil || in.seen == nil {
		k.glance = in.peek(f)
	} else {
		k.glance = in.seen(f, r)
	}
	if k.err = err; err != nil {
		return k
	}
	k.report = ReportOf(s.Name, r, texts)
	k.digest, k.unit, k.input = k.report.Digest, k.report.Unit, input
	return k
}

// ReportOf is what is kept of a report.
func ReportOf(file string, r *model.Report, texts bool) county.Report {
	year, _ := r.Year()
	c := county.Report{File: file, Unit: strings.Clone(r.Unit()), Level: strings.Clone(r.Field("unit.level")), Year: year, IsSum: r.Scope() == form.SumScope, Digest: r.Digest(), Figures: county.Pack(r), Indicators: county.GivenIn(r)}
	c.Read, c.Blank = r.Printed != nil, IsUntouched(r)
	for _, cell := range r.Edition.Cells() {
		if r.Figure(cell.Key).Doubt != "" {
			c.Doubts = append(c.Doubts, cell.Key)
		}
	}
	if texts {
		for _, k := range GatheredTexts {
			var paragraphs []string
			for _, p := range r.Texts[k] {
				filled, _ := r.FillIn(p.Printed())
				paragraphs = append(paragraphs, filled)
			}
			c.Texts = append(c.Texts, county.Text{Key: k, Paragraphs: strings.Join(paragraphs, "\n")})
		}
	}
	return c
}

// GatheredTexts are the sections that a higher office writes from those of its members.
var GatheredTexts = []form.Key{"narrative.overview", "narrative.problems", "narrative.other"}
