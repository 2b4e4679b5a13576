package loopback

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// doors lets in so many connections at once, and knows which have a request in work.
type doors struct {
	net.Listener
	free   chan struct{}
	closed chan struct{}
	close  func() error

	mu   sync.Mutex
	busy map[net.Conn]bool
	rest chan struct{} // is given something whenever no connection is busy
}

func newDoors(listener net.Listener, most int) *doors {
	closed := make(chan struct{})
	return &doors{
		Listener: listener,
		free:     make(chan struct{}, most),
		closed:   closed,
		close:    sync.OnceValue(func() error { close(closed); return listener.Close() }),
		busy:     map[net.Conn]bool{},
		rest:     make(chan struct{}, 1),
	}
}

// Accept waits until one of the connections is closed if there are too many.
func (d *doors) Accept() (net.Conn, error) {
	select {
	case d.free <- struct{}{}:
	case <-d.closed:
		return nil, net.ErrClosed
	}
	conn, err := d.Listener.Accept()
	if err != nil {
		<-d.free
	}
	return conn, err
}

// note follows the connections for http.Server.
func (d *doors) note(conn net.Conn, state http.ConnState) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch state {
	case http.StateActive:
		d.busy[conn] = true
	case http.StateIdle:
		delete(d.busy, conn)
	case http.StateClosed, http.StateHijacked:
		delete(d.busy, conn)
		<-d.free
	}
	if len(d.busy) == 0 {
		select {
		case d.rest <- struct{}{}:
		default:
		}
	}
}

// Close lets nobody in any more; http.Server does it again.
func (d *doors) Close() error { return d.close() }

// wait waits until no request is in work, for so long at most.
func (d *doors) wait(most time.Duration) {
	late := time.After(most)
	for {
		d.mu.Lock()
		still := len(d.busy)
		d.mu.Unlock()
		if still == 0 {
			return
		}
		select {
		case <-d.rest:
		case <-late:
			return
		}
	}
}
