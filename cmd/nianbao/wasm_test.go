package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render"
	"nianbao/internal/sample"
)

// The program built for js/wasm, run by Node, says the same and writes the same bytes as this one, in every format, from
// exchange JSON and from a workbook.
func TestWebAssemblyGivesTheSameBytes(t *testing.T) {
	sample.Need(t, "go", "node", "nianbao") // the last is this test, which TestMain puts into the path
	wasm := filepath.Join(t.TempDir(), "nianbao.wasm")
	sample.Run(t, "env", "GOOS=js", "GOARCH=wasm", "go", "build", "-o", wasm, ".")
	support := filepath.Join(strings.TrimSpace(sample.Run(t, "go", "env", "GOROOT")), "lib", "wasm", "wasm_exec_node.js")

	var formats []string
	for _, f := range render.Formats() {
		formats = append(formats, f.Name)
	}
	for why, inputs := range map[string][]string{
		"both editions, and long text with rare characters": {sample.ReportFile(t, "d-town-2020"), sample.ReportFile(t, "g-stress-2025")},
		"a workbook": {sample.WorkbookFile(t, "openpyxl-d-town-2020")},
	} {
		ours, theirs := t.TempDir(), t.TempDir()
		call := func(folder string) []string {
			return append([]string{"render", "--draft", "--format", strings.Join(formats, ","), "-o", folder}, inputs...)
		}
		said := sample.Run(t, "nianbao", call(ours)...)
		// Go's support file takes no more than 8 KB of arguments and environment together.
		alone := []string{"-i", sample.Program(t, "node"), "--stack-size=8192", support, wasm}
		assert.Equal(t, strings.ReplaceAll(said, ours, theirs), sample.Run(t, "env", append(alone, call(theirs)...)...), why)

		written, err := os.ReadDir(ours)
		require.NoError(t, err)
		require.Len(t, written, len(formats)*len(inputs), why)
		for _, file := range written {
			want, err := os.ReadFile(filepath.Join(ours, file.Name()))
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(theirs, file.Name()))
			require.NoError(t, err, why)
			assert.True(t, string(want) == string(got), "%s: %s differs", why, file.Name())
		}
	}
}
