//go:build !js

package main

import (
	"os"
	"syscall"
)

// signals end the program from outside: Ctrl-C, a closed window, a reader of our results that went away.
var signals = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE}
