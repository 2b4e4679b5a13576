package workbook

import (
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
)

// build sets up everything of a sheet but its columns and rows.
func (s *sheet) build(f *excelize.File, alerts []int) error {
	return errors.Join(s.merge(f), s.guard(f), s.alert(f, alerts), s.protect(f), s.setView(f), s.setPage(f))
}

func (s *sheet) merge(f *excelize.File) (err error) {
	for _, a := range s.merged {
		err = errors.Join(err, f.MergeCell(s.name, a.From.String(), a.To.String()))
	}
	return err
}

// guard sets what may be typed where, and spares the clerk the green corners with which Excel would doubt what is as it
// should be: digits that are text in the unit's data, totals that leave out their neighbours.
func (s *sheet) guard(f *excelize.File) error {
	for _, e := range s.entries {
		v, err := e.validation()
		if err != nil {
			return err
		}
		if err := f.AddDataValidation(s.name, v); err != nil {
			return err
		}
	}
	var texts, totals []cellref.Position
	for _, c := range s.cells {
		switch {
		case c.look == fieldLook:
			texts = append(texts, c.at)
		case c.content.formula != "":
			totals = append(totals, c.at)
		}
	}
	var err error
	if texts != nil {
		err = f.AddIgnoredErrors(s.name, cellref.Sqref(cellref.Cover(texts)), excelize.IgnoredErrorsNumberStoredAsText)
	}
	if totals != nil {
		err = errors.Join(err, f.AddIgnoredErrors(s.name, cellref.Sqref(cellref.Cover(totals)), excelize.IgnoredErrorsFormulaRange))
	}
	return err
}

func (s *sheet) alert(f *excelize.File, styles []int) (err error) {
	for _, a := range s.alerts {
		format := []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: a.formula, Format: &styles[a.colour]}}
		err = errors.Join(err, f.SetConditionalFormat(s.name, cellref.Sqref(a.cells), format))
	}
	return err
}

// protect locks what is not for typing, without a password. Rows and columns may be resized everywhere.
func (s *sheet) protect(f *excelize.File) error {
	if s.open {
		return nil
	}
	return f.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
		EditObjects: true, EditScenarios: true,
	})
}

func (s *sheet) setView(f *excelize.File) error {
	lines, colour := false, "FF"+s.tab // the attribute wants the opacity, too
	err := errors.Join(
		f.SetSheetDimension(s.name, s.extent().String()),
		f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &lines}),
		f.SetSheetProps(s.name, &excelize.SheetPropsOptions{TabColorRGB: &colour}),
	)
	if s.frozen == (cellref.Position{}) {
		return err
	}
	pane := "bottomLeft"
	if s.frozen.Col > 1 {
		pane = "bottomRight"
	}
	return errors.Join(err, f.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: s.frozen.Col - 1, YSplit: s.frozen.Row - 1,
		TopLeftCell: s.frozen.String(), ActivePane: pane}))
}

// extent is the area that holds all cells.
func (s *sheet) extent() cellref.Area {
	a := cellref.Between(cellref.At(1, 1), cellref.At(1, 1))
	for _, c := range s.cells {
		a.To = cellref.At(max(a.To.Col, c.at.Col), max(a.To.Row, c.at.Row))
	}
	return a
}

// paperA4 is the code of the paper size (ECMA-376 part 1, 18.3.1.63).
const paperA4 = 9

// setPage sets the sheet up for printing: A4, as wide as one page.
func (s *sheet) setPage(f *excelize.File) error {
	size, orientation, across, down, yes := paperA4, "portrait", 1, 0, true
	if s.landscape {
		orientation = "landscape"
	}
	fit := !s.wide
	beside, above := 0.5, 0.7 // inches
	err := errors.Join(
		f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down}),
		f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &beside, Right: &beside, Top: &above, Bottom: &above, Horizontally: &yes}),
		f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&C&A　第&P页，共&N页"}),
	)
	local := func(name, refersTo string) {
		err = errors.Join(err, f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo, Scope: s.name}))
	}
	if s.repeated > 0 {
		local("_xlnm.Print_Titles", fmt.Sprintf("%s$%d:$%d", quoted(s.name), max(s.heads, 1), s.repeated))
	}
	if s.printed != (cellref.Area{}) {
		local("_xlnm.Print_Area", quoted(s.name)+s.printed.Absolute())
	}
	return err
}
