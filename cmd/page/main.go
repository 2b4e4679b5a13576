//go:build js

// Command page is the page in the browser without a server: its script hands requests to the handler of internal/web, which runs here,
// in a worker. The worker's side is templates/page/worker.js.
package main

import (
	"runtime/debug"
	"syscall/js"
)

func main() {
	debug.SetGCPercent(percent)
	debug.SetMemoryLimit(memory)
	handler, err := newHandler()
	if err != nil {
		panic(err)
	}
	h := host{handler, js.Global().Get("nianbao")}
	h.page.Call("serve", js.FuncOf(h.take))
	select {}
}

// A collection stops the only thread: garbage may grow to twice what is in use, and beyond this many bytes of both it is collected
// all the time, since WebAssembly never gives memory back.
const (
	percent = 200
	memory  = 512 << 20
)
