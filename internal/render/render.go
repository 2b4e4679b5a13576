// Package render holds the table of formats that a report can be written in.
package render

import (
	"io"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/render/pdf"
	"nianbao/internal/render/text"
)

// Format is one way to write a report.
type Format struct {
	Name      string // as on the command line
	Extension string // of its files, with the dot
	Write     func(w io.Writer, in *Input) error
}

// Formats lists the formats. A new one is a package of its own and a line here.
func Formats() []Format {
	return []Format{
		{"pdf", ".pdf", func(w io.Writer, in *Input) error { return pdf.Write(w, in.Pages()) }},
		{"txt", ".txt", func(w io.Writer, in *Input) error { return text.Write(w, in.Document, in.Text) }},
		{"json", ".json", func(w io.Writer, in *Input) error { return exchange.Write(w, in.Report) }},
	}
}

// ByName finds a format.
func ByName(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Input is what the formats are written from: a report, the document made of it, and, only if asked for, its pages.
type Input struct {
	Report   *model.Report
	Document *document.Document
	Text     text.Options
	Pages    func() *layout.Pages
}

// NewInput prepares a document for the formats. Pages are laid out once, when the first format asks for them.
func NewInput(r *model.Report, d *document.Document, f *fonts.Set, o text.Options) *Input {
	return &Input{Report: r, Document: d, Text: o, Pages: sync.OnceValue(func() *layout.Pages {
		pages, _ := layout.Set(d, f) // what no font has was found by the check, and is drawn as 〓 in a draft
		return pages
	})}
}
