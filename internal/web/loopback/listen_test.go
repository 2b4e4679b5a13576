package loopback_test

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/web/loopback"
)

func TestListen(t *testing.T) {
	h := open(t, usual(), nil)
	assert.True(t, h.Place().Addr().IsLoopback())
	assert.NotZero(t, h.Place().Port())
	assert.Regexp(t, `^http://127\.0\.0\.1:\d+/\?token=[A-Z2-7]{26,}$`, h.Address())
	assert.Empty(t, h.Password(), "where no other computer comes none is asked")
	for _, local := range addresses(t) {
		_, err := net.DialTimeout("tcp", netip.AddrPortFrom(local, h.Place().Port()).String(), time.Second)
		assert.Error(t, err, "no other address of this computer leads there: %s", local)
	}
	for _, row := range []struct{ why, at, says string }{
		{"taken", h.host, "地址 " + h.host + " 用不了，端口已经被别的程序占用，请换一个端口"},
		{"of another computer", "203.0.113.1:0", "地址 203.0.113.1:0 用不了，请看看它是不是本机的地址，或者换一个端口"},
		{"all of them", "0.0.0.0:0", "网页要有本机的一个地址"},
		{"all of them, the newer kind", "[::]:0", "网页要有本机的一个地址"},
		{"the older kind inside the newer", "[::ffff:127.0.0.1]:0", "网页要有本机的一个地址"},
		{"many computers", "224.0.0.1:0", "网页要有本机的一个地址"},
	} {
		_, err := loopback.ListenAt(netip.MustParseAddrPort(row.at))
		assert.ErrorContains(t, err, row.says, row.why)
	}
	_, err := loopback.ListenAt(netip.AddrPort{})
	assert.Error(t, err, "none")
}

// addresses are those of this computer that others reach.
func addresses(t *testing.T) (all []netip.Addr) {
	networks, err := net.InterfaceAddrs()
	require.NoError(t, err)
	for _, network := range networks {
		prefix, err := netip.ParsePrefix(network.String())
		require.NoError(t, err)
		if addr := prefix.Addr(); !addr.IsLoopback() && !addr.IsLinkLocalUnicast() {
			all = append(all, addr)
		}
	}
	return all
}

func TestOtherAddresses(t *testing.T) {
	t.Parallel()
	all := addresses(t)
	if len(all) == 0 {
		t.Skip("this computer has no network")
	}
	server, err := loopback.ListenAt(netip.AddrPortFrom(all[0], 0))
	require.NoError(t, err)
	h := inhabit(t, server, usual(), 0, func(s *loopback.Server) { s.Limits.Patience = 500 * time.Millisecond })
	h.pages.reached()
	require.Regexp(t, regexp.MustCompile(`^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$`), h.Password(), "60 bits that people can type")
	stranger := func(method, target, body string, lines ...string) string {
		lines = append([]string{method + " " + target + " HTTP/1.1", "Host: " + h.host}, lines...)
		return strings.Join(lines, "\r\n") + "\r\n\r\n" + body
	}
	guess := func(body string) answered {
		return h.ask(stranger("POST", "/password", body, "Content-Type: application/x-www-form-urlencoded", "Origin: null",
			fmt.Sprint("Content-Length: ", len(body)))) // as browsers send a form without a referrer
	}
	asked := h.ask(stranger("GET", "/page.js", ""))
	assert.Equal(t, http.StatusForbidden, asked.StatusCode)
	assert.Contains(t, asked.text, `<form method="post" action="/password">`)
	assert.NotContains(t, asked.text, h.Password())
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "evil.example"} {
		request := strings.Replace(h.get("/"), h.host, fmt.Sprint(host, ":", h.Place().Port()), 1)
		assert.Equal(t, http.StatusForbidden, h.ask(request).StatusCode, "only under its own address, not %s", host)
	}
	for _, right := range []string{h.Password(), strings.ToUpper(h.Password()), strings.ReplaceAll(h.Password(), "-", ""), strings.ReplaceAll(h.Password(), "-", "+")} {
		opened := guess("password=" + right)
		assert.Equal(t, http.StatusSeeOther, opened.StatusCode, right)
		assert.Equal(t, "/", opened.Header.Get("Location"))
		assert.Contains(t, opened.Header.Get("Set-Cookie"), h.cookie+"; Path=/; HttpOnly; SameSite=Strict")
	}
	begun := time.Now()
	for _, wrong := range []string{"", "password=%zz", "other=" + h.Password()} {
		answer := guess(wrong)
		assert.Equal(t, http.StatusForbidden, answer.StatusCode, wrong)
		assert.Contains(t, answer.text, "密码不对，请再输一次")
		assert.Empty(t, answer.Header.Get("Set-Cookie"), wrong)
	}
	assert.GreaterOrEqual(t, time.Since(begun), 3*time.Second, "a wrong one takes a while")
	assert.Equal(t, http.StatusBadRequest, guess("password="+strings.Repeat("a", 2000)).StatusCode)
	assert.Equal(t, http.StatusForbidden, h.ask(stranger("GET", "/password?password="+h.Password(), "")).StatusCode, "it never stands in an address")
	status := make(chan int, 30)
	for range 30 {
		go func() { status <- guess("password=aaaa").StatusCode }()
	}
	refused := 0
	for range 30 {
		if <-status == http.StatusServiceUnavailable {
			refused++
		}
	}
	assert.GreaterOrEqual(t, refused, 20, "many guesses at once are not so many guesses a second")
	assert.Empty(t, h.pages.reached())
	assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode)
}
