package main

import (
	"bytes"
	"debug/buildinfo"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

func TestTargets(t *testing.T) {
	for _, row := range []struct {
		why, only string
		want      []string
		fault     string
	}{
		{"all that a release has", "", []string{"page", "windows_amd64", "windows_386", "windows_arm64", "linux_amd64", "linux_arm64", "linux_loong64", "darwin_arm64", "sbom"}, ""},
		{"a part, in the order of all", "sbom,linux_amd64", []string{"linux_amd64", "sbom"}, ""},
		{"a name that is none", "page,pages", nil, `no target "pages"; there are page, windows_amd64`},
	} {
		list, err := chosen(row.only)
		if row.fault != "" {
			assert.ErrorContains(t, err, row.fault, row.why)
			continue
		}
		var got []string
		for _, c := range list {
			got = append(got, c.name)
		}
		assert.Equal(t, row.want, got, row.why)
	}
}

func TestArchiveNames(t *testing.T) {
	s := source{version: version{number: "1.2.0"}}
	var got []string
	for _, p := range platforms {
		archive, err := p.archive(s, entry{"nianbao", executable, nil}, nil)
		require.NoError(t, err)
		got = append(got, archive.name)
	}
	assert.Equal(t, []string{"nianbao_1.2.0_windows_amd64.zip", "nianbao_1.2.0_windows_386.zip", "nianbao_1.2.0_windows_arm64.zip",
		"nianbao_1.2.0_linux_amd64.tar.gz", "nianbao_1.2.0_linux_arm64.tar.gz", "nianbao_1.2.0_linux_loong64_newworld.tar.gz",
		"nianbao_1.2.0_darwin_arm64.zip"}, got)
}

func TestFirstPage(t *testing.T) {
	for _, p := range platforms {
		for _, guide := range []bool{false, true} {
			data, err := first(p, guide)
			require.NoError(t, err)
			page := string(data)
			assert.Contains(t, page, "nianbao.html", "what goes everywhere")
			assert.Equal(t, guide, strings.Contains(page, "“指南”"), "only what is there is named")
			assert.Equal(t, p.system == "windows", strings.HasPrefix(page, "\uFEFF") && strings.Contains(page, "\r\n"), "as the editor of Windows wants it")
			assert.Equal(t, p.system == "windows", strings.Contains(page, "Windows 10或更高"))
			assert.Equal(t, p.machine == "loong64", strings.Contains(page, "新世界"))
			assert.NotContains(t, page, "\n\n\n")
			assert.NotContains(t, page, "<no value>")
		}
	}
}

func TestGuide(t *testing.T) {
	s := source{folder: t.TempDir()}
	list, err := s.guide()
	require.NoError(t, err)
	assert.Empty(t, list, "none is there")
	for _, name := range []string{"填表.md", "guide.go", "pictures/一.png", "pictures/notes.txt"} {
		file := filepath.Join(s.folder, "docs/guide", name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
		require.NoError(t, os.WriteFile(file, []byte(name), 0o600))
	}
	list, err = s.guide()
	require.NoError(t, err)
	assert.Equal(t, []entry{{"指南/填表.md", plain, []byte("填表.md")}, {"指南/pictures/一.png", plain, []byte("pictures/一.png")}}, list, "links between them hold")
}

// elsewhere is a copy of the project in another folder.
func elsewhere(t *testing.T) string {
	folder := filepath.Join(t.TempDir(), "another folder")
	for _, name := range []string{"cmd", "docs/guide", "fonts", "internal", "templates"} {
		require.NoError(t, os.CopyFS(filepath.Join(folder, name), os.DirFS(sample.Path(t, name))))
	}
	for _, name := range []string{"go.mod", "go.sum", "LICENSE"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), sample.Read(t, name), 0o600))
	}
	return folder
}

// The same sources in another folder give the same archive and the same package, whatever the environment says; and both are whole.
func TestProgramsAreReproducible(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "go", "git")
	build := func(folder, name string) []file {
		s, err := sourceIn(folder, "1.2.0")
		require.NoError(t, err)
		s.version.commit, s.version.date = "0123abcd", "2027-01-02T03:04:05Z" // the copy has no repository
		list, err := chosen(name)
		require.NoError(t, err)
		files, err := list[0].build(s)
		require.NoError(t, err)
		return files
	}
	here := build(sample.Path(t, "."), "linux_amd64")
	copied := elsewhere(t)
	t.Setenv("TZ", "Asia/Shanghai")
	t.Setenv("LC_ALL", "C")
	t.Setenv("GOAMD64", "v3")
	t.Setenv("SOURCE_DATE_EPOCH", "1")
	there := build(copied, "linux_amd64")
	require.Len(t, here, 2)
	for i, f := range here {
		assert.Equal(t, f.name, there[i].name)
		assert.True(t, bytes.Equal(f.data, there[i].data), f.name)
		assert.NotContains(t, string(f.data), copied)
	}
	assert.Equal(t, "nianbao_1.2.0_amd64.deb", here[1].name)
	t.Run("archive", func(t *testing.T) { testArchive(t, here[0]) })
	t.Run("deb", func(t *testing.T) { testDeb(t, here[1]) })
}

func testArchive(t *testing.T, archive file) {
	entries := map[string]packedEntry{}
	for _, e := range tarEntries(t, archive.data, version{date: "2027-01-02T03:04:05Z"}.time()) {
		name, below := strings.CutPrefix(e.name, "nianbao_1.2.0_linux_amd64/")
		assert.True(t, below, e.name)
		entries[name] = e
	}
	for _, name := range []string{"LICENSE", "使用说明.txt", "许可/第三方.txt", "许可/字体.md", "许可/OFL.txt", "许可/ARPHICPL.TXT", "补全/nianbao.bash",
		"补全/_nianbao", "补全/nianbao.fish", "补全/nianbao.ps1"} {
		assert.Greater(t, len(entries[name].data), 500, name)
		assert.Equal(t, fs.FileMode(0o644), entries[name].mode, name)
	}
	for name, blank := range map[string]string{"空白填报表（2021年度起）.xlsx": "templates/blank-2021.xlsx", "空白填报表（2019、2020年度）.xlsx": "templates/blank-2019.xlsx"} {
		assert.True(t, string(sample.Read(t, blank)) == entries[name].data, name)
	}
	assert.Equal(t, fs.FileMode(0o755), entries["nianbao"].mode)
	info, err := buildinfo.Read(strings.NewReader(entries["nianbao"].data))
	require.NoError(t, err)
	assert.NotEmpty(t, info.Deps)
	for _, module := range info.Deps {
		assert.Contains(t, entries["许可/第三方.txt"].data, module.Path+" "+module.Version, "is linked")
	}
}

func testDeb(t *testing.T, deb file) {
	sample.Need(t, "dpkg-deb", "desktop-file-validate")
	folder := t.TempDir()
	name := filepath.Join(folder, deb.name)
	require.NoError(t, os.WriteFile(name, deb.data, 0o600))
	root := filepath.Join(folder, "root")
	sample.Run(t, "dpkg-deb", "-x", name, root)
	assert.Equal(t, "amd64", strings.TrimSpace(sample.Run(t, "dpkg-deb", "-f", name, "Architecture")))
	assert.Equal(t, "1.2.0", strings.TrimSpace(sample.Run(t, "dpkg-deb", "-f", name, "Version")))
	assert.Empty(t, sample.Run(t, "desktop-file-validate", filepath.Join(root, "usr/share/applications/nianbao.desktop")))
	for _, file := range []string{"usr/share/icons/hicolor/scalable/apps/nianbao.svg", "usr/share/icons/hicolor/48x48/apps/nianbao.png",
		"usr/share/bash-completion/completions/nianbao", "usr/share/zsh/vendor-completions/_nianbao", "usr/share/fish/vendor_completions.d/nianbao.fish",
		"usr/share/doc/nianbao/copyright", "usr/share/doc/nianbao/许可/第三方.txt", "usr/share/doc/nianbao/空白填报表（2021年度起）.xlsx"} {
		assert.FileExists(t, filepath.Join(root, file))
	}
	if runtime.GOOS+"/"+runtime.GOARCH == "linux/amd64" {
		assert.Contains(t, sample.Run(t, filepath.Join(root, "usr/bin/nianbao"), "version"), "nianbao 1.2.0\n日期：2027-01-02\n提交：0123abcd\n")
	}
}
