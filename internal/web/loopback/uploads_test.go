package loopback_test

import (
	"bufio"
	"fmt"
	"io"
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
func crowd(t testing.TB, uploads int, size int64, adjust func(*loopback.Server)) (statuses map[int]int, most int64) {
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

// heap watches how many bytes the heap and the stacks take at most until stop.
func heap() (stop func() uint64) {
	done, top := make(chan struct{}), make(chan uint64)
	go func() {
		var memory runtime.MemStats
		var most uint64
		for {
			select {
			case <-done:
				top <- most
				return
			case <-time.After(10 * time.Millisecond):
				runtime.ReadMemStats(&memory)
				most = max(most, memory.HeapInuse+memory.StackInuse)
			}
		}
	}()
	return func() uint64 { close(done); return <-top }
}

func TestMemoryOfManyUploads(t *testing.T) {
	runtime.GC()
	stop := heap()
	statuses, most := crowd(t, 200, 4<<20, func(s *loopback.Server) { s.Limits.Held = 16 << 20 })
	assert.Equal(t, map[int]int{200: 200}, statuses)
	assert.LessOrEqual(t, most, int64(16<<20))
	top := stop()
	assert.Less(t, top, uint64(160<<20), "800 MB came; the 200 who send and garbage count too")
}

// The figure of the house: 200 uploads of 64 MB at once, with the usual limits.
func BenchmarkManyLargeUploads(b *testing.B) {
	for range b.N {
		stop := heap()
		statuses, most := crowd(b, 200, 64<<20, nil)
		b.ReportMetric(float64(stop()>>20), "MB-heap")
		b.ReportMetric(float64(most>>20), "MB-held")
		b.ReportMetric(float64(statuses[200]), "done")
		b.ReportMetric(float64(statuses[503]), "refused")
	}
}

// From the start of the server to the first answer, the opening before it.
func BenchmarkFirstAnswer(b *testing.B) {
	for range b.N {
		h := open(b, usual(), nil)
		assert.Equal(b, http.StatusOK, h.ask(h.get("/")).StatusCode)
		b.StopTimer()
		h.end()
		b.StartTimer()
	}
}
