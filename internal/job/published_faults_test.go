package job_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/job"
	"nianbao/internal/sample"
)

// Every fault that a sample of a published report has is found, and all that is found is told in a golden file, to be read aloud.
func TestFaultsOfPublishedSamples(t *testing.T) {
	if testing.Short() {
		t.Skip("PDFs take a second each")
	}
	folder := sample.Path(t, "testdata/published")
	expected, err := filepath.Glob(filepath.Join(folder, "*.expected.json"))
	require.NoError(t, err)
	require.NotEmpty(t, expected)
	var told strings.Builder
	for _, file := range expected {
		var want expectation
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, &want), file)
		others, err := filepath.Glob(strings.TrimSuffix(file, "expected.json") + "*")
		require.NoError(t, err)
		for _, other := range others {
			if other == file {
				continue
			}
			name := filepath.Base(other)
			data, err := os.ReadFile(other)
			require.NoError(t, err)
			fmt.Fprintf(&told, "%s\n", name)
			findings, err := findingsOn(name, data)
			if err != nil {
				fmt.Fprintf(&told, "  %v\n", err)
				continue
			}
			found := map[string]bool{}
			for _, f := range findings {
				found[f.Rule] = true
				fmt.Fprintf(&told, "  %s　%s　%s%s%s\n", f.Level, f.Rule, placeOf(f), f.Message, f.Doubted())
				unread := f.Rule == "cell-lost" || f.Rule == "section-missing" // what was not read can neither pass nor be printed
				assert.False(t, f.Doubt != "" && f.Level == check.Fatal && !unread, "%s: %s", name, f.Message)
			}
			for _, rule := range want.Faults {
				assert.True(t, found[rule], "%s: nothing found by %s", name, rule)
			}
		}
	}
	sample.Golden(t, filepath.Join(folder, "findings.txt"), told.String())
}

func findingsOn(name string, data []byte) ([]check.Finding, error) {
	r, err := job.OpenCompiled(name, data)
	if err != nil {
		return nil, err
	}
	return check.Run(&check.Input{Report: r}), nil
}

// placeOf is where a finding stands, as far as the page tells.
func placeOf(f check.Finding) string {
	place := f.Where().Place.Ref
	if f.Text != nil && f.Text.Paragraph > 0 {
		place, _, _ = strings.Cut(place, "“")
		place = strings.TrimSpace(fmt.Sprintf("%s “%s”第%d段", place, f.Text.Section, f.Text.Paragraph))
	}
	if place != "" {
		place += "　"
	}
	return place
}
