package docx_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// LibreOffice opens every report, and each paragraph and figure is, in order, in the text of the PDF that it makes.
func TestLibreOfficeShowsEverything(t *testing.T) {
	sample.Need(t, "soffice", "pdftotext")
	all := reports(t)
	all["draft"] = draft(everything(form.Editions()[1]))
	folder := t.TempDir()
	var files []string
	for name, d := range all {
		file := filepath.Join(folder, name+".docx")
		require.NoError(t, os.WriteFile(file, write(t, d), 0o644))
		files = append(files, file)
	}
	slices.Sort(files)
	converted := sample.Convert(t, "pdf", files...)
	for name, d := range all {
		assertHolds(t, name, d, sample.Run(t, "pdftotext", "-layout", filepath.Join(converted, name+".pdf"), "-"))
	}
}

var (
	pageNumber = regexp.MustCompile(`(?m)^\s*— *[0-9]+ *—\s*$`)
	draftMark  = regexp.MustCompile(`(?m)^\f?\s*草稿\s*$`)
	white      = regexp.MustCompile(`[\s\x{3000}]+`)
	numbers    = regexp.MustCompile(`-?[0-9]+(?:\.[0-9]+)?(?: *万元)?`)
)

func squeeze(s string) string { return white.ReplaceAllString(s, "") }

func assertHolds(t *testing.T, name string, d *document.Document, output string) {
	pages := strings.Count(output, "\f")
	marks := 0
	if !d.IsFinal() {
		marks = pages
	}
	assert.Len(t, pageNumber.FindAllString(output, -1), pages, "%s: every page has its number", name)
	assert.Len(t, draftMark.FindAllString(output, -1), marks, "%s: every page of a draft is marked", name)
	output = pageNumber.ReplaceAllString(draftMark.ReplaceAllString(output, ""), "")

	rest := output
	find := func(what string) (skipped string) {
		// The text of a page is broken into lines anywhere.
		var pattern strings.Builder
		for _, r := range squeeze(what) {
			pattern.WriteString(regexp.QuoteMeta(string(r)) + `[\s\x{3000}]*`)
		}
		at := regexp.MustCompile(pattern.String()).FindStringIndex(rest)
		if !assert.NotNil(t, at, "%s: %q is missing or out of order", name, what) {
			return ""
		}
		skipped, rest = rest[:at[0]], rest[at[1]:]
		return skipped
	}
	var table *document.Table
	findBehind := func(what string) {
		skipped := find(what)
		if table != nil {
			assertFigures(t, name, *table, skipped)
		}
		table = nil
	}
	for _, text := range d.Texts() {
		if text.Block == len(d.Blocks) {
			break
		}
		if b, ok := d.Blocks[text.Block].(document.Table); ok {
			table = &b
			continue
		}
		for _, piece := range pieces(text.Text) {
			findBehind(piece)
		}
	}
	for i, n := range d.Notes {
		findBehind(fmt.Sprintf("%d.【%s】%s", i+1, n.Level, n.Place))
		findBehind(n.Text)
	}
}

// pieces cuts a paragraph into stretches that a regular expression can be made of.
func pieces(text string) []string {
	const longest = 100
	var all []string
	for runes := []rune(squeeze(text)); len(runes) > 0; {
		n := min(longest, len(runes))
		all = append(all, string(runes[:n]))
		runes = runes[n:]
	}
	return all
}

// assertFigures looks for a table's figures one behind the other.
func assertFigures(t *testing.T, name string, table document.Table, output string) {
	found := numbers.FindAllString(output, -1)
	for i := range found {
		found[i] = squeeze(found[i])
	}
	for _, c := range table.Cells {
		if c.Role != form.FigureSlot || c.Text == "" {
			continue
		}
		i := slices.Index(found, c.Text)
		if !assert.GreaterOrEqual(t, i, 0, "%s: %q of %s, row %d, column %d, is missing or out of order", name, c.Text, table.Title, c.Row, c.Col) {
			return
		}
		found = found[i+1:]
	}
}
