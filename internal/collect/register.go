package collect

import (
	"errors"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// column is a column of a table of things: its head, its width, and what stands in it.
type column[T any] struct {
	head  string
	width float64
	kind  workbook.Kind
	text  func(T) string
}

// registerColumns are those of the sheet 登记.
var registerColumns = []column[*verdict.Entry]{
	{verdict.HeadUnit, 24, workbook.Words, func(e *verdict.Entry) string { return e.Unit }},
	{"年度", 7, workbook.Figure, func(e *verdict.Entry) string { return e.Year }},
	{"层级", 10, workbook.Words, func(e *verdict.Entry) string { return e.Level }},
	{headVerdict, 8, workbook.Badge, func(e *verdict.Entry) string { return e.Verdict }},
	{"强制", 7, workbook.Figure, counted(func(n verdict.Counts) int { return n.Fatal })},
	{"核实", 7, workbook.Figure, counted(func(n verdict.Counts) int { return n.Query })},
	{"提示", 7, workbook.Figure, counted(func(n verdict.Counts) int { return n.Info })},
	{headExplained, 8, workbook.Figure, counted(func(n verdict.Counts) int { return n.Explained })},
	{verdict.HeadFile, 30, workbook.Words, func(e *verdict.Entry) string { return e.File }},
	{"说明", 56, workbook.Words, func(e *verdict.Entry) string { return e.Notes }},
}

// deductionColumns stand before the file where the county laid down points.
var deductionColumns = []column[*verdict.Entry]{
	{"扣分", 7, workbook.Figure, func(e *verdict.Entry) string { return e.Points }},
	{"怎样扣的", 30, workbook.Words, func(e *verdict.Entry) string { return e.Deducted }},
}

// columnsFor are the columns of the sheet 登记 of a ledger.
func columnsFor(l *verdict.Ledger) []column[*verdict.Entry] {
	if !l.Scores() {
		return registerColumns
	}
	file := slices.IndexFunc(registerColumns, func(c column[*verdict.Entry]) bool { return c.head == verdict.HeadFile })
	return slices.Insert(slices.Clone(registerColumns), file, deductionColumns...)
}

// counted is a count of findings, of which an unreadable file has none.
func counted(count func(verdict.Counts) int) func(*verdict.Entry) string {
	return func(e *verdict.Entry) string {
		if e.Unread {
			return ""
		}
		return strconv.Itoa(count(e.Counts))
	}
}

// findingColumns are those of the sheet 问题清单, behind the serial number.
var findingColumns = []column[verdict.Item]{
	{verdict.HeadUnit, 18, workbook.Words, func(i verdict.Item) string { return i.Unit }},
	{"年度", 7, workbook.Figure, func(i verdict.Item) string { return i.Year }},
	{"级别", 7, workbook.Badge, func(i verdict.Item) string { return i.Level.String() }},
	{headSection, 16, workbook.Words, func(i verdict.Item) string { return i.Section }},
	{headPlace, 12, workbook.Words, func(i verdict.Item) string { return i.Place }},
	{"问题", 52, workbook.Words, func(i verdict.Item) string { return i.Message }},
	{"应为", 9, workbook.Figure, func(i verdict.Item) string { return i.Due }},
	{"实为", 9, workbook.Figure, func(i verdict.Item) string { return i.Found }},
	{headRule, 12, workbook.Words, func(i verdict.Item) string { return i.Rule }},
	{verdict.HeadNumber, 9, workbook.Words, func(i verdict.Item) string { return i.Number }},
	{verdict.HeadExplanation, 16, workbook.Words, func(i verdict.Item) string { return i.Explanation }},
	{"可能是读取的问题", 14, workbook.Words, func(i verdict.Item) string { return i.Doubt }},
	{verdict.HeadFile, 18, workbook.Words, func(i verdict.Item) string { return i.File }},
}

// WriteRegister writes what came of many files as a workbook: a register with a row for each file, and a list with a row for each finding.
func WriteRegister(w io.Writer, l *verdict.Ledger) (err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	entries, columns := l.Entries(), columnsFor(l)
	register := workbook.List{Name: registerSheet, Title: verdict.RegisterName, Columns: columnsOf(columns), Length: len(entries),
		Lines: append([]string{l.Sentence(), "先列不通过的，再列读不了的，最后列通过的。逐条的问题在“问题清单”里。"}, sharedLines(l)...),
		Rows: func(yield func(workbook.Row) bool) {
			for _, e := range entries {
				if !yield(workbook.Row{Cells: cellsOf(columns, e), Colour: colourOfEntry(e)}) {
					return
				}
			}
		}}
	return workbook.WriteLists(w, verdict.RegisterName, l.Year(), []workbook.List{register, findingsList(l, nil)})
}

// sharedLines say what several units write alike, a line each.
func sharedLines(l *verdict.Ledger) (lines []string) {
	for _, shared := range l.Shared() {
		lines = append(lines, shared.Told()+"。")
	}
	return lines
}

// findingsList is the sheet with a row for each finding, but for those of some files.
func findingsList(l *verdict.Ledger, without map[string]bool) workbook.List {
	items, length := l.Items(), l.Length()
	if len(without) > 0 {
		all := slices.DeleteFunc(slices.Collect(items), func(i verdict.Item) bool { return without[i.File] })
		items, length = slices.Values(all), len(all)
	}
	hint := "一行一处问题：单位的次序和登记一样，每个单位先列强制的，再列核实的、提示的。点表头的箭头，可以只看一个单位、一个级别的。"
	if length == 0 {
		hint = "没有发现问题。"
	}
	numbered := append([]workbook.Column{{Head: "序号", Width: 7, Kind: workbook.Figure}}, columnsOf(findingColumns)...)
	return workbook.List{Name: findingsSheet, Title: findingsSheet, Lines: []string{hint}, Columns: numbered, Rows: rowsOf(items), Length: length}
}

func columnsOf[T any](columns []column[T]) (list []workbook.Column) {
	for _, c := range columns {
		list = append(list, workbook.Column{Head: c.head, Width: c.width, Kind: c.kind})
	}
	return list
}

func cellsOf[T any](columns []column[T], of T) (cells []string) {
	for _, c := range columns {
		cells = append(cells, c.text(of))
	}
	return cells
}

// rowsOf are the findings as rows, numbered.
func rowsOf(items iter.Seq[verdict.Item]) iter.Seq[workbook.Row] {
	return func(yield func(workbook.Row) bool) {
		number := 0
		for i := range items {
			number++
			cells := append([]string{strconv.Itoa(number)}, cellsOf(findingColumns, i)...)
			if !yield(workbook.Row{Cells: cells, Colour: job.ColourFor(i.Level, i.Explanation)}) {
				return
			}
		}
	}
}

func colourOfEntry(e *verdict.Entry) workbook.Colour {
	switch {
	case e.Unread:
		return workbook.Orange
	case e.Passed():
		return workbook.Green
	}
	return workbook.Red
}

// RegisterIn is the path of the register in a folder; further ones are numbered: 校验登记.xlsx, 校验登记2.xlsx.
func RegisterIn(folder string, number int) string {
	return Numbered(filepath.Join(folder, verdict.RegisterName+".xlsx"), number)
}

// Numbered is the path of a file beside others of its name, of which the first has no number: 校验登记.xlsx, 校验登记2.xlsx.
func Numbered(file string, number int) string {
	if number == 1 {
		return file
	}
	extension := filepath.Ext(file)
	return strings.TrimSuffix(file, extension) + strconv.Itoa(number) + extension
}

// EarlierRegister is the path under which a register is kept that another one takes the place of.
func EarlierRegister(file string) string {
	extension := filepath.Ext(file)
	return strings.TrimSuffix(file, extension) + "（以前）" + extension
}

// MayReplaceRegister is the error of writing a register over a file: it is none of ours, or somebody has saved it since. It is nil for
// one that is as it was written.
func MayReplaceRegister(old []byte) error {
	switch ours, untouched := workbook.PeekLists(old); {
	case untouched:
		return nil
	case ours:
		return errors.New("有人改过、存过")
	}
	return errors.New("不是本程序写的登记")
}
