package published

import (
	"slices"

	"nianbao/internal/label"
	"nianbao/internal/published/page"
)

// longestBoxHeading is how many bytes the heading of a section may have there.
const longestBoxHeading = 200

// unboxed takes a report whose sections stand in text boxes, one below the other, out of them: they are its text. Boxes that say again what the
// text has, as a table of contents does, stay beside it.
func unboxed(p *page.Page) *page.Page {
	if !slices.ContainsFunc(p.Blocks, func(b page.Block) bool { return b.Kind == page.Boxed }) {
		return p
	}
	inside, outside := map[*label.Label]bool{}, map[*label.Label]bool{} // headings of sections
	again := false
	for _, b := range p.Blocks {
		if b.Table != nil || len(b.Text) > longestBoxHeading {
			continue
		}
		l, _ := label.Whole(b.Text, label.None)
		if l == nil || l.Kind() != label.Section {
			continue
		}
		own, others := outside, inside
		if b.Kind == page.Boxed {
			own, others = inside, outside
		}
		own[l], again = true, again || others[l]
	}
	if len(inside) < enoughSections || again {
		return p
	}
	out := *p
	out.Blocks = slices.Clone(p.Blocks)
	for i := range out.Blocks {
		if b := &out.Blocks[i]; b.Kind == page.Boxed {
			b.Kind = page.Plain
		}
	}
	return &out
}
