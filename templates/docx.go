package templates

import "embed"

// DOCX holds the parts of a .docx package (ISO/IEC 29500-2) under their names in it, as text templates.
// A part that comes out empty is left out of the package.
//
//go:embed all:docx
var DOCX embed.FS
