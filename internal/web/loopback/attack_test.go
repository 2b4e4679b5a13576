package loopback_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/web/loopback"
)

func TestHost(t *testing.T) {
	t.Parallel()
	h := open(t, usual(), func(s *loopback.Server) { s.Limits.Heading = time.Second })
	_, port, _ := strings.Cut(h.host, ":")
	const refused = "这个地址打不开，请用程序给出的地址。\n"
	for _, row := range []struct {
		why, host string
		open      bool
	}{
		{"the address itself", "127.0.0.1:" + port, true},
		{"the name of this computer", "localhost:" + port, true},
		{"names have no case", "LOCALHOST:" + port, true},
		{"the other loopback address", "[::1]:" + port, true},
		{"a name that begins like the address", "127.0.0.1.evil.example:" + port, false},
		{"a name that ends like ours", "evil.localhost:" + port, false},
		{"a foreign name made to point here", "rebound.example:" + port, false},
		{"another server on this computer", "127.0.0.1:1", false},
		{"no port", "127.0.0.1", false},
		{"no port after the colon", "127.0.0.1:", false},
		{"a port with zeros", "127.0.0.1:0" + port, false},
		{"a port with a sign", "127.0.0.1:+" + port, false},
		{"two ports", "127.0.0.1:" + port + ":" + port, false},
		{"the address as one number", "2130706433:" + port, false},
		{"in hexadecimal", "0x7f000001:" + port, false},
		{"in octal", "0177.0.0.1:" + port, false},
		{"shortened", "127.1:" + port, false},
		{"all addresses", "0.0.0.0:" + port, false},
		{"another loopback address", "127.0.0.2:" + port, false},
		{"written out", "[0:0:0:0:0:0:0:1]:" + port, false},
		{"inside the newer kind", "[::ffff:127.0.0.1]:" + port, false},
		{"with a zone", "[::1%25lo]:" + port, false},
		{"brackets round the older kind", "[127.0.0.1]:" + port, false},
		{"brackets round a name", "[localhost]:" + port, false},
		{"a name with its dot", "localhost.:" + port, false},
		{"a person before it", "127.0.0.1:" + port + "@evil.example", false},
		{"a letter that folds to one of ours", "localho\u017ft:" + port, false},
		{"empty", "", false},
	} {
		for _, target := range []string{"/", "/page.js", "/missing", h.token()} {
			answer := h.ask(strings.Replace(h.get(target), h.host, row.host, 1))
			if row.open {
				assert.NotEqual(t, http.StatusForbidden, answer.StatusCode, "%s: %s", row.why, target)
				continue
			}
			if answer.StatusCode == http.StatusBadRequest { // net/http itself, before us
				assert.Contains(t, []string{"400 Bad Request", "400 Bad Request: malformed Host header"}, answer.text, row.why)
				continue
			}
			assert.Equal(t, http.StatusForbidden, answer.StatusCode, "%s: %s", row.why, target)
			assert.Equal(t, refused, answer.text, "%s: %s", row.why, target)
			assert.Empty(t, answer.Header.Get("Set-Cookie"), row.why)
		}
	}
	h.pages.reached()
	for _, row := range []struct {
		why, request string
		statuses     []int
	}{
		{"a whole address in place of the path, of another host", "GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\n\r\n", []int{403}},
		{"the same of ours, with another host beside it", "GET http://HOST/ HTTP/1.1\r\nHost: evil.example\r\nCookie: COOKIE\r\n\r\n", []int{400}},
		{"two hosts", "GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\nCookie: COOKIE\r\n\r\n", []int{400}},
		{"two hosts, ours last", "GET / HTTP/1.1\r\nHost: evil.example\r\nHost: HOST\r\nCookie: COOKIE\r\n\r\n", []int{400}},
		{"no host", "GET / HTTP/1.1\r\nCookie: COOKIE\r\n\r\n", []int{400}},
		{"no host in a time that knew none", "GET / HTTP/1.0\r\nCookie: COOKIE\r\n\r\n", []int{403}},
		{"a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\n\r\n", []int{400, 403}},
		{"everything", "OPTIONS * HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\n\r\n", []int{400}},
		{"everything, from elsewhere", "OPTIONS * HTTP/1.1\r\nHost: evil.example\r\n\r\n", []int{403}},
		{"a host that only a proxy believes", "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: HOST\r\nForwarded: host=HOST\r\nCookie: COOKIE\r\n\r\n",
			[]int{403}},
		{"HTTP/2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", []int{400, 403, 505}},
		{"an encrypted greeting", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", []int{0, 400}},
		{"no HTTP at all", "evil\r\n\r\n", []int{400}},
	} {
		answer := h.ask(strings.NewReplacer("HOST", h.host, "COOKIE", h.cookie).Replace(row.request))
		assert.Contains(t, row.statuses, answer.StatusCode, row.why)
		assert.NotContains(t, answer.text, "evil", row.why)
		assert.NotContains(t, answer.text, "机密", row.why)
		assert.Empty(t, h.pages.reached(), row.why)
	}
}

func TestKey(t *testing.T) {
	h := open(t, usual(), nil)
	other := open(t, usual(), nil)
	_, port, _ := strings.Cut(h.host, ":")
	name, secret, _ := strings.Cut(h.cookie, "=")
	assert.Equal(t, "nianbao-"+port, name)
	otherName, _, _ := strings.Cut(other.cookie, "=")
	assert.NotEqual(t, otherName, name, "two servers side by side keep their cookies")
	_, token, _ := strings.Cut(h.token(), "=")
	assert.GreaterOrEqual(t, len(token), 26, "128 bits")
	assert.NotEqual(t, token, secret, "what other servers on this computer get to see opens no address")
	require.NotContains(t, other.token(), token)

	opened := h.ask("GET " + h.token() + " HTTP/1.1\r\nHost: " + h.host + "\r\n\r\n")
	assert.Equal(t, http.StatusSeeOther, opened.StatusCode)
	assert.Equal(t, "/", opened.Header.Get("Location"))
	assert.Equal(t, h.cookie+"; Path=/; HttpOnly; SameSite=Strict", opened.Header.Get("Set-Cookie"), "no Domain, so that it is for this host alone")
	assert.Empty(t, opened.text)
	assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode)
	h.pages.reached()

	closed := h.ask("GET / HTTP/1.1\r\nHost: " + h.host + "\r\n\r\n").text
	assert.Contains(t, closed, "请重新打开这个网页")
	for _, row := range []struct{ why, method, target, cookie string }{
		{"nothing", "GET", "/", ""},
		{"the script", "GET", "/page.js", ""},
		{"what is not there", "GET", "/missing", ""},
		{"whether the program stands", "GET", "/alive", ""},
		{"an upload", "POST", "/file", ""},
		{"the head alone", "HEAD", "/", ""},
		{"a question before another", "OPTIONS", "/", ""},
		{"a method of anybody's", "EVIL", "/", ""},
		{"another's cookie", "GET", "/", other.cookie},
		{"another's cookie under our name", "GET", "/", name + "=" + strings.SplitN(other.cookie, "=", 2)[1]},
		{"the token as a cookie", "GET", "/", name + "=" + token},
		{"an empty cookie", "GET", "/", name + "="},
		{"a beginning of it", "GET", "/", h.cookie[:len(h.cookie)-1]},
		{"more than it", "GET", "/", h.cookie + "A"},
		{"in other letters", "GET", "/", name + "=" + strings.ToLower(secret)},
		{"under a name that begins like it", "GET", "/", name + "1=" + secret},
		{"a wrong token", "GET", "/?token=" + strings.Repeat("A", len(token)), ""},
		{"no token", "GET", "/?token=", ""},
		{"a beginning of the token", "GET", "/?token=" + token[:len(token)-1], ""},
		{"the secret as a token", "GET", "/?token=" + secret, ""},
		{"another's token", "GET", other.token(), ""},
		{"the token elsewhere", "GET", "/page.js?token=" + token, ""},
		{"the token with a method that changes", "POST", "/?token=" + token, ""},
		{"the token with the head alone", "HEAD", "/?token=" + token, ""},
		{"a password where there is none", "POST", "/password", ""},
	} {
		request := row.method + " " + row.target + " HTTP/1.1\r\nHost: " + h.host + "\r\nCookie: " + row.cookie + "\r\n\r\n"
		answer := h.ask(request)
		assert.Equal(t, http.StatusForbidden, answer.StatusCode, row.why)
		if row.method != "HEAD" {
			assert.Equal(t, closed, answer.text, "%s: one page for all", row.why)
		}
		assert.Empty(t, answer.Header.Get("Set-Cookie"), row.why)
		assert.Empty(t, h.pages.reached(), row.why)
	}
	stale := name + "=" + strings.Repeat("B", len(secret))
	for _, both := range []string{stale + "; " + h.cookie, h.cookie + "; " + stale} {
		answer := h.ask(strings.Replace(h.get("/"), h.cookie, both, 1))
		assert.Equal(t, http.StatusOK, answer.StatusCode, "a cookie of that name set by another server locks nobody out")
	}
	assert.Equal(t, http.StatusSeeOther, h.ask(h.get(h.token()+"&next=//evil.example")).StatusCode, "the address may be opened again")
	assert.Equal(t, "/", h.ask(h.get(h.token()+"&next=//evil.example")).Header.Get("Location"), "and leads nowhere else")
}

func TestChanges(t *testing.T) {
	h := open(t, usual(), nil)
	h.pages.reached()
	typed := func(kind string) string {
		return strings.Replace(h.post("/file", "x"), "application/octet-stream", kind, 1)
	}
	from := func(site, origin string) string {
		request := strings.Replace(h.post("/file", "x"), "Sec-Fetch-Site: same-origin\r\n", site, 1)
		return strings.Replace(request, "Origin: http://"+h.host+"\r\n", origin, 1)
	}
	for _, row := range []struct {
		why, request string
		status       int
	}{
		{"a file", h.post("/file", "x"), 200},
		{"answers", typed("application/vnd.nianbao+json; charset=utf-8"), 200},
		{"a plain form", typed("application/x-www-form-urlencoded"), 415},
		{"a form with files", typed("multipart/form-data; boundary=b"), 415},
		{"a form as text", typed("text/plain"), 415},
		{"data that claims to be text", typed("text/plain; application/octet-stream"), 415},
		{"a list of types", typed("application/octet-stream, text/plain"), 415},
		{"a broken type", typed("application/octet-stream; ="), 415},
		{"two types", typed("application/octet-stream\r\nContent-Type: text/plain"), 415},
		{"no type", strings.Replace(h.post("/file", "x"), "Content-Type: application/octet-stream\r\n", "", 1), 415},
		{"an empty upload without a type", h.request("POST", "/file", "", "Content-Length: 0"), 415},
		{"another site", from("Sec-Fetch-Site: cross-site\r\n", "Origin: http://evil.example\r\n"), 403},
		{"another port of this computer, to which browsers send our cookie", from("Sec-Fetch-Site: same-site\r\n", "Origin: http://127.0.0.1:1\r\n"), 403},
		{"an older browser on another site", from("", "Origin: http://evil.example\r\n"), 403},
		{"an older browser on another port", from("", "Origin: http://127.0.0.1:1\r\n"), 403},
		{"a frame without an origin", from("", "Origin: null\r\n"), 403},
		{"an older browser on our page", from("", "Origin: http://"+h.host+"\r\n"), 200},
		{"no browser, with the cookie", from("", ""), 200},
		{"an unknown word for where from", from("Sec-Fetch-Site: evil\r\n", ""), 403},
		{"reading from another port", h.get("/page.js", "Sec-Fetch-Site: same-site"), 403},
		{"reading from another site", h.get("/page.js", "Sec-Fetch-Site: cross-site"), 403},
		{"typed into the browser", h.get("/page.js", "Sec-Fetch-Site: none"), 200},
		{"a question before another", h.request("OPTIONS", "/file", "", "Origin: http://evil.example", "Access-Control-Request-Method: POST"), 405},
		{"and from our page", h.request("OPTIONS", "/file", "", "Access-Control-Request-Private-Network: true"), 405},
		{"putting", h.request("PUT", "/file", "x", "Content-Type: application/octet-stream", "Content-Length: 1"), 405},
		{"deleting", h.request("DELETE", "/file", ""), 405},
		{"tracing, which repeats", h.request("TRACE", "/", ""), 405},
		{"in small letters", h.request("get", "/", ""), 405},
		{"the way round a method", h.get("/page.js", "X-HTTP-Method-Override: POST"), 200},
		{"reading with a body", h.request("GET", "/", "x", "Content-Length: 1"), 400},
		{"the head with a body", h.request("HEAD", "/", "x", "Content-Length: 1"), 400},
		{"the page's own refusal of a wrong way to ask", h.get("/file"), 405},
		{"what is not there", h.get("/missing"), 404},
	} {
		answer := h.ask(row.request)
		assert.Equal(t, row.status, answer.StatusCode, row.why)
		for name := range answer.Header {
			assert.NotContains(t, name, "Access-Control", row.why)
		}
		assert.NotContains(t, answer.text, "evil", row.why)
		reached := h.pages.reached()
		if row.status == 403 || row.status == 415 || row.status == 400 {
			assert.Empty(t, reached, row.why)
		} else if row.status == 200 {
			assert.Len(t, reached, 1, row.why)
		}
	}
}

func TestHeaders(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/", usual())
	mux.HandleFunc("/careless", func(w http.ResponseWriter, _ *http.Request) {
		for name, value := range map[string]string{
			"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Credentials": "true", "Content-Security-Policy": "default-src *",
			"Cache-Control": "public", "X-Frame-Options": "ALLOWALL", "Cross-Origin-Resource-Policy": "cross-origin", "Referrer-Policy": "unsafe-url",
		} {
			w.Header().Set(name, value)
		}
		io.WriteString(w, "<script>evil()</script>")
	})
	mux.HandleFunc("/broken", func(http.ResponseWriter, *http.Request) { panic("机密") })
	h := open(t, mux, nil)
	stranger := func(target string) string { return "GET " + target + " HTTP/1.1\r\nHost: " + h.host + "\r\n\r\n" }
	for _, row := range []struct{ why, request string }{
		{"the page", h.get("/")},
		{"a script", h.get("/page.js")},
		{"what is not there", h.get("/missing")},
		{"the page's own redirection", h.get("/careless", "X: y")},
		{"a page that sets others itself", h.get("/careless")},
		{"a page that breaks", h.get("/broken")},
		{"whether the program stands", h.get("/alive")},
		{"the closed page", stranger("/")},
		{"the opening", stranger(h.token())},
		{"a wrong host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"},
		{"a wrong target", h.get("/../x")},
		{"a wrong method", h.request("OPTIONS", "/", "")},
		{"a wrong type", h.request("POST", "/file", "", "Content-Length: 0")},
		{"another site", h.get("/", "Sec-Fetch-Site: cross-site")},
	} {
		header := h.ask(row.request).Header
		csp := header.Values("Content-Security-Policy")
		require.Len(t, csp, 1, row.why)
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "connect-src 'self'",
			"worker-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
			assert.Contains(t, strings.Split(csp[0], "; "), part, row.why)
		}
		assert.NotContains(t, csp[0], "unsafe", row.why)
		for name, value := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY", "Cache-Control": "no-store",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			assert.Equal(t, []string{value}, header.Values(name), "%s: %s", row.why, name)
		}
		assert.Contains(t, header.Get("Permissions-Policy"), "camera=()", row.why)
		assert.Empty(t, header.Get("Server"), row.why)
		for name := range header {
			assert.NotContains(t, name, "Access-Control", row.why)
		}
	}
	assert.Equal(t, "application/octet-stream", h.ask(h.get("/careless")).Header.Get("Content-Type"), "a type is never guessed from contents")
}

func TestTargets(t *testing.T) {
	t.Parallel()
	h := open(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "%q", r.URL.Path) }), nil)
	h.pages.reached()
	for _, row := range []struct {
		why, target string
		status      int
	}{
		{"a name in Chinese", "/%E6%B8%85%E6%BA%AA%E9%95%87.pdf", 200},
		{"a folder", "/guide/", 200},
		{"a name with spaces and signs", "/a%20b&c=d%3Fe.txt?x=%2F..%2F", 200},
		{"up", "/../etc/passwd", 400},
		{"up from inside", "/a/../../etc/passwd", 400},
		{"up, encoded", "/%2e%2e/etc/passwd", 400},
		{"up, encoded twice, is a name", "/%252e%252e%252fetc", 200},
		{"a slash, encoded", "/..%2fetc%2fpasswd", 400},
		{"a backslash", "/..\\windows", 400},
		{"a backslash, encoded", "/..%5cwindows", 400},
		{"a drive is a name", "/C:/windows", 200},
		{"another host", "//evil.example/", 400},
		{"another host, later", "/a//evil.example", 400},
		{"here", "/./page.js", 400},
		{"the end of a text in C", "/page.js%00.png", 400},
		{"a line end", "/page.js%0d%0aSet-Cookie:%20evil=1", 400},
		{"a control character of the upper half", "/%c2%85", 400},
		{"no UTF-8", "/%ff%fe", 400},
		{"a slash longer than it need be", "/..%c0%afetc", 400},
		{"a broken escape", "/%zz", 400},
		{"a query of semicolons", "/?a;b", 200},
		{"no slash", "page.js", 400},
		{"64 KB", "/" + strings.Repeat("a", 64<<10), 431},
		{"a query of 64 KB", "/?" + strings.Repeat("a", 64<<10), 431},
	} {
		answer := h.ask(h.get(row.target))
		assert.Equal(t, row.status, answer.StatusCode, row.why)
		reached := len(h.pages.reached())
		if row.status != http.StatusOK {
			assert.Zero(t, reached, row.why)
			assert.Less(t, len(answer.text), 200, row.why)
			assert.NotContains(t, answer.text, "evil", row.why)
			assert.NotContains(t, answer.text, "etc", row.why)
		} else {
			assert.Equal(t, 1, reached, row.why)
		}
	}
	assert.Equal(t, 431, h.ask(h.get("/", "X: "+strings.Repeat("a", 64<<10))).StatusCode, "headers of 64 KB")
	assert.Equal(t, 431, h.ask(h.get("/", strings.Repeat("X: a\r\n", 20_000)+"Y: b")).StatusCode, "twenty thousand headers")
}

// What is sent so that two readers part it differently ends the connection, or is one request for both.
func TestSmuggling(t *testing.T) {
	h := open(t, usual(), nil)
	h.pages.reached()
	hidden := h.get("/smuggled")
	head := func(lines ...string) string {
		return h.request("POST", "/file", "", append([]string{"Content-Type: application/octet-stream"}, lines...)...)
	}
	for _, row := range []struct{ why, request string }{
		{"length and chunks", head("Content-Length: 5", "Transfer-Encoding: chunked") + "0\r\n\r\n" + hidden},
		{"chunks and length", head("Transfer-Encoding: chunked", "Content-Length: 5") + "0\r\n\r\n" + hidden},
		{"chunks", head("Transfer-Encoding: chunked") + "0\r\n\r\n" + hidden},
		{"chunks twice", head("Transfer-Encoding: chunked", "Transfer-Encoding: chunked") + "0\r\n\r\n" + hidden},
		{"chunks by another name", head("Transfer-Encoding: xchunked", "Content-Length: 5") + "0\r\n\r\n" + hidden},
		{"chunks behind a tab", head("Transfer-Encoding:\tchunked", "Content-Length: 5") + "0\r\n\r\n" + hidden},
		{"a space before the colon", head("Transfer-Encoding : chunked", "Content-Length: 5") + "0\r\n\r\n" + hidden},
		{"two lengths", head("Content-Length: 0", "Content-Length: "+fmt.Sprint(len(hidden))) + hidden},
		{"two lengths in one", head("Content-Length: 0, "+fmt.Sprint(len(hidden))) + hidden},
		{"a length with a sign", head("Content-Length: +0") + hidden},
		{"a length below zero", head("Content-Length: -1") + hidden},
		{"a length in hexadecimal", head("Content-Length: 0x0") + hidden},
		{"a length beyond all numbers", head("Content-Length: 99999999999999999999") + hidden},
		{"reading with a length", h.request("GET", "/", "", "Content-Length: "+fmt.Sprint(len(hidden))) + hidden},
		{"reading with chunks", h.request("GET", "/", "", "Transfer-Encoding: chunked") + "0\r\n\r\n" + hidden},
		{"a wrong host first", strings.Replace(h.get("/"), "Host: "+h.host, "Host: evil.example", 1) + hidden},
		{"a stranger first", "GET / HTTP/1.1\r\nHost: " + h.host + "\r\n\r\n" + hidden},
		{"a refusal first", h.request("OPTIONS", "/", "") + hidden},
	} {
		conn := h.dial()
		_, err := io.WriteString(conn, row.request)
		require.NoError(t, err)
		from := bufio.NewReader(conn)
		first := read(from, row.request)
		assert.Contains(t, []int{400, 403, 405, 411, 501}, first.StatusCode, row.why)
		assert.Zero(t, read(from, hidden).StatusCode, "%s: no second answer", row.why)
		assert.Empty(t, h.pages.reached(), row.why)
	}
	folded := h.ask(head("X: y\r\n Transfer-Encoding: chunked", fmt.Sprint("Content-Length: ", len(hidden))) + hidden)
	assert.Equal(t, fmt.Sprint(len(hidden)), folded.text, "a folded line is a part of the one before, so that the length holds")
	assert.Equal(t, []string{"POST /file"}, h.pages.reached())
	two := h.dial()
	_, err := io.WriteString(two, h.get("/page.js")+h.get("/"))
	require.NoError(t, err)
	from := bufio.NewReader(two)
	assert.Equal(t, 200, read(from, "GET").StatusCode)
	assert.Equal(t, 200, read(from, "GET").StatusCode, "two honest requests on one connection are two")
}
