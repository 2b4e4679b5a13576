package sample

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// all says that no test is left out: a missing program is a failure, and long tests run. `.ci/run` asks for it.
func all() bool { return os.Getenv("NIANBAO_TESTS") == "all" }

// All says whether everything is tried that a test can try, and not only some of it.
func All() bool { return all() && !testing.Short() }

// Long skips a test that takes more than ten seconds where not all tests are asked for.
func Long(t testing.TB) {
	t.Helper()
	if !All() {
		t.Skip("takes long: NIANBAO_TESTS=all runs it")
	}
}

// Times is how often a test tries what it holds to be so: some times, and more often where all tests are asked for.
func Times(some, more int) int {
	if All() {
		return more
	}
	return some
}

// Need skips a test that needs outside programs where one of them is missing, or fails it where all tests are asked for.
// With -short no outside program is started, so every such test is skipped.
//
// The names are those of the programs, but for openpyxl and uno, which are a Python that has this module, pyspark, which is one that has
// all that docs/national needs, verapdf and ofdrw, which are folders of jars (testdata/judges), chromium, which goes by several names, as firefox does, bash-completion, which is a script of Debian's, and
// axe-core, exceljs, xlsx and puppeteer-core, which are scripts (npm ci in internal/render/html/testdata, testdata/writers and
// testdata/browser).
func Need(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		Program(t, name)
	}
}

// Program is the path of a program that a test needs, as for Need.
func Program(t testing.TB, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skipf("-short: %s is not started", name)
	}
	if path, ok := found.Load(name); ok {
		return path.(string)
	}
	path, err := find(name)
	if err == nil {
		found.Store(name, path)
		return path
	}
	if all() {
		t.Fatalf("%s is not installed, but NIANBAO_TESTS=all: %v", name, err)
	}
	t.Skipf("%s is not installed", name)
	return ""
}

// found are the programs that were found, by name: whether a Python has a module is seen only by starting it.
var found sync.Map

func find(name string) (string, error) {
	switch name {
	case "chromium":
		return first(exec.LookPath, "chromium", "chromium-browser", "google-chrome")
	case "firefox":
		return first(exec.LookPath, "firefox-esr", "firefox")
	case "openpyxl", "uno":
		return first(func(python string) (string, error) {
			return python, exec.Command(python, "-c", "import "+name).Run()
		}, "python3", "/usr/bin/python3")
	case "pyspark":
		cache, err := os.UserCacheDir() // where .ci/run installs it
		if err != nil {
			return "", err
		}
		return first(func(python string) (string, error) {
			path, err := exec.LookPath(python)
			if err != nil {
				return "", err
			}
			return path, exec.Command(path, "-c", "import pyspark, duckdb").Run()
		}, filepath.Join(cache, "nianbao-national", "bin", "python"), "python3")
	case "verapdf", "ofdrw", "poi":
		jars, err := judges()
		if err != nil {
			return "", err
		}
		return jars, errors.Join(exec.Command("java", "-version").Run(), exists(jars, map[string]string{"verapdf": "greenfield-apps-*.jar", "ofdrw": "ofdrw-full-*.jar", "poi": "poi-ooxml-full-*.jar"}[name]))
	case "easyofd":
		jars, err := judges()
		if err != nil {
			return "", err
		}
		python := filepath.Join(jars, "python", "bin", "python")
		return python, exec.Command(python, "-c", "import easyofd, ofdkit").Run()
	case "bash-completion":
		const path = "/usr/share/bash-completion/bash_completion"
		_, err := os.Stat(path)
		return path, err
	case "axe-core":
		return script("internal/render/html/testdata/node_modules/axe-core/axe.min.js")
	case "exceljs", "xlsx":
		return script("testdata/writers/node_modules/" + name + "/package.json")
	case "puppeteer-core", "ofd.js":
		return script("testdata/browser/node_modules/" + name + "/package.json")
	}
	return exec.LookPath(name)
}

// script is the path of a file that npm ci puts below the project's root.
func script(name string) (string, error) {
	top, err := root()
	if err != nil {
		return "", err
	}
	path := filepath.Join(top, filepath.FromSlash(name))
	_, err = os.Stat(path)
	return path, err
}

// first is the first of some names that is found.
func first(find func(string) (string, error), names ...string) (string, error) {
	var failures []error
	for _, name := range names {
		path, err := find(name)
		if err == nil {
			return path, nil
		}
		failures = append(failures, err)
	}
	return "", errors.Join(failures...)
}

// Run runs a program that the test needs and gives what it prints, errors included. If the program fails, so does the test.
func Run(t testing.TB, name string, arguments ...string) string {
	t.Helper()
	return run(t, nil, name, arguments...)
}

// run adds some variables to the environment.
func run(t testing.TB, environment []string, name string, arguments ...string) string {
	t.Helper()
	command := exec.Command(Program(t, name), arguments...)
	command.Env = append(append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1"), environment...)
	out, err := command.CombinedOutput()
	require.NoError(t, err, "%s\n%s", command, out)
	return string(out)
}
