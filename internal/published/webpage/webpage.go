// Package webpage reads what a saved web page shows: HTML as content-management systems, word processors and we ourselves write it,
// and pages with all their parts in one file (MHTML).
package webpage

import (
	"bytes"

	"nianbao/internal/budget"
	"nianbao/internal/published/page"
)

// How large a page may be. Reports' pages have less than 1 MB of markup; pictures that are written into it are passed over.
const (
	mostMarkup   = 16 << 20 // without the pictures
	mostElements = 300_000  // all of them are kept until the page is read
	mostText     = 4 << 20  // that is handed on: more than usual, since it is all of a site's page, of which a report is a part
)

// Read reads a web page. An error is an Error or a MuchTextError.
func Read(data []byte) (*page.Page, error) {
	if len(data) > budget.File {
		return nil, Error{TooLarge}
	}
	declared, frames := "", 0
	if isArchive(data) {
		root, err := unpack(data)
		if err != nil {
			return nil, err
		}
		data, declared, frames = root.data, root.charset, root.frames
	}
	if isOther(data) {
		return nil, Error{NotPage}
	}
	data = withoutPictures(data)
	if len(data) > mostMarkup {
		return nil, Error{TooLarge}
	}
	text := decode(data, declared)
	if !hasTags(text) {
		return nil, Error{NotPage}
	}
	left := budget.With(budget.Elements, mostElements)
	root := parse(text, left)
	if root == nil {
		return nil, Error{TooLarge}
	}
	return read(root, frames)
}

// isOther tells files of other kinds that begin with marks of their own.
func isOther(data []byte) bool {
	for _, mark := range []string{"PK\x03\x04", "%PDF", "\xd0\xcf\x11\xe0", "\x89PNG", "GIF8", "\xff\xd8\xff", "Rar!", "{\\rtf", "7z\xbc\xaf"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return true
		}
	}
	return false
}

// hasTags tells whether there is anything of a page: a tag.
func hasTags(text string) bool {
	for i := 0; i+1 < len(text); i++ {
		if c := text[i+1] | 0x20; text[i] == '<' && c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

// withoutPictures leaves out what is written into addresses as base64, which may be most of a file. The data are not changed.
func withoutPictures(data []byte) []byte {
	const mark, short = ";base64,", 256
	var out []byte
	for {
		at := bytes.Index(data, []byte(mark))
		if at < 0 {
			break
		}
		end := at + len(mark)
		for end < len(data) && isBase64(data[end]) {
			end++
		}
		if end-at < short {
			out = append(out, data[:end]...)
		} else {
			out = append(out, data[:at+len(mark)]...)
		}
		data = data[end:]
	}
	if out == nil {
		return data
	}
	return append(out, data...)
}

func isBase64(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' || c == '%' || c == '\r' || c == '\n'
}
