// Package model holds what one unit answered for one year: a value for every key of the form, the texts, and where each was read.
package model

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

// Report is one unit's report for one year, as it was read: nothing is judged here.
type Report struct {
	Edition    *form.Edition // of the form that was filled in, which need not be the one that the year asks for
	Fields     map[form.Key]Field
	Figures    map[form.Key]Value
	Texts      map[form.Key][]Paragraph // by the key of the passage; blank ones are left out
	Strays     []Stray                  // what was typed beside the form
	Extras     []Extra                  // what else is in the file and is not printed, or does not look as if it were
	Answers    []Answer                 // the clerk's explanations (说明) of earlier findings
	Asides     []string                 // what else was read, and has no place in a report, in plain sentences
	Printed    *Printed                 // the prescribed words of a published report as it prints them; nil for a filled form
	Lost       []form.Key               // fields and texts whose place is gone from the workbook; figures say so themselves
	ByLabels   []form.Key               // what was found in the workbook by its labels, since its name is gone
	SavedBy    string                   // the program that saved such a workbook last, as it calls itself, without its version; "" if that is not known
	Summed     bool                     // it is a higher office's, made of its members' reports, with sheets of its own behind the form
	Carried    *Carried                 // nil for what was not sent out by an office that lays something down
	Indicators []Given                  // of the sheet 附表, in its order; nil where the workbook has none
	Ledger     *Ledger                  // the applications one by one; nil where the workbook has no such list
	LastStocks map[form.Key]Value       // what last year's report had of stocks when they were carried over from it; nil where the workbook does not remember
	StocksOf   int                      // the year of that report, 0 where the workbook does not say
	Copy       *Copy                    // nil for what is no copy that this program made; a clerk may have edited it since
}

// Field is a part of the unit's data, as typed. Of an unread one the text is what is seen in the cell.
type Field struct {
	Text  string
	Doubt string // as a figure's
	Place Place
	Unread
}

// Paragraph is one paragraph of a text, without the spaces that indented it and without line breaks. Of an unread one the text is
// what is seen in the cell.
type Paragraph struct {
	Text  string
	Place Place
	Unread
}

// Stray is text that was typed on a sheet of the form outside the form's cells.
type Stray struct {
	Text  string
	Place Place
}

// Answer is a clerk's explanation (说明) of a finding, under the finding's 编号.
type Answer struct {
	Number, Text string
	Place        Place  // of the text
	Unit         string // the unit whose report it is about; "" if that goes without saying
}

// Printed is what a published report prints where the form prescribes the words.
type Printed struct {
	Title    string
	Headings []Wording // of the sections that were found; one whose heading is not there has nothing printed
	Labels   []Wording // of the tables, those that differ
	Tables   []string  // the keys of the tables that were found, whatever of them was read
	Flat     []string  // of these, those that were read out of lines of text
	Pieced   bool      // paragraphs and labels were pieced together from lines, so one may be cut in two or run into the next
	Unit     string    // that signed it; "" where nobody did, or that was not found
	Margins  []string  // what the heads and feet of its pages say, and what stands above its title
	Besides  []Beside  // what stands in the report and the form has no place for, in the order of the report
}

// Wording is a prescribed word and what is printed in its place.
type Wording struct {
	Key        form.Key // of the section's text, or of the first figure of the table
	Prescribed string
	Printed    string
}

// Beside is something that a published report prints beside what the form has.
type Beside struct {
	Kind  BesideKind
	Key   form.Key // of the text of the section that it stands in
	Text  string   // what stands in it, on one line
	Place string   // "" if it is unknown
}

// BesideKind is what a Beside is.
type BesideKind int

const (
	SurplusTable      BesideKind = iota // none of the form's
	SurplusRow                          // of one of the form's tables
	SurplusColumn                       // of one of the form's tables: figures behind those of the form
	SurplusHead                         // a name in one of the form's tables, with no figures of its own
	SurplusBox                          // a text box
	SurplusAttachment                   // behind the report
	SurplusText                         // behind the signature
)

// besideNames are what one of them is called.
var besideNames = [...]string{SurplusTable: "一个表格", SurplusRow: "一行", SurplusColumn: "一列数", SurplusHead: "一个名称", SurplusBox: "一个文本框",
	SurplusAttachment: "一个附件", SurplusText: "一段文字"}

// String is what one is called.
func (k BesideKind) String() string { return besideNames[k] }

// Prescribed is what a report prints that keeps to the form's words everywhere.
func Prescribed(r *Report) *Printed {
	p := &Printed{Title: r.Title(), Unit: r.Unit()}
	for _, s := range r.Edition.Sections {
		p.Headings = append(p.Headings, Wording{Key: s.Text.Key, Prescribed: s.Heading(), Printed: s.Heading()})
		if s.Table != nil {
			p.Tables = append(p.Tables, s.Table.Key)
		}
	}
	return p
}

// New makes an empty report on an edition: every field and figure blank.
func New(e *form.Edition) *Report {
	return &Report{
		Edition: e,
		Fields:  map[form.Key]Field{},
		Figures: map[form.Key]Value{},
		Texts:   map[form.Key][]Paragraph{},
	}
}

// Field is what was typed into a field, without the spaces around it; "" for one that is unread.
func (r *Report) Field(k form.Key) string { return r.Fields[k].typed() }

func (f Field) typed() string {
	if f.IsUnread() {
		return ""
	}
	return strings.TrimSpace(f.Text)
}

// InWorkbook says whether the report was read from a workbook, which has a place for explanations.
func (r *Report) InWorkbook() bool {
	for _, f := range r.Fields {
		if f.Place.Sheet != "" {
			return true
		}
	}
	for _, v := range r.Figures {
		if v.Place.Sheet != "" {
			return true
		}
	}
	return false
}

// Figure is the value of a figure; the zero Value, a blank, if nothing was given.
func (r *Report) Figure(k form.Key) Value { return r.Figures[k] }

// IsStated says of a total whether something else was stated than it adds up to, so that it is mended in its own cell. Others add themselves up.
func (r *Report) IsStated(total form.Key) bool {
	sum, any := decimal.Zero, false
	parts := r.Edition.Parts(total)
	for _, k := range parts {
		if v := r.Figure(k); v.IsNumber() {
			sum, any = sum.Add(v.Number), true
		}
	}
	switch v := r.Figure(total); {
	case parts == nil, v.State == Missing:
		return false
	case v.IsNumber():
		return !any || !v.Number.Equal(sum)
	case v.State == Blank:
		return any
	}
	return true
}

// Sum is what several figures come to; a blank if one of them is no number. They are of one measure.
func (r *Report) Sum(keys []form.Key) Value {
	if len(keys) == 1 {
		return r.Figure(keys[0])
	}
	var total Total
	for _, k := range keys {
		v := r.Figure(k)
		if !v.IsNumber() {
			return Value{}
		}
		total.Add(v.Number)
	}
	return NumberValue(total.Sum())
}

// IsUnsettled is true of a total as long as a figure that it is made of is unreadable: a spreadsheet adds up what else there is. What a published
// report prints stands as it is printed.
func (r *Report) IsUnsettled(k form.Key) bool {
	return r.Printed == nil && slices.ContainsFunc(r.Edition.Parts(k), func(part form.Key) bool {
		v := r.Figure(part)
		return v.State == Unreadable && !v.SaysNone() || r.IsUnsettled(part)
	})
}

// Unit is the unit's name.
func (r *Report) Unit() string { return r.Field("unit.name") }

// Year is the report year; ok is false if none can be read.
func (r *Report) Year() (year int, ok bool) { return chinese.ReadYear(r.Field("report.year")) }

// LastStock is what a stock was in the year before, the zero value where the workbook does not remember it. In a workbook that was made for
// another year, into which the new year was typed, what was carried over is older and is none.
func (r *Report) LastStock(k form.Key) Value {
	if r.HoldsOlderStocks() {
		return Value{}
	}
	return r.LastStocks[k]
}

// HoldsOlderStocks says whether the stocks that the workbook remembers are of another year than the one before.
func (r *Report) HoldsOlderStocks() bool {
	year, ok := r.Year()
	return r.StocksOf != 0 && ok && r.StocksOf != year-1
}

// Scope is what the figures are of (统计口径), as it is typed; "" where it is not told. Of a workbook in which members were added up it
// goes without saying.
func (r *Report) Scope() string {
	if scope := r.Field("report.scope"); scope != "" || !r.Summed {
		return scope
	}
	return form.SumScope
}

// Date is the date under the report; ok is false if none was given or it is no date of the calendar.
func (r *Report) Date() (date time.Time, ok bool) {
	date, ok = chinese.ReadDay(r.Field("report.date"))
	if ok || !date.IsZero() {
		return date, ok
	}
	return r.SerialDate()
}

// SerialDate is the date where the number of a day stands in its place, as spreadsheets count them from 1900 and a date becomes when it is
// pasted as a value. What is not in the report year, nor in the two behind it, is any number.
func (r *Report) SerialDate() (date time.Time, ok bool) {
	const digits = 5
	typed := r.Field("report.date")
	days, err := strconv.Atoi(typed)
	year, known := r.Year()
	if err != nil || len(typed) != digits || !known {
		return time.Time{}, false
	}
	date = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	return date, year <= date.Year() && date.Year() <= year+2
}

// YearText is the report year for printing: in digits if it can be read, else as it stands there.
func (r *Report) YearText() string {
	if year, ok := r.Year(); ok {
		return strconv.Itoa(year)
	}
	return r.PrintedField("report.year")
}

// YearText is a year in digits, "" for none.
func YearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// Name is the report's name without the unit: the year and what the notice calls it.
func (r *Report) Name() string { return TitleOf("", r.YearText()) }

// Title is the report's title.
func (r *Report) Title() string { return TitleOf(r.Unit(), r.YearText()) }

// TitleOf is the title of a unit's report on a year.
func TitleOf(unit, year string) string {
	return unit + year + "年政府信息公开工作年度报告"
}

// SplitParagraphs cuts typed text into paragraphs at its line breaks, drops the spaces that indent them or trail,
// and leaves out empty ones. The text itself is not touched.
func SplitParagraphs(text string, place Place) []Paragraph {
	var out []Paragraph
	for _, line := range strings.FieldsFunc(text, chinese.IsLineBreak) {
		if line = strings.TrimFunc(line, chinese.IsIndent); line != "" {
			line, unread := readText(line)
			out = append(out, Paragraph{line, place, unread})
		}
	}
	return out
}
