package loopback_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"nianbao/internal/web/loopback"
)

// house is a server on a real socket, with the key of its person.
type house struct {
	*loopback.Server
	t      testing.TB
	host   string       // 127.0.0.1:PORT
	cookie string       // name=value
	wait   func() error // for the end
	end    func() error // at once
	pages  *pages
}

// pages is a small page: it counts what reaches it and keeps what was last brought.
type pages struct {
	mu   sync.Mutex
	seen []string
	http.Handler
}

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.seen = append(p.seen, r.Method+" "+r.URL.Path)
	p.mu.Unlock()
	p.Handler.ServeHTTP(w, r)
}

// reached is what reached the page since it was last asked.
func (p *pages) reached() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	seen := p.seen
	p.seen = nil
	return seen
}

// usual is a page with a form, a script and nothing else.
func usual() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, "<!DOCTYPE html><title>年报</title><p>机密")
	})
	mux.HandleFunc("GET /page.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		io.WriteString(w, "// 机密")
	})
	mux.HandleFunc("POST /file", func(w http.ResponseWriter, r *http.Request) {
		n, err := io.Copy(io.Discard, r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprint(w, n)
	})
	return mux
}

func open(t testing.TB, page http.Handler, adjust func(*loopback.Server)) *house {
	server, err := loopback.Listen()
	require.NoError(t, err)
	return inhabit(t, server, page, 0, adjust)
}

func inhabit(t testing.TB, server *loopback.Server, page http.Handler, idle time.Duration, adjust func(*loopback.Server)) *house {
	if adjust != nil {
		adjust(server)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	seen := &pages{Handler: page}
	go func() { ended <- server.Serve(ctx, seen, idle) }()
	h := &house{Server: server, t: t, host: server.Place().String(), pages: seen}
	h.wait = sync.OnceValue(func() error { return <-ended })
	h.end = func() error { cancel(); return h.wait() }
	t.Cleanup(func() { h.end() })
	answer := h.ask("GET " + h.token() + " HTTP/1.1\r\nHost: " + h.host + "\r\n\r\n")
	cookie, _, found := strings.Cut(answer.Header.Get("Set-Cookie"), ";")
	require.True(t, found, "the token gives a cookie")
	h.cookie = cookie
	return h
}

// token is the path and query of the address that the browser opens.
func (h *house) token() string {
	_, token, found := strings.Cut(h.Address(), h.host)
	require.True(h.t, found)
	return token
}

// answered is an answer with its body read.
type answered struct {
	*http.Response
	text string
	err  error // of reading it
}

func (h *house) dial() net.Conn {
	conn, err := net.Dial("tcp", h.host)
	require.NoError(h.t, err) // so whoever asks in a goroutine is waited for
	h.t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(5 * time.Minute))
	return conn
}

// ask sends bytes as they are and reads the first answer; no status means that there was none.
func (h *house) ask(request string) answered {
	conn := h.dial()
	defer conn.Close()
	go io.WriteString(conn, request)
	return read(bufio.NewReader(conn), request)
}

func read(from *bufio.Reader, request string) answered {
	method, _, _ := strings.Cut(request, " ")
	response, err := http.ReadResponse(from, &http.Request{Method: method})
	if err != nil {
		return answered{Response: &http.Response{Header: http.Header{}}, err: err}
	}
	text, err := io.ReadAll(response.Body)
	return answered{Response: response, text: string(text), err: err}
}

// get is a request of the person's browser; lines are further headers.
func (h *house) get(target string, lines ...string) string {
	return h.request("GET", target, "", lines...)
}

// post is an upload of the person's browser.
func (h *house) post(target, body string, lines ...string) string {
	lines = append([]string{"Content-Type: application/octet-stream", fmt.Sprint("Content-Length: ", len(body)), "Origin: http://" + h.host,
		"Sec-Fetch-Site: same-origin"}, lines...)
	return h.request("POST", target, body, lines...)
}

func (h *house) request(method, target, body string, lines ...string) string {
	lines = append([]string{method + " " + target + " HTTP/1.1", "Host: " + h.host, "Cookie: " + h.cookie}, lines...)
	return strings.Join(lines, "\r\n") + "\r\n\r\n" + body
}
