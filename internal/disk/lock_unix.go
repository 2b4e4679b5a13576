//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package disk

import (
	"os"
	"syscall"
)

// lockable opens a file for being locked. Whoever has it open keeps nobody from renaming or removing it.
func lockable(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDONLY|syscall.O_NOFOLLOW, 0)
}

// lock holds a file until it is closed, or this process ends in whatever way. It waits for others that hold it.
func lock(f *os.File) error {
	for {
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != syscall.EINTR {
			return err
		}
	}
}

// tryLock is lock without waiting; it is false if another holds the file, and where there are no locks.
func tryLock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// moveNew gives a file the name of a target that must not be there: fs.ErrExist if it is, whoever was quicker.
func moveNew(temporary, target string) error {
	err := os.Link(temporary, target)
	if err == nil {
		return os.Remove(temporary)
	}
	if os.IsExist(err) {
		return err
	}
	return claim(temporary, target) // a file system without links
}
