package office

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// What a member's workbook carries of what its office lays down: a sheet behind the form, with the rows of the office's own sheets, each
// behind its sheet's name and below its heads, and a code over all of them, and over the sentences above, by which it is seen that somebody
// changed something.

const (
	carriedHead = "项目" // the first of the heads
	carriedCode = "核对码"
)

// carriedColumns are those of the sheet: the name of the office's sheet, and what stands there.
var carriedColumns = []workbook.Column{{Head: carriedHead, Width: 14}, {Head: "内容", Width: 38}, {Width: 34}, {Width: 34}, {Width: 14}}

// formerTable is what a member is told of the office's list: what it was called before, and which units became it.
var formerTable = &countyTable[string]{
	name: "曾用名",
	columns: []countyColumn[string]{
		{heads: []string{"名称"}, kind: workbook.Entry, text: func(name string) string { return name }, set: taking(func(name *string) *string { return name })},
	},
	all: func(c *County) []string { return c.Settings.Formerly },
	add: func(in *countyReader, _ model.Place, name string) error {
		in.county.Settings.Formerly = append(in.county.Settings.Formerly, name)
		return (check.Settings{Formerly: []string{name}}).Validate()
	},
}

// carriedSheets are the sheets of an office that a member is told of: not the list of the others, with whom to call there, but for what that
// says of the member itself.
func carriedSheets() []countySheet {
	return append(slices.DeleteFunc(countySheets(), func(s countySheet) bool { return s == countySheet(memberTable) }), formerTable)
}

// For is what of an office's settings concerns one of its members: its own day, and the others as neighbours by their names.
func (c *County) For(m county.Member) *County {
	of := &County{Office: c.Office, Contact: c.Contact, Phone: c.Phone, HandIn: cmp.Or(m.Due, c.HandIn), Settings: c.Settings, ruled: true}
	of.Settings.Neighbours, of.Supplies = c.neighboursOf(m.Name), c.Supplies
	of.Settings = c.RulesOf(m, of.Settings)
	for _, i := range c.Indicators {
		if i.Used {
			of.Indicators = append(of.Indicators, i)
		}
	}
	return of
}

// carriedRows are the rows of the sheet, below its heads; heads says which of them head others.
func (c *County) carriedRows() (rows [][]string, heads []bool) {
	for _, s := range carriedSheets() {
		name, _ := s.called()
		for i, row := range s.carried(c) {
			rows, heads = append(rows, append([]string{name}, row...)), append(heads, i == 0)
		}
	}
	return rows, heads
}

// codeOf is the code of rows, whatever blank cells stand at their ends.
func codeOf(rows [][]string) string {
	const length = 8 // bytes
	h := sha256.New()
	for _, row := range rows {
		cells := slices.Clone(row)
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		for len(cells) > 0 && cells[len(cells)-1] == "" {
			cells = cells[:len(cells)-1]
		}
		fmt.Fprintf(h, "%q\n", cells)
	}
	code := hex.EncodeToString(h.Sum(nil)[:length])
	return code[:4] + "-" + code[4:8] + "-" + code[8:12] + "-" + code[12:]
}

// withLines are rows, and behind them the sentences above their heads: people read these, and hand in by the day that they name.
func withLines(rows [][]string, lines []string) [][]string {
	all := slices.Clone(rows)
	for _, l := range lines {
		all = append(all, []string{l})
	}
	return all
}

// Sheet is the sheet that a member's workbook carries.
func (c *County) Sheet() workbook.List {
	by := cmp.Or(c.Office, "上级")
	lines := []string{"这一页是" + by + "对年报的规定，校验时照它办，不进报告。请不要改、不要删：改过一处，整页就不算了。"}
	if c.HandIn != "" {
		lines = append(lines, "请在"+DayInWords(c.HandIn, 0)+"以前把填好的填报表交给"+by+"。")
	}
	if who := c.Whom(); who != "" {
		lines = append(lines, "有问题找："+who+"。")
	}
	rows, heads := c.carriedRows()
	rows, heads = append(rows, []string{carriedCode, codeOf(withLines(rows, lines))}), append(heads, false)
	return carriedList(lines, rows, func(i int) bool { return heads[i] })
}

// carriedList is the sheet with some rows.
func carriedList(lines []string, rows [][]string, isHeads func(i int) bool) workbook.List {
	l := workbook.List{Name: workbook.CarriedSheet, Title: workbook.CarriedSheet, Lines: lines, Anchor: workbook.CarriedList, Locked: true, Length: len(rows),
		Columns: carriedColumns}
	l.Rows = func(yield func(workbook.Row) bool) {
		for i, row := range rows {
			cells := make([]string, len(carriedColumns))
			copy(cells, row)
			if !yield(workbook.Row{Cells: cells, Heads: isHeads(i)}) {
				return
			}
		}
	}
	return l
}

// LaidInto gives the blank report of one of its members the indicators that it is asked for, and what it is to be held to: sheets behind the form.
func (c *County) LaidInto(r *model.Report, m county.Member) []workbook.List {
	if !c.IsRuled() {
		return nil
	}
	r.Indicators = c.blanks()
	return []workbook.List{c.For(m).Sheet()}
}

// LaidDown is what an office lays down for a report, as its workbook carries it; nil where it carries nothing, or nothing that can be
// followed, which fault says in a clause. The page is the sheet that it carries it on, as it is spoken of.
func LaidDown(r *model.Report) (c *County, page, fault string) {
	carried := r.Carried
	if carried == nil {
		return nil, "", ""
	}
	page = "“" + cmp.Or(carried.Sheet, workbook.CarriedSheet) + "”这一页"
	if carried.Fault != "" {
		return nil, page, carried.Fault
	}
	c, isChanged, err := readCarried(carried)
	switch {
	case isChanged:
		return nil, page, "有人改过（核对码对不上）"
	case err != nil:
		return nil, page, "有看不懂的，可能是用新版的程序写的（" + remedy.Plain(err).Error() + "）"
	}
	return c, page, ""
}

// readCarried reads the sheet back, unless somebody has changed it.
func readCarried(carried *model.Carried) (c *County, isChanged bool, err error) {
	tables := map[string]*workbook.Table{}
	var rows [][]string
	code := ""
	for _, row := range carriedBelow(carried) {
		read := workbook.TableRow{Number: row.Number, Cells: row.Cells}
		switch name := read.Cell(0); {
		case name == carriedCode:
			code = read.Cell(1)
		default:
			rows = append(rows, row.Cells)
			if tables[name] == nil {
				tables[name] = &workbook.Table{Sheet: carried.Sheet}
			}
			tables[name].Rows = append(tables[name].Rows, read)
		}
	}
	if code != codeOf(withLines(rows, linesAbove(carried))) && code != codeOf(rows) { // which is that of earlier forms
		return nil, true, nil
	}
	in := countyReader{county: &County{ruled: true}}
	for _, s := range carriedSheets() {
		if name, _ := s.called(); tables[name] != nil {
			s.read(&in, *tables[name])
			delete(tables, name)
		}
	}
	for _, row := range rows {
		if name := strings.TrimSpace(row[0]); tables[name] != nil {
			in.faults = append(in.faults, fmt.Errorf("没有“%s”这一项", name))
			delete(tables, name)
		}
	}
	return in.county, false, in.fault()
}

// CarriedOn is what a report's workbook carries, for another workbook of it: as it is there where it cannot be followed.
func CarriedOn(r *model.Report) []workbook.List {
	if r.Carried == nil || len(r.Carried.Rows) == 0 {
		return nil
	}
	if c, _, _ := LaidDown(r); c != nil {
		return []workbook.List{c.Sheet()}
	}
	var rows [][]string
	for _, row := range carriedBelow(r.Carried) {
		rows = append(rows, row.Cells)
	}
	return []workbook.List{carriedList(nil, rows, func(int) bool { return false })}
}

// carriedBelow are the rows below the heads of the sheet; all of them where it has lost these.
func carriedBelow(carried *model.Carried) []model.CarriedRow {
	at := slices.IndexFunc(carried.Rows, func(row model.CarriedRow) bool { return strings.TrimSpace(row.Cells[0]) == carriedHead })
	return carried.Rows[at+1:]
}

// linesAbove are the sentences between the title and the heads of the sheet.
func linesAbove(carried *model.Carried) (lines []string) {
	for _, row := range carried.Rows[:len(carried.Rows)-len(carriedBelow(carried))] {
		if said := strings.TrimSpace(row.Cells[0]); said != workbook.CarriedSheet && said != carriedHead {
			lines = append(lines, said)
		}
	}
	return lines
}

// SaySame says whether two settings lay down the same.
func SaySame(a, b check.Settings) bool {
	x, _ := layingDown(a).carriedRows()
	y, _ := layingDown(b).carriedRows()
	return slices.EqualFunc(x, y, slices.Equal)
}
