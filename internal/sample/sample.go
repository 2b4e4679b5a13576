// Package sample is the test kit: the sample reports and workbooks, office files taken apart, the outside programs that tests hold
// our files against, and golden files. Only tests import it.
package sample

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Path is the absolute path of a file or folder of the project, given from its root with slashes, whichever package the test is in.
func Path(t testing.TB, name string) string {
	t.Helper()
	top, err := root()
	require.NoError(t, err)
	return filepath.Join(top, filepath.FromSlash(name))
}

// root is the folder of go.mod; a test starts in the folder of its package.
func root() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder, nil
		}
		above := filepath.Dir(folder)
		if above == folder {
			return "", errors.New("no go.mod above the test")
		}
		folder = above
	}
}

// Read is the content of a file of the project, given as for Path.
func Read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(Path(t, name))
	require.NoError(t, err)
	return data
}

// Names lists the sample reports of testdata/reports in alphabetical order; the README there says what is particular to each.
func Names(t testing.TB) []string {
	t.Helper()
	return namesIn(t, "testdata/reports", ".json", 7)
}

// ReportFile is the path of a sample report, which is exchange JSON.
func ReportFile(t testing.TB, name string) string {
	t.Helper()
	return Path(t, "testdata/reports/"+name+".json")
}

// Report reads a sample report; each call gives one of its own, which the test may change.
func Report(t testing.TB, name string) *model.Report {
	t.Helper()
	data, err := os.ReadFile(ReportFile(t, name))
	require.NoError(t, err)
	r, err := exchange.Read(data)
	require.NoError(t, err, name)
	return r
}

// Reports gives the sample reports by name, in the order of Names.
func Reports(t testing.TB) iter.Seq2[string, *model.Report] {
	return func(yield func(string, *model.Report) bool) {
		t.Helper()
		for _, name := range Names(t) {
			if !yield(name, Report(t, name)) {
				return
			}
		}
	}
}

// Full is a report of an edition's first year with all that a report can hold: figures that differ from cell to cell, with a few
// blank ones among them, and the texts that are given.
func Full(e *form.Edition, texts map[form.Key]string) *model.Report {
	r := model.New(e)
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	r.Fields["report.year"] = model.Field{Text: fmt.Sprint(e.FirstYear)}
	r.Fields["report.date"] = model.Field{Text: fmt.Sprintf("%d-01-18", e.FirstYear+1)}
	for i, c := range e.Cells() {
		typed := fmt.Sprint((i * 379) % 10000)
		switch {
		case c.Measure == form.Fee:
			typed = "11384.8489"
		case c.Measure == form.Amount:
			typed = "5.20万元"
		case c.Measure == form.Change:
			typed = fmt.Sprint(-i)
		case i%11 == 3:
			typed = ""
		case i%11 == 5:
			typed = "0"
		}
		r.Figures[c.Key] = model.ParseFigure(c.Measure, typed)
	}
	for key, text := range texts {
		r.Texts[key] = model.SplitParagraphs(text, model.Place{})
	}
	return r
}

// Workbooks lists the workbooks of testdata/workbooks, which other programs filled in, in alphabetical order.
func Workbooks(t testing.TB) []string {
	t.Helper()
	return namesIn(t, "testdata/workbooks", ".xlsx", 2)
}

// WorkbookFile is the path of a workbook that another program filled in.
func WorkbookFile(t testing.TB, name string) string {
	t.Helper()
	return Path(t, "testdata/workbooks/"+name+".xlsx")
}

// Workbook is the content of a workbook that another program filled in.
func Workbook(t testing.TB, name string) []byte {
	t.Helper()
	return Read(t, "testdata/workbooks/"+name+".xlsx")
}

// namesIn lists the files of a folder that have an extension, without it. There are at least so many: a folder that was moved
// away must not make tests pass.
func namesIn(t testing.TB, folder, extension string, least int) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(Path(t, folder), "*"+extension))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), least, folder)
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(filepath.Base(file), extension)
	}
	return names
}
