package collect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/letter"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// Check holds the office's own report, or where there is none the sums themselves, against the members.
func (a *Aggregated) Check(k *job.Checker, file string) verdict.Outcome {
	in := &check.Input{Report: a.Report, Settings: k.Settings, Expected: k.Year, Drawable: k.Drawable, Answers: k.Answers, Members: a.members(), FiguresOnly: true}
	if a.order.Own != nil {
		in.Report, in.FiguresOnly, in.Members.OwnFigures = a.order.Own.Report, false, true
	}
	o := verdict.Outcome{File: file, Report: in.Report, Findings: check.Run(in), Notes: a.Notes, Members: &verdict.Members{Own: "本级的年报"}}
	if in.FiguresOnly {
		o.Open, o.Members.Own = a.unfilled(), "汇总表"
	}
	a.blame(o.Findings)
	if slices.ContainsFunc(o.Findings, func(f check.Finding) bool { return f.Rule == "aggregate-sum" }) {
		o.Notes = append(slices.Clone(o.Notes), "下面和各单位相加不同的数，新写的汇总表里都是相加（连同调整）的数")
	}
	return o
}

// unfilled are the data of the office that it has to fill in before anything is made of the sums.
func (a *Aggregated) unfilled() (list []string) {
	if a.Report.Unit() == "" {
		list = append(list, "汇总单位的名称")
	}
	level := a.Report.Field("unit.level")
	if _, known := form.LevelNamed(level); level != "" && !known {
		list = append(list, "单位层级（“"+letter.InLine(level)+"”不在可以选的里面）")
	}
	return list
}

// blame names, where the sums break the form's arithmetic, the members whose own figures do.
func (a *Aggregated) blame(findings []check.Finding) {
	for _, r := range a.Edition.Relations() {
		rule, ok := check.RuleOn(r)
		at := slices.IndexFunc(findings, func(f check.Finding) bool { return ok && f.Rule == rule.ID && f.Cells[0].Key == r.Subject })
		if at < 0 {
			continue
		}
		var units []string
		for _, m := range a.Counted {
			if left, right := sumOf(m.Figures, r.Left), sumOf(m.Figures, r.Right); left.GreaterThan(right) || r.Kind != form.Within && left.LessThan(right) {
				units = append(units, m.Unit)
			}
		}
		if units != nil {
			const most = 10
			blamed := chinese.Listed(units, most)
			if n := len(units); n > most {
				blamed += fmt.Sprintf("%d个", n)
			}
			findings[at].Hints = []string{"单位报的数里就有这个问题：" + blamed + "。"} // and no guess at what one hand mistyped
		}
	}
}

func sumOf(p county.Packed, keys []form.Key) (sum decimal.Decimal) {
	for _, k := range keys {
		sum = sum.Add(numberOf(p.Figure(k)))
	}
	return sum
}

// members is what the rules are told of the members.
func (a *Aggregated) members() *check.Members {
	m := &check.Members{Absent: a.absences(), Indicators: a.summedIndicators(), Sum: func(k form.Key) check.Summed {
		s := check.Summed{Members: a.Sum.Figure(k), Due: a.due.Figure(k)}
		cell, _ := a.Edition.Cell(k)
		members, _ := s.Members.Worth(cell.Measure)
		due, _ := s.Due.Worth(cell.Measure)
		s.Adjusted = due.Sub(members)
		return s
	}}
	if a.order.Last != nil {
		a.carry(m)
	}
	return m
}

// absences lists what keeps reports out of the sum, or some of their figures.
func (a *Aggregated) absences() (list []check.Absence) {
	one := func(kind check.AbsenceKind, r county.Report) check.Absence {
		return check.Absence{Kind: kind, Units: []string{r.Unit}, Files: []string{r.File}, Year: r.Year}
	}
	if len(a.Missing) > 0 {
		missing := check.Absence{Kind: check.Missing, Unclaimed: job.NamesApart(a.unclaimed)}
		for _, m := range a.Missing {
			if m.Perhaps == nil && a.isBlank(m.Name) {
				continue // told of each below
			}
			if m.Category == county.OwnCategory { // nobody reminds itself
				missing.Own = append(missing.Own, m.Name)
			} else if m.Perhaps != nil {
				missing.Perhaps = append(missing.Perhaps, job.WithFiles(m.Name, m.Perhaps))
			} else {
				missing.Units = append(missing.Units, m.Name)
			}
		}
		if len(missing.Own)+len(missing.Perhaps)+len(missing.Units) > 0 {
			list = append(list, missing)
		}
	}
	for _, r := range a.Blanks {
		absence := one(check.Untouched, r)
		absence.Todo = a.FillIn(r, "该单位")
		list = append(list, absence)
	}
	for _, v := range a.Versions {
		absence := one(check.Versions, v[0])
		absence.Files, absence.Chosen = filesOf(v), a.Chosen[chinese.UnitKey(a.NameOf(v[0].Unit))]
		absence.Differ, absence.Among = differing(v), a.ChosenAmong(v)
		if names := job.NamesApart(absence.Files); slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, "/") }) {
			absence.Called = names
		}
		list = append(list, absence)
	}
	aside := map[string]bool{}
	for _, s := range a.superseded() {
		aside[s.file] = true
	}
	alone := func(absence check.Absence) {
		if !aside[absence.Files[0]] {
			list = append(list, absence)
		}
	}
	for _, s := range a.Strange {
		absence := one(check.Stranger, s.Report)
		absence.Nearest = s.Nearest
		alone(absence)
	}
	for _, r := range a.Unnamed {
		absence := one(check.Unnamed, r)
		absence.Units = nil
		alone(absence)
	}
	for _, r := range a.Years {
		alone(one(check.OtherYear, r))
	}
	for _, r := range a.Editions {
		alone(one(check.OtherForm, r))
	}
	for _, r := range a.OwnSums {
		list = append(list, one(check.OwnSum, r))
	}
	for _, o := range a.Overlaps {
		list = append(list, check.Absence{Kind: check.Overlap, Units: unitsOf(o.Members), Files: filesOf(o.Members), Sums: calledOf(o.Sums)})
	}
	for _, r := range a.Unsounds {
		list = append(list, one(check.Unsound, r))
	}
	for _, m := range a.Misnamed {
		absence := one(check.Misnamed, m.Report)
		absence.Nearest = m.CalledAfter
		list = append(list, absence)
	}
	for _, o := range a.Outlived {
		absence := one(check.Outlived, o.Report)
		absence.Ended, absence.Heirs = chinese.DateText(o.Member.Ended), calledOf(o.Heirs)
		list = append(list, absence)
	}
	for _, u := range a.Unadded {
		absence := one(check.Unfilled, u.Report)
		absence.Read = u.Report.Read
		for _, k := range u.Keys {
			told := label(a.Edition, k) + "没有填"
			if v := u.Report.Figures.Figure(k); v.State != model.Blank {
				told = label(a.Edition, k) + "是“" + said(v) + "”，不是数"
			}
			absence.Figures = append(absence.Figures, told)
		}
		list = append(list, absence)
	}
	if ungiven := a.ungiven(); ungiven.Units != nil {
		list = append(list, ungiven)
	}
	return list
}

// unitsOf are the units of reports.
func unitsOf(reports []county.Report) (units []string) {
	for _, r := range reports {
		units = append(units, r.Unit)
	}
	return units
}

// calledOf are the units of reports, each with the name of the file.
func calledOf(reports []county.Report) (called []string) {
	for _, r := range reports {
		called = append(called, job.WithFile(r.Unit, r.File))
	}
	return called
}

// handing is what is compared of the members that became one: what they left last year, and what they took over.
type handing struct {
	units     []string // in the order in which they came
	last, now []county.Report
	unsure    bool // what one of them left is not known
}

// carry compares what members took over with what last year's reports left them. Who was merged is compared as one, so that nothing is
// missed that a successor goes on with.
func (a *Aggregated) carry(m *check.Members) {
	var groups []*handing
	at := map[string]*handing{}
	joined := a.joined()
	of := func(unit string) *handing {
		root := joined(unit)
		h := at[root]
		if h == nil {
			h = &handing{}
			at[root], groups = h, append(groups, h)
		}
		if !slices.Contains(h.units, unit) {
			h.units = append(h.units, unit)
		}
		return h
	}
	for _, r := range a.order.Last.Reports {
		h := of(a.NameOf(r.Unit))
		h.last = append(h.last, r)
	}
	for _, r := range a.Counted {
		h := of(a.NameOf(r.Unit))
		h.now = append(h.now, r)
	}
	for _, unit := range a.order.Last.unsure {
		of(unit).unsure = true
	}
	groups = slices.DeleteFunc(groups, func(h *handing) bool { return h.unsure })
	sums, notAdded := map[form.Key]check.Carried{}, a.notAdded(m.Absent)
	m.CarriedIn = map[form.Key][]check.HandedOn{}
	for _, carry := range a.Edition.CarryOvers() {
		if carry.Moves() {
			continue
		}
		var sum check.Carried
		for _, h := range groups {
			handed := check.HandedOn{Unit: strings.Join(h.units, "和"), NotAdded: h.told(notAdded), Last: together(h.last, carry.From[0]), Now: together(h.now, carry.Key)}
			sum.Last, sum.Now = sum.Last.Add(numberOf(handed.Last)), sum.Now.Add(numberOf(handed.Now))
			if !numberOf(handed.Last).Equal(numberOf(handed.Now)) {
				m.CarriedIn[carry.Key] = append(m.CarriedIn[carry.Key], handed)
			}
		}
		sums[carry.Key] = sum
	}
	m.LastSum = func(k form.Key) check.Carried { return sums[k] }
}

// notAdded says, by the units of which something came that is not in the sum, in a clause why.
func (a *Aggregated) notAdded(absent []check.Absence) map[string]string {
	why := map[string]string{}
	add := func(unit, told string) {
		if unit = a.NameOf(unit); unit != "" && !a.counted[unit] && why[unit] == "" {
			why[unit] = told
		}
	}
	for _, absence := range absent {
		switch kind := kindsOfAbsence[absence.Kind]; absence.Kind {
		case check.Versions:
			add(absence.Units[0], fmt.Sprintf("交了%d份，不一样", len(absence.Files)))
		case check.Stranger:
			add(absence.Nearest, "单位名称不对")
		case check.Unnamed:
			add(a.ownerOf(county.Report{File: absence.Files[0]}), kind)
		case check.OtherYear, check.OtherForm, check.OwnSum, check.Overlap, check.Unsound:
			for _, unit := range absence.Units {
				add(unit, kind)
			}
		}
	}
	for _, f := range slices.Concat(a.faults, a.received) {
		unit, _ := a.HandedInAgain(f.File)
		add(unit, unread)
	}
	return why
}

// told is why what came of the members is not in the sum, each named where there are several.
func (h *handing) told(notAdded map[string]string) string {
	var list []string
	for _, unit := range h.units {
		switch why := notAdded[unit]; {
		case why == "":
		case len(h.units) == 1:
			list = append(list, why)
		default:
			list = append(list, unit+why)
		}
	}
	return strings.Join(list, "，")
}

// joined says which members are compared as one: those that became one, and those into which one was divided. It gives all of them the same
// name, that of one of them; a unit's own where the list says nothing else.
func (a *Aggregated) joined() func(unit string) string {
	into := map[string]string{}
	root := func(unit string) string {
		for into[unit] != "" {
			unit = into[unit]
		}
		return unit
	}
	if a.Members != nil {
		for _, m := range a.Members.Members {
			for _, heir := range a.Members.HeirsOf(m.Name, a.Year) {
				if x, y := root(m.Name), root(heir); x != y {
					into[x] = y
				}
			}
		}
	}
	return root
}

// together is what reports have in a figure, added up; of one report what stands there, of none a blank.
func together(reports []county.Report, k form.Key) (v model.Value) {
	for i, r := range reports {
		one := r.Figures.Figure(k)
		switch {
		case i == 0 || !v.IsNumber():
			v = one
		case one.IsNumber():
			v = model.NumberValue(v.Number.Add(one.Number))
		}
	}
	return v
}

func numberOf(v model.Value) decimal.Decimal {
	if !v.IsNumber() {
		return decimal.Zero
	}
	return v.Number
}
