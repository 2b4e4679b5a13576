package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// set places the glyphs of a line.
func (p *paragraph) set(l cellRange) line {
	indent := p.measure - p.room(l.first)
	end := max(l.first, p.visibleEnd(l.end))
	width, fill := p.natural(l.first, end), filling{}
	if last := l.end == len(p.cells) || p.cells[l.end].opportunity == must; !last || p.inked(l.first, end) > p.room(l.first) {
		width = p.trimmed(l.first, end)
		gaps, give := p.gaps(l.first, end), p.give(l.first, end)
		fill = p.fill(p.room(l.first)-width, gaps, give, last, p.besideWord(l.first, l.end))
		width += fill.added(gaps) - fill.taken(give)
		if fill == (filling{}) {
			width -= p.inked(l.first, end) - p.natural(l.first, end)
		}
	}
	p.place(indent, l.first, end, fill)
	runs := p.group(l.first, end, fill)
	if end < l.end && l.end < len(p.cells) && end > l.first {
		runs = p.withBlank(runs, p.places[end-1-l.first]+p.drawn(&p.cells[end-1]), end)
	}
	return line{Runs: runs, Width: (indent + width).points(), Text: p.sourceOf(l)}
}

// place finds the origins of a line's glyphs.
func (p *paragraph) place(x length, first, end int, fill filling) {
	p.places = p.places[:0]
	for i := first; i < end; i++ {
		c := &p.cells[i]
		if i > first {
			before, here := p.give(first, i), p.give(first, i+1)
			x += fill.added(c.gap) - c.join - (fill.taken(here) - fill.taken(before))
		}
		p.places = append(p.places, x+c.lead)
		x += c.width
	}
}

// group makes runs of a line's glyphs, as few as even spacing allows.
func (p *paragraph) group(first, end int, fill filling) []Run {
	runs := p.runs[:0]
	for i := first; i < end; {
		c := &p.cells[i]
		own := c.width - p.drawn(c) // what stands behind it in a line that is not filled
		tracking := own
		next := i + 1
		for ; next < end && p.cells[next].font == c.font && p.cells[next].stretch == c.stretch && p.cells[next].scale == c.scale && p.cells[next].part == c.part && p.cells[next].within == c.within; next++ {
			if c.actual() != "" || p.cells[next].actual() != "" {
				break
			}
			space := p.spaceBehind(next-1, first)
			regular := space == own || space == own+fill.each-fill.close || c.stretch != 1000
			if next == i+1 && regular {
				tracking = space
			}
			if space != tracking || space != own && p.beginsWord(next, end) {
				break
			}
		}
		runs = append(runs, Run{
			X: p.places[i-first].points(), Font: c.font, Size: float64(p.size*c.scale) / 1e6,
			Tracking: tracking.points(), Stretch: float64(c.stretch) / 1000, Text: p.textOf(i, next), Actual: c.actual(),
			Ref: Ref{Part: c.part, Span: c.within},
		})
		i = next
	}
	p.runs = runs
	return slices.Clone(runs)
}

// withBlank is a line's runs with the blank at which it ends. It is not seen, but who reads or copies the text would take the words
// on both sides of it for one.
func (p *paragraph) withBlank(runs []Run, x length, i int) []Run {
	c, before := &p.cells[i], &p.cells[i-1]
	if c.class == newline {
		return runs
	}
	last := &runs[len(runs)-1]
	if before.font == c.font && before.class != combining && before.stretch == 1000 && before.part == c.part && before.within == c.within && last.Actual == "" {
		last.Text += string(c.shown)
		return runs
	}
	return append(runs, Run{X: x.points(), Font: c.font, Size: float64(p.size) / 1000, Stretch: 1, Text: string(c.shown), Ref: Ref{Part: c.part, Span: c.within}})
}

// actual is the character that a glyph stands for, where whoever reads the glyph's text would not learn it: of one that no font has, 〓 is
// drawn, and one for private use means something in its font alone.
func (c *cell) actual() string {
	if c.shown == missing && c.character != missing || unicode.Is(unicode.Co, c.character) {
		return string(c.character)
	}
	return ""
}

// spaceBehind returns the space between a glyph's advance and the next glyph's origin.
func (p *paragraph) spaceBehind(i, first int) length {
	c := &p.cells[i]
	return p.places[i+1-first] - p.places[i-first] - p.drawn(c)
}

// beginsWord tells whether a Latin word or a number of more than one character begins at a cell behind another text.
// It gets a run of its own in a filled line, so that it is not parted behind its first character.
func (p *paragraph) beginsWord(i, end int) bool {
	return i+1 < end && !p.cells[i-1].latin() && p.cells[i].latin() && p.cells[i+1].latin()
}

// textOf returns what cells show.
func (p *paragraph) textOf(first, end int) string {
	last := &p.cells[end-1]
	if p.plain(first, end) {
		return p.source[p.cells[first].start : last.start+utf8.RuneLen(last.character)]
	}
	var text strings.Builder
	for _, c := range p.cells[first:end] {
		text.WriteRune(c.shown)
	}
	return text.String()
}

// plain tells whether cells show just what stands in the source.
func (p *paragraph) plain(first, end int) bool {
	for i := first; i < end; i++ {
		c := &p.cells[i]
		if c.shown != c.character || c.character == utf8.RuneError || i > first && c.index != p.cells[i-1].index+1 {
			return false
		}
	}
	return true
}
