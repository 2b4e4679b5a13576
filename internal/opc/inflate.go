package opc

import (
	"bufio"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// inflater unzips one part after the other.
type inflater struct {
	in    *bufio.Reader
	flate io.Reader
}

var inflaters = sync.Pool{New: func() any {
	in := bufio.NewReader(nil)
	return &inflater{in, flate.NewReader(in)}
}}

// inflating is a part that is unzipped. When it is closed, its inflater is used again.
type inflating struct{ by *inflater }

func inflate(deflated io.Reader) io.ReadCloser {
	i := inflaters.Get().(*inflater)
	i.in.Reset(deflated)
	i.flate.(flate.Resetter).Reset(i.in, nil) // which cannot fail
	return &inflating{i}
}

func (p *inflating) Read(b []byte) (int, error) {
	if p.by == nil {
		return 0, io.ErrClosedPipe
	}
	return p.by.flate.Read(b)
}

func (p *inflating) Close() error {
	if p.by != nil {
		inflaters.Put(p.by)
		p.by = nil
	}
	return nil
}
