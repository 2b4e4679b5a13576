package loopback_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// What the person's page does in a real browser, before it goes to a hostile page that another server on this computer shows in the same
// browser: that one is of the same site, so that our cookie goes along with whatever it asks.
const (
	ownScript = `
(async () => {
  const file = new Blob(["清溪镇"], {type: "application/vnd.ms-excel"});
  const answer = await fetch("/file?name=" + encodeURIComponent("填报 表.xlsx"), {method: "POST", body: file, headers: {"Content-Type": "application/octet-stream"}});
  const alive = await fetch("/alive");
  const form = await fetch("/file", {method: "POST", body: new URLSearchParams("a=b")});
  const said = [answer.status, await answer.text(), alive.status, form.status, window.inline, document.cookie, location.search, typeof navigator.locks].join("|");
  await fetch("/note?" + encodeURIComponent(said));
  location = "HOSTILE";
})();`
	hostile = `<!DOCTYPE html><body><script>
const said = [];
const attempt = async (name, what) => { try { said.push(name + ": " + await what()); } catch (e) { said.push(name + ": refused"); } };
const loaded = (tag, name) => new Promise((yes, no) => {
  const e = document.createElement(tag); e[name] = "HOUSE/page.js"; e.onload = () => yes("loaded"); e.onerror = no; document.body.append(e); });
(async () => {
  const all = {credentials: "include"};
  await attempt("read", async () => (await fetch("HOUSE/", all)).text());
  await attempt("read without looking", async () => (await fetch("HOUSE/", {mode: "no-cors", ...all})).text());
  await attempt("send", async () => (await fetch("HOUSE/file", {method: "POST", body: "x", headers: {"Content-Type": "application/octet-stream"}, ...all})).status);
  await attempt("send as text", async () => (await fetch("HOUSE/file", {method: "POST", body: "x", mode: "no-cors", ...all})).type);
  await attempt("script", () => loaded("script", "src"));
  await attempt("beacon", async () => navigator.sendBeacon("HOUSE/file", new Blob(["x"], {type: "application/octet-stream"})));
  const frame = document.createElement("iframe"); frame.name = "f"; document.body.append(frame);
  const form = document.createElement("form"); form.method = "POST"; form.action = "HOUSE/file"; form.enctype = "text/plain"; form.target = "f";
  document.body.append(form);
  await new Promise(yes => { frame.onload = yes; setTimeout(yes, 5000); form.submit(); });
  await new Promise(yes => { frame.onload = yes; setTimeout(yes, 5000); frame.src = "HOUSE/"; });
  await attempt("frame", async () => frame.contentDocument.body.textContent);
  await fetch("/done?" + encodeURIComponent(said.join("; ")));
})();
</script>`
)

func TestBrowser(t *testing.T) {
	chromium := sample.Program(t, "chromium")
	notes, done := make(chan string, 1), make(chan string, 1)
	theirs := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/done" {
			done <- r.URL.RawQuery
		}
		house, _, _ := strings.Cut(r.URL.RawQuery, "&")
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, strings.ReplaceAll(hostile, "HOUSE", "http://"+house))
	}))
	defer theirs.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, `<!DOCTYPE html><link rel="icon" href="data:,"><body><script>window.inline = "ran"</script><script src="/page.js"></script>`)
	})
	mux.HandleFunc("GET /page.js", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		io.WriteString(w, strings.ReplaceAll(ownScript, "HOSTILE", theirs.URL+"/?"+r.Host))
	})
	mux.HandleFunc("POST /file", func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		io.WriteString(w, string(data)+r.URL.Query().Get("name"))
	})
	mux.HandleFunc("GET /note", func(_ http.ResponseWriter, r *http.Request) { notes <- r.URL.RawQuery })
	h := open(t, mux, nil)

	profile, err := os.MkdirTemp("", "chromium")
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	browser := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--disable-background-networking", "--user-data-dir="+profile, "--remote-debugging-port=0", h.Address())
	require.NoError(t, browser.Start())
	defer func() { cancel(); browser.Wait(); os.RemoveAll(profile) }()
	said := func(from chan string) string {
		select {
		case query := <-from:
			text, err := url.QueryUnescape(query)
			require.NoError(t, err)
			return text
		case <-ctx.Done():
			require.Fail(t, "the browser says nothing")
			return ""
		}
	}
	assert.Equal(t, "200|清溪镇填报 表.xlsx|204|415||||object", said(notes), "a file comes and a form does not; no script inside the page, no cookie for scripts, no token left")
	h.pages.reached()
	assert.Equal(t, "read: refused; read without looking: refused; send: refused; send as text: refused; script: refused; beacon: true; frame: refused", said(done))
	assert.Empty(t, h.pages.reached(), "nothing that the hostile page asked came to ours")
}
