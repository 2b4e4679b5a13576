package loopback

import (
	"context"
	"io"
	"log"
	"net/http"
	"time"

	"nianbao/internal/budget"
)

// Limits are how much may be asked at once, and for how long.
type Limits struct {
	Body        int64         // bytes that one request may bring
	Held        int64         // bytes of bodies that the page has in work at once; the others wait, unread
	Header      int           // bytes of a request's first line and headers
	Connections int           // open at once; more wait until one is closed
	Running     int           // requests that the page answers at once
	Changing    int           // of these, requests that bring a body, so that what reading them costs has an end, however small they are
	Waiting     int           // requests that wait for their turn; more are refused
	Patience    time.Duration // that a request waits for its turn
	Heading     time.Duration // until the headers of a request are there
	Stall       time.Duration // that nothing comes of a body, or nothing is taken of an answer
	Rate        int64         // bytes a second that a body brings at least, on the whole
	Spare       time.Duration // that a connection is kept between requests
	Farewell    time.Duration // that what runs has at the end
}

// Usual are the limits for one person at an office computer with 4 GB: a body is a file at most.
func Usual() Limits {
	return Limits{
		Body:        budget.File,
		Held:        128 << 20,
		Header:      16 << 10,
		Connections: 512,
		Running:     16,
		Changing:    4,
		Waiting:     256,
		Patience:    2 * time.Minute,
		Heading:     10 * time.Second,
		Stall:       30 * time.Second,
		Rate:        4 << 10,
		Spare:       time.Minute,
		Farewell:    3 * time.Second,
	}
}

// server has no time for a whole request or answer: an honest upload may be slow, and progress be told for long. It logs nothing, since
// what net/http logs quotes the request.
func (l Limits) server(handler http.Handler) *http.Server {
	const slack = 4096 // that net/http adds
	return &http.Server{
		Handler:                      handler,
		ReadHeaderTimeout:            l.Heading,
		IdleTimeout:                  l.Spare,
		MaxHeaderBytes:               max(l.Header-slack, 1),
		DisableGeneralOptionsHandler: true,
		ErrorLog:                     log.New(io.Discard, "", 0),
	}
}

// sigh is the while that a wrong password takes.
func (l Limits) sigh(ctx context.Context) {
	const while = time.Second
	select {
	case <-time.After(while):
	case <-ctx.Done():
	}
}
