package workbook

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/budget"
	"nianbao/internal/cellref"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// ledgerSheet is the sheet with the list of applications.
const ledgerSheet = "依申请台账"

// Rows for applications in a blank ledger, and how many stay free below those that are filled in.
const (
	ledgerRows     = 300
	freeLedgerRows = 100
)

// ledgerNumber is the head of the unit's own numbers, which are not read.
const ledgerNumber = "序号"

var ledgerLines = []string{
	"一行一件申请：收到就登记；办结了，再补办理结果和办结日期，没有办结的，这两格空着。上年没有办结、结转到今年的，也登记在这里。",
	"不用写申请人的姓名；可以加自己的列，可以插入行、排序、筛选。校验时按这里的日期统计，和“依申请公开”表里的数逐格对照，也可以一步填进表里。",
	"这一页只给自己用：不进报告，不进汇总，报送包里也没有。",
}

// ledgerList is the sheet of a ledger, filled in as far as it is.
func ledgerList(e *form.Edition, filled *model.Ledger) List {
	l := List{Name: ledgerSheet, Title: ledgerSheet, Lines: ledgerLines, Anchor: LedgerList, Length: max(ledgerRows, len(filled.Rows)+freeLedgerRows),
		Columns: []Column{{Head: ledgerNumber, Width: 8, Kind: Entry}}}
	for c := range model.LedgerColumns {
		column := Column{Head: c.Head(), Width: 16, Kind: Entry}
		switch c {
		case model.LedgerReceived:
			column.Prompt = "收到申请的日期，如2025-3-5。"
		case model.LedgerClosed:
			column.Prompt = "答复申请人的日期，如2025-3-5；没有办结的空着。"
		case model.LedgerApplicant:
			column.Width, column.Choices = 20, namesOf(e.Applicants())
		case model.LedgerOutcome:
			column.Width, column.Choices, column.Prompt = 32, namesOf(e.Outcomes()), "从列表中选；没有办结的空着。"
		case model.LedgerExtended:
			column.Width, column.Choices, column.Prompt = 12, []string{"是", "否"}, "经批准延长答复期限的，选“是”。"
		}
		if c.IsDay() {
			column.Kind = Day
		}
		l.Columns = append(l.Columns, column)
	}
	l.Rows = func(yield func(Row) bool) {
		for i := range l.Length {
			cells := make([]string, len(l.Columns))
			if i < len(filled.Rows) {
				cells[0] = strconv.Itoa(i + 1)
				for c, f := range filled.Rows[i].Cells {
					cells[1+c] = f.Text
					if day, ok := chinese.ReadDay(f.Text); ok && model.LedgerColumn(c).IsDay() {
						cells[1+c] = day.Format(time.DateOnly)
					}
				}
			}
			if !yield(Row{Cells: cells}) {
				return
			}
		}
	}
	return l
}

func namesOf(kinds []form.Kind) (names []string) {
	for _, k := range kinds {
		names = append(names, k.Name)
	}
	return names
}

// readLedger reads the list of applications, wherever its columns were moved: the sheet is known by its anchor, or by its name where a
// program lost that.
func (in *reader) readLedger() error {
	s := in.ledgerSheet()
	if s == nil {
		return nil
	}
	g, err := in.book.Grid(s.Part)
	if err != nil {
		return err
	}
	top, columns := in.ledgerHeads(g)
	l := &model.Ledger{Sheet: s.Name}
	for c := range model.LedgerColumns {
		if columns[c] == 0 && c.IsNeeded() {
			l.Lost = append(l.Lost, c)
		}
	}
	anchors := in.named[anchored(LedgerList)]
	switch {
	case len(anchors) == 0 && l.Lost != nil:
		return nil // a sheet of the clerk's own that is called the same
	case top == 0:
		top = anchors[0].area.From.Row
	}
	in.report.Ledger = l
	defer func() { l.Own = in.ownColumns(g, top, columns, l.Rows) }()
	for _, c := range g.Cells {
		if c.At.Row <= top || strings.TrimSpace(c.Value) == "" && !c.NoResult {
			continue
		}
		for i, col := range columns {
			if col != c.At.Col {
				continue
			}
			if n := len(l.Rows); n == 0 || l.Rows[n-1].Number != c.At.Row {
				l.Rows = append(l.Rows, newLedgerRow(s, c.At.Row, columns))
			}
			cell := &l.Rows[len(l.Rows)-1].Cells[i]
			if *cell, err = in.ledgerCell(c, cell.Place, model.LedgerColumn(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// ownColumns are the columns of a ledger that are not read and are none of those that are written anew, by what stands above them: those
// that the unit added, and that of its numbers where these do not simply count its applications.
func (in *reader) ownColumns(g *spreadsheet.Grid, top int, columns [model.LedgerColumns]int, rows []model.LedgerRow) (heads []string) {
	nth := map[int]string{}
	for i, row := range rows {
		nth[row.Number] = strconv.Itoa(i + 1)
	}
	seen := map[int]bool{}
	for _, c := range g.Cells {
		if c.At.Row <= top || seen[c.At.Col] || slices.Contains(columns[:], c.At.Col) {
			continue
		}
		text := strings.TrimSpace(in.book.Text(c))
		head := strings.TrimSpace(in.book.Text(g.At(cellref.At(c.At.Col, top))))
		if text == "" || head == ledgerNumber && text == nth[c.At.Row] {
			continue
		}
		seen[c.At.Col] = true
		if head == "" {
			head = cellref.ColumnName(c.At.Col) + "列"
		}
		heads = append(heads, head)
	}
	return heads
}

// ledgerCell reads a cell. What is handed on of it is little, so that only a long text counts: a large office has thousands of applications.
func (in *reader) ledgerCell(c spreadsheet.Cell, place model.Place, column model.LedgerColumn) (model.Field, error) {
	text, unread := wordsIn(in.book, c, column.IsDay())
	switch size := len(text) + len(unread.Stored); {
	case size > budget.Entry:
		return model.Field{}, spreadsheet.LongTextError{Place: place.String()}
	case !in.book.Spend(budget.Text, max(0, size-budget.Piece)):
		return model.Field{}, MuchTextError{place.Sheet}
	case unread.IsUnread():
		return model.Field{Text: text, Place: place, Unread: unread}, nil
	}
	return model.ReadField(text, place), nil
}

func newLedgerRow(s *spreadsheet.Sheet, number int, columns [model.LedgerColumns]int) model.LedgerRow {
	row := model.LedgerRow{Number: number}
	for i, col := range columns {
		if col > 0 {
			row.Cells[i].Place = span{sheet: s}.place(cellref.At(col, number))
		}
	}
	return row
}

// ledgerSheet is the sheet of the ledger, nil for none.
func (in *reader) ledgerSheet() *spreadsheet.Sheet { return in.listSheet(LedgerList, ledgerSheet) }

// ledgerHeads finds the row of the heads, and where each of them stands, as headsIn does.
func (in *reader) ledgerHeads(g *spreadsheet.Grid) (top int, columns [model.LedgerColumns]int) {
	var heads []string
	for c := range model.LedgerColumns {
		heads = append(heads, c.Head())
	}
	top, found := in.headsIn(g, heads)
	return top, [model.LedgerColumns]int(found)
}
