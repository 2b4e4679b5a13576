//go:build js && faults

package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"time"

	"nianbao/internal/build"
	"nianbao/internal/web"
)

// newHandler has, for the tests, beside the page what a faulty one might do.
func newHandler() (http.Handler, error) {
	page, err := web.New(web.Options{Now: time.Now, Build: build.This().Named()})
	if err != nil {
		return nil, err
	}
	faulty := http.NewServeMux()
	faulty.Handle("/", page)
	faulty.HandleFunc("/faults/panic", func(http.ResponseWriter, *http.Request) { panic("a fault") })
	faulty.HandleFunc("/faults/panic-late", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "begun")
		w.(http.Flusher).Flush()
		panic("a fault")
	})
	faulty.HandleFunc("/faults/endless", func(http.ResponseWriter, *http.Request) {
		for start := time.Now(); time.Since(start) < time.Hour; {
		}
	})
	faulty.HandleFunc("/faults/memory", func(http.ResponseWriter, *http.Request) {
		for kept := [][]byte(nil); ; {
			kept = append(kept, make([]byte, 16<<20))
			runtime.KeepAlive(kept)
		}
	})
	faulty.HandleFunc("/faults/recursion", func(w http.ResponseWriter, r *http.Request) {
		levels, _ := strconv.Atoi(r.URL.Query().Get("levels"))
		fmt.Fprint(w, deep(levels))
	})
	faulty.HandleFunc("/faults/exit", func(http.ResponseWriter, *http.Request) { os.Exit(3) })
	faulty.HandleFunc("/faults/echo", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, r.Method, " ", r.Header.Get("X-Sent"), " ")
		io.Copy(w, r.Body)
	})
	faulty.HandleFunc("/faults/pieces", func(w http.ResponseWriter, _ *http.Request) {
		for i := range 5 {
			fmt.Fprintf(w, "%d\n", i)
			w.(http.Flusher).Flush()
			for start := time.Now(); time.Since(start) < 100*time.Millisecond; { // work, during which nothing else runs
			}
		}
	})
	return faulty, nil
}

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return deep(n-1) + 1
}
