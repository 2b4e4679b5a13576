package webpage_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published/webpage"
	"nianbao/internal/sample"
	"nianbao/internal/sample/cover"
)

// pages are the files of testdata: in the manner of pages that were seen, their texts invented; libreoffice.* were saved by LibreOffice
// 7.4 from a document of ours.
func pages(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("testdata/*.*")
	require.NoError(t, err)
	const least = 14
	require.GreaterOrEqual(t, len(files), least)
	read := map[string][]byte{}
	for _, file := range files {
		read[filepath.Base(file)], err = os.ReadFile(file)
		require.NoError(t, err)
	}
	return read
}

func TestPages(t *testing.T) {
	for name, data := range pages(t) {
		p, err := webpage.Read(data)
		require.NoError(t, err, name)
		sample.Golden(t, "testdata/golden/"+name+".txt", told(p))
	}
}

// Whatever is cut off a page, the texts before it are read the same.
func TestPagesCutOff(t *testing.T) {
	for name, data := range pages(t) {
		if strings.HasSuffix(name, ".mht") || len(data) > 20_000 {
			continue
		}
		whole := read(t, string(data))
		const pieces = 12
		for i := 4; i < pieces; i++ {
			end := bytes.LastIndexByte(data[:len(data)*i/pieces], '<')
			cut := read(t, string(data[:end]))
			for j := 0; j < min(len(cut.Blocks)-1, len(whole.Blocks)); j++ { // the last block is cut
				if cut.Blocks[j].Table == nil && whole.Blocks[j].Table == nil {
					assert.Equal(t, whole.Blocks[j].Text, cut.Blocks[j].Text, "%s: %d of %d", name, i, pieces)
				}
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/libreoffice.html")
	require.NoError(b, err)
	body := strings.Repeat(string(data), 3) // 310 KB
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := webpage.Read([]byte(body)); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	const longest = 8000 // longer ones are changed too slowly
	for _, data := range pages(f) {
		if len(data) < longest {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := string(data)
		p, err := webpage.Read(data)
		again, err2 := webpage.Read(data)
		require.Equal(t, before, string(data), "the data are left as they are")
		require.Equal(t, err, err2)
		require.Equal(t, p, again)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		length := 0
		for _, b := range p.Blocks {
			length += len(b.Text)
			if b.Table == nil {
				continue
			}
			require.Empty(t, b.Text)
			cover.Of(b.Table) // panics where a cell stands outside
			for _, c := range b.Table.Cells {
				length += len(c.Text)
			}
		}
		require.LessOrEqual(t, length, 4*len(data)+1000) // numbers of lists, and GB18030 in UTF-8
	})
}
