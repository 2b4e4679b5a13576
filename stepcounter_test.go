package nianbao_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// counter is the program, built so that it counts, and what reads its counts.
type counter struct {
	program, reader string
	mayRefuse       bool // what is put into the folder now may be refused with a sentence, after it was read
}

func newCounter(t *testing.T) *counter {
	program := filepath.Join(t.TempDir(), "nianbao")
	build := exec.Command("go", "build", "-cover", "-covermode=count", "-coverpkg=nianbao/...", "-o", program, "./cmd/nianbao")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	reader, err := exec.Command("go", "tool", "-n", "covdata").Output()
	require.NoError(t, err)
	return &counter{program: program, reader: strings.TrimSpace(string(reader))}
}

// call runs the program in a folder, and has it leave its counts in another. A call that fails is no measure of anything.
func (c *counter) call(t *testing.T, folder, counts string, args ...string) {
	const enough = 2 * time.Minute // for a slow machine; what runs on and on should not do so for ever
	ctx, cancel := context.WithTimeout(t.Context(), enough)
	defer cancel()
	cmd := exec.CommandContext(ctx, c.program, args...)
	if runtime.GOOS == "linux" { // or work that grows without end may take all of the memory
		cmd = exec.CommandContext(ctx, "sh", append([]string{"-c", `ulimit -v 3000000 && exec "$0" "$@"`, c.program}, args...)...)
	}
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "GOCOVERDIR="+counts, "GOMEMLIMIT=300MiB", "GOMAXPROCS=1")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && (exit.ExitCode() == 1 || c.mayRefuse && exit.ExitCode() == 2) { // it found something
		return
	}
	require.NoError(t, err, "%s: %.2000s", args, out)
}

// steps counts what is executed on so many of a kind.
func (c *counter) steps(t *testing.T, k kind, n int) steps {
	root := t.TempDir()
	t.Chdir(root)
	c.mayRefuse = false
	args := k.put(t, n)
	counts := t.TempDir()
	c.call(t, root, counts, args...)
	profile := filepath.Join(counts, "profile")
	out, err := exec.Command(c.reader, "textfmt", "-i="+counts, "-o="+profile).CombinedOutput()
	require.NoError(t, err, string(out))
	file, err := os.Open(profile)
	require.NoError(t, err)
	defer file.Close()
	s := steps{}
	lines := bufio.NewScanner(file)
	for lines.Scan() { // nianbao/internal/job/job.go:12.30,14.2 statements executions
		var where string
		var statements, executed int
		if n, _ := fmt.Sscan(lines.Text(), &where, &statements, &executed); n == 3 {
			s[where] += statements * executed
		}
	}
	require.NoError(t, lines.Err())
	return s
}

// steps are statements that were executed, by the place in the code where they stand.
type steps map[string]int

func (s steps) sum() (sum int) {
	for _, n := range s {
		sum += n
	}
	return sum
}

// less is what s has more than others.
func (s steps) less(others steps) steps {
	d := steps{}
	for where, n := range s {
		d[where] = n - others[where]
	}
	return d
}
