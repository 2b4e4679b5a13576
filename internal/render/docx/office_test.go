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

	"nianbao/internal/chinese"
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
		output := sample.Run(t, "pdftotext", "-layout", filepath.Join(converted, name+".pdf"), "-")
		assertHolds(t, name, d, output)
		most := 0
		if name == "g-stress-2025" {
			most = 3 // beside an address that no line holds, and where Word and LibreOffice ask for different things
		}
		assert.LessOrEqual(t, len(lone.FindAllString(output, -1)), most, "%s: no paragraph ends with a line of one character", name)
	}
}

// lone is a line of one Chinese character with its marks, at the left of the page, where no table's heads are.
var lone = regexp.MustCompile(`(?m)^ {0,12}\p{Han}[。；！？][”）》]*$`)

// Every part is as the transitional schema of ECMA-376 asks for, and the judge notices where one is not.
func TestPartsFollowTheSchema(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "poi")
	all := reports(t)
	all["draft"] = draft(everything(form.Editions()[1]))
	all["odd"] = &document.Document{Title: "公函", Unit: "县政府办公室", Letter: true, Blocks: []document.Block{
		document.Title{Name: "关于补报的函"}, document.Addressee{Text: "清溪镇："}, document.Paragraph{Text: "**\t<见>\n附件", Bold: []chinese.Range{{Start: 0, End: 3}}},
		document.Signature{Unit: "县政府办公室", Date: "2025年1月20日"}}}
	folder := t.TempDir()
	var files []string
	for name, d := range all {
		file := filepath.Join(folder, name+".docx")
		require.NoError(t, os.WriteFile(file, write(t, d), 0o644))
		files = append(files, file)
	}
	assert.Empty(t, sample.WordSchema(t, files...))

	parts := sample.Unzip(t, write(t, all["odd"]))
	file := filepath.Join(folder, "control.docx")
	faulty := sample.Zip(t, "word/document.xml", strings.Replace(parts["word/document.xml"], "<w:cols ", "<w:columns ", 1),
		"word/styles.xml", strings.Replace(parts["word/styles.xml"], `<w:sz w:val="32"/>`, `<w:sz w:val="big"/>`, 1))
	require.NoError(t, os.WriteFile(file, faulty, 0o644))
	told := strings.Join(sample.WordSchema(t, file), "\n")
	assert.Contains(t, told, "control.docx word/document.xml:")
	assert.Contains(t, told, "control.docx word/styles.xml:")
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
