package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestErrorsOfTheSystemBecomeSentences(t *testing.T) {
	at := func(err error) error { return &fs.PathError{Op: "write", Path: "/报告/年报.pdf", Err: err} }
	moved := func(err error) error { return &os.LinkError{Op: "rename", Old: "甲", New: "乙", Err: err} }
	for _, c := range []struct {
		why     string
		err     error
		windows bool
		want    string
	}{
		{"a full disk", at(syscall.ENOSPC), false, full},
		{"a quota", at(syscall.EDQUOT), false, full},
		{"wrapped once more", fmt.Errorf("zip: %w", at(syscall.ENOSPC)), false, full},
		{"among others", errors.Join(nil, at(syscall.EROFS), errors.New("close")), false, readOnly},
		{"a long name", moved(syscall.ENAMETOOLONG), false, longName},
		{"no rights", at(syscall.EACCES), false, noRights},
		{"nothing there", at(syscall.ENOENT), false, noPlace},
		{"a drive of a server that went away", at(syscall.ESTALE), false, noDrive},
		{"a name that a drive of Windows refuses", at(syscall.EINVAL), false, badName},
		{"a code without words", at(syscall.Errno(9999)), false, "系统不允许（编号9999），请核对位置和权限"},
		{"a path with a zero in it, which has no code", at(fs.ErrInvalid), false, "系统不允许，请核对位置和权限"},
		{"a file closed twice", fs.ErrClosed, false, "系统不允许，请核对位置和权限"},
		{"Windows: a name that it refuses", at(syscall.Errno(123)), true, badName},
		{"Windows: a file that is open in Excel", at(syscall.Errno(32)), true, inUse},
		{"Windows: a part of a file that is locked", at(syscall.Errno(33)), true, inUse},
		{"Windows: a reader that has seen enough", at(syscall.Errno(232)), true, unread},
		{"Windows: a full disk", at(syscall.Errno(112)), true, full},
		{"Windows: no rights", at(syscall.Errno(5)), true, noRights},
		{"Windows: a drive that is not plugged in", at(syscall.Errno(21)), true, noDrive},
		{"Windows: a path beyond 260", at(syscall.Errno(206)), true, longName},
	} {
		assert.EqualError(t, plainly(c.err, "写不了", c.windows), "写不了："+c.want, c.why)
	}
	assert.NoError(t, Plainly(nil, "写不了"))
	assert.EqualError(t, Plainly(errors.New("“总体情况”的文字太长"), "写不了"), "“总体情况”的文字太长", "a sentence of ours")
	assert.EqualError(t, Plainly(io.ErrShortWrite, "写不了"), "出了程序没有料到的问题，请把文件发给程序的维护者", "what nobody thought of")
	english := regexp.MustCompile(`[a-z]{2}`)
	for code := range syscall.Errno(2000) {
		for _, windows := range []bool{false, true} {
			told := strings.ReplaceAll(plainly(at(code), "写不了", windows).Error(), "Excel", "")
			assert.NotRegexp(t, english, told)
		}
	}
}

// What a killed run left is removed by the next one that writes into the folder; what a living one holds is not, nor is anything else.
func TestLeftOversAreRemovedAndOthersKeepTheirs(t *testing.T) {
	folder := t.TempDir()
	left := filepath.Join(folder, temporaryPrefix+"1"+temporarySuffix)
	for _, name := range []string{filepath.Base(left), "年报.tmp", temporaryPrefix + "说明.txt"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte("一半"), 0o600))
	}
	require.NoError(t, os.Mkdir(filepath.Join(folder, temporaryPrefix+"2"+temporarySuffix), 0o700))
	living, err := newTemporary(folder, 0o666, false)
	require.NoError(t, err)
	var w Writer
	require.NoError(t, w.Write(filepath.Join(folder, "年报.txt"), []byte("年报")))
	assert.NoFileExists(t, left)
	assert.FileExists(t, living.file.Name(), "held by another run")
	assert.FileExists(t, filepath.Join(folder, "年报.tmp"))
	assert.FileExists(t, filepath.Join(folder, temporaryPrefix+"说明.txt"))
	assert.DirExists(t, filepath.Join(folder, temporaryPrefix+"2"+temporarySuffix))

	require.NoError(t, living.file.Close())
	living.release() // as if its run had been killed
	require.NoError(t, w.Write(filepath.Join(folder, "又一份.txt"), nil))
	assert.FileExists(t, living.file.Name(), "a folder is looked at once in a run")
	require.NoError(t, new(Writer).Write(filepath.Join(folder, "又一份.txt"), nil))
	assert.NoFileExists(t, living.file.Name())
}

// A run beside may take a temporary file for a left-over before it is locked; then another is made.
func TestATemporaryFileThatWasSweptIsMadeAnew(t *testing.T) {
	folder := t.TempDir()
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				sweep(folder)
			}
		}
	}()
	defer close(stop)
	var w Writer
	for n := range 500 {
		target := filepath.Join(folder, fmt.Sprint(n, ".txt"))
		require.NoError(t, w.Write(target, []byte("年报")))
		data, err := os.ReadFile(target)
		require.NoError(t, err)
		require.Equal(t, "年报", string(data))
	}
}

func TestAbandonLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	var w Writer
	writing, ended := make(chan struct{}), make(chan struct{})
	go w.WriteFile(filepath.Join(folder, "年报.txt"), func(to io.Writer) error {
		io.WriteString(to, "一半")
		close(writing)
		<-ended
		return nil
	})
	<-writing
	w.Abandon()
	close(ended)
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestClaimIsMoveNewWithoutLinks(t *testing.T) {
	folder := t.TempDir()
	from, to := filepath.Join(folder, "甲"), filepath.Join(folder, "乙")
	require.NoError(t, os.WriteFile(from, []byte("甲"), 0o600))
	require.NoError(t, claim(from, to))
	require.NoError(t, os.WriteFile(from, []byte("丙"), 0o600))
	assert.ErrorIs(t, claim(from, to), fs.ErrExist)
	data, err := os.ReadFile(to)
	require.NoError(t, err)
	assert.Equal(t, "甲", string(data))
	assert.Error(t, claim(filepath.Join(folder, "没有"), filepath.Join(folder, "丁")))
	assert.NoFileExists(t, filepath.Join(folder, "丁"), "what it made for itself is taken away")
}
