package job

import "nianbao/internal/model"

// ComposeReview is the form for those who sign a review copy, before it is written in any format.
var ComposeReview = composeReview

// OpenCompiled is Open by the machine that reads the PDFs of all tests.
func OpenCompiled(name string, data []byte) (*model.Report, error) {
	return open(opened{File{name, data}, Compiled})
}
