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
	arguments := []string{"-env:UserInstallation=file://" + calculating(t), "--headless", "--convert-to", format, "--outdir", folder}
	run(t, []string{"FONTCONFIG_FILE=" + FontConfig(t)}, "soffice", append(arguments, files...)...)
	return folder
}

// calculating is a profile with which LibreOffice computes every formula anew when it opens a file; else it takes over the results that
// stand beside numbers, and what it saves says nothing of ours.
func calculating(t testing.TB) (folder string) {
	t.Helper()
	folder = t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, "user"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "user", "registrymodifications.xcu"), []byte(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">`+
		`<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`), 0o600))
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
