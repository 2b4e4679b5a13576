package document

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Chart shows figures as bars, grouped.
type Chart struct {
	Table  string // the title of the table that the figures come from
	Title  string
	Of     string // what the groups are, as a column head
	By     string // what the bars of a group are, likewise
	Unit   string // of the figures
	Groups []BarGroup
}

// BarGroup is what a chart shows for one label, of years the report year first.
type BarGroup struct {
	Label string
	Bars  []Bar
}

// Bar is one figure of a chart.
type Bar struct {
	Name     string // a year, or whatever the bars are
	Value    string // "" if a figure that it sums is blank or no number
	PerMille int    // its length, the longest bar of the chart being 1000; 0 without a value and below 0
}

// OutcomeChart shows how many applications came to which outcome, as the total column of the table gives it.
// Of last year's report, which may be nil or of another edition, it takes the outcomes by name.
func OutcomeChart(r, last *model.Report) Chart {
	reports := []*model.Report{r}
	if last != nil {
		reports = append(reports, last)
	}
	c := Chart{Title: "政府信息公开申请办理结果", Of: "办理结果", By: "年度", Unit: "件"}
	var rows []ChartRow
	var names []string
	for _, of := range reports {
		names = append(names, of.YearText()+"年")
	}
	for _, t := range r.Edition.Tables() {
		for _, head := range outcomes(t) {
			c.Table = t.Title
			var values []model.Value
			for _, of := range reports {
				values = append(values, sumCalled(of, head.Name))
			}
			rows = append(rows, ChartRow{head.Name, names, values})
		}
	}
	return c.WithGroups(rows)
}

// ChartRow is what a group of a chart is made of: the names of its bars, and their figures.
type ChartRow struct {
	Label  string
	Names  []string
	Values []model.Value
}

// WithGroups is the chart with a group for each row, all bars as long as they are beside the others.
func (c Chart) WithGroups(rows []ChartRow) Chart {
	var values [][]model.Value
	for _, row := range rows {
		group := BarGroup{Label: row.Label}
		for i, name := range row.Names {
			group.Bars = append(group.Bars, Bar{Name: name, Value: row.Values[i].Printed()})
		}
		c.Groups, values = append(c.Groups, group), append(values, row.Values)
	}
	setLengths(c.Groups, values)
	return c
}

// outcomes lists the heads of rows that a total row sums, none for a table without such a total.
func outcomes(t *form.Table) []form.Head {
	isTotal := func(h form.Head) bool { return h.Total }
	for _, b := range t.Blocks {
		for _, h := range b.Rows {
			if slices.ContainsFunc(h.Children, isTotal) {
				return slices.DeleteFunc(slices.Clone(h.Children), isTotal)
			}
		}
	}
	return nil
}

// sumCalled is the sum of a quantity, blank if the edition has none of that name or a figure of it is no number.
func sumCalled(r *model.Report, name string) model.Value {
	q, ok := r.Edition.QuantityCalled(name)
	if !ok {
		return model.Value{}
	}
	if sum := r.Sum(q.Keys); sum.IsNumber() {
		return sum
	}
	return model.Value{}
}

// setLengths gives the bars their lengths, in proportion to their values.
func setLengths(groups []BarGroup, values [][]model.Value) {
	longest := model.Value{}.Number
	for _, group := range values {
		for _, v := range group {
			if v.IsNumber() && v.Number.GreaterThan(longest) {
				longest = v.Number
			}
		}
	}
	for i, group := range values {
		for j, v := range group {
			if v.IsNumber() && v.Number.IsPositive() {
				groups[i].Bars[j].PerMille = int(v.Number.Shift(3).DivRound(longest, 0).IntPart())
			}
		}
	}
}
