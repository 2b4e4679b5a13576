package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Every character comes back as it was; x/text's decoder knows no user-defined ones, so those have a test of their own.
func TestGB18030HoldsUnicode(t *testing.T) {
	var all strings.Builder
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if utf8.ValidRune(r) && (r < 0xE000 || r > 0xE864) {
			all.WriteRune(r)
		}
	}
	encoded, err := encodeGB18030(all.String())
	require.NoError(t, err)
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(encoded)
	require.NoError(t, err)
	assert.True(t, all.String() == string(decoded))
}

func TestGB18030UserDefined(t *testing.T) {
	for _, c := range []struct {
		why  string
		text string
		want string // "" if it is refused
	}{
		{"area one begins", "\ue000", "\xaa\xa1"},
		{"area one, second row", "\ue05e", "\xab\xa1"},
		{"area one ends", "\ue233", "\xaf\xfe"},
		{"area two begins", "\ue234", "\xf8\xa1"},
		{"area two ends", "\ue4c5", "\xfe\xfe"},
		{"area three begins", "\ue4c6", "\xa1\x40"},
		{"area three, before the gap at 7F", "\ue504", "\xa1\x7e"},
		{"area three, behind it", "\ue505", "\xa1\x80"},
		{"area three ends", "\ue765", "\xa7\xa0"},
		{"its neighbours are left to x/text", "清\ue000溪\ue001", "\xc7\xe5\xaa\xa1\xcf\xaa\xaa\xa2"},
		{"A3A0 is read as a space", "\ue5e5", ""},
		{"no area, and no settled code", "\ue766", ""},
		{"has changed its code between the editions of the standard", "\ue81e", ""},
		{"the last that x/text gets wrong", "\ue864", ""},
	} {
		got, err := encodeGB18030(c.text)
		assert.Equal(t, c.want == "", err != nil, c.why)
		assert.Equal(t, c.want, string(got), c.why)
	}
}
