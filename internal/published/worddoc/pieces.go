package worddoc

import (
	"nianbao/internal/budget"
	"nianbao/internal/opc"
)

// piece is a stretch of text that stands together in the file.
type piece struct {
	from, to int // in the text, in characters
	offset   int // in the stream of the document
	width    int // bytes of a character: 1 for those of code page 1252, 2 for UTF-16
	changes  raw // properties that all of it has besides
}

// readPieces reads where the text stands ([MS-DOC] 2.9.38). Pieces do not share bytes, so that no text is longer than the file.
func (d *document) readPieces() error {
	const isChanges, isTable = 1, 2
	clx, size := d.named(clxAt), len(d.parts.document)
	var changes []raw
	at := 0
	for clx.u8(at) == isChanges && d.spend(budget.Elements, 1) {
		length := clx.u16(at + 1)
		changes = append(changes, clx.part(at+3, length))
		at += 3 + length
	}
	table := clx.part(at+5, clx.u32(at+1))
	if clx.u8(at) != isTable || table == nil {
		return refusal(opc.Damaged)
	}
	const position, descriptor = 4, 8
	n := (len(table) - position) / (position + descriptor)
	total := 0
	for i := 0; i < n && d.spend(budget.Elements, 1); i++ {
		entry := table.part(position*(n+1)+descriptor*i, descriptor)
		p := piece{from: table.u32(position * i), to: table.u32(position * (i + 1)), offset: entry.u32(2), width: 2, changes: changesOf(entry.u16(6), changes)}
		if const1252 := 1 << 30; p.offset&const1252 != 0 {
			p.offset, p.width = p.offset&^const1252/2, 1
		}
		length := (p.to - p.from) * p.width
		total += length
		if p.from > p.to || p.offset > size || length > size-p.offset || total > size || i > 0 && p.from != d.pieces[i-1].to {
			return refusal(opc.Damaged)
		}
		d.pieces = append(d.pieces, p)
	}
	if n < 1 || !d.over && d.pieces[n-1].to < d.head.texts[mainText] {
		return refusal(opc.Damaged)
	}
	return nil
}

// changesOf are the properties that a piece is given by its number ([MS-DOC] 2.9.214 to 216): one of the lists, or a single one.
func changesOf(number int, lists []raw) raw {
	if number&1 != 0 {
		if i := number >> 1; i < len(lists) {
			return lists[i]
		}
		return nil
	}
	code, ok := shortCodes[number>>1&0x7F]
	if !ok {
		return nil
	}
	return raw{byte(code), byte(code >> 8), byte(number >> 8)}
}

// shortCodes are those properties of which a piece may have a single one, as far as they are read.
var shortCodes = map[int]int{
	0x0C: listLevel, 0x18: inTable, 0x19: rowEnd, 0x41: deleted, 0x42: inserted, 0x5C: vanished, 0x57: struck,
}
