package job

// Compiled would read PDFs.
var Compiled = &PDFs{}
