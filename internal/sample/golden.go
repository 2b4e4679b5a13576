package sample

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files; what changed in them is to be read")

// Updating says whether golden files are being rewritten, for what is made by long runs of outside programs and only then.
func Updating() bool { return *update }

// mostLines is how many lines of a difference are shown; behind them it is quicker to run -update and look at git diff.
const mostLines = 80

// Golden compares what a test made with a golden file, by a path from the test's folder or an absolute one. With -update the
// file is rewritten first.
func Golden[T string | []byte](t testing.TB, file string, got T) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "the test's -update writes it")
	if string(want) != string(got) {
		t.Errorf("%s is not what the test made. If it is meant so, run the test with -update and read the difference.\n%s", file, difference(want, []byte(got)))
	}
}

// difference shows the lines that differ, with some around them.
func difference(want, got []byte) string {
	if !utf8.Valid(want) || !utf8.Valid(got) {
		return "(no text)"
	}
	lines := strings.SplitAfter(string(diff.Diff("golden", want, "made", got)), "\n")
	if len(lines) > mostLines {
		lines = append(lines[:mostLines], "…\n")
	}
	return strings.Join(lines, "")
}
