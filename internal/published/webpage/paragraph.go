package webpage

import (
	"strings"
	"unicode"

	"nianbao/internal/chinese"
)

// paragraph gathers the text of one, its white space as browsers show it.
type paragraph struct {
	text     strings.Builder
	isBold   bool            // what is added
	bold     []chinese.Range // of the text
	last     rune            // that was written, 0 at the start of a line
	blank    bool            // a blank is due before the next character
	ended    bool            // the blank is a line's end in the source
	begun    bool            // there is something, were it only a line break
	lead     string
	linked   int // characters in links
	links    int // that it has, or pieces of them
	link     int // the element of the last link's character
	runes    int // characters that are not blank
	from, to int // the innermost elements of the first and the last character
}

// How white space is shown.
type white int

const (
	collapsed white = iota
	preserved
	lines // only line breaks are kept
)

// add appends text of the element with a number.
func (p *paragraph) add(text string, w white, linked bool, element int) {
	for _, r := range text {
		isBlank := r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f'
		switch {
		case r == 0 || r == '\r':
		case isBlank && w == lines && r == '\n', isBlank && w == preserved:
			p.begin(element)
			p.write(r)
			p.blank, p.ended = false, false
		case isBlank:
			p.blank, p.ended = true, p.ended || r == '\n'
		default:
			p.begin(element)
			p.due(r)
			p.write(r)
			p.weigh(r, linked, element)
		}
	}
}

// weigh counts a character.
func (p *paragraph) weigh(r rune, linked bool, element int) {
	if unicode.IsSpace(r) {
		return
	}
	p.runes++
	if !linked {
		return
	}
	p.linked++
	if p.link != element {
		p.links++
		p.link = element
	}
}

// begin notes where a character stands, and writes what leads the paragraph.
func (p *paragraph) begin(element int) {
	if !p.begun {
		p.from = element
	}
	p.begun, p.to = true, element
	if p.lead != "" {
		p.text.WriteString(p.lead)
		p.lead = ""
	}
}

// due writes the blank that stands before a character. A line's end in the source is none between Chinese characters.
func (p *paragraph) due(next rune) {
	if p.blank && p.last != 0 && p.last != ' ' && !(p.ended && isWide(p.last) && isWide(next)) {
		p.write(' ')
	}
	p.blank, p.ended = false, false
}

func (p *paragraph) write(r rune) {
	start := p.text.Len()
	p.text.WriteRune(r)
	if n := len(p.bold); p.isBold && n > 0 && p.bold[n-1].End == start {
		p.bold[n-1].End = p.text.Len()
	} else if p.isBold {
		p.bold = append(p.bold, chinese.Range{Start: start, End: p.text.Len()})
	}
	p.last = r
	if r == '\n' {
		p.last = 0
	}
}

// breakLine puts a line break.
func (p *paragraph) breakLine(element int) {
	p.begin(element)
	p.blank, p.ended = false, false
	p.write('\n')
}

// isWide tells what takes the room of a Chinese character.
func isWide(r rune) bool {
	return chinese.IsHan(r) || r >= '\u3000' && r <= '\u303f' || r >= '\uff00' && r <= '\uff60'
}
