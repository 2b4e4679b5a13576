//go:build !js

package main

import (
	"os"
	"syscall"
	"time"
)

// signals end the program from outside: Ctrl-C, a closed window.
var signals = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// brokenPipe comes of writing to somebody who reads no more: who reads our results, or another program.
var brokenPipe os.Signal = syscall.SIGPIPE

// die ends the program as the signal would have, so that a shell stops its loop too.
func die(s os.Signal) {
	const usual = 128 // what shells add to the number of a signal
	code := usual + int(s.(syscall.Signal))
	if s == brokenPipe { // which Go passes over if it is sent
		os.Exit(code)
	}
	if self, err := os.FindProcess(os.Getpid()); err == nil && self.Signal(s) == nil {
		time.Sleep(time.Second) // it is on its way
	}
	os.Exit(code)
}
