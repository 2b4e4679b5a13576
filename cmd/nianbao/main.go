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
	const (
		percent = 400
		limit   = 96 << 20 // bytes, a third of what a hostile file may take
	)
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
