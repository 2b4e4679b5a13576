// Package charset turns text in the encodings that programs of Chinese Windows write into UTF-8.
package charset

import (
	"bufio"
	"bytes"
	"io"
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

// head is how many bytes of a stream tell its encoding.
const head = 64 << 10

// NewReader gives a text as Decode does, as it comes, by the encoding that it begins in. What is no text of it comes as U+FFFD, or as it is.
func NewReader(from io.Reader) io.Reader {
	in := bufio.NewReaderSize(from, head)
	start, _ := in.Peek(head) // what is wrong with reading is told when it is read
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(in)
	case !utf8.Valid(whole(start)):
		return simplifiedchinese.GB18030.NewDecoder().Reader(in)
	case bytes.HasPrefix(start, []byte("\ufeff")):
		in.Discard(len("\ufeff"))
	}
	return in
}

// whole leaves out a character at the end that was cut off.
func whole(start []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(start); i++ {
		if last := start[len(start)-i:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				return start[:len(start)-i]
			}
			break
		}
	}
	return start
}
