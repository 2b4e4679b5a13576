package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// numberAlone is a paragraph of nothing but a number, a day or a truth value, as is typed into the wrong cell.
var numberAlone = pattern.New(`^[ 　]*(?:[0-9０-９]+(?:[.,/:：\-—%％+ ]*[Ee]?[0-9０-９]+)*[%％]?|TRUE|FALSE|true|false)[ 　]*$`)

func isNumberAlone(text string) bool {
	const longest = 40 // bytes
	first := chinese.FirstRune(strings.TrimLeft(text, " \u3000"))
	_, digit := chinese.Digit(first)
	return len(text) <= longest && (digit || strings.ContainsRune("TFtf", first)) && numberAlone.MatchString(text)
}
