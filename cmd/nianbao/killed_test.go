//go:build !windows && !js

package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
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

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/sample"
)

// times is how often a test ends the program from outside; NIANBAO_KILLS sets it, for a search of hours.
func times(t *testing.T, usual int) int {
	if set := os.Getenv("NIANBAO_KILLS"); set != "" {
		n, err := strconv.Atoi(set)
		require.NoError(t, err)
		return n
	}
	return usual
}

// townships fills a folder with reports of so many units.
func townships(t *testing.T, folder string, units int) {
	report := strings.Replace(string(sample.Read(t, "testdata/reports/e-town-2024.json")), "。", "。。", 1) // there is something to mark
	require.NoError(t, os.Mkdir(folder, 0o700))
	for n := range units {
		named := strings.ReplaceAll(report, "望禾镇人民政府", fmt.Sprintf("第%d镇人民政府", n))
		require.NoError(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.json", n)), []byte(named), 0o600))
	}
}

// works are the calls that write: many files, many copies, and one file all along.
func works(townships, to string) [][]string {
	return [][]string{
		{"render", townships, "--draft", "--format", "txt,html,docx", "-o", to},
		{"check", townships, "--format", "xlsx", "-o", to},
		{"check", townships, "-o", filepath.Join(to, "结果.txt")},
	}
}

// contents are the files of a folder, and how many of them are temporary ones.
func contents(t *testing.T, folder string) (files map[string]string, temporary int) {
	files = map[string]string{}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			temporary++
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		require.NoError(t, err)
		files[entry.Name()] = string(data)
	}
	return files, temporary
}

// ended starts the program and sends it a signal after a while that it may not live to see; nil is none.
func ended(t *testing.T, args []string, with os.Signal, within time.Duration) *os.ProcessState {
	program := exec.Command(sample.Program(t, "nianbao"), args...)
	require.NoError(t, program.Start())
	if with != nil {
		time.Sleep(time.Duration(rand.Int64N(int64(within))))
		program.Process.Signal(with) // it may have ended
	}
	program.Wait()
	return program.ProcessState
}

// shift is what the program is ended in: reports, what each work makes of them when nobody ends it, and how long that takes.
type shift struct {
	reports string
	want    map[string]string
	lasting []time.Duration
}

func newShift(t *testing.T) *shift {
	sample.Need(t, "nianbao")
	root := t.TempDir()
	s := &shift{reports: filepath.Join(root, "各镇")}
	townships(t, s.reports, 12)
	sound := filepath.Join(root, "应有")
	require.NoError(t, os.Mkdir(sound, 0o700))
	for _, work := range works(s.reports, sound) {
		begun := time.Now()
		require.Equal(t, 0, ended(t, work, nil, 1).ExitCode(), work)
		s.lasting = append(s.lasting, time.Since(begun))
	}
	s.want, _ = contents(t, sound)
	return s
}

// endings ends each work so many times in a folder, and tells after each what is there. What was written is whole.
func (s *shift) endings(t *testing.T, with os.Signal, usual int, after func(folder string, temporary int, state *os.ProcessState)) {
	folder := t.TempDir()
	for n := range times(t, usual) {
		call := n % len(s.lasting)
		state := ended(t, works(s.reports, folder)[call], with, s.lasting[call])
		got, temporary := contents(t, folder)
		for name, content := range got {
			if name == job.RecordName {
				for text := range strings.Lines(content) { // the last one may be torn
					require.Contains(t, s.want[name], text)
				}
				continue
			}
			require.True(t, content == s.want[name], "%s is not whole", name)
		}
		after(folder, temporary, state)
	}
}

// Killed at any moment, the program leaves no file half-written, and the next run into the folder removes what it left.
func TestKilledLeavesNothingHalfWritten(t *testing.T) {
	one := filepath.Join(t.TempDir(), "一个")
	townships(t, one, 1)
	kills, left := 0, 0
	newShift(t).endings(t, os.Kill, 9, func(folder string, temporary int, state *os.ProcessState) {
		if !state.Exited() {
			kills++
		}
		if temporary > 0 {
			left++
		}
		require.Equal(t, 0, ended(t, []string{"render", one, "--draft", "--format", "txt", "-o", folder}, nil, 1).ExitCode())
		_, temporary = contents(t, folder)
		require.Zero(t, temporary, "left after the next run")
	})
	t.Logf("%d killed, %d left temporary files to the next run", kills, left)
	assert.NotZero(t, kills)
}

// Interrupted, it leaves nothing at all, and dies of the signal, so that a shell stops its loop too.
func TestInterruptedLeavesNothing(t *testing.T) {
	s := newShift(t)
	for _, with := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		interrupted := 0
		s.endings(t, with, sample.Times(3, 6), func(folder string, temporary int, state *os.ProcessState) {
			require.Zero(t, temporary, with)
			if status := state.Sys().(syscall.WaitStatus); status.Signaled() {
				interrupted++
				require.Equal(t, with, status.Signal())
			} else {
				require.Zero(t, state.ExitCode())
			}
		})
		t.Logf("%d interrupted by %v", interrupted, with)
	}
}

// Whose results nobody reads any more, as behind head, ends as shells expect it, and leaves nothing either.
func TestUnreadLeavesNothing(t *testing.T) {
	sample.Need(t, "nianbao")
	reports, folder := filepath.Join(t.TempDir(), "各镇"), filepath.Join(t.TempDir(), "报告")
	townships(t, reports, 12)
	require.NoError(t, os.Mkdir(folder, 0o700))
	program := exec.Command(sample.Program(t, "nianbao"), works(reports, folder)[0]...)
	out, err := program.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, program.Start())
	_, err = out.Read(make([]byte, 1))
	require.NoError(t, err)
	require.NoError(t, out.Close())
	require.Error(t, program.Wait())
	_, temporary := contents(t, folder)
	require.Zero(t, temporary)
	if status := program.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() { // it had written no file yet
		require.Equal(t, 128+int(syscall.SIGPIPE), status.ExitStatus())
	}
}

// The reader of another pipe may go, as a browser does: that is an error of writing, and ends nothing. (It would end this test.)
func TestOtherPipesEndNothing(t *testing.T) {
	newConsole(nil, strings.NewReader(""), io.Discard, io.Discard).guard()
	from, to, err := os.Pipe()
	require.NoError(t, err)
	defer to.Close()
	require.NoError(t, from.Close())
	for range 20 {
		_, err = to.Write([]byte("1"))
		require.ErrorIs(t, err, syscall.EPIPE)
		time.Sleep(time.Millisecond) // a signal is heard beside us
	}
}

// However often it is killed, --resume comes to what an undisturbed run makes: the same files, the same record, the same exit code. Nothing
// is half-written meanwhile, and no temporary file is left.
func TestResumedToTheSameBytes(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "nianbao")
	root := t.TempDir()
	reports := filepath.Join(root, "各镇")
	townships(t, reports, 12)
	bad := strings.Replace(string(sample.Read(t, "testdata/reports/e-town-2024.json")), `"requests.granted.total": `, `"requests.granted.total": 9`, 1)
	require.NoError(t, os.WriteFile(filepath.Join(reports, "5坏.json"), []byte(bad), 0o600)) // 强制
	require.NoError(t, os.WriteFile(filepath.Join(reports, "6坏.docx"), []byte("无"), 0o600))
	for _, w := range []struct {
		name string
		call func(to string) []string
		made int // files, the record among them
		code int
	}{
		{"pages", func(to string) []string { return []string{"render", reports, "--format", "txt,html,docx", "-o", to} }, 3*12 + 1, exitFailed},
		{"copies", func(to string) []string { return []string{"check", reports, "--format", "xlsx", "--fix", "-o", to} }, 2*12 + 1 + 2, exitFailed},
		{"results", func(to string) []string {
			return []string{"check", reports, "--format", "json", "-o", filepath.Join(to, "结果.json"), "--resume"}
		}, 2, exitFailed},
		{"sums and what goes back", func(to string) []string {
			return []string{"aggregate", reports, "--unit", "望禾县人民政府", "--long", filepath.Join(to, "数据.csv"), "--returns", filepath.Join(to, "退回"),
				"-o", filepath.Join(to, "汇总.xlsx"), "--resume"}
		}, 13*3 + 2 + 1 + 2 + 2, exitFailed},
	} {
		t.Run(w.name, func(t *testing.T) { resumed(t, w.call, w.made, w.code) })
	}
}

func resumed(t *testing.T, call func(to string) []string, made, code int) {
	root := t.TempDir()
	sound, folder := filepath.Join(root, "应有"), filepath.Join(root, "报告")
	require.NoError(t, os.Mkdir(sound, 0o700))
	begun := time.Now()
	require.Equal(t, code, ended(t, call(sound), nil, 1).ExitCode())
	lasting := time.Since(begun)
	want := everything(t, sound)
	var names []string
	for name := range want {
		names = append(names, name)
	}
	require.Equal(t, made, len(want), names)
	require.NoError(t, os.Mkdir(folder, 0o700))
	completed, skipping := 0, 0
	for kills := times(t, 6); kills > 0 || completed == 0; {
		args := call(folder)
		if len(everything(t, folder)) > 0 && !slices.Contains(args, "--resume") {
			args = append(args, "--resume")
		}
		state := ended(t, args, os.Kill, lasting)
		got, temporary := map[string]string{}, 0
		for name, content := range everything(t, folder) {
			if strings.HasPrefix(filepath.Base(name), ".") {
				temporary++
				continue
			}
			got[name] = content
			require.True(t, filepath.Base(name) == job.RecordName || content == want[name], "%s is not whole", name)
		}
		if len(got) > 1 {
			skipping++
		}
		if !state.Exited() {
			kills--
			continue
		}
		require.Equal(t, code, state.ExitCode())
		require.Zero(t, temporary)
		require.True(t, maps.Equal(want, got))
		completed++
		require.NoError(t, os.RemoveAll(folder))
		require.NoError(t, os.Mkdir(folder, 0o700))
	}
	t.Logf("completed %d times, %d runs had something to go on from", completed, skipping)
}

// Who stops a batch is told how to go on with it, and going on comes to what an undisturbed run makes.
func TestStoppedBatchIsGoneOnWith(t *testing.T) {
	sample.Need(t, "nianbao")
	root := t.TempDir()
	reports, sound, folder := filepath.Join(root, "各镇"), filepath.Join(root, "应有"), filepath.Join(root, "报告")
	townships(t, reports, sample.Times(30, 60))
	require.Equal(t, 0, ended(t, []string{"render", reports, "-o", sound}, nil, 1).ExitCode())
	want, _ := contents(t, sound)
	program := exec.Command(sample.Program(t, "nianbao"), "render", reports, "-o", folder)
	var told bytes.Buffer
	program.Stderr = &told
	require.NoError(t, program.Start())
	require.Eventually(t, func() bool { return disk.Exists(filepath.Join(folder, job.RecordName)) }, 10*time.Second, time.Millisecond)
	require.NoError(t, program.Process.Signal(os.Interrupt))
	program.Wait()
	require.Equal(t, syscall.SIGINT, program.ProcessState.Sys().(syscall.WaitStatus).Signal())
	assert.Contains(t, told.String(), "已停下，做好的都在。接着做，在同样的命令后面加上 --resume。")
	stopped, temporary := contents(t, folder)
	assert.Zero(t, temporary)
	assert.Less(t, len(stopped), len(want))
	require.Equal(t, 0, ended(t, []string{"render", reports, "-o", folder, "--resume"}, nil, 1).ExitCode())
	got, temporary := contents(t, folder)
	assert.Zero(t, temporary)
	assert.True(t, maps.Equal(want, got)) // Equal would print them
}

// Two runs beside each other in one folder keep what is theirs.
func TestRunsBesideEachOther(t *testing.T) {
	sample.Need(t, "nianbao")
	root := t.TempDir()
	reports, folder := filepath.Join(root, "各镇"), filepath.Join(root, "报告")
	townships(t, reports, 12)
	require.NoError(t, os.Mkdir(folder, 0o700))
	var programs []*exec.Cmd
	for n := range 6 {
		work := works(reports, folder)[n%3]
		program := exec.Command(sample.Program(t, "nianbao"), work...)
		require.NoError(t, program.Start())
		programs = append(programs, program)
	}
	for _, program := range programs {
		assert.NoError(t, program.Wait())
	}
	files, temporary := contents(t, folder)
	assert.Zero(t, temporary)
	assert.Equal(t, 12*(3+1)+3, len(files), "a register beside them, the results and the record") // assert.Len would print them all
}

// Killed at any moment while it adds up and sends back, it leaves nothing half-written, and the same call comes to the same bytes.
func TestAddedUpToTheSameBytes(t *testing.T) {
	sample.Need(t, "nianbao")
	root := t.TempDir()
	reports := filepath.Join(root, "各镇")
	townships(t, reports, 8)
	work := func(to string) []string {
		return []string{"aggregate", reports, "--unit", "望禾县人民政府", "--force", "--long", filepath.Join(to, "数据.csv"), "--returns", filepath.Join(to, "退回"), "-o", filepath.Join(to, "汇总.xlsx")}
	}
	made := func(name string) (folder string) {
		folder = filepath.Join(root, name)
		require.NoError(t, os.Mkdir(folder, 0o700))
		return folder
	}
	sound := made("应有")
	begun := time.Now()
	require.True(t, ended(t, work(sound), nil, 1).Exited())
	lasting := time.Since(begun)
	want := everything(t, sound)
	require.Greater(t, len(want), 8)
	kills := 0
	for n := range times(t, 4) {
		folder := made(fmt.Sprint("第", n))
		if state := ended(t, work(folder), os.Kill, lasting); !state.Exited() {
			kills++
		}
		for name, data := range everything(t, folder) {
			if !strings.HasPrefix(filepath.Base(name), ".") && filepath.Base(name) != job.RecordName {
				require.True(t, data == want[name], "%s is not whole", name)
			}
		}
		ended(t, work(folder), nil, 1)
		got := everything(t, folder)
		for name := range got {
			require.Contains(t, want, name, "left by the one that was killed")
		}
		require.Len(t, got, len(want))
		for name, data := range want {
			require.True(t, data == got[name], name)
		}
	}
	t.Logf("%d killed", kills)
}
