package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"nianbao/fonts"
	"nianbao/internal/render/document"
)

// boxes sets the blocks of a document, one after the other.
func (t *typesetter) boxes(blocks []document.Block) []box {
	var boxes []box
	for i, block := range blocks {
		var next document.Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		switch b := block.(type) {
		case document.Title:
			boxes = append(boxes, t.titleBoxes(b)...)
		case document.Heading:
			boxes = append(boxes, t.headingBoxes(b)...)
		case document.Paragraph:
			boxes = append(boxes, t.paragraphBoxes(b, next)...)
		case document.Table:
			boxes = append(boxes, t.statutoryTable(b)...)
			if note, ok := next.(document.Paragraph); ok && strings.HasPrefix(note.Text, "注") {
				boxes[len(boxes)-1].hold = loneClosing
			}
		case document.Signature:
			if len(boxes) > 0 {
				last := &boxes[len(boxes)-1]
				last.hold = max(last.hold, loneClosing)
			}
			boxes = append(boxes, t.signatureBoxes(b)...)
		}
	}
	return boxes
}

var body = style{Size: bodySize, Pitch: bodyPitch, Measure: areaWidth, Indent: 2 * bodyPitch, Justify: true}

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

func (t *typesetter) headingBoxes(h document.Heading) []box {
	boxes := textBoxes(t.breakLines([]span{{h.Text, face(1)}}, body))
	keepTogether(boxes)
	if len(boxes) > 0 {
		boxes[0].bookmark = &Bookmark{Title: h.Text}
	}
	return boxes
}

// keepTogether holds the lines of a heading together and to what follows.
func keepTogether(boxes []box) {
	for i := range boxes {
		boxes[i].hold = loneHeading
	}
}

func (t *typesetter) paragraphBoxes(p document.Paragraph, next document.Block) []box {
	spans := []span{{p.Lead, face(p.Level)}, {p.Text, fonts.Song}}
	boxes := textBoxes(t.breakLines(spans, body))
	if heads(p, len(boxes), next) {
		keepTogether(boxes)
	} else if len(boxes) > 1 {
		boxes[0].hold = loneLine
		boxes[len(boxes)-2].hold = loneLine
	}
	if p.Level == 2 && len(boxes) > 0 {
		boxes[0].bookmark = &Bookmark{Level: 1, Title: bookmarkTitle(p.Lead)}
	}
	return boxes
}

// heads tells whether a paragraph is the heading of what follows: numbered, short, nothing but a heading,
// and not one of a list (followed by another of the same or an outer level).
func heads(p document.Paragraph, lines int, next document.Block) bool {
	const most = 2 // lines
	if p.Level == 0 || p.Text != "" || lines > most {
		return false
	}
	switch n := next.(type) {
	case document.Paragraph:
		return n.Level == 0 || n.Level > p.Level
	case document.Signature, nil:
		return false
	default:
		return true
	}
}

// bookmarkTitle is a heading as the outline shows it: without its full stop, and cut where it is a long sentence.
func bookmarkTitle(lead string) string {
	const longest = 40
	lead = strings.TrimRight(lead, "。：；，、")
	if utf8.RuneCountInString(lead) <= longest {
		return lead
	}
	return string([]rune(lead)[:longest-1]) + "…"
}

// textBoxes puts every line into a box of its own.
func textBoxes(lines []line) []box {
	boxes := make([]box, len(lines))
	for i, l := range lines {
		boxes[i] = box{height: 1, text: []placedLine{{l, 0, baseline(lineHeight, bodySize)}}}
	}
	return boxes
}

func blankLine() box { return box{height: 1, blank: true} }

// titleBoxes sets the title in centred lines, and leaves about one line blank between it and the text.
// Four lines of a title go into one box.
func (t *typesetter) titleBoxes(title document.Title) []box {
	const together = 4
	var boxes []box
	lines := t.titleLines(title)
	for len(lines) > 0 {
		n := min(together, len(lines))
		height := float64(n) * titlePitch / lineHeight
		if n == len(lines) {
			height++
		}
		b := box{height: int(math.Round(height)), hold: loneHeading}
		for i, l := range lines[:n] {
			b.text = append(b.text, placedLine{l, (areaWidth - l.Width) / 2, float64(i)*titlePitch + baseline(titlePitch, titleSize)})
		}
		boxes = append(boxes, b)
		lines = lines[n:]
	}
	return boxes
}

// signatureBoxes sets the unit, and below it the date, which begins two characters further right (GB/T 9704—2012, 7.3.5.2).
// Both end at least two characters before the type area does. A blank line stands above.
func (t *typesetter) signatureBoxes(s document.Signature) []box {
	const indent = 2 * bodyPitch
	set := func(text string) []line {
		return t.breakLines([]span{{text, fonts.Song}}, style{Size: bodySize, Pitch: bodyPitch, Measure: areaWidth - 2*indent})
	}
	unit, date := set(s.Unit), set(s.Date)
	unitLeft := areaWidth - indent - widest(unit)
	dateLeft := unitLeft + indent
	if beyond := dateLeft + widest(date) - (areaWidth - indent); beyond > 0 {
		dateLeft -= beyond
		unitLeft = max(0, unitLeft-beyond)
	}
	boxes := append([]box{blankLine()}, shifted(textBoxes(unit), unitLeft)...)
	boxes = append(boxes, shifted(textBoxes(date), dateLeft)...)
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
