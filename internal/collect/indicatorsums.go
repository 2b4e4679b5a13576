package collect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/workbook"
)

// addIndicators gives the office's report the sums of the indicators. What the office wrote itself stays where its members have nothing.
func (a *Aggregated) addIndicators() {
	for _, s := range a.Indicators {
		g := model.Given{Indicator: s.Indicator, Value: a.DueIndicator(s)}
		if a.order.Own != nil {
			own, _ := a.order.Own.Report.Given(s.Name)
			if g.Remark = own.Remark; g.Value.State == model.Blank {
				g.Value = own.Value
			}
		}
		a.Report.Indicators = append(a.Report.Indicators, g)
	}
}

// asked are the indicators that are added up whatever members have: those that the office asks for, and those on its own sheet.
func (o Aggregation) asked() []model.Indicator {
	asked := slices.Clone(o.Asked)
	if o.Own != nil {
		for _, g := range o.Own.Report.Indicators {
			if _, already := model.IndicatorCalled(g.Name, asked); !already {
				asked = append(asked, g.Indicator)
			}
		}
	}
	return asked
}

// ungiven are the members in the sum that did not give indicators which the office asks for, whatever they handed in.
func (a *Aggregated) ungiven() check.Absence {
	absence := check.Absence{Kind: check.Ungiven}
	for _, r := range a.Counted {
		var names []string
		for _, i := range a.order.Asked {
			if g, _ := r.Given(i.Name); g.Text == "" {
				names = append(names, i.Name)
			}
		}
		if names == nil {
			continue
		}
		told := "没有填的：" + chinese.Listed(names, job.MostFiles)
		if r.Indicators == nil {
			told = "没有" + workbook.IndicatorsSheet
		}
		absence.Units, absence.Files = append(absence.Units, r.Unit), append(absence.Files, r.File)
		absence.Figures = append(absence.Figures, r.Unit+"（"+told+"）")
	}
	return absence
}

// noteIndicators names the members that have no sheet of indicators, where nobody asks for one, and what could not be added.
func (a *Aggregated) noteIndicators() {
	if len(a.Indicators) == 0 {
		return
	}
	var without []string
	for _, r := range a.Counted {
		if r.Indicators == nil && a.order.Asked == nil {
			without = append(without, r.Unit)
		}
	}
	if without != nil {
		a.Notes = append(a.Notes, fmt.Sprintf("有%d个单位没有“%s”这一页，%s的数里没有它们的：%s", len(without), workbook.IndicatorsSheet, workbook.IndicatorsSheet, chinese.Listed(without, job.MostFiles)))
	}
	for _, r := range a.Counted {
		var blank []string
		for _, g := range r.Indicators {
			if _, asked := model.IndicatorCalled(g.Name, a.order.Asked); g.Text == "" && !asked {
				blank = append(blank, g.Name)
			}
		}
		if blank != nil {
			a.Notes = append(a.Notes, fmt.Sprintf("“%s”附表有%d个数没有填，没有加：%s", r.Unit, len(blank), chinese.Listed(blank, job.MostFiles)))
		}
	}
	for _, u := range a.Unsummed {
		if u.Unit != "" {
			a.Notes = append(a.Notes, fmt.Sprintf("“%s”附表的“%s”以%s为单位，不是%s，没有加", u.Report.Unit, u.Given.Name, u.Given.Unit, u.Unit))
		} else {
			a.Notes = append(a.Notes, fmt.Sprintf("“%s”附表的“%s”是“%s”，不是数，没有加", u.Report.Unit, u.Given.Name, said(u.Given.Value())))
		}
	}
	var rates []string
	for _, s := range a.Indicators {
		if s.IsRate() {
			rates = append(rates, "“"+s.Name+"”")
		}
	}
	if rates != nil {
		a.Notes = append(a.Notes, fmt.Sprintf("附表的%s是比率，各单位的数不能相加，没有加；本级的请自己填", strings.Join(rates, "、")))
	}
	for _, s := range a.Indicators {
		if due := a.DueIndicator(s); due.IsNumber() && due.Number.IsNegative() {
			a.Notes = append(a.Notes, fmt.Sprintf("汇总调整以后，附表的“%s”是%s，不会小于0，请核对调整", s.Name, due.Printed()))
		}
	}
}

// indicatorHead is what an indicator's column of the trace is called.
func indicatorHead(i model.Indicator) string {
	head := workbook.IndicatorsSheet + "·" + i.Name
	if i.Unit != "" {
		head += "（" + i.Unit + "）"
	}
	return head
}

// tracedIndicators are what a member counts for in the columns of the indicators.
func (a *Aggregated) tracedIndicators(r county.Report) (cells []string) {
	for _, s := range a.Indicators {
		g, _ := r.Given(s.Name)
		text := g.Text
		if value, ok := s.Added(r); ok {
			text = value.String()
		} else if v := g.Value(); v.IsNumber() { // of another unit, or a rate: no formula may add it
			text = v.Number.String() + g.Unit
		}
		cells = append(cells, text)
	}
	return cells
}

// sumIndicatorRows fills the columns of the indicators in the rows above the members, from a column on.
func (a *Aggregated) sumIndicatorRows(rows []workbook.Row, l, adjustments workbook.List, from int) {
	items, amounts := adjustedColumn(adjustments, adjustedItem), adjustedColumn(adjustments, adjustedBy)
	for i, indicator := range a.Indicators {
		own, due := a.Report.Indicators[i].Value, a.DueIndicator(indicator)
		s := sumColumn{rows: rows, list: l, column: from + i, places: places(own, due, indicator.Members())}
		s.set(sumOwn, numberOf(own), "N("+workbook.IndicatorFigure(i)+")")
		if indicator.IsRate() {
			continue
		}
		if len(a.Counted) > 0 {
			s.setMembers(indicator.Sum)
		}
		s.set(sumAdjusted, numberOf(due).Sub(indicator.Sum), "SUMPRODUCT(--("+items+"="+workbook.IndicatorTitle(i)+"),"+amounts+")")
		s.setApart(numberOf(own).Sub(numberOf(due)))
	}
}

// retracedIndicators are the indicators that a row of the trace has, those of the office's own sheet.
func retracedIndicators(asked []model.Given, heads, row workbook.TableRow) (list []model.Given) {
	for _, g := range asked {
		if column := slices.Index(heads.Cells, indicatorHead(g.Indicator)); column >= 0 {
			one := model.Given{Indicator: g.Indicator, Value: model.ParseFigure(g.Indicator, row.Cell(column))}
			list = append(list, one)
		}
	}
	return list
}

// summedIndicators is what the rules are told of the sums of the indicators.
func (a *Aggregated) summedIndicators() (list []check.SummedIndicator) {
	for _, s := range a.Indicators {
		due := a.DueIndicator(s)
		list = append(list, check.SummedIndicator{Name: s.Name, Summed: check.Summed{Members: s.Members(), Due: due, Adjusted: numberOf(due).Sub(s.Sum)}})
	}
	return list
}

// differingIndicators are the names of the indicators for which two reports give something else.
func differingIndicators(a, b county.Report) (names []string) {
	for _, g := range slices.Concat(a.Indicators, b.Indicators) {
		x, _ := a.Given(g.Name)
		y, _ := b.Given(g.Name)
		v, w := x.Value(), y.Value()
		same := v.Printed() == w.Printed() || v.IsNumber() && w.IsNumber() && v.Number.Equal(w.Number)
		if !same && !slices.Contains(names, g.Name) {
			names = append(names, g.Name)
		}
	}
	return names
}

func indicatorLabel(name string) string { return workbook.IndicatorsSheet + "的" + name }

// indicatorChanges are what a member's indicators were and are; it adds to what that does to the sums.
func (a *Aggregated) indicatorChanges(old, now county.Report, effect map[string]decimal.Decimal) (changes []turned) {
	for _, name := range differingIndicators(old, now) {
		before, _ := old.Given(name)
		after, _ := now.Given(name)
		changes = append(changes, turned{indicatorLabel(name), indicatorLabel(name), said(before.Value()), said(after.Value())})
		for _, s := range a.Indicators {
			if s.Name == name {
				was, _ := s.Added(old)
				is, _ := s.Added(now)
				effect[name] = effect[name].Add(is).Sub(was)
			}
		}
	}
	return changes
}
