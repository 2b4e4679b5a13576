package disk

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"nianbao/internal/remedy"
)

// Writer writes the files of one call of the program: whole or not at all, and never over one that the call reads. It may be used
// side by side. Its zero value is ready.
type Writer struct {
	Before     func() // called before a temporary file is made; may be nil
	lock       sync.Mutex
	identities map[string]bool         // what is read
	open       map[*temporary]struct{} // what is being written
	swept      map[string]bool         // the folders that were freed of left-overs
}

// WriteFile writes a file whole or not at all: under a temporary name beside the target, which then takes the target's place and
// its rights. The error is one plain sentence, without the file's name.
func (w *Writer) WriteFile(target string, write func(w io.Writer) error) error {
	return w.put(target, os.Rename, write)
}

// NewFile is WriteFile for a file that must not be there yet, unless force is given. Of two that make the same one at once, one fails.
func (w *Writer) NewFile(target string, force bool, write func(w io.Writer) error) error {
	if force {
		return w.WriteFile(target, write)
	}
	if err := MayMake(target); err != nil {
		return err
	}
	err := w.put(target, moveNew, write)
	if errors.Is(err, fs.ErrExist) {
		return errThere
	}
	return err
}

var errThere = remedy.New("已经有这个文件了，请换一个文件名", remedy.Overwrite)

// MayMake is the error that NewFile gives where a file lies under the name already: for who would not work in vain.
func MayMake(target string) error {
	if Exists(target) {
		return errThere
	}
	return nil
}

// Keep adds files that are read: nothing is written over one of them. "" is none.
func (w *Writer) Keep(files ...string) {
	for _, file := range files {
		if file != "" {
			w.keep(identity(file))
		}
	}
}

// KeepListed is Keep for what List found, which costs no look at the disk.
func (w *Writer) KeepListed(entries []Entry) {
	for _, e := range entries {
		w.keep(e.identity)
	}
}

func (w *Writer) keep(identity string) {
	w.lock.Lock()
	defer w.lock.Unlock()
	if w.identities == nil {
		w.identities = map[string]bool{}
	}
	w.identities[identity] = true
}

// Refuse is the error of writing over a file that is kept; nil for any other target.
func (w *Writer) Refuse(target string) error {
	its := identity(target)
	w.lock.Lock()
	kept := w.identities[its]
	w.lock.Unlock()
	if kept {
		return remedy.Failure{File: target, Err: errors.New("是这次要读的文件，不能覆盖，请换一个文件名或文件夹")}
	}
	return nil
}

// Write writes a file whole, unless it is kept. The error is a remedy.Failure.
func (w *Writer) Write(target string, data []byte) error {
	if err := w.Refuse(target); err != nil {
		return err
	}
	return w.write(target, data)
}

// write is Write of a target that is known not to be kept.
func (w *Writer) write(target string, data []byte) error {
	err := w.WriteFile(target, func(to io.Writer) error {
		_, err := to.Write(data)
		return err
	})
	if err != nil {
		return remedy.Failure{File: target, Err: err}
	}
	return nil
}

// Change is what writing did to what stood under a file's name.
type Change int

const (
	Made      Change = iota // nothing stood there
	Renewed                 // it was replaced
	Unchanged               // it was the same to the byte, and was left alone
)

// Replace is Write that looks at what stands under the name first: refuse gives the error of replacing that, nil where it may be
// replaced. An empty file may always be.
func (w *Writer) Replace(target string, data []byte, refuse func(old []byte) error) (Change, error) {
	same := false
	change, err := w.Look(target, func(old []byte) error {
		if same = bytes.Equal(old, data); same {
			return nil
		}
		return refuse(old)
	})
	switch {
	case err != nil:
		return Made, err
	case same:
		w.Clean(filepath.Dir(target))
		return Unchanged, nil
	}
	return change, w.write(target, data)
}

// Look says what writing a file will do to what stands under its name. The error, a remedy.Failure, is why that may not be replaced:
// because it is kept, or what refuse says of it.
func (w *Writer) Look(target string, refuse func(old []byte) error) (Change, error) {
	if err := w.Refuse(target); err != nil {
		return Made, err
	}
	info, err := os.Stat(target)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 { // what is wrong with it is told when it is written
		return Made, nil
	}
	old, err := os.ReadFile(target)
	if err != nil {
		err = Plainly(err, "已经有这个文件，打不开")
	} else {
		err = refuse(old)
	}
	if err != nil {
		return Made, remedy.Failure{File: target, Err: err}
	}
	return Renewed, nil
}

// Abandon ends all writing, because the program is about to end: temporary files are removed, and whoever would write more waits
// for ever.
func (w *Writer) Abandon() {
	w.lock.Lock()
	for t := range w.open {
		t.remove()
	}
}

func (w *Writer) put(target string, move func(from, to string) error, write func(w io.Writer) error) (err error) {
	if behind, err := filepath.EvalSymlinks(target); err == nil {
		target = behind
	}
	rights, exact := fs.FileMode(0o666), false
	switch info, err := os.Stat(target); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return Plainly(err, "写不了")
	case info.IsDir():
		return errors.New("写不了：这是一个文件夹，请换一个文件名")
	case !info.Mode().IsRegular():
		return errors.New("写不了：这不是普通的文件，请换一个文件名")
	default:
		rights, exact = info.Mode().Perm(), true
	}
	t, err := w.begin(filepath.Dir(target), rights, exact)
	if err != nil {
		return Plainly(err, "写不了")
	}
	whole := false
	defer func() {
		if !whole {
			w.drop(t) // also where writing panics
		}
	}()
	if err = write(t); err == nil {
		err = t.finish()
	}
	if err != nil {
		return Plainly(err, "写不了")
	}
	whole = true
	return w.settle(t, target, move)
}

// begin makes a temporary file in a folder, the first time after what killed runs left there is removed.
func (w *Writer) begin(folder string, rights fs.FileMode, exact bool) (*temporary, error) {
	if w.Before != nil {
		w.Before()
	}
	w.Clean(folder)
	w.lock.Lock()
	defer w.lock.Unlock()
	t, err := newTemporary(folder, rights, exact)
	if err == nil {
		if w.open == nil {
			w.open = map[*temporary]struct{}{}
		}
		w.open[t] = struct{}{}
	}
	return t, err
}

// Clean removes, the first time, what killed runs left in a folder.
func (w *Writer) Clean(folder string) {
	w.lock.Lock()
	defer w.lock.Unlock()
	if w.swept == nil {
		w.swept = map[string]bool{}
	}
	if !w.swept[folder] {
		w.swept[folder] = true
		sweep(folder)
	}
}

// settle gives a temporary file its name.
func (w *Writer) settle(t *temporary, target string, move func(from, to string) error) error {
	w.lock.Lock()
	defer w.lock.Unlock()
	delete(w.open, t)
	err := move(t.file.Name(), target)
	switch {
	case err == nil:
		t.release()
		return nil
	case errors.Is(err, fs.ErrExist):
	case errors.Is(err, fs.ErrPermission) && os.PathSeparator == '\\': // how Windows refuses to replace an open file
		err = errors.New("写不了：“" + filepath.Base(target) + "”可能正打开着，或者是只读的，请先关掉它或去掉只读再试")
	default:
		err = Plainly(err, "写不了")
	}
	t.remove()
	return err
}

func (w *Writer) drop(t *temporary) {
	w.lock.Lock()
	defer w.lock.Unlock()
	delete(w.open, t)
	t.remove()
}

// MakeFolder makes a folder and those above it, where they are not there. The error is a remedy.Failure.
func MakeFolder(folder string) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return remedy.Failure{File: folder, Err: Plainly(err, "建不了文件夹")}
	}
	return nil
}
