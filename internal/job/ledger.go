package job

import (
	"errors"
	"fmt"
	"strconv"

	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/workbook"
)

// AddLedger gives a blank report a ledger of applications, in which those stand that last year's ledgers left over: the unit's own, or those
// of the units that became it. The note says how many, "" for none.
func AddLedger(r *model.Report, last ...*model.Report) (note string) {
	r.Ledger = &model.Ledger{}
	for _, before := range last {
		book, ok := ledger.Read(before)
		if !ok {
			continue
		}
		for _, a := range book.Applications {
			if a.IsLeftOver(book.Year) {
				r.Ledger.Rows = append(r.Ledger.Rows, a.Row)
			}
		}
	}
	if len(r.Ledger.Rows) == 0 {
		return ""
	}
	return fmt.Sprintf("依申请台账：上年没有办结的%d件", len(r.Ledger.Rows))
}

// Taken is a figure that was taken from the ledger.
type Taken struct {
	Label         string
	Place         model.Place
	Before, After string // "" for a blank
	change        workbook.Change
}

// String is what was done, in words.
func (t Taken) String() string {
	before := "“" + t.Before + "”"
	if t.Before == "" {
		before = "（空）"
	}
	return fmt.Sprintf("%s：%s改成“%s”", t.Label, before, t.After)
}

// FromLedger lists the figures of a report that are otherwise than its ledger comes to: none where all are equal. The error is why nobody
// knows what it comes to, or that there is none.
func FromLedger(r *model.Report) (list []Taken, err error) {
	book, ok := ledger.Read(r)
	switch {
	case !r.HasLedger():
		return nil, errors.New("里面没有填好的依申请台账，没有按台账填")
	case r.Summed:
		return nil, errors.New("是汇总表，台账里只有本级的申请，没有按台账填")
	case !ok:
		return nil, errors.New("没有填报告年度，没有按台账填，请先填上年度")
	case !book.IsComplete():
		return nil, incomplete(book)
	}
	for _, c := range r.Edition.RequestCells() {
		v, count := r.Figure(c.Key), int64(book.Count(c.Key))
		if v.IsNumber() && v.Number.IsInteger() && v.Number.IntPart() == count {
			continue
		}
		t := Taken{Label: c.Name(), Place: v.Place, Before: v.Printed(), After: strconv.FormatInt(count, 10)}
		t.change = workbook.Change{Key: c.Key, Before: v.Printed(), After: t.After}
		list = append(list, t)
	}
	return list, nil
}

// Noteworthy are the figures that are worth a line each, and what to tell of all blanks beside them that became 0; "" for none.
func Noteworthy(all []Taken) (list []Taken, others string) {
	zeros := 0
	for _, t := range all {
		if t.Before == "" && t.After == "0" {
			zeros++
			continue
		}
		list = append(list, t)
	}
	if zeros > 0 {
		others = fmt.Sprintf("台账里没有的，%d个空格填了0", zeros)
	}
	return list, others
}

// incomplete says why nothing is taken from a ledger.
func incomplete(b *ledger.Book) error {
	if len(b.Lost) > 0 {
		return fmt.Errorf("“%s”里找不到“%s”这一列，没有按台账填，请把列名改回来", b.Sheet, b.Lost[0].Head())
	}
	return fmt.Errorf("“%s”里有%d件没有计入（第%d行等），没有按台账填，请照问题改好以后再填", b.Sheet, len(b.Uncounted), b.Uncounted[0])
}
