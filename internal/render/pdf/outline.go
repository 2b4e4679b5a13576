package pdf

import (
	"fmt"
	"strings"

	"nianbao/internal/render/layout"
)

// outlined is an entry of the outline and its place in the tree. Entries are known by their index, -1 for none.
type outlined struct {
	parent, first, last, previous, next int
	descendants                         int
}

// addOutline writes the outline, all of it unfolded, and returns its object number, 0 if there is none.
// pages are the object numbers of the pages.
func addOutline(f *file, p *layout.Pages, pages []int) int {
	if len(p.Outline) == 0 {
		return 0
	}
	entries := tree(p.Outline)
	root := f.reserve(1 + len(entries))
	reference := func(key string, index int) string {
		if index < 0 {
			return ""
		}
		return fmt.Sprintf(" /%s %d 0 R", key, root+1+index)
	}
	last := 0
	for i, e := range entries {
		parent := root
		if e.parent >= 0 {
			parent = root + 1 + e.parent
		} else {
			last = i
		}
		var body strings.Builder
		fmt.Fprintf(&body, "<</Title %s /Parent %d 0 R", textString(p.Outline[i].Title), parent)
		body.WriteString(reference("Prev", e.previous) + reference("Next", e.next))
		body.WriteString(reference("First", e.first) + reference("Last", e.last))
		if e.descendants > 0 {
			fmt.Fprintf(&body, " /Count %d", e.descendants)
		}
		page := p.Outline[i].Page
		fmt.Fprintf(&body, " /Dest [%d 0 R /XYZ null %s null]>>", pages[page], number(p.Pages[page].Height-p.Outline[i].Y))
		f.set(root+1+i, "%s", body.String())
	}
	f.set(root, "<</Type /Outlines%s%s /Count %d>>", reference("First", 0), reference("Last", last), len(entries))
	return root
}

// tree finds each bookmark's place. One that is more than a level below its predecessor, or above the sections, is put right.
func tree(bookmarks []layout.Bookmark) []outlined {
	entries := make([]outlined, len(bookmarks))
	var path []int // from a section down to the entry before
	for i, b := range bookmarks {
		e := outlined{parent: -1, first: -1, last: -1, previous: -1, next: -1}
		level := max(0, min(b.Level, len(path)))
		if level < len(path) {
			e.previous = path[level]
			entries[e.previous].next = i
		}
		path = path[:level]
		if level > 0 {
			e.parent = path[level-1]
			entries[e.parent].last = i
			if e.previous < 0 {
				entries[e.parent].first = i
			}
		}
		for _, ancestor := range path {
			entries[ancestor].descendants++
		}
		entries[i] = e
		path = append(path, i)
	}
	return entries
}
