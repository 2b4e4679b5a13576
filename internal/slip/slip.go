// Package slip asks the offices that have some of the figures of a report for them, a page each, and takes what they gave into it.
package slip

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/filename"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/letter"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/workbook"
)

// Name is what a slip is called: a page on which an office or a station that has some of the report's figures gives them to the clerk.
const Name = "取数单"

// What a slip says above its rows, and in the rows below the figures.
const (
	unitLine, yearLine, officeLine = "单位：", "报告年度：", "请填写的："
	partHead, noteHead, figureHead = "项目", "怎样数", "数"
	givenBy, checkedBy             = "提供人", "复核人"
	dayHead                        = "日期"
)

// Slip is what one office is asked for.
type Slip struct {
	Office string
	name   string // of its files, before their extensions
	cells  []form.Cell
	report *model.Report
}

// All are those for a blank report, office by office as the form first needs them, by what the office above lays down, which may be nil. The
// note says which parts of the form nobody is asked for, "" for none.
func All(c *office.County, r *model.Report) (slips []Slip, note string, err error) {
	var own []string
	for _, p := range c.Parts(r.Edition) {
		if p.Offices == nil {
			own = append(own, p.Name)
		}
		for _, from := range p.Offices {
			i := slices.IndexFunc(slips, func(s Slip) bool { return s.Office == from })
			if i < 0 {
				i = len(slips)
				slips = append(slips, Slip{Office: from, name: nameOf(from, r, slips), report: r})
			}
			slips[i].cells = append(slips[i].cells, p.Cells...)
		}
	}
	if slips == nil {
		return nil, "", errors.New("“" + office.SuppliesName + "”里没有写由哪里提供，没有要生成的")
	}
	if own != nil {
		note = "没有列进" + Name + "、要自己统计的：" + strings.Join(own, "、")
	}
	return slips, note, nil
}

// nameOf is the name of the files of an office's slip, which no other slip has.
func nameOf(office string, r *model.Report, others []Slip) string {
	for number := 1; ; number++ {
		name := Name + "_" + office
		if number > 1 {
			name += strconv.Itoa(number)
		}
		name = job.FileName(name + "_" + r.Unit() + r.YearText() + "年")
		if !slices.ContainsFunc(others, func(s Slip) bool { return filename.Fold(s.name) == filename.Fold(name) }) {
			return name
		}
	}
}

// Files are a slip as a workbook to be typed into, and as a PDF to be filled in by hand.
func (s Slip) Files(set *fonts.Set) (files []job.File, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	year, _ := s.report.Year()
	var book, pdf bytes.Buffer
	if err := workbook.WriteLists(&book, Name, year, []workbook.List{s.list()}); err != nil {
		return nil, err
	}
	format, _ := render.ByName("pdf")
	if err := format.Write(&pdf, render.NewInput(s.report, nil, s.document(), set, render.Options{NoData: true})); err != nil {
		return nil, err
	}
	return []job.File{{Name: s.name + ".xlsx", Data: book.Bytes()}, {Name: s.name + format.Extension, Data: pdf.Bytes()}}, nil
}

// rows are those of the sheet: a figure's name, and how it is counted; below the figures who gave them, who checked them, and when.
func (s Slip) rows() (rows [][2]string) {
	for _, c := range s.cells {
		rows = append(rows, [2]string{c.Name(), c.Note()})
	}
	for _, name := range []string{givenBy, checkedBy, dayHead} {
		rows = append(rows, [2]string{name, ""})
	}
	return rows
}

// list is the sheet. Its figures are typed as text, since the people and the day stand in the same column, and what is typed there is read
// as a figure anyhow.
func (s Slip) list() workbook.List {
	rows := s.rows()
	l := workbook.List{Name: Name, Title: Name, Anchor: workbook.SlipList, Locked: true, Upright: true, Length: len(rows),
		Lines: []string{unitLine + line.Single(s.report.Unit()), yearLine + s.report.YearText(), officeLine + s.Office, s.asks() + "填完写上提供人、复核人和日期，交回写年报的同志。"},
		Columns: []workbook.Column{{Head: partHead, Width: 30}, {Head: noteHead, Width: 44},
			{Head: figureHead, Width: 14, Kind: workbook.Entry, Prompt: "填数字，没有的填0。"}},
	}
	l.Rows = func(yield func(workbook.Row) bool) {
		for _, row := range rows {
			if !yield(workbook.Row{Cells: []string{row[0], row[1], ""}}) {
				return
			}
		}
	}
	return l
}

// asks is what is asked of who fills a slip in.
func (s Slip) asks() string {
	return fmt.Sprintf("请填%s年全年的数，没有的填0，不要空着。", s.report.YearText())
}

// document is the page to be filled in by hand.
func (s Slip) document() *document.Document {
	year, _ := s.report.Year()
	unit := line.Single(s.report.Unit())
	lines := []string{partHead + document.FormBar + noteHead + document.FormBar + figureHead}
	for _, c := range s.cells {
		lines = append(lines, strings.Join([]string{c.Name(), c.Note(), ""}, document.FormBar))
	}
	lines = append(lines, strings.Join([]string{givenBy + "：", checkedBy + "：", dayHead + "："}, document.FormBar))
	const high = 0.62 // lines of the page, so that what most offices have goes on one
	t := document.FormTable(Name, []float64{0.32, 0.53, 0.15}, high, lines)
	t.Cells = joined(t.Cells)
	d := &document.Document{Title: unit + Name, Unit: unit, Letter: true, Dated: letter.DatedBy(year)}
	d.Blocks = []document.Block{document.Title{Unit: unit, Name: s.report.YearText() + "年政府信息公开年报" + Name},
		document.Paragraph{Text: s.Office + "：" + s.asks()}, t}
	return d
}

// joined are the cells of a slip's table, where rows that are counted alike have what is said of that once.
func joined(cells []document.Cell) (list []document.Cell) {
	last := -1 // the cell above that says how
	for _, c := range cells {
		switch {
		case c.Col != 1:
		case last >= 0 && c.Text != "" && list[last].Text == c.Text:
			list[last].RowSpan++
			continue
		default:
			last = len(list)
		}
		list = append(list, c)
	}
	return list
}
