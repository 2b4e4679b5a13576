// Package html writes a document as a web page that needs no other file, or as the part of one that is pasted into the editor
// of a website. Editors drop style sheets and classes, so the looks are in style attributes.
package html

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"nianbao/internal/render/document"
	"nianbao/templates"
)

// Options are the choices of whoever wants the page.
type Options struct {
	Fragment bool             // the content alone, for pasting: without a head, all in one element
	NoTitle  bool             // without the title, which the website has a place of its own for
	Charts   []document.Chart // each is shown at the end of the section that holds its table
}

// Write writes the document, and behind a draft what is still open. Nothing is written, and the place is named,
// if there is a character that no web page may hold.
func Write(w io.Writer, d *document.Document, o Options) error {
	var charted []document.Text
	for _, c := range o.Charts {
		charted = append(charted, c.Texts()...)
	}
	if err := d.CheckCharacters("网页", forbidden, charted...); err != nil {
		return err
	}
	name := "page"
	if o.Fragment {
		name = "report"
	}
	var b bytes.Buffer
	if err := looks().ExecuteTemplate(&b, name, compose(d, o)); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

var looks = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(templates.HTML, "html/*.html"))
})

// page is what the templates are filled from.
type page struct {
	Title, Unit string
	Mark        document.Mark
	Blocks      []block
	Notes       []document.Note
}

// block is one piece of the page's flow: the one of its fields that is set.
type block struct {
	Title     *document.Title
	Addressee *document.Addressee
	Heading   *heading
	Paragraph *document.Paragraph
	Table     *table
	Chart     *chart
	Signature *document.Signature
}

// heading is a heading of the page. Level is that of its element: 1 is the title, 2 the sections. One that runs into its
// paragraph is no heading of the page, as none can stand inside a paragraph; it is set off by strength.
type heading struct {
	Level int
	Text  string
}

func compose(d *document.Document, o Options) page {
	c := composer{charts: o.Charts}
	for _, b := range d.Blocks {
		if _, isTitle := b.(document.Title); !isTitle || !o.NoTitle {
			c.add(b)
		}
	}
	c.endSection()
	p := page{Title: oneLine(d.Title), Unit: oneLine(d.Unit), Mark: d.Mark, Blocks: c.blocks}
	if !d.IsFinal() {
		for _, n := range d.Notes {
			p.Notes = append(p.Notes, document.Note{Level: oneLine(n.Level), Place: oneLine(n.Place), Text: oneLine(n.Text)})
		}
	}
	return p
}

// composer turns the blocks of a document into those of the page.
type composer struct {
	charts []document.Chart
	blocks []block
	tables int     // how many there were
	last   []block // the charts that end the section
}

func (c *composer) add(b document.Block) {
	switch b := b.(type) {
	case document.Title:
		c.put(block{Title: &document.Title{Unit: oneLine(b.Unit), Name: oneLine(b.Name)}})
	case document.Addressee:
		c.put(block{Addressee: &document.Addressee{Text: oneLine(b.Text)}})
	case document.Heading:
		if b.IsSection() {
			c.endSection()
		}
		c.put(block{Heading: &heading{b.Rank + 1, oneLine(b.Text)}})
	case document.Paragraph:
		c.put(block{Paragraph: &document.Paragraph{Lead: oneLine(b.Lead), Text: oneLine(b.Text)}})
	case document.Table:
		c.tables++
		c.put(block{Table: newTable(b, c.tables)})
		for _, chart := range c.charts {
			if chart.Table == b.Title {
				c.last = append(c.last, block{Chart: newChart(chart)})
			}
		}
	case document.Signature:
		c.endSection()
		c.put(block{Signature: &document.Signature{Unit: oneLine(b.Unit), Date: oneLine(b.Date)}})
	default:
		panic(fmt.Sprintf("html: no way to write a %T", b))
	}
}

func (c *composer) put(b block) { c.blocks = append(c.blocks, b) }

func (c *composer) endSection() {
	c.blocks = append(c.blocks, c.last...)
	c.last = nil
}

// lineBreaks are the characters at which a reader of the text may begin a new line.
var lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

func oneLine(s string) string { return lineBreaks.Replace(s) }

// forbidden tells what no web page may hold, not even as a numeric reference: control characters and noncharacters. Browsers
// drop or replace them without a word. https://html.spec.whatwg.org/multipage/parsing.html#parse-errors
func forbidden(r rune) bool {
	switch {
	case r >= '\t' && r <= '\r', r == '\u0085': // written as spaces
		return false
	}
	return r < ' ' || r >= 0x7F && r <= 0x9F || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}
