package pdf

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/layout"
)

func TestFile(t *testing.T) {
	f := newFile(nil)
	first := f.reserve(3)
	f.set(first+2, "(third)")
	f.set(first, "(first)")
	f.set(first+1, "(%d%%)", 100)
	stream := f.addStream(" /Key /Value", []byte("data"))
	raw := f.addRaw("/Key /Value", []byte("endstream"))
	fast := f.addStream("", []byte(strings.Repeat("data", 1000)))
	const many = 3*packSize + 1
	for i := range many {
		assert.Equal(t, fast+1+i, f.add("<</Number %d>>", i))
	}
	file := f.close(first, first+1)
	d := readBack(t, file)
	assert.Equal(t, []string{"(first)", "(100%)", "(third)"}, []string{d.object(first), d.object(first + 1), d.object(first + 2)})
	assert.Contains(t, d.object(stream), "/Key /Value")
	assert.Equal(t, "data", string(d.stream(stream)))
	assert.Equal(t, "endstream", string(d.stream(raw)))
	assert.Equal(t, strings.Repeat("data", 1000), string(d.stream(fast)))
	for i := range many {
		require.Equal(t, fmt.Sprintf("<</Number %d>>", i), d.object(fast+1+i))
	}
	assert.Contains(t, d.trailer, fmt.Sprintf("/Root %d 0 R /Info %d 0 R ", first, first+1))
	assert.Less(t, len(file), 8_000, "many small objects take little room")
}

// What was deflated before leaves no trace: a file that is used again gives the bytes of a new one.
func TestDeflatingForgets(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	used := newFile(nil)
	for range 200 {
		data := make([]byte, random.IntN(1<<uint(random.IntN(18))))
		for i := range data {
			data[i] = byte(random.IntN(1 + i%7))
		}
		data = append(data, "政府信息公开工作年度报告"...)
		fresh := files.New().(*file)
		fresh.deflate("", data)
		used.out = used.out[:0]
		used.deflate("", data)
		require.Equal(t, fresh.out, used.out)
	}
}

// Behind what a buffer holds stands what any other writer gets, be it larger than the room that is made for it or not.
func TestFileInABuffer(t *testing.T) {
	for _, size := range []int{100, 1 << 20} {
		made := func(w io.Writer) []byte {
			f := newFile(w)
			defer f.release()
			f.addRaw("", make([]byte, size))
			return f.close(1, 1)
		}
		for _, room := range []int{0, Usual + 100} {
			buffer := bytes.NewBuffer(make([]byte, 0, room))
			buffer.WriteString("before")
			buffer.Write(made(buffer))
			require.Equal(t, "before"+string(made(io.Discard)), buffer.String(), room)
		}
	}
}

func TestContentsRefuses(t *testing.T) {
	pages := &layout.Pages{Pages: []layout.Page{{Width: a4Width, Height: a4Height}}}
	painted := "1 0 obj\n<</Type /Page\n/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length 3>>\nstream\n2 J\nendstream\nendobj\n"
	all, err := contents([]byte(painted), 1)
	require.NoError(t, err)
	assert.Equal(t, "2 J", string(all[0]))
	all, err = paint(pages, &typefaces{}, newTags(pages))
	require.NoError(t, err)
	assert.Equal(t, "2 J\n0 j\n0.57 w\n0.000 G\n0.000 g\n", string(all[0]), "as fpdf has it")
	for _, test := range []struct{ why, old, new string }{
		{"no page", "/Type /Page", "/Type /Pages"},
		{"a page without end", "endobj\n4", "endobj 4"},
		{"no length", "/Length", "/LENGTH"},
		{"a length that is too long", "Length 3", "Length 30"},
		{"a length that is too short", "Length 3", "Length 2"},
		{"a negative length", "Length 3", "Length -3"},
		{"no stream", "stream\n2", "Stream\n2"},
		{"nothing behind the page", "endobj\n4 0 obj\n<</Length 3>>\nstream\n2 J\nendstream\nendobj\n", "endobj\n"},
	} {
		changed := strings.Replace(painted, test.old, test.new, 1)
		require.NotEqual(t, painted, changed)
		_, err := contents([]byte(changed), 1)
		assert.ErrorIs(t, err, errPainted, test.why)
	}
	_, err = contents([]byte(painted), 2)
	assert.ErrorIs(t, err, errPainted, "a page too few")
}
