package webpage

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"strings"
)

// archived is the page that an archive of several parts shows.
type archived struct {
	data    []byte
	charset string // as its part declares it
	frames  int    // other pages in the archive
}

// isArchive tells a page in one file (MHTML) by its head, which is that of a mail.
func isArchive(data []byte) bool {
	head := strings.ToLower(string(data[:min(len(data), headBytes)]))
	head = strings.TrimLeft(strings.TrimPrefix(head, "\xef\xbb\xbf"), " \t\r\n")
	for _, name := range []string{"from:", "mime-version:", "content-type:", "subject:", "date:", "snapshot-content-location:", "content-location:", "x-document-type:", "return-path:", "message-id:"} {
		if strings.HasPrefix(head, name) {
			return strings.Contains(head, "content-type:")
		}
	}
	return false
}

// unpack finds the page of an archive.
func unpack(data []byte) (archived, error) {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	in := bufio.NewReader(bytes.NewReader(data))
	head, err := textproto.NewReader(in).ReadMIMEHeader()
	if err != nil {
		return archived{}, Error{Incomplete}
	}
	u := unpacker{left: mostParts}
	if err := u.part(head, in, 0); err != nil {
		return archived{}, err
	}
	if u.root.data == nil {
		return archived{}, Error{Incomplete}
	}
	u.root.frames = max(0, u.pages-1)
	return u.root, nil
}

const (
	mostParts = 10_000 // of an archive
	mostDepth = 4      // of parts in parts
	mostPart  = 2 * mostMarkup
)

// unpacker looks through the parts of an archive.
type unpacker struct {
	root  archived
	found bool // the root is the one that the archive names
	pages int
	left  int
}

// part reads a part, and what is in it.
func (u *unpacker) part(head textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, parameters, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "" // of no kind that is looked for
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return u.parts(parameters, body, depth)
	case kind == "text/html", kind == "application/xhtml+xml":
		return u.page(head, parameters["charset"], body, false)
	}
	return nil
}

func (u *unpacker) parts(parameters map[string]string, body io.Reader, depth int) error {
	if parameters["boundary"] == "" || depth >= mostDepth {
		return Error{Incomplete}
	}
	start := strings.Trim(parameters["start"], "<>")
	reader := multipart.NewReader(body, parameters["boundary"])
	for {
		part, err := reader.NextRawPart()
		if err != nil { // the end, or what lies behind it is lost; the page stands at the beginning
			return nil
		}
		if u.left--; u.left < 0 {
			return Error{TooLarge}
		}
		id := strings.Trim(part.Header.Get("Content-Id"), "<>")
		if start != "" && id == start && !u.found {
			kind, parameters, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
			if !strings.HasPrefix(kind, "multipart/") {
				if err := u.page(part.Header, parameters["charset"], part, true); err != nil {
					return err
				}
				continue
			}
		}
		if err := u.part(part.Header, part, depth+1); err != nil {
			return err
		}
	}
}

// page takes a page as the root if the archive names it, or if it is the first.
func (u *unpacker) page(head textproto.MIMEHeader, charset string, body io.Reader, named bool) error {
	u.pages++
	if u.root.data != nil && !named {
		return nil
	}
	raw, err := io.ReadAll(io.LimitReader(body, mostPart+1))
	switch {
	case len(raw) > mostPart:
		return Error{TooLarge}
	case err != nil && len(raw) == 0:
		return Error{Incomplete}
	}
	u.root, u.found = archived{data: transferred(raw, head.Get("Content-Transfer-Encoding")), charset: charset}, named
	return nil
}

// transferred undoes the way in which bytes were written for sending; what does not fit stands as it is.
func transferred(raw []byte, way string) []byte {
	switch strings.ToLower(strings.TrimSpace(way)) {
	case "quoted-printable":
		return unquoted(raw)
	case "base64":
		return unbased(raw)
	}
	return raw
}

func unquoted(raw []byte) []byte {
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] != '=' {
			out = append(out, raw[i])
			continue
		}
		rest := raw[i+1:]
		end := 0
		for end < len(rest) && (rest[end] == ' ' || rest[end] == '\t' || rest[end] == '\r') {
			end++
		}
		switch {
		case end < len(rest) && rest[end] == '\n':
			i += end + 1
		case len(rest) >= 2 && hexadecimal(rest[0]) >= 0 && hexadecimal(rest[1]) >= 0:
			out = append(out, byte(hexadecimal(rest[0])<<4|hexadecimal(rest[1])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out
}

func hexadecimal(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

func unbased(raw []byte) []byte {
	var letters []byte
	for _, c := range raw {
		if isBase64(c) && c != '=' && c != '%' && c != '\r' && c != '\n' {
			letters = append(letters, c)
		}
	}
	if len(letters)%4 == 1 { // cut off within a group
		letters = letters[:len(letters)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
	n, err := base64.RawStdEncoding.Decode(out, letters)
	if err != nil {
		return out[:0]
	}
	return out[:n]
}
