package layout

import (
	"strconv"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

// Structure is what the pages tell those who cannot see them: the document as a tree of elements, each behind its parent and all in
// the order of reading. What no element holds is an artifact.
type Structure struct {
	Elements []Element
	leaves   map[Ref]int // the element of what is painted under a reference
}

// Element is a piece of the document. Only those that hold no others hold what is painted.
type Element struct {
	Kind             Kind
	Parent           int    // the index of the element that holds it, -1 for the whole
	Level            int    // of a heading: 1 for the title, and none is skipped
	Title            string // of a table: its name, which is not printed
	RowSpan, ColSpan int    // of a cell
	Heads            []int  // of a figure: the indices of the head cells that head it
	To               string // of a link: the address that it leads to
}

// Kind says what an element is.
type Kind int

const (
	Whole Kind = iota
	HeadingElement
	ParagraphElement
	SpanElement // a stretch of a paragraph that holds links
	LinkElement
	TableElement
	CaptionElement
	HeadRows
	BodyRows
	RowElement
	ColumnHead // a cell that heads columns
	RowHead    // a cell that heads rows
	DataCell
)

// IsCell says whether the element is a cell of a table, which may be empty.
func (e Element) IsCell() bool { return e.Kind >= ColumnHead }

// Name is what PDF, OFD and HTML call such an element (ISO 32000-1, 14.8.4).
func (e Element) Name() string {
	if e.Kind == HeadingElement {
		return "H" + strconv.Itoa(e.Level)
	}
	return kindNames[e.Kind]
}

var kindNames = [...]string{Whole: "Document", ParagraphElement: "P", SpanElement: "Span", LinkElement: "Link", TableElement: "Table", CaptionElement: "Caption", HeadRows: "THead", BodyRows: "TBody",
	RowElement: "TR", ColumnHead: "TH", RowHead: "TH", DataCell: "TD"}

// Kids are the elements that each element holds, in order.
func (s *Structure) Kids() [][]int {
	kids := make([][]int, len(s.Elements))
	for i, e := range s.Elements {
		if e.Parent >= 0 {
			kids[e.Parent] = append(kids[e.Parent], i)
		}
	}
	return kids
}

// Leaf is the index of the element that holds what is painted under a reference; ok is false for an artifact.
func (s *Structure) Leaf(ref Ref) (index int, ok bool) {
	index, ok = s.leaves[ref.leaf()]
	return index, ok
}

// leaf is the reference under which an element is known: what leads to a table's note belongs to the cell, and the number before the
// note to the note.
func (r Ref) leaf() Ref {
	switch r.Part {
	case NoteMark:
		r.Part = Text
	case NoteNumber:
		r.Part = TableNote
	}
	return r
}

// structuring builds the structure of painted pages.
type structuring struct {
	Structure
	painted map[Ref]bool // the leaves that something is painted of
	level   int          // of the heading before
}

// structure is that of the blocks of a document and of the list behind a draft, as far as they are painted on the pages.
func structure(pages []Page, blocks, annex []document.Block) Structure {
	runs := 0
	for i := range pages {
		runs += len(pages[i].Runs)
	}
	s := structuring{Structure: Structure{Elements: make([]Element, 0, runs), leaves: make(map[Ref]int, runs/2)}, painted: make(map[Ref]bool, runs/2)}
	for i := range pages {
		for _, run := range pages[i].Runs {
			s.painted[run.Ref.leaf()] = true
		}
	}
	whole := s.add(Element{Kind: Whole, Parent: -1})
	for i, b := range blocks {
		s.block(whole, b, Ref{Block: i, Cell: -1})
	}
	for i, b := range annex {
		s.block(whole, b, Ref{Annex: true, Block: i, Cell: -1})
	}
	return s.Structure
}

func (s *structuring) add(e Element) int {
	s.Elements = append(s.Elements, e)
	return len(s.Elements) - 1
}

// leaf adds an element for what is painted under a reference, none if that is nothing.
func (s *structuring) leaf(e Element, ref Ref) {
	if s.painted[ref] {
		s.leaves[ref] = s.add(e)
	}
}

func (s *structuring) block(parent int, block document.Block, ref Ref) {
	paragraph := Element{Kind: ParagraphElement, Parent: parent}
	switch b := block.(type) {
	case document.Title:
		s.heading(parent, 1, ref)
	case document.Heading:
		s.heading(parent, 1+b.Rank, ref)
	case document.Paragraph:
		lead := ref
		lead.Part = Lead
		s.heading(parent, 1+b.Rank, lead)
		s.paragraph(paragraph, b.Pieces(), ref)
	case document.Table:
		s.table(parent, b, ref)
	case document.Signature:
		date := ref
		date.Part = Date
		s.leaf(paragraph, ref)
		s.leaf(paragraph, date)
	default:
		s.leaf(paragraph, ref)
	}
}

// paragraph adds a paragraph's text. One without links holds what is painted itself.
func (s *structuring) paragraph(e Element, pieces []document.Piece, ref Ref) {
	spans := spansOf(pieces)
	last := len(spans) - 1
	if last < 0 || spans[last] == 0 && pieces[last].Link == "" {
		s.leaf(e, ref)
		return
	}
	parent := s.add(e)
	for i, span := range spans {
		if i > 0 && span == spans[i-1] {
			continue
		}
		ref.Span = span
		inside := Element{Kind: SpanElement, Parent: parent}
		if pieces[i].Link != "" {
			inside = Element{Kind: LinkElement, Parent: parent, To: pieces[i].Link}
		}
		s.leaf(inside, ref)
	}
}

// heading adds a heading of a level, or of one that skips none. There are six (ISO 32000-1, 14.8.4.3.2).
func (s *structuring) heading(parent, level int, ref Ref) {
	const deepest = 6
	if level = min(level, s.level+1, deepest); s.painted[ref] {
		s.level = level
		s.leaf(Element{Kind: HeadingElement, Parent: parent, Level: level}, ref)
	}
}

// table adds a table, and behind it the texts that are too long for their cells. Where each block of its rows has a head of its own, each
// is a table of its own: readers who go from cell to cell would hear of heads that head nothing there.
func (s *structuring) table(parent int, d document.Table, ref Ref) {
	t := tableStructuring{structuring: s, parent: parent, table: d, ref: ref, elements: make([]int, len(d.Cells))}
	row := -1
	for i, c := range d.Cells {
		if c.Row != row {
			row = c.Row
			t.beginRow(c)
		}
		t.cell(i, c)
	}
	for i, c := range d.Cells {
		for _, head := range c.Heads {
			if e := &s.Elements[t.elements[i]]; s.Elements[t.elements[head]].IsCell() {
				e.Heads = append(e.Heads, t.elements[head])
			}
		}
	}
	for i := range d.Cells {
		note := ref
		note.Cell, note.Part = i, TableNote
		s.leaf(Element{Kind: ParagraphElement, Parent: parent}, note)
	}
}

// tableStructuring is a table on its way into the structure. Its elements are 0 where none is open.
type tableStructuring struct {
	*structuring
	parent            int
	table             document.Table
	ref               Ref
	elements          []int // of the cells
	whole, rows, line int
	inHeads           bool
}

// beginRow opens a row, and the table or part of the table that begins with it.
func (t *tableStructuring) beginRow(first document.Cell) {
	isCaption := first.Role == form.CaptionSlot
	isHead := first.Row < t.table.HeadRows || first.Role == form.CornerSlot || first.Role == form.ColumnHeadSlot
	hasBlocks := t.table.HeadRows == 0
	if t.whole == 0 || hasBlocks && (isCaption || isHead && t.rows != 0 && !t.inHeads) {
		t.whole = t.add(Element{Kind: TableElement, Parent: t.parent, Title: t.table.Title})
		t.rows = 0
	}
	if isCaption {
		t.line = t.whole
		return
	}
	if t.rows == 0 || isHead != t.inHeads {
		kind := BodyRows
		if isHead {
			kind = HeadRows
		}
		t.rows, t.inHeads = t.add(Element{Kind: kind, Parent: t.whole}), isHead
	}
	t.line = t.add(Element{Kind: RowElement, Parent: t.rows})
}

func (t *tableStructuring) cell(i int, c document.Cell) {
	e := Element{Kind: DataCell, Parent: t.line, RowSpan: c.RowSpan, ColSpan: c.ColSpan}
	switch {
	case c.Role == form.CaptionSlot:
		e = Element{Kind: CaptionElement, Parent: t.line}
	case c.Role == form.RowHeadSlot:
		e.Kind = RowHead
	case c.Role == form.ColumnHeadSlot, c.Role == form.CornerSlot && !c.IsRemark():
		e.Kind = ColumnHead
	}
	ref := t.ref
	ref.Cell = i
	t.elements[i] = t.add(e)
	t.leaves[ref] = t.elements[i]
}
