package check

import (
	"nianbao/internal/pattern"
)

// matter is something that a text has to speak of, and words of which a text that does so uses at least one. The words are
// many and common: a text without any of them is silent on the matter, whatever its style.
type matter struct {
	name   string
	words  *pattern.Words
	shapes *pattern.Pattern // that speak of it as well, in no fixed words; nil if there are none
}

func newMatter(name, words string) matter { return matter{name: name, words: pattern.NewWords(words)} }

// shaped is the matter with the shapes of an expression as well.
func (m matter) shaped(expression string) matter {
	m.shapes = pattern.New(expression)
	return m
}

// isIn says whether a text speaks of the matter.
func (m matter) isIn(text string) bool {
	return m.words.In(text) || m.shapes != nil && m.shapes.MatchString(text)
}

// missing lists the matters that a text is silent on.
func missing(text string, matters []matter) []string {
	var names []string
	for _, m := range matters {
		if !m.isIn(text) {
			names = append(names, m.name)
		}
	}
	return names
}
