package disk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/disk"
)

func TestAppend(t *testing.T) {
	for _, c := range []struct{ why, before, want string }{
		{"the first line", "", "三\n"},
		{"behind others", "一\n二\n", "一\n二\n三\n"},
		{"a killed run left half a line: it stays by itself", "一\n二", "一\n二\n三\n"},
	} {
		file := filepath.Join(t.TempDir(), "记录")
		if c.before != "" {
			require.NoError(t, os.WriteFile(file, []byte(c.before), 0o600))
		}
		var w disk.Writer
		line := append(make([]byte, 0, 64), "三"...)
		require.NoError(t, w.Append(file, line))
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, c.want, string(data), c.why)
		assert.NotContains(t, string(line[:cap(line)]), "\n", "what the caller keeps behind the line is the caller's")
	}
	folder := t.TempDir()
	var w disk.Writer
	assert.ErrorContains(t, w.Append(folder, []byte("一")), "不是普通的文件")
	kept := filepath.Join(folder, "要读的")
	require.NoError(t, os.WriteFile(kept, []byte("一\n"), 0o600))
	w.Keep(kept)
	assert.ErrorContains(t, w.Append(kept, []byte("二")), "是这次要读的文件")
	assert.ErrorContains(t, w.KeepLines(kept, nil), "是这次要读的文件")
}

// Lines of several that write at once do not mix; who sees one that is being written may end it once more.
func TestAppendSideBySide(t *testing.T) {
	file, line := filepath.Join(t.TempDir(), "记录"), strings.Repeat("一", 5000)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			var w disk.Writer // each in a run of its own
			for range 20 {
				assert.NoError(t, w.Append(file, []byte(line)))
			}
		})
	}
	all.Wait()
	found := 0
	passed, err := disk.Lines(file, 1<<16, func(_ disk.Span, text []byte) {
		if len(text) > 0 {
			found++
			assert.True(t, line == string(text)) // Equal would print it
		}
	})
	require.NoError(t, err)
	assert.False(t, passed)
	assert.Equal(t, 160, found)
}

func TestLines(t *testing.T) {
	const longest = 64 // of bytes; not below what the buffer of a reader has at least
	long := strings.Repeat("长", longest)
	for _, c := range []struct {
		why, text string
		want      []string
		passed    bool
	}{
		{"nothing", "", nil, false},
		{"whole lines, an empty one too", "一\n\n二\n", []string{"一", "", "二"}, false},
		{"the last one is torn", "一\n二", []string{"一"}, true},
		{"a line longer than any, and what stands behind it", "一\n" + long + long + "\n二\n", []string{"一", "二"}, true},
		{"a line as long as may be", strings.Repeat("a", longest-1) + "\n二\n", []string{strings.Repeat("a", longest-1), "二"}, false},
		{"one more", strings.Repeat("a", longest) + "\n二\n", []string{"二"}, true},
		{"no text at all", long + "\x00\x01" + long, nil, true},
	} {
		file := filepath.Join(t.TempDir(), "记录")
		require.NoError(t, os.WriteFile(file, []byte(c.text), 0o600))
		var got []string
		var spans []disk.Span
		passed, err := disk.Lines(file, longest, func(where disk.Span, text []byte) {
			got, spans = append(got, string(text)), append(spans, where)
		})
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, c.passed, passed, c.why)
		_, err = disk.LineAt(file, disk.Span{At: int64(len(c.text)), Length: 1})
		assert.EqualError(t, err, "文件已损坏，请换一份完好的", c.why)
		for i, where := range spans {
			text, err := disk.LineAt(file, where)
			require.NoError(t, err, c.why)
			assert.Equal(t, got[i], string(text), c.why)
		}
		var w disk.Writer
		require.NoError(t, w.KeepLines(file, spans), c.why)
		data, err := os.ReadFile(file)
		if len(spans) == 0 {
			assert.ErrorIs(t, err, os.ErrNotExist, c.why)
			continue
		}
		require.NoError(t, err, c.why)
		assert.Equal(t, strings.Join(c.want, "\n")+"\n", string(data), c.why)
	}
	missing := filepath.Join(t.TempDir(), "没有")
	passed, err := disk.Lines(missing, longest, func(disk.Span, []byte) { t.Fatal("nothing is there") })
	assert.NoError(t, err)
	assert.False(t, passed)
	head, err := disk.Head(missing, 3)
	assert.NoError(t, err)
	assert.Empty(t, head)
	_, err = disk.Lines(t.TempDir(), longest, nil)
	assert.ErrorContains(t, err, "不是普通的文件")
	_, err = disk.Digest(t.TempDir())
	assert.ErrorContains(t, err, "不是普通的文件")
	huge := filepath.Join(t.TempDir(), "记录")
	file, err := os.Create(huge)
	require.NoError(t, err)
	require.NoError(t, file.Truncate(1<<30+1)) // which takes no space
	require.NoError(t, file.Close())
	_, err = disk.Lines(huge, longest, nil)
	assert.ErrorContains(t, err, "大得不正常")
	_, err = disk.Head(huge, 3)
	assert.ErrorContains(t, err, "大得不正常")
}

func TestDigest(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a")
	require.NoError(t, os.WriteFile(file, []byte("abc"), 0o600))
	sum, err := disk.Digest(file)
	require.NoError(t, err)
	assert.Equal(t, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", sum, "FIPS 180-4, example of one block")
	_, err = disk.Digest(fmt.Sprint(file, "b"))
	assert.Error(t, err)
}
