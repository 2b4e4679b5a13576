package verdict

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
)

// Shared is what several units write alike in a section, and what is told of them together, once.
type Shared struct {
	Section    string // its heading
	Units      []string
	Paragraphs int    // how many; 0 for all that the section says
	Begins     string // the first statement of it
}

// Told is what they share, a clause.
func (s Shared) Told() string {
	const mostShared, longest = 40, 40 // units, characters
	what := "“" + s.Section + "”从头到尾是一样的（只改了名称、数字的也算）"
	if s.Paragraphs > 0 {
		what = fmt.Sprintf("“%s”里有%d段一字不差", s.Section, s.Paragraphs)
	}
	return fmt.Sprintf("有%d个单位的%s：%s；开头是“%s”。不是上面统一给的，请核实是不是互相照抄",
		len(s.Units), what, chinese.Listed(s.Units, mostShared), strings.TrimRight(chinese.Shortened(s.Begins, longest), chinese.StatementEnds))
}
