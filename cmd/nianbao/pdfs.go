//go:build !js

package main

import (
	"os"
	"path/filepath"
	"runtime/debug"

	"nianbao/internal/disk"
	"nianbao/internal/job"
)

// readerOfPDFs keeps what reading PDFs needs in the user's cache, if there is one, and says on a stream when it takes longer.
func readerOfPDFs(err *stream) *job.PDFs {
	pdfs := &job.PDFs{Say: func(words string) { err.say("%s。\n", words) }, Starts: spareMore}
	if dir, failed := os.UserCacheDir(); failed == nil {
		pdfs.CacheDir = filepath.Join(dir, "nianbao", "pdf")
		pdfs.Cached = len(disk.Names(pdfs.CacheDir)) > 0
	}
	return pdfs
}

// spareMore lets the memory of a call grow by what the machine needs that reads PDFs, or half the time goes into collecting.
func spareMore() {
	const machine = 160 << 20 // bytes
	if ownCollector() {
		debug.SetMemoryLimit(memory + machine)
	}
}
