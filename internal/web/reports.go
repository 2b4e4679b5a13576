package web

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"nianbao/internal/chinese"
	"nianbao/internal/collect"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// planned is what comes of all reports in hand together: which of them count, and what is found in these.
type planned struct {
	ledger   *verdict.Ledger
	rows     []rowView
	notes    []string               // on files that do not count
	checked  map[string]job.Checked // by name
	gathered *job.Gathered
	office   summing             // what counts of an office's files
	sum      *collect.Aggregated // of the reports; nil for fault
	fault    error
	returned []*collect.Returned // what came of an office's members; nil where isOffice does not hold, or for fault
}

// isOffice says whether the reports in hand are those of an office's members, and not one unit's.
func (p *planned) isOffice() bool {
	list, units := p.office.list(), map[string]bool{}
	for _, r := range p.gathered.Reports {
		units[chinese.UnitKey(list.NameOf(r.Unit))] = true
	}
	return p.office.members != nil || p.office.rounds != nil || len(units) > 1
}

// rowView is a row of the register.
type rowView struct {
	*verdict.Entry
	Verdict string
	Path    string
	State   string
}

// reportsView is the register of all reports in hand.
type reportsView struct {
	Sentence   string
	Uncompared bool       // an office's, and not all of them were compared with last year's
	Years      []yearView // that could be added up, where the reports are of several
	Rows       []rowView
	Notes      []string
	Unread     int // files that cannot be read
	Numbers    int // given to reports so far
	Sum        sumView
}

// reports is the view 审核汇总.
func (d *desk) reports(*http.Request) (view, error) {
	defer d.lock()()
	p := d.planAll()
	v := reportsView{Rows: p.rows, Notes: slices.Concat(d.waitingTold(), p.notes), Numbers: d.numbers}
	for _, one := range d.hand {
		if one.checked.Err != nil {
			v.Unread++
		}
	}
	if len(p.rows) > 0 {
		if v.Sentence = p.ledger.Sentence(); p.returned != nil {
			v.Sentence = "结论：" + p.sum.Sentence(p.ledger, p.returned) + failing(p.sum.Failed(p.returned))
			v.Uncompared = !p.ledger.IsCompared()
		}
		v.Sum, v.Years = d.sum(p), d.years(p)
	}
	return view{Title: "审核汇总", Place: "reports", Name: "reports", Data: v}, nil
}

// yearView is a year of which there are reports in hand.
type yearView struct {
	Year     int
	Reports  int
	IsAdded  bool // it is the one that is added up
	Compares bool // with the reports of the year before it
}

// years are those of an office's reports in hand; nil for one alone, which there is nothing to choose of.
func (d *desk) years(p *planned) (years []yearView) {
	if !p.isOffice() {
		return nil
	}
	added, compares := d.year, false // where nothing can be added up, another year may be chosen all the same
	if p.sum != nil {
		added, compares = p.sum.Year, p.sum.ComparesEarlier()
	}
	counts := map[int]int{}
	for _, r := range p.gathered.Reports {
		counts[r.Year]++
	}
	counts[d.year] += 0 // that was chosen, whatever was taken away since
	delete(counts, 0)
	if len(counts) < 2 {
		return nil
	}
	for _, year := range slices.Sorted(maps.Keys(counts)) {
		years = append(years, yearView{year, counts[year], year == added, year == added && compares})
	}
	return years
}

// chooseYear takes the year that is added up from the person, who knows better than the reports in hand.
func (d *desk) chooseYear(r *http.Request) (answer, error) {
	year, err := strconv.Atoi(r.PathValue("year"))
	if _, known := form.ForYear(year); err != nil || !known {
		return answer{}, refuse(http.StatusBadRequest, "没有这个年度的格式")
	}
	defer d.lock()()
	d.year = year
	d.changed()
	return answer{view: "/reports", told: fmt.Sprintf("改为汇总%d年度的", year)}, nil
}

// failing names units whose reports do not pass, in a sentence; "" for none.
func failing(units []string) string {
	if units == nil {
		return ""
	}
	return "不通过的：" + chinese.Listed(units, mostNamed) + "。"
}

// mostNamed is how many files a note names.
const mostNamed = 10

// planAll looks at all reports in hand together, as those of a folder. What was checked alone counts where others change nothing in it.
func (d *desk) planAll() *planned {
	if d.plan != nil {
		return d.plan
	}
	d.compare()
	byName := map[string]*inHand{}
	var sources []job.Source
	for _, one := range d.hand {
		byName[line.Shown(one.name)] = one
		sources = append(sources, d.source(one.now(), true))
		s := &sources[len(sources)-1]
		s.Name, s.Opened = one.name, one.checked.Err == nil
	}
	k := d.checker()
	k.Likeness = d.likeness
	p := &planned{checked: map[string]job.Checked{}, gathered: job.Gather(sources)}
	plan := p.gathered.Plan
	for _, note := range plan.Notes() {
		p.notes = append(p.notes, remedy.Told(note, word))
	}
	if len(plan.Sums) > 0 {
		p.notes = append(p.notes, "汇总表不算单位的年报，没有加："+chinese.Listed(plan.Sums, mostNamed))
	}
	for _, name := range plan.Others { // somebody sent them: each is told with what to do, and is one of those that cannot be read
		p.gathered.Faults = append(p.gathered.Faults, remedy.Failure{File: name, Err: byName[line.Shown(name)].checked.Err})
	}
	p.gathered.Others = nil
	p.sum, p.office, p.fault = d.aggregate(p.gathered, "", "")
	office := p.isOffice() && p.sum != nil
	var meant map[string]string
	if office {
		meant, k.Collected = p.sum.Meant(), p.sum.Year // which are held against each other: last year's are there for something else
	}
	p.ledger = verdict.NewLedger(verdict.Options{Word: job.ToUnit, Points: k.Settings.Points, Shared: d.likeness.Shared(k.Settings, k.Collected)})
	for _, name := range plan.Others {
		p.ledger.Add(byName[line.Shown(name)].checked.Outcome)
	}
	for _, in := range plan.Inputs {
		if office && !p.sum.IsEarlier(in.Name) {
			in = in.OfMember().Meant(meant[in.Name])
		}
		one := byName[line.Shown(in.Name)]
		checked, isEarlier := one.checked, office && p.sum.IsEarlier(in.Name)
		if !in.IsAlone() || office && (checked.IsOtherForOffice() || checked.Earlier && !isEarlier) {
			checked = k.Check(in)
		}
		checked.File = in.Name
		checked.Notes = append(one.replacedNotes(), checked.Notes...)
		p.checked[line.Shown(in.Name)] = checked
		if isEarlier { // what is found in it is nobody's concern any more
			continue
		}
		p.ledger.Add(checked.Outcome)
	}
	if office {
		p.returned = p.sum.Returns(p.ledger, p.gathered, p.office.before())
	}
	d.order = nil
	for _, row := range p.rowsOf() {
		if one := byName[row.File]; one != nil {
			row.Path = one.path()
			d.order = append(d.order, one.id)
		}
		p.rows = append(p.rows, row)
	}
	d.plan = p
	return p
}

// rowsOf are the rows of the register: an office's are in its words, and in the order of its list.
func (p *planned) rowsOf() (rows []rowView) {
	if p.returned == nil {
		for _, e := range p.ledger.Entries() {
			rows = append(rows, rowView{Entry: e, Verdict: e.Verdict, State: stateOf(e.Unread, e.Counts)})
		}
		return rows
	}
	for _, r := range p.returned {
		if r.File == "" { // there is none to look at
			continue
		}
		row := rowView{Entry: r.Entry, Verdict: r.Conclusion(), State: stateOf(r.Unread, r.Counts)}
		switch {
		case r.Besides: // whatever is found in it
			row.State = "besides"
		case r.Missing, r.Reason != "" && !r.Unread:
			row.State = "fail"
		}
		rows = append(rows, row)
	}
	return rows
}

// registerFile is the register as a workbook: the office's, where the reports are those of its members.
func (d *desk) registerFile(*http.Request) (answer, error) {
	defer d.lock()()
	p := d.planAll()
	var b bytes.Buffer
	var err error
	if p.returned != nil {
		err = p.sum.WriteMembersRegister(&b, p.ledger, p.returned, p.office.sent())
	} else {
		err = collect.WriteRegister(&b, p.ledger)
	}
	if err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: collect.RegisterIn("", 1), Data: b.Bytes()}}, nil
}
