//go:build !windows

package main

import (
	"os/exec"
	"runtime"
)

// browsers are the commands by which systems open an address in the browser that is set there.
var browsers = map[string]string{"darwin": "open", "linux": "xdg-open"}

// browse opens an address in the browser. It does not wait for it.
func browse(address string) error {
	opener, ok := browsers[runtime.GOOS]
	if !ok {
		return exec.ErrNotFound
	}
	command := exec.Command(opener, address)
	if err := command.Start(); err != nil {
		return err
	}
	go command.Wait()
	return nil
}
