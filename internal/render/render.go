// Package render holds the table of formats that a report can be written in.
package render

import (
	"bytes"
	"io"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/render/html"
	"nianbao/internal/render/layout"
	"nianbao/internal/render/ofd"
	"nianbao/internal/render/pdf"
	"nianbao/internal/render/text"
)

// Format is one way to write a report.
type Format struct {
	Name      string // as on the command line
	Extension string // of its files, with the dot
	Fragments bool   // whether there is a fragment of it, for pasting
	Room      int    // how many bytes to have ready for it
	Write     func(w io.Writer, in *Input) error
}

// Formats lists the formats. A new one is a package of its own and a line here.
func Formats() []Format {
	return []Format{
		{"pdf", ".pdf", false, pdf.Usual, func(w io.Writer, in *Input) error { return pdf.Write(w, in.Pages(), in.data()) }},
		{"txt", ".txt", false, text.Usual, func(w io.Writer, in *Input) error { return text.Write(w, in.Document, in.Options.Text) }},
		{"html", ".html", true, 0, func(w io.Writer, in *Input) error { return html.Write(w, in.Document, in.html()) }},
		{"docx", ".docx", false, 0, func(w io.Writer, in *Input) error { return docx.Write(w, in.Document) }},
		{"ofd", ".ofd", false, 0, func(w io.Writer, in *Input) error { return ofd.Write(w, in.Pages(), in.data()) }},
		{"json", ".json", false, exchange.Usual, func(w io.Writer, in *Input) error { return exchange.Write(w, in.Report) }},
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
	Last     *model.Report // last year's report, for the charts; may be nil
	Document *document.Document
	Options  Options
	Pages    func() *layout.Pages
}

// Options are the wishes of single formats.
type Options struct {
	Text     text.Options
	Fragment bool // html: the content alone, for pasting
	NoTitle  bool // html: without the title
	Charts   bool // html: with charts
	NoData   bool // pdf, ofd: without the data of what is printed
}

func (in *Input) html() html.Options {
	o := html.Options{Fragment: in.Options.Fragment, NoTitle: in.Options.NoTitle}
	if in.Options.Charts { // of the report's own figures alone: members' are none of a page that is published
		o.Charts = []document.Chart{document.OutcomeChart(in.Report, in.Last)}
	}
	return o
}

// data are what a PDF or OFD carries of the report. A draft carries none: it is nothing to be counted on, and JSON has no mark that says so.
func (in *Input) data() *layout.Attachment {
	if in.Options.NoData || !in.Document.IsFinal() {
		return nil
	}
	var b bytes.Buffer
	exchange.Write(&b, document.Printed(in.Report)) // writing to a Buffer cannot fail
	return &layout.Attachment{Name: exchange.Attachment, Plain: "nianbao.json", Type: "application/json", About: "本报告的数据（" + exchange.Schema + "）", Data: b.Bytes()}
}

// NewInput prepares a document for the formats. Pages are laid out once, when the first format asks for them.
func NewInput(r, last *model.Report, d *document.Document, f *fonts.Set, o Options) *Input {
	return &Input{Report: r, Last: last, Document: d, Options: o, Pages: sync.OnceValue(func() *layout.Pages {
		pages, _ := layout.Set(d, f) // what no font has was found by the check, and is drawn as 〓 in a draft
		return pages
	})}
}
