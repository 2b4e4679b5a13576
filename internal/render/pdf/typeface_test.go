package pdf

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
)

func collected(t *testing.T, text string) *typeface {
	t.Helper()
	s := newHand(t)
	s.page()
	s.text(fonts.Song, 16, 0, 80, 80, text)
	faces, err := collectTypefaces(&s.pages)
	require.NoError(t, err)
	require.Len(t, faces.all, 1)
	return faces.all[0]
}

func TestTypefaceCodes(t *testing.T) {
	face := collected(t, "报年报𬇹 \u00a0a")
	assert.Equal(t, []rune(" a\u00a0年报𬇹"), face.runes)
	assert.Equal(t, "\x00\x05\x00\x04\x00\x06", face.encode("报年𬇹"))
	assert.Equal(t, []byte{0, 0, 0, 1, 0, 2, 0, 1, 0, 3, 0, 4, 0, 5}, face.glyphs(), "both blanks are one glyph")
}

func TestTypefaceWidths(t *testing.T) {
	for _, test := range []struct {
		why, text, form string
		of              string // whose widths stand in the form
	}{
		{"what is one em wide is not listed", "年报", "", ""},
		{"what is not is", "年a", " 1 [%d]", "a"},
		{"neighbours stand together", "12年", " 1 [%d %d]", "12"},
	} {
		t.Run(test.why, func(t *testing.T) {
			face := collected(t, test.text)
			var widths []any
			for _, r := range test.of {
				widths = append(widths, face.font.Advance(r))
			}
			assert.Equal(t, fmt.Sprintf(test.form, widths...), face.widths())
		})
	}

	letters, han := []rune("ab"), []rune("年")
	face := collected(t, "ab年")
	face.runes = []rune{letters[0], han[0], letters[1]}
	a, b := face.font.Advance(letters[0]), face.font.Advance(letters[1])
	assert.Equal(t, fmt.Sprintf(" 1 [%d] 3 [%d]", a, b), face.widths(), "wide characters part the groups")
}

func TestTag(t *testing.T) {
	assert.Regexp(t, `^[A-Z]{6}$`, tag([]byte("the sum of a font")))
	assert.Equal(t, tag([]byte("the sum of a font")), tag([]byte("the sum of a font")))
	assert.NotEqual(t, tag([]byte("the sum of a font")), tag([]byte("another sum")))
}

func TestPDFName(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"NotoSerifSC-Regular", "NotoSerifSC-Regular"},
		{"a b/c#(d)", "a#20b#2Fc#23#28d#29"},
		{"宋", "#E5#AE#8B"},
		{"\x7f", "#7F"},
	} {
		assert.Equal(t, test.want, pdfName(test.in))
	}
}

// A subset that comes again and again is written as it was the first time, and another one in between as itself.
func TestSubsetComesAgain(t *testing.T) {
	form, other := collected(t, "政府信息公开"), collected(t, "清溪镇")
	other.font = form.font
	f, first := newFile(io.Discard), map[*typeface][]byte{}
	defer f.release()
	for i, face := range []*typeface{form, form, form, other, form, form, form, other, other, other} {
		start, numbers := len(f.out), len(f.objects)
		_, err := face.embed(f)
		require.NoError(t, err)
		_, object, _ := bytes.Cut(f.out[start:], []byte(" obj\n"))
		object, _, _ = bytes.Cut(object, []byte("endobj"))
		if first[face] == nil {
			first[face] = bytes.Clone(object)
		}
		assert.Equal(t, first[face], object, "the file of the font, time %d", i)
		assert.Len(t, f.objects[numbers:], 6)
	}
}
