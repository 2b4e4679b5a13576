package templates

import "embed"

// Page holds the page that the program is used by in a browser: its views, its looks, its scripts; of nianbao.html too, which opens
// without a server.
//
//go:embed page/*
var Page embed.FS
