//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package disk

import (
	"errors"
	"os"
)

// lockable opens a file for being locked.
func lockable(path string) (*os.File, error) { return os.Open(path) }

// lock would hold a file; here, as in a page, there are no locks.
func lock(*os.File) error { return errors.ErrUnsupported }

// tryLock is false where there are no locks, so that nothing of others is taken for a left-over.
func tryLock(*os.File) bool { return false }

// moveNew gives a file the name of a target that must not be there: fs.ErrExist if it is.
func moveNew(temporary, target string) error { return claim(temporary, target) }
