package main

import "os"

// signals end the program from outside; a page sends no others.
var signals = []os.Signal{os.Interrupt}

// die ends the program.
func die(os.Signal) { os.Exit(130) }
