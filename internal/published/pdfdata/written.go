package pdfdata

import (
	"bytes"
	"strconv"

	"nianbao/internal/sealed"
)

// IsAsWritten says whether nothing was changed in a PDF since this program wrote it. Its name for itself (/ID) is then still the digest of
// all that stands before its last cross-reference section; programs that save it anew, or put notes behind it, leave or make another.
func IsAsWritten(pdf []byte) bool {
	body, ok := bytes.CutSuffix(pdf, []byte("\n%%EOF\n"))
	if !ok {
		return false
	}
	const sign = "\nstartxref\n"
	at := bytes.LastIndex(body, []byte(sign))
	if at < 0 {
		return false
	}
	start, err := strconv.Atoi(string(body[at+len(sign):]))
	if err != nil || start < 0 || start > at {
		return false
	}
	return bytes.Contains(pdf[start:at], []byte(sealed.PDF(pdf[:start])))
}
