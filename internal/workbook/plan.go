package workbook

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf16"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// The sheets beside those of the six sections and of the texts around tables.
const (
	guideSheet   = "填写说明"
	unitSheet    = "基本信息"
	prefaceSheet = "前言"
	checkSheet   = "校验"
)

// unitHome is the home of the sheet with the unit's data; a table's is its key, a text's that of the passage.
const unitHome form.Key = "unit"

// Names in the workbook beside those of the form's keys.
const (
	editionName = "form_edition"   // the cell with the edition's id
	textsName   = "template_texts" // what the template itself prints on the form's sheets: the sheet's passage and the text
)

// plan is the whole template before it is written: every sheet with what stands on it, and where each key stands.
type plan struct {
	report  *model.Report
	figures *figures
	sheets  []*sheet
	places  map[form.Key]place
	names   []definedName
}

// place is where a key stands: one cell, or for a text the column of its paragraphs.
type place struct {
	sheet *sheet
	area  cellref.Area
}

type definedName struct {
	name string
	place
}

// draw lays out the template for a report, which may be empty but for its edition.
func draw(r *model.Report, zero bool) (*plan, error) {
	p := &plan{report: r, figures: newFigures(r, zero), places: map[form.Key]place{}}
	for _, c := range r.Edition.Cells() {
		if err := fit(p.figures.contents[c.Key].text, "“"+c.Name()+"”"); err != nil {
			return nil, err
		}
	}
	for _, a := range r.Answers {
		if err := fit(a.Text, "编号"+a.Number+"的说明"); err != nil {
			return nil, err
		}
	}
	p.drawGuide()
	if err := p.drawForm(); err != nil {
		return nil, err
	}
	p.drawChecks()
	p.listTexts()
	return p, nil
}

// drawForm draws the sheets on which the report is written.
func (p *plan) drawForm() error {
	if err := p.drawUnit(); err != nil {
		return err
	}
	preface := p.report.Edition.Passages()[0]
	if err := p.drawText(prefaceSheet, preface.Label, yellow, preface); err != nil {
		return err
	}
	tables := p.tableSections()
	for _, s := range p.report.Edition.Sections {
		var err error
		switch {
		case s.Table == nil:
			err = p.drawText(sectionSheet(s), s.Heading(), blue, s.Text)
		default:
			p.drawTableSection(s)
			if s.Text.Key == tables[len(tables)-1].Text.Key {
				err = p.drawTableTexts()
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) addSheet(name string, home form.Key, widths ...float64) *sheet {
	s := &sheet{name: name, home: home, widths: widths, heights: map[int]height{}}
	p.sheets = append(p.sheets, s)
	return s
}

// settle notes where a key stands and gives the place its name.
func (p *plan) settle(k form.Key, s *sheet, a cellref.Area) {
	p.places[k] = place{s, a}
	p.name(k.DefinedName(), s, a)
}

func (p *plan) name(name string, s *sheet, a cellref.Area) {
	p.names = append(p.names, definedName{name, place{s, a}})
}

// sectionSheet is the name of a section's sheet.
func sectionSheet(s form.Section) string { return s.Numeral + "、" + s.Tab }

// quoted is a sheet's name as formulas take it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" }

// own tells whether the template itself, and not the report, says what stands under a look.
func (l look) own() bool {
	switch l {
	case figureLook, totalLook, statedLook, fieldLook, yearLook, paragraphLook, countLook:
		return false
	}
	return true
}

// texts lists what the template prints on a sheet, in reading order.
func (s *sheet) texts() []string {
	var out []string
	for _, c := range s.cells {
		if c.look.own() && c.content.text != "" && c.content.formula == "" {
			out = append(out, c.content.text)
		}
	}
	return out
}

// maxCell is how many UTF-16 code units a cell holds at most.
const maxCell = 32767

// fit refuses text that no cell can hold.
func fit(text, what string) error {
	if n := len(utf16.Encode([]rune(text))); n > maxCell {
		return fmt.Errorf("%s有%d字，超过了Excel一格能放的%d字，请分成几段", what, n, maxCell)
	}
	return nil
}

// textHeight estimates how tall a row must be for wrapped text in a column of the given width, at least the given lines.
func textHeight(text string, width float64, lines int) float64 {
	n := 0
	for _, line := range strings.Split(text, "\n") {
		units := 0.0
		for _, r := range line {
			if r < 0x2000 {
				units++
			} else {
				units += 2
			}
		}
		n += int(max(1, math.Ceil(units/(width-2))))
	}
	return min(409, float64(max(n, lines))*16.5+5) // 409 is the tallest row that Excel knows
}
