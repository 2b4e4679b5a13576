package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/cellref"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// IndicatorsSheet is the name of the sheet with the figures that an office asks for beside the form.
const IndicatorsSheet = "附表"

// The columns of the sheet.
const (
	indicatorName = iota
	indicatorUnit
	indicatorDigits
	indicatorFigure
	indicatorRemark
)

// indicatorHeads are what stands above them, by which they are found wherever they were moved.
var indicatorHeads = []string{indicatorName: "指标", indicatorUnit: "计量单位", indicatorDigits: "数的写法", indicatorFigure: "数", indicatorRemark: "备注"}

var indicatorLines = []string{
	"报告的表格以外，上级还要这几个数。填在“数”这一列，没有的填0；要说明的，写在备注里，可以不写。",
	"这一页不进报告，也不进报告里的表，和填报表一起交给上级，由上级汇总。报告的文字里要用到的，写成{{指标的名称}}，生成报告时换成这里的数。",
}

// numberPrompt is how the figure of an indicator is filled in.
const numberPrompt = "填0或正数，没有的填0；写明“" + model.IntegerDigits + "”的，不带小数。"

// IndicatorsIn is the sheet of indicators with what was given for them.
func IndicatorsIn(given []model.Given) List {
	l := List{Name: IndicatorsSheet, Title: IndicatorsSheet, Lines: indicatorLines, Anchor: IndicatorsList, Locked: true, Length: len(given)}
	for i, width := range []float64{indicatorName: 36, indicatorUnit: 12, indicatorDigits: 12, indicatorFigure: 20, indicatorRemark: 44} {
		l.Columns = append(l.Columns, Column{Head: indicatorHeads[i], Width: width})
	}
	figure, remark := &l.Columns[indicatorFigure], &l.Columns[indicatorRemark]
	figure.Kind, figure.Digits, figure.Prompt = Number, indicatorDigits+1, numberPrompt
	remark.Kind = Entry
	l.Rows = func(yield func(Row) bool) {
		for _, g := range given {
			cells := []string{indicatorName: g.Name, indicatorUnit: g.Unit, indicatorDigits: g.Digits(), indicatorFigure: contentOf(g.Value).text, indicatorRemark: g.Remark.Printed()}
			if !yield(Row{Cells: cells}) {
				return
			}
		}
	}
	return l
}

// IndicatorFigure refers to the cell of the sheet with the figure of an indicator, the first being 0, and IndicatorTitle to that with its
// name; both are fixed, and name the sheet.
func IndicatorFigure(i int) string { return indicatorCell(indicatorFigure, i) }

// IndicatorTitle is described above.
func IndicatorTitle(i int) string { return indicatorCell(indicatorName, i) }

func indicatorCell(column, i int) string {
	at := cellref.At(column+1, List{Lines: indicatorLines}.FirstRow()+i)
	return quoted(IndicatorsSheet) + cellref.Between(at, at).Absolute()
}

// readIndicators reads the sheet of indicators: its rows by their names, wherever it and its columns were moved. What stands in a row
// without a name, or beside the columns, is a stray.
func (in *reader) readIndicators() error {
	s := in.listSheet(IndicatorsList, IndicatorsSheet)
	if s == nil {
		return nil
	}
	g, err := in.book.Grid(s.Part)
	if err != nil {
		return err
	}
	anchors := in.named[anchored(IndicatorsList)]
	top, columns := in.headsIn(g, indicatorHeads)
	if len(anchors) == 0 && (top == 0 || columns[indicatorName] == 0 || columns[indicatorFigure] == 0) {
		return nil // a sheet of the clerk's own that is called the same
	}
	if top == 0 {
		top = anchors[0].area.From.Row
	}
	if columns[indicatorName] == 0 || columns[indicatorFigure] == 0 { // somebody wrote over the heads, not over what stands below them
		columns = []int{1, 2, 3, 4, 5}
	}
	in.report.Indicators = []model.Given{}
	for i := 0; i < len(g.Cells); {
		row := g.Cells[i].At.Row
		from := i
		for i < len(g.Cells) && g.Cells[i].At.Row == row {
			i++
		}
		if row > top {
			if err := in.readIndicator(s, g, row, g.Cells[from:i], columns); err != nil {
				return err
			}
		}
	}
	return nil
}

// readIndicator reads the cells of a row.
func (in *reader) readIndicator(s *spreadsheet.Sheet, g *spreadsheet.Grid, row int, cells []spreadsheet.Cell, columns []int) error {
	at := func(column int) spreadsheet.Cell { return g.At(cellref.At(columns[column], row)) }
	place := func(column int) model.Place {
		return span{sheet: s}.place(cellref.At(max(1, columns[column]), row))
	}
	text := func(column int) string { return strings.Join(strings.Fields(in.book.Text(at(column))), " ") }
	one := model.Given{Indicator: model.Indicator{Name: text(indicatorName), Unit: text(indicatorUnit), Integer: text(indicatorDigits) == model.IntegerDigits}}
	one.Value = figureIn(in.book, at(indicatorFigure), one.Indicator)
	one.Value.Place = place(indicatorFigure)
	remark, unread := wordsIn(in.book, at(indicatorRemark), false)
	if one.Remark = model.ReadField(remark, place(indicatorRemark)); unread.IsUnread() {
		one.Remark = model.Field{Text: remark, Place: one.Remark.Place, Unread: unread}
	}
	for column, typed := range []string{indicatorName: one.Name, indicatorUnit: one.Unit, indicatorDigits: text(indicatorDigits), indicatorFigure: one.Value.Text + one.Value.Stored, indicatorRemark: remark + unread.Stored} {
		switch {
		case len(typed) > budget.Entry:
			return spreadsheet.LongTextError{Place: place(column).String()}
		case !in.book.SpendText(typed):
			return MuchTextError{s.Name}
		}
	}
	for _, c := range cells {
		stray := strings.TrimSpace(in.book.Text(c))
		if column := slices.Index(columns, c.At.Col); stray == "" || column >= 0 && one.Name != "" {
			continue
		}
		if !in.book.SpendText(stray) {
			return MuchTextError{s.Name}
		}
		in.report.Strays = append(in.report.Strays, model.Stray{Text: stray, Place: span{sheet: s}.place(c.At)})
	}
	if one.Name != "" {
		in.report.Indicators = append(in.report.Indicators, one)
	}
	return nil
}

// isIndicators tells the sheet of indicators.
func (in *reader) isIndicators(s *spreadsheet.Sheet) bool {
	return in.report.Indicators != nil && in.listSheet(IndicatorsList, IndicatorsSheet) == s
}

// takeIndicator takes a change of the figure that was given for an indicator.
func (e *editing) takeIndicator(c Change, name string) error {
	g, ok := e.in.report.Given(name)
	if !ok {
		return lostError(name)
	}
	spot, _, err := e.find(g.Value.Place)
	switch {
	case err != nil:
		return err
	case !stands(c.Before, g.Value.Text, g.Value.Printed()):
		return wrongAt(g.Value.Place, ErrOtherNow)
	}
	is := model.ParseFigure(g.Indicator, c.After)
	at := slices.IndexFunc(e.want.indicators, func(other model.Given) bool { return other.Name == name })
	e.want.indicators[at].Value = is
	return e.put(spot, entered{content: contentOf(is), place: g.Value.Place, figure: g.Indicator})
}

// saysSameOf says whether the same was given for indicators.
func saysSameOf(a, b []model.Given) bool {
	return slices.EqualFunc(a, b, func(x, y model.Given) bool {
		return x.Indicator == y.Indicator && x.Value.State == y.Value.State && x.Value.Printed() == y.Value.Printed() && x.Remark.Printed() == y.Remark.Printed()
	})
}
