package layout

import (
	"fmt"
	"math"

	"nianbao/fonts"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// boxes sets the blocks of a document, one after the other.
func (t *typesetter) boxes(blocks []document.Block) []box {
	var boxes []box
	for i, block := range blocks {
		if _, ends := block.(document.Signature); ends && len(boxes) > 0 {
			last := &boxes[len(boxes)-1]
			last.hold = max(last.hold, loneClosing)
		}
		set := t.blockBoxes(block)
		if i > 0 && len(boxes) > 0 && leadsTo(blocks[i-1], set) {
			boxes[len(boxes)-1].hold = loneClosing
		}
		if i+1 < len(blocks) && isNote(blocks[i+1]) && len(set) > 0 && set[len(set)-1].table != nil {
			set[len(set)-1].hold = loneClosing
		}
		boxes = append(boxes, referred(set, false, i)...)
	}
	return boxes
}

// leadsTo says whether a paragraph leads to the table below it, which leaves room for it on its page.
func leadsTo(above document.Block, below []box) bool {
	_, isParagraph := above.(document.Paragraph)
	return isParagraph && len(below) > 0 && below[0].table != nil && below[0].table.least() <= paper.Lines/2
}

func isNote(b document.Block) bool {
	p, ok := b.(document.Paragraph)
	return ok && p.Note
}

func (t *typesetter) blockBoxes(block document.Block) []box {
	switch b := block.(type) {
	case document.Title:
		return t.titleBoxes(b)
	case document.Addressee:
		return t.addresseeBoxes(b)
	case document.Heading:
		return t.headingBoxes(b)
	case document.Paragraph:
		return t.paragraphBoxes(b)
	case document.Table:
		return t.statutoryTable(b)
	case document.Signature:
		return t.signatureBoxes(b)
	default:
		panic(fmt.Sprintf("layout: no way to set a %T", b))
	}
}

// referred notes which block some boxes belong to.
func referred(boxes []box, annex bool, block int) []box {
	for _, b := range boxes {
		for i := range b.text {
			b.text[i].ref.Annex, b.text[i].ref.Block = annex, block
		}
		if b.table != nil {
			b.table.ref = Ref{Annex: annex, Block: block}
		}
	}
	return boxes
}

var body = style{Size: paper.BodySize, Pitch: paper.BodyPitch, Measure: paper.AreaWidth, Indent: paper.Indent, Justify: true}

// face is that of a heading of some level.
func face(level int) fonts.Face {
	switch level {
	case 1:
		return fonts.Hei
	case 2:
		return fonts.Kai
	default:
		return fonts.Song
	}
}

// headingBoxes keeps the lines of a heading together, and with what stands below it.
func (t *typesetter) headingBoxes(h document.Heading) []box {
	boxes := textBoxes(t.breakLines([]span{{Text: h.Text, Face: face(h.Level)}}, body), Ref{Cell: -1})
	for i := range boxes {
		if !h.Bare || i+1 < len(boxes) {
			boxes[i].hold = loneHeading
		}
	}
	addBookmark(boxes, h.Entry())
	return boxes
}

// addresseeBoxes sets whom a letter is for from the left edge on (GB/T 9704—2012, 7.3.2).
func (t *typesetter) addresseeBoxes(a document.Addressee) []box {
	flush := body
	flush.Indent = 0
	return bodyBoxes(t.breakLines([]span{{Text: a.Text, Face: fonts.Song}}, flush), Ref{Cell: -1})
}

func (t *typesetter) paragraphBoxes(p document.Paragraph) []box {
	var spans []span
	entry, headed := p.Entry()
	if headed {
		spans = append(spans, span{Text: p.Lead, Face: face(p.Level), Part: Lead})
	}
	pieces := p.Pieces()
	for i, number := range spansOf(pieces) {
		look := fonts.Song
		if pieces[i].Bold {
			look = fonts.Hei
		}
		spans = append(spans, span{Text: pieces[i].Text, Face: look, Span: number})
	}
	boxes := bodyBoxes(t.breakLines(spans, body), Ref{Cell: -1})
	if headed {
		addBookmark(boxes, entry)
	}
	return boxes
}

// spansOf is which span (see Ref) of a paragraph's text each of its pieces belongs to.
func spansOf(pieces []document.Piece) []int {
	numbers := make([]int, len(pieces))
	for i := 1; i < len(pieces); i++ {
		numbers[i] = numbers[i-1]
		if pieces[i].Link != pieces[i-1].Link {
			numbers[i]++
		}
	}
	return numbers
}

func addBookmark(boxes []box, e document.Entry) {
	if len(boxes) > 0 {
		boxes[0].bookmark = &Bookmark{Level: e.Rank - 1, Title: e.Title}
	}
}

// bodyBoxes puts every line of a paragraph into a box of its own, of which neither the first nor the last is left alone.
func bodyBoxes(lines []line, ref Ref) []box {
	boxes := textBoxes(lines, ref)
	if len(boxes) > 1 {
		boxes[0].hold = loneLine
		boxes[len(boxes)-2].hold = loneLine
	}
	return boxes
}

// textBoxes puts every line into a box of its own.
func textBoxes(lines []line, ref Ref) []box {
	boxes := make([]box, len(lines))
	for i, l := range lines {
		boxes[i] = box{height: 1, text: []placedLine{{l, 0, baseline(paper.LineHeight, paper.BodySize), ref}}}
	}
	return boxes
}

func blankLine() box { return box{height: 1, blank: true} }

// titleBoxes sets the title in centred lines, and leaves one line blank between it and the text. Four lines of a title go into one box.
func (t *typesetter) titleBoxes(title document.Title) []box {
	const together = 4
	var boxes []box
	lines := t.titleLines(title)
	for len(lines) > 0 {
		n := min(together, len(lines))
		b := box{height: int(math.Ceil(float64(n)*paper.TitlePitch/paper.LineHeight - 1e-9)), hold: loneHeading}
		top := float64(b.height)*paper.LineHeight - float64(n)*paper.TitlePitch // what is over stands above
		if n == len(lines) {
			b.height++
		}
		for i, l := range lines[:n] {
			b.text = append(b.text, placedLine{l, (paper.AreaWidth - l.Width) / 2, top + float64(i)*paper.TitlePitch + baseline(paper.TitlePitch, paper.TitleSize), Ref{Cell: -1}})
		}
		boxes = append(boxes, b)
		lines = lines[n:]
	}
	return boxes
}

// signatureBoxes sets the unit, and below it the date, which begins two characters further right (GB/T 9704—2012, 7.3.5.2).
// Both end at least two characters before the type area does. A blank line stands above. A unit too long for a line is broken by sense.
func (t *typesetter) signatureBoxes(s document.Signature) []box {
	const indent = paper.Indent
	set := func(text string) []line {
		return t.linesBySense(text, setting{fonts.Song, style{Size: paper.BodySize, Pitch: paper.BodyPitch, Measure: paper.AreaWidth - 2*indent}})
	}
	unit, date := set(s.Unit), set(s.Date)
	unitLeft := paper.AreaWidth - indent - widest(unit)
	dateLeft := unitLeft + indent
	if beyond := dateLeft + widest(date) - (paper.AreaWidth - indent); beyond > 0 {
		dateLeft -= beyond
		unitLeft = max(0, unitLeft-beyond)
	}
	boxes := append([]box{blankLine()}, shifted(textBoxes(unit, Ref{Cell: -1}), unitLeft)...)
	boxes = append(boxes, shifted(textBoxes(date, Ref{Cell: -1, Part: Date}), dateLeft)...)
	for i := range boxes[:len(boxes)-1] {
		boxes[i].hold = loneClosing
	}
	return boxes
}

func widest(lines []line) float64 {
	width := 0.0
	for _, l := range lines {
		width = max(width, l.Width)
	}
	return width
}

func shifted(boxes []box, x float64) []box {
	for _, b := range boxes {
		for i := range b.text {
			b.text[i].x += x
		}
	}
	return boxes
}

// ascent is how much of a Chinese character's square stands above the baseline; the square is what is centred in lines and cells.
const ascent = 0.88

// baseline is how far below the top of a slot of some height the baseline of type centred in it lies.
func baseline(height, size float64) float64 { return (height-size)/2 + ascent*size }
