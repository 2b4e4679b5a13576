// Package guide is the guide for clerks, which the page shows as well: a Markdown file a page, README.md their contents. Pictures stay
// outside the program.
package guide

import "embed"

// Pages are the pages as the program shows them, by the names of their files. They are made of the Markdown by the tests of the page.
//
//go:embed pages/*.html
var Pages embed.FS
