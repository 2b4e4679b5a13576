package ledger

import (
	"strings"
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Fault is what is wrong with a row.
type Fault struct {
	Kind   FaultKind
	Row    model.LedgerRow
	Column model.LedgerColumn // in which it is
	Meant  []string           // what it may mean, where that is several
}

// FaultKind is what a Fault is.
type FaultKind int

const (
	Blank           FaultKind = iota // nothing stands where something has to
	Unread                           // an error value, or a format that hides what is in the cell
	NoDay                            // no day, or one without its year
	NoSuchDay                        // a day that the calendar lacks
	NoKind                           // no applicant or outcome of the form
	SeveralKinds                     // more than one that it may be
	OutcomeWithout                   // an outcome without the day
	DayWithout                       // the day of an answer without an outcome
	ClosedBefore                     // answered before it came in
	ExtensionUnread                  // neither yes nor no; it counts as not extended, and the row is counted
)

// vague is what is known of a row that is not counted.
type vague struct {
	received, closed time.Time // zero for what is not known
	applicant        string
	outcome          string
	open             bool // neither an outcome nor a day of the answer stands there
}

// may says whether a figure could count such a row.
func (v vague) may(k form.Key, year int) bool {
	row, applicant := splitKey(k)
	if v.applicant != "" && v.applicant != applicant {
		return false
	}
	switch row {
	case form.ReceivedRow:
		return v.received.IsZero() || v.received.Year() == year
	case form.CarriedInRow:
		return v.received.IsZero() || v.received.Year() < year
	case form.CarriedOutRow:
		return v.closed.IsZero() || v.closed.Year() > year
	}
	return !v.open && (v.outcome == "" || v.outcome == row)
}

// splitKey is the row and the column of a figure of the table.
func splitKey(k form.Key) (row, applicant string) {
	_, rest, _ := strings.Cut(string(k), ".")
	at := strings.LastIndex(rest, ".")
	return rest[:at], rest[at+1:]
}

// read reads a row into an application, or tells what is wrong with it.
func (b *Book) read(row model.LedgerRow, t *terms) {
	in := rowReader{book: b, row: row, counts: true}
	a := Application{Row: row}
	a.Received = in.day(model.LedgerReceived, true)
	a.Applicant = in.kind(model.LedgerApplicant, t.applicants, true)
	a.Closed = in.day(model.LedgerClosed, false)
	if !isPending(row.Cell(model.LedgerOutcome)) {
		a.Outcome = in.kind(model.LedgerOutcome, t.outcomes, false)
	}
	a.Extended = in.extension()
	outcome := row.Cells[model.LedgerOutcome]
	switch hasOutcome, hasDay := stands(outcome) && !isPending(outcome.Text), stands(row.Cells[model.LedgerClosed]); {
	case hasOutcome && !hasDay:
		in.fault(OutcomeWithout, model.LedgerClosed)
	case hasDay && !hasOutcome:
		in.fault(DayWithout, model.LedgerOutcome)
	case !a.Closed.IsZero() && !a.Received.IsZero() && a.Closed.Before(a.Received):
		in.fault(ClosedBefore, model.LedgerClosed)
	}
	if in.counts {
		b.Applications = append(b.Applications, a)
		return
	}
	b.Uncounted = append(b.Uncounted, row.Number)
	open := !stands(outcome) && !stands(row.Cells[model.LedgerClosed]) || isPending(outcome.Text)
	b.vague = append(b.vague, vague{a.Received, a.Closed, a.Applicant, a.Outcome, open})
}

// stands says whether something stands in a cell.
func stands(f model.Field) bool { return f.IsUnread() || strings.TrimSpace(f.Text) != "" }

// rowReader reads the cells of a row.
type rowReader struct {
	book   *Book
	row    model.LedgerRow
	counts bool // nothing is wrong that keeps the row from being counted
}

func (in *rowReader) fault(kind FaultKind, column model.LedgerColumn, meant ...string) {
	in.book.Faults = append(in.book.Faults, Fault{kind, in.row, column, meant})
	if kind != ExtensionUnread {
		in.counts = false
	}
}

// blank says whether there is nothing to read in a cell, and tells what is wrong with that.
func (in *rowReader) blank(column model.LedgerColumn, wanted bool) bool {
	switch f := in.row.Cells[column]; {
	case f.IsUnread():
		in.fault(Unread, column)
	case stands(f):
		return false
	case wanted:
		in.fault(Blank, column)
	}
	return true
}

func (in *rowReader) day(column model.LedgerColumn, wanted bool) (day time.Time) {
	if in.blank(column, wanted) {
		return day
	}
	day, ok := chinese.ReadDay(in.row.Cell(column))
	switch {
	case ok:
		return day
	case day.IsZero():
		in.fault(NoDay, column)
	default:
		in.fault(NoSuchDay, column)
	}
	return time.Time{}
}

func (in *rowReader) kind(column model.LedgerColumn, t vocabulary, wanted bool) (key string) {
	if in.blank(column, wanted) {
		return ""
	}
	switch keys := t.find(in.row.Cell(column)); len(keys) {
	case 0:
		in.fault(NoKind, column)
	case 1:
		return keys[0]
	default:
		var names []string
		for _, k := range keys {
			names = append(names, t.name(k))
		}
		in.fault(SeveralKinds, column, names...)
	}
	return ""
}

// yes and no are what people write where something was done or not.
var (
	yes = []string{"是", "有", "已延期", "延期", "已延长", "延长", "√", "✓", "✔", "☑", "y", "yes"}
	no  = []string{"", "否", "无", "没有", "未", "不", "未延期", "没有延期", "不延期", "未延长", "×", "✗", "✘", "—", "-", "/", "n", "no"}
)

func (in *rowReader) extension() bool {
	if in.blank(model.LedgerExtended, false) {
		return false
	}
	text := strings.ToLower(fold(in.row.Cell(model.LedgerExtended)))
	if !isOneOf(text, yes) && !isOneOf(text, no) {
		in.fault(ExtensionUnread, model.LedgerExtended)
	}
	return isOneOf(text, yes)
}

// pending is what people write in the place of an outcome while there is none.
var pending = []string{"办理中", "正在办理", "未办结", "未办", "未答复", "待办", "待答复", "在办", "没有办结", "尚未办结", "—", "-", "/"}

func isPending(outcome string) bool { return isOneOf(fold(outcome), pending) }
