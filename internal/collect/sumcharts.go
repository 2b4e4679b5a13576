package collect

import (
	"cmp"
	"fmt"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

const chartsSheet = "图"

// mostCharted is how many members a chart shows; of more, those with most.
const mostCharted = 30

// charted is what the charts show of a member.
type charted struct {
	unit                                  string
	received, before                      model.Value
	review, direct, afterReview, disputes model.Value
}

// Keys of what the charts show.
const (
	receivedTotal form.Key = "requests.received.total"
	reviewTotal   form.Key = "disputes.review.total"
	directTotal   form.Key = "disputes.litigation_direct.total"
	afterTotal    form.Key = "disputes.litigation_after_review.total"
)

// charted are the members that charts show: those that received most applications first.
func (a *Aggregated) charted() (list []charted) {
	before := map[string][]county.Report{}
	if a.order.Last != nil {
		for _, r := range a.order.Last.Reports {
			before[a.NameOf(r.Unit)] = append(before[a.NameOf(r.Unit)], r)
		}
	}
	for _, r := range a.Counted {
		one := charted{unit: r.Unit, received: total(receivedTotal, r), review: total(reviewTotal, r), direct: total(directTotal, r), afterReview: total(afterTotal, r)}
		if last, ok := before[a.NameOf(r.Unit)]; ok {
			one.before = total(receivedTotal, last...)
		}
		one.disputes = model.NumberValue(numberOf(one.review).Add(numberOf(one.direct)).Add(numberOf(one.afterReview)))
		list = append(list, one)
	}
	slices.SortStableFunc(list, func(a, b charted) int {
		return cmp.Or(numberOf(b.received).Cmp(numberOf(a.received)), numberOf(b.disputes).Cmp(numberOf(a.disputes)))
	})
	return list[:min(len(list), mostCharted)]
}

// total is a total of reports on one year, from its parts.
func total(k form.Key, reports ...county.Report) model.Value {
	s := county.NewSum(reports[0].Figures.Edition)
	for _, r := range reports {
		s.Add(r.Figures)
	}
	return s.Figure(k)
}

// lastSum is the report of the year before as those members add up to it that count this year, or who goes on for them; nil where that is not
// known. Units of which nothing counts this year are left out, since like is to be compared with like.
func (a *Aggregated) lastSum() (r *model.Report, left []string) {
	if a.order.Last == nil || len(a.order.Last.Reports) == 0 || a.order.Last.unsure != nil {
		return nil, nil
	}
	counts := map[string]bool{}
	for _, r := range a.Counted {
		counts[a.NameOf(r.Unit)] = true
	}
	var kept []county.Report
	for _, r := range a.order.Last.Reports {
		heirs := []string{a.NameOf(r.Unit)}
		if a.Members != nil {
			heirs = a.Members.HeirsOf(r.Unit, a.Year)
		}
		if slices.ContainsFunc(heirs, func(heir string) bool { return !counts[a.NameOf(heir)] }) {
			left = append(left, a.NameOf(r.Unit))
			continue
		}
		kept = append(kept, r)
	}
	if kept == nil {
		return nil, left
	}
	last := county.NewTotal(county.Order{Year: a.Year - 1}, kept)
	r = model.New(last.Edition)
	r.Fields["report.year"] = model.Field{Text: model.YearText(a.Year - 1)}
	for _, c := range last.Edition.Cells() {
		r.Figures[c.Key] = last.Sum.Figure(c.Key)
	}
	return r, left
}

// The columns of the sheet 图: of the members, and apart from them of the outcomes.
const (
	chartUnit = iota
	chartReceived
	chartBefore
	chartReview
	chartDirect
	chartAfter
	chartGap
	chartOutcome
	chartNow
	chartLast
	chartColumns
)

// chartSheet has the columns of the sheet 图; before the heads of some stands a year.
var chartSheet = [chartColumns]workbook.Column{
	chartUnit: {Head: verdict.HeadUnit, Width: 22}, chartReceived: {Head: "年收到申请", Width: 11, Kind: workbook.Figure}, chartBefore: {Head: "年收到申请", Width: 11, Kind: workbook.Figure},
	chartReview: {Head: "行政复议", Width: 11, Kind: workbook.Figure}, chartDirect: {Head: "未经复议直接起诉", Width: 11, Kind: workbook.Figure},
	chartAfter: {Head: "复议后起诉", Width: 11, Kind: workbook.Figure}, chartGap: {Width: 3, Kind: workbook.Figure},
	chartOutcome: {Head: "办理结果", Width: 22}, chartNow: {Head: "年", Width: 11, Kind: workbook.Figure}, chartLast: {Head: "年", Width: 11, Kind: workbook.Figure},
}

// chartsList is the sheet with the charts and what they show.
func (a *Aggregated) chartsList() workbook.List {
	members := a.charted()
	last, left := a.lastSum()
	outcomes := document.OutcomeChart(a.Report, last)
	l := workbook.List{Name: chartsSheet, Title: chartsSheet, Anchor: workbook.ChartsList, Columns: slices.Clone(chartSheet[:]), Length: max(len(members), len(outcomes.Groups))}
	for column, year := range map[int]int{chartReceived: a.Year, chartNow: a.Year, chartBefore: a.Year - 1, chartLast: a.Year - 1} {
		l.Columns[column].Head = model.YearText(year) + l.Columns[column].Head
	}
	l.Rows = func(yield func(workbook.Row) bool) {
		for i := range l.Length {
			cells := make([]string, chartColumns)
			if i < len(members) {
				m := members[i]
				cells[chartUnit] = m.unit
				for column, v := range map[int]model.Value{chartReceived: m.received, chartBefore: m.before, chartReview: m.review, chartDirect: m.direct, chartAfter: m.afterReview} {
					cells[column] = v.Printed()
				}
			}
			if i < len(outcomes.Groups) {
				group := outcomes.Groups[i]
				cells[chartOutcome], cells[chartNow] = group.Label, group.Bars[0].Value
				if len(group.Bars) > 1 {
					cells[chartLast] = group.Bars[1].Value
				}
			}
			if !yield(workbook.Row{Cells: cells}) {
				return
			}
		}
	}
	if len(a.Counted) > mostCharted {
		l.Lines = append(l.Lines, "单位多，图里是收到申请最多的三十个。")
	}
	if left != nil {
		l.Lines = append(l.Lines, fmt.Sprintf("今年没有加进来的%d个单位，%d年的办理结果里也没有算：%s。", len(left), a.Year-1, chinese.Listed(left, job.MostFiles)))
	}
	l.Charts = a.charts(l, len(members), len(outcomes.Groups), last != nil)
	return l
}

// charts are the charts of the sheet: they stand beside their figures.
func (a *Aggregated) charts(l workbook.List, members, outcomes int, last bool) []workbook.Chart {
	first := l.FirstRow()
	series := func(rows int, columns ...int) (list []workbook.Series) {
		for _, c := range columns {
			list = append(list, workbook.Series{Name: l.Range(c+1, first-1, first-1), Values: l.Range(c+1, first, first+rows-1)})
		}
		return list
	}
	names := func(column, rows int) string { return l.Range(column+1, first, first+rows-1) }
	received, results := []int{chartReceived}, []int{chartNow}
	if last {
		received, results = append(received, chartBefore), append(results, chartLast)
	}
	const wide, aside, beside, below = 620, 2, 10, 12 // pixels; columns and rows
	high := uint(160 + 22*members*len(received))
	column := chartColumns + aside
	charts := []workbook.Chart{
		{Title: "各单位收到的政府信息公开申请（件）", Lying: true, Categories: names(chartUnit, members), Series: series(members, received...),
			At: workbook.Cell(column, first), Wide: wide, High: high},
		{Title: "办理结果（件）", Categories: names(chartOutcome, outcomes), Series: series(outcomes, results...),
			At: workbook.Cell(column+beside, first), Wide: wide, High: 340},
	}
	if numberOf(a.Sum.Figure(reviewTotal)).Add(numberOf(a.Sum.Figure(directTotal))).Add(numberOf(a.Sum.Figure(afterTotal))).IsPositive() {
		charts = append(charts, workbook.Chart{Title: "各单位的行政复议、行政诉讼（件）", Lying: true, Stacked: true,
			Categories: names(chartUnit, members), Series: series(members, chartReview, chartDirect, chartAfter),
			At: workbook.Cell(column+beside, first+below), Wide: wide, High: uint(160 + 22*members)})
	}
	return charts
}
