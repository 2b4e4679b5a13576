package layout

import "github.com/go-text/typesetting/segmenter"

// opportunity tells how well a line may end before a cell.
type opportunity uint8

const (
	never   opportunity = iota
	freely              // as Unicode's line breaking (UAX #14) and GB/T 15834—2011 have it
	softly              // inside a long Latin word or an address, behind its punctuation
	poorly              // between a number and its unit, and the like
	torn                // inside a number or word that is longer than a line
	wrongly             // against the rules, where what belongs together is longer than a line
	must                // at a line break in the text
)

// shortWord is the length in characters up to which a Latin word or number with its punctuation is kept whole.
const shortWord = 12

// findOpportunities finds where lines may end.
func (p *paragraph) findOpportunities(s *segmenter.Segmenter) {
	p.segment(s)
	for i := 1; i < len(p.cells); i++ {
		c := &p.cells[i]
		if c.opportunity == must {
			continue
		}
		switch {
		case p.forbidden(i), p.connector(i):
			c.opportunity = never
		case p.besideQuote(i):
			c.opportunity = freely
		}
	}
	p.keepNumbers()
	p.keepDashes()
	p.keepWords()
	p.tear()
}

// segment takes over the opportunities of UAX #14. A cell has the best of those before it and before the unseen
// characters that it follows.
func (p *paragraph) segment(s *segmenter.Segmenter) {
	p.breaks = resize(p.breaks, len(p.text)+1)
	s.Init(p.text)
	for lines := s.LineIterator(); lines.Next(); {
		l := lines.Line()
		end := l.Offset + len(l.Text)
		p.breaks[end] = freely
		if l.IsMandatoryBreak {
			p.breaks[end] = must
		}
	}
	for i := 1; i < len(p.cells); i++ {
		c := &p.cells[i]
		for _, o := range p.breaks[p.cells[i-1].index+1 : c.index+1] {
			c.opportunity = max(c.opportunity, o)
		}
	}
}

// forbidden tells whether a line that ends before a cell would end or the next one start with a wrong character.
// Spaces between the two change nothing.
func (p *paragraph) forbidden(i int) bool {
	c := &p.cells[i]
	if noStart(c.class, c.character) {
		return true
	}
	end := p.visibleEnd(i)
	return end > 0 && noEnd(p.cells[end-1].class, p.cells[end-1].character)
}

// noEnd tells whether a character never ends a line. A hyphen would be lost there: programs that read the text off the page
// take it for a sign that a word was divided, and people do so in an address.
func noEnd(c class, r rune) bool {
	switch r {
	case '-', '‐':
		return true
	case '￥', '¥', '＄', '$', '€', '£', '№', '§', '／', '/', '(', '[', '{':
		return true
	}
	return c == openingMark
}

// noStart tells whether a character never starts a line.
func noStart(c class, r rune) bool {
	switch r {
	case '%', '％', '‰', '℃', '℉', '°', '′', '″', '～', '〜', '~', '–', '－', '／', '/', '々':
		return true
	case ',', '.', ';', ':', '?', '!', ')', ']', '}':
		return true
	}
	return c == closingMark || c == interpunct || c.blank()
}

// connector tells whether the cell is a dash of one em, which joins what stands around it and never starts a line (5.1.6).
func (p *paragraph) connector(i int) bool {
	dashAt := func(i int) bool { return i >= 0 && i < len(p.cells) && p.cells[i].class == dash }
	return dashAt(i) && !dashAt(i-1) && !dashAt(i+1)
}

// besideQuote tells whether the cell is an opening quote of Chinese text or follows a closing one. UAX #14 does not break
// there when a digit or a Latin letter is near, because it cannot know the quote's language.
func (p *paragraph) besideQuote(i int) bool {
	before, c := &p.cells[i-1], &p.cells[i]
	if c.index != before.index+1 || before.class == openingMark || before.character == nbsp || c.character == nbsp || c.class == ellipsis {
		return false
	}
	return c.class == openingMark && c.quote() || before.class == closingMark && before.quote()
}

const nbsp = '\u00A0'
