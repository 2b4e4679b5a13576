// Package docx reads what a word-processor file (.docx) shows.
package docx

import (
	"errors"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/chinese"
	"nianbao/internal/opc"
	"nianbao/internal/published/page"
)

// Read reads a document of Word, WPS or LibreOffice: with changes tracked, which count as accepted, and with automatic numbers.
// An error is only for a file that cannot be read as a document at all: an opc.Error, or a MuchTextError.
func Read(data []byte) (*page.Page, error) {
	file, err := opc.Open(data, opc.Document, budget.With(budget.Elements, mostElements))
	if err != nil {
		return nil, err
	}
	p := &pack{file}
	root, err := p.read(p.Main())
	if errors.Is(err, opc.ErrNoPart) {
		return nil, errDamaged
	}
	if err != nil {
		return nil, err
	}
	if root.name != "document" || root.child("body") == nil {
		return nil, errNotDocument
	}
	in := &reader{spent: &spent{left: p.Budget}}
	if err := in.readLooks(p); err != nil {
		return nil, err
	}
	in.readBlocks(root.child("body"))
	in.endParagraph(page.Plain)
	remarks, running := in.quoteRemarks(p), in.running(p)
	if in.spent.over {
		return nil, MuchTextError{in.spent.paragraphs}
	}
	return &page.Page{Alone: true, Blocks: in.blocks, Remarks: remarks, Running: running, Asides: in.seen.Told()}, nil
}

// mostElements is fewer than usual, since all of them are kept until the document is read.
const mostElements = 500_000

// reader reads the body of one document.
type reader struct {
	spent     *spent
	styles    map[string]paragraphStyle // by id
	strong    map[string]bool           // the ids of styles of either kind that set bold, or not
	numbering *numbering
	blocks    []page.Block
	text      strings.Builder // of the paragraph, and of those before it whose ends were deleted
	bold      []chinese.Range // of the text
	isBold    bool            // the paragraph's style sets bold

	seen    page.Besides
	goesOn  [page.Struck + 1]bool // of what is counted by places: one ends where the text stands now
	revised int                   // how many insertions the text stands in
	boxes   []page.Block          // what text boxes of the paragraph hold
	remarks []remark
}

// readLooks reads the parts that say how paragraphs look.
func (in *reader) readLooks(p *pack) error {
	links, err := p.Relationships(p.Main())
	if err != nil {
		return err
	}
	parts := map[string]*element{}
	for _, l := range links {
		if l.Kind() != "styles" && l.Kind() != "numbering" {
			continue
		}
		part, err := p.read(l.Target)
		if err != nil && !errors.Is(err, opc.ErrNoPart) {
			return err
		}
		parts[l.Kind()] = part
	}
	in.styles, in.numbering = readStyles(parts["styles"]), readNumbering(parts["numbering"])
	in.strong = readStrong(parts["styles"])
	return nil
}

// inside is a reader for what stands in a cell or a text box.
func (in *reader) inside() *reader {
	return &reader{spent: in.spent, styles: in.styles, numbering: in.numbering, strong: in.strong}
}

// readBlocks reads the paragraphs and tables of an element, and of those in it that only group them.
func (in *reader) readBlocks(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "p":
			in.readParagraph(c)
		case "tbl":
			in.endParagraph(page.Plain)
			in.readTable(c)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			in.readBlocks(c)
		case "?:AlternateContent":
			in.readBlocks(choice(c))
		case "del", "moveFrom":
			in.seen[page.Revisions]++
		case "altChunk", "subDoc":
			in.seen[page.Embedded]++
		}
	}
}

// choice is the first alternative of those that say the same in newer and older ways.
func choice(e *element) *element {
	if c := e.child("?:Choice"); c != nil {
		return c
	}
	return &element{}
}

func (in *reader) readParagraph(e *element) {
	if in.spent.over {
		return
	}
	in.spent.paragraphs++
	properties := e.child("pPr")
	style := in.styles[properties.val("pStyle")]
	in.isBold = in.strong[properties.val("pStyle")]
	in.text.WriteString(in.number(properties, style))
	in.readText(e, &in.text)
	if properties.child("rPr", "del") != nil || properties.child("rPr", "moveFrom") != nil {
		in.place(page.Revisions) // the paragraph's end is deleted, so the next one goes on with it
		in.spent.take(in.spent.left.Allows(budget.Text, in.text.Len()))
		return
	}
	in.endParagraph(style.kind)
}

func (in *reader) endParagraph(k page.Kind) {
	text, bold, boxes := in.text.String(), in.bold, in.boxes
	in.text.Reset()
	in.bold, in.boxes, in.goesOn = nil, nil, [page.Struck + 1]bool{}
	defer func() { in.blocks = append(in.blocks, boxes...) }()
	switch k {
	case page.Contents:
		in.seen[page.ContentsLines]++
		return
	case page.Title, page.Section:
		text, bold = strings.ReplaceAll(text, "\n", ""), nil
	}
	at := 0
	for _, p := range in.spent.split(text) {
		at += strings.Index(text[at:], p.Text)
		stretch := chinese.Range{Start: at, End: at + len(p.Text)}
		in.blocks = append(in.blocks, page.Block{Kind: k, Text: p.Text, Bold: chinese.Within(bold, stretch)})
		at = stretch.End
	}
}
