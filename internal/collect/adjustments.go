package collect

import (
	"fmt"
	"slices"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// The columns of 汇总调整. Behind them stand, not shown, the names that may be chosen.
const (
	adjustedItem = iota
	adjustedBy
	adjustedReason
	adjustedUnit
	adjustedNames
)

// adjustedColumns are those of 汇总调整.
var adjustedColumns = []workbook.Column{adjustedItem: {Head: "项目", Width: 30}, adjustedBy: {Head: "增减", Width: 12, Kind: workbook.Figure},

	adjustedReason: {Head: "理由", Width: 60}, adjustedUnit: {Head: verdict.HeadUnit, Width: 26}, adjustedNames: {Head: "可以选的项目", Width: 40}}

// adjustmentsList is the sheet on which the office declares what it adds or takes away, with room for more.
func (a *Aggregated) adjustmentsList() workbook.List {
	var names []string
	for _, c := range a.Edition.Cells() {
		if !c.Total {
			names = append(names, c.Name())
		}
	}
	for _, s := range a.Indicators {
		names = append(names, s.Name)
	}
	const room = 30
	l := workbook.List{Name: adjustedSheet, Title: adjustedSheet, Anchor: workbook.AdjustmentsList, Hidden: 1, Length: max(len(names), len(a.Adjusted)+room),
		Lines: []string{"有理由和各单位相加不一样的，写在这里：联合发文由牵头单位算一次，受委托作出的决定只算一方，当年撤销的单位。",
			"一行一处：项目从列表里选，增加的写正数，减少的写负数，理由要写。写好存盘，再汇总一次，把这个文件作为本级的年报交给程序，就算进合计；这些不进报告。"}}
	l.Columns = slices.Clone(adjustedColumns)
	l.Columns[adjustedItem].From = l.Range(adjustedNames+1, l.FirstRow(), l.FirstRow()+len(names)-1)
	l.Rows = func(yield func(workbook.Row) bool) {
		for i := range l.Length {
			cells := make([]string, len(adjustedColumns))
			if i < len(a.Adjusted) {
				adjusted := a.Adjusted[i]
				cells[adjustedItem], cells[adjustedBy], cells[adjustedReason], cells[adjustedUnit] = adjustedName(a.Edition, adjusted.Key), adjusted.By.String(), adjusted.Reason, adjusted.Unit
			}
			if i < len(names) {
				cells[adjustedNames] = names[i]
			}
			if !yield(workbook.Row{Cells: cells}) {
				return
			}
		}
	}
	return l
}

// adjustedName is what an adjusted figure is called on the sheet.
func adjustedName(e *form.Edition, k form.Key) string {
	if name, ok := model.IndicatorOf(k); ok {
		return name
	}
	return label(e, k)
}

// adjustable finds the figure that an adjustment names: one of the form, or one of the indicators.
func adjustable(item string, e *form.Edition, given []model.Given) (k form.Key, isWhole, isTotal, ok bool) {
	if at := slices.IndexFunc(e.Cells(), func(c form.Cell) bool { return c.Name() == item || string(c.Key) == item }); at >= 0 {
		c := e.Cells()[at]
		return c.Key, c.Measure.Whole(), c.Total, true
	}
	at := slices.IndexFunc(given, func(g model.Given) bool { return g.Name == item })
	if at < 0 {
		return "", false, false, false
	}
	return given[at].Key(), given[at].Integer, false, true
}

// readAdjustments reads the sheet 汇总调整 of a report. The error names every fault with its place.
func readAdjustments(data []byte, r *model.Report) (list []county.Adjustment, err error) {
	tables, err := workbook.ReadTables(data, workbook.AdjustmentsList)
	if err != nil || len(tables) == 0 || len(tables[0].Rows) == 0 {
		return nil, remedy.Plain(err)
	}
	t := tables[0]
	column := func(i int) int { return slices.Index(t.Rows[0].Cells, adjustedColumns[i].Head) }
	var faults []error
	for _, row := range t.Rows[1:] {
		item, by, reason := row.Cell(column(adjustedItem)), row.Cell(column(adjustedBy)), row.Cell(column(adjustedReason))
		if item == "" && by == "" && reason == "" {
			continue
		}
		adjusted := county.Adjustment{Reason: reason, Unit: row.Cell(column(adjustedUnit))}
		fault := func(of int, format string, args ...any) {
			place := model.Place{Sheet: t.Sheet, Ref: row.Ref(max(0, column(of)))}
			faults = append(faults, fmt.Errorf("%s%s", place, fmt.Sprintf(format, args...)))
		}
		key, isWhole, isTotal, ok := adjustable(item, r.Edition, r.Indicators)
		if !ok {
			fault(adjustedItem, "没有“%s”这一项，请从列表里选", item)
			continue
		}
		number := model.ParseFigure(form.Change, by)
		switch {
		case isTotal:
			fault(adjustedItem, "“%s”是合计，请写到分项上", item)
		case !number.IsNumber() || isWhole && !number.Number.IsInteger():
			fault(adjustedBy, "“%s”不是数，增加的写正数，减少的写负数", by)
		case reason == "":
			fault(adjustedReason, "没有写理由，请补上")
		default:
			adjusted.Key, adjusted.By = key, number.Number
			list = append(list, adjusted)
		}
	}
	return list, remedy.Join(faults...)
}
