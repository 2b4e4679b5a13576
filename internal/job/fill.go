package job

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
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
}

// Told is what came of it, in a sentence.
func (f *Filled) Told() string {
	told := fmt.Sprintf("填了%d格", f.Written)
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
	return told + "。"
}

// Fill writes the figures of a report into a copy of a foreign workbook, whose rows and columns are recognised by their labels as those of
// published tables are. A cell that is not certain is left as it is and listed, and so is one in which something else stands. The error
// is one plain sentence.
func Fill(foreign File, r *model.Report) (f *Filled, err error) {
	defer func() { rescue(recover(), &err) }()
	if opc.Tell(foreign.Data) != opc.Workbook {
		return nil, errors.New("不是Excel工作簿（.xlsx）。旧格式的（.xls、.et），请用Excel或WPS打开，另存为.xlsx后再试")
	}
	sheets, err := workbook.ReadForeign(foreign.Data)
	if err != nil {
		return nil, remedy.Plain(err)
	}
	seen := make([]slots.Sheet, len(sheets))
	for i, s := range sheets {
		seen[i] = slots.Sheet{Name: s.Name, Table: tableOf(s)}
	}
	year, _ := strconv.Atoi(r.Fields["report.year"].Text)
	read := slots.Read(seen, slots.Asked{Edition: r.Edition, Unit: r.Fields["unit.name"].Text, Year: year})
	if len(read.Slots) == 0 && len(read.Doubts) == 0 {
		return nil, errors.New("里面没有认出年报的表格，请核对是不是要转填的表")
	}
	found := map[form.Key]slots.Slot{}
	for _, s := range read.Slots {
		found[s.Key] = s
	}
	t := transfer{sheets: sheets, slots: found, report: r, Filled: &Filled{}}
	for _, table := range r.Edition.Tables() {
		t.take(table)
	}
	if n := len(found) - t.known; n > 0 {
		t.Left = append(t.Left, fmt.Sprintf("表里另有%d格是%s没有的，没有填", n, r.Edition.Span()+"的格式"))
	}
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
	slots   map[form.Key]slots.Slot
	report  *model.Report
	figures []workbook.ForeignFigure
	known   int // slots of the report's edition
}

// take writes the figures of a table.
func (t *transfer) take(table *form.Table) {
	var lost []string
	cells := 0
	for _, c := range t.report.Edition.Cells() {
		if c.Table != table.Key {
			continue
		}
		cells++
		s, found := t.slots[c.Key]
		if !found {
			lost = append(lost, c.Name())
			continue
		}
		t.known++
		if why := t.write(c, s); why != "" {
			t.Left = append(t.Left, workbook.ForeignPlace(t.sheets[s.Sheet].Name, s.Row, s.Column)+"　"+c.Name()+"："+why)
		}
	}
	const most = 5
	switch {
	case len(lost) == cells:
		t.Left = append(t.Left, "没有找到“"+table.Title+"”")
	case len(lost) > 0:
		t.Left = append(t.Left, fmt.Sprintf("“%s”里有%d格没有找到：%s", table.Title, len(lost), chinese.Listed(lost, most)))
	}
}

// write writes a figure into its cell, or gives back why not.
func (t *transfer) write(c form.Cell, s slots.Slot) (why string) {
	v := t.report.Figure(c.Key)
	is := cellOf(t.sheets[s.Sheet], s.Row, s.Column)
	there := model.ParseFigure(c.Measure, s.Text)
	switch {
	case is.Formula:
		t.Added++
		return ""
	case v.Printed() == "" && s.Text == "":
		return ""
	case !v.IsNumber() && v.Printed() == "":
		return "填报表里空着，表里是" + chinese.Shortened(s.Text, mostSaid)
	case !v.IsNumber():
		return "填报表里不是数：" + chinese.Shortened(v.Printed(), mostSaid)
	case c.Measure.CarriesUnit():
		return "金额要连单位一起写，请自己填：" + v.Printed()
	case there.IsNumber() && there.Number.Equal(v.Number) && there.Unit == v.Unit:
		t.Equal++
		return ""
	case s.Text != "" && !there.IsZero():
		return "已经写着" + chinese.Shortened(s.Text, mostSaid) + "，没有改，填报表里是" + v.Printed()
	case !c.Measure.Whole() && countsInYuan(t.sheets[s.Sheet], s.Row):
		return "表里的单位像是元，请换算后自己填，填报表里是" + v.Printed() + "万元"
	case s.Text != "":
		t.Zeros++
	}
	t.figures = append(t.figures, workbook.ForeignFigure{Sheet: t.sheets[s.Sheet].Name, Row: s.Row, Column: s.Column, Cell: c, Digits: v.Number.String()})
	return ""
}

// mostSaid is how many characters of a cell are told.
const mostSaid = 20

// cellOf is the cell at a place; the zero cell where there is none.
func cellOf(s workbook.ForeignSheet, row, column int) workbook.ForeignCell {
	for _, c := range s.Cells {
		if c.Row == row && c.Column == column {
			return c
		}
	}
	return workbook.ForeignCell{}
}

// yuan is a unit beside an amount, or above it.
var yuan = regexp.MustCompile(`[（(]\s*(?:单位\s*[:：]?\s*)?元\s*[)）]|单位\s*[:：]\s*元`)

// countsInYuan says whether a row, or one of the two above it, names 元 as its unit and not 万元.
func countsInYuan(s workbook.ForeignSheet, row int) bool {
	return slices.ContainsFunc(s.Cells, func(c workbook.ForeignCell) bool {
		return c.Row <= row && c.Row+c.RowSpan >= row-1 && yuan.MatchString(c.Text)
	})
}

// tableOf is a sheet as a table of a page.
func tableOf(s workbook.ForeignSheet) *page.Table {
	t := &page.Table{Rows: s.Rows, Columns: s.Columns}
	for _, c := range s.Cells {
		t.Cells = append(t.Cells, page.Cell{Row: c.Row, Column: c.Column, RowSpan: c.RowSpan, ColumnSpan: c.ColumnSpan, Text: c.Text})
	}
	return t
}
