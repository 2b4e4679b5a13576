package job

import (
	"errors"
	"fmt"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// LastYear is the reports of the year before, to compare with: one, or those of a folder, which are told apart by unit and year
// and read when they are asked for.
type LastYear struct {
	single  *model.Report
	from    Source                  // the single one's
	sources map[string][]toldSource // by unit, year and scope: one, or several whose figures differ, of which nobody knows which counts
	cores   map[string][]toldSource // the same by the cores of their names
	told    []toldSource            // the same, in the order in which they were given
	Reads   []string                // the names of the files that they are read from
	Notes   []string                // what could not be used, in plain words

	Together bool // those that were given are of the units that became the one that is checked, and are added up

	summed   bool // they stand in what was added up of them
	among    bool // they are the reports of a run themselves, of which nobody said that they are last year's
	unusable bool // some could not be used
	heirs    heirs
}

// toldSource is a source of which it is known whose report it is.
type toldSource struct {
	unit   string
	year   int
	scope  string
	source Source
}

func (t toldSource) key() string { return glance{unit: t.unit, year: t.year, scope: t.scope}.key() }

// NewLastYear takes last year's report, or all reports of a folder. The error is a remedy.Failure where one that was named cannot be read.
func NewLastYear(sources []Source) (*LastYear, error) {
	if len(sources) == 1 && !sources[0].Found {
		r, err := openSource(sources[0])
		if err != nil {
			return nil, remedy.Failure{File: sources[0].Name, Err: err}
		}
		return &LastYear{single: r, from: sources[0], Reads: []string{sources[0].Name}}, nil
	}
	plan := NewPlan(sources)
	l := &LastYear{Reads: plan.Reads()}
	given := map[string][]toldSource{}
	var keys []string // in the order in which they were given
	for _, p := range plan.Inputs {
		g, err := p.whose()
		if err != nil && !p.Found {
			return nil, remedy.Failure{File: p.Name, Err: err}
		}
		if g.key() == "" {
			if err == nil {
				err = errors.New("读不出单位或年度，没有用")
			}
			l.Notes, l.unusable = append(l.Notes, remedy.Failure{File: p.Name, Err: err}.Error()), true
			continue
		}
		if given[g.key()] == nil {
			keys = append(keys, g.key())
		}
		given[g.key()] = append(given[g.key()], toldSource{g.unit, g.year, g.scope, p.Source})
	}
	for _, key := range keys {
		l.keep(given[key])
	}
	for _, part := range Parted(plan.Others) {
		l.Notes = append(l.Notes, fmt.Sprintf("放上年年报的文件夹里另有"+part.Called+"，没有看：%s。%s", len(part.Names), chinese.Listed(NamesApart(part.Names), MostFiles), part.Round))
	}
	if n := len(plan.Sums); n > 0 {
		l.Notes = append(l.Notes, fmt.Sprintf("放上年年报的文件夹里另有%d份汇总表，不是哪一个单位的，没有看：%s。", n, chinese.Listed(NamesApart(plan.Sums), MostFiles)))
	}
	if len(l.sources) == 0 {
		return nil, remedy.New("没有可用的上年报告", remedy.ChooseLast)
	}
	return l, nil
}

// whose tells whose report an input is: as a look told it, else as it is read. The error is why it cannot be read.
func (p Planned) whose() (glance, error) {
	if g := (glance{unit: p.unit, year: p.year, scope: p.scope}); g.key() != "" {
		return g, nil
	}
	r, err := openSource(p.Source)
	if err != nil {
		return glance{}, err
	}
	return glanceOf(r), nil
}

// keep takes what was given of one unit and year: of several that have the same figures one, of others all, so that none is taken for the
// right one. What of several cannot be read is left out.
func (l *LastYear) keep(given []toldSource) {
	if len(given) > 1 {
		given = slices.DeleteFunc(given, func(one toldSource) bool {
			_, err := openSource(one.source)
			if err != nil {
				l.Notes, l.unusable = append(l.Notes, remedy.Failure{File: one.source.Name, Err: err}.Error()), true
			}
			return err != nil
		})
	}
	if len(given) == 0 {
		return
	}
	kept := given[:len(unequal(sourcesOf(given)))]
	l.unusable = l.unusable || len(kept) > 1
	if len(given) > 1 {
		l.Notes = append(l.Notes, severalNote(given[0].unit, given[0].year, found{sources: sourcesOf(given), unsure: len(kept) > 1}))
	}
	l.told = append(l.told, kept...)
	for _, one := range kept {
		l.take(one)
	}
}

// take takes a source in among those that are looked up.
func (l *LastYear) take(one toldSource) {
	if l.sources == nil {
		l.sources, l.cores = map[string][]toldSource{}, map[string][]toldSource{}
	}
	core := chinese.CoreOf(chinese.UnitKey(one.unit))
	l.sources[one.key()], l.cores[core] = append(l.sources[one.key()], one), append(l.cores[core], one)
}

// Earlier are the reports of a plan for each other: those of one year are held against those of their units on the year before. It is nil where
// there are none of two years.
func (p Plan) Earlier() *LastYear {
	var told []toldSource
	for _, in := range p.Inputs {
		told = append(told, toldSource{in.unit, in.year, in.scope, in.Source})
	}
	return among(told)
}

// InHand are reports that are held against each other as those of a plan are.
func InHand(reports []Predecessor, source func(name string) Source) *LastYear {
	var told []toldSource
	for _, p := range reports {
		year, _ := p.Report.Year()
		told = append(told, toldSource{p.Report.Unit(), year, p.Report.Scope(), source(p.Name)})
	}
	return among(told)
}

func among(told []toldSource) *LastYear {
	l := &LastYear{among: true}
	years := map[int]bool{}
	for _, one := range told {
		if one.key() != "" {
			l.take(one)
			years[one.year] = true
		}
	}
	if len(years) < 2 {
		return nil
	}
	return l
}

func sourcesOf(told []toldSource) (sources []Source) {
	for _, one := range told {
		sources = append(sources, one.source)
	}
	return sources
}

// unequal are several sources of reports of one unit on one year if their figures differ, or one cannot be read any more; else the first of
// them.
func unequal(sources []Source) []Source {
	if len(sources) < 2 {
		return sources
	}
	var first county.Packed
	for i, s := range sources {
		r, err := openSource(s)
		if err != nil {
			return sources
		}
		if figures := county.Pack(r); i == 0 {
			first = figures
		} else if !first.IsSame(figures) {
			return sources
		}
	}
	return sources[:1]
}

// LastOf is the report that a blank one of a unit on a year takes over from, among those that were given as last year's: of several of
// that unit the first, if all of them have the same figures. Where none is of that unit and year it is the first, which Blank will say.
// unit may be "", if all are of one. The error names the files between which nobody can choose.
func LastOf(given []Predecessor, year int, unit string) (last Predecessor, err error) {
	fits := slices.DeleteFunc(slices.Clone(given), func(p Predecessor) bool {
		y, ok := p.Report.Year()
		return !ok || y != year-1 || unit != "" && !chinese.IsSameUnit(p.Report.Unit(), unit)
	})
	if len(fits) == 0 {
		return given[0], nil
	}
	first := fits[0].Report
	var sources []Source
	differ := false
	for _, p := range fits {
		if !chinese.IsSameUnit(p.Report.Unit(), first.Unit()) {
			return last, errors.New("上年的年报是几个单位的，不知道要哪一个的，请填单位名称（全称）")
		}
		sources = append(sources, Source{Name: p.Name})
		differ = differ || !county.Pack(p.Report).IsSame(county.Pack(first))
	}
	if differ {
		return last, errors.New(differingNote(first.Unit(), year-1, sources) + "，不知道以哪一份为准，请只留一份")
	}
	return fits[0], nil
}

// severalNote tells of several reports of a unit on one year, of which the first is used if they have the same figures, and else none.
func severalNote(unit string, year int, all found) string {
	if !all.unsure {
		return fmt.Sprintf("“%s”%d年度的报告有%d份（%s），数一样，用的是第一份。", unit, year, len(all.sources), namesOf(all.sources))
	}
	return all.differing(unit, year, "，不知道以哪一份为准，都没有用，请只留一份") + "。"
}

// differingNote says, without the end of the sentence, that reports of a unit on one year have other figures.
func differingNote(unit string, year int, sources []Source) string {
	return fmt.Sprintf("“%s”%d年度的报告有%d份（%s），数不一样", unit, year, len(sources), namesOf(sources))
}

func namesOf(sources []Source) string {
	var names []string
	for _, s := range sources {
		names = append(names, s.Name)
	}
	return chinese.Listed(names, MostFiles)
}

// read reads the report in a source's contents.
func (s Source) read(data []byte) (*model.Report, error) {
	return open(opened{File{s.Name, data}, s.PDFs})
}

// Report reads the report in a source. The error is one plain sentence, without the source's name.
func (s Source) Report() (*model.Report, error) { return openSource(s) }

func openSource(s Source) (*model.Report, error) {
	if s.held != nil {
		return s.held(), nil
	}
	data, err := s.Open()
	if err != nil {
		return nil, err
	}
	return s.read(data)
}

// isSameScope says whether two reports of a unit can be compared: published ones, and those of before it could be told, do not tell what
// their figures are of.
func isSameScope(a, b string) bool {
	return a == "" || b == "" || (a == form.SumScope) == (b == form.SumScope)
}
