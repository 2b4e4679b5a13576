package verdict

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// fold gathers findings that say the same of many cells into one item, under the index of the first of them; the others have
// an item without lines. Findings that are told one by one are left out.
func (o teller) fold() map[int]item {
	folded := map[int]item{}
	o.foldMissing(folded)
	o.foldStrays(folded)
	o.foldRepairs(folded)
	return folded
}

// foldMissing tells blank figures table by table, or row by row.
func (o teller) foldMissing(folded map[int]item) {
	for _, t := range o.Report.Edition.Tables() {
		var rows [][]int
		inputs, row := 0, ""
		for i, f := range o.Findings {
			cell, ok := o.Report.Edition.Cell(f.Cells[0].Key)
			if f.Gather != check.ByRow || f.Doubt != "" || !ok || cell.Table != t.Key || cell.Total {
				continue
			}
			folded[i] = item{}
			inputs++
			if rows == nil || cell.RowLabel() != row {
				rows, row = append(rows, nil), cell.RowLabel()
			}
			rows[len(rows)-1] = append(rows[len(rows)-1], i)
		}
		if inputs > 0 && inputs == o.inputsOf(t) {
			folded[rows[0][0]] = o.together(slices.Concat(rows...), fmt.Sprintf("整张表的%d%s都没有填，没有的请填0。", inputs, o.blankWord()))
			continue
		}
		for _, row := range rows {
			folded[row[0]] = o.together(row, o.tellMissing(row))
		}
	}
}

// together tells some findings of one rule in one sentence.
func (o teller) together(of []int, sentence string) item {
	first := o.Findings[of[0]]
	return item{level: first.Level, rule: first.Rule, lines: []string{sentence}, of: of}
}

// inputsOf counts the figures of a table that are typed.
func (o teller) inputsOf(t *form.Table) int {
	n := 0
	for _, c := range o.Report.Edition.Cells() {
		if c.Table == t.Key && !c.Total {
			n++
		}
	}
	return n
}

// blankWord counts what is blank.
func (o teller) blankWord() string {
	if o.Report.Printed != nil {
		return "处"
	}
	return "格"
}

// tellMissing tells the blank cells of a row in one sentence.
func (o teller) tellMissing(row []int) string {
	var told []string
	where := ""
	for _, i := range row {
		c := o.Findings[i].Cells[0]
		cell, _ := o.Report.Edition.Cell(c.Key)
		one := cell.ColumnLabel()
		if c.Place.Sheet != "" {
			one += "（" + c.Place.Ref + "）"
		}
		if c.Value != "" {
			one += "填的是“" + c.Value + "”"
		}
		told = append(told, one)
		if cell.RowLabel() != "" {
			where = form.Quote(cell.RowLabel()) + "这一行"
		}
	}
	return fmt.Sprintf("%s有%d%s没有填，没有的请填0：%s。", where, len(row), o.blankWord(), strings.Join(told, "、"))
}

// fewStrays is how many texts beside the form are still told one by one.
const fewStrays = 3

// foldStrays tells many texts beside the form sheet by sheet.
func (o teller) foldStrays(folded map[int]item) {
	var sheets [][]int // they come sheet by sheet
	last := ""
	for i, f := range o.Findings {
		if f.Gather != check.BySheet {
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
		folded[strays[0]] = o.together(strays, fmt.Sprintf("有%d处写在了填写的格子之外，不会印到报告里：%s等。请移到彩色的格子里（行不够就在彩色行之间插入行），或者删去。",
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
			if cell, ok := o.Report.Edition.Cell(f.Cells[0].Key); ok && f.Gather == check.ByTable && cell.Table == t.Key {
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
