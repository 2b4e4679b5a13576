package inflate_test

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/inflate"
)

func deflated(t testing.TB, data []byte, level int) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	require.NoError(t, err)
	_, err = w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

var levels = []int{flate.HuffmanOnly, flate.NoCompression, flate.BestSpeed, flate.DefaultCompression, flate.BestCompression}

// most bounds what is unzipped, since a little can become a lot.
const most = 1 << 20

// compare unzips by both, and wants the same bytes, and an error from both or neither.
func compare(t *testing.T, data []byte) {
	want, wantErr := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), most))
	r := inflate.NewReader(data)
	got, err := io.ReadAll(io.LimitReader(r, most))
	require.NoError(t, r.Close())
	require.Equal(t, wantErr == nil, err == nil, "%v, %v", wantErr, err)
	if wantErr == nil {
		require.True(t, bytes.Equal(want, got))
		return
	}
	require.True(t, bytes.HasPrefix(got, want), "theirs may give less of what was cut off")
}

func samples(t testing.TB) map[string][]byte {
	random := rand.New(rand.NewPCG(1, 2))
	noise, few := make([]byte, 100_000), make([]byte, 200_000)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	for i := range few {
		few[i] = "aab<c>/="[random.IntN(8)]
	}
	text, err := os.ReadFile("../../ARCHITECTURE.md")
	require.NoError(t, err)
	return map[string][]byte{
		"nothing": nil, "a byte": {0}, "a few": []byte("abc"), "the same": []byte(strings.Repeat("a", 300_000)), "noise": noise, "of few bytes": few, "text": text,
		"far back": append(bytes.Clone(noise[:32<<10]), noise[:32<<10]...), "farther": append(bytes.Clone(noise[:32<<10+1]), noise...),
	}
}

func TestReader(t *testing.T) {
	for name, data := range samples(t) {
		for _, level := range levels {
			packed := deflated(t, data, level)
			r := inflate.NewReader(append(packed, "behind it"...))
			assert.NoError(t, iotest.TestReader(r, data), "%s, level %d", name, level)
			r.Close()
			for cut := 0; cut < len(packed); cut += 1 + len(packed)/50 {
				compare(t, packed[:cut])
				broken := bytes.Clone(packed)
				broken[cut] ^= 1 << (cut % 8)
				compare(t, broken)
			}
		}
	}
}

func FuzzReader(f *testing.F) {
	for _, data := range samples(f) {
		for _, level := range levels {
			f.Add(deflated(f, data[:min(len(data), 3000)], level))
		}
	}
	f.Add([]byte{0x03, 0x00})
	f.Add([]byte{0x01, 0x00, 0x00, 0xff, 0xff})
	f.Fuzz(compare)
}

func BenchmarkReader(b *testing.B) {
	data, err := os.ReadFile("../../ARCHITECTURE.md")
	require.NoError(b, err)
	packed := deflated(b, data, flate.DefaultCompression)
	for name, open := range map[string]func() io.ReadCloser{
		"ours":   func() io.ReadCloser { return inflate.NewReader(packed) },
		"theirs": func() io.ReadCloser { return flate.NewReader(bytes.NewReader(packed)) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				r := open()
				_, err := io.Copy(io.Discard, r)
				require.NoError(b, err)
				r.Close()
			}
		})
	}
}
