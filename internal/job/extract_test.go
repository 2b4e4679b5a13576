package job_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
)

// Every paragraph and, in order, every figure of the input is in the text that is read back from the output.
func TestNothingIsLost(t *testing.T) {
	sample.Need(t, "pdftotext", "qpdf")
	for name, r := range sample.Reports(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first, second := renderSample(t, name), renderSample(t, name)
			for _, extension := range []string{".pdf", ".txt"} {
				a, err := os.ReadFile(first + extension)
				require.NoError(t, err)
				b, err := os.ReadFile(second + extension)
				require.NoError(t, err)
				assert.Equal(t, a, b, "two runs give equal bytes")
			}
			sample.Run(t, "qpdf", "--check", first+".pdf")

			plain, err := os.ReadFile(first + ".txt")
			require.NoError(t, err)
			assertHolds(t, r, string(plain))
			assertHolds(t, r, sample.Run(t, "pdftotext", "-layout", first+".pdf", "-"))
		})
	}
}

func renderSample(t *testing.T, name string) string {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	formats, err := job.Formats("pdf,txt")
	require.NoError(t, err)
	folder := t.TempDir()
	renderer := job.Renderer{Formats: formats, Marking: job.Draft, Fonts: set}
	files, err := renderer.Render((&job.Checker{Fonts: set}).Check(given.Planned(sample.ReportFile(t, name))))
	require.NoError(t, err)
	require.Len(t, files, 2)
	for _, f := range files {
		require.NoError(t, f.Err)
		saved(t, folder, f.File)
	}
	return filepath.Join(folder, strings.TrimSuffix(files[0].Name, ".pdf"))
}

// assertHolds looks for the blocks of the report one behind the other. Spaces and line ends are set by the page, as are the
// page numbers between two lines of a paragraph.
func assertHolds(t *testing.T, r *model.Report, output string) {
	rest := squeeze(output)
	find := func(what string) {
		i := strings.Index(rest, squeeze(what))
		if assert.GreaterOrEqual(t, i, 0, "%q is missing or out of order", what) {
			rest = rest[i+len(squeeze(what)):]
		}
	}
	for _, text := range document.Compose(r).Texts() {
		if text.Cell < 0 {
			find(text.Text)
		}
	}
	for i, section := range r.Edition.Sections {
		if section.Table == nil {
			continue
		}
		_, inside, found := strings.Cut(output, section.Heading())
		require.True(t, found, section.Heading())
		inside, _, found = strings.Cut(inside, r.Edition.Sections[i+1].Heading())
		require.True(t, found, "the heading behind %s", section.Heading())
		assertFigures(t, r, section.Table.Key, figure.FindAllString(pageNumber.ReplaceAllString(inside, ""), -1))
	}
}

// assertFigures looks for a table's figures one behind the other among the numbers of its section.
func assertFigures(t *testing.T, r *model.Report, table string, numbers []string) {
	for _, c := range r.Edition.Cells() {
		printed := r.Figure(c.Key).Printed()
		if c.Table != table || printed == "" {
			continue
		}
		i := slices.Index(numbers, printed)
		if !assert.GreaterOrEqual(t, i, 0, "%s of %s is missing or out of order", printed, c.Key) {
			return
		}
		numbers = numbers[i+1:]
	}
}

var (
	pageNumber = regexp.MustCompile(`(?m)^\s*—\s*[0-9]+\s*—\s*$`)
	white      = regexp.MustCompile(`[\s\x{3000}\f]+`)
	figure     = regexp.MustCompile(`-?[0-9]+(?:\.[0-9]+)?(?:万元|元)?`)
)

func squeeze(s string) string {
	return white.ReplaceAllString(pageNumber.ReplaceAllString(s, ""), "")
}
