package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/internal/remedy"
)

// Move gives a file the path of a target, in a folder that is made where it is not there; a file that is kept stays where it is. The error,
// a remedy.Failure, is fs.ErrExist where something stands under that name: nothing is ever written over.
func (w *Writer) Move(from, target string) error {
	if err := w.Refuse(from); err != nil {
		return err
	}
	if err := MakeFolder(filepath.Dir(target)); err != nil {
		return err
	}
	err := moveNew(from, target)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return remedy.Failure{File: target, Err: fs.ErrExist}
	}
	return remedy.Failure{File: from, Err: Plainly(err, "移不了，请先关掉它")}
}

// RemoveEmpty removes a folder if nothing lies in it.
func RemoveEmpty(folder string) {
	if IsFolder(folder) && len(Names(folder)) == 0 {
		os.Remove(folder)
	}
}
