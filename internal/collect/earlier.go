package collect

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
)

// Own is the report of an office itself, as far as it is written, with the adjustments in it.
type Own struct {
	Report   *model.Report
	Adjusted []county.Adjustment
}

// writtenInto takes over into the new report what the office has written into its own. What was asked for goes before it. The error is
// that it is of another year.
func (own *Own) writtenInto(r *model.Report, asked Aggregation) error {
	year, _ := r.Year()
	if y, known := own.Report.Year(); known && y != year {
		return fmt.Errorf("本级的年报是%d年度的，汇总的是%d年度的，请换成同一年度的", y, year)
	}
	if own.Report.Edition != r.Edition {
		return fmt.Errorf("本级的年报用的不是%d年度的格式，请用新的填报表", year)
	}
	for k, f := range own.Report.Fields {
		if f.Text != "" && k != "report.year" && (k != "unit.name" || asked.Unit == "") && (k != "unit.level" || asked.Level == "") {
			r.Fields[k] = f
		}
	}
	r.Texts, r.Answers, r.Ledger = own.Report.Texts, own.Report.Answers, own.Report.Ledger
	return nil
}

// Left tells what else the office has put into its own report, and what is not taken over into the new one: sheets, comments, drawings and what
// was typed beside the form; "" for nothing.
func (own *Own) Left() string {
	words := map[model.ExtraKind]string{model.Picture: "图片", model.TextBox: "文本框", model.Drawing: "图形", model.Comment: "批注", model.Aside: "写在说明、校验页上的字"}
	var sheets, told []string
	places := map[string][]string{}
	add := func(what string, at model.Place) {
		if places[what] == nil {
			told = append(told, what)
		}
		places[what] = append(places[what], strings.TrimSpace("“"+at.Sheet+"”"+at.Ref))
	}
	for _, e := range own.Report.Extras {
		switch what, known := words[e.Kind]; {
		case e.Kind == model.OtherSheet, e.Kind == model.SheetCopy:
			sheets = append(sheets, "“"+e.Place.Sheet+"”")
		case known:
			add(what, e.Place)
		}
	}
	for _, s := range own.Report.Strays {
		add("写在格外的字", s.Place)
	}
	for i, what := range told {
		told[i] = fmt.Sprintf("%d处%s（%s）", len(places[what]), what, chinese.Listed(places[what], mostLeft))
	}
	if sheets != nil {
		told = append([]string{fmt.Sprintf("%d张工作表（%s）", len(sheets), chinese.Listed(sheets, mostLeft))}, told...)
	}
	return strings.Join(told, "、")
}

// mostLeft is how many of many things of one kind are named.
const mostLeft = 5

// ReadOwn opens the office's own report, with the adjustments on its sheet 汇总调整. The error names every fault of these.
func ReadOwn(f job.File) (*Own, error) {
	r, err := job.Open(f.Name, f.Data)
	if err != nil {
		return nil, err
	}
	own := &Own{Report: r}
	if r.Summed {
		own.Adjusted, err = readAdjustments(f.Data, r)
	}
	return own, err
}

// IsWritten says whether the office has written anything into what the program added up, of all that goes on into the next round, or other
// figures than those that the members come to. What nobody wrote into is the sum of an earlier round, and no report of the office's own. The
// sum is nil where the workbook does not say what its members were, so that nobody can tell of its figures who wrote them. The name and the
// level of the office are no sign, since the program writes them itself.
func (own *Own) IsWritten(sum *Earlier) bool {
	r := own.Report
	switch {
	case !r.Summed:
		return !job.IsUntouched(r)
	case len(r.Texts)+len(r.Answers)+len(r.Strays)+len(own.Adjusted) > 0 || r.HasLedger() || slices.ContainsFunc(form.Fields(), own.isTyped):
		return true
	}
	if slices.ContainsFunc(r.Indicators, func(g model.Given) bool {
		return g.Remark.Printed() != "" || g.IsRate() && g.Value.State != model.Blank
	}) {
		return true
	}
	return sum != nil && !own.holds(sum)
}

// isTyped says whether a part of the unit's data was typed into a sum.
func (own *Own) isTyped(f form.Field) bool {
	text := own.Report.Field(f.Key)
	switch f.Key {
	case "unit.name", "unit.level", "report.year":
		return false
	case "report.scope":
		return text != "" && text != form.SumScope
	}
	return text != ""
}

// holds says whether the figures are those that the members come to.
func (own *Own) holds(sum *Earlier) bool {
	members := county.NewSum(own.Report.Edition)
	for _, r := range sum.Reports {
		members.Add(r.Figures)
	}
	for _, c := range own.Report.Edition.Cells() {
		now, _ := own.Report.Figure(c.Key).Worth(c.Measure)
		due, _ := members.Figure(c.Key).Worth(c.Measure)
		if !now.Equal(due) {
			return false
		}
	}
	return !slices.ContainsFunc(own.Report.Indicators, func(g model.Given) bool {
		due := county.IndicatorSum{Indicator: g.Indicator}
		for _, r := range sum.Reports {
			if value, ok := due.Added(r); ok {
				due.Sum, due.Given = due.Sum.Add(value), true
			}
		}
		members := due.Members()
		return g.Value.State != members.State || g.Value.IsNumber() && !g.Value.Number.Equal(members.Number)
	})
}

// Earlier is what an office added up before: last year, or in an earlier round.
type Earlier struct {
	Unit, Level string
	Year        int
	Reports     []county.Report

	AreCounted bool // the reports are those that were added up, and not all that were read

	own    *model.Report // the office's own report that the sums stand in; nil where there is none
	unsure []string      // units of which there are several that differ, so that nothing is known of them
}

// ErrNoTrace is why a workbook says nothing of an earlier round.
var ErrNoTrace = fmt.Errorf("不是本程序写的汇总表：里面没有“%s”；单位多的，请用汇总时另写的数据清单（.csv）", tracedSheet)

// ReadEarlier reads the office's workbook of a year before or of an earlier round, or its list of figures.
func ReadEarlier(f job.File) (*Earlier, error) {
	if IsLong(f.Data) {
		return ReadEarlierLong(f.Name, bytes.NewReader(f.Data))
	}
	r, err := job.Open(f.Name, f.Data)
	if err != nil {
		return nil, err
	}
	e := &Earlier{Unit: r.Unit(), Level: r.Field("unit.level"), AreCounted: true, own: r}
	e.Year, _ = r.Year()
	if !r.Summed {
		return nil, ErrNoTrace
	}
	e.Reports, err = readTrace(f.Data, r, e.Year)
	return e, err
}

// TraceSuffix ends the name of the list of those that were added up, which stands in the place of a trace that is too long for its workbook.
const TraceSuffix = "_明细.csv"

// ReadEarlierLong reads the list of figures of a year before or of an earlier round, as it comes. A list by another name than a trace's was
// written for other programs, and has all reports that were read.
func ReadEarlierLong(name string, in io.Reader) (*Earlier, error) {
	reports, err := ReadLong(in)
	year, _ := county.Collected(reports, nil)
	return &Earlier{Year: year, Reports: reports, AreCounted: strings.HasSuffix(name, TraceSuffix)}, err
}

// of is what was added up of one year, a report a unit, and of a member one for each of several names that it had before, since these were
// units of their own: of a unit with several whose figures differ there is none. The notes name these, and what is left out.
func (e *Earlier) of(year int, nameOf func(unit string) string, list *county.List) (kept *Earlier, notes []string) {
	kept = &Earlier{Unit: e.Unit, Level: e.Level, Year: year, AreCounted: e.AreCounted, own: e.own}
	byUnit := map[string][]county.Report{}
	var units []string
	others := 0
	for _, r := range e.Reports {
		if r.Year != year {
			others++
			continue
		}
		name := nameOf(r.Unit)
		if byUnit[name] == nil {
			units = append(units, name)
		}
		byUnit[name] = append(byUnit[name], r)
	}
	for _, name := range units {
		versions := byUnit[name]
		if apart := byFormerName(versions, list); len(apart) > 1 {
			notes = append(notes, "“"+name+"”"+job.AddedNote(unitsOf(apart), year))
			kept.Reports = append(kept.Reports, apart...)
			continue
		}
		several := fmt.Sprintf("“%s”%d年度的有%d份（%s），", name, year, len(versions), chinese.Listed(filesOf(versions), job.MostFiles))
		switch {
		case slices.ContainsFunc(versions, func(r county.Report) bool { return !r.IsSame(versions[0]) }):
			notes = append(notes, several+"数不一样，都没有用来比较"+job.TakenInNote(formersAmong(versions, list)))
			kept.unsure = append(kept.unsure, name)
			continue
		case len(versions) > 1:
			notes = append(notes, several+"数一样，用的是第一份")
		}
		kept.Reports = append(kept.Reports, versions[0])
	}
	if others > 0 {
		notes = append(notes, fmt.Sprintf("用来比较的里面有%d份不是%d年度的，没有用", others, year))
	}
	return kept, notes
}

// byFormerName is the report of each of the units that became a member, by its names of before; nil where one is under its name of today, or
// where several of one name have other figures.
func byFormerName(versions []county.Report, list *county.List) (apart []county.Report) {
	for _, r := range versions {
		if !list.IsFormer(r.Unit) {
			return nil
		}
		first := slices.IndexFunc(apart, func(one county.Report) bool { return chinese.UnitKey(one.Unit) == chinese.UnitKey(r.Unit) })
		if first >= 0 && !r.IsSame(apart[first]) {
			return nil
		}
		if first < 0 {
			apart = append(apart, r)
		}
	}
	return apart
}

// formersAmong are the names of reports that are former ones of a member, where others of them bear its name of today; nil elsewhere.
func formersAmong(versions []county.Report, list *county.List) []string {
	if !slices.ContainsFunc(versions, func(r county.Report) bool { return !list.IsFormer(r.Unit) }) {
		return nil
	}
	return list.FormersAmong(unitsOf(versions))
}

// HasLast says whether there is anything of the year before that the members are compared with.
func (a *Aggregated) HasLast() bool { return a.order.Last != nil || a.untaken != nil }

// takeLast leaves of what was given as last year's what is of the year before, and that of none not at all: nothing is compared with
// another year.
func (a *Aggregated) takeLast() {
	if a.order.Last == nil {
		return
	}
	a.order.Last, a.untaken = a.order.Last.of(a.Year-1, a.NameOf, a.Members)
	if len(a.order.Last.Reports) == 0 {
		a.order.Last = nil
		a.untaken = append(a.untaken, fmt.Sprintf("没有%d年度的可以比较，上年结转没有核对", a.Year-1))
	}
}
