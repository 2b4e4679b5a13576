//go:build linux

package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
	"nianbao/internal/sample/members"
)

// nationwide is how many reports the national job reads; NIANBAO_MEMBERS sets it.
func nationwide(t *testing.T, usual int) int {
	if set := os.Getenv("NIANBAO_MEMBERS"); set != "" {
		n, err := strconv.Atoi(set)
		require.NoError(t, err)
		return n
	}
	return usual
}

// country fills a folder with what comes in from everywhere, and lists it: reports by province, one of them twice, one in two versions, one of
// another year on its form, and what cannot be read or is not there.
func country(t *testing.T, root string, units int) (list string, unreadable []string) {
	made(t, root, units, ".xlsx")
	at := func(number int) string {
		return filepath.Join(root, filepath.FromSlash(members.UnitOf(number).Path(2025, ".xlsx")))
	}
	copied := func(from, to string) {
		data, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o700))
		require.NoError(t, os.WriteFile(to, data, 0o600))
	}
	copied(at(0), filepath.Join(filepath.Dir(at(0)), "副本 [1].xlsx"))
	other := filepath.Join(t.TempDir(), "别的")
	made(t, other, 2, ".json")
	changed, err := os.ReadFile(filepath.Join(other, filepath.FromSlash(members.UnitOf(1).Path(2025, ".json"))))
	require.NoError(t, err)
	changed = bytes.Replace(changed, []byte(`"proactive.penalties.decisions": `), []byte(`"proactive.penalties.decisions": 1`), 1)
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(at(1)), "又一份.json"), changed, 0o600))
	copied(sample.ReportFile(t, "d-town-2020"), filepath.Join(root, "早年.json"))
	damaged := filepath.Join(filepath.Dir(at(2)), "坏的.xlsx")
	require.NoError(t, os.WriteFile(damaged, []byte("PK\x03\x04"), 0o600))
	var names []string
	require.NoError(t, filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, path)
		}
		return err
	}))
	missing := filepath.Join(root, "没有.xlsx")
	list = filepath.Join(t.TempDir(), "名单.txt")
	require.NoError(t, os.WriteFile(list, []byte(strings.Join(append(names, missing), "\n")), 0o600))
	return list, []string{damaged, missing}
}

// crashing is a program that is nianbao, but for its first call, which ends as a crash does.
func crashing(t *testing.T) string {
	folder := t.TempDir()
	file := filepath.Join(folder, "nianbao")
	script := fmt.Sprintf("#!/bin/sh\nmkdir '%s/crashed' 2>/dev/null && kill -SEGV $$\nexec '%s' \"$@\"\n", folder, sample.Program(t, "nianbao"))
	require.NoError(t, os.WriteFile(file, []byte(script), 0o700))
	return file
}

// executors lists the processes of Spark's executors that were started by a process, or by one that it started.
func executors(t *testing.T, of int) (pids []int) {
	entries, err := os.ReadDir("/proc")
	require.NoError(t, err)
	children := map[int][]int{}
	for _, entry := range entries {
		stat, err := os.ReadFile(filepath.Join("/proc", entry.Name(), "stat"))
		if err != nil {
			continue // no process, or one that ended
		}
		pid, _ := strconv.Atoi(entry.Name())
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		parent, _ := strconv.Atoi(fields[1])
		children[parent] = append(children[parent], pid)
	}
	for below := []int{of}; len(below) > 0; below = below[1:] {
		called, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", below[0]))
		if bytes.Contains(called, []byte("CoarseGrainedExecutorBackend")) {
			pids = append(pids, below[0])
		} else {
			below = append(below, children[below[0]]...)
		}
	}
	return pids
}

// The national job with two executors, one of which is killed once a part is done, and a program that crashes once: what comes of it is what
// one machine makes of the same files, nothing missing and nothing twice.
func TestNationalJob(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "java", "nianbao")
	python := sample.Program(t, "pyspark")
	root, results := filepath.Join(t.TempDir(), "各省"), filepath.Join(t.TempDir(), "结果")
	units := nationwide(t, 300)
	list, unreadable := country(t, root, units)

	begun := time.Now()
	spark := exec.Command(python, sample.Path(t, "docs/national/national.py"), list, results, "--nianbao", crashing(t), "--part", strconv.Itoa(max(20, units/30)))
	said := new(bytes.Buffer)
	spark.Stdout, spark.Stderr = said, said
	spark.Env = append(os.Environ(), "PYSPARK_PYTHON="+python, "SPARK_LOCAL_IP=127.0.0.1", "PYTHONDONTWRITEBYTECODE=1", "SPARK_LOCAL_DIRS="+t.TempDir(), "SPARK_WORKER_DIR="+t.TempDir(),
		"PYSPARK_SUBMIT_ARGS=--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell")
	require.NoError(t, spark.Start())
	ended := make(chan error, 1)
	go func() { ended <- spark.Wait() }()
	killed := false
	for done := false; !done; {
		select {
		case err := <-ended:
			require.NoError(t, err, said)
			done = true
		case <-time.After(20 * time.Millisecond):
			finished, _ := filepath.Glob(filepath.Join(results, "_temporary", "0", "task_*"))
			if killed || len(finished) == 0 {
				continue
			}
			if running := executors(t, spark.Process.Pid); len(running) == 2 {
				killed = true
				require.NoError(t, syscall.Kill(running[0], syscall.SIGKILL))
			}
		}
	}
	t.Logf("%d reports in %.1f s", units, time.Since(begun).Seconds())
	require.True(t, killed, said)
	assert.Contains(t, said.String(), "Lost executor", "while the job went on")
	assert.Contains(t, said.String(), "Lost task", "the program crashed once")

	requireOneMachine(t, root, list, results, unreadable)
}

// A program that does not do what it promises fails its task, and makes no rows of it.
func TestNationalTaskFails(t *testing.T) {
	python := sample.Program(t, "pyspark")
	folder := t.TempDir()
	reports := []string{filepath.Join(folder, "甲.json"), filepath.Join(folder, "乙.json")}
	for _, file := range reports {
		require.NoError(t, os.WriteFile(file, sample.Read(t, "testdata/reports/e-town-2024.json"), 0o600))
	}
	for why, c := range map[string]struct{ script, says string }{
		"as it should be":           {`exec nianbao "$@"`, ""},
		"not there":                 {"", "No such file"},
		"ended by the system":       {"kill -KILL $$", "-9"},
		"called in another way":     {"echo 没有这个选项 >&2; exit 2", "没有这个选项"},
		"ended behind its figures":  {`nianbao "$@"; exit 3`, ": 3"},
		"did not tell of all files": {`head -n 1 | nianbao "$@"`, "did not tell of all files"},
		"a crash":                   {`[ "$GOTRACEBACK" = crash ] && ulimit -c && exit 134`, ": 134"},
	} {
		program := filepath.Join(folder, "program")
		os.Remove(program)
		if c.script != "" {
			require.NoError(t, os.WriteFile(program, []byte("#!/bin/sh\n"+c.script+"\n"), 0o700))
		}
		call := exec.Command(python, append([]string{"-c", "import sys, national; print(len(list(national.rows_of(sys.argv[1], sys.argv[2:]))))", program}, reports...)...)
		call.Env = append(os.Environ(), "PYTHONPATH="+sample.Path(t, "docs/national"), "PYTHONDONTWRITEBYTECODE=1")
		said, err := call.CombinedOutput()
		assert.Equal(t, c.says == "", err == nil, "%s: %s", why, said)
		assert.Contains(t, string(said), c.says, why)
	}
}

// requireOneMachine holds the results of the national job against what aggregate makes of the same files.
func requireOneMachine(t *testing.T, root, list, results string, unreadable []string) {
	query := func(name string) [][]string {
		out := sample.Run(t, sample.Program(t, "pyspark"), sample.Path(t, "docs/national/query.py"), results, name)
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		require.NoError(t, err)
		return rows[1:]
	}
	book, long := filepath.Join(t.TempDir(), "汇总.xlsx"), filepath.Join(t.TempDir(), "数据.csv")
	code, _, _ := called("汇总", "--files-from", list, "--year", "2025", "--long", long, "-o", book)
	require.Equal(t, exitFailed, code, "two files cannot be read")

	var want, got []string
	data, err := os.ReadFile(long)
	require.NoError(t, err)
	eachRow(t, bytes.NewReader(data), func(row []string) {
		if row[4] != "error" {
			want = append(want, strings.Join(row, ","))
		}
	})
	for _, row := range query("figures.sql") {
		got = append(got, strings.Join(row, ","))
	}
	slices.Sort(want)
	slices.Sort(got)
	require.True(t, slices.Equal(want, got), "%d figures and %d", len(want), len(got)) // require.Equal would print them all

	sums := map[string]*big.Rat{}
	for _, row := range query("totals.sql") {
		if row[1] != "2025" {
			continue
		}
		n, ok := new(big.Rat).SetString(row[3])
		require.True(t, ok, row)
		if sums[row[2]] == nil {
			sums[row[2]] = new(big.Rat)
		}
		sums[row[2]].Add(sums[row[2]], n)
	}
	requireSums(t, book, sums)

	reports := 0
	for _, row := range query("verdicts.sql") {
		n, err := strconv.Atoi(row[3])
		require.NoError(t, err)
		reports += n
		if row[2] == "unreadable" {
			assert.Equal(t, len(unreadable), n, row)
		}
	}
	names, err := os.ReadFile(list)
	require.NoError(t, err)
	assert.Equal(t, len(strings.Fields(strings.ReplaceAll(string(names), " ", ""))), reports, "each file is one")
	var doubles []string
	for _, row := range query("doubles.sql") {
		doubles = append(doubles, strings.Join(row[:4], " "))
	}
	assert.ElementsMatch(t, []string{members.UnitOf(0).Name + " 2025 2 true", members.UnitOf(1).Name + " 2025 2 false"}, doubles)
	told := map[string]bool{}
	for _, row := range query("unadded.sql") {
		told[row[0]] = true
	}
	for _, file := range unreadable {
		assert.True(t, told[file], file)
	}
	assert.NotEmpty(t, query("outcomes.sql"))
}
