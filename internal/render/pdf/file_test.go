package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/layout"
)

func TestUpdate(t *testing.T) {
	painted, err := paint(&layout.Pages{Pages: []layout.Page{{Width: a4Width, Height: a4Height}}}, &typefaces{})
	require.NoError(t, err)
	u, err := newUpdate(painted)
	require.NoError(t, err)
	first := u.reserve(3)
	u.replace(first+2, "(third)")
	u.replace(first, "(first)")
	u.replace(first+1, "(%d%%)", 100)
	stream := u.addStream("/Key /Value", []byte("data"))
	u.replace(1, "<</Type /Pages /Kids [] /Count 0>>")
	file := u.close()

	assert.True(t, bytes.HasPrefix(file, painted), "something before the update has moved")
	d := readBack(t, file)
	assert.Equal(t, 2, d.revisions)
	assert.Equal(t, []string{"(first)", "(100%)", "(third)"}, []string{d.object(first), d.object(first + 1), d.object(first + 2)})
	assert.Contains(t, d.object(stream), "/Key /Value")
	assert.Equal(t, "data", string(d.stream(stream)))
	assert.Empty(t, d.pages(), "the older version of an object")
	assert.Equal(t, first+3, stream)
	assert.Contains(t, d.trailer, fmt.Sprintf("/Size %d ", stream+1))
}

func TestReadPaintedRefuses(t *testing.T) {
	painted, err := paint(&layout.Pages{Pages: []layout.Page{{Width: a4Width, Height: a4Height}}}, &typefaces{})
	require.NoError(t, err)
	_, err = readPainted(painted)
	require.NoError(t, err)
	for _, test := range []struct{ why, old, new string }{
		{"no trailer", "trailer", "TRAILER"},
		{"no size", "/Size", "/SIZE"},
		{"a size that is not the table's", "/Size ", "/Size 1"},
		{"a table elsewhere", "startxref\n", "startxref\n1"},
		{"a table before the file", "startxref\n", "startxref\n-"},
		{"an offset that is no number", "\n0000", "\n000x"},
		{"an offset behind the objects", "\n0000", "\n9999"},
	} {
		t.Run(test.why, func(t *testing.T) {
			changed := strings.ReplaceAll(string(painted), test.old, test.new)
			require.NotEqual(t, string(painted), changed)
			_, err := readPainted([]byte(changed))
			assert.ErrorIs(t, err, errLayout)
		})
	}
}
