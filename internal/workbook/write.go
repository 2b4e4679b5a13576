package workbook

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Options says how a workbook is filled in.
type Options struct {
	Lists []List // further sheets behind those of the form
	Zero  bool   // figures of rare tables that the report does not give become 0; totals add themselves up
}

// Write writes the form of the report's edition as an Excel workbook, filled in with what the report gives; an empty report
// makes the blank form. Equal reports make equal bytes.
//
// A report with indicators has these on a sheet of its own behind the form, and so has one with a ledger of applications.
//
// Totals are formulas. Where the report states another total than its parts add up to, or a blank one, that stands
// instead, and the key is among those replaced; a mark for "none" over none is no other total. Text that no cell can hold is refused, in plain Chinese.
func Write(w io.Writer, r *model.Report, o Options) (replaced []form.Key, err error) {
	p, err := draw(r, o.Zero)
	if err != nil {
		return nil, err
	}
	lists := o.Lists
	if r.Ledger != nil {
		lists = append([]List{ledgerList(r.Edition, r.Ledger)}, lists...)
	}
	if r.Indicators != nil {
		lists = append([]List{IndicatorsIn(r.Indicators)}, lists...)
	}
	f := excelize.NewFile()
	if err = p.build(f, lists); err == nil {
		err = errors.Join(f.Write(w), f.Close())
	}
	if err != nil {
		return nil, fmt.Errorf("填报表没有写成：%w", err)
	}
	return p.figures.replaced, nil
}

// build makes the workbook of a plan, with lists behind it.
func (p *plan) build(f *excelize.File, lists []List) error {
	looks, alerts, err := addStyles(f)
	if err != nil {
		return err
	}
	rows := map[string]func(io.Writer) error{}
	for i, s := range p.sheets {
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err == nil {
			err = s.build(f, alerts)
		}
		if err != nil {
			return err
		}
		rows[sheetPart(i)] = func(w io.Writer) error {
			_, err := io.WriteString(w, s.columnsXML(looks)+s.rowsXML(looks))
			return err
		}
	}
	if err := p.addLists(f, lists, rows); err != nil {
		return err
	}
	for _, n := range p.names {
		if err := f.SetDefinedName(&excelize.DefinedName{Name: n.name, RefersTo: quoted(n.sheet.name) + n.area.Absolute()}); err != nil {
			return err
		}
	}
	year, _ := p.report.Year()
	dated := firstDay(year, p.report.Edition)
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &archive{to: w, rows: rows, dated: dated} })
	yes := true // whoever opens it computes all formulas: Excel and WPS because it is asked for, LibreOffice because it does not know the application
	return errors.Join(setProperties(f, Title, dated), f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
}

// addLists adds the sheets of lists.
func (p *plan) addLists(f *excelize.File, lists []List, rows map[string]func(io.Writer) error) error {
	if lists == nil {
		return nil
	}
	looks, err := addListStyles(f)
	if err != nil {
		return err
	}
	for i, l := range lists {
		if _, err := f.NewSheet(l.Name); err != nil {
			return err
		}
		if rows[sheetPart(len(p.sheets)+i)], err = l.build(f, looks); err != nil {
			return err
		}
	}
	return nil
}

// firstDay is that of a report year, or else of the edition's first year: the dates of the file and of all in it, so that nothing of
// the moment gets into it.
func firstDay(year int, e *form.Edition) time.Time {
	if year < 1980 || year > 2107 { // a zip knows no others
		year = e.FirstYear
	}
	return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
}

// setProperties sets what concerns the whole workbook.
func setProperties(f *excelize.File, title string, dated time.Time) error {
	at := dated.Format(time.RFC3339)
	return errors.Join(
		f.SetDefaultFont(typeface),
		f.SetDocProps(&excelize.DocProperties{Title: title, Creator: "年报", Language: "zh-CN", Created: at, Modified: at}),
		f.SetAppProps(&excelize.AppProperties{Application: "nianbao"}),
	)
}
