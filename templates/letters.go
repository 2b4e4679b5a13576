package templates

import "embed"

// Letters holds the letters that go with reports, as text templates: the first line is the title, the second says whom it is for, each
// further one is a paragraph.
//
//go:embed letters/*.txt
var Letters embed.FS
