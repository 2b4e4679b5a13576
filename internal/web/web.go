// Package web is the page as an http.Handler over job: what is in hand stays in memory.
package web

import (
	"fmt"
	"io"
	"net/http"
	"time"

	"nianbao/fonts"
	"nianbao/internal/job"
)

// Options is what the host knows.
type Options struct {
	Now func() time.Time
}

// New makes the page.
func New(o Options) (http.Handler, error) {
	set, err := fonts.Embedded()
	if err != nil {
		return nil, err
	}
	page := http.NewServeMux()
	page.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<main><h1>年报</h1><p>%d年</p><input type="file"></main>`, o.Now().Year())
	})
	page.HandleFunc("POST /pdf", func(w http.ResponseWriter, r *http.Request) {
		data, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		checked := (&job.Checker{Fonts: set}).Check(job.Planned{Source: job.From(r.URL.Query().Get("name"), data)})
		formats, err := job.Formats("pdf")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		files, err := (&job.Renderer{Formats: formats, Draft: true, Fonts: set}).Render(checked)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		w.Header().Set("Content-Type", "application/pdf")
		w.Write(files[0].Data)
	})
	return page, nil
}
