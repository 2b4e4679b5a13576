package chinese

import (
	"strings"
	"unicode"
)

// Unspaced is a text without white space.
func Unspaced(text string) string {
	if !strings.ContainsFunc(text, unicode.IsSpace) {
		return text
	}
	return strings.Join(strings.Fields(text), "")
}
