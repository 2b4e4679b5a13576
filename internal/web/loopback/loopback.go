// Package loopback serves the page on this computer, closed to everyone but the person who opened it: who may ask, what may be sent, how
// much of it at once and for how long. It knows nothing of what the page shows, which is any http.Handler, and touches no disk.
//
// What it asks of the page and its script:
//   - A request that changes anything is a POST with a raw body of known length (no multipart, no chunks) of the type File, or of one that
//     begins with Answers. Everything else, names of files too, stands percent-encoded in the query or in a header. One file a request, and
//     one request after the other: those sent at once wait for each other.
//   - GET and HEAD change nothing and bring no body.
//   - Scripts and styles come from files of their own; the policy forbids them inside the page, style attributes too.
//   - The script asks GET Alive every half minute or so as long as its tab stands, and says so if there is no answer: the program has ended.
//     A browser lets a tab sleep, and then nothing is asked, unless the tab holds a lock (navigator.locks.request) that it never gives back.
//   - The page reads a body to its end before it writes, and may then stream as long as it likes.
//   - A refusal is a plain sentence (text/plain) with the status 400 to 503, to be shown as it is.
package loopback

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"

	"nianbao/internal/remedy"
)

// What the script of a page may send, and where it says that its tab stands.
const (
	File    = "application/octet-stream"
	Answers = "application/vnd.nianbao+"
	Alive   = "/alive"
)

// ErrIdle is what Serve ends with when nobody had the page open any more.
var ErrIdle = errors.New("很久没有人用，网页已经关闭")

// Server serves one page at one address. Its fields are set before Serve.
type Server struct {
	Limits Limits
	Tell   func(error) // is given each fault of the program with its place and nothing of the request; may be nil; called by many at once

	listener net.Listener
	at       netip.AddrPort
	key      key
}

// Listen takes a free port that only this computer reaches.
func Listen() (*Server, error) {
	return ListenAt(netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), 0))
}

// ListenAt takes an address of this computer and a port, 0 for a free one. If other computers reach the address, the page has a password.
// Errors are for people: an address that names no single one, that is not of this computer, or a port that is taken.
func ListenAt(at netip.AddrPort) (*Server, error) {
	if !at.IsValid() || at.Addr().IsUnspecified() || at.Addr().IsMulticast() || at.Addr().Zone() != "" || at.Addr().Is4In6() {
		return nil, remedy.Error{Text: "网页要有本机的一个地址，例如 127.0.0.1:8080 或者本机在单位网里的地址，不能是 0.0.0.0 这样代表全部的"}
	}
	listener, err := net.Listen("tcp", at.String())
	if err != nil {
		return nil, remedy.Error{Text: fmt.Sprintf("地址 %s 用不了，%s", at, why(err))}
	}
	bound, err := netip.ParseAddrPort(listener.Addr().String())
	if err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	return &Server{Limits: Usual(), listener: listener, at: bound, key: newKey(bound)}, nil
}

func why(err error) string {
	if errors.Is(err, syscall.EADDRINUSE) {
		return "端口已经被别的程序占用，请换一个端口"
	}
	return "请看看它是不是本机的地址，或者换一个端口"
}

// Address is what the browser opens. Whoever has it has the page, so it is told to the person alone.
func (s *Server) Address() string {
	return fmt.Sprintf("http://%s/?%s=%s", s.at, tokenField, s.key.token)
}

// Password is what is asked on other computers, where people type http://, the address and the port, to be told beside that at the start;
// empty if no other computer reaches the page.
func (s *Server) Password() string { return s.key.password }

// Place is the address and port of the page, without anything secret.
func (s *Server) Place() netip.AddrPort { return s.at }

// Close gives the address back if it is not served.
func (s *Server) Close() error { return s.listener.Close() }

// Serve answers with the page until the context ends, when it returns nil, or until nobody asked anything and no tab spoke for the time
// idle (zero: for ever), when it returns ErrIdle. Browsers let a tab in the background speak once a minute, so idle is some minutes at
// least; time that the computer sleeps does not count. What runs has Limits.Farewell to come to its end.
func (s *Server) Serve(ctx context.Context, page http.Handler, idle time.Duration) error {
	working, abort := context.WithCancel(context.WithoutCancel(ctx))
	defer abort()
	guard := newGuard(s, page)
	doors := newDoors(s.listener, s.Limits.Connections)
	server := s.Limits.server(guard)
	server.BaseContext = func(net.Listener) context.Context { return working }
	server.ConnState = doors.note
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(doors) }()

	var end error
	select {
	case end = <-failed:
	case <-ctx.Done():
	case <-guard.attendance.ended(working, idle):
		end = ErrIdle
	}
	shut := doors.Close()
	doors.wait(s.Limits.Farewell)
	abort()
	server.Close() // of the listener, which tells its error twice, and of what is left
	return errors.Join(end, shut)
}

// newSecret is 128 random bits and more, in letters and digits that stand in an address as they are.
func newSecret() string { return rand.Text() }

// newPassword is 60 random bits as people type them.
func newPassword() string {
	letters := strings.ToLower(rand.Text())
	return letters[:4] + "-" + letters[4:8] + "-" + letters[8:12]
}
