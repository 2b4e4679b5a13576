package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
)

// startView is where everything begins: a form for the blank workbook, and what is in hand.
type startView struct {
	Year     int
	Earliest int
	Levels   []string
	Scopes   []string
	Unit     string // of last year's report
	Level    string
	Last     []lastYear
	LastRead int      // how many of these are reports
	Doubles  []string // what is not used of it, or stands twice in it
	Former   bool     // that is of units that became the one whose workbook is made
	Carried  []string // what the blank workbook takes over
	Unread   string   // what of last year's it should and does not, since that was not read; "" for nothing
	Members  int      // of the office's list
	Settings string   // the office's, as they are called; "" for none
	List     string   // the same of a list by itself
	Reports  []entryView
	Slips    []string // that wait for their reports
}

// start is the view 开始.
func (d *desk) start(*http.Request) (view, error) {
	defer d.lock()()
	v := startView{Year: job.YearDue(d.options.Now()), Earliest: form.Editions()[0].FirstYear, Levels: form.LevelNames(), Scopes: []string{form.OwnScope, form.SumScope}}
	for _, l := range d.last {
		v.Last = append(v.Last, l)
		if l.report != nil {
			v.LastRead++
		}
		if l.report == nil || len(d.last) > 1 { // several are of others, or of those that became one: nobody knows whose workbook is made
			continue
		}
		v.Unit, v.Level = l.report.Unit(), l.report.Field("unit.level")
		if year, ok := l.report.Year(); ok {
			v.Year = year + 1
			blank, carried, _ := job.Blank(v.Year, "", "", l.report, l.file.Name) // where there is no form for the year, the template says so
			v.carries(blank, carried)
		}
	}
	if v.Former = d.former; v.Former {
		if years := d.predecessors(); years != nil {
			if year, ok := years[0].Report.Year(); ok {
				v.Year = year + 1
			}
			v.Unit = ""
			blank, carried, _ := job.BlankOf(v.Year, "", "", years)
			v.carries(blank, carried)
		}
	}
	if last := d.checker().Last; last != nil {
		v.Doubles = last.Notes
	}
	v.Slips = d.waitingTold()
	for _, one := range d.hand {
		v.Reports = append(v.Reports, newEntry(one))
	}
	if f := d.office.settings; f != nil {
		v.Settings = f.Called()
	}
	if f := d.office.members; f != nil {
		v.List = f.Called()
	}
	if c := d.sending(); c != nil {
		if sent, err := job.NewDispatch(c, v.Year, false, nil); err == nil {
			v.Members = len(sent.Forms)
		}
	}
	return view{Title: "开始", Place: "start", Name: "start", Data: v}, nil
}

// blankAsked is the blank form that is asked for.
type blankAsked struct {
	Year        int
	Unit, Level string
	Scope       string
	Zero        bool
	Ledger      bool // with a list of applications
}

func (d *desk) askedBlank(r *http.Request) (asked blankAsked, err error) {
	if err := read(r, &asked); err != nil {
		return asked, err
	}
	return asked, d.hasBegun(asked.Year)
}

// hasBegun refuses a report year that is still to come: whoever types one has mistyped it.
func (d *desk) hasBegun(year int) error {
	if year > d.options.Now().Year() {
		return refuse(http.StatusUnprocessableEntity, "%d年度还没有到，请核对报告年度", year)
	}
	return nil
}

// carries tells what a blank workbook takes over, and what not; it is nil where there is none.
func (v *startView) carries(blank *model.Report, carried []string) {
	v.Carried, v.Unread = carried, ""
	if blank == nil {
		return
	}
	if rows := job.NotCarried(blank); rows != nil {
		v.Unread = job.NotCarriedNote(rows)
	}
}

// template makes the blank workbook that was asked for.
func (d *desk) template(r *http.Request) (answer, error) {
	asked, err := d.askedBlank(r)
	if err != nil {
		return answer{}, err
	}
	defer d.lock()()
	order, err := d.ordered(asked)
	if err != nil {
		return answer{}, err
	}
	made, err := job.NewForm(order)
	if err != nil {
		return answer{}, err
	}
	made.Report.Fields["report.scope"] = model.Field{Text: asked.Scope}
	var b bytes.Buffer
	if err := made.Write(&b); err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: made.Name(), Data: b.Bytes()}}, nil
}

// ordered is what is asked for, with what of last year's in hand leaves something to it, and what the office in hand lays down.
func (d *desk) ordered(asked blankAsked) (o job.FormOrder, err error) {
	o = job.FormOrder{Year: asked.Year, Unit: strings.TrimSpace(asked.Unit), Level: asked.Level, Zero: asked.Zero, Ledger: asked.Ledger, County: d.county()}
	years := d.predecessors()
	switch {
	case years == nil:
	case d.former && o.Unit == "":
		return o, refuse(http.StatusUnprocessableEntity, "上年的是以前的单位的，请填现在的单位名称（全称）")
	case d.former:
		o.Last, o.Former = years, true
	default:
		last, err := job.LastOf(years, o.Year, o.Unit)
		if err != nil {
			return o, err
		}
		o.Last = []job.Predecessor{last}
	}
	return o, nil
}

// predecessors are the reports of last year's in hand that can be read.
func (d *desk) predecessors() (years []job.Predecessor) {
	for _, l := range d.last {
		if l.report != nil {
			years = append(years, job.Predecessor{Name: l.file.Name, Report: l.report})
		}
	}
	return years
}

// Answers is the type of what is filled in, JSON, and File that of a file's bytes: types that no plain form can send.
const (
	Answers = "application/vnd.nianbao+json"
	File    = "application/octet-stream"
)

// read reads what a request brings as JSON.
func read(r *http.Request, into any) error {
	const most = 4 << 20
	if kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); kind != Answers {
		return refuse(http.StatusUnsupportedMediaType, "请求的格式不对")
	}
	in := json.NewDecoder(http.MaxBytesReader(nil, r.Body, most))
	in.DisallowUnknownFields()
	var over *http.MaxBytesError
	switch err := in.Decode(into); {
	case errors.As(err, &over):
		return refuse(http.StatusRequestEntityTooLarge, "一次填的内容最多%s，这次的没有存；请分几次填、几次存", measured(most))
	case err != nil:
		return refuse(http.StatusBadRequest, "请求的内容不对")
	}
	return nil
}
