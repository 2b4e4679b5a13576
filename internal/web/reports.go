package web

import (
	"bytes"
	"fmt"
	"net/http"

	"nianbao/internal/chinese"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/verdict"
)

// planned is what comes of all reports in hand together: which of them count, and what is found in these.
type planned struct {
	ledger   *verdict.Ledger
	rows     []rowView
	notes    []string               // on files that do not count
	checked  map[string]job.Checked // by name
	gathered *job.Gathered
}

// rowView is a row of the register.
type rowView struct {
	*verdict.Entry
	Path  string
	State string
}

// reportsView is the register of all reports in hand.
type reportsView struct {
	Sentence string
	Rows     []rowView
	Notes    []string
	Sum      sumView
}

// reports is the view 审核汇总.
func (d *desk) reports(*http.Request) (view, error) {
	defer d.lock()()
	p := d.planAll()
	v := reportsView{Rows: p.rows, Notes: p.notes}
	if len(p.rows) > 0 {
		v.Sentence = p.ledger.Sentence()
		v.Sum = d.sum(p)
	}
	return view{Title: "审核汇总", Place: "reports", Name: "reports", Data: v}, nil
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
		sources[len(sources)-1].Name = one.name
	}
	k := d.checker()
	k.Likeness = d.likeness
	p := &planned{ledger: verdict.NewLedger(verdict.Options{Word: word, Points: k.Settings.Points}), checked: map[string]job.Checked{}, gathered: job.Gather(sources)}
	plan := p.gathered.Plan
	if len(plan.Drafts) > 0 {
		p.notes = append(p.notes, fmt.Sprintf("另有%d个草稿，它们的填报表不在这里，没有看：%s", len(plan.Drafts), chinese.Listed(plan.Drafts, mostNamed)))
	}
	if len(plan.Sums) > 0 {
		p.notes = append(p.notes, "汇总表不算单位的年报，没有加："+chinese.Listed(plan.Sums, mostNamed))
	}
	for _, name := range plan.Others { // somebody sent them: each is told, with what to do
		p.ledger.Add(byName[line.Shown(name)].checked.Outcome)
	}
	for _, in := range plan.Inputs {
		checked := byName[line.Shown(in.Name)].checked
		if !in.IsAlone() {
			checked = k.Check(in)
		}
		checked.File = in.Name
		p.checked[line.Shown(in.Name)] = checked
		p.ledger.Add(checked.Outcome)
	}
	for _, e := range p.ledger.Entries() {
		row := rowView{Entry: e, State: stateOf(e.Unread, e.Counts)}
		if one := byName[e.File]; one != nil {
			row.Path = one.path()
		}
		p.rows = append(p.rows, row)
	}
	d.plan = p
	return p
}

// registerFile is the register as a workbook.
func (d *desk) registerFile(*http.Request) (answer, error) {
	defer d.lock()()
	var b bytes.Buffer
	if err := job.WriteRegister(&b, d.planAll().ledger); err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: job.RegisterIn("", 1), Data: b.Bytes()}}, nil
}
