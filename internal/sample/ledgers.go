package sample

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Applications is a made-up ledger of applications, with what it was made up from, so that nobody has to read it to know what it says.
type Applications struct {
	Year     int        `json:"year"`
	Holidays [][2]Date  `json:"holidays"` // stretches, both ends in them
	Workdays [][2]Date  `json:"workdays"`
	Rows     []Applied  `json:"rows"`
	Typed    [][]string `json:"-"` // by row and model.LedgerColumn; "" for a blank
	edition  *form.Edition
	*rand.Rand
}

// Applied is one application as it was meant.
type Applied struct {
	Row       int    `json:"row"` // the sheet's
	Received  Date   `json:"received"`
	Applicant string `json:"applicant"` // keys
	Outcome   string `json:"outcome"`   // "" while it is open
	Closed    *Date  `json:"closed"`
	Extended  bool   `json:"extended"`
	Faulty    bool   `json:"faulty"` // it is typed so that it cannot be counted
}

// Date is a day that is written as 2006-01-02.
type Date struct{ time.Time }

// MarshalJSON writes the day.
func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.Format(time.DateOnly)) }

// UnmarshalJSON reads the day.
func (d *Date) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	var err error
	d.Time, err = time.Parse(time.DateOnly, text)
	return err
}

// NewApplications makes a ledger up, whose rows begin at one of the sheet. Many days lie at the edges of years.
func NewApplications(seed, number uint64, firstRow int) *Applications {
	a := &Applications{Rand: rand.New(rand.NewPCG(seed, number)), Holidays: [][2]Date{}, Workdays: [][2]Date{}, Rows: []Applied{}}
	a.Year = 2019 + a.IntN(10)
	a.edition, _ = form.ForYear(a.Year)
	a.makeCalendar()
	n := a.IntN(60)
	row := firstRow
	for range n {
		a.Rows, a.Typed = append(a.Rows, Applied{}), append(a.Typed, nil)
		a.apply(&a.Rows[len(a.Rows)-1], row)
		a.Typed[len(a.Typed)-1] = a.typed(&a.Rows[len(a.Rows)-1])
		row += 1 + a.IntN(8)/7 // sometimes a blank row
	}
	return a
}

func day(year int, month time.Month, of int) Date {
	return Date{time.Date(year, month, of, 0, 0, 0, 0, time.UTC)}
}

func (d Date) plus(days int) Date { return Date{d.AddDate(0, 0, days)} }

// makeCalendar makes up holidays of five days, and a day of a weekend that is worked for each.
func (a *Applications) makeCalendar() {
	for year := a.Year - 2; year <= a.Year+1; year++ {
		for month := time.January; month <= time.December; month += 1 + time.Month(a.IntN(4)) {
			from := day(year, month, 1+a.IntN(20))
			a.Holidays = append(a.Holidays, [2]Date{from, from.plus(a.IntN(8))})
			worked := a.Holidays[len(a.Holidays)-1][1].plus(1)
			for worked.Weekday() != time.Saturday && worked.Weekday() != time.Sunday {
				worked = worked.plus(1)
			}
			a.Workdays = append(a.Workdays, [2]Date{worked, worked})
		}
	}
}

// someDay is a day about the report year, often near one of its ends.
func (a *Applications) someDay() Date {
	switch a.IntN(5) {
	case 0:
		return day(a.Year, time.January, 1).plus(a.IntN(5) - 2)
	case 1:
		return day(a.Year, time.December, 31).plus(a.IntN(5) - 2)
	case 2:
		return day(a.Year-1, time.November, 1).plus(a.IntN(100))
	}
	return day(a.Year, time.January, 1).plus(a.IntN(366))
}

func (a *Applications) apply(one *Applied, row int) {
	applicants, outcomes := a.edition.Applicants(), a.edition.Outcomes()
	*one = Applied{Row: row, Received: a.someDay(), Applicant: applicants[a.IntN(len(applicants))].Key, Extended: a.IntN(5) == 0, Faulty: a.IntN(20) == 0}
	if a.IntN(4) == 0 {
		return
	}
	closed := one.Received.plus(a.IntN(70))
	if a.IntN(4) == 0 {
		closed = a.someDay()
	}
	if closed.Before(one.Received.Time) {
		closed = one.Received
	}
	one.Closed, one.Outcome = &closed, outcomes[a.IntN(len(outcomes))].Key
}

func (a *Applications) oneOf(texts ...string) string { return texts[a.IntN(len(texts))] }

// typed is a row as somebody types it.
func (a *Applications) typed(one *Applied) []string {
	typed := make([]string, model.LedgerColumns)
	typed[model.LedgerReceived] = a.date(one.Received)
	typed[model.LedgerApplicant] = a.kind(a.edition.Applicants(), one.Applicant)
	typed[model.LedgerExtended] = a.oneOf("", "否", "无")
	if one.Extended {
		typed[model.LedgerExtended] = a.oneOf("是", "已延期", "√")
	}
	if one.Closed != nil {
		typed[model.LedgerOutcome], typed[model.LedgerClosed] = a.kind(a.edition.Outcomes(), one.Outcome), a.date(*one.Closed)
	} else {
		typed[model.LedgerOutcome] = a.oneOf("", "", "办理中")
	}
	if !one.Faulty {
		return typed
	}
	switch fault := a.IntN(6); {
	case fault == 0:
		typed[model.LedgerReceived] = ""
	case fault == 1:
		typed[model.LedgerReceived] = fmt.Sprintf("%d月%d日", one.Received.Month(), one.Received.Day())
	case fault == 2:
		typed[model.LedgerApplicant] = a.oneOf("", "法人或其他组织", "某某", "A")
	case fault == 3 && one.Closed != nil:
		typed[model.LedgerOutcome] = a.oneOf("", "不予公开", "已办结", "公开")
	case fault == 4 && one.Closed != nil:
		typed[model.LedgerClosed] = a.oneOf("", "2025-2-30", "5.6")
	default:
		typed[model.LedgerOutcome], typed[model.LedgerClosed] = "予以公开", one.Received.plus(-1).Format(time.DateOnly)
	}
	return typed
}

func (a *Applications) date(d Date) string {
	return d.Format(a.oneOf("2006-01-02", "2006-01-02", "2006/1/2", "2006.1.2", "2006年1月2日", "20060102", "2006年1月2号")) + a.oneOf("", "", "", "", " 15:04:05")
}

func (a *Applications) kind(kinds []form.Kind, key string) string {
	for _, k := range kinds {
		if k.Key == key {
			return a.oneOf(k.Name, k.Name, k.Label, " "+form.Bare(k.Label)+" ")
		}
	}
	panic("sample: no such kind")
}

// Ledger is the ledger as it was typed on a sheet.
func (a *Applications) Ledger() *model.Ledger {
	l := &model.Ledger{Sheet: "依申请台账"}
	for i, one := range a.Rows {
		row := model.LedgerRow{Number: one.Row}
		for c, text := range a.Typed[i] {
			row.Cells[c] = model.ReadField(text, model.Place{Sheet: l.Sheet, Ref: fmt.Sprintf("%c%d", 'B'+c, one.Row)})
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

// Tallied is what another program made of a ledger: by figure the rows that it is counted from, and by row the last day to answer.
type Tallied struct {
	Rows map[string][]int `json:"rows"`
	Due  map[int]Date     `json:"due"`
}

// Tally has another program count ledgers.
func Tally(t testing.TB, ledgers []*Applications) (tallied []Tallied) {
	t.Helper()
	data, err := json.Marshal(ledgers)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "ledgers.json")
	require.NoError(t, os.WriteFile(file, data, 0o600))
	require.NoError(t, json.Unmarshal([]byte(Run(t, "python3", Path(t, "testdata/ledger/tally.py"), file)), &tallied))
	require.Len(t, tallied, len(ledgers))
	return tallied
}
