package loopback

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net/http"
	"net/netip"
	"strings"
)

const tokenField = "token"

// key is what opens the page: the token in the address, once only turned into the secret of a cookie, and the password if there is one.
type key struct{ token, secret, password, cookie string }

// newKey makes a key. Browsers keep one set of cookies for all ports of a computer, so that the name of ours tells the port.
func newKey(at netip.AddrPort) key {
	made := key{token: newSecret(), secret: newSecret(), cookie: fmt.Sprintf("nianbao-%d", at.Port())}
	if !at.Addr().IsLoopback() {
		made.password = newPassword()
	}
	return made
}

// opens is whether the request brings the token of the address.
func (k key) opens(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.Path == "/" && same(r.URL.Query().Get(tokenField), k.token)
}

// fits is whether the request brings the cookie. Another server on this computer can set one of the same name beside it, and only there.
func (k key) fits(r *http.Request) bool {
	fits := false
	for _, cookie := range r.CookiesNamed(k.cookie) {
		fits = same(cookie.Value, k.secret) || fits
	}
	return fits
}

// passes is whether it is the password, however its letters and the strokes between them were typed.
func (k key) passes(typed string) bool {
	fold := func(r rune) rune {
		if r == '-' || r == ' ' {
			return -1
		}
		return r
	}
	return k.password != "" && same(strings.Map(fold, strings.ToLower(typed)), strings.Map(fold, k.password))
}

// same takes equal time for all that is not the same, of whatever length.
func same(given, own string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(own))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// open gives the browser the cookie and sends it to the address without the token. There is no Domain, so that it is for this host alone,
// and no time, so that it goes with the browser.
func (k key) open(w http.ResponseWriter) {
	cookie := http.Cookie{Name: k.cookie, Value: k.secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode}
	w.Header().Set("Set-Cookie", cookie.String())
	w.Header().Set("Location", "/")
	w.WriteHeader(http.StatusSeeOther)
}
