package sample

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Convert has LibreOffice open files, calculate, and save them in a format (a filter of --convert-to) into a new folder, under
// their names with another extension. Starting it takes seconds, so a test converts all its files at once.
func Convert(t testing.TB, format string, files ...string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	arguments := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", format, "--outdir", folder}
	run(t, []string{"FONTCONFIG_FILE=" + FontConfig(t)}, "soffice", append(arguments, files...)...)
	return folder
}

// FontConfig is a file for the variable FONTCONFIG_FILE which has a program use the project's own fonts and no others, so that
// it shows the same on every machine.
func FontConfig(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "fonts.conf")
	require.NoError(t, os.WriteFile(file, []byte(`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>`+Path(t, "fonts")+`</dir><cachedir>`+folder+`</cachedir></fontconfig>
`), 0o644))
	return file
}
