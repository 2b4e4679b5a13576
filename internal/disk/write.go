package disk

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nianbao/internal/remedy"
)

// WriteFile writes a file whole or not at all: under a temporary name beside the target, which then takes the target's place.
func WriteFile(target string, write func(w io.Writer) error) (err error) {
	if behind, err := filepath.EvalSymlinks(target); err == nil {
		target = behind
	}
	switch info, err := os.Stat(target); {
	case err == nil && info.IsDir():
		return errors.New("写不了：这是一个文件夹，请换一个文件名")
	case err == nil && !info.Mode().IsRegular():
		return errors.New("写不了：这不是普通的文件，请换一个文件名")
	}
	temporary, err := os.CreateTemp(filepath.Dir(target), ".nianbao-*.tmp")
	if err != nil {
		return Plainly(err, "写不了")
	}
	defer func() {
		if err != nil {
			temporary.Close()
			os.Remove(temporary.Name())
		}
	}()
	out := bufio.NewWriter(temporary)
	if err = write(out); err != nil {
		return Plainly(err, "写不了")
	}
	if err = errors.Join(out.Flush(), temporary.Chmod(0o644), temporary.Close()); err != nil {
		return Plainly(err, "写不了")
	}
	if err = os.Rename(temporary.Name(), target); err != nil {
		if errors.Is(err, fs.ErrPermission) && os.PathSeparator == '\\' { // how Windows refuses to replace an open file
			return errors.New("写不了：“" + filepath.Base(target) + "”可能正打开着，请先关掉它再试")
		}
		return Plainly(err, "写不了")
	}
	return nil
}

// Kept are the files that a call reads: nothing is written over one of them.
type Kept struct{ identities map[string]bool }

// Keep adds files; "" is none.
func (k *Kept) Keep(files ...string) {
	if k.identities == nil {
		k.identities = map[string]bool{}
	}
	for _, file := range files {
		if file != "" {
			k.identities[identity(file)] = true
		}
	}
}

// Refuse is the error of writing over a file that is kept; nil for any other target.
func (k *Kept) Refuse(target string) error {
	if k.identities[identity(target)] {
		return remedy.Failure{File: target, Err: errors.New("是这次要读的文件，不能覆盖，请换一个文件名或文件夹")}
	}
	return nil
}

// Write writes a file whole, unless it is kept. The error is a remedy.Failure.
func (k *Kept) Write(target string, data []byte) error {
	if err := k.Refuse(target); err != nil {
		return err
	}
	err := WriteFile(target, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return remedy.Failure{File: target, Err: err}
	}
	return nil
}

// MakeFolder makes a folder and those above it, where they are not there. The error is a remedy.Failure.
func MakeFolder(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return remedy.Failure{File: folder, Err: Plainly(err, "建不了文件夹")}
	}
	return nil
}

// NewFile is WriteFile for a workbook that must not be there yet, unless force is given.
func NewFile(target string, force bool, write func(w io.Writer) error) error {
	if !strings.EqualFold(filepath.Ext(target), ".xlsx") {
		return errors.New("填报表的文件名要以.xlsx结尾")
	}
	if Exists(target) && !force {
		return remedy.New("已经有这个文件了，请换一个文件名", remedy.Overwrite)
	}
	return WriteFile(target, write)
}
