package sample_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// watched is a test whose end is watched.
type watched struct {
	testing.TB
	end  string // skipped, failed, or nothing
	said string
}

func (w *watched) Helper() {}

func (w *watched) Skip(args ...any) { w.Skipf("%s", fmt.Sprint(args...)) }

func (w *watched) Skipf(format string, args ...any) {
	w.end, w.said = "skipped", fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func (w *watched) Fatalf(format string, args ...any) {
	w.end, w.said = "failed", fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func (w *watched) Errorf(format string, args ...any) {
	w.end, w.said = "failed", w.said+fmt.Sprintf(format, args...)
}

func (w *watched) FailNow() { runtime.Goexit() }

// watch runs a test to its end, whichever that is.
func watch(t *testing.T, test func(t testing.TB)) *watched {
	w := &watched{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		test(w)
	}()
	<-done
	return w
}

// set sets a flag of the test run until the test ends.
func set(t *testing.T, name, value string) {
	t.Helper()
	f := flag.Lookup(name)
	was := f.Value.String()
	require.NoError(t, f.Value.Set(value))
	t.Cleanup(func() { require.NoError(t, f.Value.Set(was)) })
}

func TestNeed(t *testing.T) {
	for _, c := range []struct{ why, short, tests, program, end string }{
		{"what is there is used", "false", "all", "go", ""},
		{"what is missing is done without", "false", "", "no-such-program", "skipped"},
		{"where all was promised, it must not be missing", "false", "all", "no-such-program", "failed"},
		{"a short run starts nothing, even if it is there", "true", "", "go", "skipped"},
		{"a short run needs nothing, whatever was promised", "true", "all", "no-such-program", "skipped"},
	} {
		set(t, "test.short", c.short)
		t.Setenv("NIANBAO_TESTS", c.tests)
		w := watch(t, func(t testing.TB) { sample.Need(t, c.program) })
		assert.Equal(t, c.end, w.end, "%s: %s", c.why, w.said)
	}
}

func TestLong(t *testing.T) {
	for _, c := range []struct{ why, short, tests, end string }{
		{"all of them run where all are asked for", "false", "all", ""},
		{"a usual run takes minutes", "false", "", "skipped"},
		{"a short run is short, whatever else is asked for", "true", "all", "skipped"},
	} {
		set(t, "test.short", c.short)
		t.Setenv("NIANBAO_TESTS", c.tests)
		assert.Equal(t, c.end, watch(t, func(t testing.TB) { sample.Long(t) }).end, c.why)
	}
}

func TestTimes(t *testing.T) {
	set(t, "test.short", "false")
	t.Setenv("NIANBAO_TESTS", "")
	assert.Equal(t, 10, sample.Times(10, 100))
	t.Setenv("NIANBAO_TESTS", "all")
	assert.Equal(t, 100, sample.Times(10, 100))
}

func TestGolden(t *testing.T) {
	set(t, "update", "false")
	file := filepath.Join(t.TempDir(), "golden.txt")
	require.NoError(t, os.WriteFile(file, []byte(strings.Repeat("甲\n", 9)+"乙\n"+strings.Repeat("丙\n", 9)), 0o600))
	for _, c := range []struct {
		why, made, end string
		says, not      string // what is shown, and what is not
	}{
		{"the same", strings.Repeat("甲\n", 9) + "乙\n" + strings.Repeat("丙\n", 9), "", "", ""},
		{"one line", strings.Repeat("甲\n", 9) + "丁\n" + strings.Repeat("丙\n", 9), "failed", "-乙\n+丁\n", "+甲"},
		{"all of it: not more than can be read", strings.Repeat("丁\n", 900), "failed", "…\n", strings.Repeat("+丁\n", 100)},
		{"no text", "\xff\xfe", "failed", "(no text)", "\xff"},
	} {
		w := watch(t, func(t testing.TB) { sample.Golden(t, file, c.made) })
		assert.Equal(t, c.end, w.end, c.why)
		assert.Contains(t, w.said, c.says, c.why)
		if c.not != "" {
			assert.NotContains(t, w.said, c.not, c.why)
		}
	}
	missing := watch(t, func(t testing.TB) { sample.Golden(t, file+".new", []byte("甲")) })
	assert.Equal(t, "failed", missing.end, "a golden file that is not there agrees with nothing")
	set(t, "update", "true")
	sample.Golden(t, filepath.Join(t.TempDir(), "new", "golden.txt"), "甲") // is written, and then agrees
}

// The READMEs beside the samples say what is particular to each.
func TestEverySampleIsDescribed(t *testing.T) {
	reports, workbooks := string(sample.Read(t, "testdata/reports/README.md")), string(sample.Read(t, "testdata/workbooks/README.md"))
	for name, r := range sample.Reports(t) {
		assert.Contains(t, reports, "- `"+name+".json`: ")
		year, ok := r.Year()
		assert.True(t, ok && strings.HasSuffix(name, fmt.Sprint(year)), name)
		assert.FileExists(t, sample.ReportFile(t, name))
	}
	for _, name := range sample.Workbooks(t) {
		assert.Contains(t, workbooks, "| `"+name+".xlsx` |")
		assert.FileExists(t, sample.WorkbookFile(t, name))
		assert.NotEmpty(t, sample.Workbook(t, name))
	}
}
