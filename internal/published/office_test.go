package published_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published"
)

// LibreOffice writes all of a document anew, with styles, numbering and markup of its own: nothing of the report changes.
func TestSurvivesLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		if os.Getenv("NIANBAO_TOOLS") == "required" {
			t.Fatal("soffice is not installed")
		}
		t.Skip("soffice is not installed")
	}
	all := samples(t)
	ours, theirs := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", theirs}
	for name, r := range all {
		file := filepath.Join(ours, name+".docx")
		require.NoError(t, os.WriteFile(file, asDocx(t, r), 0o644))
		args = append(args, file)
	}
	out, err := exec.Command("soffice", args...).CombinedOutput()
	require.NoError(t, err, "%s", out)
	for name, r := range all {
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
