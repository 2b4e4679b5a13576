package loopback_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/web/loopback"
)

func TestRunning(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	page := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release })
	h := open(t, page, func(s *loopback.Server) {
		s.Limits.Running, s.Limits.Waiting, s.Limits.Patience = 2, 1, 300*time.Millisecond
	})
	status := make(chan int, 5)
	for range 5 {
		go func() { status <- h.ask(h.get("/")).StatusCode }()
	}
	for range 3 {
		assert.Equal(t, http.StatusServiceUnavailable, <-status, "two run, one waited too long, two found the line full")
	}
	assert.Equal(t, http.StatusNoContent, h.ask(h.get("/alive")).StatusCode, "a tab may always say that it stands")
	close(release)
	assert.Equal(t, http.StatusOK, <-status)
	assert.Equal(t, http.StatusOK, <-status)
	assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode, "no place in the line is lost")
}

func TestStrangersDoNotFillTheHouse(t *testing.T) {
	t.Parallel()
	h := open(t, usual(), func(s *loopback.Server) { s.Limits.Connections, s.Limits.Heading = 20, 300*time.Millisecond })
	for n := range 100 {
		conn, err := net.Dial("tcp", h.host)
		require.NoError(t, err)
		defer conn.Close()
		io.WriteString(conn, "GET / HTTP/1.1\r\nHost: "[:n%20]) // and nothing further
	}
	assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode, "those who say nothing are sent away in time")
}

// hurried are limits in which a test sees the end of what stands still.
func hurried(s *loopback.Server) {
	s.Limits.Stall, s.Limits.Rate, s.Limits.Heading = 500*time.Millisecond, 100, 500*time.Millisecond
}

func TestSlowUploads(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		why    string
		pieces int // of ten
		each   time.Duration
		size   int
		fault  string
	}{
		{"slow, but steady, four times as long as it may stand still", 10, 200 * time.Millisecond, 100, ""},
		{"it stood still", 3, time.Millisecond, 1000, "文件传到一半停住了，请再试一次"},
		{"so slow that it was meant to hold us up", 10, 200 * time.Millisecond, 2, "文件传到一半停住了，请再试一次"},
		{"the browser is gone", 0, 0, 100, "unexpected EOF"},
	} {
		t.Run(row.why, func(t *testing.T) {
			t.Parallel()
			came := make(chan error, 1)
			h := open(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				if r.Method == http.MethodPost {
					_, err := io.Copy(io.Discard, r.Body)
					came <- err
				}
			}), hurried)
			conn := h.dial()
			fmt.Fprint(conn, strings.Replace(h.post("/file", ""), "Content-Length: 0", fmt.Sprint("Content-Length: ", 10*row.size), 1))
			for range row.pieces {
				time.Sleep(row.each)
				conn.Write(make([]byte, row.size)) // fails once the server has ended it
			}
			if row.pieces == 0 {
				conn.Close()
			}
			if err := <-came; row.fault == "" {
				assert.NoError(t, err)
			} else {
				assert.EqualError(t, err, row.fault)
			}
			assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode)
		})
	}
}

// What the page takes its time for is never held against the browser.
func TestSlowPages(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	mux.Handle("/", usual())
	mux.HandleFunc("GET /progress", func(w http.ResponseWriter, r *http.Request) {
		for n := range 6 {
			time.Sleep(200 * time.Millisecond)
			fmt.Fprintln(w, n, r.Context().Err())
			if n == 0 {
				time.Sleep(700 * time.Millisecond) // between a word and its sending
			}
			http.NewResponseController(w).Flush()
		}
	})
	mux.HandleFunc("GET /pause", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "begun, ")
		time.Sleep(time.Second)
		io.WriteString(w, "done")
	})
	mux.HandleFunc("GET /late", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "done")
		time.Sleep(time.Second)
	})
	mux.HandleFunc("POST /pause", func(w http.ResponseWriter, r *http.Request) {
		first := make([]byte, 1)
		io.ReadFull(r.Body, first)
		time.Sleep(time.Second)
		rest, err := io.ReadAll(r.Body)
		time.Sleep(time.Second)
		fmt.Fprint(w, len(rest), err, r.Context().Err())
	})
	h := open(t, mux, hurried)
	for _, row := range []struct{ why, request, text string }{
		{"progress is told for longer than anything may stand still", h.get("/progress"), "0 <nil>\n1 <nil>\n2 <nil>\n3 <nil>\n4 <nil>\n5 <nil>\n"},
		{"between two pieces of an answer", h.get("/pause"), "begun, done"},
		{"between the answer and its end", h.get("/late"), "done"},
		{"between two pieces of a body, and after it", h.post("/pause", strings.Repeat("x", 100)), "99 <nil> <nil>"},
	} {
		t.Run(row.why, func(t *testing.T) {
			t.Parallel()
			answer := h.ask(row.request)
			require.NoError(t, answer.err)
			assert.Equal(t, row.text, answer.text)
		})
	}
}

func TestDeafAndMute(t *testing.T) {
	t.Parallel()
	gone := make(chan error, 1)
	h := open(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		piece := make([]byte, 1<<20)
		for {
			if _, err := w.Write(piece); err != nil {
				gone <- err
				return
			}
		}
	}), hurried)
	deaf := h.dial()
	io.WriteString(deaf, h.get("/"))
	assert.Error(t, <-gone, "who takes nothing is not waited for")
	for _, said := range []string{"", "GET", "GET / HTTP/1.1\r\nHost: "} {
		mute := h.dial()
		io.WriteString(mute, said)
		mute.SetDeadline(time.Now().Add(10 * time.Second))
		_, err := io.ReadAll(mute)
		assert.NoError(t, err, "headers come in time, or the connection ends: %q", said)
	}
}

func TestFaults(t *testing.T) {
	var logged bytes.Buffer
	defer log.SetOutput(log.Writer())
	log.SetOutput(&logged)
	mux := http.NewServeMux()
	mux.Handle("/", usual())
	mux.HandleFunc("POST /broken", func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		w.Header().Set("Content-Disposition", "attachment")
		panic(string(data))
	})
	mux.HandleFunc("GET /half", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "half")
		http.NewResponseController(w).Flush()
		panic("机密")
	})
	mux.HandleFunc("GET /twice", func(w http.ResponseWriter, _ *http.Request) { // which net/http logs
		w.WriteHeader(http.StatusOK)
		w.WriteHeader(http.StatusTeapot)
	})
	mux.HandleFunc("GET /aborted", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("GET /nil", func(http.ResponseWriter, *http.Request) { var none *http.Request; none.Body.Close() })
	told := make(chan error, 10)
	h := open(t, mux, func(s *loopback.Server) { s.Tell = func(err error) { told <- err } })

	broken := h.ask(h.post("/broken", "机密"))
	assert.Equal(t, http.StatusInternalServerError, broken.StatusCode)
	assert.Equal(t, "程序处理这一个时出错，别的不受影响。请换一份文件，或者把这份文件发给程序的维护者。\n", broken.text, "no stack, no value")
	assert.Empty(t, broken.Header.Get("Content-Disposition"), "nothing is left of the answer that was begun")
	assert.Regexp(t, `^程序处理这个文件时出错（limits_test.go:\d+），请把文件发给程序的维护者$`, (<-told).Error(), "the place, and nothing of the request")
	half := h.ask(h.get("/half"))
	assert.Equal(t, "half", half.text)
	assert.ErrorIs(t, half.err, io.ErrUnexpectedEOF, "half an answer is seen to be one")
	<-told
	assert.Equal(t, http.StatusOK, h.ask(h.get("/twice")).StatusCode)
	assert.Zero(t, h.ask(h.get("/aborted")).StatusCode)
	assert.Empty(t, told, "which the page wanted")
	assert.Equal(t, http.StatusInternalServerError, h.ask(h.get("/nil")).StatusCode)
	broken1 := h.dial()
	io.WriteString(broken1, strings.Replace(h.post("/file", "机密"), "Content-Length: 6", "Content-Length: 600", 1))
	broken1.Close() // in the middle of the upload
	h.ask("\x16\x03\x01机密\r\n\r\n")
	assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode, "the house stands")
	require.NoError(t, h.end())
	assert.Empty(t, logged.String(), "nothing is logged")
}

func TestEnd(t *testing.T) {
	tabOf := func(h *house) int { return h.ask(h.get("/alive")).StatusCode }
	t.Run("idle", func(t *testing.T) {
		t.Parallel()
		server, err := loopback.Listen()
		require.NoError(t, err)
		const idle = 1500 * time.Millisecond
		h := inhabit(t, server, usual(), idle, nil)
		for range 6 {
			time.Sleep(idle / 4)
			require.Equal(t, http.StatusNoContent, tabOf(h), "a tab that stands keeps the house open")
		}
		begun := time.Now()
		go func() {
			for range 20 {
				time.Sleep(idle / 10)
				if conn, err := net.Dial("tcp", h.host); err == nil {
					io.WriteString(conn, "GET /alive HTTP/1.1\r\nHost: "+h.host+"\r\n\r\n")
					conn.Close()
				}
			}
		}()
		require.ErrorIs(t, h.wait(), loopback.ErrIdle, "strangers keep nothing open")
		assert.GreaterOrEqual(t, time.Since(begun), idle*9/10)
		_, err = net.Dial("tcp", h.host)
		assert.Error(t, err)
	})
	t.Run("in order", func(t *testing.T) {
		begun := make(chan struct{}, 2)
		mux := http.NewServeMux()
		mux.HandleFunc("GET /short", func(w http.ResponseWriter, _ *http.Request) {
			begun <- struct{}{}
			time.Sleep(300 * time.Millisecond)
			io.WriteString(w, "whole")
		})
		mux.HandleFunc("GET /long", func(_ http.ResponseWriter, r *http.Request) {
			begun <- struct{}{}
			<-r.Context().Done()
		})
		h := open(t, mux, func(s *loopback.Server) { s.Limits.Farewell = time.Second })
		quiet := h.dial() // as browsers keep one in reserve
		defer quiet.Close()
		short := make(chan answered, 1)
		go func() { short <- h.ask(h.get("/short")) }()
		<-begun
		require.NoError(t, h.end(), "an end that was wanted is no error")
		assert.Equal(t, "whole", (<-short).text, "what runs comes to its end")
		_, err := net.Dial("tcp", h.host)
		assert.Error(t, err, "nobody is let in any more")

		h = open(t, mux, func(s *loopback.Server) { s.Limits.Farewell = 200 * time.Millisecond })
		go h.ask(h.get("/long"))
		<-begun
		late := time.Now()
		require.NoError(t, h.end())
		assert.Less(t, time.Since(late), 5*time.Second, "what does not end is told to, and left")
	})
	t.Run("at once", func(t *testing.T) {
		h := open(t, usual(), nil)
		h.dial()
		began := time.Now()
		require.NoError(t, h.end())
		assert.Less(t, time.Since(began), time.Second, "if nothing runs")
	})
	t.Run("unserved", func(t *testing.T) {
		server, err := loopback.Listen()
		require.NoError(t, err)
		require.NoError(t, server.Close())
		assert.Error(t, server.Serve(context.Background(), usual(), 0))
		assert.False(t, errors.Is(server.Serve(context.Background(), usual(), 0), loopback.ErrIdle))
	})
}
