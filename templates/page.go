package templates

import "embed"

// Page holds the scripts and the looks of the page, in the folder page; of nianbao.html too, which opens without a server.
//
//go:embed page/*
var Page embed.FS
