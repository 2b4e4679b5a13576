package disk

import (
	"os"
	"syscall"
	"unsafe"
)

// lockable opens a file for being locked. Whoever has it open keeps nobody from renaming or removing it, which Go's own Open does.
func lockable(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const share = syscall.FILE_SHARE_READ | syscall.FILE_SHARE_WRITE | syscall.FILE_SHARE_DELETE
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ, share, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(handle), path), nil
}

// lock holds a file until it is closed, or this process ends in whatever way. It waits for others that hold it.
func lock(f *os.File) error { return lockFile(f, exclusive) }

// tryLock is lock without waiting; it is false if another holds the file, and where there are no locks.
func tryLock(f *os.File) bool { return lockFile(f, exclusive|immediately) == nil }

// Flags of LockFileEx.
const (
	immediately = 1
	exclusive   = 2
)

// lockFile locks one byte, far behind what is written, because Windows keeps others from reading what is locked.
func lockFile(f *os.File, flags uintptr) error {
	at := syscall.Overlapped{OffsetHigh: 1 << 30}
	call := syscall.NewLazyDLL("kernel32.dll").NewProc("LockFileEx")
	done, _, err := call.Call(f.Fd(), flags, 0, 1, 0, uintptr(unsafe.Pointer(&at)))
	if done == 0 {
		return err
	}
	return nil
}

// moveNew gives a file the name of a target that must not be there: fs.ErrExist if it is, whoever was quicker.
func moveNew(temporary, target string) error {
	from, err := syscall.UTF16PtrFromString(temporary)
	if err != nil {
		return err
	}
	to, err := syscall.UTF16PtrFromString(target)
	if err != nil {
		return err
	}
	return syscall.MoveFile(from, to)
}
