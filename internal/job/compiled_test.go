//go:build !js

package job

import "nianbao/internal/sample"

// Compiled reads the PDFs of all tests with one machine, compiled from the first one on.
var Compiled = &PDFs{CacheDir: sample.MachineCache(), Cached: func() bool { return true }}
