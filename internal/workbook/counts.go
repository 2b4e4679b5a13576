package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
)

// count is a row of the sheet 校验 that counts cells with a fault.
type count struct {
	what    string
	hint    string
	cells   func(*form.Cell) bool               // which cells are looked at
	formula func(cells string, size int) string // counts the faulty ones in a range
	faulty  func(shown) bool                    // the same for one cell
}

// shown is what a spreadsheet sees in a cell.
type shown struct {
	blank  bool
	number *decimal.Decimal // nil if it is none
}

// blanks counts the figures that are still to be typed.
var blanks = count{
	what: "还没有填的格", hint: "没有的填0",
	cells:   func(c *form.Cell) bool { return !c.Total },
	formula: func(cells string, _ int) string { return "COUNTBLANK(" + cells + ")" },
	faulty:  func(c shown) bool { return c.blank },
}

// counts lists the rows that count cells in which something must be put right.
var counts = []count{
	{
		what: "填的不是数字的格", hint: "改成阿拉伯数字",
		cells: func(c *form.Cell) bool { return !c.Measure.CarriesUnit() },
		formula: func(cells string, size int) string {
			return fmt.Sprintf("%d-COUNT(%s)-COUNTBLANK(%s)", size, cells, cells)
		},
		faulty: func(c shown) bool { return !c.blank && c.number == nil },
	},
	{
		what: "不是整数的件数", hint: "件数填整数",
		cells: func(c *form.Cell) bool { return c.Measure.Whole() },
		formula: func(cells string, _ int) string { // 1/FALSE and text give errors, so that only fractions count
			return "SUMPRODUCT(ISNUMBER(" + cells + ")*(1-ISERROR(1/(" + cells + "<>INT(" + cells + ")))))"
		},
		faulty: func(c shown) bool { return c.number != nil && !c.number.IsInteger() },
	},
	{
		what: "小于0的数（本年增/减可以小于0）", hint: "不能是负数",
		cells:   func(c *form.Cell) bool { return !c.Measure.Signed() },
		formula: func(cells string, _ int) string { return `COUNTIF(` + cells + `,"<0")` },
		faulty:  func(c shown) bool { return c.number != nil && c.number.IsNegative() },
	},
}

// rulesCount counts 规章 of units whose level makes none. A negative one is counted as such already.
var rulesCount = count{
	what: "乡镇、街道、县级的“规章”不是0的格", hint: "乡镇、街道、县级不制定规章，填0",
	cells:   func(c *form.Cell) bool { return c.MakesRules() },
	formula: func(cells string, _ int) string { return `COUNTIF(` + cells + `,">0")` },
	faulty:  func(c shown) bool { return c.number != nil && c.number.IsPositive() },
}

// shown says what a spreadsheet will see in a figure's cell.
func (f *figures) shown(k form.Key) shown {
	if n, ok := f.numbers[k]; ok {
		return shown{number: &n}
	}
	return shown{blank: f.contents[k].text == ""}
}

// tally makes a count's formula over the whole workbook, and says what it comes to.
func (p *plan) tally(c count) (formula string, faulty int) {
	var terms []string
	for _, section := range p.report.Edition.Sections {
		var cells []cellref.Position
		for _, cell := range p.report.Edition.Cells() {
			if section.Table == nil || cell.Table != section.Table.Key || !c.cells(&cell) {
				continue
			}
			cells = append(cells, p.places[cell.Key].area.From)
			if c.faulty(p.figures.shown(cell.Key)) {
				faulty++
			}
		}
		for _, a := range cellref.Cover(cells) {
			terms = append(terms, c.formula(quoted(sectionSheet(section))+a.String(), a.Size()))
		}
	}
	return strings.Join(terms, "+"), faulty
}

// tallyBlanks is the tally of blank cells. A total is blank as long as its parts are, and then none that the clerk has to fill in;
// one that is blank beside a part was emptied.
func (p *plan) tallyBlanks() (formula string, faulty int) {
	formula, faulty = p.tally(blanks)
	e := p.report.Edition
	for _, c := range e.Cells() {
		if !c.Total {
			continue
		}
		at, parts := p.places[c.Key], e.Parts(c.Key)
		sheet := quoted(at.sheet.name)
		formula += "+COUNTBLANK(" + sheet + at.area.String() + `)*(COUNT(` + join(p.areas(parts), sheet) + ")>0)" // an error value is not blank
		if _, any := p.figures.sum(parts); any && p.figures.shown(c.Key).blank {
			faulty++
		}
	}
	return formula, faulty
}

// tallyRules is the tally of 规章, 0 for a level that may make them.
func (p *plan) tallyRules() (formula string, faulty int) {
	formula, faulty = p.tally(rulesCount)
	level := p.places["unit.level"]
	var tests []string
	for _, l := range form.Levels() {
		if l.Rules == form.NoRules {
			tests = append(tests, quoted(level.sheet.name)+level.area.String()+`="`+l.Name+`"`)
		}
	}
	if l, ok := form.LevelNamed(p.report.Field("unit.level")); !ok || l.Rules != form.NoRules {
		faulty = 0
	}
	return "IF(OR(" + strings.Join(tests, ",") + ")," + formula + ",0)", faulty
}
