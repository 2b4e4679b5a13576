package sample

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// judges is the folder of the jars of the programs that judge files, where .ci/run puts them (testdata/judges/pom.xml).
func judges() (string, error) {
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "nianbao-judges"), err
}

// exists says whether a folder has a file of a pattern.
func exists(folder, pattern string) error {
	found, err := filepath.Glob(filepath.Join(folder, pattern))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("no %s in %s", pattern, folder)
	}
	return err
}

// judgements are the files that a judge found sound before, by their digests: it is slow, and what it judges is mostly as it was.
type judgements struct{ folder, judge string }

func judgedBy(t testing.TB, jars, judge string) judgements {
	t.Helper()
	j := judgements{filepath.Join(jars, "sound"), judge}
	require.NoError(t, os.MkdirAll(j.folder, 0o755))
	return j
}

func (j judgements) path(t testing.TB, file string) string {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return filepath.Join(j.folder, fmt.Sprintf("%s-%x", j.judge, sha256.Sum256(data)))
}

// open are the files that are still to be judged.
func (j judgements) open(t testing.TB, files []string) (open []string) {
	t.Helper()
	for _, file := range files {
		if _, err := os.Stat(j.path(t, file)); err != nil {
			open = append(open, file)
		}
	}
	return open
}

// keep notes that a file is sound.
func (j judgements) keep(t testing.TB, file string) {
	t.Helper()
	require.NoError(t, os.WriteFile(j.path(t, file), nil, 0o644))
}

// VeraPDF has all PDFs in a folder judged by the rules of a form, ua1 (PDF/UA-1) or 3a (PDF/A-3a), and lists what they break: the
// file's name, the clause and the number of the test.
func VeraPDF(t testing.TB, form, folder string) (broken []string) {
	t.Helper()
	jars := Program(t, "verapdf")
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	judged := judgedBy(t, jars, "verapdf-"+form)
	if files = judged.open(t, files); len(files) == 0 {
		return nil
	}
	command := exec.Command("java", append([]string{"-cp", filepath.Join(jars, "*"), "org.verapdf.apps.GreenfieldCliWrapper",
		"-f", form, "--format", "xml", "--maxfailuresdisplayed", "1"}, files...)...)
	out, err := command.Output() // which fails where a file breaks a rule
	var said struct {
		Jobs []struct {
			Name   string `xml:"item>name"`
			Report *struct {
				Compliant bool `xml:"isCompliant,attr"`
				Rules     []struct {
					Clause string `xml:"clause,attr"`
					Test   string `xml:"testNumber,attr"`
				} `xml:"details>rule"`
			} `xml:"validationReport"`
		} `xml:"jobs>job"`
	}
	require.NoError(t, xml.Unmarshal(out, &said), "%v\n%s", err, out)
	require.Len(t, said.Jobs, len(files))
	for _, job := range said.Jobs {
		name := filepath.Base(job.Name)
		switch {
		case job.Report == nil:
			broken = append(broken, name+" cannot be read")
		case !job.Report.Compliant:
			require.NotEmpty(t, job.Report.Rules, "%s is not of the form, and it is not said why", name)
			for _, rule := range job.Report.Rules {
				broken = append(broken, fmt.Sprintf("%s %s-%s", name, rule.Clause, rule.Test))
			}
		default:
			judged.keep(t, filepath.Join(folder, name))
		}
	}
	slices.SortFunc(broken, strings.Compare)
	return broken
}

// OFDRW has OFDs opened and drawn by ofdrw. texts are those of each file's pages, by its name; the pages are drawn at 144 dots an inch as 0.png,
// 1.png and so on in a folder beside each file, which has its name with .pages behind it.
func OFDRW(t testing.TB, files ...string) (texts map[string][]string) {
	t.Helper()
	jars := Program(t, "ofdrw")
	command := exec.Command("java", append([]string{"-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
		"-cp", filepath.Join(jars, "*"), Path(t, "testdata/judges/Ofd.java")}, files...)...)
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // without which it loses fonts of Chinese names
	out, err := command.Output()
	require.NoError(t, err, "%s", out)
	texts = map[string][]string{}
	for line := range strings.Lines(string(out)) {
		if part := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3); len(part) == 3 {
			texts[part[0]] = append(texts[part[0]], part[2])
		}
	}
	return texts
}

// Judged leaves out the files that a judge of a name found sound before, and gives what notes that one is sound.
func Judged(t testing.TB, judge string, files []string) (open []string, keep func(file string)) {
	t.Helper()
	j := judgedBy(t, Program(t, "ofdrw"), judge)
	return j.open(t, files), func(file string) { j.keep(t, file) }
}

// WordSchema holds Word documents against the transitional schema of ECMA-376, as Apache POI has it, and lists what breaks it: the file's
// name, part and line, and the error.
func WordSchema(t testing.TB, files ...string) (broken []string) {
	t.Helper()
	jars := Program(t, "poi")
	command := exec.Command("java", append([]string{"-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
		"-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
		"-cp", filepath.Join(jars, "*"), Path(t, "testdata/judges/Docx.java")}, files...)...)
	out, err := command.Output()
	require.NoError(t, err, "%s", out)
	judged := 0
	for line := range strings.Lines(string(out)) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(part) == 3 {
			broken = append(broken, filepath.Base(part[0])+" "+part[1]+" "+part[2])
		} else {
			judged++
		}
	}
	require.Equal(t, len(files), judged, "%s", out)
	return broken
}
