//go:build !js

// Command page is for browsers only: build it with GOOS=js GOARCH=wasm, or pack it with cmd/release.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "这个程序只在浏览器里运行，请用 go run ./cmd/release --only page 打包成网页。")
	os.Exit(2)
}
