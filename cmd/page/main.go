//go:build js

// Command page is the page in the browser without a server: its script hands requests to the handler of internal/web, which runs here,
// in a worker. The worker's side is templates/page/worker.js.
package main

import (
	"runtime/debug"
	"syscall/js"
	"time"
)

func main() {
	debug.SetGCPercent(percent)
	debug.SetMemoryLimit(memory)
	handler, err := newHandler()
	if err != nil {
		panic(err)
	}
	second, err := newHandler()
	if err != nil {
		panic(err)
	}
	h := host{handler, js.Global().Get("nianbao")}
	h.page.Call("serve", js.FuncOf(h.take), js.FuncOf(h.rehearse(&rehearsal{handler: second, now: time.Now()})))
	select {}
}

// A collection stops the only thread, and WebAssembly never gives memory back. Of the reports in testdata a tenth was saved by 400 percent
// beside 200, for twice the memory, and a quarter was lost with 100. Beyond so many bytes garbage is collected all the time.
const (
	percent = 200
	memory  = 512 << 20
)
