package disk_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/budget"
	"nianbao/internal/disk"
	"nianbao/internal/remedy"
)

func TestList(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.xlsx", "a.XLSX", "~$a.xlsx", ".hidden.xlsx", "c.docx", "镇/d.xlsx", ".git/e.xlsx", "镇/年报.html", "镇/年报_files/f.html", "镇/另存_files/g.html",
		"$Recycle.Bin/S-1-5-21/$R1.xlsx", "System Volume Information/h.xlsx"} {
		file := filepath.Join(folder, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, nil, 0o644))
	}
	require.NoError(t, os.Symlink(filepath.Join(folder, "b.xlsx"), filepath.Join(folder, "镇", "同一份.xlsx")))
	empty := t.TempDir()
	single := filepath.Join(folder, "b.xlsx")
	entries, closed := disk.List([]string{folder, empty, single, filepath.Join(folder, "镇", "..", "c.docx"), "没有.xlsx", "./没有.xlsx"})
	var names []string
	for _, e := range entries {
		name, err := filepath.Rel(folder, e.Path)
		if err != nil {
			name = e.Path
		}
		names = append(names, fmt.Sprint(filepath.ToSlash(name), " ", e.Folder != ""))
	}
	assert.Equal(t, []string{"a.XLSX true", "b.xlsx false", "c.docx false", "镇/d.xlsx true", "镇/另存_files/g.html true", "镇/年报.html true", "没有.xlsx false"}, names,
		"sub-folders too, no lock or hidden files, none twice, by a link neither; what is named itself is named itself; a missing file is told when it is opened; what belongs to a saved web page is part of it; nothing deleted, nothing of Windows")
	require.Len(t, closed, 1)
	assert.ErrorContains(t, closed[0], "文件夹里没有文件")
}

// A link to a folder is not followed, and told, but where what is behind it is listed anyway.
func TestLinksToFolders(t *testing.T) {
	root := t.TempDir()
	for _, file := range []string{"各镇/甲/a.xlsx", "别处/b.xlsx"} {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(root, file)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(root, file), nil, 0o644))
	}
	town := filepath.Join(root, "各镇")
	for link, to := range map[string]string{"乙镇交来": "../别处", "又是甲": "甲", "圈": "."} {
		require.NoError(t, os.Symlink(to, filepath.Join(town, link)))
	}
	entries, closed := disk.List([]string{town})
	assert.Len(t, entries, 1)
	require.Len(t, closed, 1, "what is behind the others is listed")
	assert.Equal(t, filepath.Join(town, "乙镇交来"), closed[0].File)
	assert.EqualError(t, closed[0].Err, "是指向文件夹的链接，没有看里面；要看的，请把这个文件夹也写上")

	entries, closed = disk.List([]string{town, filepath.Join(town, "乙镇交来")})
	assert.Len(t, entries, 2)
	assert.Empty(t, closed)
}

// What List does grows with the files, named or found, and not with their square.
// The program goes on after a panic in a format, and leaves nothing behind.
// What the page takes in hand is read from the disk, too, and nothing larger.
func TestAFileIsReadAsFarAsThePageTakesIt(t *testing.T) {
	file := filepath.Join(t.TempDir(), "带照片的年报.docx")
	for _, c := range []struct {
		why  string
		size int64
		read bool
	}{
		{"the pictures of a year", budget.File, true},
		{"no report", budget.File + 1, false},
	} {
		require.NoError(t, os.WriteFile(file, nil, 0o600))
		require.NoError(t, os.Truncate(file, c.size)) // which takes no space
		in, err := os.Open(file)
		require.NoError(t, err)
		streamed, streamErr := disk.ReadStream(in)
		require.NoError(t, in.Close())
		data, err := disk.Read(file)
		if c.read {
			assert.NoError(t, err, c.why)
			assert.NoError(t, streamErr, c.why)
			assert.Len(t, data, int(c.size), c.why)
			assert.Len(t, streamed, int(c.size), c.why)
			continue
		}
		assert.EqualError(t, err, "超过64MB，不是正常的填报表或年报，请删去里面的图片后再试", c.why)
		assert.EqualError(t, streamErr, "超过64MB，不是正常的填报表或年报，请核对是不是选错了文件", c.why)
		text := strings.TrimSuffix(file, ".docx") + ".txt"
		require.NoError(t, os.Rename(file, text))
		_, err = disk.Read(text)
		assert.EqualError(t, err, "超过64MB，不是正常的填报表或年报，请核对是不是选错了文件", "no picture is in a text")
	}
}

func TestAPanicLeavesNoFile(t *testing.T) {
	folder := t.TempDir()
	var w disk.Writer
	assert.Panics(t, func() {
		_ = w.WriteFile(filepath.Join(folder, "年报.pdf"), func(io.Writer) error { panic("不该发生") })
	})
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Empty(t, left)
}

// 文档 and 桌面 may be links to where they really are.
func TestAFolderMayBeALink(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll("真的/各镇", 0o755))
	require.NoError(t, os.WriteFile("真的/各镇/甲.xlsx", nil, 0o644))
	if err := os.Symlink("真的", "链接"); err != nil {
		t.Skip(err)
	}
	entries, closed := disk.List([]string{"链接"})
	require.Empty(t, closed)
	require.Len(t, entries, 1)
	assert.Equal(t, filepath.FromSlash("链接/各镇/甲.xlsx"), entries[0].Path, "as the folder was named")
}

func TestListingIsLinear(t *testing.T) {
	steps := func(files int) (found, named float64) {
		folder := t.TempDir()
		var names []string
		for n := range files {
			names = append(names, filepath.Join(folder, fmt.Sprint(n, ".xlsx")))
			require.NoError(t, os.WriteFile(names[n], nil, 0o600))
		}
		return testing.AllocsPerRun(3, func() { disk.List([]string{folder}) }), testing.AllocsPerRun(3, func() { disk.List(names) })
	}
	foundFew, namedFew := steps(200)
	foundMany, namedMany := steps(1600)
	assert.Less(t, foundMany, 9*foundFew, "in a folder")
	assert.Less(t, namedMany, 9*namedFew, "by their names")
}

func TestWriteFileIsWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	target := filepath.Join(folder, "报告.txt")
	var w disk.Writer
	require.NoError(t, w.WriteFile(target, func(w io.Writer) error { _, err := io.WriteString(w, "第一版"); return err }))
	err := w.WriteFile(target, func(w io.Writer) error {
		io.WriteString(w, "第二版写到一半")
		return errors.New("断电")
	})
	require.ErrorContains(t, err, "断电")
	data, err := os.ReadFile(target)
	require.NoError(t, err)
	assert.Equal(t, "第一版", string(data), "a failed write leaves what was there")
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, left, 1, "and nothing beside it")

	book := filepath.Join(folder, "填报.xlsx")
	nothing := func(io.Writer) error { return nil }
	require.NoError(t, w.NewFile(book, false, nothing))
	err = w.NewFile(book, false, nothing)
	assert.ErrorContains(t, err, "已经有这个文件了")
	assert.Equal(t, []remedy.Remedy{{Action: remedy.Overwrite}}, remedy.Of(err))
	require.NoError(t, w.NewFile(book, true, nothing))
}

// What stands under the name is replaced only if it may be, and left alone where it is the same.
func TestReplace(t *testing.T) {
	folder := t.TempDir()
	target := filepath.Join(folder, "报告.txt")
	var w disk.Writer
	anything := func([]byte) error { return nil }
	foreign := func([]byte) error { return errors.New("是别人写的") }
	replace := func(why, text string, refuse func([]byte) error, want disk.Change) {
		change, err := w.Replace(target, []byte(text), refuse)
		require.NoError(t, err, why)
		assert.Equal(t, want, change, why)
		data, err := os.ReadFile(target)
		require.NoError(t, err)
		assert.Equal(t, text, string(data), why)
	}
	replace("nothing is there", "一", foreign, disk.Made)
	long := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	require.NoError(t, os.Chtimes(target, long, long))
	replace("the same is there", "一", foreign, disk.Unchanged)
	info, err := os.Stat(target)
	require.NoError(t, err)
	assert.True(t, info.ModTime().Equal(long), "left alone")
	replace("another", "二", anything, disk.Renewed)
	_, err = w.Replace(target, []byte("三"), foreign)
	assert.EqualError(t, err, target+"：是别人写的。")
	data, err := os.ReadFile(target)
	require.NoError(t, err)
	assert.Equal(t, "二", string(data))
	require.NoError(t, os.WriteFile(target, nil, 0o600))
	replace("an empty file", "三", foreign, disk.Made)
	w.Keep(target)
	_, err = w.Replace(target, []byte("三"), anything)
	assert.ErrorContains(t, err, "是这次要读的文件", "also where it is the same")
	_, err = w.Replace(folder, nil, anything)
	assert.ErrorContains(t, err, "这是一个文件夹")
}

func TestMove(t *testing.T) {
	folder := t.TempDir()
	from, target := filepath.Join(folder, "退回函.txt"), filepath.Join(folder, "以前", "退回函.txt")
	put := func(text string) { require.NoError(t, os.WriteFile(from, []byte(text), 0o600)) }
	var w disk.Writer
	put("第一轮")
	require.NoError(t, w.Move(from, target), "the folder is made")
	put("第二轮")
	assert.ErrorIs(t, w.Move(from, target), fs.ErrExist)
	data, err := os.ReadFile(target)
	require.NoError(t, err)
	assert.Equal(t, "第一轮", string(data), "nothing is written over")
	w.Keep(from)
	assert.ErrorContains(t, w.Move(from, filepath.Join(folder, "以前", "别的.txt")), "是这次要读的文件")
	assert.True(t, disk.Exists(from))

	disk.RemoveEmpty(filepath.Dir(target))
	assert.True(t, disk.Exists(target))
	disk.RemoveEmpty(from)
	assert.True(t, disk.Exists(from), "a file is no folder")
	empty := filepath.Join(folder, "空的")
	require.NoError(t, os.Mkdir(empty, 0o700))
	disk.RemoveEmpty(empty)
	assert.False(t, disk.Exists(empty))
}

func TestWhatIsReadIsNotWrittenOver(t *testing.T) {
	folder := t.TempDir()
	input, link := filepath.Join(folder, "填报.xlsx"), filepath.Join(folder, "另一个名字.xlsx")
	require.NoError(t, os.WriteFile(input, []byte("原来的"), 0o644))
	require.NoError(t, os.Symlink(input, link))
	var kept disk.Writer
	kept.Keep(input, "")
	for why, target := range map[string]string{
		"by its name": input, "by another path": filepath.Join(folder, ".", "x", "..", "填报.xlsx"), "by a link to it": link,
	} {
		assert.ErrorContains(t, kept.Write(target, []byte("新的")), "是这次要读的文件", why)
	}
	require.NoError(t, kept.Write(filepath.Join(folder, "新.xlsx"), []byte("新的")))
	data, err := os.ReadFile(input)
	require.NoError(t, err)
	assert.Equal(t, "原来的", string(data))
}

// The first words that one of many says are those in the file.
func TestOfManyThatMakeOneFileOneSucceeds(t *testing.T) {
	for range 20 {
		target := filepath.Join(t.TempDir(), "填报.xlsx")
		made := make(chan string)
		for n := range 8 {
			go func() {
				var w disk.Writer // each in a run of its own
				text := fmt.Sprint(n)
				if err := w.NewFile(target, false, func(to io.Writer) error { _, err := io.WriteString(to, text); return err }); err != nil {
					if err.Error() != "已经有这个文件了，请换一个文件名" {
						text = err.Error()
					} else {
						text = ""
					}
				}
				made <- text
			}()
		}
		var done []string
		for range 8 {
			if text := <-made; text != "" {
				done = append(done, text)
			}
		}
		data, err := os.ReadFile(target)
		require.NoError(t, err)
		assert.Equal(t, []string{string(data)}, done)
		left, err := os.ReadDir(filepath.Dir(target))
		require.NoError(t, err)
		assert.Len(t, left, 1)
	}
}

func TestRights(t *testing.T) {
	if os.PathSeparator == '\\' {
		t.Skip("Windows has other rights")
	}
	folder := t.TempDir()
	probe := filepath.Join(folder, "probe") // made as any program makes a file, so that it has what the umask leaves
	file, err := os.OpenFile(probe, os.O_CREATE, 0o666)
	require.NoError(t, err)
	require.NoError(t, file.Close())
	usual, err := os.Stat(probe)
	require.NoError(t, err)

	var w disk.Writer
	target := filepath.Join(folder, "年报.txt")
	for _, c := range []struct {
		why  string
		make func() error
		want os.FileMode
	}{
		{"a new file has those of any new file", func() error { return nil }, usual.Mode()},
		{"one that nobody else may read stays so", func() error { return os.Chmod(target, 0o600) }, 0o600},
		{"one that the umask would not allow stays so too", func() error { return os.Chmod(target, 0o666) }, 0o666},
	} {
		require.NoError(t, c.make())
		require.NoError(t, w.Write(target, []byte(c.why)))
		info, err := os.Stat(target)
		require.NoError(t, err)
		assert.Equal(t, c.want, info.Mode(), c.why)
	}
}

func TestSpool(t *testing.T) {
	const pieces = 100_000 // of 33 bytes: several times what is kept in memory
	for _, c := range []struct {
		why    string
		pieces int
		place  func(folder string) string
		file   bool
	}{
		{"nothing", 0, func(folder string) string { return folder }, false},
		{"a little stays in memory", 100, func(folder string) string { return folder }, false},
		{"much goes to a file", pieces, func(folder string) string { return folder }, true},
		{"where no file can be made it stays in memory", pieces, func(folder string) string { return filepath.Join(folder, "没有") }, false},
	} {
		folder := t.TempDir()
		for _, name := range []string{"TMPDIR", "TMP", "TEMP"} { // what systems look for the folder by
			t.Setenv(name, c.place(folder))
		}
		var w disk.Writer
		before := openFiles()
		spool := w.Spool()
		for i := range c.pieces {
			fmt.Fprintf(spool, "第%06d条，说明写在这里。\n", i)
		}
		made, err := os.ReadDir(folder)
		require.NoError(t, err)
		assert.Equal(t, c.file, len(made) == 1, c.why)
		for i := range c.pieces {
			line := make([]byte, len("第000000条，说明写在这里。\n"))
			_, err := io.ReadFull(spool, line)
			require.NoError(t, err, c.why)
			require.Equal(t, fmt.Sprintf("第%06d条，说明写在这里。\n", i), string(line), c.why)
		}
		_, err = spool.Read(make([]byte, 1))
		assert.Equal(t, io.EOF, err, c.why)
		spool.Close()
		assert.Equal(t, before, openFiles(), "Windows removes no file that is open: "+c.why)
		left, err := os.ReadDir(folder)
		require.NoError(t, err)
		assert.Empty(t, left, c.why)
	}
}

// openFiles is how many files this program has open, 0 where the system does not tell.
func openFiles() int {
	open, _ := os.ReadDir("/proc/self/fd")
	return len(open)
}

// A run that ends early leaves no spool behind, and one that was killed is cleaned up after.
func TestAbandonedSpool(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, folder)
	}
	var w disk.Writer
	spool := w.Spool()
	_, err := spool.Write(make([]byte, 2<<20))
	require.NoError(t, err)
	w.Abandon()
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Empty(t, left)
}
