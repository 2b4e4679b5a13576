package main

import "nianbao/internal/job"

// readerOfPDFs is for computers; in a browser there is no machine that reads PDFs.
func readerOfPDFs(*stream) *job.PDFs { return nil }
