package workbook

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

var perLedgerWriter = flag.Int("ledgers", 8, "how many ledgers each program fills in for TestLedgersFilledByOtherPrograms")

// withLedger is a blank workbook with a ledger, on a report year.
func withLedger(t testing.TB, year int, l *model.Ledger) []byte {
	t.Helper()
	e, ok := form.ForYear(year)
	require.True(t, ok)
	r := model.New(e)
	r.Fields["report.year"] = model.Field{Text: strconv.Itoa(year)}
	r.Ledger = l
	var b bytes.Buffer
	_, err := Write(&b, r, Options{})
	require.NoError(t, err)
	return b.Bytes()
}

// applied is a ledger with rows of received, applicant, outcome, extended, closed.
func applied(rows ...[5]string) *model.Ledger {
	l := &model.Ledger{}
	for _, texts := range rows {
		row := model.LedgerRow{}
		for c, text := range texts {
			row.Cells[c].Text = text
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

var someApplied = [][5]string{{"2025-03-05", "自然人", "予以公开", "否", "2025-03-20"}, {"3月5日", "某人", "=1+1", "", "四月一日"}, {"2025-12-30", "法律服务机构"}}

func textsOf(r *model.Report) (rows [][5]string) {
	for _, row := range r.Ledger.Rows {
		var texts [5]string
		for c, f := range row.Cells {
			texts[c] = f.Text
		}
		rows = append(rows, texts)
	}
	return rows
}

func TestLedgerIsReadAsItWasWritten(t *testing.T) {
	for _, e := range form.Editions() {
		data := withLedger(t, e.FirstYear, applied(someApplied...))
		r := read(t, data)
		assert.Equal(t, someApplied[0], textsOf(r)[0])
		assert.Equal(t, [5]string{"3月5日", "某人", "=1+1", "", "四月一日"}, textsOf(r)[1], "what is no day stays what it is")
		assert.Equal(t, 6, r.Ledger.Rows[0].Number)
		assert.Equal(t, model.Place{Sheet: "依申请台账", Ref: "D8"}, r.Ledger.Rows[2].Cells[model.LedgerOutcome].Place)
		assert.Empty(t, r.Strays)
		assert.Empty(t, r.Extras)
		assert.Equal(t, data, withLedger(t, e.FirstYear, applied(someApplied...)), "equal ledgers make equal bytes")
		assert.Equal(t, data, withLedger(t, e.FirstYear, r.Ledger), "and what was read is written again")

		book, err := excelize.OpenReader(bytes.NewReader(data))
		require.NoError(t, err)
		rules, err := book.GetDataValidations(ledgerSheet)
		require.NoError(t, err)
		assert.Len(t, rules, int(model.LedgerColumns), "each column says what may stand there")
	}
	assert.Nil(t, read(t, written(t, model.New(form.Editions()[1]), Options{})).Ledger, "no ledger without one")
	blank := read(t, withLedger(t, 2025, &model.Ledger{}))
	require.NotNil(t, blank.Ledger)
	assert.Empty(t, blank.Ledger.Rows)
}

// What clerks do to lists.
func TestLedgerThatWasWorkedOn(t *testing.T) {
	for _, c := range []struct {
		why  string
		do   func(f *excelize.File) error
		want [][5]string
		lost []model.LedgerColumn
		none bool
	}{
		{"rows above and between", func(f *excelize.File) error {
			return firstError(f.InsertRows(ledgerSheet, 7, 2), f.InsertRows(ledgerSheet, 1, 1))
		}, someApplied, nil, false},
		{"columns of one's own", func(f *excelize.File) error {
			return firstError(f.InsertCols(ledgerSheet, "B", 2), f.SetCellStr(ledgerSheet, "B5", "申请人"), f.SetCellStr(ledgerSheet, "B6", "某甲"), f.SetCellStr(ledgerSheet, "C40", "合计"))
		}, someApplied, nil, false},
		{"the sheet has another name", func(f *excelize.File) error { return f.SetSheetName(ledgerSheet, "申请登记") }, someApplied, nil, false},
		{"the anchor is lost", func(f *excelize.File) error {
			return f.DeleteDefinedName(&excelize.DefinedName{Name: anchored(LedgerList)})
		}, someApplied, nil, false},
		{"blanks in a head", func(f *excelize.File) error { return f.SetCellStr(ledgerSheet, "F5", "办结 日期") }, someApplied, nil, false},
		{"a head has another name", func(f *excelize.File) error { return f.SetCellStr(ledgerSheet, "F5", "答复") }, nil, []model.LedgerColumn{model.LedgerClosed}, false},
		{"all heads are gone", func(f *excelize.File) error { return f.RemoveRow(ledgerSheet, 5) }, nil, []model.LedgerColumn{model.LedgerReceived, model.LedgerApplicant, model.LedgerOutcome, model.LedgerClosed}, false},
		{"no column for extensions", func(f *excelize.File) error { return f.RemoveCol(ledgerSheet, "E") },
			[][5]string{{"2025-03-05", "自然人", "予以公开", "", "2025-03-20"}, someApplied[1], someApplied[2]}, nil, false},
		{"a sheet of one's own that is called the same", func(f *excelize.File) error {
			return firstError(f.DeleteDefinedName(&excelize.DefinedName{Name: anchored(LedgerList)}), f.SetCellStr(ledgerSheet, "F5", "答复"))
		}, nil, nil, true},
		{"the sheet is gone", func(f *excelize.File) error { return f.DeleteSheet(ledgerSheet) }, nil, nil, true},
		{"the second row is hidden by a filter", func(f *excelize.File) error { return f.SetRowVisible(ledgerSheet, 7, false) }, someApplied, nil, false},
	} {
		f, err := excelize.OpenReader(bytes.NewReader(withLedger(t, 2025, applied(someApplied...))))
		require.NoError(t, err)
		require.NoError(t, c.do(f), c.why)
		var b bytes.Buffer
		require.NoError(t, f.Write(&b))
		r := read(t, b.Bytes())
		if c.none {
			assert.Nil(t, r.Ledger, c.why)
			assert.Equal(t, slices.Contains(f.GetSheetList(), ledgerSheet), len(r.Extras) == 1, "%s: another sheet is told as such", c.why)
			continue
		}
		require.NotNil(t, r.Ledger, c.why)
		assert.Equal(t, c.lost, r.Ledger.Lost, c.why)
		if c.lost == nil {
			assert.Equal(t, c.want, textsOf(r), c.why)
		}
		assert.Empty(t, r.Extras, c.why)
	}
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Other programs fill in ledgers that were made up, and what is counted is held against another program's count.
func TestLedgersFilledByOtherPrograms(t *testing.T) {
	sample.Long(t)
	for n, w := range writers {
		if w.ods {
			continue
		}
		t.Run(w.name, func(t *testing.T) {
			sample.Need(t, append([]string{"python3"}, w.needs...)...)
			folder := t.TempDir()
			var made []*sample.Applications
			var fillings []*filling
			for i := range *perLedgerWriter {
				a := sample.NewApplications(uint64(100+n), uint64(i), 6)
				blank := filepath.Join(folder, strconv.Itoa(a.Year)+".xlsx")
				require.NoError(t, os.WriteFile(blank, withLedger(t, a.Year, &model.Ledger{}), 0o600))
				f := &filling{Blank: blank, Out: filepath.Join(folder, strconv.Itoa(i)+"-filled.xlsx"), Insert: []inserted{}, Move: []moved{}, Rename: []renamed{}, Cells: []typed{}}
				for r, row := range a.Rows {
					for c, text := range a.Typed[r] {
						if text == "" {
							continue
						}
						cell := typed{Sheet: ledgerSheet, Cell: cellref.At(2+c, row.Row).String(), Kind: "text", Value: text}
						if _, isDay := serialOf(text); isDay && strings.Count(text, "-") == 2 {
							cell.Kind = "date"
						}
						f.Cells = append(f.Cells, cell)
					}
				}
				made, fillings = append(made, a), append(fillings, f)
			}
			plan, err := json.Marshal(fillings)
			require.NoError(t, err)
			file := filepath.Join(folder, "plan.json")
			require.NoError(t, os.WriteFile(file, plan, 0o600))
			w.fill(t, file, fillings)
			for i, due := range sample.Tally(t, made) {
				data, err := os.ReadFile(fillings[i].Out)
				require.NoError(t, err)
				r := read(t, data)
				require.NotNil(t, r.Ledger)
				book, ok := ledger.Read(r)
				require.Equal(t, len(made[i].Rows) > 0, ok)
				for _, c := range r.Edition.RequestCells() {
					if ok {
						require.Equal(t, due.Rows[string(c.Key)], book.Rows(c.Key), "ledger %d, %s", i, c.Key)
					}
				}
			}
		})
	}
}

// A large office has thousands of applications, and says little of each.
func TestHowMuchALedgerMayHold(t *testing.T) {
	large := make([][5]string, 7500)
	for i := range large {
		large[i] = [5]string{"2025-03-05", "社会公益组织", "其他法律行政法规禁止公开", "是", "2025-03-20"}
	}
	assert.Len(t, read(t, withLedger(t, 2025, applied(large...))).Ledger.Rows, len(large))
	long := strings.Repeat("长", 700)
	_, err := Read(withLedger(t, 2025, applied([5]string{"2025-03-05", long})))
	assert.EqualError(t, err, "“依申请台账”C6有一格文字太长，不是正常的报告内容，请删短后再试")
	for i := range large {
		large[i][2] = long[:1200]
	}
	_, err = Read(withLedger(t, 2025, applied(large...)))
	assert.EqualError(t, err, "“依申请台账”里的文字太多，不是正常的报告内容，请删去多余的文字后再试")
}
