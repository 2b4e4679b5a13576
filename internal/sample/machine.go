//go:build !js

package sample

import (
	"os"
	"path/filepath"
)

// MachineCache is the folder where tests keep the compiled machine that reads PDFs, which takes seconds once; interpreted, as it is where
// there is no such folder (""), it takes a second for each of them.
func MachineCache() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "nianbao-tests", "pdf")
}
