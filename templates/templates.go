// Package templates holds looks only: what the formats are filled into.
package templates

import "embed"

// HTML holds the templates of the web page, in the folder html.
//
//go:embed html/*.html
var HTML embed.FS

// Page holds the page that the program is used by in a browser, in the folder page.
//
//go:embed page
var Page embed.FS
