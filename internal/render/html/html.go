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
	Contents    []heading // the headings of the sections
	Mark        document.Mark
	Blocks      []block
	Notes       []document.Note
}

// block is one piece of the page's flow: the one of its fields that is set.
type block struct {
	Title     *document.Title
	Addressee *document.Addressee
	Heading   *heading
	Paragraph *paragraph
	Table     *table
	Chart     *chart
	Signature *document.Signature
}

// heading is a heading of the page. Level is that of its element: 1 is the title, 2 the sections.
type heading struct {
	Level int
	ID    string // of a section's
	Text  string
	RunIn bool // it stands on the first line of its paragraph
}

// paragraph is a paragraph of the page, and the heading that runs into it, if one does.
type paragraph struct {
	Lead   *heading
	Pieces []document.Piece
}

func newParagraph(p document.Paragraph) *paragraph {
	out := &paragraph{Pieces: p.Pieces()}
	for i := range out.Pieces {
		out.Pieces[i].Text = oneLine(out.Pieces[i].Text)
	}
	if p.Lead != "" {
		out.Lead = &heading{Level: p.Rank + 1, Text: oneLine(p.Lead), RunIn: true}
	}
	return out
}

func compose(d *document.Document, o Options) page {
	c := composer{charts: o.Charts, pasted: o.Fragment}
	for _, b := range d.Blocks {
		if _, isTitle := b.(document.Title); !isTitle || !o.NoTitle {
			c.add(b)
		}
	}
	c.endSection()
	p := page{Title: oneLine(d.Title), Unit: oneLine(d.Unit), Mark: d.Mark, Blocks: c.blocks}
	if !o.Fragment && len(c.contents) > 1 {
		p.Contents = c.contents
	}
	if !d.IsFinal() {
		for _, n := range d.Notes {
			p.Notes = append(p.Notes, document.Note{Level: oneLine(n.Level), Place: oneLine(n.Place), Text: oneLine(n.Text)})
		}
	}
	return p
}

// composer turns the blocks of a document into those of the page.
type composer struct {
	charts   []document.Chart
	pasted   bool
	blocks   []block
	contents []heading
	tables   int     // how many there were
	last     []block // the charts that end the section
}

func (c *composer) add(b document.Block) {
	switch b := b.(type) {
	case document.Title:
		c.put(block{Title: &document.Title{Unit: oneLine(b.Unit), Name: oneLine(b.Name)}})
	case document.Addressee:
		c.put(block{Addressee: &document.Addressee{Text: oneLine(b.Text)}})
	case document.Heading:
		h := heading{Level: b.Rank + 1, Text: oneLine(b.Text)}
		if b.IsSection() {
			c.endSection()
			h.ID = fmt.Sprintf("nianbao-s%d", len(c.contents)+1)
			c.contents = append(c.contents, h)
		}
		c.put(block{Heading: &h})
	case document.Paragraph:
		c.put(block{Paragraph: newParagraph(b)})
	case document.Table:
		c.tables++
		t := newTable(b, c.tables)
		t.Pasted = c.pasted
		c.put(block{Table: t})
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
