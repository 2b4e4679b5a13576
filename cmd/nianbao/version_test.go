package main

import (
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/sample"
)

func TestVersion(t *testing.T) {
	compiled := "编译：" + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH
	vcs := func(modified string) []debug.BuildSetting {
		return []debug.BuildSetting{{Key: "vcs.revision", Value: "fe8ce94bc1"}, {Key: "vcs.time", Value: "2026-11-26T15:03:27Z"}, {Key: "vcs.modified", Value: modified}}
	}
	for _, c := range []struct {
		why  string
		info *debug.BuildInfo
		want string
	}{
		{"a release, built at its tag", &debug.BuildInfo{Main: debug.Module{Version: "v1.2.0"}, Settings: vcs("false")}, "nianbao 1.2.0\n日期：2026-11-26\n提交：fe8ce94bc1"},
		{"between releases, with changes", &debug.BuildInfo{Main: debug.Module{Version: "v1.2.1-0.20261126150327-fe8ce94bc1+dirty"}, Settings: vcs("true")},
			"nianbao 1.2.1-0.20261126150327-fe8ce94bc1+dirty\n日期：2026-11-26\n提交：fe8ce94bc1（编译时另有没提交的改动）"},
		{"from an archive of the source, or go run", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, "nianbao devel\n日期：不详\n提交：不详（编译时没有版本库的记录）"},
		{"nothing is known", nil, "nianbao devel\n日期：不详\n提交：不详（编译时没有版本库的记录）"},
	} {
		assert.Equal(t, c.want+"\n"+compiled, strings.Join(buildOf(c.info).lines(), "\n"), c.why)
	}

	linkedVersion, linkedCommit, linkedDate = "1.3.0", "0123abcd", "2027-01-02"
	defer func() { linkedVersion, linkedCommit, linkedDate = "", "", "" }()
	assert.Equal(t, "nianbao 1.3.0\n日期：2027-01-02\n提交：0123abcd\n"+compiled, strings.Join(buildOf(&debug.BuildInfo{Settings: vcs("true")}).lines(), "\n"),
		"what the linker was told goes before what Go saw")

	_, verb, _ := called("version")
	assert.Regexp(t, `^nianbao \S+\n`, verb, "for programs")
	for _, args := range [][]string{{"版本"}, {"--version"}, {"-v"}, {"-V"}, {"—version"}, {"校验", "--version"}} {
		code, out, errs := called(args...)
		assert.Zero(t, code)
		assert.Equal(t, verb, out, args)
		assert.Empty(t, errs)
	}
}

// The names that a release links into are those of the variables.
func TestLinkedVersion(t *testing.T) {
	sample.Need(t, "go")
	program := filepath.Join(t.TempDir(), "nianbao")
	sample.Run(t, "go", "build", "-ldflags", "-X main.linkedVersion=1.3.0 -X main.linkedCommit=0123abcd -X main.linkedDate=2027-01-02", "-o", program, ".")
	assert.Contains(t, sample.Run(t, program, "version"), "nianbao 1.3.0\n日期：2027-01-02\n提交：0123abcd\n")
}
