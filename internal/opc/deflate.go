package opc

import (
	"archive/zip"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// compression is the level of deflating: office files become as large as compress/flate makes them by default, within a hundredth, in less
// than half of its time.
const compression = 6

// deflaters are used again, but for what they hold: each takes most of a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, compression) // the level is a valid one
	return w
}}

// deflating is a part that is zipped. When it is closed, its deflater is used again.
type deflating struct{ by *flate.Writer }

func deflate(to io.Writer) (io.WriteCloser, error) {
	by := deflaters.Get().(*flate.Writer)
	by.Reset(to)
	return &deflating{by}, nil
}

func (p *deflating) Write(b []byte) (int, error) { return p.by.Write(b) }

func (p *deflating) Close() error {
	err := p.by.Close()
	deflaters.Put(p.by)
	return err
}

// newArchive is an archive on its way to w.
func newArchive(w io.Writer) *zip.Writer {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, deflate)
	return z
}
