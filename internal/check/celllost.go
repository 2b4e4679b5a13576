package check

import (
	"fmt"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

var cellLost = Rule{
	ID: "cell-lost", Level: Fatal, Title: "填报表的每一格都要找得到", Citation: "填报说明",
	Find: findCellLost,
	Cases: []Case{
		{Why: "一格的名称没有了", Lost: []form.Key{"requests.received.research"}, Finds: []form.Key{"requests.received.research"}},
		{Why: "文字栏的名称没有了", Lost: []form.Key{"narrative.overview"}, Finds: []form.Key{"narrative.overview"}},
		{Why: "单位信息的名称没有了", Lost: []form.Key{"unit.phone"}, Finds: []form.Key{"unit.phone"}},
		{Why: "空着的格子还在", Set: []Entry{{"requests.received.research", ""}}},
	},
}

var restore = remedy.Remedy{Action: remedy.RestoreCells}

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
	if len(lost) == cells && in.Report.Printed != nil {
		return nil // the same goes for a table
	}
	if len(lost) == cells {
		return []Finding{{Message: fmt.Sprintf("找不到“%s”（共%d格），整张表都没有了。", t.Title, cells), Remedy: restore, Cells: lost}}
	}
	var found []Finding
	for len(lost) > 0 {
		row, message := in.lostRow(lost)
		f := Finding{Message: message, Remedy: restore, Cells: row}
		if in.Report.Printed != nil {
			f.Message, f.Remedy = message+"请在报告里补上。", remedy.Remedy{}
		}
		found = append(found, f)
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
		return lost[:n], fmt.Sprintf("找不到%s这一行（共%d%s），可能被删除了。", form.Quote(first.RowLabel()), n, in.measureWord())
	}
	return lost[:1], "找不到" + lost[0].Label + "这一" + in.measureWord() + "，可能被删除了。"
}

// measureWord counts what holds figures: the cells of a workbook, the numbers of a published report.
func (in *Input) measureWord() string {
	if in.Report.Printed != nil {
		return "个数"
	}
	return "格"
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
