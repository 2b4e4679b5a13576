package web_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/web"
)

// visitor is who opened the page at its address, and has its cookie.
type visitor struct {
	client http.Client
	base   string
}

func visit(t *testing.T, address string) visitor {
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	v := visitor{client: http.Client{Jar: jar}}
	answer, err := v.client.Get(address)
	require.NoError(t, err)
	defer answer.Body.Close()
	require.Equal(t, http.StatusOK, answer.StatusCode)
	v.base = "http://" + answer.Request.URL.Host
	return v
}

// upload hands a file over; status 0 is a connection that was cut.
func (v visitor) upload(name string, data []byte) (status int, location string) {
	answer, err := v.client.Post(v.base+"/files?name="+url.QueryEscape(name), web.File, bytes.NewReader(data))
	if err != nil {
		return 0, ""
	}
	defer answer.Body.Close()
	io.Copy(io.Discard, answer.Body)
	return answer.StatusCode, answer.Header.Get("Location")
}

func (v visitor) get(t *testing.T, path string) (status int, body string) {
	answer, err := v.client.Get(v.base + path)
	require.NoError(t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer.StatusCode, string(text)
}

// Files that are made to break a reader end in a sentence, and the page goes on.
func TestHostileUploads(t *testing.T) {
	bomb := func(part string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
		types, err := z.Create("[Content_Types].xml")
		require.NoError(t, err)
		io.WriteString(types, "<Types/>")
		w, err := z.Create(part)
		require.NoError(t, err)
		_, err = io.Copy(w, io.LimitReader(zeros{}, 200<<20))
		require.NoError(t, err)
		require.NoError(t, z.Close())
		return b.Bytes()
	}
	v := visit(t, serve(t))
	for _, c := range []struct {
		why, name string
		data      []byte
	}{
		{"a workbook that unzips to 200 MB", "bomb.xlsx", bomb("xl/workbook.xml")},
		{"a document that does", "bomb.docx", bomb("word/document.xml")},
		{"a page of 60 MB", "large.html", []byte("<html>" + strings.Repeat("<table>", 8<<20))},
		{"data nested without end", "deep.json", []byte(strings.Repeat("[", 4<<20))},
		{"a table of a million columns", "wide.html", []byte("<html><table><tr><td colspan=1000000>一、总体情况<td rowspan=65534>")},
		{"a PDF whose table of contents is itself", "loop.pdf", []byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\nxref\n0 2\ntrailer<</Size 2/Root 1 0 R/Prev 60>>\nstartxref\n60\n%%EOF")},
		{"one long line", "line.txt", []byte(strings.Repeat("一、总体情况", 1<<20))},
	} {
		status, location := v.upload(c.name, c.data)
		require.Equal(t, http.StatusCreated, status, c.why)
		status, body := v.get(t, location)
		assert.Equal(t, http.StatusOK, status, c.why)
		assert.Less(t, len(body), 4<<20, c.why)
	}
	status, location := v.upload("填报.xlsx", filled(t, town, nil))
	require.Equal(t, http.StatusCreated, status)
	_, body := v.get(t, location)
	assert.Contains(t, body, "通过", "and a sound file is read as ever")
}

// Two hundred uploads at once are taken or refused; memory stays within bounds, and the page goes on.
func TestManyUploadsAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: takes seconds")
	}
	v := visit(t, serve(t))
	const uploads, size, most = 200, 4 << 20, 600 << 20 // most: 128 MB of files in hand, 128 MB on their way, and as much again before it is collected
	noise := make([]byte, size)
	rand.NewChaCha8([32]byte{}).Read(noise)
	var peak atomic.Uint64
	watching := make(chan struct{})
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapInuse))
			select {
			case <-watching:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	var taken, refused atomic.Int32
	var all sync.WaitGroup
	for n := range uploads {
		all.Go(func() {
			switch status, _ := v.upload(fmt.Sprintf("%d.xlsx", n), noise); status {
			case http.StatusCreated:
				taken.Add(1)
			case http.StatusRequestEntityTooLarge, http.StatusServiceUnavailable, 0:
				refused.Add(1)
			default:
				t.Errorf("status %d", status)
			}
		})
	}
	all.Wait()
	close(watching)
	<-watched
	t.Logf("%d taken, %d refused, at most %d MB in use", taken.Load(), refused.Load(), peak.Load()>>20)
	assert.EqualValues(t, uploads, taken.Load()+refused.Load())
	assert.Positive(t, refused.Load(), "800 MB are more than the page takes")
	assert.Less(t, peak.Load(), uint64(most))
	status, _ := v.get(t, "/start")
	assert.Equal(t, http.StatusOK, status)
}
