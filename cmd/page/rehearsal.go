//go:build js

package main

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/web"
)

// rehearsal goes a clerk's way with a blank workbook, on a page of its own, which nobody sees. Chromium compiles a function when it is called
// first: the first workbook would take a second more than all others.
type rehearsal struct {
	handler http.Handler
	now     time.Time
	step    int
	blank   []byte
}

// next goes one step, and says whether that went well and whether there are more. A failure ends it; where it matters it is met again, and told.
func (r *rehearsal) next() (well, more bool) {
	defer func() {
		if recover() != nil {
			well, more = false, false
		}
	}()
	const first = "/report/1"
	steps := []func() bool{
		func() bool {
			order := `{"year":` + strconv.Itoa(r.now.Year()-1) + `,"unit":"某某镇人民政府","level":"乡镇"}`
			r.blank = r.ask(http.MethodPost, "/template", web.Answers, strings.NewReader(order))
			return len(r.blank) > 0
		},
		func() bool {
			return len(r.ask(http.MethodPost, "/files?name="+url.QueryEscape("填报.xlsx"), web.File, bytes.NewReader(r.blank))) > 0
		},
		func() bool { return len(r.ask(http.MethodGet, first, "", nil)) > 0 },
		func() bool { return len(r.ask(http.MethodGet, first+"/pages", "", nil)) > 0 },
		func() bool { return len(r.ask(http.MethodGet, first+"/files/pdf", "", nil)) > 0 },
	}
	r.step++
	well = steps[r.step-1]()
	return well, well && r.step < len(steps)
}

// ask gives the body of an answer that is no failure.
func (r *rehearsal) ask(method, address, kind string, body io.Reader) []byte {
	request, err := http.NewRequest(method, address, body)
	if err != nil {
		return nil
	}
	request.Header.Set("Content-Type", kind)
	w := &kept{header: http.Header{}}
	r.handler.ServeHTTP(w, request)
	if w.status >= http.StatusBadRequest {
		return nil
	}
	return w.Bytes()
}

// kept is an http.ResponseWriter that keeps what is written.
type kept struct {
	bytes.Buffer
	header http.Header
	status int
}

func (k *kept) Header() http.Header    { return k.header }
func (k *kept) WriteHeader(status int) { k.status = status }
