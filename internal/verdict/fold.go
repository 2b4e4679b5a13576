package verdict

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// Folded are the sentences that tell several findings each, under the index of the first of them; the others have "". Findings that are told
// one by one are left out.
func (o Outcome) Folded(options Options) map[int]string {
	folded := map[int]string{}
	for i, one := range (teller{o, options}).fold() {
		folded[i] = strings.Join(one.lines, "")
	}
	return folded
}

// fold gathers findings that say the same of many cells into one item, under the index of the first of them; the others have
// an item without lines. Findings that are told one by one are left out.
func (o teller) fold() map[int]item {
	folded := map[int]item{}
	o.foldLines(folded)
	o.foldStrays(folded)
	o.foldRepairs(folded)
	return folded
}

// alone says whether a finding has to be told by itself: it is answered under its number.
func alone(f check.Finding) bool { return f.Level == check.Query || f.Explanation != "" }

// mostLines is how many sentences may say the same of a table's rows and columns before it is said of the table.
const mostLines = 5

// foldLines tells of figures of which the same is wrong in the fewest sentences: of a whole table, or of the rows and columns that they fill.
func (o teller) foldLines(folded map[int]item) {
	type same struct{ table, rule, said string }
	of := map[same][]int{}
	var all []same
	for i, f := range o.Findings {
		cell, ok := o.Report.Edition.Cell(f.Cells[0].Key)
		if f.Gather != check.ByLine || f.Said == "" || alone(f) || !ok {
			continue
		}
		one := same{cell.Table, f.Rule, f.Said}
		if of[one] == nil {
			all = append(all, one)
		}
		of[one] = append(of[one], i)
	}
	for _, one := range all {
		o.foldSame(folded, of[one])
	}
}

// foldSame tells findings that say the same of figures of one table. What is one figure, or one row that is gone, keeps its own words.
func (o teller) foldSame(folded map[int]item, of []int) {
	first := o.Findings[of[0]]
	cell, _ := o.Report.Edition.Cell(first.Cells[0].Key)
	figures, typed := 0, 0
	for _, i := range of {
		for _, c := range o.Findings[i].Cells {
			figures++
			if its, ok := o.Report.Edition.Cell(c.Key); ok && !its.Total {
				typed++
			}
		}
	}
	fold := func(of []int, sentence string) {
		if len(of) < 2 {
			return
		}
		for _, i := range of {
			folded[i] = item{}
		}
		folded[of[0]] = o.together(of, sentence+"。"+o.options.advice(first))
	}
	switch lines := o.lines(of); {
	case typed > 1 && typed == o.inputsOf(cell.Table):
		fold(of, fmt.Sprintf("整张表的%d%s都%s", figures, o.measure(), first.Said))
	case len(lines) > mostLines:
		fold(of, fmt.Sprintf("这张表有%d%s%s%s", figures, o.measure(), first.Said, o.cellsOf(of, (*form.Cell).Label)))
	default:
		for _, l := range lines {
			fold(l.of, o.tellLine(l, first.Said))
		}
	}
}

// foldedLine are findings on the figures of a row or a column.
type foldedLine struct {
	label    string
	isColumn bool
	of       []int
}

// lines parts findings on figures of a table into as few rows and columns as they fill: always the one with most of those that are left,
// of equals a row.
func (o teller) lines(of []int) (lines []foldedLine) {
	left := slices.Clone(of)
	for len(left) > 0 {
		var best foldedLine
		for _, isColumn := range []bool{false, true} {
			in := map[string][]int{}
			for _, i := range left {
				label := o.labelOf(i, isColumn)
				in[label] = append(in[label], i)
			}
			for _, i := range left {
				if label := o.labelOf(i, isColumn); len(in[label]) > len(best.of) {
					best = foldedLine{label, isColumn, in[label]}
				}
			}
		}
		lines = append(lines, best)
		left = slices.DeleteFunc(left, func(i int) bool { return slices.Contains(best.of, i) })
	}
	return lines
}

// labelOf is the label of the row or column of a finding's figure; a row that is gone as a whole is of no column.
func (o teller) labelOf(i int, column bool) string {
	f := o.Findings[i]
	cell, _ := o.Report.Edition.Cell(f.Cells[0].Key)
	switch {
	case column && len(f.Cells) > 1:
		return "\x00" + cell.RowLabel()
	case column:
		return cell.ColumnLabel()
	}
	return cell.RowLabel()
}

// tellLine tells in one sentence of what the same is said: of a row by its columns, of a column by its cells.
func (o teller) tellLine(l foldedLine, said string) string {
	many := fmt.Sprintf("有%d%s%s", len(l.of), o.measure(), said)
	if l.isColumn {
		return form.Quote(l.label) + "这一列" + many + o.cellsOf(l.of, func(c *form.Cell) string { return form.Quote(c.RowLabel()) })
	}
	var told []string
	for _, i := range l.of {
		c := o.Findings[i].Cells[0]
		one := o.labelOf(i, true)
		if c.Place.Sheet != "" {
			one += "（" + c.Place.Ref + "）"
		}
		told = append(told, one)
	}
	where := "这张表"
	if l.label != "" {
		where = form.Quote(l.label) + "这一行"
	}
	return where + many + "：" + strings.Join(told, "、")
}

// mostParts is how many areas, or else figures, are named of which the same is said.
const mostParts = 6

// cellsOf names what findings are on, by areas of cells where these have places, else by what tells the figures apart, if they are few.
func (o teller) cellsOf(of []int, name func(c *form.Cell) string) string {
	var refs, names []string
	for _, i := range of {
		c := o.Findings[i].Cells[0]
		if c.Place.Sheet != "" {
			refs = append(refs, c.Place.Ref)
		}
		cell, _ := o.Report.Edition.Cell(c.Key)
		names = append(names, name(cell))
	}
	if list := cellref.Areas(refs); len(refs) == len(of) && list != nil {
		return "：" + chinese.Listed(list, mostParts)
	}
	if len(names) > mostParts {
		return ""
	}
	return "：" + strings.Join(names, "、")
}

// together tells some findings of one rule in one sentence.
func (o teller) together(of []int, sentence string) item {
	first := o.Findings[of[0]]
	return item{level: first.Level, rule: first.Rule, lines: []string{sentence}, of: of}
}

// inputsOf counts the figures of a table that are typed.
func (o teller) inputsOf(table string) int {
	n := 0
	for _, c := range o.Report.Edition.Cells() {
		if c.Table == table && !c.Total {
			n++
		}
	}
	return n
}

// measure counts figures: 格 of a form, 处 of a published report.
func (o teller) measure() string {
	if o.Report.Printed != nil {
		return "处"
	}
	return "格"
}

// fewStrays is how many texts beside the form are still told one by one.
const fewStrays = 3

// foldStrays tells many texts beside the form sheet by sheet.
func (o teller) foldStrays(folded map[int]item) {
	var sheets [][]int // they come sheet by sheet
	last := ""
	for i, f := range o.Findings {
		if f.Gather != check.BySheet || alone(f) {
			continue
		}
		if sheet := f.Cells[0].Place.Sheet; sheets == nil || sheet != last {
			sheets, last = append(sheets, nil), sheet
		}
		sheets[len(sheets)-1] = append(sheets[len(sheets)-1], i)
	}
	for _, strays := range sheets {
		if len(strays) <= fewStrays {
			continue
		}
		var told []string
		for n, i := range strays {
			folded[i] = item{}
			if f := o.Findings[i]; n < fewStrays {
				told = append(told, f.Cells[0].Place.Ref+"“"+f.Text.Words+"”")
			}
		}
		folded[strays[0]] = o.together(strays, fmt.Sprintf("有%d处写在了黄色格外面，不会印到报告里：%s等。请移到黄色格里（行不够，就在黄色格之间插入行），或者删去。",
			len(strays), strings.Join(told, "、")))
	}
}

// fewRepairs is how many figures of a table that were put right on reading are still told one by one.
const fewRepairs = 5

// foldRepairs tells many of them table by table, with the first as an example.
func (o teller) foldRepairs(folded map[int]item) {
	for _, t := range o.Report.Edition.Tables() {
		var of []int
		for i, f := range o.Findings {
			if cell, ok := o.Report.Edition.Cell(f.Cells[0].Key); ok && f.Gather == check.ByTable && !alone(f) && cell.Table == t.Key {
				of = append(of, i)
			}
		}
		if len(of) <= fewRepairs {
			continue
		}
		for _, i := range of {
			folded[i] = item{}
		}
		first := o.Findings[of[0]]
		folded[of[0]] = o.together(of, fmt.Sprintf("这张表有%d个数的写法不规范，读取时作了更正，如%s%s", len(of), first.Message, first.Doubted()))
	}
}
