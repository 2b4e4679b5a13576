package disk

import (
	"bufio"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// What the names of temporary files begin and end with. They are hidden, so that no folder is read with them.
const (
	temporaryPrefix = ".nianbao-"
	temporarySuffix = ".tmp"
)

// temporary is a file under a name of its own, which is to take the place of another. The process that writes it holds it under a
// lock of the operating system as long as it lives, so that others tell it from what a killed one left.
type temporary struct {
	*bufio.Writer
	file, held *os.File
}

// newTemporary makes a temporary file in a folder, with the rights of a file that it will replace, or those of any new file.
func newTemporary(folder string, rights fs.FileMode, exact bool) (*temporary, error) {
	for {
		path := filepath.Join(folder, temporaryPrefix+strconv.FormatUint(rand.Uint64(), 36)+temporarySuffix)
		file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, rights)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		t := &temporary{bufio.NewWriter(file), file, nil}
		if exact {
			err = file.Chmod(rights) // what the umask took away
		}
		if err != nil {
			t.remove()
			return nil, err
		}
		if t.hold() {
			return t, nil
		}
		t.remove() // a run beside took it for a left-over before it was locked
	}
}

// hold locks the file; false if it has gone. Where locks cannot be had it goes without, and nobody takes it for a left-over.
func (t *temporary) hold() bool {
	held, err := lockable(t.file.Name())
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if err != nil {
		return true
	}
	if t.held = held; lock(held) != nil {
		return true
	}
	ours, failed := t.file.Stat()
	there, gone := os.Stat(t.file.Name())
	return failed == nil && gone == nil && os.SameFile(ours, there)
}

// finish ends the writing; the file stays held.
func (t *temporary) finish() error { return errors.Join(t.Flush(), t.file.Close()) }

func (t *temporary) remove() {
	t.file.Close()
	os.Remove(t.file.Name())
	t.release()
}

func (t *temporary) release() {
	if t.held != nil {
		t.held.Close()
	}
}

// sweep removes what killed runs left in a folder: temporary files that nobody holds. What cannot be removed stays; the next run
// tries again.
func sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, temporaryPrefix) || !strings.HasSuffix(name, temporarySuffix) || !entry.Type().IsRegular() {
			continue
		}
		path := filepath.Join(folder, name)
		file, err := lockable(path)
		if err != nil {
			continue
		}
		if tryLock(file) {
			os.Remove(path)
		}
		file.Close()
	}
}

// claim is moveNew where nothing better is at hand: it makes the target empty, which only one can, and replaces it.
func claim(temporary, target string) error {
	file, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	file.Close()
	if err := os.Rename(temporary, target); err != nil {
		os.Remove(target)
		return err
	}
	return nil
}
