package job

import "nianbao/internal/model"

// OpenCompiled is Open by the machine that reads the PDFs of all tests.
func OpenCompiled(name string, data []byte) (*model.Report, error) {
	return open(opened{File{name, data}, Compiled})
}
