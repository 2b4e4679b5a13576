package job

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/county"
	"nianbao/internal/form"
)

// Amended is what a later round of members' reports changes in what was added up before.
type Amended struct {
	Notes []string // what could not be compared, in plain sentences without their ends
	Units []AmendedUnit
	Gone  []string // units that counted before, and do not now
	Sums  []turned // figures of the office's own report that change with them

	by []string // how much more or less the sums are, with those of indicators
}

// AmendedUnit is a unit of which other figures count than before.
type AmendedUnit struct {
	Name    string
	IsNew   bool // it did not count before
	Figures []turned
}

// turned is a figure that became another one.
type turned struct{ Name, Was, Is string }

func (t turned) String() string { return t.Name + "由" + t.Was + "改为" + t.Is }

// Amended compares what members counted for with an earlier round, figure by figure.
func (a *Aggregated) Amended(since *Earlier) Amended {
	since, notes := since.of(a.Year, a.NameOf)
	m := Amended{Notes: notes}
	effect, beside := map[form.Key]decimal.Decimal{}, map[string]decimal.Decimal{} // what that does to the sums, and to those of indicators
	if len(since.Reports) == 0 {
		m.Notes = append(m.Notes, fmt.Sprintf("没有上一次%d年度的可以比较", a.Year))
		return m
	}
	before := map[string]county.Report{}
	for _, r := range since.Reports {
		before[a.NameOf(r.Unit)] = r
	}
	for _, r := range a.Counted {
		if slices.Contains(since.unsure, a.NameOf(r.Unit)) {
			continue
		}
		old, known := before[a.NameOf(r.Unit)]
		delete(before, a.NameOf(r.Unit))
		u := AmendedUnit{Name: r.Unit, IsNew: !known}
		for _, k := range a.differing(old, r, known) {
			effect[k] = effect[k].Add(a.weigh(r.Figures, k)).Sub(a.weigh(old.Figures, k))
			u.Figures = append(u.Figures, turned{label(r.Figures.Edition, k), said(old.Figures.Figure(k)), said(r.Figures.Figure(k))})
		}
		u.Figures = append(u.Figures, a.indicatorChanges(old, r, beside)...)
		if u.IsNew || u.Figures != nil {
			m.Units = append(m.Units, u)
		}
	}
	for _, old := range since.Reports {
		if _, gone := before[a.NameOf(old.Unit)]; gone {
			m.Gone = append(m.Gone, old.Unit)
			for c := range old.Figures.Figures() {
				effect[c.Key] = effect[c.Key].Sub(a.weigh(old.Figures, c.Key))
			}
			a.indicatorChanges(old, county.Report{}, beside)
		}
	}
	for _, c := range a.Edition.Cells() {
		if by := effect[c.Key]; !by.IsZero() {
			is, _ := a.due.Figure(c.Key).Worth(c.Measure)
			m.Sums = append(m.Sums, turned{c.Name(), is.Sub(by).String(), is.String()})
			m.by = append(m.by, moreOrLess(c.Name(), by))
		}
	}
	for _, s := range a.Indicators {
		if by := beside[s.Name]; !by.IsZero() {
			m.by = append(m.by, moreOrLess(indicatorLabel(s.Name), by))
		}
	}
	return m
}

func moreOrLess(name string, by decimal.Decimal) string {
	if by.IsNegative() {
		return name + "少" + by.Abs().String()
	}
	return name + "多" + by.String()
}

// weigh is what a figure is worth in a sum.
func (a *Aggregated) weigh(p county.Packed, k form.Key) decimal.Decimal {
	cell, ok := a.Edition.Cell(k)
	if !ok {
		return decimal.Zero
	}
	d, _ := p.Figure(k).Worth(cell.Measure)
	return d
}

// differing are the figures in which a unit's report differs from the one before; of a new one those that stand in it.
func (a *Aggregated) differing(old, now county.Report, known bool) (keys []form.Key) {
	if known {
		return slices.DeleteFunc(now.Figures.Differing(old.Figures), func(k form.Key) bool { // the trace has amounts in one unit
			return now.Figures.Figure(k).IsNumber() && old.Figures.Figure(k).IsNumber() && a.weigh(now.Figures, k).Equal(a.weigh(old.Figures, k))
		})
	}
	for c, v := range now.Figures.Figures() {
		if v.Printed() != "" {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// Told is what a later round changes, in sentences without their ends: one for each member that changed, came or went, and what that does to
// the sums.
func (m Amended) Told() []string {
	told := slices.Clone(m.Notes)
	for _, u := range m.Units {
		if u.IsNew {
			told = append(told, fmt.Sprintf("“%s”是新加的", u.Name))
			continue
		}
		var figures []string
		for _, f := range u.Figures {
			figures = append(figures, f.String())
		}
		told = append(told, fmt.Sprintf("“%s”改了%d个数：%s", u.Name, len(figures), strings.Join(figures, "；")))
	}
	for _, unit := range m.Gone {
		told = append(told, fmt.Sprintf("“%s”上次加了，这次没有", unit))
	}
	if m.by != nil {
		told = append(told, "合计的变化："+strings.Join(m.by, "；"))
	}
	return told
}
