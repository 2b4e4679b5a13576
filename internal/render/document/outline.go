package document

import "nianbao/internal/chinese"

// ranking gives headings their ranks. None is skipped, whatever numbering was typed: readers who cannot see the page go by the
// ranks of the headings that stand on lines of their own. A heading that runs in is below all of them that hold it.
type ranking struct {
	base int // the rank of the heading that holds the open ones; 0 before the first section
	open []openHeading
}

// openHeading holds the headings behind it that are numbered on an inner level.
type openHeading struct {
	level, rank int
	runsIn      bool
}

// section begins a section, whose heading has a rank.
func (r *ranking) section(rank int) { r.base, r.open = rank, nil }

// ownLine is the rank of a heading on a line of its own, inside a section or before the first.
func (r *ranking) ownLine(level int) int {
	r.close(level)
	rank := r.base + 1
	for i := len(r.open) - 1; i >= 0; i-- {
		if !r.open[i].runsIn {
			rank = r.open[i].rank + 1
			break
		}
	}
	r.open = append(r.open, openHeading{level, rank, false})
	return rank
}

// runIn is the rank of a heading that runs into its paragraph.
func (r *ranking) runIn(level int) int {
	r.close(level)
	rank := r.base + 1
	if n := len(r.open); n > 0 {
		rank = r.open[n-1].rank + 1
	}
	r.open = append(r.open, openHeading{level, rank, true})
	return rank
}

// close leaves the headings that do not hold one of a level.
func (r *ranking) close(level int) {
	for n := len(r.open); n > 0 && r.open[n-1].level >= level; n-- {
		r.open = r.open[:n-1]
	}
}

// Entry is a heading as a table of contents shows it.
type Entry struct {
	Title string // without the mark that ends it
	Rank  int    // its depth, 1 for the outermost
}

// Entry is the heading's entry in a table of contents.
func (h Heading) Entry() Entry { return Entry{chinese.HeadingTitle(h.Text), h.Rank} }

// Entry is the entry of the heading that runs into the paragraph; ok is false without one.
func (p Paragraph) Entry() (e Entry, ok bool) {
	return Entry{chinese.HeadingTitle(p.Lead), p.Rank}, p.Lead != ""
}
