package loopback_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/web/loopback"
)

// zeros are an endless upload.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// upload sends so many bytes and reads the answer, as browsers do: after all is sent.
func (h *house) upload(size int64) answered {
	conn := h.dial()
	defer conn.Close()
	request := strings.Replace(h.post("/file", ""), "Content-Length: 0", fmt.Sprint("Content-Length: ", size), 1)
	if _, err := io.WriteString(conn, request); err != nil {
		return answered{Response: &http.Response{}, err: err}
	}
	if _, err := io.CopyBuffer(conn, io.LimitReader(zeros{}, size), make([]byte, 64<<10)); err != nil {
		return answered{Response: &http.Response{}, err: err}
	}
	return read(bufio.NewReader(conn), request)
}

func TestSize(t *testing.T) {
	h := open(t, usual(), func(s *loopback.Server) { s.Limits.Body = 1 << 20 })
	assert.Equal(t, "1048576", h.upload(1<<20).text, "as much as may be")
	h.pages.reached()
	for _, size := range []int64{1<<20 + 1, 64 << 20, 1 << 30} {
		if size > 64<<20 && testing.Short() {
			continue
		}
		answer := h.upload(size)
		require.NoError(t, answer.err, size)
		assert.Equal(t, http.StatusRequestEntityTooLarge, answer.StatusCode)
		assert.Equal(t, "文件太大，最多可以有1MB。请看看是不是选错了文件。\n", answer.text, "the browser that sent all first is told too")
	}
	asking := h.ask(strings.Replace(h.post("/file", "", "Expect: 100-continue"), "Content-Length: 0", "Content-Length: 4000000", 1))
	assert.Equal(t, http.StatusRequestEntityTooLarge, asking.StatusCode, "who asks first is not let send")
	beyond := h.ask(strings.Replace(h.post("/file", ""), "Content-Length: 0", "Content-Length: 9000000000000", 1))
	assert.Equal(t, http.StatusRequestEntityTooLarge, beyond.StatusCode, "what is beyond all measure is not read")
	assert.Empty(t, h.pages.reached())
	assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode)
}

// crowd uploads so many at once, each read whole by the page, and gives the answers by status and what the page held at most, in bytes.
func crowd(t *testing.T, uploads int, size int64, adjust func(*loopback.Server)) (statuses map[int]int, most int64) {
	var held, top atomic.Int64
	page := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			return
		}
		now := held.Add(r.ContentLength)
		for old := top.Load(); now > old && !top.CompareAndSwap(old, now); old = top.Load() {
		}
		defer held.Add(-r.ContentLength)
		data := make([]byte, r.ContentLength)
		if _, err := io.ReadFull(r.Body, data); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprint(w, len(data))
	})
	h := open(t, page, adjust)
	statuses = map[int]int{}
	var mu sync.Mutex
	var all sync.WaitGroup
	for range uploads {
		all.Go(func() {
			answer := h.upload(size)
			mu.Lock()
			defer mu.Unlock()
			statuses[answer.StatusCode]++
		})
	}
	assert.Equal(t, http.StatusOK, h.ask(h.get("/")).StatusCode, "whoever only reads is answered meanwhile")
	all.Wait()
	return statuses, top.Load()
}

func TestManyUploadsAtOnce(t *testing.T) {
	t.Parallel()
	const size = 256 << 10
	statuses, most := crowd(t, 200, size, func(s *loopback.Server) { s.Limits.Held, s.Limits.Changing = 3*size, 100 })
	assert.Equal(t, map[int]int{200: 200}, statuses, "those that wait come in turn")
	assert.LessOrEqual(t, most, int64(3*size), "by their bytes")
	_, most = crowd(t, 50, size, func(s *loopback.Server) { s.Limits.Changing = 2 })
	assert.LessOrEqual(t, most, int64(2*size), "by their number, since a small file may cost much to read")
	statuses, _ = crowd(t, 200, size, func(s *loopback.Server) { s.Limits.Held, s.Limits.Waiting = size, 5 })
	assert.Equal(t, 200, statuses[200]+statuses[503], "those for whom the line is too long are told so: %v", statuses)
	assert.NotZero(t, statuses[200])
}

// The figure of the house: 200 uploads of 64 MB at once.
func TestMemoryOfManyLargeUploads(t *testing.T) {
	if testing.Short() {
		t.Skip("12.8 GB through the loopback")
	}
	var top atomic.Uint64
	done := make(chan struct{})
	go func() {
		var memory runtime.MemStats
		for {
			select {
			case <-done:
				return
			case <-time.After(20 * time.Millisecond):
				runtime.ReadMemStats(&memory)
				top.Store(max(top.Load(), memory.HeapInuse+memory.StackInuse))
			}
		}
	}()
	begun := time.Now()
	statuses, most := crowd(t, 200, 64<<20, nil)
	close(done)
	assert.Equal(t, 200, statuses[200]+statuses[503], "%v", statuses)
	assert.LessOrEqual(t, most, int64(128<<20))
	t.Logf("%v in %.1f s; the page held %d MB at most, the heap with the 200 who send was %d MB", statuses, time.Since(begun).Seconds(), most>>20, top.Load()>>20)
	assert.Less(t, top.Load(), uint64(512<<20), "what garbage is left of those before counts too")
}

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
		{"so slow that it was meant to hold us up", 9, 200 * time.Millisecond, 2, "文件传到一半停住了，请再试一次"},
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
		w.Header().Set("Content-Length", "100")
		io.WriteString(w, "half")
		http.NewResponseController(w).Flush()
		panic("机密")
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
