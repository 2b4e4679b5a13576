package model

// Ledger is the list of applications (依申请台账) that a unit keeps in its workbook, as it was typed. It is none of the report: nothing
// that is printed, summed or handed on has it.
type Ledger struct {
	Sheet string
	Lost  []LedgerColumn // needed columns that are gone
	Rows  []LedgerRow    // those in which something stands
	Own   []string       // the columns of the unit's own in which something stands, by their heads: also that of its own numbers
}

// LedgerColumn is one of the columns that are read.
type LedgerColumn int

const (
	LedgerReceived LedgerColumn = iota
	LedgerApplicant
	LedgerOutcome
	LedgerExtended
	LedgerClosed
	LedgerColumns // how many there are
)

// Head is what stands above the column, by which it is found wherever it was moved.
func (c LedgerColumn) Head() string {
	return [...]string{"收到日期", "申请人类型", "办理结果", "是否延期", "办结日期"}[c]
}

// IsNeeded tells the columns without which nothing can be counted.
func (c LedgerColumn) IsNeeded() bool { return c != LedgerExtended }

// IsDay tells the columns in which days stand.
func (c LedgerColumn) IsDay() bool { return c == LedgerReceived || c == LedgerClosed }

// LedgerRow is one application.
type LedgerRow struct {
	Number int                  // of the sheet's row
	Cells  [LedgerColumns]Field // a blank one has its place too
}

// HasLedger says whether something stands in the report's ledger.
func (r *Report) HasLedger() bool { return r.Ledger != nil && len(r.Ledger.Rows) > 0 }

// Cell is what stands in a column, without the spaces around it; "" for what is unread.
func (r LedgerRow) Cell(c LedgerColumn) string { return r.Cells[c].typed() }
