package main

import "os"

// signals would end the program from outside; a page has none.
var signals []os.Signal

// brokenPipe is nothing that a page hears of.
var brokenPipe os.Signal

// die ends the program.
func die(os.Signal) { os.Exit(130) }
