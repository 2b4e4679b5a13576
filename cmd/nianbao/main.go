// Command nianbao (年报) writes the yearly report on government information disclosure: a workbook to fill in, its checks, the report.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	spareCollector()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// spareCollector lets the memory of a call, which is short, grow before it is collected; of large inputs it is collected as ever.
func spareCollector() {
	const percent = 400
	if ownCollector() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(memory)
	}
}

// memory is how many bytes are taken before garbage is collected all the time: a fifth of what a hostile file may take. What is kept of each
// file of a run comes on top of it (keptOfFile), so that a run over many takes little more than one over some.
const memory = 64 << 20

// spareMore lets the memory grow by so many bytes more that something keeps; else half the time would go into collecting.
func spareMore(bytes int64) {
	if ownCollector() {
		debug.SetMemoryLimit(debug.SetMemoryLimit(-1) + bytes)
	}
}

func ownCollector() bool { return os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" }
