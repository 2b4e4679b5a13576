// Package fill puts the figures of a report into tables that somebody else laid out.
package fill

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/published/page"
	"nianbao/internal/published/slots"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// Filled is a form of somebody else's that figures of a report were written into.
type Filled struct {
	Data    []byte
	Written int      // how many figures
	Equal   int      // how many stood there already
	Zeros   int      // how many of those that were written stand in the place of a 0
	Added   int      // how many cells add themselves up
	Left    []string // what was not written and why, in sentences without their ends, in the order of the form
	Lost    []string // which figures of the report have no cell in the form, likewise
}

// Told is what came of it, in a sentence.
func (f *Filled) Told() string {
	told := "一格也没有填"
	if f.Written > 0 {
		told = fmt.Sprintf("填了%d格", f.Written)
	}
	if f.Zeros > 0 {
		told += fmt.Sprintf("（其中%d格原来写着0）", f.Zeros)
	}
	if f.Equal > 0 {
		told += fmt.Sprintf("；%d格已经写着同样的数", f.Equal)
	}
	if f.Added > 0 {
		told += fmt.Sprintf("；%d格是用公式算的，没有动，打开时自动算", f.Added)
	}
	if n := len(f.Left); n > 0 {
		told += fmt.Sprintf("；没有填的有%d处，列在下面，请看着填", n)
	}
	if f.Lost != nil {
		told += "；填报表里有的数，表上没有认出格子，也列在下面"
	}
	return told + "。"
}

// In writes the figures of a report into a copy of a foreign workbook, whose rows and columns are recognised by their labels as those of
// published tables are. A cell that is not certain is left as it is and listed, and so is one in which something else stands. The error
// is one plain sentence.
func In(foreign job.File, r *model.Report) (f *Filled, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	sheets, err := workbook.ReadForeign(foreign.Data)
	var refused opc.Error
	switch {
	case errors.As(err, &refused) && (refused.Fault == opc.NotOffice || refused.Fault == opc.OtherKind): // which would ask for one of our own
		return nil, errors.New("不是Excel工作簿（.xlsx），请换成要转填的表")
	case err != nil:
		return nil, remedy.Plain(err)
	}
	seen := make([]slots.Sheet, len(sheets))
	for i, s := range sheets {
		seen[i] = slots.Sheet{Name: s.Name, Table: pageTable(s)}
	}
	year, _ := r.Year()
	read := slots.Read(seen, slots.Asked{Edition: r.Edition, Unit: r.Unit(), Year: year})
	if len(read.Slots) == 0 && len(read.Sums) == 0 && len(read.Doubts) == 0 {
		return nil, errors.New("里面没有认出年报的表格，请核对是不是要转填的表")
	}
	t := transfer{sheets: sheets, report: r, Filled: &Filled{}}
	t.take(read)
	var out bytes.Buffer
	if err := workbook.FillForeign(&out, foreign.Data, t.figures); err != nil {
		return nil, remedy.Plain(err)
	}
	t.Data, t.Written = out.Bytes(), len(t.figures)
	return t.Filled, nil
}

// transfer is a report on its way into a foreign workbook.
type transfer struct {
	*Filled
	sheets  []workbook.ForeignSheet
	report  *model.Report
	figures []workbook.ForeignFigure
	blank   []string // what the report has nothing for, and neither has the form
}

// take writes the figures that have a cell, and says what is left.
func (t *transfer) take(read slots.Reading) {
	found := map[form.Key]slots.Slot{}
	for _, s := range read.Slots {
		found[s.Key] = s
	}
	has := map[form.Key]bool{}
	var left []leftCell
	known := 0
	for _, c := range t.report.Edition.Cells() {
		s, ok := found[c.Key]
		if !ok {
			continue
		}
		known++
		has[c.Key] = true
		if one := t.write(due{cell: c, name: c.Name(), row: rowName(&c), value: t.report.Figure(c.Key)}, s); one.kind != nothingLeft {
			left = append(left, one)
		}
	}
	for _, s := range read.Sums {
		q := form.Quantity{Name: s.Name, Keys: s.Keys}
		if len(t.cellsOf(s.Keys)) < len(s.Keys) { // of the other edition, where it may be one figure
			var ok bool
			if q, ok = t.report.Edition.QuantityCalled(s.Name); !ok {
				continue
			}
		}
		known++
		for _, k := range q.Keys {
			has[k] = true
		}
		if one := t.write(t.dueSum(q), slots.Slot{Place: s.Place, Text: s.Text}); one.kind != nothingLeft {
			left = append(left, one)
		}
	}
	t.tellCells(left)
	t.tellDoubts(read.Doubts, has)
	if n := len(t.blank); n > 0 {
		t.Left = append(t.Left, fmt.Sprintf("填报表里空着的%d格，没有填：%s", n, chinese.Listed(t.blank, mostNamed)))
	}
	if n := len(found) + len(read.Sums) - known; n > 0 {
		t.Left = append(t.Left, fmt.Sprintf("表里另有%d格是%s没有的，没有填", n, t.report.Edition.Span()+"的格式"))
	}
}

// due is what goes into a cell: a figure, or the sum of several.
type due struct {
	cell      form.Cell // of a sum the first of its figures
	name, row string
	value     model.Value
	lacking   []string // of a sum that cannot be told, the figures that are no numbers, where others are
}

// dueSum is a sum that the form has a name for.
func (t *transfer) dueSum(q form.Quantity) due {
	first, _ := t.report.Edition.Cell(q.Keys[0])
	d := due{cell: *first, name: q.Name, row: q.Name, value: t.report.Sum(q.Keys)}
	for _, c := range t.cellsOf(q.Keys) {
		if !t.report.Figure(c.Key).IsNumber() {
			d.lacking = append(d.lacking, c.Name())
		}
	}
	if len(d.lacking) == len(q.Keys) {
		d.lacking = nil
	}
	return d
}

// write writes a figure into its cell, or gives back why not.
func (t *transfer) write(d due, s slots.Slot) leftCell {
	c, v := d.cell, d.value
	there := model.ParseFigure(c.Measure, s.Text)
	left := leftCell{due: d, slot: s}
	switch {
	case foreignCell(t.sheets[s.Sheet], s.Row, s.Column).Formula:
		t.Added++
		return leftCell{}
	case d.lacking != nil:
		return left.because(leftLacking, "", chinese.Listed(d.lacking, mostNamed))
	case v.Printed() == "" && (s.Text == "" || there.IsZero()):
		t.blank = append(t.blank, d.name)
		return leftCell{}
	case v.Printed() == "":
		return left.because(leftBlank, s.Text, "")
	case !v.IsNumber():
		return left.because(leftUnread, "", v.Printed())
	}
	if !c.Measure.Whole() {
		if why := t.otherMoney(c, s, v); why != "" {
			return left.because(leftMoney, "", why)
		}
	}
	switch {
	case there.IsNumber() && there.Number.Equal(v.Number) && (there.Unit == "" || there.Unit == v.Unit):
		t.Equal++
		return leftCell{}
	case s.Text != "" && !there.IsZero():
		return left.because(leftOther, s.Text, v.Printed())
	case s.Text != "":
		t.Zeros++
	}
	t.figures = append(t.figures, workbook.ForeignFigure{Sheet: t.sheets[s.Sheet].Name, Row: s.Row, Column: s.Column, Cell: c, Digits: v.Number.String()})
	return leftCell{}
}

// otherMoney says why an amount cannot be written as it is: the form's unit is another one, or neither it nor the report names one.
func (t *transfer) otherMoney(c form.Cell, s slots.Slot, v model.Value) string {
	unit := v.Unit
	if !c.Measure.CarriesUnit() {
		unit = tenThousands
	}
	said := v.Number.String() + unit
	switch {
	case unit == "":
		return "填报表里没有写单位，是" + said
	case s.Money == unit:
		return ""
	case s.Money == "":
		return "表里没有写单位是元还是万元，填报表里是" + said
	case s.Money == "元" && unit == tenThousands:
		return "表里的单位是元，填报表里是" + said + "，就是" + v.Number.Shift(4).String() + "元"
	case s.Money == tenThousands && unit == "元":
		return "表里的单位是万元，填报表里是" + said + "，就是" + v.Number.Shift(-4).String() + tenThousands
	}
	return "表里的单位是" + s.Money + "，填报表里是" + said
}

const tenThousands = "万元"

// foreignCell is the cell at a place; the zero cell where there is none.
func foreignCell(s workbook.ForeignSheet, row, column int) workbook.ForeignCell {
	at, ok := slices.BinarySearchFunc(s.Cells, [2]int{row, column}, func(c workbook.ForeignCell, place [2]int) int {
		return cmp.Or(cmp.Compare(c.Row, place[0]), cmp.Compare(c.Column, place[1]))
	})
	if !ok {
		return workbook.ForeignCell{}
	}
	return s.Cells[at]
}

// pageTable is a sheet as a table of a page.
func pageTable(s workbook.ForeignSheet) *page.Table {
	t := &page.Table{Rows: s.Rows, Columns: s.Columns}
	for _, c := range s.Cells {
		t.Cells = append(t.Cells, page.Cell{Row: c.Row, Column: c.Column, RowSpan: c.RowSpan, ColumnSpan: c.ColumnSpan, Text: c.Text})
	}
	return t
}
