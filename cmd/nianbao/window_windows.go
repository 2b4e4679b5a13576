package main

import (
	"os"
	"syscall"
	"unsafe"
)

// hasWindowAlone says whether this program talks to a window of the console that no other program has, a shell neither.
func hasWindowAlone() bool {
	var mode uint32
	for _, f := range []*os.File{os.Stdin, os.Stdout} {
		if syscall.GetConsoleMode(syscall.Handle(f.Fd()), &mode) != nil {
			return false
		}
	}
	var list [2]uint32
	programs, _, _ := kernel("GetConsoleProcessList").Call(uintptr(unsafe.Pointer(&list[0])), uintptr(len(list)))
	return programs == 1
}

// forgetTyped takes back what was typed into the window so far, so that an Enter of somebody who could not wait does not close it.
func forgetTyped() { kernel("FlushConsoleInputBuffer").Call(os.Stdin.Fd()) }

func kernel(function string) *syscall.LazyProc {
	return syscall.NewLazyDLL("kernel32.dll").NewProc(function)
}
