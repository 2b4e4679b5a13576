package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/render"
	"nianbao/internal/sample"
)

// The program built for js/wasm, run by Node, says the same and writes the same bytes as this one, in every format, from
// exchange JSON and from a workbook.
func TestWebAssemblyGivesTheSameBytes(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "go", "node", "nianbao") // the last is this test, which TestMain puts into the path
	wasm := filepath.Join(t.TempDir(), "nianbao.wasm")
	sample.Run(t, "env", "GOOS=js", "GOARCH=wasm", "go", "build", "-o", wasm, ".")
	support := filepath.Join(strings.TrimSpace(sample.Run(t, "go", "env", "GOROOT")), "lib", "wasm", "wasm_exec_node.js")

	var formats []string
	for _, f := range render.Formats() {
		formats = append(formats, f.Name)
	}
	// Go's support file takes no more than 8 KB of arguments and environment together.
	alone := []string{"-i", sample.Program(t, "node"), "--stack-size=8192", support, wasm}
	for why, inputs := range map[string][]string{
		"both editions, and long text with rare characters": {sample.ReportFile(t, "d-town-2020"), sample.ReportFile(t, "g-stress-2025")},
		"a workbook": {sample.WorkbookFile(t, "openpyxl-d-town-2020")},
	} {
		ours, theirs := t.TempDir(), t.TempDir()
		call := func(folder string) []string {
			return append([]string{"render", "--draft", "--format", strings.Join(formats, ","), "-o", folder}, inputs...)
		}
		said := sample.Run(t, "nianbao", call(ours)...)
		assert.Equal(t, strings.ReplaceAll(said, ours, theirs), sample.Run(t, "env", append(alone, call(theirs)...)...), why)

		written, err := os.ReadDir(ours)
		require.NoError(t, err)
		written = slices.DeleteFunc(written, func(file os.DirEntry) bool { return file.Name() == job.RecordName }) // which names the program
		require.Len(t, written, len(formats)*len(inputs), why)
		for _, file := range written {
			want, err := os.ReadFile(filepath.Join(ours, file.Name()))
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(theirs, file.Name()))
			require.NoError(t, err, why)
			assert.True(t, string(want) == string(got), "%s: %s differs", why, file.Name())
		}
	}

	// A package as well, so that it verifies wherever it was made. What is printed on a PDF is not read there, and that is told.
	folder := t.TempDir()
	pack := func(name string) (args []string, target string) {
		target = filepath.Join(folder, name)
		return []string{"package", sample.WorkbookFile(t, "openpyxl-d-town-2020"), "--letter", "清溪县人民政府办公室", "-o", target}, target
	}
	args, ours := pack("甲.zip")
	sample.Run(t, "nianbao", args...)
	args, theirs := pack("乙.zip")
	sample.Run(t, "env", append(alone, args...)...)
	want, err := os.ReadFile(ours)
	require.NoError(t, err)
	got, err := os.ReadFile(theirs)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(want, got), "the package differs")
	assert.Contains(t, sample.Run(t, "env", append(alone, "verify", ours)...), "结论：一致。")
	out, err := exec.Command(sample.Program(t, "env"), append(alone, "verify", sample.Path(t, "testdata/packages/1.0.0.zip"))...).Output()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	assert.Equal(t, exitFailed, exit.ExitCode())
	assert.Contains(t, string(out), "没有比　PDF的页面，这里读不了。")
	assert.Contains(t, string(out), "结论：没有发现不同，但没有全部比到。")
}
