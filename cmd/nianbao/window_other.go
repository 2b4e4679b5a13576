//go:build !windows

package main

// hasWindowAlone is for Windows; elsewhere a terminal is a program that goes on when its commands end.
func hasWindowAlone() bool { return false }

// forgetTyped is for the window that is waited in.
func forgetTyped() {}
