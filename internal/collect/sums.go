package collect

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// The sheets behind the form of an office's workbook.
const (
	tracedSheet   = "汇总明细"
	adjustedSheet = "汇总调整"
	textsSheet    = "各单位文字"
)

// The columns of 汇总明细 before those of the figures.
const (
	traceNumber = iota
	traceUnit
	traceLevel
	traceFile
	traceFigures
)

// traceColumns are those of 汇总明细 before those of the figures.
var traceColumns = [traceFigures]workbook.Column{traceNumber: {Head: "序号", Width: 6, Kind: workbook.Figure}, traceUnit: {Head: verdict.HeadUnit, Width: 24},

	traceLevel: {Head: "层级", Width: 10}, traceFile: {Head: verdict.HeadFile, Width: 20}}

// traceSums are the rows above the members.
const (
	sumOwn = iota
	sumMembers
	sumAdjusted
	sumApart
	traceSums
)

// lists are the sheets behind the form.
func (a *Aggregated) lists() []workbook.List {
	adjustments := a.adjustmentsList()
	if !a.IsTraced() {
		return []workbook.List{adjustments}
	}
	lists := []workbook.List{a.trace(adjustments), adjustments}
	if texts, ok := a.textsList(); ok {
		lists = append(lists, texts)
	}
	return append(lists, a.chartsList())
}

// head is what a figure's column is called.
func head(c *form.Cell) string {
	if c.Measure.CarriesUnit() {
		return c.Name() + "（" + model.SummedUnit + "）"
	}
	return c.Name()
}

// trace has a row a member and a column a figure, and above them what they add up to.
func (a *Aggregated) trace(adjustments workbook.List) workbook.List {
	l := workbook.List{Name: tracedSheet, Title: tracedSheet, Anchor: workbook.MembersList, Frozen: traceFigures, Length: traceSums + len(a.Counted),
		Lines:   []string{"一行一个单位，一列一个数。上面四行：本表的数、各单位相加、“汇总调整”里写的调整，和三者之间的差；差应当是0。"},
		Columns: slices.Clone(traceColumns[:])}
	for _, c := range a.Edition.Cells() {
		l.Columns = append(l.Columns, workbook.Column{Head: head(&c), Width: 11, Kind: workbook.Figure})
	}
	for _, s := range a.Indicators {
		l.Columns = append(l.Columns, workbook.Column{Head: indicatorHead(s.Indicator), Width: 16, Kind: workbook.Figure})
	}
	l.Rows = func(yield func(workbook.Row) bool) {
		for _, row := range a.sumRows(l, adjustments) {
			if !yield(row) {
				return
			}
		}
		for i, r := range a.Counted {
			cells := make([]string, traceFigures, len(l.Columns))
			cells[traceNumber], cells[traceUnit], cells[traceLevel], cells[traceFile] = strconv.Itoa(i+1), r.Unit, r.Level, r.File
			for c, v := range r.Figures.Figures() {
				cells = append(cells, traced(c, v))
			}
			if !yield(workbook.Row{Cells: append(cells, a.tracedIndicators(r)...)}) {
				return
			}
		}
	}
	return l
}

// traced is a figure as the trace has it: a number that spreadsheets add up, else what stands there.
func traced(c *form.Cell, v model.Value) string {
	if worth, ok := v.Worth(c.Measure); ok {
		return worth.String()
	}
	return v.Printed()
}

// retraced is a figure as the trace had it.
func retraced(m form.Measure, text string) model.Value {
	if v := model.ParseFigure(m, text); !m.CarriesUnit() || !v.IsNumber() || v.IsZero() {
		return v
	}
	return model.ParseFigure(m, text+model.SummedUnit)
}

// sumRows are the rows above the members. A total is taken from its parts in each of them.
func (a *Aggregated) sumRows(l, adjustments workbook.List) []workbook.Row {
	rows := make([]workbook.Row, traceSums)
	for i, name := range []string{sumOwn: "本表", sumMembers: "各单位相加", sumAdjusted: adjustedSheet, sumApart: "差（应为0）"} {
		rows[i] = workbook.Row{Cells: make([]string, len(l.Columns)), Formulas: make([]string, len(l.Columns))}
		rows[i].Cells[traceUnit] = name
	}
	columns := map[form.Key]int{}
	for i, c := range a.Edition.Cells() {
		columns[c.Key] = traceFigures + i
	}
	stated := a.stated()
	items, amounts := adjustedColumn(adjustments, adjustedItem), adjustedColumn(adjustments, adjustedBy)
	for i, c := range a.Edition.Cells() {
		s := sumColumn{rows: rows, list: l, column: traceFigures + i, places: places(a.Sum.Figure(c.Key), a.due.Figure(c.Key))}
		members, _ := a.Sum.Figure(c.Key).Worth(c.Measure)
		due, _ := a.due.Figure(c.Key).Worth(c.Measure)
		var partly, adjusted []string // the cells of its parts
		rest := members
		parts := a.Edition.Parts(c.Key)
		for _, part := range parts {
			partly = append(partly, s.beside(columns[part], sumMembers))
			adjusted = append(adjusted, s.beside(columns[part], sumAdjusted))
			cell, _ := a.Edition.Cell(part)
			worth, _ := a.Sum.Figure(part).Worth(cell.Measure)
			rest = rest.Sub(worth)
		}
		switch {
		case len(a.Counted) == 0: // the range would hold the cell itself
		case stated[c.Key].Equal(members):
			s.setMembers(members)
		default: // of some the stated total is not that of its parts
			if !rest.IsZero() { // of those that state it without its parts
				partly = append(partly, rest.String())
			}
			s.set(sumMembers, members, strings.Join(partly, "+"))
		}
		if len(parts) > 0 {
			s.set(sumAdjusted, due.Sub(members), strings.Join(adjusted, "+"))
		} else {
			s.set(sumAdjusted, due.Sub(members), "SUMIF("+items+`,"`+c.Name()+`",`+amounts+")")
		}
		if c.Measure.CarriesUnit() { // text on the form, which no formula adds to
			rows[sumOwn].Cells[s.column] = due.String()
		} else {
			s.set(sumOwn, due, "N("+c.Key.DefinedName()+")")
		}
		s.setApart(decimal.Zero)
	}
	a.sumIndicatorRows(rows, l, adjustments, traceFigures+len(a.Edition.Cells()))
	return rows
}

// sumColumn is a column of the rows above the members.
type sumColumn struct {
	rows   []workbook.Row
	list   workbook.List
	column int
	places string // to how many decimals it is rounded
}

// beside is the cell of one of these rows in a column.
func (s sumColumn) beside(column, row int) string {
	return workbook.Cell(column+1, s.list.FirstRow()+row)
}

func (s sumColumn) at(row int) string { return s.beside(s.column, row) }

// set writes a result, and the formula that gives it.
func (s sumColumn) set(row int, result decimal.Decimal, formula string) {
	s.rows[row].Cells[s.column], s.rows[row].Formulas[s.column] = result.String(), formula
}

// setMembers adds up what stands in the rows of the members.
func (s sumColumn) setMembers(sum decimal.Decimal) {
	s.set(sumMembers, sum, "ROUND(SUM("+s.at(traceSums)+":"+s.at(s.list.Length-1)+"),"+s.places+")")
}

// setApart takes the other rows from each other.
func (s sumColumn) setApart(apart decimal.Decimal) {
	s.set(sumApart, apart, "ROUND("+s.at(sumOwn)+"-"+s.at(sumMembers)+"-"+s.at(sumAdjusted)+","+s.places+")")
}

// adjustedColumn are the cells of a column of 汇总调整.
func adjustedColumn(adjustments workbook.List, column int) string {
	return adjustments.Range(column+1, adjustments.FirstRow(), adjustments.FirstRow()+adjustments.Length-1)
}

// stated is what the members themselves state in each cell, added up.
func (a *Aggregated) stated() map[form.Key]decimal.Decimal {
	sums := map[form.Key]decimal.Decimal{}
	for _, r := range a.Counted {
		for c, v := range r.Figures.Figures() {
			if worth, ok := v.Worth(c.Measure); ok {
				sums[c.Key] = sums[c.Key].Add(worth)
			}
		}
	}
	return sums
}

// finest is to how many decimals the trace is rounded at least: more than a difference has that somebody types, and fewer than sums are out
// by that a spreadsheet adds up in binary.
const finest = 6

// places is to how many decimals the trace of figures is rounded: to all that they have, and finer, so that no difference is lost.
func places(figures ...model.Value) string {
	most := finest
	for _, v := range figures {
		if v.IsNumber() {
			most = max(most, int(-v.Number.Exponent()))
		}
	}
	return strconv.Itoa(most)
}

// readTrace reads the members of 汇总明细 back, with their texts where these stand beside it.
func readTrace(data []byte, own *model.Report, year int) (reports []county.Report, err error) {
	tables, err := workbook.ReadTables(data, workbook.MembersList, workbook.TextsList)
	if err != nil {
		return nil, remedy.Plain(err)
	}
	if len(tables) == 0 || tables[0].Anchor != workbook.MembersList || len(tables[0].Rows) == 0 {
		return nil, ErrNoTrace
	}
	texts := map[string][]county.Text{}
	if len(tables) > 1 {
		texts = textsIn(tables[1], own.Edition)
	}
	heads, e := tables[0].Rows[0], own.Edition
	column := func(name string) int { return slices.Index(heads.Cells, name) }
	var at [traceFigures]int
	for i, c := range traceColumns {
		at[i] = column(c.Head)
	}
	columns := make([]int, len(e.Cells()))
	for i, c := range e.Cells() {
		columns[i] = column(head(&c))
	}
	for _, row := range tables[0].Rows[1:] {
		if row.Cell(at[traceNumber]) == "" {
			continue // what they add up to
		}
		r := model.New(e)
		r.Fields["unit.name"], r.Fields["unit.level"] = model.Field{Text: row.Cell(at[traceUnit])}, model.Field{Text: row.Cell(at[traceLevel])}
		r.Fields["report.year"] = model.Field{Text: model.YearText(year)}
		for i, c := range e.Cells() {
			r.Figures[c.Key] = retraced(c.Measure, row.Cell(columns[i]))
		}
		r.Indicators = retracedIndicators(own.Indicators, heads, row)
		report := job.ReportOf(row.Cell(at[traceFile]), r, false)
		report.Texts = texts[report.Unit]
		reports = append(reports, report)
	}
	return reports, nil
}

// textsIn are the texts on the sheet of the members' sections, by the units; of one that is on it twice nobody knows which are its own.
func textsIn(t workbook.Table, e *form.Edition) map[string][]county.Text {
	by := map[string][]county.Text{}
	if len(t.Rows) == 0 {
		return by
	}
	columns := make([]int, len(job.GatheredTexts))
	for i, k := range job.GatheredTexts {
		s, _ := e.SectionOf(k)
		if columns[i] = slices.Index(t.Rows[0].Cells, s.Heading()); columns[i] < 0 {
			return by
		}
	}
	unit := slices.Index(t.Rows[0].Cells, verdict.HeadUnit)
	for _, row := range t.Rows[1:] {
		var texts []county.Text
		for i, k := range job.GatheredTexts {
			texts = append(texts, county.Text{Key: k, Paragraphs: row.Cell(columns[i])})
		}
		name := row.Cell(unit)
		if _, twice := by[name]; twice {
			texts = nil
		}
		by[name] = texts
	}
	return by
}

// textsList has the sections of the members side by side, for whoever writes the office's; ok is false where they were not kept.
func (a *Aggregated) textsList() (l workbook.List, ok bool) {
	l = workbook.List{Name: textsSheet, Title: textsSheet, Anchor: workbook.TextsList, Frozen: 1, Length: len(a.Counted),
		Lines:   []string{"各单位写的文字，一行一个单位，供写本级报告时参考；这一页不进报告。"},
		Columns: []workbook.Column{{Head: verdict.HeadUnit, Width: 22}}}
	for _, k := range job.GatheredTexts {
		s, _ := a.Edition.SectionOf(k)
		l.Columns = append(l.Columns, workbook.Column{Head: s.Heading(), Width: 62})
	}
	l.Rows = func(yield func(workbook.Row) bool) {
		for _, r := range a.Counted {
			cells := []string{r.Unit}
			for _, t := range r.Texts {
				cells = append(cells, t.Paragraphs)
			}
			if !yield(workbook.Row{Cells: cells}) {
				return
			}
		}
	}
	return l, !slices.ContainsFunc(a.Counted, func(r county.Report) bool { return r.Texts == nil })
}
