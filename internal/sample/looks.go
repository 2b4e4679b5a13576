package sample

import (
	"fmt"
	"slices"
	"strings"
)

// Looks takes the looks of a page (paddings, widths, colours) out of a golden file, so that the file changes with what is said
// and how it is built, and not with each padding. A look gets a short name, which stays what it is when the look changes; the
// looks are listed, once each, in a golden file of their own. Nothing goes unseen: the two together are what was written.
type Looks struct {
	looks map[string]*look // by kind and text
	kinds map[string]int   // how many looks of a kind there are
}

type look struct {
	kind   string
	number int // within the kind, by first appearance
	text   string
	times  int
}

// Name is the name of a look: its kind, such as the name of an element, and a number.
func (l *Looks) Name(kind, text string) string {
	if l.looks == nil {
		l.looks, l.kinds = map[string]*look{}, map[string]int{}
	}
	key := kind + " " + text
	if l.looks[key] == nil {
		l.kinds[kind]++
		l.looks[key] = &look{kind: kind, number: l.kinds[kind], text: text}
	}
	l.looks[key].times++
	return fmt.Sprintf("%s %d", kind, l.looks[key].number)
}

// String lists the looks by kind and number: the name, how often it was met, and what it is.
func (l *Looks) String() string {
	var lines []*look
	for _, k := range l.looks {
		lines = append(lines, k)
	}
	slices.SortFunc(lines, func(a, b *look) int {
		if a.kind != b.kind {
			return strings.Compare(a.kind, b.kind)
		}
		return a.number - b.number
	})
	var b strings.Builder
	for _, k := range lines {
		fmt.Fprintf(&b, "%s %d × %d: %s\n", k.kind, k.number, k.times, k.text)
	}
	return b.String()
}
