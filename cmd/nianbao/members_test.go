package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/sample/members"
	"nianbao/internal/workbook"
)

// made writes the reports of so many made-up units into a folder, as workbooks or, which is quicker, as exchange JSON.
func made(t *testing.T, folder string, units int, extension string) {
	err := job.Run(units, func(i int) error {
		var b bytes.Buffer
		var err error
		if r := members.Report(i, 2025); extension == ".xlsx" {
			_, err = workbook.Write(&b, r, workbook.Options{})
		} else {
			err = exchange.Write(&b, r)
		}
		file := filepath.Join(folder, filepath.FromSlash(members.UnitOf(i).Path(2025, extension)))
		return errors.Join(err, os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, b.Bytes(), 0o600))
	}, func(_ int, err error) error { return err })
	require.NoError(t, err)
}

// inTotals lists the totals that a figure is part of, told from its key alone: this test must not add as the program does.
func inTotals(key string) (totals []string) {
	row, column := key[:strings.LastIndex(key, ".")], key[strings.LastIndex(key, ".")+1:]
	switch {
	case strings.HasPrefix(key, "disputes."):
		totals = append(totals, row+".total")
	case strings.HasPrefix(key, "requests."):
		totals = append(totals, row+".total")
		if row != "requests.received" && row != "requests.carried_in" && row != "requests.carried_out" {
			totals = append(totals, "requests.total."+column, "requests.total.total")
		}
	}
	return totals
}

var totalKey = regexp.MustCompile(`^(requests|disputes)\.(.*\.)?total(\.|$)`)

// addedUp adds the numbers of a list of figures up by key, totals from their parts. Rows of errors and texts are left out.
func addedUp(t *testing.T, long io.Reader) map[string]*big.Rat {
	sums := map[string]*big.Rat{}
	add := func(key string, n *big.Rat) {
		if sums[key] == nil {
			sums[key] = new(big.Rat)
		}
		sums[key].Add(sums[key], n)
	}
	eachRow(t, long, func(row []string) {
		if n, ok := new(big.Rat).SetString(row[5]); ok && !totalKey.MatchString(row[4]) {
			add(row[4], n)
			for _, total := range inTotals(row[4]) {
				add(total, n)
			}
		}
	})
	return sums
}

// eachRow visits the rows of a list of figures.
func eachRow(t *testing.T, long io.Reader, visit func(row []string)) {
	in := csv.NewReader(long)
	head, err := in.Read()
	require.NoError(t, err)
	require.Equal(t, []string{"unit", "level", "year", "edition", "key", "value", "file"}, head)
	for {
		row, err := in.Read()
		if err == io.EOF {
			return
		}
		require.NoError(t, err)
		visit(row)
	}
}

// requireSums holds an office's workbook against sums that were made without the program.
func requireSums(t *testing.T, book string, sums map[string]*big.Rat) {
	code, got, errs := called("汇总", book, "--long", "-")
	require.Zero(t, code, errs)
	cells := 0
	eachRow(t, strings.NewReader(got), func(row []string) {
		n, ok := new(big.Rat).SetString(row[5])
		require.True(t, ok, row)
		require.NotNil(t, sums[row[4]], row[4])
		require.Zero(t, n.Cmp(sums[row[4]]), "%s is %s and should be %s", row[4], row[5], sums[row[4]].FloatString(4))
		cells++
	})
	require.Equal(t, len(sums), cells)
}

// What members add up to is what an independent summation of the list of their figures says; of many members, too, whose trace stands in
// a list of its own, which is larger than any file that is read whole and can be given as last year's.
func TestSumsOfMembers(t *testing.T) {
	for _, many := range []struct {
		units     int
		extension string
		listed    bool // the trace is a list of its own
	}{{30, ".xlsx", false}, {job.MostTraced, ".json", false}, {job.MostTraced + 1, ".json", true}} {
		t.Run(fmt.Sprint(many.units), func(t *testing.T) {
			if many.units > 30 {
				sample.Long(t)
			}
			folder := t.TempDir()
			reports, book, long := filepath.Join(folder, "各省"), filepath.Join(folder, "汇总.xlsx"), filepath.Join(folder, "数据.csv")
			made(t, reports, many.units, many.extension)
			code, said, errs := called("汇总", reports, "--unit", "东川省人民政府", "--level", "省级政府", "--long", long, "-o", book)
			require.Equal(t, exitFindings, code, "some do not balance, and so their sum does not: %s", errs)
			assert.Contains(t, said, fmt.Sprintf("读了%d份，加了%[1]d个单位的", many.units))
			list, err := os.ReadFile(long)
			require.NoError(t, err)
			sums := addedUp(t, bytes.NewReader(list))
			requireSums(t, book, sums)
			trace, err := os.ReadFile(filepath.Join(folder, "汇总_明细.csv"))
			if !many.listed {
				require.ErrorIs(t, err, os.ErrNotExist)
				return
			}
			require.NoError(t, err)
			require.Equal(t, string(list), string(trace), "all count, so it lists the same")
			data, err := os.ReadFile(book)
			require.NoError(t, err)
			seen, err := workbook.Peek(data)
			require.NoError(t, err)
			require.True(t, seen.Summed, "it has no list of members, but still adjustments, and is no member's in a folder")
			_, _, errs = called("汇总", reports, "--last", book, "-o", filepath.Join(folder, "无.xlsx"))
			require.Contains(t, errs, "请用汇总时另写的数据清单")
			last := filepath.Join(folder, "汇总_明细.csv")
			_, said, errs = called("汇总", reports, "--since", last, "--last", last, "-o", book, "--force", "--unit", "东川省人民政府", "--level", "省级政府")
			assert.Contains(t, said, "和上次比，各单位的数都没有改", errs)
			assert.Contains(t, said, "上年结转", "what they carried in is held against what the list carries out")
			again, err := os.ReadFile(last)
			require.NoError(t, err)
			assert.Equal(t, string(trace), string(again), "written anew")
		})
	}
}
