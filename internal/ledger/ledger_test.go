package ledger_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// reportOn is a report that holds nothing but a ledger.
func reportOn(t testing.TB, year int, l *model.Ledger) *model.Report {
	e, ok := form.ForYear(year)
	require.True(t, ok)
	r := model.New(e)
	r.Fields["report.year"] = model.Field{Text: strconv.Itoa(year)}
	r.Ledger = l
	return r
}

// Made-up ledgers, counted by another program from what they were made up from.
func TestTallyOfMadeUpLedgers(t *testing.T) {
	sample.Need(t, "python3")
	many := sample.Times(200, 2000)
	var ledgers []*sample.Applications
	for i := range uint64(many) {
		ledgers = append(ledgers, sample.NewApplications(7, i, 6))
	}
	applications, uncounted, cells := 0, 0, 0
	for i, due := range sample.Tally(t, ledgers) {
		made := ledgers[i]
		r := reportOn(t, made.Year, made.Ledger())
		book, ok := ledger.Read(r)
		require.Equal(t, len(made.Rows) > 0, ok)
		if !ok {
			continue
		}
		for _, c := range r.Edition.RequestCells() {
			require.Equal(t, due.Rows[string(c.Key)], book.Rows(c.Key), "ledger %d of %d: %s", i, made.Year, c.Key)
			cells++
		}
		calendar := ledger.Calendar{Holidays: spans(made.Holidays), Workdays: spans(made.Workdays)}
		require.Len(t, book.Applications, len(due.Due))
		for _, a := range book.Applications {
			require.Equal(t, due.Due[a.Row.Number].Format(time.DateOnly), a.Due(calendar).Format(time.DateOnly), "ledger %d, row %d", i, a.Row.Number)
		}
		var faulty []int
		for _, one := range made.Rows {
			if one.Faulty {
				faulty = append(faulty, one.Row)
			}
		}
		require.Equal(t, faulty, book.Uncounted, "ledger %d", i)
		applications, uncounted = applications+len(book.Applications), uncounted+len(faulty)
	}
	t.Logf("%d ledgers, %d applications counted and %d not, %d figures", many, applications, uncounted, cells)
}

func spans(list [][2]sample.Date) (all []ledger.Span) {
	for _, s := range list {
		all = append(all, ledger.Span{From: s[0].Time, To: s[1].Time})
	}
	return all
}

// typed is a ledger as it is typed: received, applicant, outcome, extended, closed.
func typed(rows ...[5]string) *model.Ledger {
	l := &model.Ledger{Sheet: "依申请台账"}
	for i, texts := range rows {
		row := model.LedgerRow{Number: 6 + i}
		for c, text := range texts {
			row.Cells[c] = model.ReadField(text, model.Place{})
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

func TestWhereAnApplicationCounts(t *testing.T) {
	for _, c := range []struct {
		why              string
		received, closed string
		rows             []string
	}{
		{"the first day", "2025-01-01", "2025-01-02", []string{"received", "granted"}},
		{"the last day, open", "2025-12-31", "", []string{"received", "carried_out"}},
		{"the last day, answered at once", "2025-12-31", "2025-12-31", []string{"received", "granted"}},
		{"answered on the first day of the next year", "2025-12-31", "2026-01-01", []string{"received", "carried_out"}},
		{"the day before the first, answered on the first", "2024-12-31", "2025-01-01", []string{"carried_in", "granted"}},
		{"from the year before, still open", "2024-12-31", "", []string{"carried_in", "carried_out"}},
		{"from the year before, answered in the next", "2024-12-31", "2026-01-01", []string{"carried_in", "carried_out"}},
		{"all of it in the year before", "2024-12-30", "2024-12-31", nil},
		{"all of it in the next year", "2026-01-01", "", nil},
		{"a leap day of another year", "2024-02-29", "2025-03-01", []string{"carried_in", "granted"}},
	} {
		outcome := ""
		if c.closed != "" {
			outcome = "予以公开"
		}
		book, ok := ledger.Read(reportOn(t, 2025, typed([5]string{c.received, "自然人", outcome, "", c.closed})))
		require.True(t, ok)
		e, _ := form.ByID("2021")
		var rows []string
		for _, cell := range e.RequestCells() {
			for range book.Rows(cell.Key) {
				rows = append(rows, cell.RowLabel())
			}
		}
		var want []string
		for _, row := range c.rows {
			cell, _ := e.Cell(form.RequestKey(row, "natural_person"))
			want = append(want, cell.RowLabel())
		}
		assert.Equal(t, want, rows, c.why)
		assert.True(t, book.IsComplete(), c.why)
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct {
		why    string
		row    [5]string
		kind   ledger.FaultKind
		column model.LedgerColumn
		counts bool
	}{
		{"no day of receipt", [5]string{"", "自然人"}, ledger.Blank, model.LedgerReceived, false},
		{"a day without its year", [5]string{"3月5日", "自然人"}, ledger.NoDay, model.LedgerReceived, false},
		{"two digits of a year", [5]string{"25.3.5", "自然人"}, ledger.NoDay, model.LedgerReceived, false},
		{"a day that the calendar lacks", [5]string{"2025-2-29", "自然人"}, ledger.NoSuchDay, model.LedgerReceived, false},
		{"the number behind a day", [5]string{"45721", "自然人"}, ledger.NoDay, model.LedgerReceived, false},
		{"an error value", [5]string{"#REF!", "自然人"}, ledger.Unread, model.LedgerReceived, false},
		{"nobody applied", [5]string{"2025-3-5", ""}, ledger.Blank, model.LedgerApplicant, false},
		{"a head above several", [5]string{"2025-3-5", "法人或其他组织"}, ledger.SeveralKinds, model.LedgerApplicant, false},
		{"in short, and so several", [5]string{"2025-3-5", "组织"}, ledger.NoKind, model.LedgerApplicant, true},
		{"an outcome of several kinds", [5]string{"2025-3-5", "自然人", "不予公开", "", "2025-3-6"}, ledger.SeveralKinds, model.LedgerOutcome, false},
		{"an outcome that the form has not", [5]string{"2025-3-5", "自然人", "已归档", "", "2025-3-6"}, ledger.NoKind, model.LedgerOutcome, false},
		{"an outcome without a day", [5]string{"2025-3-5", "自然人", "予以公开"}, ledger.OutcomeWithout, model.LedgerClosed, false},
		{"a day without an outcome", [5]string{"2025-3-5", "自然人", "", "", "2025-3-6"}, ledger.DayWithout, model.LedgerOutcome, false},
		{"a day, and said to be open", [5]string{"2025-3-5", "自然人", "办理中", "", "2025-3-6"}, ledger.DayWithout, model.LedgerOutcome, false},
		{"answered before it came", [5]string{"2025-3-5", "自然人", "予以公开", "", "2025-3-4"}, ledger.ClosedBefore, model.LedgerClosed, false},
		{"neither yes nor no", [5]string{"2025-3-5", "自然人", "", "待定", ""}, ledger.ExtensionUnread, model.LedgerExtended, true},
	} {
		book, ok := ledger.Read(reportOn(t, 2025, typed(c.row)))
		require.True(t, ok, c.why)
		if c.why == "in short, and so several" { // of the leaves only one has it, and the head above several is no choice
			assert.Empty(t, book.Faults, c.why)
			assert.Equal(t, "social", book.Applications[0].Applicant, c.why)
			continue
		}
		require.Len(t, book.Faults, 1, c.why)
		assert.Equal(t, c.kind, book.Faults[0].Kind, c.why)
		assert.Equal(t, c.column, book.Faults[0].Column, c.why)
		assert.Equal(t, c.counts, book.IsComplete(), c.why)
	}
}

func TestNamesThatAreUnderstood(t *testing.T) {
	for _, c := range []struct {
		why, applicant, outcome string
		year                    int
		want                    form.Key
	}{
		{"by the names of the list", "自然人", "予以公开", 2025, "requests.granted.natural_person"},
		{"as it is printed", "社会公益组织", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2025, "requests.partially_granted.social"},
		{"without its number", "其他", "属于行政执法案卷", 2025, "requests.denied.enforcement_file.other"},
		{"with the marks of another keyboard", " 科研 机构", `3.危及"三安全一稳定"`, 2025, "requests.denied.security_stability.research"},
		{"in short", "企业", "信访", 2025, "requests.not_handled.petition.enterprise"},
		{"in the words of the statute", "公民", "重复申请", 2020, "requests.not_handled.duplicate.natural_person"},
		{"as people call them", "律师事务所", "撤回", 2025, "requests.other.miscellaneous.legal_service"},
		{"as published reports spell what is printed", "科研单位", "2.其它法律行政法规禁止公开", 2025, "requests.denied.law_prohibited.research"},
		{"also where a word is put behind it", "社会组织", "7.属于行政执法案卷信息", 2025, "requests.denied.enforcement_file.social"},
		{"where the form has one row for all others", "公司", "主动撤回", 2020, "requests.other.enterprise"},
		{"that row itself", "律所", "（六）其他处理", 2020, "requests.other.legal_service"},
		{"the last of the other outcomes", "自然人", "3.其他", 2025, "requests.other.miscellaneous.natural_person"},
	} {
		day := strconv.Itoa(c.year) + "-3-5"
		book, ok := ledger.Read(reportOn(t, c.year, typed([5]string{day, c.applicant, c.outcome, "", day})))
		require.True(t, ok)
		assert.Empty(t, book.Faults, c.why)
		assert.Equal(t, 1, book.Count(c.want), c.why)
	}
}

// What is not counted may be in some figures, and not in others.
func TestMay(t *testing.T) {
	book, ok := ledger.Read(reportOn(t, 2025, typed(
		[5]string{"3月5日", "自然人"},                             // open
		[5]string{"2024-12-5", "律所", "不予公开", "", "2025-1-6"}, // left over
		[5]string{"2025-3-5", "", "予以公开", "", "2025-3-6"},
	)))
	require.True(t, ok)
	for k, most := range map[form.Key]int{
		"requests.received.natural_person": 2, "requests.carried_in.natural_person": 1, "requests.carried_out.natural_person": 1,
		"requests.granted.natural_person": 1, "requests.denied.third_party.natural_person": 0, "requests.received.legal_service": 1,
		"requests.carried_in.legal_service": 1, "requests.denied.third_party.legal_service": 1, "requests.granted.legal_service": 2, "requests.carried_out.legal_service": 0,
	} {
		assert.Equal(t, most, book.May(k), k)
		assert.Zero(t, book.Count(k), k)
	}
	assert.Equal(t, []int{6, 7, 8}, book.Uncounted)
}

func TestReadWithout(t *testing.T) {
	_, ok := ledger.Read(reportOn(t, 2025, nil))
	assert.False(t, ok, "no ledger")
	_, ok = ledger.Read(reportOn(t, 2025, typed()))
	assert.False(t, ok, "a blank one")
	r := reportOn(t, 2025, typed([5]string{"2025-3-5", "自然人"}))
	r.Fields["report.year"] = model.Field{Text: "今年"}
	_, ok = ledger.Read(r)
	assert.False(t, ok, "no year to count for")
	r = reportOn(t, 2025, typed([5]string{"2025-3-5", "自然人"}))
	r.Ledger.Lost = []model.LedgerColumn{model.LedgerClosed}
	book, ok := ledger.Read(r)
	assert.True(t, ok)
	assert.False(t, book.IsComplete(), "a column is gone")
	assert.Empty(t, book.Applications)
}

func span(from, to string) ledger.Span {
	a, err := time.Parse(time.DateOnly, from)
	b, otherErr := time.Parse(time.DateOnly, to)
	if err != nil || otherErr != nil {
		panic("no days")
	}
	return ledger.Span{From: a, To: b}
}

func TestDue(t *testing.T) {
	// A year with a holiday of eight days, for which two days of weekends are worked.
	calendar := ledger.Calendar{Holidays: []ledger.Span{span("2025-10-01", "2025-10-08")}, Workdays: []ledger.Span{span("2025-09-28", "2025-09-28"), span("2025-10-11", "2025-10-11")}}
	for _, c := range []struct {
		why, received, due string
		extended           bool
		calendar           ledger.Calendar
	}{
		{"four weeks", "2025-03-03", "2025-03-31", false, ledger.Calendar{}},
		{"received on a Saturday", "2025-03-01", "2025-03-28", false, ledger.Calendar{}},
		{"eight weeks", "2025-03-03", "2025-04-28", true, ledger.Calendar{}},
		{"over the end of the year", "2025-12-22", "2026-01-19", false, ledger.Calendar{}},
		{"over a leap day", "2024-02-05", "2024-03-04", false, ledger.Calendar{}},
		{"over holidays: six working days off, two put in", "2025-09-22", "2025-10-24", false, calendar},
		{"the last day would have been in the holidays", "2025-09-05", "2025-09-30", false, ledger.Calendar{Holidays: calendar.Holidays, Workdays: []ledger.Span{span("2025-09-13", "2025-09-14"), span("2025-09-20", "2025-09-20")}}},
		{"a Sunday that is worked counts", "2025-09-26", "2025-10-31", false, ledger.Calendar{Holidays: calendar.Holidays, Workdays: []ledger.Span{span("2025-09-28", "2025-09-28")}}},
	} {
		s := span(c.received, c.received)
		a := ledger.Application{Received: s.From, Extended: c.extended}
		assert.Equal(t, c.due, a.Due(c.calendar).Format(time.DateOnly), c.why)
	}
	assert.True(t, calendar.Knows(span("2025-09-01", "2025-09-01").From, span("2025-10-30", "2025-10-30").From))
	assert.False(t, calendar.Knows(span("2025-12-20", "2025-12-20").From, span("2026-01-10", "2026-01-10").From), "nothing is laid down for the next year")
}

func TestCalendarsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		why  string
		c    ledger.Calendar
		told string
	}{
		{"ends that are turned round", ledger.Calendar{Holidays: []ledger.Span{span("2025-10-08", "2025-10-01")}}, "2025年10月8日至2025年10月1日前后颠倒了"},
		{"a holiday of a year", ledger.Calendar{Holidays: []ledger.Span{span("2024-10-01", "2025-10-08")}}, "2024年10月1日至2025年10月8日超过了31天，请核对年份和月份"},
		{"a day more than the longest", ledger.Calendar{Workdays: []ledger.Span{span("2025-01-01", "2025-02-01")}}, "2025年1月1日至2025年2月1日超过了31天，请核对年份和月份"},
		{"both a holiday and worked", ledger.Calendar{Holidays: []ledger.Span{span("2025-10-01", "2025-10-08")}, Workdays: []ledger.Span{span("2025-10-08", "2025-10-08")}},
			"2025年10月8日既是节假日又是调休上班，请只留一处"},
	} {
		assert.EqualError(t, c.c.Validate(), c.told, c.why)
	}
	assert.NoError(t, ledger.Calendar{}.Validate())
	assert.NoError(t, ledger.Calendar{Holidays: []ledger.Span{span("2025-01-01", "2025-01-31")}}.Validate(), "the longest")
}

// Whatever is typed, nothing panics, no row is lost, and what is counted comes to a balance.
func FuzzRead(f *testing.F) {
	f.Add("2025-3-5", "自然人", "予以公开", "是", "2025-3-9")
	f.Add("3月5日", "法人或其他组织", "不予公开", "", "")
	f.Add("20251231", "律所", "办理中", "√", "#REF!")
	f.Add("9999-12-31", "其他", "3.其他", "40", "0001-01-01")
	f.Fuzz(func(t *testing.T, received, applicant, outcome, extended, closed string) {
		r := reportOn(t, 2025, typed([5]string{received, applicant, outcome, extended, closed}))
		book, ok := ledger.Read(r)
		require.True(t, ok)
		require.Equal(t, 1, len(book.Applications)+len(book.Uncounted))
		in, out := 0, 0
		for _, c := range r.Edition.RequestCells() {
			require.LessOrEqual(t, book.Count(c.Key), book.May(c.Key))
			switch row := c.Row[0].Key; row {
			case form.ReceivedRow, form.CarriedInRow:
				in += book.Count(c.Key)
			default:
				out += book.Count(c.Key)
			}
		}
		require.Equal(t, in, out)
		for _, a := range book.Applications {
			require.True(t, a.Due(ledger.Calendar{}).After(a.Received))
		}
	})
}
