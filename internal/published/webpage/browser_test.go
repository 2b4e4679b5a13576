package webpage_test

import (
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/internal/chinese"
	"nianbao/internal/sample"
)

// showsItself is put before a page: it gives way to the text that it shows.
const showsItself = `<!DOCTYPE html><meta charset="utf-8"><script>addEventListener("load", () => { const text = document.body.innerText;
document.documentElement.innerHTML = "<body><pre></pre>"; document.querySelector("pre").textContent = "@@" + text + "@@" })</script>`

// A browser shows the same lines and cells, word for word; its text lacks the numbers of lists, and has pinyin and what can be chosen in
// forms, so that pages with these are left out.
func TestBrowserShowsTheSame(t *testing.T) {
	program := sample.Program(t, "chromium")
	for _, name := range []string{"layout-tables.html", "ucap.html", "word.html"} {
		data := pages(t)[name]
		if !utf8.Valid(data) {
			var err error
			data, err = simplifiedchinese.GB18030.NewDecoder().Bytes(data)
			require.NoError(t, err)
		}
		folder := t.TempDir()
		file := filepath.Join(folder, "page.html")
		require.NoError(t, os.WriteFile(file, []byte(showsItself+string(data)), 0o600))
		out, err := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir="+filepath.Join(folder, "profile"),
			"--dump-dom", "file://"+file).Output()
		require.NoError(t, err)
		_, shown, found := strings.Cut(string(out), "@@")
		require.True(t, found, name)
		shown, _, _ = strings.Cut(shown, "@@")
		var texts []string
		for _, b := range read(t, string(data)).Blocks {
			texts = append(texts, b.Text)
			if b.Table != nil {
				for _, c := range b.Table.Cells {
					texts = append(texts, c.Text)
				}
			}
		}
		assert.Equal(t, parts(html.UnescapeString(shown)), parts(strings.Join(texts, "\n")), name)
	}
}

// parts are the lines and cells of a text that are not blank, without their blanks.
func parts(text string) []string {
	var list []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\t' }) {
		if part = chinese.Unspaced(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
