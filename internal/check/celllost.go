package check

import (
	"fmt"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

var cellLost = Rule{
	ID: "cell-lost", Level: Fatal, Gather: ByLine, Title: "填报表的每一格都要找得到", Citation: "填报说明",
	Find: findCellLost,
	Cases: func() []Case {
		return []Case{
			{Why: "一格的名称没有了", Lost: []form.Key{"requests.received.research"}, Finds: []form.Key{"requests.received.research"}},
			{Why: "文字栏的名称没有了", Lost: []form.Key{"narrative.overview"}, Finds: []form.Key{"narrative.overview"}},
			{Why: "单位信息的名称没有了", Lost: []form.Key{"unit.phone"}, Finds: []form.Key{"unit.phone"}},
			{Why: "公布的报告里有一行没有读出", Printed: asPrescribed, Lost: keysBelow("requests.carried_in"), Finds: keysBelow("requests.carried_in")},
			{Why: "空着的格子还在", Set: []Entry{{"requests.received.research", ""}}},
		}
	},
}

// notFound is what is said of figures that a workbook no longer has.
const notFound = "找不到，可能被删除了"

var (
	restore    = remedy.Remedy{Action: remedy.RestoreCells}
	fillUnread = remedy.Remedy{Action: remedy.FillUnread}
)

func findCellLost(in *Input) []Finding {
	var found []Finding
	for _, t := range in.Report.Edition.Tables() {
		found = append(found, in.lostOf(t)...)
	}
	if in.Report.Printed != nil {
		return found // a section that a published report lacks has a rule of its own
	}
	for _, k := range in.Report.Lost {
		label := in.labelOfText(k)
		found = append(found, Finding{
			Message: "找不到" + label + "这一栏，可能被删除了。", Remedy: restore,
			Cells: []Cell{{Key: k, Role: Subject, Label: label}},
		})
	}
	return found
}

// lostOf names the lost cells of a table: one by one, or the table as a whole if none is left.
func (in *Input) lostOf(t *form.Table) []Finding {
	var lost []Cell
	cells := 0
	for _, c := range in.Report.Edition.Cells() {
		if c.Table != t.Key {
			continue
		}
		cells++
		if in.Report.Figure(c.Key).State == model.Missing {
			lost = append(lost, in.figureCell(c.Key, Subject))
		}
	}
	if in.Report.Printed != nil {
		return in.unreadOf(t, lost, cells)
	}
	if len(lost) == cells {
		return []Finding{{Message: fmt.Sprintf("找不到“%s”（共%d格），整张表都没有了。", t.Title, cells), Remedy: restore, Cells: lost}}
	}
	var found []Finding
	for len(lost) > 0 {
		row, message := in.lostRow(lost)
		found = append(found, Finding{Message: message, Said: notFound, Remedy: restore, Cells: row})
		lost = lost[len(row):]
	}
	return found
}

// lostRow takes the first lost cells together if they are a whole row of the table, else the first alone.
func (in *Input) lostRow(lost []Cell) (row []Cell, message string) {
	first, _ := in.Report.Edition.Cell(lost[0].Key)
	inRow := func(k form.Key) bool {
		c, _ := in.Report.Edition.Cell(k)
		return c.Table == first.Table && c.RowLabel() == first.RowLabel()
	}
	cells := 0
	for _, c := range in.Report.Edition.Cells() {
		if inRow(c.Key) {
			cells++
		}
	}
	n := 0
	for n < len(lost) && inRow(lost[n].Key) {
		n++
	}
	if n == cells && n > 1 {
		return lost[:n], fmt.Sprintf("找不到%s这一行（共%d格），可能被删除了。", form.Quote(first.RowLabel()), n)
	}
	return lost[:1], "找不到" + lost[0].Label + "这一格，可能被删除了。"
}

// fewUnread is how many rows of a table that were not read are still told one by one.
const fewUnread = 3

// unreadOf tells the figures of a published table that were not read, row by row. A table of which none was has a rule of its own.
func (in *Input) unreadOf(t *form.Table, unread []Cell, cells int) []Finding {
	if len(unread) == 0 || len(unread) == cells {
		return nil
	}
	rows := gatheredBy(unread, func(c Cell) string { cell, _ := in.Report.Edition.Cell(c.Key); return cell.RowLabel() })
	var found []Finding
	for _, row := range rows {
		found = append(found, Finding{Message: in.unreadRow(row), Cells: row, Doubt: "表格的这一处认不准", Remedy: fillUnread, unread: true})
	}
	if len(rows) <= fewUnread {
		return found
	}
	var names []string
	for _, row := range rows[:fewUnread] {
		cell, _ := in.Report.Edition.Cell(row[0].Key)
		names = append(names, form.Quote(cell.RowLabel()))
	}
	return []Finding{{
		Message: fmt.Sprintf("“%s”有%d行、%d个数没有读出，如%s。", t.Title, len(rows), len(unread), strings.Join(names, "、")),
		Cells:   unread, Doubt: "表格的样子与规定的不同，有几处认不准", Remedy: fillUnread, unread: true,
	}}
}

// gatheredBy parts cells where they stop to have the same name.
func gatheredBy(cells []Cell, name func(Cell) string) (rows [][]Cell) {
	for i, c := range cells {
		if i == 0 || name(c) != name(cells[i-1]) {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], c)
	}
	return rows
}

// unreadRow tells the figures of a row that were not read.
func (in *Input) unreadRow(row []Cell) string {
	if len(row) == 1 {
		return row[0].Label + "这个数没有读出。"
	}
	first, _ := in.Report.Edition.Cell(row[0].Key)
	var columns []string
	for _, c := range row {
		cell, _ := in.Report.Edition.Cell(c.Key)
		columns = append(columns, cell.ColumnLabel())
	}
	where := ""
	if first.RowLabel() != "" {
		where = form.Quote(first.RowLabel()) + "这一行"
	}
	return fmt.Sprintf("%s有%d个数没有读出：%s。", where, len(row), strings.Join(columns, "、"))
}

func (in *Input) labelOfText(k form.Key) string {
	if f, ok := form.FieldByKey(k); ok {
		return "“" + f.Label + "”"
	}
	for _, s := range in.sections() {
		if s.passage.Key == k {
			return "“" + s.heading + "”的文字"
		}
	}
	return "“" + string(k) + "”"
}
