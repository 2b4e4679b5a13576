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
	call := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if call.Find() != nil {
		return false
	}
	programs, _, _ := call.Call(uintptr(unsafe.Pointer(&list[0])), uintptr(len(list)))
	return programs == 1
}
