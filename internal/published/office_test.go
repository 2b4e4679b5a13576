package published_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published"
	"nianbao/internal/sample"
)

// LibreOffice writes all of a document anew, with styles, numbering and markup of its own: nothing of the report changes.
func TestSurvivesLibreOffice(t *testing.T) {
	sample.Need(t, "soffice")
	ours := t.TempDir()
	var files []string
	for name, r := range sample.Reports(t) {
		file := filepath.Join(ours, name+".docx")
		require.NoError(t, os.WriteFile(file, asDocx(t, r), 0o644))
		files = append(files, file)
	}
	theirs := sample.Convert(t, "docx:MS Word 2007 XML", files...)
	for name, r := range sample.Reports(t) {
		data, err := os.ReadFile(filepath.Join(theirs, name+".docx"))
		require.NoError(t, err)
		require.NotEqual(t, asDocx(t, r), data)
		p := read(t, data)
		assert.Equal(t, r.Edition, p.Edition(), name)
		got, doubts := p.Report(r.Edition)
		assert.Empty(t, doubts, name)
		_, changes := published.TakeBack(r, got)
		for _, c := range changes {
			assert.Fail(t, name, "%s", c)
		}
	}
}
