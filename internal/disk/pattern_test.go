package disk_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/disk"
)

func TestMatching(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"清溪.xlsx", "望禾.XLSX", "下载[1].xlsx", "下载1.xlsx", "名单.csv", "~$清溪.xlsx", ".藏.xlsx", "各镇/甲.xlsx", "各镇/乙.xlsx", "各部门/丙.xlsx"} {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, nil, 0o644))
	}
	here, err := os.Getwd()
	require.NoError(t, err)
	for _, c := range []struct {
		why, pattern string
		ok           bool
		want         []string
	}{
		{"all of a kind, in letters of either case, without lock files and hidden ones", "*.xlsx", true, []string{"下载1.xlsx", "下载[1].xlsx", "望禾.XLSX", "清溪.xlsx"}},
		{"one character, which may be of three bytes", "?溪.xlsx", true, []string{"清溪.xlsx"}},
		{"two stars, the first of which has to take more than the least", "*.x*x", true, []string{"下载1.xlsx", "下载[1].xlsx", "望禾.XLSX", "清溪.xlsx"}},
		{"the star of a Chinese keyboard", "＊.csv", true, []string{"名单.csv"}},
		{"in a folder", "各镇/*.xlsx", true, []string{"各镇/乙.xlsx", "各镇/甲.xlsx"}},
		{"in each of some folders", "各*/*", true, []string{"各部门/丙.xlsx", "各镇/乙.xlsx", "各镇/甲.xlsx"}},
		{"up and down again", "../" + filepath.Base(here) + "/名*", true, []string{"../" + filepath.Base(here) + "/名单.csv"}},
		{"from the root", filepath.Join(here, "名*"), true, []string{filepath.Join(here, "名单.csv")}},
		{"brackets mean themselves, so that 下载1 is not taken", "下载[1]*", true, []string{"下载[1].xlsx"}},
		{"nothing", "*.json", true, nil},
		{"no such folder", "没有/*.xlsx", true, nil},
		{"no pattern", "清溪.xlsx", false, nil},
		{"no pattern, though it has brackets", "下载[1].xlsx", false, nil},
	} {
		files, ok, err := disk.Matching(filepath.FromSlash(c.pattern))
		assert.Equal(t, c.ok && c.want == nil, err != nil, c.why)
		var slashed []string
		for _, f := range files {
			slashed = append(slashed, filepath.ToSlash(f))
		}
		assert.Equal(t, c.ok, ok, c.why)
		assert.Equal(t, c.want, slashed, c.why)
	}
	if os.PathSeparator == '/' { // where files may be so named
		require.NoError(t, os.WriteFile("*.xlsx", nil, 0o644))
		_, ok, _ := disk.Matching("*.xlsx")
		assert.False(t, ok, "a file that is so named is meant itself")
	}
}

func TestListingPatterns(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"甲.xlsx", "乙.xlsx"} {
		require.NoError(t, os.WriteFile(name, nil, 0o644))
	}
	entries, closed := disk.List([]string{"*.xlsx", "甲.xlsx", "*.docx"})
	require.Len(t, entries, 2, "none twice")
	assert.Empty(t, entries[0].Folder, "what a pattern means was named")
	require.Len(t, closed, 1)
	assert.EqualError(t, closed[0], "*.docx：没有文件符合这个写法，请核对文件夹和文件名。")
}

func TestALinkToNothingIsTold(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Symlink("不在.xlsx", "链接.xlsx"); err != nil {
		t.Skip(err)
	}
	_, err := disk.Read("链接.xlsx")
	assert.EqualError(t, err, "找不到这个文件，“链接.xlsx”只是一个链接，它指向的文件不在了，请换成文件本身")
}

func TestAnotherFileIsNamedThatMayBeMeant(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"填报.xlsx", "去年.xls", "两份.xlsx", "两份.docx", "藏.xlsx.xlsx"} {
		require.NoError(t, os.WriteFile(name, []byte("年报"), 0o644))
	}
	for _, c := range []struct{ why, name, want string }{
		{"Windows does not show how names end", "填报", "找不到这个文件，旁边有“填报.xlsx”，请核对文件名"},
		{"so that they come to end twice", "藏.xlsx", "找不到这个文件，旁边有“藏.xlsx.xlsx”，请核对文件名"},
		{"another ending", "./去年.xlsx", "找不到这个文件，旁边有“去年.xls”，请核对文件名"},
		{"two may be meant", "两份", "找不到这个文件，请核对文件名和所在的文件夹"},
		{"none may", "别的.xlsx", "找不到这个文件，请核对文件名和所在的文件夹"},
	} {
		_, err := disk.Read(filepath.FromSlash(c.name))
		assert.EqualError(t, err, c.want, c.why)
	}
}
