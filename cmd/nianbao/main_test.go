package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"nianbao": main})
}

// The scripts show the program as a clerk meets it; each is a session at the command line with what it prints.
func TestCommandLine(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join(root, "testdata", "cli"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("REPORTS", filepath.Join(root, "testdata", "reports"))
			env.Setenv("WORKBOOKS", filepath.Join(root, "testdata", "workbooks"))
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}
