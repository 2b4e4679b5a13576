//go:build js

package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"slices"
	"strings"
	"syscall/js"

	"nianbao/internal/remedy"
)

// host hands the requests of a page to a handler, and what the handler answers back, piece by piece. The page asks one thing at a time.
type host struct {
	handler http.Handler
	page    js.Value // serve(take, rehearse), head(status, headers), piece(bytes), end(failure), rehearsed(well, more)
}

// take takes a request: its method, its address, its headers as [name, value]…, its body as a Uint8Array or null. It returns at once;
// the answer comes by the page's functions.
func (h host) take(_ js.Value, args []js.Value) any {
	method, address, headers, body := args[0].String(), args[1].String(), args[2], []byte(nil)
	if !args[3].IsNull() {
		body = make([]byte, args[3].Length())
		js.CopyBytesToGo(body, args[3])
	}
	request, err := http.NewRequest(method, address, bytes.NewReader(body))
	if err != nil {
		h.page.Call("end", "这个地址打不开："+err.Error())
		return nil
	}
	for i := range headers.Length() {
		request.Header.Add(headers.Index(i).Index(0).String(), headers.Index(i).Index(1).String())
	}
	go h.answer(request)
	return nil
}

// rehearse goes one step of a rehearsal each time, and tells how it went.
func (h host) rehearse(r *rehearsal) func(js.Value, []js.Value) any {
	return func(js.Value, []js.Value) any {
		go func() {
			well, more := r.next()
			h.page.Call("rehearsed", well, more)
		}()
		return nil
	}
}

// answer has the handler answer. A panic there ends the answer, not the program.
func (h host) answer(request *http.Request) {
	w := &response{host: h, header: http.Header{}}
	w.body = bufio.NewWriterSize(pieces{h.page}, 64<<10)
	defer func() {
		if fault := remedy.Fault(recover()); fault == nil {
			w.Flush()
			h.page.Call("end", js.Null())
		} else if w.begun {
			h.page.Call("end", fault.Error())
		} else {
			w.header = http.Header{}
			http.Error(w, fault.Error()+"。", http.StatusInternalServerError)
			w.Flush()
			h.page.Call("end", js.Null())
		}
	}()
	h.handler.ServeHTTP(w, request)
}

// response is an http.ResponseWriter and http.Flusher.
type response struct {
	host
	header http.Header
	body   *bufio.Writer
	begun  bool
}

func (w *response) Header() http.Header { return w.header }

func (w *response) WriteHeader(status int) {
	if w.begun {
		return
	}
	w.begun = true
	var pairs []any
	for name, values := range w.header {
		pairs = append(pairs, []any{name, strings.Join(values, ", ")})
	}
	slices.SortFunc(pairs, func(a, b any) int { return strings.Compare(a.([]any)[0].(string), b.([]any)[0].(string)) })
	w.page.Call("head", status, pairs)
}

func (w *response) Write(p []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(p)
}

// Flush has the page see what was written so far; it sees it while the handler goes on.
func (w *response) Flush() {
	w.WriteHeader(http.StatusOK)
	w.body.Flush()
}

// pieces hands over what is written to it.
type pieces struct{ page js.Value }

func (p pieces) Write(data []byte) (int, error) {
	piece := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(piece, data)
	p.page.Call("piece", piece)
	return len(data), nil
}

var _ io.Writer = pieces{}
