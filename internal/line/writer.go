package line

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// mark is the byte order mark, which CSV begins with.
const mark = '\ufeff'

// Writer shows the hidden characters of a stream, line ends excepted: a field that holds one must be shown before it is written.
// A byte order mark passes as the first character.
type Writer struct {
	to    io.Writer
	begun bool
	rest  []byte // the beginning of a character that is not whole yet
}

// NewWriter is a Writer on another one.
func NewWriter(to io.Writer) *Writer { return &Writer{to: to} }

func (w *Writer) Write(p []byte) (int, error) {
	if w.begun && len(w.rest) == 0 && utf8.Valid(p) && bytes.IndexFunc(p, func(r rune) bool { return r != '\n' && Hidden(r) }) < 0 {
		return w.to.Write(p) // as nearly all
	}
	text := append(w.rest, p...)
	w.rest = nil
	var shown bytes.Buffer
	for len(text) > 0 {
		if lone := text[0] == '\r' && len(text) == 1; lone || !utf8.FullRune(text) {
			w.rest = bytes.Clone(text)
			break
		}
		r, size := utf8.DecodeRune(text)
		first := !w.begun
		w.begun = true
		switch {
		case r == '\n', r == '\r' && text[1] == '\n', r == mark && first, !Hidden(r):
			shown.Write(text[:size])
		default:
			shown.WriteString(sign(r))
		}
		text = text[size:]
	}
	if _, err := w.to.Write(shown.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}
