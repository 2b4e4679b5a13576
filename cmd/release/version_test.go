package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

func TestNumbered(t *testing.T) {
	const commit = "fe8ce94bc1aabbccddeeff00112233445566778899"
	for _, row := range []struct {
		why, described string
		changed        bool
		want           string
	}{
		{"before the first release", "", false, "0.0.0-20261126150327-fe8ce94bc1aa"},
		{"at a release", "v1.2.0-0-gfe8ce94", false, "1.2.0"},
		{"at one with changes", "v1.2.0-0-gfe8ce94", true, "1.2.0+dirty"},
		{"behind a release: before the next", "v1.2.9-4-gfe8ce94", false, "1.2.10-0.20261126150327-fe8ce94bc1aa"},
		{"at a release for trying", "v1.3.0-rc1-0-gfe8ce94", false, "1.3.0-rc1"},
		{"behind it", "v1.3.0-rc1-2-gfe8ce94", true, "1.3.0-rc1.0.20261126150327-fe8ce94bc1aa+dirty"},
	} {
		got, err := numbered(row.described, commit, "2026-11-26T15:03:27Z", row.changed)
		require.NoError(t, err, row.why)
		assert.Equal(t, row.want, got, row.why)
		assert.Regexp(t, wellFormed, got, row.why)
	}
	_, err := numbered("nonsense", commit, "2026-11-26T15:03:27Z", false)
	assert.ErrorContains(t, err, "nonsense")
}

func TestWellFormed(t *testing.T) {
	for _, row := range []struct {
		why, number string
		want        bool
	}{
		{"the usual one", "1.2.0", true},
		{"the shortest", "1", true},
		{"for trying", "1.2.0-rc.1", true},
		{"it would end the linker's argument", "1.2.0 -X main.evil=1", false},
		{"it would leave the folder", "1.2.0/../../x", false},
		{"it is no number", "latest", false},
		{"nothing", "", false},
		{"a second line", "1.2.0\n", false},
	} {
		assert.Equal(t, row.want, wellFormed.MatchString(row.number), row.why)
	}
}

func TestVersionTime(t *testing.T) {
	assert.Equal(t, time.Date(2026, 11, 26, 15, 3, 27, 0, time.UTC), version{date: "2026-11-26T15:03:27Z"}.time())
	assert.Equal(t, 1980, version{}.time().Year(), "nothing is known, and a zip begins there")
}

func TestVersionOfGit(t *testing.T) {
	sample.Need(t, "git")
	s := source{folder: t.TempDir()}
	_, err := s.versionOf("")
	assert.ErrorContains(t, err, "--version")
	v, err := s.versionOf("v1.2.0")
	require.NoError(t, err)
	assert.Equal(t, version{number: "1.2.0"}, v, "given, where there is no repository")

	git := func(args ...string) {
		cmd := exec.Command("git", append([]string{"-c", "user.name=n", "-c", "user.email=n@localhost", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir, cmd.Env = s.folder, append(os.Environ(), "GIT_COMMITTER_DATE=2026-11-26T23:03:27+08:00")
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
	}
	git("init", "-q")
	git("commit", "-q", "--allow-empty", "-m", "first")
	expect := func(want, why string) {
		t.Helper()
		v, err := s.versionOf("")
		require.NoError(t, err)
		assert.Regexp(t, want, v.number, why)
		assert.Equal(t, "2026-11-26T15:03:27Z", v.date)
		assert.Len(t, v.commit, 40)
	}
	expect(`^0\.0\.0-20261126150327-[0-9a-f]{12}$`, "no tag")
	git("tag", "v1.2.0")
	git("tag", "another")
	expect(`^1\.2\.0$`, "at its tag, which has no note")
	git("commit", "-q", "--allow-empty", "-m", "second")
	expect(`^1\.2\.1-0\.20261126150327-[0-9a-f]{12}$`, "behind it")
	require.NoError(t, os.WriteFile(filepath.Join(s.folder, "new"), nil, 0o600))
	expect(`\+dirty$`, "a file that git does not know may be compiled in")
	_, err = s.versionOf("1.2 3")
	assert.ErrorContains(t, err, `"1.2 3"`)
}
