// Package guide is the guide for clerks, which the page shows as well: a Markdown file a page, README.md their contents. Pictures stay
// outside the program.
package guide

import "embed"

// Pages are the texts, by the names of their files.
//
//go:embed *.md
var Pages embed.FS
