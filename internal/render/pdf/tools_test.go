package pdf

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
)

// saved writes the pages to a file of the test's own.
func saved(t *testing.T, p *layout.Pages) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	require.NoError(t, os.WriteFile(path, write(t, p), 0o600))
	return path
}

func examples(t *testing.T) map[string]*layout.Pages {
	return map[string]*layout.Pages{"report": report(t), "oddities": oddities(t)}
}

// inked leaves out the blanks: where readers of text put them is their own affair.
func inked(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func TestPdftotextGivesTheTextBack(t *testing.T) {
	sample.Need(t, "pdftotext")
	for name, pages := range examples(t) {
		t.Run(name, func(t *testing.T) {
			var want strings.Builder
			for _, page := range pages.Pages {
				for _, r := range page.Runs {
					want.WriteString(r.Text)
				}
			}
			path := saved(t, pages)
			got := []rune(inked(sample.Run(t, "pdftotext", "-raw", path, "-")))
			for i, r := range []rune(inked(want.String())) {
				require.Less(t, i, len(got), "text is missing at the end")
				require.Equal(t, string(r), string(got[i]), "character %d", i)
			}
		})
	}
}

func TestMutoolGivesTheTextBack(t *testing.T) {
	sample.Need(t, "mutool")
	for name, pages := range examples(t) {
		t.Run(name, func(t *testing.T) {
			got := inked(sample.Run(t, "mutool", "draw", "-F", "txt", saved(t, pages)))
			for _, page := range pages.Pages {
				for _, r := range page.Runs {
					assert.True(t, strings.Contains(got, inked(r.Text)), "no %q", r.Text)
				}
			}
		})
	}
}

func TestQpdfFindsNoFault(t *testing.T) {
	sample.Need(t, "qpdf")
	for name, pages := range examples(t) {
		t.Run(name, func(t *testing.T) {
			assert.Contains(t, sample.Run(t, "qpdf", "--check", saved(t, pages)), "No syntax or stream encoding errors")
		})
	}
}

func TestMutoolFindsNoFault(t *testing.T) {
	sample.Need(t, "mutool")
	for name, pages := range examples(t) {
		t.Run(name, func(t *testing.T) {
			path := saved(t, pages)
			for _, arguments := range [][]string{
				{"clean", "-s", path, path + ".clean"},
				{"draw", "-N", "-o", path + "%d.pbm", "-r", "20", path},
			} {
				out := sample.Run(t, "mutool", arguments...)
				assert.NotContains(t, out, "warning")
				assert.NotContains(t, out, "error")
			}
		})
	}
}

func TestPdffontsFindsAllEmbedded(t *testing.T) {
	sample.Need(t, "pdffonts")
	lines := strings.Split(strings.TrimSpace(sample.Run(t, "pdffonts", saved(t, report(t)))), "\n")[2:]
	require.Len(t, lines, 4)
	var names []string
	for _, line := range lines {
		found := regexp.MustCompile(`^[A-Z]{6}\+(\S+) +CID TrueType +Identity-H +yes yes yes `).FindStringSubmatch(line)
		require.NotNil(t, found, "embedded, subset, with ToUnicode: %s", line)
		names = append(names, found[1])
	}
	want := []string{}
	for _, face := range []fonts.Face{fonts.Song, fonts.Hei, fonts.Kai, fonts.Title} {
		font, _ := newHand(t).fonts.Resolve(face, '年')
		want = append(want, font.PostScriptName())
	}
	assert.ElementsMatch(t, want, names)
}

func TestPdfinfoFindsTheMetadata(t *testing.T) {
	sample.Need(t, "pdfinfo")
	pages := report(t)
	t.Setenv("TZ", "Asia/Shanghai")
	out := sample.Run(t, "pdfinfo", "-isodates", saved(t, pages))
	for _, want := range []string{
		"Title:           " + pages.Info.Title,
		"Author:          " + pages.Info.Author,
		"Subject:         " + pages.Info.Subject,
		"Keywords:        政府信息公开, 年度报告, 2025年",
		"CreationDate:    2026-01-20T00:00:00+08",
		"ModDate:         2026-01-20T00:00:00+08",
		"Pages:           7",
		"Page size:       595.28 x 841.89 pts (A4)",
		"PDF version:     1.7",
	} {
		assert.Contains(t, out, want)
	}
}

func TestSanitizerTakesTheFonts(t *testing.T) {
	sample.Need(t, "ots-sanitize")
	for name, pages := range examples(t) {
		t.Run(name, func(t *testing.T) {
			d := readBack(t, write(t, pages))
			for _, number := range d.fontsByName() {
				font := d.embedded(number)
				path := filepath.Join(t.TempDir(), "font.ttf")
				require.NoError(t, os.WriteFile(path, font.file, 0o600))
				assert.NotContains(t, sample.Run(t, "ots-sanitize", path), "ERROR", font.name)
			}
		})
	}
}
