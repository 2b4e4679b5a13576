package pdf

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
)

// Codes have all bytes in both places, those among them that strings in PDF must escape.
func TestPaintEscapesCodes(t *testing.T) {
	s := newHand(t)
	song, _ := s.fonts.Resolve(fonts.Song, '年')
	special := []byte{'(', ')', '\\', '\r', '\n', 0, 'n', '8', 0xFF}
	face := &typeface{id: "any", font: song, codes: map[rune]uint16{}}
	var text []rune
	var want []byte
	for _, high := range special {
		for _, low := range special {
			r := rune(len(text))
			face.codes[r] = uint16(high)<<8 | uint16(low)
			text = append(text, r)
			want = append(want, high, low)
		}
	}
	page := s.page()
	page.Runs = []layout.Run{{Font: song, Size: 16, Stretch: 1, Text: string(text)}}
	painted, err := paint(&s.pages, &typefaces{all: []*typeface{face}, of: map[*fonts.Font]*typeface{song: face}}, newTags(&s.pages))
	require.NoError(t, err)
	assert.Contains(t, tokens(t, painted[0]), "("+string(want))
}

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		in   float64
		want string
	}{
		{0, "0"}, {-0.00001, "0"}, {100, "100"}, {-0.21, "-0.21"}, {1.0 / 3, "0.3333"}, {14400, "14400"}, {99.99996, "100"},
	} {
		assert.Equal(t, test.want, number(test.in), fmt.Sprint(test.in))
	}
}
