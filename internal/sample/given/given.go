// Package given is what the steps work on, for tests: reports as files, changed as a clerk would, and a checker for them.
package given

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/fonts"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// Source is a sample as a workbook of this name, changed, as it lies in a folder.
func Source(t testing.TB, name, from string, change func(r *model.Report)) job.Source {
	r := sample.Report(t, from)
	change(r)
	s := job.From(name, Book(t, r))
	s.Found = true
	return s
}

// Book is a report as a workbook.
func Book(t testing.TB, r *model.Report) []byte {
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	return b.Bytes()
}

// Planned is a file of the disk as an input by itself.
func Planned(file string) job.Planned {
	return job.Planned{Source: job.Source{Name: file, Open: func() ([]byte, error) { return os.ReadFile(file) }}}
}

// File is a file of the disk with its contents.
func File(t testing.TB, name string) job.File {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return job.File{Name: name, Data: data}
}

// Checker checks with the program's own fonts.
func Checker(t testing.TB) *job.Checker {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return &job.Checker{Fonts: set}
}

// Typed is a workbook into whose cell of a name something was typed, as a clerk does.
func Typed(t testing.TB, book []byte, name, typed string) []byte {
	return Changed(t, book, func(f *excelize.File) {
		for _, n := range f.GetDefinedName() {
			if n.Name == name {
				sheet, cells, _ := strings.Cut(n.RefersTo, "!")
				cell, _, _ := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
				require.NoError(t, f.SetCellStr(strings.Trim(sheet, "'"), cell, typed))
				return
			}
		}
		require.Fail(t, "no name", name)
	})
}

// Changed is a workbook that another program has changed and saved.
func Changed(t testing.TB, book []byte, change func(f *excelize.File)) []byte {
	f, err := excelize.OpenReader(bytes.NewReader(book))
	require.NoError(t, err)
	defer f.Close()
	change(f)
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return sample.NewHasty(w) })
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}
