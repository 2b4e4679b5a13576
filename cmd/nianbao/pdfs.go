//go:build !js

package main

import (
	"os"
	"path/filepath"
	"sync"

	"nianbao/internal/disk"
	"nianbao/internal/job"
)

// machine is how many bytes the machine needs that reads PDFs.
const machine = 160 << 20

// readerOfPDFs keeps what reading PDFs needs in the user's cache, if there is one, and says on a stream when it takes longer.
func readerOfPDFs(err *stream) *job.PDFs {
	pdfs := &job.PDFs{Say: func(words string) { err.say("%s。\n", words) }, Starts: func() { spareMore(machine) }}
	if dir, failed := os.UserCacheDir(); failed == nil {
		pdfs.CacheDir = filepath.Join(dir, "nianbao", "pdf")
		pdfs.Cached = sync.OnceValue(func() bool { return len(disk.Names(pdfs.CacheDir)) > 0 })
	}
	return pdfs
}
