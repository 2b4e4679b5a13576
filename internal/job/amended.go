package job

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

// Amended is what a later round of members' reports changes in what was added up before.
type Amended struct {
	Notes []string // what could not be compared, in plain sentences without their ends
	Units []AmendedUnit
	Gone  []string // units that counted before, and do not now
	Sums  []turned // figures of the office's own report that change with them

	effect map[form.Key]decimal.Decimal
	beside map[string]decimal.Decimal // what that does to the sums of indicators, by their names
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
	m := Amended{Notes: notes, effect: map[form.Key]decimal.Decimal{}, beside: map[string]decimal.Decimal{}}
	if len(since.Reports) == 0 {
		m.Notes = append(m.Notes, fmt.Sprintf("没有上一次%d年度的可以比较", a.Year))
		return m
	}
	before := map[string]county.Report{}
	for _, r := range since.Reports {
		before[a.NameOf(r.Unit)] = r
	}
	for _, r := range a.Counted {
		old, known := before[a.NameOf(r.Unit)]
		delete(before, a.NameOf(r.Unit))
		u := AmendedUnit{Name: r.Unit, IsNew: !known}
		for _, k := range a.differing(old, r, known) {
			m.effect[k] = m.effect[k].Add(a.weigh(r.Figures, k)).Sub(a.weigh(old.Figures, k))
			u.Figures = append(u.Figures, turned{label(r.Figures.Edition, k), said(old.Figures.Figure(k)), said(r.Figures.Figure(k))})
		}
		u.Figures = append(u.Figures, a.indicatorChanges(old, r, m.beside)...)
		if u.IsNew || u.Figures != nil {
			m.Units = append(m.Units, u)
		}
	}
	for _, old := range since.Reports {
		if _, gone := before[a.NameOf(old.Unit)]; gone {
			m.Gone = append(m.Gone, old.Unit)
			for c := range old.Figures.Figures() {
				m.effect[c.Key] = m.effect[c.Key].Sub(a.weigh(old.Figures, c.Key))
			}
			a.indicatorChanges(old, county.Report{}, m.beside)
		}
	}
	for _, c := range a.Edition.Cells() {
		if by := m.effect[c.Key]; !by.IsZero() {
			is, _ := a.due.Figure(c.Key).Worth(c.Measure)
			m.Sums = append(m.Sums, turned{c.Name(), is.Sub(by).String(), is.String()})
		}
	}
	return m
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

// Changes are what a later round changes, in sentences without their ends: one for each member that changed, came or went, and what that does
// to the sums.
func (a *Aggregated) Changes(since *Earlier) []string { return a.Amended(since).told(a) }

func (m Amended) told(a *Aggregated) []string {
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
	var sums []string
	tell := func(name string, by decimal.Decimal) {
		switch {
		case by.IsPositive():
			sums = append(sums, name+"多"+by.String())
		case by.IsNegative():
			sums = append(sums, name+"少"+by.Abs().String())
		}
	}
	for _, c := range a.Edition.Cells() {
		tell(c.Name(), m.effect[c.Key])
	}
	for _, s := range a.Indicators {
		tell(indicatorLabel(s.Name), m.beside[s.Name])
	}
	if sums != nil {
		told = append(told, "合计的变化："+strings.Join(sums, "；"))
	}
	return told
}

// The files of a correction.
const (
	correctionName = "更正说明"
	correctionList = "更正清单.txt"
)

// Corrections are what is needed once reports were published and then mended: for each unit whose figures changed a notice of it (更正说明), one
// for the office's own report if sums changed with them, and a list of all, with what stands online and must be replaced. A file's name has its
// unit's folder before it, but for those of the office. Without changes there is none.
func (a *Aggregated) Corrections(m Amended) (files []File, err error) {
	var list []string
	add := func(folder, unit string, figures []turned) error {
		d, err := composeCorrection(unit, a.Year, figures)
		if err != nil {
			return err
		}
		letters, err := letterFiles(correctionName, d)
		for _, f := range letters {
			files = append(files, File{path.Join(folder, f.Name), f.Data})
		}
		title := reportTitle(unit, a.Year)
		list = append(list, fmt.Sprintf("%s：更正%d处。网上的《%s》（网页、PDF和附件）换成更正后的，同时发更正说明；报过上级的，重新报一次。", orOffice(unit), len(figures), title))
		for _, f := range figures {
			list = append(list, "　　"+f.String())
		}
		return err
	}
	for _, u := range m.Units {
		if u.IsNew {
			list = append(list, u.Name+"：以前没有加，这次加上了。")
		} else if err := add(ReturnFolder(u.Name, ""), u.Name, u.Figures); err != nil {
			return nil, err
		}
	}
	for _, unit := range m.Gone {
		list = append(list, unit+"：上次加了，这次没有。")
	}
	if len(m.Sums) > 0 {
		if err := add("", a.Report.Unit(), m.Sums); err != nil {
			return nil, err
		}
	}
	if list == nil {
		return nil, nil
	}
	text := fmt.Sprintf("%d年度年报更正清单\n\n%s\n", a.Year, strings.Join(list, "\n"))
	return append([]File{{correctionList, []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))}}, files...), nil
}

func orOffice(unit string) string {
	if unit == "" {
		return "本级"
	}
	return unit
}

// reportTitle is what a unit's report is titled.
func reportTitle(unit string, year int) string {
	return fmt.Sprintf("%s%d年政府信息公开工作年度报告", oneLine(unit), year)
}

// composeCorrection is a notice of what was published wrong, from the unit, which dates it itself.
func composeCorrection(unit string, year int, figures []turned) (*document.Document, error) {
	return composeLetter("correction", map[string]any{"Unit": oneLine(unit), "Year": year, "Title": reportTitle(unit, year), "Figures": numberedTurns(figures)},
		document.Signature{Unit: oneLine(unit)}, time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC))
}

// numberedTurns are figures as a notice lists them.
func numberedTurns(figures []turned) (list []string) {
	for i, f := range figures {
		list = append(list, fmt.Sprintf("%d．%s：原为%s，更正为%s。", i+1, f.Name, f.Was, f.Is))
	}
	return list
}
