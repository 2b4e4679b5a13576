package job_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/job"
	"nianbao/internal/published"
	"nianbao/internal/render"
	"nianbao/internal/render/text"
	"nianbao/internal/sample"
)

// What a format shows is read back from it: the same figures and paragraphs.
func TestWhatIsRenderedReadsBack(t *testing.T) {
	pdfs := &job.PDFs{}
	defer pdfs.Close()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	for _, c := range []struct {
		why, format string
		options     render.Options
	}{
		{"word-processor file", "docx", render.Options{}},
		{"web page", "html", render.Options{}},
		{"what is pasted into a site", "html", render.Options{Fragment: true}},
		{"web page with charts", "html", render.Options{Charts: true}},
		{"text with drawn tables", "txt", render.Options{}},
		{"text with tabs", "txt", render.Options{Text: text.Options{Tables: text.TSV}}},
		{"PDF with its data", "pdf", render.Options{}},
		{"PDF by its pages", "pdf", render.Options{NoData: true}},
	} {
		if testing.Short() && c.format == "pdf" { // a second each
			continue
		}
		formats, err := job.Formats(c.format)
		require.NoError(t, err)
		for name, r := range sample.Reports(t) {
			checked := job.Checked{}
			checked.Report = r
			files, err := (&job.Renderer{Formats: formats, Options: c.options, Fonts: set}).Render(checked)
			require.NoError(t, err)
			require.NoError(t, files[0].Err)
			source := job.From(files[0].Name, files[0].Data)
			source.PDFs = pdfs
			got, err := source.Report()
			require.NoError(t, err, "%s: %s", c.why, name)
			compared := published.Compare(r, got)
			assert.Empty(t, compared.Differences, "%s: %s", c.why, name)
			assert.Empty(t, compared.Unread, "%s: %s", c.why, name)
		}
	}
}
