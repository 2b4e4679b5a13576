package render_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/chinese"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published/pdfdata"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// pdfOf is a report as a PDF, as a draft or not.
func pdfOf(t testing.TB, r *model.Report, draft bool) []byte {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	format, ok := render.ByName("pdf")
	require.True(t, ok)
	d := document.Compose(r)
	if draft {
		d.Mark = document.Draft
	}
	var file bytes.Buffer
	require.NoError(t, format.Write(&file, render.NewInput(r, nil, d, set, render.Options{})))
	return file.Bytes()
}

// What a PDF carries is what its pages show: every text and figure of the data, in order, and nothing that they do not show.
func TestDataAreWhatIsPrinted(t *testing.T) {
	sample.Need(t, "pdftotext")
	const phone = "13000000000" // a clerk's own
	kept := 0
	for name, r := range sample.Reports(t) {
		t.Run(name, func(t *testing.T) {
			r.Fields["unit.phone"] = model.Field{Text: phone}
			r.Texts["narrative.preface"] = append(r.Texts["narrative.preface"], model.Paragraph{Text: "地址：{{地址}}。"})
			pdf := pdfOf(t, r, false)
			data, found, err := pdfdata.Attached(pdf, exchange.Attachment)
			require.NoError(t, err)
			require.True(t, found)
			carried, err := exchange.Read(data)
			require.NoError(t, err)

			path := filepath.Join(t.TempDir(), "report.pdf")
			require.NoError(t, os.WriteFile(path, pdf, 0o600))
			shown := squeeze(sample.Run(t, "pdftotext", "-raw", path, "-"))
			contains := func(text, why string) { assert.True(t, strings.Contains(shown, squeeze(text)), "%s: %q", why, text) }
			rest := shown
			for _, text := range document.Compose(carried).Texts() {
				i := strings.Index(rest, squeeze(text.Text))
				if !assert.GreaterOrEqual(t, i, 0, "%s: %q is not shown, or out of order", text.Place, text.Text) {
					return
				}
				if text.Cell < 0 || text.Text != "" {
					rest = rest[i+len(squeeze(text.Text)):]
				}
			}
			for _, f := range form.Fields() {
				if f.Key != "report.date" { // which is shown in words, with the signature
					contains(carried.Field(f.Key), f.Label)
				}
			}
			assert.Equal(t, strings.Contains(shown, phone), strings.Contains(string(data), phone), "only where the text names it")
			if strings.Contains(string(data), phone) {
				kept++
			}
			assert.Equal(t, r.Field("unit.address"), carried.Field("unit.address"))
			for _, c := range r.Edition.Cells() {
				assert.Equal(t, r.Figure(c.Key).Printed(), carried.Figure(c.Key).Printed(), c.Key)
			}
			for _, hidden := range []string{`"level"`, "{{", sample.Path(t, "")} {
				assert.NotContains(t, string(data), hidden)
			}
		})
	}
	assert.Positive(t, kept, "one of the texts names it")
	assert.Less(t, kept, len(sample.Names(t)), "another does not")
}

// A draft is no report yet, and JSON has no mark that says so.
func TestDraftsCarryNoData(t *testing.T) {
	_, found, err := pdfdata.Attached(pdfOf(t, sample.Report(t, "e-town-2024"), true), exchange.Attachment)
	assert.NoError(t, err)
	assert.False(t, found)
}

var pageNumber = regexp.MustCompile(`(?m)^\s*—\s*[0-9]+\s*—\s*$`)

// squeeze leaves out what the pages alone decide: blanks, line ends and page numbers.
func squeeze(text string) string {
	return chinese.Unspaced(pageNumber.ReplaceAllString(text, ""))
}
