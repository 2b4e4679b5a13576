package main

import (
	"encoding/binary"
	"errors"
	"slices"
)

// limitMemory gives the memory of a compiled program an upper limit, in pages of 64 KiB, which Go's linker leaves open: the program ends
// when it is reached, and not the whole browser.
func limitMemory(wasm []byte, most uint64) ([]byte, error) {
	const header, memorySection = 8, 5
	for at := header; at < len(wasm); {
		size, n := binary.Uvarint(wasm[at+1:])
		if n <= 0 || size > uint64(len(wasm)-at-1-n) {
			break
		}
		body := wasm[at+1+n:][:size]
		if wasm[at] == memorySection {
			if len(body) < 3 || body[0] != 1 || body[1] != 0 {
				break
			}
			limited := append([]byte{1, 1}, body[2:]...) // one memory, with a maximum behind its minimum
			limited = binary.AppendUvarint(limited, most)
			section := append(binary.AppendUvarint([]byte{memorySection}, uint64(len(limited))), limited...)
			return slices.Concat(wasm[:at], section, wasm[at+1+n+int(size):]), nil
		}
		at += 1 + n + int(size)
	}
	return nil, errors.New("the compiled program declares no memory without a limit")
}
