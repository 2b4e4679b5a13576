package main

import "os"

// signals would end the program from outside; a page has none.
var signals []os.Signal

// die ends the program.
func die(os.Signal) { os.Exit(130) }
