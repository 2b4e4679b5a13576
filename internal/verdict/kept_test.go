package verdict_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// writers are the ways in which outcomes are written, and how each tells one.
var writers = map[string]struct {
	new func(io.Writer, verdict.Options) verdict.Writer
	as  verdict.Telling
}{
	"text":     {verdict.NewText, verdict.AsText},
	"register": {func(w io.Writer, o verdict.Options) verdict.Writer { return verdict.NewRegister(w, &bytes.Buffer{}, o) }, verdict.AsText},
	"json":     {verdict.NewJSON, verdict.AsJSON},
	"jsonl":    {verdict.NewJSONLines, verdict.AsJSONLine},
	"csv":      {verdict.NewCSV, verdict.AsCSV},
}

func keepable(t *testing.T) []verdict.Outcome {
	t.Helper()
	sound := verdict.Outcome{File: "通过.json", Report: sample.Report(t, "a-town-2022"), Notes: []string{"没有和上年比较"}}
	quiet := verdict.Outcome{File: "没有话说.json", Report: sample.Report(t, "a-town-2022")}
	broken := verdict.Outcome{File: "报告.json", Report: sample.Report(t, "f-county-2023")}
	broken.Findings = check.Run(&check.Input{Report: broken.Report})
	require.NotEmpty(t, broken.Findings)
	asked := verdict.Outcome{File: "=核实.json", Report: sample.Report(t, "e-town-2024"), Alike: []string{"=核实.json", "又一份.json"}, Findings: []check.Finding{
		{Level: check.Query, Message: "=二\x1b[31m<a>", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "a1b2c3d4", Hints: []string{"写错了。"}},
		{Level: check.Query, Message: "三", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "b1b2c3d4", Explanation: "属实"},
		{Level: check.Fatal, Rule: "sum-mismatch", Message: "四", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "c1b2c3d4", Doubt: "看不清"},
	}}
	unread := verdict.Outcome{File: "坏.xlsx", Err: errors.New("坏了")}
	return []verdict.Outcome{sound, quiet, broken, asked, unread}
}

// again is an outcome as it was kept, after it lay in a file.
func again(t *testing.T, k verdict.Kept, of verdict.Outcome) verdict.Outcome {
	t.Helper()
	if of.Err != nil {
		return of
	}
	data, err := json.Marshal(k)
	require.NoError(t, err)
	var kept verdict.Kept
	require.NoError(t, json.Unmarshal(data, &kept))
	o := kept.Outcome(of.File)
	o.Alike = of.Alike
	return o
}

func optionsToKeep() []verdict.Options {
	points := []check.Points{{Rule: check.Catalogue()[0].ID, Each: decimal.RequireFromString("0.5"), Most: decimal.NewFromInt(2)}}
	for _, r := range check.Catalogue()[1:] {
		points = append(points, check.Points{Rule: r.ID, Each: decimal.NewFromInt(1)})
	}
	return []verdict.Options{{}, {Strict: true}, {Points: points}, {ExplainText: true}}
}

// What was kept is written by every writer as the outcome was, and counts as it did, also after it lay in a file.
func TestKeptIsToldAgain(t *testing.T) {
	for name, w := range writers {
		for _, o := range optionsToKeep() {
			var once, then bytes.Buffer
			first, second := w.new(&once, o), w.new(&then, o)
			for _, one := range keepable(t) {
				require.NoError(t, first.Write(one), name)
				was := one
				if one.Err == nil {
					k := o.Keep(one, w.as)
					assert.True(t, w.as.Holds(k), name)
					one = again(t, k, one)
				}
				assert.Equal(t, was.Counts(), one.Counts())
				assert.Equal(t, was.Numbers(), one.Numbers())
				assert.Equal(t, was.Verdict(o.Strict), one.Verdict(o.Strict))
				require.NoError(t, second.Write(one), name)
			}
			require.NoError(t, first.Close())
			require.NoError(t, second.Close())
			assert.Equal(t, once.String(), then.String(), name)
		}
	}
}

// A ledger has of what was kept what it has of the outcomes themselves.
func TestKeptIsEntered(t *testing.T) {
	for _, o := range optionsToKeep() {
		first, second := verdict.NewLedger(o), verdict.NewLedger(o)
		for _, one := range keepable(t) {
			first.Add(one)
			if one.Err == nil {
				k := o.KeepEntered(one, verdict.Untold)
				assert.True(t, verdict.Untold.Holds(k))
				one = again(t, k, one)
			}
			second.Add(one)
		}
		assert.Equal(t, first.Sentence(), second.Sentence())
		assert.Equal(t, first.Year(), second.Year())
		assert.Equal(t, first.Length(), second.Length())
		assert.Equal(t, first.Entries(), second.Entries())
		assert.Equal(t, slices.Collect(first.Items()), slices.Collect(second.Items()))
	}
}

// What no writer wrote is not told again.
func TestWhatNoWriterWroteIsNotHeld(t *testing.T) {
	report := keepable(t)[2]
	o := verdict.Options{}
	change := func(as verdict.Telling, change func(k *verdict.Kept)) bool {
		k := o.KeepEntered(report, as)
		require.True(t, as.Holds(k))
		change(&k)
		return as.Holds(k)
	}
	for why, held := range map[string]bool{
		"no object":                       change(verdict.AsJSON, func(k *verdict.Kept) { k.Text = `"一"` }),
		"two objects":                     change(verdict.AsJSON, func(k *verdict.Kept) { k.Text += "," + k.Text }),
		"an object out of a list":         change(verdict.AsJSON, func(k *verdict.Kept) { k.Text += "]}" }),
		"two lines":                       change(verdict.AsJSONLine, func(k *verdict.Kept) { k.Text += k.Text }),
		"no line":                         change(verdict.AsJSONLine, func(k *verdict.Kept) { k.Text = "" }),
		"a formula":                       change(verdict.AsCSV, func(k *verdict.Kept) { k.Text = strings.Replace(k.Text, "报告.json", "=1+cmd()", 1) }),
		"fewer columns":                   change(verdict.AsCSV, func(k *verdict.Kept) { k.Text = "一,二\r\n" }),
		"rows of different length":        change(verdict.AsCSV, func(k *verdict.Kept) { k.Text += "一\r\n" }),
		"a line that goes on":             change(verdict.AsText, func(k *verdict.Kept) { k.Text = strings.TrimSuffix(k.Text, "\n") }),
		"fewer than none":                 change(verdict.AsText, func(k *verdict.Kept) { k.Counts.Info = -1 }),
		"points without end":              change(verdict.AsText, func(k *verdict.Kept) { k.Points = "1e999999999" }),
		"points of another kind":          change(verdict.AsText, func(k *verdict.Kept) { k.Points = "很多" }),
		"a level that is none":            change(verdict.AsText, func(k *verdict.Kept) { k.Entry.Items[0].Level = 7 }),
		"one below":                       change(verdict.AsText, func(k *verdict.Kept) { k.Entry.Items[0].Level = -1 }),
		"what is not seen":                change(verdict.AsText, func(k *verdict.Kept) { k.Entry.Items[0].Place = "\u202e" }),
		"a line in a line":                change(verdict.AsText, func(k *verdict.Kept) { k.Entry.Unit = "一\n二" }),
		"more than a cell holds":          change(verdict.AsText, func(k *verdict.Kept) { k.Entry.Items[0].Message = strings.Repeat("长", 20_000) }),
		"something where nothing is told": change(verdict.Untold, func(k *verdict.Kept) { k.Text = "一" }),
	} {
		assert.False(t, held, why)
	}
}
