package loopback

import (
	"errors"
	"io"
	"net"
	"net/http"
	"time"
)

// errStalled is what the page reads of a body that does not come any further.
var errStalled = errors.New("文件传到一半停住了，请再试一次")

// incoming is a body that must come on: it may be slow, but not slower on the whole than the rate, nor stand still longer than the stall.
// Only time that is spent waiting for it counts.
type incoming struct {
	io.ReadCloser
	control *http.ResponseController
	stall   time.Duration
	rate    int64
	credit  time.Duration // that it may still take
}

func newIncoming(body io.ReadCloser, control *http.ResponseController, limits Limits) *incoming {
	control.SetReadDeadline(time.Now().Add(limits.Stall)) // for what the page leaves unread
	return &incoming{body, control, limits.Stall, max(limits.Rate, 1), limits.Stall}
}

func (i *incoming) Read(p []byte) (int, error) {
	begun := time.Now()
	i.control.SetReadDeadline(begun.Add(i.credit))
	n, err := i.ReadCloser.Read(p)
	gained := time.Duration(float64(n) / float64(i.rate) * float64(time.Second))
	i.credit = min(i.stall, i.credit-time.Since(begun)+gained)
	var network net.Error
	switch {
	case err == io.EOF: // net/http listens on, to notice when the browser goes away
		i.control.SetReadDeadline(time.Time{})
	case errors.As(err, &network) && network.Timeout():
		err = errStalled
	default:
		i.control.SetReadDeadline(time.Now().Add(i.stall))
	}
	return n, err
}

// outgoing is an answer that must be taken: each piece within the stall, the whole may last. Whatever the page sets, the headers that
// protect it stand.
type outgoing struct {
	to      http.ResponseWriter
	control *http.ResponseController
	stall   time.Duration
	begun   bool
}

func newOutgoing(to http.ResponseWriter, limits Limits) *outgoing {
	return &outgoing{to: to, control: http.NewResponseController(to), stall: limits.Stall}
}

func (o *outgoing) Header() http.Header { return o.to.Header() }

func (o *outgoing) WriteHeader(status int) {
	if status >= http.StatusOK {
		o.begun = true
	}
	protect(o.Header(), status)
	o.more()
	o.to.WriteHeader(status)
}

func (o *outgoing) Write(data []byte) (written int, err error) {
	const piece = 64 << 10
	if !o.begun {
		o.WriteHeader(http.StatusOK)
	}
	for {
		o.more()
		n, err := o.to.Write(data[written:min(written+piece, len(data))])
		written += n
		if err != nil || written == len(data) {
			return written, err
		}
	}
}

// FlushError sends what was written, for progress.
func (o *outgoing) FlushError() error {
	if !o.begun {
		o.WriteHeader(http.StatusOK)
	}
	o.more()
	return o.control.Flush()
}

// Flush is FlushError for those who ask for an http.Flusher.
func (o *outgoing) Flush() { o.FlushError() }

// more gives the browser time for the next piece.
func (o *outgoing) more() { o.control.SetWriteDeadline(time.Now().Add(o.stall)) }
