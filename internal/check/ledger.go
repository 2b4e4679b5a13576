package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

var ledgerDiffers = Rule{
	ID: "ledger-differs", Level: Query, Title: "申请表的数要和依申请台账一致", Citation: "填报说明",
	Find: findLedgerDiffers,
	Cases: func() []Case {
		return []Case{
			{Why: "表里少填了一件", Ledger: []string{"2025-3-5 自然人 予以公开 2025-3-20", "2025-4-1 自然人"}, Set: requests("received", "1", "granted", "1", "carried_out", "0"),
				Finds: []form.Key{"requests.received.natural_person", "requests.carried_out.natural_person"}},
			{Why: "上年收到、今年办结的计在上年结转", Ledger: []string{"2024-12-20 自然人 予以公开 2025-1-10"}, Set: requests("received", "1", "granted", "1"),
				Finds: []form.Key{"requests.received.natural_person", "requests.carried_in.natural_person"}},
			{Why: "表还空着，一处说明", Ledger: []string{"2025-3-5 自然人 予以公开 2025-3-20"}, Set: requests("received", "", "carried_in", "", "granted", "", "carried_out", ""), Blank: "requests",
				Finds: []form.Key{"requests.received.natural_person"}},
			{Why: "申请人类型选得不一样", Ledger: []string{"2025-3-5 商业企业"}, Set: requests("received", "1", "carried_out", "1"),
				Finds: []form.Key{"requests.received.natural_person", "requests.received.enterprise", "requests.carried_out.natural_person", "requests.carried_out.enterprise"}},
			{Why: "表里的比台账多，没有计入的都算上也不够", Ledger: []string{"3月5日 自然人"}, Set: requests("received", "3", "carried_out", "1"), Finds: []form.Key{"requests.received.natural_person"}},
			{Why: "和台账一致", Ledger: []string{"2025-3-5 自然人 予以公开 2025-3-20", "2024-12-31 自然人"}, Set: requests("received", "1", "carried_in", "1", "granted", "1", "carried_out", "1")},
			{Why: "差的可能是没有计入的那一件", Ledger: []string{"3月5日 自然人"}, Set: requests("received", "1", "carried_out", "1")},
			{Why: "台账还空着", Ledger: []string{}},
			{Why: "没有台账", Set: requests("received", "1", "carried_out", "1")},
		}
	},
}

var ledgerUnread = Rule{
	ID: "ledger-unread", Level: Query, Title: "台账里的每一件都要写明日期、申请人类型和办理结果", Citation: "填报说明",
	Find: findLedgerUnread,
	Cases: func() []Case {
		return []Case{
			{Why: "日期没有年份", Ledger: []string{"3月5日 自然人"}, Finds: []form.Key{""}},
			{Why: "没有写收到日期", Ledger: []string{"— 自然人"}, Finds: []form.Key{""}},
			{Why: "办结了，没有写日期", Ledger: []string{"2025-3-5 自然人 予以公开"}, Finds: []form.Key{""}},
			{Why: "有办结日期，没有写结果", Ledger: []string{"2025-3-5 自然人 — 2025-3-20"}, Finds: []form.Key{""}},
			{Why: "办结在收到之前", Ledger: []string{"2025-3-5 自然人 予以公开 2025-2-20"}, Finds: []form.Key{""}},
			{Why: "只写了大类", Ledger: []string{"2025-3-5 自然人 不予公开 2025-3-20"}, Finds: []form.Key{""}},
			{Why: "表里没有这种申请人", Ledger: []string{"2025-3-5 外星人"}, Finds: []form.Key{""}},
			{Why: "同一种问题一处说明", Ledger: []string{"3月5日 自然人", "4月5日 自然人"}, Finds: []form.Key{""}},
			{Why: "收到得比报告年度还晚", Ledger: []string{"2026-1-5 自然人"}, Finds: []form.Key{""}, Level: Info},
			{Why: "上年就办结了", Ledger: []string{"2024-3-5 自然人 予以公开 2024-3-20"}, Finds: []form.Key{""}, Level: Info},
			{Why: "收到得太早，像是年份写错了", Ledger: []string{"2015-3-5 自然人"}, Finds: []form.Key{""}, Level: Info},
			{Why: "写的是简称", Ledger: []string{"2025.3.5 企业 补正后仍不明确 20250320", "2025年3月5日 公民 办理中"}},
			{Why: "没有台账"},
		}
	},
}

var ledgerDeadline = Rule{
	ID: "ledger-deadline", Level: Info, Title: "申请要在20个工作日内答复，经批准可以延长20个工作日", Citation: "《条例》第三十三条",
	Find: findLedgerDeadline,
	Cases: func() []Case {
		return []Case{
			{Why: "迟了一天", Ledger: []string{"2025-3-3 自然人 予以公开 2025-4-1"}, Finds: []form.Key{""}},
			{Why: "还没有办结的，说明最后一天", Ledger: []string{"2025-12-22 自然人"}, Finds: []form.Key{""}},
			{Why: "下一年办结、没有迟", Ledger: []string{"2025-12-22 自然人 予以公开 2026-1-19"}},
			{Why: "最后一天办结", Ledger: []string{"2025-3-3 自然人 予以公开 2025-3-31"}},
			{Why: "延长了期限", Ledger: []string{"2025-3-3 自然人 予以公开 2025-4-28 是"}},
			{Why: "没有台账"},
		}
	},
}

// IsOnLedger says whether a rule, by its id, looks at the ledger of applications, which is nobody's but the unit's.
func IsOnLedger(rule string) bool {
	return slices.Contains([]string{ledgerDiffers.ID, ledgerUnread.ID, ledgerDeadline.ID}, rule)
}

// requests are figures of natural persons: rows and what was typed, in turn.
func requests(rows ...string) (list []Entry) {
	for i := 0; i < len(rows); i += 2 {
		list = append(list, Entry{form.RequestKey(rows[i], "natural_person"), rows[i+1]})
	}
	return list
}

// readLedger is the ledger as it was read, nil where there is none to hold the report to.
func (in *Input) readLedger() *ledger.Book {
	if in.applications == nil {
		var book *ledger.Book
		if in.Members == nil {
			book, _ = ledger.Read(in.Report)
		}
		in.applications = &book
	}
	return *in.applications
}

func findLedgerDiffers(in *Input) []Finding {
	book := in.readLedger()
	if book == nil || len(book.Lost) > 0 {
		return nil
	}
	var found []Finding
	blank := true
	for _, c := range in.Report.Edition.RequestCells() {
		v := in.Report.Figure(c.Key)
		blank = blank && v.State == model.Blank
		if f, differs := in.heldToLedger(book, c, v); differs {
			found = append(found, f)
		}
	}
	if blank && len(found) > 1 {
		first := &found[0]
		first.Message = fmt.Sprintf("这张表还空着，台账里属于%d年度的申请已经统计好了，可以按台账填。", book.Year)
		if !book.IsComplete() {
			first.Message = fmt.Sprintf("这张表还空着；台账里还有%d件没有计入，改好以后可以按台账填。", len(book.Uncounted))
		}
		first.Expected, first.Difference, first.Compared = "", "", Comparison{}
		return found[:1]
	}
	return found
}

// heldToLedger holds a figure to what the ledger comes to.
func (in *Input) heldToLedger(book *ledger.Book, c *form.Cell, v model.Value) (f Finding, differs bool) {
	count := decimal.NewFromInt(int64(book.Count(c.Key)))
	most := decimal.NewFromInt(int64(book.May(c.Key)))
	switch {
	case v.State == model.Blank && !count.IsZero():
	case !v.IsNumber(), v.Number.GreaterThanOrEqual(count) && v.Number.LessThanOrEqual(most):
		return Finding{}, false
	}
	is, due := "没有填", "台账里没有这样的申请"
	if v.IsNumber() {
		is = "是" + v.Printed()
		f.Difference = v.Number.Sub(count).String()
	}
	if rows := book.Rows(c.Key); len(rows) > 0 {
		due = fmt.Sprintf("台账里是%s件（%s）", count, rowsTold(rows))
	}
	if most.GreaterThan(count) {
		due += "，没有计入的最多还有" + most.Sub(count).String() + "件"
	}
	f.Message = c.Label() + is + "，" + due + "，请核对。"
	f.Expected, f.Actual, f.Compared = count.String(), v.Printed(), comparedTo("台账里")
	if book.IsComplete() {
		f.Remedy = remedy.Remedy{Action: remedy.TakeLedger}
	}
	f.Cells = append([]Cell{in.figureCell(c.Key, Subject)}, in.behind(book, c.Key)...)
	return f, true
}

// mostRows is how many rows of the ledger a finding names.
const mostRows = 10

// rowsTold names rows of the sheet: 第3、7、12行.
func rowsTold(rows []int) string {
	var told []string
	for _, row := range rows[:min(len(rows), mostRows)] {
		told = append(told, strconv.Itoa(row))
	}
	words := "第" + strings.Join(told, "、") + "行"
	if len(rows) > mostRows {
		words += fmt.Sprintf("等%d行", len(rows))
	}
	return words
}

// behind are the cells of the ledger that a figure is counted from, as far as a finding names them.
func (in *Input) behind(book *ledger.Book, k form.Key) (cells []Cell) {
	rows := book.Rows(k)
	for _, a := range book.Applications {
		if len(cells) < mostRows && slices.Contains(rows[:min(len(rows), mostRows)], a.Row.Number) {
			c := ledgerCell(a.Row, model.LedgerReceived, Term)
			c.Label, c.of = "台账"+c.Label, "" // it stands on another sheet than the figure, which the finding goes by
			cells = append(cells, c)
		}
	}
	return cells
}

// ledgerCell is the finding's view of a cell of the ledger. It goes by its column, one in which nothing stands also by its application.
func ledgerCell(row model.LedgerRow, column model.LedgerColumn, role Role) Cell {
	f := row.Cells[column]
	c := Cell{Role: role, Label: column.Head(), Value: f.Printed(), Place: f.Place, of: column.Head()}
	if c.Value == "" {
		for _, other := range row.Cells {
			c.of += "\x00" + other.Printed()
		}
	}
	return c
}

// ledgerWords say what is wrong with rows of the ledger; %s is what was typed there.
var ledgerWords = map[ledger.FaultKind]string{
	ledger.Blank:           "没有填",
	ledger.Unread:          "写的%s读不出",
	ledger.NoDay:           "写的%s认不出是哪一天，请写上年、月、日，如2025-3-5",
	ledger.NoSuchDay:       "写的%s在日历上没有，请核对",
	ledger.NoKind:          "写的%s不是申请表里的，请从列表里选",
	ledger.SeveralKinds:    "写的%s分不出是哪一种（%s），请从列表里选",
	ledger.OutcomeWithout:  "没有填，可是写了办理结果",
	ledger.DayWithout:      "没有填，可是写了办结日期",
	ledger.ClosedBefore:    "写的%s比收到日期还早，请核对",
	ledger.ExtensionUnread: "写的%s看不出有没有延期，请填“是”或“否”；这里按没有延期算",
}

func findLedgerUnread(in *Input) []Finding {
	book := in.readLedger()
	if book == nil {
		return nil
	}
	var found []Finding
	for _, c := range book.Lost {
		found = append(found, Finding{Message: "“" + book.Sheet + "”里找不到“" + c.Head() + "”这一列，台账没有统计。请把列名改回来。",
			Cells: []Cell{{Role: Subject, Label: c.Head(), Place: model.Place{Sheet: book.Sheet}, of: c.Head()}}})
	}
	type group struct {
		kind   ledger.FaultKind
		column model.LedgerColumn
	}
	var groups []group
	of := map[group][]ledger.Fault{}
	for _, f := range book.Faults {
		g := group{f.Kind, f.Column}
		if of[g] == nil {
			groups = append(groups, g)
		}
		of[g] = append(of[g], f)
	}
	for _, g := range groups {
		found = append(found, faultFinding(of[g]))
	}
	return append(found, in.strangers(book)...)
}

// faultFinding tells what is wrong with several rows in the same way.
func faultFinding(faults []ledger.Fault) Finding {
	first := faults[0]
	typed := first.Row.Cells[first.Column].Printed()
	words := []any{"“" + excerpt(typed) + "”", chinese.Listed(first.Meant, mostListed)}
	told := ledgerWords[first.Kind]
	message := "台账第" + strconv.Itoa(first.Row.Number) + "行的“" + first.Column.Head() + "”" + fmt.Sprintf(told, words[:strings.Count(told, "%s")]...)
	if first.Kind != ledger.ExtensionUnread {
		message += "；这一件没有计入"
	}
	var rows []int
	f := Finding{Actual: typed}
	for i, one := range faults {
		role := Term
		if i == 0 {
			role = Subject
		} else {
			rows = append(rows, one.Row.Number)
		}
		if i <= mostRows {
			f.Cells = append(f.Cells, ledgerCell(one.Row, one.Column, role))
		}
	}
	if rows != nil {
		message += "；" + rowsTold(rows) + "也是这样"
	}
	f.Message = message + "。"
	return f
}

// strangers tells the applications that do not belong to the report year, or hardly so.
func (in *Input) strangers(book *ledger.Book) []Finding {
	var later, earlier, old []ledger.Application
	for _, a := range book.Applications {
		switch {
		case a.Received.Year() > book.Year:
			later = append(later, a)
		case !a.BelongsTo(book.Year):
			earlier = append(earlier, a)
		case a.Received.Year() < book.Year-1:
			old = append(old, a)
		}
	}
	var found []Finding
	tell := func(list []ledger.Application, column model.LedgerColumn, format string) {
		if len(list) > 0 {
			f := applicationsFinding(list, column)
			f.Message = fmt.Sprintf("台账%s"+format, rowsTold(rowsOf(list)), book.Year)
			found = append(found, f)
		}
	}
	tell(later, model.LedgerReceived, "是%d年以后收到的，不属于这个年度，没有计入。")
	tell(earlier, model.LedgerClosed, "在%d年以前就办结了，不属于这个年度，没有计入。")
	tell(old, model.LedgerReceived, "收到得很早（报告年度是%d），计在上年结转里，请核对年份。")
	return found
}

func rowsOf(list []ledger.Application) (rows []int) {
	for _, a := range list {
		rows = append(rows, a.Row.Number)
	}
	return rows
}

// applicationsFinding is a finding on cells of applications that the message is still to be written of.
func applicationsFinding(list []ledger.Application, column model.LedgerColumn) Finding {
	f := Finding{Level: Info}
	for i, a := range list[:min(len(list), mostRows)] {
		role := Term
		if i == 0 {
			role = Subject
		}
		f.Cells = append(f.Cells, ledgerCell(a.Row, column, role))
	}
	f.Actual = f.Cells[0].Value
	return f
}

func findLedgerDeadline(in *Input) []Finding {
	book := in.readLedger()
	if book == nil {
		return nil
	}
	calendar := in.Settings.Calendar
	var late, open []ledger.Application
	for _, a := range book.Applications {
		switch {
		case !a.BelongsTo(book.Year):
		case a.IsOpen():
			open = append(open, a)
		case a.Closed.After(a.Due(calendar)):
			late = append(late, a)
		}
	}
	var found []Finding
	tell := func(list []ledger.Application, column model.LedgerColumn, before, after string, one func(ledger.Application) string) {
		if len(list) == 0 {
			return
		}
		f := applicationsFinding(list, column)
		var told []string
		for _, a := range list {
			told = append(told, one(a))
		}
		f.Message = fmt.Sprintf(before, len(list)) + "：" + strings.Join(told[:min(len(told), mostRows)], "；")
		if len(told) > mostRows {
			f.Message += "等"
		}
		f.Message += "。" + after + in.unknownHolidays(list)
		found = append(found, f)
	}
	const stopped = "补正、征求意见的时间不算在期限里，台账里看不出，请核对。"
	tell(late, model.LedgerClosed, "台账里有%d件办结得比期限晚", stopped, func(a ledger.Application) string {
		return fmt.Sprintf("第%d行%s收到，最迟应在%s答复，%s办结", a.Row.Number, chinese.DateText(a.Received), chinese.DateText(a.Due(calendar)), chinese.DateText(a.Closed))
	})
	tell(open, model.LedgerReceived, "台账里有%d件还没有办结", stopped, func(a ledger.Application) string {
		return fmt.Sprintf("第%d行%s收到，最迟应在%s答复%s", a.Row.Number, chinese.DateText(a.Received), chinese.DateText(a.Due(calendar)), in.overdue(a.Due(calendar), book.Year))
	})
	return found
}

// overdue says that a last day had passed when the year ended, or when the report was dated.
func (in *Input) overdue(due time.Time, year int) string {
	if due.Year() <= year {
		return "，到年底已经过了"
	}
	if date, ok := in.Report.Date(); ok && due.Before(date) {
		return "，到报告落款那天已经过了"
	}
	return ""
}

// unknownHolidays says that holidays could not be reckoned with, where the county has not laid them down.
func (in *Input) unknownHolidays(list []ledger.Application) string {
	for _, a := range list {
		if !in.Settings.Calendar.Knows(a.Received, a.Due(in.Settings.Calendar)) {
			return "没有这段时间的节假日安排，这里只除去了周末，实际的最后一天可能晚几天。"
		}
	}
	return ""
}
