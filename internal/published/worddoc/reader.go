package worddoc

import (
	"sort"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"nianbao/internal/budget"
	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
)

// The characters that are none ([MS-DOC] 2.4.1, 2.8).
const (
	picture      = 0x01
	cellEnd      = 0x07
	drawing      = 0x08
	lineBreak    = 0x0B
	pageBreak    = 0x0C // or the end of a section, which ends its last paragraph
	paragraphEnd = 0x0D
	fieldBegin   = 0x13
	fieldResult  = 0x14
	fieldEnd     = 0x15
	firmHyphen   = 0x1E
	softHyphen   = 0x1F
	symbolHolder = '('

	symbolFonts, symbolFontsEnd = 0xF000, 0xF0FF // where the characters of fonts of symbols stand
)

// reader reads a stretch of the text into blocks.
type reader struct {
	*document
	blocks   []page.Block
	text     strings.Builder // of the paragraph, and of those before it whose ends were deleted
	high     uint16          // the first half of a character that takes two
	fields   []bool          // those that are open: whether the result has begun
	codes    int             // how many of them have no result yet
	last     int             // as what the last character was counted, from 1; 0 for nothing
	at       int             // the place of the character in the text
	drawings int             // without text
	boxed    []page.Block    // what text boxes of the paragraph hold

	rows  []row // of the table
	cells []string
	lines []string // of the cell
}

func (d *document) reader() *reader { return &reader{document: d} }

// step is after how many bytes, at the latest, it is seen whether the budget is spent.
const step = 64 << 10

// read reads the characters of a stretch.
func (in *reader) read(from, to int) {
	first := sort.Search(len(in.pieces), func(i int) bool { return in.pieces[i].to > from })
	for _, p := range in.pieces[first:] {
		if p.from >= to || in.over {
			break
		}
		offset, end := p.offset+(max(from, p.from)-p.from)*p.width, p.offset+(min(to, p.to)-p.from)*p.width
		f := form{}
		in.at = max(from, p.from)
		for offset < end && !in.over {
			if !f.holds(offset) {
				f = in.formAt(offset, p)
			}
			l := in.lookAt(offset, p, f.style)
			in.spend(budget.Elements, 1)
			for limit := min(end, f.to, l.to, offset+step); offset < limit; offset += p.width {
				in.take(in.unit(offset, p), offset+p.width >= f.to, l, &f)
				in.at++
			}
			in.over = in.over || !in.left.Allows(budget.Text, in.text.Len())
		}
	}
	if in.text.Len() > 0 {
		in.endParagraph(&form{})
	}
}

// unit is the character at an offset, or half of one.
func (in *reader) unit(offset int, p piece) uint16 {
	if p.width == 1 {
		return uint16(charmap.Windows1252.DecodeByte(in.parts.document[offset]))
	}
	return uint16(in.parts.document.u16(offset))
}

// take takes one character; isLast says that no other of its paragraph follows.
func (in *reader) take(c uint16, isLast bool, l look, f *form) {
	switch c {
	case paragraphEnd:
		if l.deleted && f.depth < 2 {
			in.count(page.Revisions) // the next paragraph goes on with it
			return
		}
		in.endParagraph(f)
	case cellEnd:
		in.endCell(f, l)
	case pageBreak:
		if isLast {
			in.endParagraph(f)
		}
	case fieldBegin, fieldResult, fieldEnd:
		in.field(c)
	default:
		in.takeVisible(c, l)
	}
}

// field follows the fields, of which the code is not shown and the result is.
func (in *reader) field(c uint16) {
	top := len(in.fields) - 1
	switch {
	case c == fieldBegin:
		in.fields = append(in.fields, false)
		in.codes++
		in.over = in.over || !in.left.Allows(budget.Depth, len(in.fields))
	case top < 0:
	case c == fieldResult && !in.fields[top]:
		in.fields[top] = true
		in.codes--
	case c == fieldEnd:
		if !in.fields[top] {
			in.codes--
		}
		in.fields = in.fields[:top]
	}
}

func (in *reader) takeVisible(c uint16, l look) {
	var box *textBox
	if c == drawing && l.special {
		box = in.meetDrawing()
	}
	switch {
	case in.codes > 0:
		return
	case l.deleted:
		in.count(page.Revisions)
		return
	case l.hidden:
		in.count(page.HiddenText)
		return
	case l.struck:
		in.count(page.Struck)
		return
	case l.inserted:
		in.count(page.Revisions)
	default:
		in.last = 0
	}
	switch {
	case c == lineBreak:
		in.write('\n')
	case c == firmHyphen:
		in.write('\u2011')
	case c == softHyphen:
		in.write('\u00AD')
	case c == picture && l.special:
		in.seen[page.Pictures]++
	case c == drawing && l.special:
		in.drawings++
		if box != nil {
			in.openBox(box)
		}
	case c == symbolHolder && l.symbol != 0:
		in.write(uint16(l.symbol))
	case c >= ' ' || c == '\t':
		in.write(in.raise(c, l))
	}
}

// raise is a digit as raised where it is the number of a note.
func (in *reader) raise(c uint16, l look) uint16 {
	if !l.raised {
		return c
	}
	if note, ok := page.Raised(string(rune(c)), in.text.String()); ok {
		return uint16(chinese.FirstRune(note))
	}
	return c
}

// count counts what stands together as one.
func (in *reader) count(what int) {
	if in.last != 1+what {
		in.seen[what]++
	}
	in.last = 1 + what
}

func (in *reader) write(c uint16) {
	switch {
	case c >= symbolFonts && c <= symbolFontsEnd: // it means something else in any other font
		in.seen[page.Symbols]++
	case in.high != 0 && utf16.IsSurrogate(rune(c)):
		in.text.WriteRune(utf16.DecodeRune(rune(in.high), rune(c)))
		in.high = 0
	case utf16.IsSurrogate(rune(c)):
		in.high = c
	default:
		in.text.WriteRune(rune(c))
	}
}

// endParagraph puts the paragraph where it belongs: among the blocks, or into the cell of a table. Those of tables in a cell are
// lines of the cell.
func (in *reader) endParagraph(f *form) {
	text := in.text.String()
	in.text.Reset()
	in.high, in.fields, in.codes, in.last = 0, closed(in.fields), 0, 0
	if !f.innerRowEnd {
		text = in.number(f) + text
	}
	if !in.spend(budget.Elements, 1) || text != "" && !in.spendText(text) {
		return
	}
	if f.depth > 0 {
		if text != "" {
			in.lines = append(in.lines, text)
		}
		return
	}
	in.endTable()
	in.blocks = append(in.blocks, page.Block{Kind: in.style(f.style).kind, Text: text})
	in.blocks, in.boxed = append(in.blocks, in.boxed...), nil
}

// closed are the fields whose result goes on in the next paragraph. A code ends with its paragraph, whatever the file says, so that
// nothing but it is lost.
func closed(fields []bool) []bool {
	var open []bool
	for _, isResult := range fields {
		if isResult {
			open = append(open, isResult)
		}
	}
	return open
}

// number is the automatic number of a paragraph, "" if it has none.
func (in *reader) number(f *form) string {
	if f.list <= 0 {
		return ""
	}
	label, known := in.lists.next(f.list, f.level)
	if !known {
		in.seen[page.Numbers]++
		return ""
	}
	return label
}

// spendText takes what a text weighs.
func (d *document) spendText(text string) bool {
	d.over = d.over || !d.left.SpendText(text)
	return !d.over
}

// endCell ends a cell, or the row whose cells have all ended. Outside of tables the mark ends a paragraph.
func (in *reader) endCell(f *form, l look) {
	switch {
	case f.depth == 0:
		in.endParagraph(f)
	case f.rowEnd:
		in.text.Reset()
		if l.deleted {
			in.count(page.Revisions)
			in.cells, in.lines = nil, nil
			return
		}
		in.endRow(f.row)
	default:
		in.endParagraph(f)
		in.cells = append(in.cells, strings.Join(in.lines, "\n"))
		in.lines = nil
		in.spend(budget.Cells, 1)
	}
}

func (in *reader) endRow(shape rowShape) {
	if len(in.lines) > 0 { // without an end of its own
		in.cells = append(in.cells, strings.Join(in.lines, "\n"))
	}
	if in.spend(budget.Cells, 1+len(shape.cells)) {
		in.rows = append(in.rows, row{shape, in.cells})
	}
	in.cells, in.lines = nil, nil
}

// endTable puts the table that was read, if there is one, among the blocks.
func (in *reader) endTable() {
	if len(in.cells)+len(in.lines) > 0 {
		in.endRow(rowShape{})
	}
	if len(in.rows) == 0 {
		return
	}
	table, ok := in.grid(in.rows)
	in.over = in.over || !ok
	in.rows = nil
	if len(table.Cells) > 0 {
		in.blocks = append(in.blocks, page.Block{Table: table})
	}
}
