package pdf

import (
	"fmt"
	"strconv"

	"nianbao/internal/render/layout"
)

// tags is how the elements of the structure and the sequences of marked content (ISO 32000-1, 14.6) belong together.
type tags struct {
	structure *layout.Structure
	sequences [][]sequence // by element
	owners    [][]owner    // by page: what each of its sequences belongs to, by MCID
	links     []annotation // of all pages
}

// sequence is a stretch of a page's content that belongs to one element.
type sequence struct {
	page, mcid int
	actual     string // what it says, where that is not what stands there
}

// owner is the element of a sequence, and which of its sequences it is.
type owner struct{ element, sequence int }

func newTags(p *layout.Pages) *tags {
	return &tags{
		structure: &p.Structure,
		sequences: make([][]sequence, len(p.Structure.Elements)),
		owners:    make([][]owner, len(p.Pages)),
	}
}

// begin notes that a sequence of an element begins on a page, and returns its MCID.
func (t *tags) begin(element, page int, actual string) (mcid int) {
	mcid = len(t.owners[page])
	t.owners[page] = append(t.owners[page], owner{element, len(t.sequences[element])})
	t.sequences[element] = append(t.sequences[element], sequence{page, mcid, actual})
	return mcid
}

// span is the role of a part of an element that says something else than what stands there.
const span = "Span"

// artifact says what of the page it is that belongs to no element (14.8.2.2.2).
func artifact(part layout.Part) string {
	switch part {
	case layout.Folio:
		return "<</Type /Pagination /Subtype /Footer>>"
	case layout.DraftMark:
		return "<</Type /Pagination /Subtype /Watermark>>"
	case layout.RepeatedHead, layout.ContinuedHead:
		return "<</Type /Pagination>>"
	default:
		return "<</Type /Layout>>"
	}
}

// write adds the structure tree (14.7) and returns its root's object number, 0 if there is none. pages are the object numbers of
// the pages, each of which has its index as its key in the parent tree.
func (t *tags) write(f *file, pages []int) int {
	elements := t.structure.Elements
	if len(elements) == 0 {
		return 0
	}
	root := f.reserve(1)
	first := f.reserve(len(elements))
	kids := t.structure.Kids()
	spans := map[owner]int{}
	var own list
	for i, e := range elements {
		number, parent, page := first+i, root, -1
		if e.Parent >= 0 {
			parent = first + e.Parent
		}
		own.clear()
		for _, kid := range kids[i] {
			own.addReference(first + kid)
		}
		for j, s := range t.sequences[i] {
			if page < 0 {
				page = s.page
			}
			switch {
			case s.actual != "":
				object := f.add("<</S /%s /P %d 0 R /Pg %d 0 R /K %d /ActualText %s>>", span, number, pages[s.page], s.mcid, textString(s.actual))
				spans[owner{i, j}] = object
				own.addReference(object)
			case s.page == page:
				own.add(strconv.Itoa(s.mcid))
			default:
				own.add(fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", pages[s.page], s.mcid))
			}
		}
		if e.Kind == layout.LinkElement {
			t.addAnnotated(&own, i, pages)
		}
		f.begin(number)
		f.texts = append(append(f.texts, "<</S /"...), e.Name()...)
		f.texts = appendReference(append(f.texts, " /P "...), parent)
		if page >= 0 {
			f.texts = appendReference(append(f.texts, " /Pg "...), pages[page])
		}
		f.texts = t.appendAttributes(f.texts, e, i)
		switch own.count {
		case 0:
		case 1:
			f.texts = append(append(f.texts, " /K "...), own.text...)
		default:
			f.texts = append(append(append(f.texts, " /K ["...), own.text...), ']')
		}
		f.texts = append(f.texts, ">>"...)
		f.end(number)
	}
	f.set(root, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d%s>>",
		first, t.parentTree(f, first, spans), len(pages)+len(t.links), t.idTree(f, first))
	return root
}

// appendAttributes appends the entries that an element has besides its place in the tree.
func (t *tags) appendAttributes(text []byte, e layout.Element, index int) []byte {
	if e.Kind == layout.ColumnHead || e.Kind == layout.RowHead {
		text = t.appendCellID(append(text, " /ID "...), index)
	}
	const begin = " /A <</O /Table"
	text = append(text, begin...)
	start := len(text)
	switch e.Kind {
	case layout.TableElement:
		if e.Title != "" {
			text = append(append(text, " /Summary "...), textString(e.Title)...)
		}
	case layout.ColumnHead:
		text = append(text, " /Scope /Column"...)
	case layout.RowHead:
		text = append(text, " /Scope /Row"...)
	case layout.DataCell:
		for i, head := range e.Heads {
			if i == 0 {
				text = append(text, " /Headers ["...)
			} else {
				text = append(text, ' ')
			}
			text = t.appendCellID(text, head)
		}
		if len(e.Heads) > 0 {
			text = append(text, ']')
		}
	}
	if e.RowSpan > 1 {
		text = strconv.AppendInt(append(text, " /RowSpan "...), int64(e.RowSpan), 10)
	}
	if e.ColSpan > 1 {
		text = strconv.AppendInt(append(text, " /ColSpan "...), int64(e.ColSpan), 10)
	}
	if len(text) == start {
		return text[:start-len(begin)]
	}
	return append(text, ">>"...)
}

// appendCellID appends the name of a head cell, by which figures say what heads them. All are equally long, since a tree of names is sorted.
func (t *tags) appendCellID(text []byte, element int) []byte {
	text = append(text, "(h"...)
	for power := 10; power <= len(t.structure.Elements); power *= 10 {
		if element < power {
			text = append(text, '0')
		}
	}
	return append(strconv.AppendInt(text, int64(element), 10), ')')
}

// parentTree adds the tree that leads from the sequences of each page, and from each annotation, to their elements.
func (t *tags) parentTree(f *file, first int, spans map[owner]int) int {
	var nums, own list
	for page, owners := range t.owners {
		own.clear()
		for _, o := range owners {
			number, isSpan := spans[o]
			if !isSpan {
				number = first + o.element
			}
			own.addReference(number)
		}
		nums.add(strconv.Itoa(page))
		nums.add("[" + string(own.text) + "]")
	}
	for i, a := range t.links {
		nums.add(strconv.Itoa(len(t.owners) + i))
		nums.addReference(first + a.element)
	}
	return f.add("<</Nums [%s]>>", nums.text)
}

// idTree adds the tree that leads from the names of head cells to their elements, and returns the entry that names it.
func (t *tags) idTree(f *file, first int) string {
	var names list
	for i, e := range t.structure.Elements {
		if e.Kind == layout.ColumnHead || e.Kind == layout.RowHead {
			names.text = t.appendCellID(names.next(), i)
			names.addReference(first + i)
		}
	}
	if names.count == 0 {
		return ""
	}
	return fmt.Sprintf(" /IDTree %d 0 R", f.add("<</Names [%s]>>", names.text))
}
