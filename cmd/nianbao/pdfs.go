//go:build !js

package main

import (
	"os"
	"path/filepath"

	"nianbao/internal/job"
)

// readerOfPDFs keeps what reading PDFs needs in the user's cache, if there is one, and says on a stream when it takes longer.
func readerOfPDFs(err *stream) *job.PDFs {
	pdfs := &job.PDFs{Say: func(words string) { err.say("%s。\n", words) }, Starts: spareMore}
	if dir, failed := os.UserCacheDir(); failed == nil {
		pdfs.CacheDir = filepath.Join(dir, "nianbao", "pdf")
	}
	return pdfs
}
