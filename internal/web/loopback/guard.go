package loopback

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/remedy"
)

const passwordPath = "/password"

// guard stands before the page.
type guard struct {
	page       http.Handler
	hosts      []string
	key        key
	limits     Limits
	origins    *http.CrossOriginProtection
	bodies     *gate // by bytes
	requests   *gate
	guesses    *gate // of the password
	attendance *attendance
	tell       func(error)
}

func newGuard(s *Server, page http.Handler) *guard {
	const guesses = 8
	l := s.Limits
	tell := s.Tell
	if tell == nil {
		tell = func(error) {}
	}
	return &guard{
		page:       page,
		hosts:      hosts(s.at),
		key:        s.key,
		limits:     l,
		origins:    http.NewCrossOriginProtection(),
		bodies:     newGate(l.Held, l.Waiting, l.Patience),
		requests:   newGate(int64(l.Running), l.Waiting, l.Patience),
		guesses:    newGate(1, guesses, l.Patience),
		attendance: &attendance{},
		tell:       tell,
	}
}

// hosts are the only names under which the page answers, as browsers write them. A foreign name that is made to point here (DNS
// rebinding) is none of them, and an address in any other form is one that no browser sends.
func hosts(at netip.AddrPort) []string {
	names := []string{at.Addr().String()}
	if at.Addr().Is6() {
		names[0] = "[" + names[0] + "]"
	}
	if at.Addr().IsLoopback() {
		names = append(names, "127.0.0.1", "[::1]", "localhost")
	}
	var all []string
	for _, name := range names {
		all = append(all, fmt.Sprintf("%s:%d", name, at.Port()))
		if at.Port() == 80 { // which browsers leave out
			all = append(all, name)
		}
	}
	return all
}

func (g *guard) ServeHTTP(to http.ResponseWriter, r *http.Request) {
	w := newOutgoing(to, g.limits)
	defer w.more() // for what net/http sends when this is done
	switch {
	case !slices.Contains(g.hosts, strings.ToLower(r.Host)):
		wrongHost.answer(w)
	case !ownTarget(r):
		wrongTarget.answer(w)
	case g.key.opens(r):
		g.key.open(w)
	case g.key.password != "" && r.Method == http.MethodPost && r.URL.Path == passwordPath:
		g.guess(w, r)
	case !g.key.fits(r) && g.key.password != "":
		askPassword.answer(w)
	case !g.key.fits(r):
		closedToYou.answer(w)
	default:
		g.admit(w, r)
	}
}

// ownTarget is whether the request names a place on this server in the one way to write it.
func ownTarget(r *http.Request) bool {
	if !strings.HasPrefix(r.RequestURI, "/") { // a whole address, a host, *
		return false
	}
	encoded := strings.ToLower(r.URL.EscapedPath())
	if strings.Contains(encoded, "%2f") || strings.Contains(encoded, "%5c") || !utf8.ValidString(r.URL.Path) {
		return false
	}
	clean := path.Clean(r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") && clean != "/" {
		clean += "/"
	}
	return clean == r.URL.Path && !strings.ContainsFunc(r.URL.Path, func(c rune) bool { return c == '\\' || unicode.IsControl(c) })
}

// admit answers the person.
func (g *guard) admit(w *outgoing, r *http.Request) {
	defer g.attendance.begin()()
	if r.ContentLength != 0 { // else net/http listens already whether the browser goes away
		r.Body = newIncoming(r.Body, w.control, g.limits)
	}
	if refused, wrong := g.judge(r); wrong {
		g.drain(r)
		refused.answer(w)
		return
	}
	if r.URL.Path == Alive {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if r.Method == http.MethodPost {
		leave, let := g.bodies.enter(r.Context(), max(r.ContentLength, g.limits.Held/int64(max(g.limits.Changing, 1))))
		if !let {
			g.drain(r)
			busy.answer(w)
			return
		}
		defer leave()
		r.Body = http.MaxBytesReader(w.to, r.Body, g.limits.Body)
	}
	leave, let := g.requests.enter(r.Context(), 1)
	if !let {
		g.drain(r)
		busy.answer(w)
		return
	}
	defer leave()
	g.show(w, r)
}

// judge is what is wrong with a request, if anything.
func (g *guard) judge(r *http.Request) (refused refusal, wrong bool) {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return wrongOrigin, true // from another port of this computer too, to which browsers send our cookie
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return wrongBody, r.ContentLength != 0
	case http.MethodPost:
	default:
		return wrongMethod, true
	}
	switch {
	case len(r.TransferEncoding) > 0 || r.ContentLength < 0:
		return unknownSize, true
	case g.origins.Check(r) != nil:
		return wrongOrigin, true
	case !ownType(r.Header.Values("Content-Type")):
		return wrongType, true
	default:
		return tooLarge(g.limits.Body), r.ContentLength > g.limits.Body
	}
}

// ownType is whether the body has a type that no form of another page can send without asking first.
func ownType(types []string) bool {
	if len(types) != 1 {
		return false
	}
	media, _, err := mime.ParseMediaType(types[0])
	return err == nil && (media == File || strings.HasPrefix(media, Answers))
}

// drain reads what a refused request brings, so that the browser, which sends first and listens then, is told why. What is beyond all
// measure, or waits to be asked for, is not read.
func (g *guard) drain(r *http.Request) {
	const most = 2 << 30
	if r.ContentLength > 0 && r.ContentLength <= most && r.Header.Get("Expect") == "" {
		io.Copy(io.Discard, r.Body) // what fails here ends with the connection
	}
}

// show lets the page answer. A fault of the page ends nothing but this answer: it becomes a sentence, or breaks off what was begun, so that
// nobody takes a part for the whole.
func (g *guard) show(w *outgoing, r *http.Request) {
	defer func() {
		recovered := recover()
		if recovered == nil {
			return
		}
		if recovered != http.ErrAbortHandler {
			g.tell(remedy.Fault(recovered))
		}
		if w.begun || recovered == http.ErrAbortHandler {
			panic(http.ErrAbortHandler)
		}
		fault.answer(w)
	}()
	g.page.ServeHTTP(w, r)
}

// guess opens the page to whoever knows the password. One is tried after the other, and a wrong one takes a while. Where it came from is not
// asked: a browser does not tell it from a form without a referrer, and who has the password needs nobody else's browser.
func (g *guard) guess(w *outgoing, r *http.Request) {
	const longest = 1 << 10
	if len(r.TransferEncoding) > 0 || r.ContentLength < 0 || r.ContentLength > longest {
		wrongBody.answer(w)
		return
	}
	body, err := io.ReadAll(newIncoming(r.Body, w.control, g.limits))
	if err != nil {
		wrongBody.answer(w)
		return
	}
	leave, let := g.guesses.enter(r.Context(), 1)
	if !let {
		busy.answer(w)
		return
	}
	defer leave()
	typed, err := url.ParseQuery(string(body))
	if err == nil && g.key.passes(typed.Get("password")) {
		g.key.open(w)
		return
	}
	g.limits.sigh(r.Context())
	notPassword.answer(w)
}
