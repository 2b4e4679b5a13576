// Package charset turns text in the encodings that programs of Chinese Windows write into UTF-8.
package charset

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Decode is a text in UTF-8 without its mark, whichever of the encodings it came in that programs of Chinese Windows write: UTF-8,
// UTF-16 with its mark, GB18030. ok is false for what is none of them.
func Decode(data []byte) (text []byte, ok bool) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case !utf8.Valid(data):
		from = simplifiedchinese.GB18030
	}
	if from != nil {
		var err error
		if data, err = from.NewDecoder().Bytes(data); err != nil || bytes.ContainsRune(data, utf8.RuneError) {
			return nil, false
		}
	}
	if bytes.ContainsRune(data, 0) { // no text has it
		return nil, false
	}
	return bytes.TrimPrefix(data, []byte("\ufeff")), true
}
