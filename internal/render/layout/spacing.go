package layout

import "math"

// Spacing, in thousandths of the type size. The standard is GB/T 15834—2011, 5.1, 标点符号的位置.
const (
	half         = 500 // what a mark gives up beside another mark (two take one and a half), at a line's end, and at most to fill a line
	quoteBearing = 60  // white on both sides of a quote or apostrophe in Latin text
	dashOverlap  = 5   // so that there is no seam between two dashes
	condensed    = 700 // horizontal scale of a full-width quote in Latin text
	hair         = 5
	serif        = 30 // may stand out of a line, as that of w and y does
)

// space gives each cell its width and each neighbourhood its spacing.
func (p *paragraph) space() {
	p.sums = resize(p.sums, len(p.cells)+1)
	base := -1 // the last cell that is no combining mark
	last := -1 // the last of those that is not blank
	for i := range p.cells {
		if p.cells[i].class != combining {
			base = i
		}
		p.cells[i].lead, p.cells[i].width = p.seat(i, base)
		p.overhang(i, base)
		if i > 0 {
			p.cells[i-1].meet(&p.cells[i], &p.frame)
		}
		if last >= 0 {
			p.keepOff(last, i)
		}
		if base == i && !p.cells[i].class.blank() {
			last = i
		}
		c, before := &p.cells[i], p.sums[i]
		after := tally{at: before.at + c.width - c.join, give: before.give + c.give, gap: before.gap.plus(c.gap), end: i + 1}
		if c.class.blank() {
			after.end = before.end
		}
		p.sums[i+1] = after
	}
}

// seat returns where in its cell a glyph stands and how wide the cell is. A mark drawn narrower than a Han character
// is set on full width, whichever font it comes from; · takes half of it (5.1.7). base is the cell that a combining mark belongs to.
func (p *paragraph) seat(i, base int) (lead, width length) {
	c := &p.cells[i]
	white, room := 0, c.advance
	if c.scale != 1000 {
		room = room * 1000 / c.scale // the square is not larger, only what stands in it
		white = (room - c.advance) / 2
	}
	switch c.class {
	case newline:
		return 0, 0
	case openingMark:
		room = max(room, 1000)
		white = room - c.advance
	case closingMark:
		room = max(room, 1000)
		c.trim = p.em(c.blankRight(half))
	case ellipsis:
		room = max(room, 1000)
		white = (room - c.advance) / 2
	case interpunct:
		room = half
		white = (half - c.inkLeft - c.inkRight) / 2
	case latinQuote:
		return p.seatQuote(c)
	case dash:
		return p.seatDash(i)
	case combining:
		return p.seatCombining(i, base), 0
	case narrow:
		if c.room > room {
			white, room = (c.room-room)/2, c.room
		}
	}
	return p.em(white), p.em(room) + p.tracking
}

// seatQuote sets a quote or an apostrophe of Latin text as wide as its ink asks for.
func (p *paragraph) seatQuote(c *cell) (lead, width length) {
	if c.advance >= 900 {
		c.stretch = condensed
	}
	return p.em(quoteBearing) - p.stretched(c, c.inkLeft), p.stretched(c, c.inkRight-c.inkLeft) + 2*p.em(quoteBearing) + p.tracking
}

// seatCombining puts a mark that stands above or below the character before it in that one's middle. Those of Chinese and
// Japanese text are drawn for a full-width character before them, and stand where the font has them.
func (p *paragraph) seatCombining(i, base int) (lead length) {
	c := &p.cells[i]
	switch {
	case base < 0:
		return -p.em(c.inkLeft)
	case c.character >= firstWide:
		return 0
	}
	return -(p.cells[base].width-p.tracking)/2 - p.em(c.inkLeft+c.inkRight)/2
}

// overhang notes how far a glyph's ink stands out of its cell, so that none stands out of a line, but for what the eye does not
// see: serifs. Marks that are combined with a cell count to it.
func (p *paragraph) overhang(i, base int) {
	c := &p.cells[i]
	if c.class != narrow && c.class != ideograph && c.class != combining || c.inkRight <= c.inkLeft {
		return
	}
	left, right := c.lead+p.em(c.inkLeft), c.lead+p.em(c.inkRight)
	seen := func(beyond length) length {
		if beyond <= p.em(serif) {
			return 0
		}
		return beyond
	}
	c.over = seen(right - c.width)
	c.hang = seen(-left) // of a mark, too: behind a blank it may begin a line
	if base < 0 || base == i {
		return
	}
	c.over = max(c.over, p.cells[i-1].over)
	p.cells[base].hang = max(p.cells[base].hang, seen(-left-p.cells[base].width))
}

// seatDash draws a dash out over its cell: — is one stroke over one character (5.1.6), —— one over two (5.1.4).
func (p *paragraph) seatDash(i int) (lead, width length) {
	c := &p.cells[i]
	joinsLeft := i > 0 && p.cells[i-1].class == dash
	joinsRight := i+1 < len(p.cells) && p.cells[i+1].class == dash
	part, room := c.advance, 1000 // what of the glyph fills the cell
	switch {
	case joinsLeft && joinsRight:
		part, room = c.inkRight-c.inkLeft, 1000+dashOverlap
	case joinsLeft || joinsRight:
		part, room = part-max(c.inkLeft, part-c.inkRight), 1000+dashOverlap
	}
	if part > 0 {
		c.stretch = 1000 * room / part
	}
	width = p.em(1000) + p.tracking
	switch {
	case joinsLeft && joinsRight:
		lead = (width - p.drawn(c)) / 2
	case joinsLeft:
		lead = width - p.drawn(c)
	}
	return lead, width
}

// blankRight returns how much of the white behind a closing mark's ink can be cut, at most the given.
func (c *cell) blankRight(most int) int {
	return max(0, min(most, max(c.advance, 1000)-c.inkRight))
}

// blankLeft returns how much of the white before an opening mark's ink can be cut, at most the given.
func (c *cell) blankLeft(most int) int {
	return max(0, min(most, max(0, 1000-c.advance)+c.inkLeft))
}

// drawn returns a glyph's advance as it is drawn.
func (f *frame) drawn(c *cell) length { return f.stretched(c, c.advance) }

// stretched turns thousandths of the type size into a length in a cell's glyph.
func (f *frame) stretched(c *cell, thousandths int) length {
	return f.em(thousandths) * length(c.stretch) / 1000
}

// meet gives the space between a cell and the next what the two make of it.
func (c *cell) meet(next *cell, f *frame) {
	switch {
	case c.class == closingMark && (next.class == openingMark || next.class == closingMark):
		next.join = f.em(c.blankRight(half))
	case c.class == openingMark && next.class == openingMark:
		next.join = f.em(next.blankLeft(half))
	case c.class == closingMark:
		next.give = f.em(c.blankRight(half))
	case next.class == openingMark:
		next.give = f.em(next.blankLeft(half))
	case c.class == space:
		next.give = f.em(c.advance / 4)
	}
	// Programs that read the text off the page take a glyph that begins more than half its size before the end of the
	// last one for the beginning of another line.
	room := c.width - c.lead - f.drawn(c) + next.lead + f.em(half-hair)
	if next.class != combining {
		next.join = min(next.join, room)
		next.give = max(0, min(next.give, room-next.join-f.em(closeGap)))
	}
	next.gap = c.gapBefore(next)
	if room-next.join < f.em(closeGap) {
		next.gap.close = 0 // a quote of Latin text behind a Han character stands that far back already
	}
}

// keepOff keeps a cell's ink off that of the last cell with ink before it. Letters of one font reach over each other as it has them;
// those of two fonts are not drawn for each other, nor are letters and Chinese characters and marks, least of all where they are
// set closer than they are drawn.
func (p *paragraph) keepOff(last, i int) {
	a, c := &p.cells[last], &p.cells[i]
	switch {
	case c.class == combining, c.class.blank(), a.class == dash && c.class == dash:
		return
	case last == i-1 && a.font == c.font && a.part == c.part && a.class == c.class && (c.class == narrow || c.class == ideograph && a.han() && c.han()):
		return
	}
	between := p.sums[i].at - p.sums[last+1].at + a.width - a.lead + c.lead // from origin to origin
	free := func(exactly bool) length {
		_, right := a.extent(exactly)
		left, _ := c.extent(exactly)
		return between - p.stretched(a, right) + p.stretched(c, left)
	}
	given := p.give(last, i)
	if closes := p.em(closeGap) * length(c.gap.close); free(false) >= c.join+given+c.give+closes {
		return
	}
	c.gap.close = 0
	most := free(true)
	c.join = min(c.join, most)
	c.give = max(0, min(c.give, most-c.join-given))
	if c.join < -p.em(serif) {
		c.gap = gaps{} // or programs would see a space where the line is filled besides
	}
}

// han tells whether the glyph is that of a Han character, which leaves some white in its square.
func (g *glyph) han() bool { return g.inkRight <= g.inkLeft }

// extent returns where a glyph's ink begins and ends, or for a Han character its square unless it has to be exact.
func (g *glyph) extent(exactly bool) (left, right int) {
	switch {
	case g.inkRight > g.inkLeft:
		return g.inkLeft, g.inkRight
	case exactly:
		left, right = ink(g.font, g.shown)
		scale := float64(g.scale) / 1000
		return int(math.Floor(float64(left) * scale)), int(math.Ceil(float64(right) * scale))
	}
	return 0, g.advance
}

// gapBefore returns a neighbour's part of what is added or taken to fill a line. Between Latin and Han there is no more
// than elsewhere, and none in words, numbers, —— and …….
func (c *cell) gapBefore(next *cell) gaps {
	switch {
	case next.class == combining, next.class == space, next.class == newline:
		return gaps{}
	case c.class == interpunct || next.class == interpunct:
		return gaps{} // a name's parts stay together
	case c.class == space:
		return gaps{spaces: 1}
	case c.class == next.class && (c.class == dash || c.class == ellipsis):
		return gaps{}
	case c.latin() && next.latin():
		return gaps{}
	case next.join > 0:
		return gaps{open: 1}
	}
	return gaps{open: 1, close: 1}
}

// latin tells whether a cell is part of a Latin word or a number.
func (c *cell) latin() bool {
	return c.class == narrow || c.class == latinQuote || c.class == combining
}
