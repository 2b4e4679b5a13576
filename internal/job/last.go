package job

import (
	"errors"
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"

	"github.com/shopspring/decimal"
)

// LastYear is the reports of the year before, to compare with: one, or those of a folder, which are told apart by unit and year
// and read when they are asked for.
type LastYear struct {
	single  *model.Report
	from    Source                // the single one's
	sources map[string]toldSource // by unit, year and scope
	told    []toldSource          // the same, in the order in which they were given
	Reads   []string              // the names of the files that they are read from
	Notes   []string              // what could not be used, in plain words
}

// toldSource is a source of which it is known whose report it is.
type toldSource struct {
	unit   string
	year   int
	scope  string
	source Source
}

// NewLastYear takes last year's report, or all reports of a folder. The error is a remedy.Failure where a single one cannot be read.
func NewLastYear(sources []Source) (*LastYear, error) {
	if len(sources) == 1 && !sources[0].Found {
		r, err := openSource(sources[0])
		if err != nil {
			return nil, remedy.Failure{File: sources[0].Name, Err: err}
		}
		return &LastYear{single: r, from: sources[0], Reads: []string{sources[0].Name}}, nil
	}
	plan := NewPlan(sources)
	l := &LastYear{sources: map[string]toldSource{}, Reads: plan.Reads()}
	for _, p := range plan.Inputs {
		g := look(p.Source)
		if g.key() == "" {
			_, err := openSource(p.Source)
			if err == nil {
				err = errors.New("读不出单位或年度，没有用来比较")
			}
			l.Notes = append(l.Notes, remedy.Failure{File: p.Name, Err: err}.Error())
			continue
		}
		if first, taken := l.sources[g.key()]; taken {
			l.Notes = append(l.Notes, remedy.Failure{File: p.Name, Err: fmt.Errorf("单位和年度与“%s”相同，没有用来比较", first.source.Name)}.Error())
			continue
		}
		one := toldSource{g.unit, g.year, g.scope, p.Source}
		l.sources[g.key()] = one
		l.told = append(l.told, one)
	}
	if len(l.sources) == 0 {
		return nil, remedy.New("没有可用的上年报告", remedy.ChooseLast)
	}
	return l, nil
}

// read reads the report in a source's contents.
func (s Source) read(data []byte) (*model.Report, error) {
	return open(opened{File{s.Name, data}, s.PDFs})
}

// Report reads the report in a source. The error is one plain sentence, without the source's name.
func (s Source) Report() (*model.Report, error) { return openSource(s) }

func openSource(s Source) (*model.Report, error) {
	data, err := s.Open()
	if err != nil {
		return nil, err
	}
	return s.read(data)
}

// Of finds the report to compare with; note says why there is none. A nil receiver has none and says nothing.
func (l *LastYear) Of(r *model.Report) (last *model.Report, note string) {
	if l == nil {
		return nil, ""
	}
	year, ok := r.Year()
	if !ok {
		return nil, "报告年度读不出，没有和上年比较"
	}
	if l.single != nil {
		y, ok := l.single.Year()
		fits := ok && y == year-1 && isSameUnit(l.single.Unit(), r.Unit())
		if fits && !isSameScope(l.single.Scope(), r.Scope()) {
			return nil, fmt.Sprintf("给出的上年报告的统计口径是“%s”，和这一份的不同，没有比较", l.single.Scope())
		}
		if fits {
			return l.single, ""
		}
		return nil, fmt.Sprintf("给出的上年报告是“%s”，不是“%s”%d年度的报告，没有比较", l.single.Title(), r.Unit(), year-1)
	}
	source, ok := l.sourceOf(r.Unit(), r.Scope(), year-1)
	if !ok {
		return nil, fmt.Sprintf("没有找到“%s”%d年度的报告，没有和上年比较", r.Unit(), year-1)
	}
	last, err := openSource(source)
	if err != nil {
		return nil, "上年的“" + source.Name + "”读不了，没有比较：" + err.Error()
	}
	return last, ""
}

// source is where the report is read from that Of gives.
func (l *LastYear) source(r *model.Report) Source {
	if l.single != nil {
		return l.from
	}
	year, _ := r.Year()
	source, _ := l.sourceOf(r.Unit(), r.Scope(), year-1)
	return source
}

// sourceOf finds the report of a unit on a year with a scope; where one of the two does not tell its scope, that of the other.
func (l *LastYear) sourceOf(unit, scope string, year int) (s Source, ok bool) {
	for _, as := range []string{scope, form.OwnScope, form.SumScope} {
		t, ok := l.sources[glance{unit: unit, year: year, scope: as}.key()]
		if ok && isSameScope(t.scope, scope) {
			return t.source, true
		}
	}
	return Source{}, false
}

// isSameScope says whether two reports of a unit can be compared: published ones, and those of before it could be told, do not tell what
// their figures are of.
func isSameScope(a, b string) bool {
	return a == "" || b == "" || (a == form.SumScope) == (b == form.SumScope)
}

// isSameUnit says whether two names are of one unit: a published report may have it short, 清溪镇 for 清溪镇人民政府.
func isSameUnit(a, b string) bool {
	core := chinese.CoreOf(a)
	return a == b || core != "" && core == chinese.CoreOf(b)
}

// CarryOver fills a blank report with what last year's leaves to it: the unit's data, the carry-over and the stocks,
// and lists what was filled in and where it came from. Nothing that is there already is changed. Of several units that became one the
// figures are added up.
func CarryOver(r *model.Report, before ...*model.Report) []string {
	var notes []string
	last := Merged(before)
	for _, f := range form.Fields() {
		if (strings.HasPrefix(string(f.Key), "unit.") || f.Key == "report.scope") && r.Field(f.Key) == "" && last.Field(f.Key) != "" {
			r.Fields[f.Key] = model.Field{Text: last.Field(f.Key)}
			notes = append(notes, fmt.Sprintf("%s：%s", f.Label, last.Field(f.Key)))
		}
	}
	for _, carry := range r.Edition.CarryOvers() {
		c, _ := r.Edition.Cell(carry.Key)
		v, from := carried(carry, last)
		if c.Total || from == "" || r.Figure(c.Key).State != model.Blank {
			continue
		}
		r.Figures[c.Key] = model.NumberValue(v)
		if !v.IsZero() {
			notes = append(notes, fmt.Sprintf("%s：%s（上年报告的%s%s）", c.Label(), model.NumberValue(v).Printed(), from, ofEach(before, carry)))
		}
	}
	return notes
}

// carried is what last year's report leaves to a figure, and the labels of the cells that it stands in; from is "" if that
// report lacks one of them or has no number there.
func carried(c form.CarryOver, last *model.Report) (sum decimal.Decimal, from string) {
	var labels []string
	for _, k := range c.From {
		cell, ok := last.Edition.Cell(k)
		v := last.Figure(k)
		if !ok || !v.IsNumber() {
			return decimal.Decimal{}, ""
		}
		sum = sum.Add(v.Number)
		labels = append(labels, cell.Label())
	}
	return sum, strings.Join(labels, "加")
}
