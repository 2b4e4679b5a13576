// Package templates holds looks only: what the formats are filled into.
package templates

import "embed"

// HTML holds the templates of the web page, in the folder html.
//
//go:embed html/*.html
var HTML embed.FS
