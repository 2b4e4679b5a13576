package collect

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/inorder"
)

// replacement is what stands in a text in the place of something else; one of the two may be empty.
type replacement struct{ was, is string }

// replacedSentences are the sentences of a text that others took the place of, next to each other in one piece.
func replacedSentences(was, is string) (list []replacement) {
	a, b := chinese.Sentences(was), chinese.Sentences(is)
	for _, gap := range inorder.Gaps(unspaced(a), unspaced(b)) {
		list = append(list, replacement{strings.Join(a[gap.At:gap.End], ""), strings.Join(b[gap.Now:gap.NowEnd], "")})
	}
	return list
}

func unspaced(sentences []string) (list []string) {
	for _, s := range sentences {
		list = append(list, chinese.Unspaced(s))
	}
	return list
}
