package job_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/job"
)

// planned is a file of the disk as an input by itself.
func planned(file string) job.Planned {
	return job.Planned{Source: job.Source{Name: file, Open: func() ([]byte, error) { return os.ReadFile(file) }}}
}

func checker(t testing.TB) *job.Checker {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return &job.Checker{Fonts: set}
}

// saved is where a file was written in a folder.
func saved(t testing.TB, folder string, f job.File) string {
	file := filepath.Join(folder, f.Name)
	require.NoError(t, os.WriteFile(file, f.Data, 0o600))
	return file
}

// file is a file of the disk with its contents.
func file(t testing.TB, name string) job.File {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return job.File{Name: name, Data: data}
}
