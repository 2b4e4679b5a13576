package worddoc

import (
	"sort"

	"nianbao/internal/budget"
)

// The properties that are read, by their codes ([MS-DOC] 2.6).
const (
	deleted        = 0x0800
	inserted       = 0x0801
	vanished       = 0x083C
	struck         = 0x0837
	struckTwice    = 0x2A53
	raised         = 0x2A48
	special        = 0x0855
	characterStyle = 0x4A30
	symbol         = 0x6A09

	listLevel   = 0x260A
	listOf      = 0x460B
	inTable     = 0x2416
	rowEnd      = 0x2417
	innerRowEnd = 0x244C
	tableDepth  = 0x6649
	styleOf     = 0x4600
	longTable   = 0x646B
	longList    = 0x6646
	longListOld = 0x6645

	rowDefinition = 0xD608
	mergeCells    = 0x5624
	splitCells    = 0x5625
	mergeDown     = 0xD62B
	insertCells   = 0x7621
	deleteCells   = 0x5622
	columnWidth   = 0x7623
	tabChanges    = 0xC615
)

// each goes through a list of properties. It ends where the list does not go on as it should, or the budget is spent.
func (d *document) each(list raw, do func(code int, operand raw)) {
	for at := 0; at+2 < len(list); {
		if !d.spend(budget.Elements, 1) {
			return
		}
		code := list.u16(at)
		length := operandLength(code, list.from(at+2))
		operand := list.part(at+2, length)
		if operand == nil {
			return
		}
		do(code, operand)
		at += 2 + length
	}
}

// operandLength is how many bytes follow a code; of those with a length of their own that is a part.
func operandLength(code int, rest raw) int {
	switch code >> 13 {
	case 0, 1:
		return 1
	case 2, 4, 5:
		return 2
	case 3:
		return 4
	case 7:
		return 3
	}
	switch {
	case code == rowDefinition:
		return max(2, rest.u16(0)+1)
	case code == tabChanges && rest.u8(0) == 255:
		gone := rest.u8(1)
		return 3 + 4*gone + 3*rest.u8(2+4*gone)
	}
	return 1 + rest.u8(0)
}

// stretch is how far properties reach, by bytes of the document's stream.
type stretch struct{ from, to int }

func (s stretch) holds(offset int) bool { return offset >= s.from && offset < s.to }

const pageSize = 512

// lookUp finds the properties of the character at an offset: the index in the table stream names a page, which lists stretches.
// The list is nil where there are none. The stretch holds the offset in any case.
func (d *document) lookUp(index raw, offset, entrySize int) (list raw, s stretch) {
	alone := stretch{offset, offset + 1}
	n := (len(index) - 4) / 8
	i := sort.Search(n, func(i int) bool { return index.u32(4*(i+1)) > offset })
	if i >= n || index.u32(4*i) > offset {
		return nil, alone
	}
	sheet := d.parts.document.part(index.u32(4*(n+1)+4*i)&0x3FFFFF*pageSize, pageSize)
	d.damaged = d.damaged || sheet == nil
	count := sheet.u8(pageSize - 1)
	if 4*(count+1)+entrySize*count >= pageSize {
		return nil, alone
	}
	k := sort.Search(count, func(k int) bool { return sheet.u32(4*(k+1)) > offset })
	s = stretch{sheet.u32(4 * k), sheet.u32(4 * (k + 1))}
	if k >= count || !s.holds(offset) {
		return nil, alone
	}
	if at := 2 * sheet.u8(4*(count+1)+entrySize*k); at > 0 {
		list = sheet.from(at)
	}
	return list, s
}

// look is how characters look.
type look struct {
	stretch
	deleted, inserted, hidden, special bool
	struck, raised                     bool
	symbol                             int // the character of a symbol's font; 0 for none
}

// lookAt is the look of the character at an offset in a piece, whose paragraph has a style.
func (d *document) lookAt(offset int, p piece, paragraphStyle int) look {
	list, s := d.lookUp(d.characters, offset, 1)
	l := look{stretch: s, hidden: d.style(paragraphStyle).hidden}
	d.dress(&l, list.part(1, list.u8(0)))
	d.dress(&l, p.changes)
	return l
}

func (d *document) dress(l *look, list raw) {
	of := l.hidden // what the style says
	d.each(list, func(code int, operand raw) {
		switch code {
		case deleted:
			l.deleted = operand.u8(0) != 0
		case inserted:
			l.inserted = operand.u8(0) != 0
		case struck, struckTwice:
			l.struck = switched(operand.u8(0), false)
		case raised:
			l.raised = operand.u8(0) == 1
		case special:
			l.special = operand.u8(0) != 0
		case symbol:
			l.symbol = operand.u16(2)
		case characterStyle:
			of = of || d.style(operand.u16(0)).hidden
			l.hidden = of
		case vanished:
			l.hidden = switched(operand.u8(0), of)
		}
	})
}

// switched is whether a property is on that may be on, off, as the style has it or the other way round.
func switched(operand int, style bool) bool {
	const asStyle, unlikeStyle = 0x80, 0x81
	switch operand {
	case asStyle:
		return style
	case unlikeStyle:
		return !style
	}
	return operand != 0
}

// form is how a paragraph stands: its style, its number and its place in a table.
type form struct {
	stretch
	style       int
	list, level int // the use of a list, counted from 1, and the level in it
	depth       int // of tables in tables; 0 outside
	inTable     bool
	rowEnd      bool
	innerRowEnd bool
	row         rowShape
}

// formAt is how the paragraph stands that the character at an offset is of.
func (d *document) formAt(offset int, p piece) form {
	list, s := d.lookUp(d.paragraphs, offset, 13)
	at, length := 1, 2*list.u8(0)-1
	if length < 0 { // a zero, then half the length
		at, length = 2, 2*list.u8(1)
	}
	list = list.part(at, length)
	f := form{stretch: s, style: list.u16(0)}
	f.list, f.level = d.style(f.style).list, d.style(f.style).level
	d.shape(&f, list.from(2), 0)
	d.shape(&f, p.changes, 0)
	if f.depth == 0 && f.inTable {
		f.depth = 1
	}
	return f
}

func (d *document) shape(f *form, list raw, nested int) {
	d.each(list, func(code int, operand raw) {
		switch code {
		case styleOf:
			f.style = operand.u16(0)
		case listOf:
			f.list = operand.i16(0)
		case listLevel:
			f.level = operand.u8(0)
		case inTable:
			f.inTable = operand.u8(0) != 0
		case rowEnd:
			f.rowEnd = operand.u8(0) != 0
		case innerRowEnd:
			f.innerRowEnd = operand.u8(0) != 0
		case tableDepth:
			f.depth = max(0, operand.i32(0))
		case longTable, longList, longListOld:
			if at := operand.u32(0); nested == 0 { // what stands there points no further
				d.shape(f, d.parts.data.part(at+2, d.parts.data.u16(at)), nested+1)
			}
		default:
			f.row.change(code, operand)
		}
	})
}
