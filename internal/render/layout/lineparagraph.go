package layout

import (
	"strings"
	"unicode"
)

// paragraph is a text on its way to lines.
type paragraph struct {
	frame
	source string
	text   []rune  // of the source
	cells  []cell  // of the source's visible characters and line breaks
	sums   []tally // one more than cells
	breaks []opportunity
	nodes  []node
	lines  []cellRange
	places []length // of the origins of a line's glyphs
	runs   []Run    // of a line
}

// cell is a character's place on the line.
type cell struct {
	*glyph
	class     class // the glyph's, or what the text around makes of it
	character rune  // in the source
	index     int   // of the character in the source, counted in characters
	start     int   // the same in bytes

	room    int    // the least advance of the cell
	lead    length // from the cell's left edge to the glyph's origin
	width   length // of the cell, tracking included
	stretch int    // of the glyph, in thousandths
	trim    length // taken from the width at a line's end
	hang    length // how far the ink stands out of the cell to the left: added at a line's beginning
	over    length // the same to the right, at a line's end

	join length // taken from the space between this cell and the one before it, always
	give length // may be taken besides
	gap  gaps   // this cell's part of what is added before it to fill a line

	part        Part
	within      int         // the span that it belongs to
	opportunity opportunity // how well a line may end before this cell
}

// tally adds up the cells before one, on an endless line.
type tally struct {
	at, give length
	gap      gaps
	end      int // behind the last of them that is not blank
}

// cellRange is the cells of a line, from the first to before end.
type cellRange struct{ first, end int }

// read takes in a paragraph's characters.
func (t *typesetter) read(spans []span, s style) *paragraph {
	p := &t.current
	p.frame = frameOf(s)
	p.source = join(spans)
	p.text, p.cells, p.lines = p.text[:0], p.cells[:0], p.lines[:0]
	start, chinese := 0, false
	for _, sp := range spans {
		for i, r := range sp.Text {
			p.text = append(p.text, r)
			g := t.lookUp(sp.Face, r)
			if g == nil {
				continue
			}
			c := cell{glyph: g, class: g.class, character: r, index: len(p.text) - 1, start: start + i, stretch: 1000, part: sp.Part, within: sp.Span}
			if s.Tabular && digit(r) && c.class == narrow {
				c.room = t.digitWidth(g.font)
			}
			chinese = chinese || unicode.Is(unicode.Han, r) || !c.quote() && (c.class == openingMark || c.class == closingMark)
			p.cells = append(p.cells, c)
		}
		start += len(sp.Text)
	}
	p.readQuotes(chinese)
	return p
}

func join(spans []span) string {
	if len(spans) == 1 {
		return spans[0].Text
	}
	var all strings.Builder
	for _, sp := range spans {
		all.WriteString(sp.Text)
	}
	return all.String()
}

// readQuotes tells the quotes of Chinese text, which stand on full width, from those of other text and from apostrophes,
// which are set as wide as they are. Unicode has the same characters for both.
func (p *paragraph) readQuotes(chinese bool) {
	for i := range p.cells {
		if c := &p.cells[i]; c.quote() && (!chinese || p.apostrophe(i)) {
			c.class = latinQuote
		}
	}
}

// quote tells whether a cell is a curled quotation mark.
func (c *cell) quote() bool {
	switch c.character {
	case '“', '”', '‘', '’':
		return true
	}
	return false
}

func (p *paragraph) apostrophe(i int) bool {
	return p.cells[i].character == '’' && i > 0 && i+1 < len(p.cells) &&
		p.cells[i-1].class == narrow && p.cells[i+1].class == narrow
}

// visibleEnd returns the end of the visible cells before one: blanks at a line's end take no room.
func (p *paragraph) visibleEnd(end int) int { return p.sums[end].end }

// sourceOf returns what of the source stands in a line; characters that are not seen belong to the one before them.
func (p *paragraph) sourceOf(l cellRange) string {
	first, end := 0, len(p.source)
	if l.first > 0 {
		first = p.cells[l.first].start
	}
	if l.end < len(p.cells) {
		end = p.cells[l.end].start
	}
	return p.source[first:end]
}

// room returns the width that a line has, which begins with a cell.
func (p *paragraph) room(first int) length {
	room := p.measure
	if first == 0 {
		room -= p.indent
	}
	if first < len(p.cells) {
		room -= p.cells[first].hang
	}
	return room
}

// natural returns how wide cells are, nothing added or taken.
func (p *paragraph) natural(first, end int) length {
	if end <= first {
		return 0
	}
	return p.sums[end].at - p.sums[first].at + p.cells[first].join
}

// inked is natural with what of the last cell's ink stands out of it.
func (p *paragraph) inked(first, end int) length {
	if end <= first {
		return 0
	}
	return p.natural(first, end) + p.cells[end-1].over
}

// trimmed is inked for cells at whose end a line ends.
func (p *paragraph) trimmed(first, end int) length {
	if end <= first {
		return 0
	}
	return p.inked(first, end) - p.cells[end-1].trim
}

// gaps returns how many gaps there are between cells to fill a line.
func (p *paragraph) gaps(first, end int) gaps {
	if end <= first {
		return gaps{}
	}
	return p.sums[end].gap.minus(p.sums[first+1].gap)
}

// give returns how much can be taken between cells to save a line.
func (p *paragraph) give(first, end int) length {
	if end <= first {
		return 0
	}
	return p.sums[end].give - p.sums[first+1].give
}
