package workbook

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
)

// List is a table that is written as a sheet of its own: to be read, filtered and printed.
type List struct {
	Name    string   // of the sheet
	Title   string   // above it
	Lines   []string // between the title and the heads
	Columns []Column
	Rows    iter.Seq[Row] // may be gone through several times
	Length  int           // how many rows there are
	Hidden  int           // how many of the last columns are not shown: what others choose from
	Frozen  int           // how many of the first columns stay in sight
	Charts  []Chart
	Anchor  string // by which the sheet is known again, whatever it is called by then, a word; "" for one that nobody reads back
	Locked  bool   // nothing on it is for typing but the columns that somebody fills in
	Upright bool   // it is printed on pages that stand upright
	Unseen  bool   // it is for the program alone, and neither shown nor printed; not for the first of a workbook
}

// anchored is the defined name of a list's anchor, which stands on the first of its heads.
func anchored(anchor string) string { return anchorPrefix + anchor }

const anchorPrefix = "list_"

// The anchors of the lists that stand behind the form of an office which adds its members' reports up.
const (
	MembersList     = "members"
	AdjustmentsList = "adjustments"
	TextsList       = "texts"
	ChartsList      = "charts"
)

// CarriedList is the anchor of the list behind the form that holds what the office lays down which sent the workbook out, and CarriedSheet
// the name of its sheet, by which it is known where a program dropped the anchor.
const (
	CarriedList  = "settings"
	CarriedSheet = "本县规定"
)

// IndicatorsList is the anchor of the list behind the form of the figures that an office asks for beside it.
const IndicatorsList = "indicators"

// SlipList is the anchor of a list on which somebody is asked for figures of the form.
const SlipList = "slip"

// LedgerList is the anchor of the list of applications that a unit keeps behind its form.
const LedgerList = "ledger"

// FirstRow is the number of the sheet's row in which the first row of the list stands.
func (l List) FirstRow() int { return len(l.Lines) + 3 }

// Cell is the reference of a cell of the list's sheet: the column counted from 1, the row of the sheet.
func Cell(column, row int) string { return cellref.At(column, row).String() }

// Range refers to the cells of one column from a row to another, fixed and with the list's sheet.
func (l List) Range(column, from, to int) string {
	return quoted(l.Name) + cellref.Between(cellref.At(column, from), cellref.At(column, to)).Absolute()
}

// cells are those of the rows in a column, counted from 0.
func (l List) cells(column int) cellref.Area {
	return cellref.Between(cellref.At(1+column, l.FirstRow()), cellref.At(1+column, l.FirstRow()+l.Length-1))
}

// Column is a column of a list. It is as wide as it is, in characters; what is longer wraps.
type Column struct {
	Head  string
	Width float64
	Kind  Kind
	From  string // the cells whose contents may be chosen here, as Range gives them; "" for none

	Choices []string // what may be chosen here, where no cells have it: 255 characters together at most
	Prompt  string   // what is told who types here; "" for nothing
	Digits  int      // of numbers, 0 or more: which column, counted from 1, says of each whether it is whole; 0 where nothing is asked of them
}

// Kind is what stands in a column.
type Kind int

const (
	Words  Kind = iota // text, whatever it looks like
	Figure             // what is written as a plain number is one, all else is text
	Badge              // text that has the colour of its row

	// What somebody fills in.
	Entry  // text, which stays as it is typed
	Number // a number, else text
	Day    // a date written 2006-01-02 is one, all else is text
)

// Row is a row of a list: the cells of its columns.
type Row struct {
	Cells    []string
	Formulas []string // that cells are the results of, without the equals sign, "" for none; nil for a row without any
	Colour   Colour
	Heads    bool // it heads the rows below it, as those of a further list on the sheet
}

// Looks of lists beside the others.
const (
	inertLook  = allLooks + iota // text that a spreadsheet would take for a formula once it was touched
	entryLook                    // input: text
	numberLook                   // input: a number
	dayLook                      // input: a date
	baseLook                     // what is beside a list of which nothing is for typing
	listLooks
)

// mostRows is how many rows of a list go on a sheet, which has 1,048,576; the others follow on sheets of their own.
const mostRows = 1_000_000

// current is the version of Excel that computed a workbook: of an older one it computes all anew, and wants that saved, although nobody
// changed anything.
const current = 191029

// WriteLists writes lists as a workbook that is called as its title says, and that says of itself that it is ours. The year is that of
// the reports that it is about, 0 for none. Equal lists make equal bytes. Rows are written as they come, and not held.
func WriteLists(w io.Writer, title string, year int, lists []List) error {
	f := excelize.NewFile()
	looks, err := addListStyles(f)
	if err != nil {
		return err
	}
	rows := map[string]func(io.Writer) error{}
	for i, l := range divided(lists, mostRows) {
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), l.Name)
		} else {
			_, err = f.NewSheet(l.Name)
		}
		if err == nil {
			rows[sheetPart(i)], err = l.build(f, looks)
		}
		if err != nil {
			return err
		}
	}
	editions := form.Editions()
	dated := firstDay(year, editions[len(editions)-1])
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &archive{to: w, rows: rows, dated: dated, sealed: true} })
	calculated := uint(current)
	err = errors.Join(setProperties(f, title, dated), f.SetCalcProps(&excelize.CalcPropsOptions{CalcID: &calculated}),
		f.SetCustomProps(excelize.CustomProperty{Name: sealProperty, Value: unsealed}))
	if err != nil {
		return err
	}
	return errors.Join(f.Write(w), f.Close())
}

// build sets up the sheet of a list, and gives what writes its rows.
func (l List) build(f *excelize.File, looks []int) (write func(io.Writer) error, err error) {
	s := l.draw()
	if err := s.build(f, nil); err != nil {
		return nil, err
	}
	err = f.SetSheetDimension(l.Name, cellref.Between(cellref.At(1, 1), cellref.At(len(l.Columns), s.repeated+l.Length)).String())
	if l.Anchor != "" && err == nil {
		err = f.SetDefinedName(&excelize.DefinedName{Name: anchored(l.Anchor), RefersTo: l.Range(1, s.repeated, s.repeated)})
	}
	for i, c := range l.Columns {
		if c.Kind == Entry && l.Length > 0 && err == nil { // digits are text there, as they should be
			err = f.AddIgnoredErrors(l.Name, l.cells(i).String(), excelize.IgnoredErrorsNumberStoredAsText)
		}
	}
	if l.Unseen && err == nil {
		err = f.SetSheetVisible(l.Name, false)
	}
	for _, c := range l.Charts {
		if err == nil {
			err = f.AddChart(l.Name, c.At, c.excelize())
		}
	}
	return func(w io.Writer) error { return l.write(w, s, looks) }, err
}

// sheetParts is what the parts of sheets are called, by a number.
const sheetParts = "xl/worksheets/sheet%d.xml"

// sheetPart is the part of a sheet by its index.
func sheetPart(i int) string { return fmt.Sprintf(sheetParts, i+1) }

// divided are lists none of which has more rows than fit: a longer one goes on in the next.
func divided(lists []List, most int) (parts []List) {
	for _, l := range lists {
		whole := l
		for from, number := 0, 1; from == 0 || from < whole.Length; from, number = from+most, number+1 {
			part := whole
			part.Length = min(most, whole.Length-from)
			part.Rows = stretch(whole.Rows, from, part.Length)
			if number > 1 {
				part.Name += strconv.Itoa(number)
			}
			parts = append(parts, part)
		}
	}
	return parts
}

// stretch is a part of a sequence.
func stretch[T any](all iter.Seq[T], from, length int) iter.Seq[T] {
	return func(yield func(T) bool) {
		at := 0
		for one := range all {
			if at >= from+length || at >= from && !yield(one) {
				return
			}
			at++
		}
	}
}

// addListStyles adds the styles that lists have, and returns their numbers by look.
func addListStyles(f *excelize.File) ([]int, error) {
	inert := checkLook.style()
	inert.NumFmt = formatText
	day, shown := figureLook.style(), "yyyy-mm-dd"
	day.CustomNumFmt = &shown
	styles := map[look]*excelize.Style{inertLook: inert, entryLook: fieldLook.style(), numberLook: figureLook.style(), dayLook: day, baseLook: plainLook.style()}
	for _, l := range []look{titleLook, noteLook, headLook, checkLook, sideLook} {
		styles[l] = l.style()
	}
	for c := range colours {
		badge := sideLook.style()
		badge.Fill = fillOf(c.argb()[2:])
		styles[colourLook+look(c)] = badge
	}
	numbers := make([]int, listLooks) // of the looks that lists have
	for l := range listLooks {
		if style, ok := styles[l]; ok {
			var err error
			if numbers[l], err = f.NewStyle(style); err != nil {
				return nil, err
			}
		}
	}
	numbers[plainLook] = numbers[baseLook]
	return numbers, nil
}

// mostAcross is how many columns the title of a list goes across that is wider than a window.
const mostAcross = 12

// draw draws what stands above the rows, and how the sheet behaves.
func (l List) draw() *sheet {
	s := &sheet{name: l.Name, heights: map[int]height{}, tab: blue, open: !l.Locked, landscape: !l.Upright, wide: l.Frozen > 1}
	for _, c := range l.Columns {
		s.widths = append(s.widths, c.Width)
	}
	shown := len(l.Columns) - l.Hidden
	if l.Frozen > 0 {
		shown = min(shown, mostAcross)
	}
	wide := func(row int) cellref.Area {
		return cellref.Between(cellref.At(1, row), cellref.At(shown, row))
	}
	s.spread(wide(1), titleLook, content{text: l.Title})
	s.setHeight(1, 30)
	for i, text := range l.Lines {
		s.putNote(wide(2+i), text)
	}
	s.heads = len(l.Lines) + 2
	s.repeated = s.heads
	for i, c := range l.Columns {
		s.putText(cellref.At(1+i, s.repeated), headLook, c.Head)
	}
	s.setHeight(s.repeated, 22)
	s.frozen = cellref.At(1+l.Frozen, s.repeated+1)
	if l.Hidden > 0 {
		s.hidden = len(l.Columns) - l.Hidden + 1
	}
	for i, c := range l.Columns {
		e := entry{cells: []cellref.Area{l.cells(i)}, title: c.Head, prompt: c.Prompt, from: c.From, choices: c.Choices}
		switch {
		case c.From != "":
			e.rule = chosenRule
		case c.Choices != nil:
			e.rule = listedRule
		case c.Kind == Day:
			e.rule = dayRule
		case c.Digits > 0:
			e.rule, e.from = numberRule, "$"+l.cells(c.Digits-1).From.String()
		case c.Prompt == "":
			continue
		}
		s.entries = append(s.entries, e)
	}
	return s
}

// write writes columns and rows of a sheet, and the filter above them.
func (l List) write(w io.Writer, s *sheet, looks []int) error {
	to := bufio.NewWriter(w)
	to.WriteString(s.columnsXML(looks) + "<sheetData>" + s.cellsXML(looks))
	row := s.repeated
	for r := range l.Rows {
		row++
		to.WriteString(l.drawRow(r, row).cellsXML(looks))
	}
	to.WriteString("</sheetData>")
	if !l.Locked { // where it could not be used, and would stand before the protection, which no schema has
		fmt.Fprintf(to, `<autoFilter ref="%s"/>`, cellref.Between(cellref.At(1, s.repeated), cellref.At(len(l.Columns), row)))
	}
	return to.Flush()
}

// drawRow draws a row, by itself.
func (l List) drawRow(r Row, row int) *sheet {
	s := &sheet{heights: map[int]height{}}
	points := 24.0
	for i, c := range l.Columns {
		text, at := clip(r.Cells[i]), cellref.At(1+i, row)
		if r.Heads {
			s.putText(at, headLook, text)
			continue
		}
		if r.Formulas != nil && r.Formulas[i] != "" {
			s.put(at, sideLook, content{text: text, number: isPlain(text), formula: r.Formulas[i]})
			continue
		}
		switch serial, isDay := serialOf(text); {
		case c.Kind == Day && isDay:
			s.put(at, dayLook, content{text: serial, number: true})
		case c.Kind == Day:
			s.putText(at, dayLook, text)
		case c.Kind == Number:
			s.put(at, numberLook, content{text: text, number: isPlain(text)})
		case c.Kind == Entry:
			s.putText(at, entryLook, text)
		case c.Kind == Figure && isPlain(text):
			s.put(at, sideLook, content{text: text, number: true})
		case c.Kind == Figure && !strings.Contains(text, "\n"):
			s.putText(at, sideLook, text)
		case c.Kind == Badge:
			s.putText(at, colourLook+look(r.Colour), text)
		case text != "" && strings.ContainsRune("=+-@", rune(text[0])):
			s.putText(at, inertLook, text)
		default:
			s.putText(at, checkLook, text)
		}
		points = max(points, textHeight(text, c.Width, 1))
	}
	s.heights[row] = height{points: points}
	return s
}

// isPlain says whether a text is a number as a spreadsheet writes it, with no more digits than it keeps.
func isPlain(text string) bool {
	const mostDigits = 15
	whole, part, pointed := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (whole == "0" || whole[0] != '0') && (!pointed || digits(part)) && len(whole)+len(part) <= mostDigits && text != "-0"
}

// serialOf is a date written 2006-01-02 as spreadsheets count days; ok is false for anything else.
func serialOf(text string) (days string, ok bool) {
	first := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.Year() < 1901 { // from 1900 they count a day that was none
		return "", false
	}
	const secondsOfDay = 24 * 60 * 60
	return strconv.FormatInt((day.Unix()-first.Unix())/secondsOfDay, 10), true
}
