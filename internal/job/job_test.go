package job_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
)

// saved is where a file was written in a folder.
func saved(t testing.TB, folder string, f job.File) string {
	file := filepath.Join(folder, f.Name)
	require.NoError(t, os.WriteFile(file, f.Data, 0o600))
	return file
}
