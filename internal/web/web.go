// Package web is the program as one web page: a plain http.Handler over job. What is in hand stays in its memory; it touches no disk,
// reads no clock of its own, and logs nothing. Whoever hosts it (loopback, WebAssembly) gives it the requests of one person.
package web

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"mime"
	"net/http"
	"strings"
	"sync"
	"time"

	"nianbao/fonts"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/templates"
)

// Options are what the page cannot know by itself.
type Options struct {
	Now   func() time.Time
	Build string    // of the program, as 版本 tells it
	Stays bool      // what is in hand outlives the page in the browser: it goes when the program ends
	PDFs  *job.PDFs // nil where each PDF is read by itself
	Most  int64     // bytes of files in hand; 0 for MostInHand
}

// MostInHand is how many bytes of files the page takes in hand: some thousand workbooks.
const MostInHand = 128 << 20

// New is the page.
//
//	GET  /                        the whole page, with the view 开始
//	GET  /page.css, /page.js      its looks and its script
//	GET  /start, /report/N …      a view: what stands in the page's main part
//	POST /files?name=…            a file, as its bytes; Location is the view that shows it, Supersedes the same where what came there by
//	                              that name before is in hand no more
//	POST /files/names             the paths of files before they are sent; the answer is which of them, by their numbers, are nobody's
//	POST …                        JSON; an answer is a file to be saved, or Location is the view to go to
//
// Whatever cannot be done is one plain sentence with a status of 4xx or 5xx. GET changes nothing but which report is told to be the next one:
// that goes by the register as it was looked at last, so that mending a report does not move it.
func New(o Options) (http.Handler, error) {
	set, err := fonts.Embedded()
	if err != nil {
		return nil, err
	}
	if o.Most == 0 {
		o.Most = MostInHand
	}
	d := &desk{options: o, fonts: set}
	mux := http.NewServeMux()
	for _, r := range d.routes() {
		mux.Handle(r.pattern, r.handler)
	}
	return mux, nil
}

type route struct {
	pattern string
	handler http.HandlerFunc
}

func (d *desk) routes() []route {
	return []route{
		{"GET /{$}", d.page},
		{"/", nowhere},
		{"GET /page.css", asset("page.css", "text/css; charset=utf-8")},
		{"GET /page.js", asset("page.js", "text/javascript; charset=utf-8")},
		{"GET /icon.svg", asset("icon.svg", "image/svg+xml")},
		{"GET /start", d.shows(d.start)},
		{"GET /guide", d.shows(d.guide)},
		{"GET /guide/{page}", d.shows(d.guide)},
		{"POST /template", answering(d.template)},
		{"POST /slips", answering(d.slips)},
		{"GET /settings", answering(d.settings)},
		{"POST /dispatch", answering(d.dispatch)},
		{"POST /files", d.take},
		{"POST /files/names", answering(litterAmong)},
		{"POST /slips/clear", answering(d.clearSlips)},
		{"POST /last/clear", answering(d.clearLast)},
		{"POST /last/former", answering(d.turnFormer)},
		{"POST /fonts/own", answering(d.ownFonts)},
		{"GET /reports", d.shows(d.reports)},
		{"GET /reports/register", answering(d.registerFile)},
		{"POST /reports/sum", answering(d.sumFile)},
		{"POST /reports/returns", answering(d.returnsFile)},
		{"POST /reports/corrections", answering(d.correctionsFile)},
		{"POST /reports/unread/close", answering(d.closeUnread)},
		{"POST /reports/year/{year}", answering(d.chooseYear)},
		{"POST /reports/clear", answering(d.clear)},
		{"POST /office/clear", answering(d.clearOffice)},
		{"GET /report/{id}", d.showsReport(d.report)},
		{"GET /report/{id}/pages", d.showsReport(d.preview)},
		{"GET /report/{id}/pages/{number}", answering(d.pageImage)},
		{"GET /report/{id}/files/{kind}", answering(d.file)},
		{"GET /report/{id}/paste", answering(d.paste)},
		{"POST /report/{id}/changes", answering(d.change)},
		{"POST /report/{id}/mend", answering(d.mend)},
		{"POST /report/{id}/ledger", answering(d.takeLedger)},
		{"POST /report/{id}/undo", answering(d.undo)},
		{"POST /report/{id}/decided", answering(d.decided)},
		{"POST /report/{id}/review", answering(d.review)},
		{"POST /report/{id}/close", answering(d.close)},
		{"GET /report/{id}/edited", d.showsReport(d.edited)},
		{"POST /report/{id}/edited", d.takes(d.holdAgainst)},
		{"POST /report/{id}/published", d.takes(d.hold)},
		{"POST /report/{id}/takeback", answering(d.takeBack)},
		{"GET /report/{id}/upward", d.showsReport(d.upward)},
		{"POST /report/{id}/fill", d.takes(d.fill)},
	}
}

// nowhere answers whatever else is asked for.
func nowhere(w http.ResponseWriter, _ *http.Request) {
	tell(w, refuse(http.StatusNotFound, "没有这一页，请按上面的“开始”"))
}

// asset serves a file of the page's looks.
func asset(name, kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		data, err := templates.Page.ReadFile("page/" + name)
		if err != nil {
			panic(err) // it is embedded
		}
		w.Header().Set("Content-Type", kind)
		w.Write(data)
	}
}

var looks = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"shown": line.Shown, "view": viewLink, "meaning": meaningOf, "pdfs": func() string { return job.ReadablePDFs }, "otherpdfs": func() string { return job.OtherPDFs }}).ParseFS(templates.Page, "page/*.html"))
})

// viewLink leads to a view, by a path that the desk has made.
func viewLink(path string) template.URL { return template.URL("#" + path) }

// composed is a template filled in.
func composed(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	err := looks().ExecuteTemplate(&b, name, data)
	return b.Bytes(), err
}

// view is what stands in the page's main part.
type view struct {
	Title  string // of the window
	Place  string // the entry of the navigation that it belongs to
	Report string // the path of the report that it shows; "" for none
	Name   string // of the template
	Data   any
	Hand   string // all reports in hand: see inHandTold
}

// page is the whole page, with the view that it begins with.
func (d *desk) page(w http.ResponseWriter, r *http.Request) {
	begin, err := d.start(r)
	if err != nil {
		tell(w, err)
		return
	}
	content, err := d.content(begin)
	if err != nil {
		tell(w, err)
		return
	}
	whole, err := composed("page", struct {
		Content template.HTML
		Build   string
		Stays   bool
	}{template.HTML(content), d.options.Build, d.options.Stays})
	if err != nil {
		tell(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(whole)
}

// content is what a view shows, with what it tells the script.
func (d *desk) content(v view) ([]byte, error) {
	content, err := composed(v.Name, v.Data)
	if err != nil {
		return nil, err
	}
	v.Hand = d.inHandTold()
	return composed("view", struct {
		view
		Content template.HTML
	}{v, template.HTML(content)})
}

// shows answers with a view.
func (d *desk) shows(make func(*http.Request) (view, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := make(r)
		var content []byte
		if err == nil {
			content, err = d.content(v)
		}
		if err != nil {
			tell(w, err)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(content)
	}
}

// answer is what comes back of a request that is no view: a file, or where to go on.
type answer struct {
	file   *job.File
	kind   string // of the file; "" to tell it by its name
	inline bool   // it is shown, not saved
	view   string // to go on to, a path
	told   string // what came of it, in a sentence; what is to be told of a file stands in it
	only   bool   // what came before to be shown there is in hand no more
	idle   bool   // nothing was changed
}

// answering answers with what came of a request.
func answering(do func(*http.Request) (answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a, err := do(r)
		if err != nil {
			tell(w, err)
			return
		}
		a.write(w)
	}
}

func (a answer) write(w http.ResponseWriter) {
	if a.file == nil {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Location", a.view)
		if a.only {
			w.Header().Set("Supersedes", a.view)
		}
		status := http.StatusCreated
		if a.idle {
			status = http.StatusOK
		}
		w.WriteHeader(status)
		io.WriteString(w, a.told)
		return
	}
	kind := a.kind
	if kind == "" {
		kind = kindOf(a.file.Name)
	}
	w.Header().Set("Content-Type", kind)
	if !a.inline {
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": a.file.Name}))
	}
	w.Write(a.file.Data)
}

// kindOf is the media type of a file that the page gives, by its name.
func kindOf(name string) string {
	for _, k := range []struct{ extension, kind string }{
		{".pdf", "application/pdf"}, {".txt", "text/plain; charset=utf-8"}, {".html", "text/html; charset=utf-8"}, {".json", "application/json"},
		{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, {".zip", "application/zip"}, {".svg", "image/svg+xml"},
	} {
		if strings.HasSuffix(name, k.extension) {
			return k.kind
		}
	}
	return "application/octet-stream"
}

// refusal is an error with the status that says what kind it is.
type refusal struct {
	status int
	error
}

func (r refusal) Unwrap() error { return r.error }

func refuse(status int, format string, a ...any) error {
	return refusal{status, fmt.Errorf(format, a...)}
}

// tell answers with why something could not be done, in a sentence.
func tell(w http.ResponseWriter, err error) {
	status := http.StatusUnprocessableEntity
	var r refusal
	if errors.As(err, &r) {
		status = r.status
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, line.Shown(remedy.Told(err, word))+"。")
}
