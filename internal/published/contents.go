package published

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// withoutContents marks what is a table of contents by its words alone, typed or brought along by a copy, since its entries read like the headings
// of the sections. It is known by its numbers of pages.
func withoutContents(p *page.Page) *page.Page {
	var seen page.Besides
	out := p
	for i := 0; i < len(p.Blocks); {
		end, entries := contentsAt(p.Blocks[i:])
		if entries == 0 {
			i++
			continue
		}
		if out == p {
			copied := *p
			copied.Blocks = slices.Clone(p.Blocks)
			out = &copied
		}
		for ; end > 0; end, i = end-1, i+1 {
			if isLineOfText(p.Blocks[i]) {
				out.Blocks[i].Kind = page.Contents
			}
		}
		seen[page.ContentsLines] += entries
	}
	if out != p {
		out.Asides = append(slices.Clone(p.Asides), seen.Told()...)
	}
	return out
}

// contentsAt is how many blocks the table of contents takes that some begin with, and how many entries it has; 0 for none.
func contentsAt(blocks []page.Block) (end, entries int) {
	var c contents
	for i, b := range blocks {
		if !isLineOfText(b) {
			if i == 0 || b.Table != nil {
				break
			}
			continue
		}
		longer, ok := c.with(b.Text)
		if !ok {
			break
		}
		c, end = longer, i+1
	}
	if c.sections < enoughSections {
		return 0, 0
	}
	return end, c.entries
}

// isLineOfText says whether a block is a line that may be one of a table of contents; blank ones and those of the sheet may stand between them.
func isLineOfText(b page.Block) bool {
	return b.Table == nil && b.Kind != page.Furniture && b.Kind != page.Boxed && b.Kind != page.Contents && strings.TrimFunc(b.Text, chinese.IsIndent) != ""
}

// contents is a table of contents as far as it was read.
type contents struct {
	entries  int
	sections int // how many of the entries are of sections
	last     int // the last of these in the form, counted from 1
	page     int // the last number
}

// entry is what stands in a line of a table of contents: words, what leads from them to the number, and that.
var entry = pattern.New(`^(.+?)[\s.·•・…⋯‥_—–-]*([0-9]{1,3})$`)

// with is the table with a paragraph more, which may be several lines; ok is false where one of them is none of it.
func (c contents) with(text string) (longer contents, ok bool) {
	for _, line := range strings.FieldsFunc(text, chinese.IsLineBreak) {
		line = strings.TrimFunc(folded(line), chinese.IsIndent)
		if c.entries == 0 && strings.Trim(squeeze(line), ":") == "目录" {
			continue
		}
		m := entry.FindStringSubmatch(line)
		if m == nil || number(m[2]) < c.page {
			return c, false
		}
		section := sectionNamed(m[1])
		switch {
		case section > c.last:
			c.sections, c.last = c.sections+1, section
		case section > 0 || c.sections == 0 || !isNumberedPhrase(m[1]): // entries below a section's are of its parts
			return c, false
		}
		c.entries, c.page = c.entries+1, number(m[2])
	}
	return c, true
}
