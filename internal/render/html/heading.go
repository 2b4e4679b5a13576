package html

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/render/document"
)

// heading is a heading of the page. Level is that of its element: 1 is the title, 2 the sections.
type heading struct {
	Level int
	Text  string
}

// outline gives headings their levels. None is skipped, whatever numbering was typed: readers who cannot see the page
// go by the levels.
type outline struct {
	base int   // the level of the heading that holds the open ones
	open []int // the numbering of the headings that hold the next one, from the outermost
}

// section begins a section, and is its heading's level.
func (o *outline) section() int {
	o.base, o.open = 2, nil
	return o.base
}

// below is the level of a heading inside a section, or before the first.
func (o *outline) below(numbering int) int {
	for len(o.open) > 0 && o.open[len(o.open)-1] >= numbering {
		o.open = o.open[:len(o.open)-1]
	}
	o.open = append(o.open, numbering)
	return max(o.base, 1) + len(o.open)
}

// longestHeading is the length of a heading on two printed lines, in characters.
const longestHeading = 56

// standsAlone says whether a paragraph is a heading on a line of its own. A numbered sentence is none, nor is a numbered item
// that ends in no mark but is too long: whoever listens to the headings of the page would get its text.
func standsAlone(p document.Paragraph) bool {
	if p.Lead == "" || p.Text != "" || utf8.RuneCountInString(p.Lead) > longestHeading {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.Lead, "”’）)》 　"))
	return !strings.ContainsRune("。．.！!？?；;，,、…", end)
}

// runIn is a paragraph as the page shows it. The heading that runs into it is set off by strength and is no heading
// of the page, as a heading cannot stand inside a paragraph; a sentence that is all of a paragraph is not set off,
// lest it look like a heading and be none.
func runIn(p document.Paragraph) *document.Paragraph {
	shown := document.Paragraph{Level: p.Level, Lead: oneLine(p.Lead), Text: oneLine(p.Text)}
	if shown.Text == "" {
		shown.Lead, shown.Text = "", shown.Lead
	}
	return &shown
}
