package main

import (
	"fmt"
	"syscall"
	"unsafe"
)

// browse opens an address in the browser that is set in Windows. It does not wait for it. Windows is asked directly, because guards take
// a program that starts rundll32 with an address for a harmful one.
func browse(address string) error {
	verb, err := syscall.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	target, err := syscall.UTF16PtrFromString(address)
	if err != nil {
		return err
	}
	const showNormal, lastError = 1, 32
	call := syscall.NewLazyDLL("shell32.dll").NewProc("ShellExecuteW")
	if err := call.Find(); err != nil {
		return err
	}
	code, _, _ := call.Call(0, uintptr(unsafe.Pointer(verb)), uintptr(unsafe.Pointer(target)), 0, 0, showNormal)
	if code <= lastError {
		return fmt.Errorf("ShellExecute: %d", code)
	}
	return nil
}
