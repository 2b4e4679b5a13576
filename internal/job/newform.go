package job

import (
	"io"

	"nianbao/internal/county"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/workbook"
)

// FormOrder says what form to fill in is wanted: whose and on which year, and what is to be in it.
type FormOrder struct {
	Year        int
	Unit, Level string
	Last        []Predecessor  // that leave something to it: one of the unit itself, or as many as became it
	Former      bool           // they became it
	Zero        bool           // tables that are mostly nought are filled with it
	Ledger      bool           // it has a ledger of applications
	County      *office.County // that lays something down for it; nil for none
}

// Form is a workbook to be filled in, before it is written.
type Form struct {
	Report  *model.Report
	Carried []string // from last year's reports, a line each

	zero  bool
	lists []workbook.List
}

// NewForm makes the form of an order. The error is one of Blank and BlankOf.
func NewForm(o FormOrder) (*Form, error) {
	r, carried, err := o.blank()
	if err != nil {
		return nil, err
	}
	var last []*model.Report
	for _, p := range o.Last {
		last = append(last, p.Report)
	}
	var m county.Member
	if o.County != nil {
		m = o.County.Member(r.Unit())
	}
	return o.on(r, m, carried, last), nil
}

func (o FormOrder) blank() (r *model.Report, carried []string, err error) {
	switch {
	case o.Last == nil:
		return Blank(o.Year, o.Unit, o.Level, nil, "")
	case o.Former:
		return BlankOf(o.Year, o.Unit, o.Level, o.Last)
	}
	return Blank(o.Year, o.Unit, o.Level, o.Last[0].Report, o.Last[0].Name)
}

// on is the form with a member's blank report, into which something was carried, and with the ledgers of last year's reports gone on with.
func (o FormOrder) on(r *model.Report, m county.Member, carried []string, last []*model.Report) *Form {
	f := &Form{Report: r, Carried: carried, zero: o.Zero}
	if o.Ledger {
		if note := AddLedger(r, last...); note != "" {
			f.Carried = append(f.Carried, note)
		}
	}
	f.lists = o.County.LaidInto(r, m)
	return f
}

// Name is what its file is called.
func (f *Form) Name() string { return BlankName(f.Report) }

// Write writes the workbook.
func (f *Form) Write(w io.Writer) error {
	_, err := workbook.Write(w, f.Report, workbook.Options{Zero: f.zero, Lists: f.lists})
	return err
}
