package spreadsheet

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"nianbao/internal/pattern"
)

// escapeLike finds what a reader would take for an escaped character after an underscore (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
var escapeLike = pattern.New(`^x[0-9A-Fa-f]{4}_`)

// Escape writes text for XML: markup as entities, characters that XML cannot hold as _xHHHH_, the underscore of what only
// looks like such an escape as _x005F_.
func Escape(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == '_' && escapeLike.MatchString(text[i+1:]),
			r < ' ' && r != '\t' && r != '\n',
			r == '\uFFFE', r == '\uFFFF':
			fmt.Fprintf(&b, "_x%04X_", r)
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Unescape undoes escape. Characters beyond the sixteenth bit are two codes (_xD83D__xDE00_).
func Unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for {
		at := strings.Index(text, "_x")
		if at < 0 {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(text[:at])
		text = text[at:]
		r, ok := escapedUnit(text)
		if !ok {
			out.WriteString(text[:2])
			text = text[2:]
			continue
		}
		text = text[escapeLength:]
		if low, ok := escapedUnit(text); ok && utf16.IsSurrogate(r) {
			if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
				r, text = both, text[escapeLength:]
			}
		}
		out.WriteRune(r)
	}
}

const escapeLength = len("_x0041_")

// escapedUnit is the code that a text begins with.
func escapedUnit(text string) (rune, bool) {
	if len(text) < escapeLength || text[:2] != "_x" || text[escapeLength-1] != '_' {
		return 0, false
	}
	code, err := strconv.ParseUint(text[2:escapeLength-1], 16, 16)
	return rune(code), err == nil
}
