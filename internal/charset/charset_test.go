package charset_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/charset"
)

// A stream gives what Decode gives of the whole, wherever the part that tells its encoding ends.
func TestStreamsAreDecodedAsTexts(t *testing.T) {
	for name, written := range map[string]struct {
		mark string
		as   encoding.Encoding
	}{
		"UTF-8":           {"", encoding.Nop},
		"UTF-8 with mark": {"\ufeff", encoding.Nop},
		"GB18030":         {"", simplifiedchinese.GB18030},
		"UTF-16":          {"\ufeff", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	} {
		for shift := range 4 { // of the characters against the end of the head
			text := strings.Repeat("x", shift) + strings.Repeat("望禾镇，𠮷\n", 9000)
			data, err := written.as.NewEncoder().Bytes([]byte(written.mark + text))
			require.NoError(t, err)
			whole, ok := charset.Decode(data)
			require.True(t, ok, name)
			require.True(t, string(whole) == text, name)
			got, err := io.ReadAll(iotest.HalfReader(charset.NewReader(bytes.NewReader(data))))
			require.NoError(t, err)
			assert.True(t, string(got) == text, "%s, shifted by %d", name, shift)
		}
	}
}

func TestShortStreams(t *testing.T) {
	for _, text := range []string{"", "望", "a", "\ufeff"} {
		got, err := io.ReadAll(charset.NewReader(strings.NewReader(text)))
		require.NoError(t, err)
		assert.Equal(t, strings.TrimPrefix(text, "\ufeff"), string(got))
	}
}

// What is no text of the encoding that a stream began in is there to be seen.
func TestStreamsThatAreNoText(t *testing.T) {
	got, err := io.ReadAll(charset.NewReader(strings.NewReader(strings.Repeat("望", 30000) + "\xff")))
	require.NoError(t, err)
	assert.True(t, bytes.ContainsRune(got, '\ufffd'))
}
