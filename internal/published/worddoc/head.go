package worddoc

import "nianbao/internal/opc"

// head is what the File Information Block at the start of the document says ([MS-DOC] 2.5.1).
type head struct {
	table  int            // which of the two table streams belongs to it
	texts  [textKinds]int // how many characters each of its texts has; they follow each other
	places raw            // of the structures in the table stream: offset and length of each
}

// The texts that a document holds one behind the other.
const (
	mainText = iota
	footnotes
	headers
	macros
	comments
	endnotes
	boxes
	headerBoxes
	textKinds
)

// Which of the places holds what.
const (
	stylesAt       = 1
	footnoteTextAt = 3
	commentTextAt  = 5
	charactersAt   = 12
	paragraphsAt   = 13
	clxAt          = 33
	drawingsAt     = 40
	endnoteTextAt  = 47
	boxTextAt      = 56
	listsAt        = 73
	listUsesAt     = 74
)

func readHead(r raw) (*head, error) {
	const (
		magic    = 0xA5EC
		word97   = 0xC0 // an empty document that came with Word 97; all others have more
		base     = 32
		inSecond = 1 << 9
		locked   = 1 << 8
	)
	version, flags := r.u16(2), r.u16(10)
	switch {
	case version > 0 && version < word97:
		return nil, OldVersionError{}
	case r.u16(0) != magic:
		return nil, refusal(opc.Damaged)
	case flags&locked != 0:
		return nil, refusal(opc.Locked)
	}
	h := &head{}
	if flags&inSecond != 0 {
		h.table = 1
	}
	longs := base + 2 + 2*r.u16(base)
	longCount := r.u16(longs)
	for i := range h.texts {
		h.texts[i] = r.i32(longs + 2 + 4*(3+i))
		if h.texts[i] < 0 || h.texts[i] > len(r) {
			return nil, refusal(opc.Damaged)
		}
	}
	places := longs + 2 + 4*longCount
	if h.places = r.part(places+2, 8*r.u16(places)); h.places == nil || longCount < 3+textKinds {
		return nil, refusal(opc.Damaged)
	}
	return h, nil
}

// place is where one of the structures stands in the table stream.
func (h *head) place(at int) (offset, length int) {
	return h.places.u32(8 * at), h.places.u32(8*at + 4)
}

// start is where one of the texts begins.
func (h *head) start(kind int) int {
	at := 0
	for _, n := range h.texts[:kind] {
		at += n
	}
	return at
}
