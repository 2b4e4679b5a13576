package main

import "encoding/binary"

// piece is a part of the packed program as text in a page.
type piece struct {
	Text  string
	Bytes int // that it holds
}

// pieceBytes is how much of the program a piece holds: few enough for progress to be seen, many enough to cost nothing.
const pieceBytes = 1 << 20

// pack writes bytes as text of UTF-16: two bytes are one unit. A unit that would not come through a page as it is (NUL, CR, half of a
// surrogate pair, the mark of the byte order) or that could end its element (<) has its highest bit turned over and stands behind escape.
// Compressed data grow by 3 % so; base64 makes it 33.
func pack(data []byte) []piece {
	var pieces []piece
	for len(data) > 0 {
		n := min(pieceBytes, len(data))
		pieces = append(pieces, piece{packed(data[:n]), n})
		data = data[n:]
	}
	return pieces
}

const escape = 0xE000

func packed(data []byte) string {
	if len(data)%2 == 1 {
		data = append(data[:len(data):len(data)], 0)
	}
	text := make([]rune, 0, len(data)/2+len(data)/50)
	for i := 0; i < len(data); i += 2 {
		unit := rune(binary.LittleEndian.Uint16(data[i:]))
		switch {
		case unit == 0, unit == '\r', unit == '<', unit == 0xFEFF, unit == 0xFFFE, unit >= 0xD800 && unit <= escape:
			text = append(text, escape, unit^0x8000)
		default:
			text = append(text, unit)
		}
	}
	return string(text)
}

// utf16LE is a text in UTF-16, low bytes first, with the mark of the byte order in front. It has no character beyond U+FFFF.
func utf16LE(text string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, r := range text {
		out = binary.LittleEndian.AppendUint16(out, uint16(r))
	}
	return out
}
