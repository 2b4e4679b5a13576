package job

import (
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// Compiled reads the PDFs of all tests with one machine, compiled from the first one on.
var Compiled = &PDFs{CacheDir: sample.MachineCache(), Cached: func() bool { return true }}

// OpenCompiled is Open by that machine.
func OpenCompiled(name string, data []byte) (*model.Report, error) {
	return open(opened{File{name, data}, Compiled})
}
