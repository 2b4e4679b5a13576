package line

import (
	"bytes"
	"io"
)

// WindowsEnds is a writer that ends lines as Windows does, with \r\n, which older programs there need. Lines that end so already stay.
func WindowsEnds(to io.Writer) io.Writer { return &windowsEnds{to: to} }

type windowsEnds struct {
	to   io.Writer
	last byte
}

func (w *windowsEnds) Write(p []byte) (int, error) {
	var out bytes.Buffer
	for _, b := range p {
		if b == '\n' && w.last != '\r' {
			out.WriteByte('\r')
		}
		out.WriteByte(b)
		w.last = b
	}
	if _, err := w.to.Write(out.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}
