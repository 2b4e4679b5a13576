// Package worddoc reads documents in the binary format of Word 97 to 2003 ([MS-DOC]), .doc and WPS's .wps, into a page.
package worddoc

import (
	"slices"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
	"nianbao/internal/published/page"
)

// OldVersionError is for a document that Word 95 or an older one wrote, whose format is another one.
type OldVersionError struct{}

func (OldVersionError) Error() string {
	return "是Word 95或更早的版本存的文档，请用Word或WPS打开，另存为.docx后再试"
}

// refusal is why a document is not read.
func refusal(f opc.Fault) error { return opc.Error{Fault: f, Wanted: opc.Document} }

// mostElements is how many paragraphs, cells and stated properties are read, far more than any report has.
const mostElements = 500_000

// Read reads the document's main text: paragraphs, tables as grids, and what its text boxes hold. Tracked changes count as accepted; what is not shown, or
// stands beside the text, is told in the page's asides. An error is an opc.Error or an OldVersionError.
func Read(data []byte) (*page.Page, error) {
	parts, err := open(data)
	if err != nil {
		return nil, err
	}
	head, err := readHead(parts.document)
	if err != nil {
		return nil, err
	}
	d := &document{parts: parts, head: head, table: parts.tables[head.table], left: budget.With(budget.Elements, mostElements)}
	d.characters, d.paragraphs = d.named(charactersAt), d.named(paragraphsAt)
	if d.characters == nil || d.paragraphs == nil { // every document has them, or tables would be taken for text
		return nil, refusal(opc.Damaged)
	}
	if err := d.readPieces(); err != nil {
		return nil, err
	}
	d.readStyles(d.named(stylesAt))
	d.lists = d.readLists()
	d.readBoxes()
	in := d.reader()
	in.read(0, head.texts[mainText])
	in.end()
	notes, running := d.tellOthers(), d.headerLines()
	switch {
	case d.over:
		return nil, refusal(opc.TooLarge)
	case d.damaged:
		return nil, refusal(opc.Damaged)
	}
	return &page.Page{Alone: true, Blocks: in.blocks, Title: readTitle(parts.summary), Running: running, Asides: slices.Concat(notes, d.seen.Told())}, nil
}

// document is a file whose parts are found, and what reading it has come to.
type document struct {
	parts                  *parts
	head                   *head
	table                  raw // the stream with everything but text and pictures
	pieces                 []piece
	characters, paragraphs raw // where their properties stand
	styles                 []style
	lists                  *lists
	boxes                  []textBox
	boxAt                  map[int]int // by the place of the drawing in the main text: which of them

	left    *budget.Budget
	over    bool // the budget is spent, what follows is not read
	damaged bool // something is not where it should be
	seen    page.Besides
}

// spend takes from the budget; false says that it is spent.
func (d *document) spend(k budget.Kind, n int) bool {
	d.over = d.over || !d.left.Spend(k, n)
	return !d.over
}

// named is one of the structures that the head of the document points at.
func (d *document) named(at int) raw {
	offset, length := d.head.place(at)
	return d.table.part(offset, length)
}
