package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"nianbao": main})
}

// The scripts show the program as a clerk meets it; each is a session at the command line with what it prints.
func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: sample.Path(t, "testdata/cli"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("REPORTS", sample.Path(t, "testdata/reports"))
			env.Setenv("WORKBOOKS", sample.Path(t, "testdata/workbooks"))
			env.Setenv("FOREIGN", sample.Path(t, "testdata/foreign"))
			env.Setenv("PACKAGES", sample.Path(t, "testdata/packages"))
			env.Setenv("FIRST", sample.Path(t, "internal/verdict/testdata/first"))
			env.Setenv("PUBLISHED", sample.Path(t, "testdata/published"))
			env.Setenv("FOREIGN", sample.Path(t, "testdata/foreign"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"edit": edit, "copied": copied, "retype": retype, "write": write, "answer": answer, "tear": tear, "strike": strike, "cells": cells, "fill": fillList, "swap": swap, "unpack": unpack, "macros": macros},
	})
}

// edit FROM TO KEY=VALUE… copies a report in exchange JSON and changes some of its figures, as a clerk would type them.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: edit FROM TO KEY=VALUE...")
	}
	r, err := exchange.Read([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	for _, change := range args[2:] {
		key, typed, _ := strings.Cut(change, "=")
		cell, ok := r.Edition.Cell(form.Key(key))
		if !ok {
			ts.Fatalf("no figure %s", key)
		}
		r.Figures[cell.Key] = model.ParseFigure(cell.Measure, typed)
	}
	var b bytes.Buffer
	ts.Check(exchange.Write(&b, r))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o644))
}

// copied FROM TO OLD=NEW… copies a text as somebody does who takes it over and changes some words.
func copied(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: copied FROM TO OLD=NEW...")
	}
	text := ts.ReadFile(args[0])
	for _, change := range args[2:] {
		before, after, _ := strings.Cut(change, "=")
		if !strings.Contains(text, before) {
			ts.Fatalf("%s has no %s", args[0], before)
		}
		text = strings.ReplaceAll(text, before, after)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// retype BOOK KEY=VALUE… types figures into a workbook, where they stand by their names.
func retype(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: retype BOOK KEY=VALUE...")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	for _, change := range args[1:] {
		key, typed, _ := strings.Cut(change, "=")
		number, err := strconv.Atoi(typed)
		ts.Check(err)
		for _, name := range book.GetDefinedName() {
			if name.Name == form.Key(key).DefinedName() {
				sheet, cell, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
				ts.Check(book.SetCellInt(strings.Trim(sheet, "'"), cell, int64(number)))
			}
		}
	}
	ts.Check(book.Save())
}

// write BOOK SHEET CELL [TEXT] types into any cell of a workbook.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: write BOOK SHEET CELL [TEXT]")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	ts.Check(book.SetCellStr(args[1], args[2], strings.Join(args[3:], " ")))
	ts.Check(book.Save())
}

// answer BOOK TEXT explains every finding on the sheet 校验结果 of a marked copy.
func answer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: answer BOOK TEXT")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	cells := map[string][]string{} // sheet and cells of the names
	for _, name := range book.GetDefinedName() {
		sheet, area, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
		first, last, many := strings.Cut(area, ":")
		if !many {
			last = first
		}
		cells[name.Name] = []string{strings.Trim(sheet, "'"), first, last}
	}
	at := cells["findings_text"]
	column, row, err := excelize.CellNameToCoordinates(at[1])
	ts.Check(err)
	_, last, err := excelize.CellNameToCoordinates(at[2])
	ts.Check(err)
	for ; row <= last; row++ {
		cell, err := excelize.CoordinatesToCellName(column, row)
		ts.Check(err)
		ts.Check(book.SetCellStr(at[0], cell, args[1]))
	}
	ts.Check(book.Save())
}

// tear BOOK SHEET takes a sheet out of a workbook, as a clerk does by mistake; with a number of bytes instead it cuts the file off there.
func tear(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: tear BOOK SHEET|BYTES")
	}
	if bytes, err := strconv.Atoi(args[1]); err == nil {
		ts.Check(os.Truncate(ts.MkAbs(args[0]), int64(bytes)))
		return
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	ts.Check(book.DeleteSheet(args[1]))
	ts.Check(book.Save())
}

// cells BOOK TEXT writes what stands in the cells of a workbook as text: a line for each row, its cells parted by |, line ends in them as ↵.
func cells(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cells BOOK TEXT")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	var b strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		ts.Check(err)
		b.WriteString("【" + sheet + "】\n")
		for _, row := range rows {
			b.WriteString(strings.ReplaceAll(strings.TrimRight(strings.Join(row, "|"), "|"), "\n", "↵") + "\n")
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o644))
}

// fill BOOK SHEET ROW COLUMN TEXT types into a list, in the row whose first cells have one text and the column whose head has another, and
// saves it; a row - is the first one that is free.
func fillList(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: fill BOOK SHEET ROW COLUMN TEXT")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	rows, err := book.GetRows(args[1])
	ts.Check(err)
	column := -1
	for i, row := range rows {
		if column < 0 {
			column = slices.Index(row, args[3])
			continue
		}
		at, err := excelize.CoordinatesToCellName(column+1, i+1)
		ts.Check(err)
		free := args[2] == "-" && (column >= len(row) || row[column] == "")
		if free || slices.Contains(row[:min(len(row), 2)], args[2]) {
			ts.Check(book.SetCellValue(args[1], at, args[4]))
			ts.Check(book.Save())
			return
		}
	}
	ts.Fatalf("no row %s, or no column %s", args[2], args[3])
}

// macros BOOK COPY saves a workbook as one that may hold macros, with the extension of such.
func macros(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 || filepath.Ext(args[1]) != ".xlsm" {
		ts.Fatalf("usage: macros BOOK COPY.xlsm")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	ts.Check(book.SaveAs(ts.MkAbs(args[1])))
}

// strike FILE WORDS… takes out of a text the lines that hold one of the words, as copying from a page loses them.
func strike(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: strike FILE WORDS...")
	}
	var left strings.Builder
	for text := range strings.Lines(ts.ReadFile(args[0])) {
		if !slices.ContainsFunc(args[1:], func(words string) bool { return strings.Contains(text, words) }) {
			left.WriteString(text)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(left.String()), 0o644))
}
