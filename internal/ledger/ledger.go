// Package ledger counts the applications of a ledger (依申请台账) into the figures of the form's third table, and tells until when each had
// to be answered. It reads no clock: what is open is open at the end of the report year.
package ledger

import (
	"slices"
	"time"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Application is a row that can be counted.
type Application struct {
	Row       model.LedgerRow
	Received  time.Time // days are at midnight, UTC
	Applicant string    // the key of its column
	Outcome   string    // the key of its row; "" while it is open
	Extended  bool      // the time to answer was extended
	Closed    time.Time // zero while it is open
}

// IsOpen says whether the application has not been answered.
func (a Application) IsOpen() bool { return a.Closed.IsZero() }

// Book is a ledger as it was read for a report year.
type Book struct {
	Year         int
	Sheet        string
	Lost         []model.LedgerColumn // nothing can be counted without them
	Applications []Application        // all that can be counted, whatever year they belong to, in the order of the sheet
	Faults       []Fault              // what is wrong with rows, in the order of the sheet
	Uncounted    []int                // the sheet's rows that are not counted because of that

	cells map[form.Key][]int // the sheet's rows that a figure is counted from
	vague []vague            // what is known of those that are not counted
}

// Read reads the ledger of a report; ok is false where it has none, nothing stands in it, or the report names no year; and for a report
// that adds others up, whose figures are more than those of the office's own ledger.
func Read(r *model.Report) (b *Book, ok bool) {
	year, known := r.Year()
	if !r.HasLedger() || !known || r.Summed {
		return nil, false
	}
	b = &Book{Year: year, Sheet: r.Ledger.Sheet, Lost: r.Ledger.Lost, cells: map[form.Key][]int{}}
	if len(b.Lost) > 0 {
		return b, true
	}
	terms := termsOf()[r.Edition.ID]
	for _, row := range r.Ledger.Rows {
		b.read(row, terms)
	}
	for _, a := range b.Applications {
		for _, row := range a.countedIn(year) {
			k := form.RequestKey(row, a.Applicant)
			b.cells[k] = append(b.cells[k], a.Row.Number)
		}
	}
	return b, true
}

// countedIn lists the rows of the table in which an application counts for a report year, none where it belongs to other years: what came
// in within the year or was left over from before, and what became of it until the year's last day.
func (a Application) countedIn(year int) (rows []string) {
	first, last := firstDay(year), lastDay(year)
	switch {
	case a.Received.After(last), !a.IsOpen() && a.Closed.Before(first):
		return nil
	case a.Received.Before(first):
		rows = append(rows, form.CarriedInRow)
	default:
		rows = append(rows, form.ReceivedRow)
	}
	if a.IsOpen() || a.Closed.After(last) {
		return append(rows, form.CarriedOutRow)
	}
	return append(rows, a.Outcome)
}

// BelongsTo says whether an application counts for a report year.
func (a Application) BelongsTo(year int) bool { return a.countedIn(year) != nil }

// IsLeftOver says whether an application is handed on to the year after a report year.
func (a Application) IsLeftOver(year int) bool {
	return slices.Contains(a.countedIn(year), form.CarriedOutRow)
}

// IsComplete says whether every row was counted, so that the figures are those of the ledger.
func (b *Book) IsComplete() bool { return len(b.Lost) == 0 && len(b.Uncounted) == 0 }

// Rows lists the sheet's rows that a figure of the table is counted from, in their order.
func (b *Book) Rows(k form.Key) []int { return b.cells[k] }

// Count is what a figure comes to.
func (b *Book) Count(k form.Key) int { return len(b.cells[k]) }

// May is the most that a figure can come to once the rows that are not counted can be.
func (b *Book) May(k form.Key) int {
	n := b.Count(k)
	for _, v := range b.vague {
		if v.may(k, b.Year) {
			n++
		}
	}
	return n
}

func firstDay(year int) time.Time { return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC) }

func lastDay(year int) time.Time { return time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC) }
