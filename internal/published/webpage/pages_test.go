package webpage_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/published/webpage"
	"nianbao/internal/sample"
)

// The pages of testdata are in the manner of those that were seen; libreoffice.* were saved by LibreOffice 7.4 from a document of ours.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*htm*")
	require.NoError(t, err)
	archives, err := filepath.Glob("testdata/*.mht")
	require.NoError(t, err)
	const least = 14
	require.GreaterOrEqual(t, len(files)+len(archives), least)
	for _, file := range append(files, archives...) {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		p, err := webpage.Read(data)
		require.NoError(t, err, file)
		sample.Golden(t, file+".txt", told(p))
	}
}
