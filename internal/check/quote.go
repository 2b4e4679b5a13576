package check

import (
	"nianbao/internal/chinese"
	"strings"
)

// beside is how many characters are quoted on either side of a place.
const beside = 5

// quoteAround is a stretch with a few characters on both sides, for a quotation.
func quoteAround(text []rune, s chinese.Stretch) string {
	return strings.TrimSpace(string(text[max(0, s.Start-beside):min(len(text), s.End+beside)]))
}
