// Package model holds what one unit answered for one year: a value for every key of the form, the texts, and where each was read.
package model

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/form"
)

// Report is one unit's report for one year, as it was read: nothing is judged here.
type Report struct {
	Edition *form.Edition // of the form that was filled in, which need not be the one that the year asks for
	Fields  map[form.Key]Field
	Figures map[form.Key]Value
	Texts   map[form.Key][]Paragraph // by the key of the passage; blank ones are left out
	Strays  []Stray                  // what was typed beside the form
	Answers []Answer                 // the clerk's explanations (说明) of earlier findings
	Asides  []string                 // what else was read, and has no place in a report, in plain sentences
	Printed *Printed                 // the prescribed words of a published report as it prints them; nil for a filled form
	Lost    []form.Key               // fields and texts whose place is gone from the workbook; figures say so themselves
	Copy    *Copy                    // nil for what is no copy that this program made; a clerk may have edited it since
}

// Field is a part of the unit's data, as typed.
type Field struct {
	Text  string
	Place Place
}

// Paragraph is one paragraph of a text, without the spaces that indented it and without line breaks.
type Paragraph struct {
	Text  string
	Place Place
}

// Stray is text that was typed on a sheet of the form outside the form's cells.
type Stray struct {
	Text  string
	Place Place
}

// Answer is a clerk's explanation (说明) of a finding, under the finding's 编号.
type Answer struct {
	Number, Text string
	Unit         string // the unit whose report it is about; "" if that goes without saying
}

// Printed is what a published report prints where the form prescribes the words.
type Printed struct {
	Title    string
	Headings []Wording // of the sections that were found
	Labels   []Wording // of the tables, those that differ
}

// Wording is a prescribed word and what is printed in its place.
type Wording struct {
	Key        form.Key // of the section's text, or of the first figure of the table
	Prescribed string
	Printed    string
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

// Field is what was typed into a field, without the spaces around it.
func (r *Report) Field(k form.Key) string { return strings.TrimSpace(r.Fields[k].Text) }

// Figure is the value of a figure; the zero Value, a blank, if nothing was given.
func (r *Report) Figure(k form.Key) Value { return r.Figures[k] }

// Unit is the unit's name.
func (r *Report) Unit() string { return r.Field("unit.name") }

var yearDigits = regexp.MustCompile(`^([0-9]{4})\s*年?(?:度)?$`)

// Year is the report year; ok is false if none can be read.
func (r *Report) Year() (year int, ok bool) {
	m := yearDigits.FindStringSubmatch(halfWidth(r.Field("report.year")))
	if m == nil {
		return 0, false
	}
	year, err := strconv.Atoi(m[1])
	return year, err == nil
}

var (
	dateDigits  = regexp.MustCompile(`^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?(?:[ T]00:00(?::00)?)?$`)
	dateNumbers = regexp.MustCompile(`^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$`)
)

// Date is the date under the report; ok is false if none was given or it is no date of the calendar.
// It may be written 2026-01-20, 2026/1/20, 2026.1.20, 2026年1月20日 or 二〇二六年一月二十日.
func (r *Report) Date() (date time.Time, ok bool) {
	text := halfWidth(r.Field("report.date"))
	var parts [3]int
	if m := dateDigits.FindStringSubmatch(text); m != nil {
		for i := range parts {
			parts[i], _ = strconv.Atoi(m[i+1])
		}
	} else if m := dateNumbers.FindStringSubmatch(text); m != nil {
		for _, digit := range m[1] {
			parts[0] = parts[0]*10 + chineseDigit(digit)
		}
		parts[1], parts[2] = chineseUnder100(m[2]), chineseUnder100(m[3])
	} else {
		return time.Time{}, false
	}
	date = time.Date(parts[0], time.Month(parts[1]), parts[2], 0, 0, 0, 0, time.UTC)
	return date, date.Year() == parts[0] && int(date.Month()) == parts[1] && date.Day() == parts[2]
}

func chineseDigit(r rune) int {
	switch r {
	case '〇', '○', '零':
		return 0
	}
	return len([]rune(strings.Split("一二三四五六七八九", string(r))[0])) + 1
}

func chineseUnder100(s string) int {
	tens, ones, found := strings.Cut(s, "十")
	if !found {
		tens, ones = "", s
	}
	n := 0
	if found {
		n = 10
	}
	for _, r := range tens {
		n = 10 * chineseDigit(r)
	}
	for _, r := range ones {
		n += chineseDigit(r)
	}
	return n
}

// YearText is the report year for printing: in digits if it can be read, else as typed.
func (r *Report) YearText() string {
	if year, ok := r.Year(); ok {
		return strconv.Itoa(year)
	}
	return r.Field("report.year")
}

// Name is the report's name without the unit: the year and what the notice calls it.
func (r *Report) Name() string { return r.YearText() + "年政府信息公开工作年度报告" }

// Title is the report's title.
func (r *Report) Title() string { return r.Unit() + r.Name() }

// SplitParagraphs cuts typed text into paragraphs at its line breaks, drops the spaces that indent them or trail,
// and leaves out empty ones. The text itself is not touched.
func SplitParagraphs(text string, place Place) []Paragraph {
	var out []Paragraph
	for _, line := range strings.FieldsFunc(text, func(r rune) bool {
		return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f'
	}) {
		if line = strings.TrimFunc(line, isIndent); line != "" {
			out = append(out, Paragraph{line, place})
		}
	}
	return out
}

// isIndent tells the white space that typists indent with, the ideographic and the no-break space among it.
func isIndent(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0' || r == '\ufeff' || r >= '\u2000' && r <= '\u200b' || r == '\u202f'
}
