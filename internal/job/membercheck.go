package job

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// Check holds the office's own report, or where there is none the sums themselves, against the members.
func (a *Aggregated) Check(k *Checker, file string) verdict.Outcome {
	in := &check.Input{Report: a.Report, Settings: k.Settings, Expected: k.Year, Drawable: k.drawable, Answers: k.Answers, Members: a.members(), FiguresOnly: true}
	if a.order.Own != nil {
		in.Report, in.FiguresOnly, in.Members.OwnFigures = a.order.Own.Report, false, true
	}
	o := verdict.Outcome{File: file, Report: in.Report, Findings: check.Run(in), Notes: a.Notes}
	a.blame(o.Findings)
	if slices.ContainsFunc(o.Findings, func(f check.Finding) bool { return f.Rule == "aggregate-sum" }) {
		o.Notes = append(slices.Clone(o.Notes), "下面和各单位相加不同的数，新写的汇总表里都是相加（连同调整）的数")
	}
	return o
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
			findings[at].Hints = append(findings[at].Hints, fmt.Sprintf("有%d个单位自己的数就是这样：%s。", len(units), chinese.Listed(units, most)))
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

// absences lists what keeps reports out of the sum.
func (a *Aggregated) absences() (list []check.Absence) {
	one := func(kind check.AbsenceKind, r county.Report) check.Absence {
		return check.Absence{Kind: kind, Units: []string{r.Unit}, Files: []string{r.File}, Year: r.Year}
	}
	if len(a.Missing) > 0 {
		missing := check.Absence{Kind: check.Missing}
		for _, m := range a.Missing {
			if m.Perhaps != "" {
				missing.Perhaps = append(missing.Perhaps, m.Name+"（"+filepath.Base(m.Perhaps)+"）")
			} else {
				missing.Units = append(missing.Units, m.Name)
			}
		}
		list = append(list, missing)
	}
	for _, v := range a.Versions {
		absence := one(check.Versions, v[0])
		absence.Files, absence.Chosen = filesOf(v), a.Chosen[a.NameOf(v[0].Unit)]
		for _, other := range v[1:] {
			absence.Differ = append(absence.Differ, differing(v[0], other)...)
		}
		list = append(list, absence)
	}
	for _, s := range a.Strange {
		absence := one(check.Stranger, s.Report)
		absence.Nearest = s.Nearest
		list = append(list, absence)
	}
	for _, r := range a.Unnamed {
		absence := one(check.Unnamed, r)
		absence.Units = nil
		list = append(list, absence)
	}
	for _, r := range a.Years {
		if !a.counted[a.NameOf(r.Unit)] {
			list = append(list, one(check.OtherYear, r))
		}
	}
	for _, r := range a.Editions {
		list = append(list, one(check.OtherForm, r))
	}
	for _, r := range a.Unsounds {
		list = append(list, one(check.Unsound, r))
	}
	return list
}

// carry compares what members took over with what last year's reports left them.
func (a *Aggregated) carry(m *check.Members) {
	before, now := map[string]county.Report{}, map[string]county.Report{}
	var units []string
	known := map[string]bool{}
	for _, side := range []struct {
		reports []county.Report
		by      map[string]county.Report
	}{{a.order.Last.Reports, before}, {a.Counted, now}} {
		for _, r := range side.reports {
			name := a.NameOf(r.Unit)
			if !known[name] {
				known[name], units = true, append(units, name)
			}
			side.by[name] = r
		}
	}
	sums := map[form.Key]check.Carried{}
	m.CarriedIn = map[form.Key][]check.HandedOn{}
	for _, carry := range a.Edition.CarryOvers() {
		if carry.Moves() {
			continue
		}
		var sum check.Carried
		for _, unit := range units {
			h := check.HandedOn{Unit: unit, Last: before[unit].Figures.Figure(carry.From[0]), Now: now[unit].Figures.Figure(carry.Key)}
			sum.Last, sum.Now = sum.Last.Add(numberOf(h.Last)), sum.Now.Add(numberOf(h.Now))
			if !numberOf(h.Last).Equal(numberOf(h.Now)) {
				m.CarriedIn[carry.Key] = append(m.CarriedIn[carry.Key], h)
			}
		}
		sums[carry.Key] = sum
	}
	m.LastSum = func(k form.Key) check.Carried { return sums[k] }
}

func numberOf(v model.Value) decimal.Decimal {
	if !v.IsNumber() {
		return decimal.Zero
	}
	return v.Number
}
