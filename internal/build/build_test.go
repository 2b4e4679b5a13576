package build

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLines(t *testing.T) {
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
		assert.Equal(t, c.want+"\n"+compiled, strings.Join(of(c.info).Lines(), "\n"), c.why)
	}

	linkedVersion, linkedCommit, linkedDate = "1.3.0", "0123abcd", "2027-01-02"
	defer func() { linkedVersion, linkedCommit, linkedDate = "", "", "" }()
	assert.Equal(t, "nianbao 1.3.0\n日期：2027-01-02\n提交：0123abcd\n"+compiled, strings.Join(of(&debug.BuildInfo{Settings: vcs("true")}).Lines(), "\n"),
		"what the linker was told goes before what Go saw")
}
