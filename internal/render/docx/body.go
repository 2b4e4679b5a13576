package docx

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/render/document"
)

// Styles of templates/docx/word/styles.xml.
const (
	bodyStyle       = "BodyText"
	titleStyle      = "Title"
	headingStyle    = "Heading" // with its level behind it
	signatureStyle  = "Signature"
	dateStyle       = "Date"
	tableTextStyle  = "TableText"
	tableStyle      = "TableGrid"
	draftNotesStyle = "DraftNotes"
)

// Measures in twips, a twentieth of a point.
const (
	areaWidth   = 8845 // 156 mm
	lineHeight  = 579
	linesOnPage = 22
	lineEms     = 28
	character   = 316 // the pitch of the body's characters
	tableGap    = 60  // above a table, in addition to what parts lines of text
)

// compose makes the elements of the body, one or a few for each block.
func compose(d *document.Document) []any {
	var elements []any
	add := func(p paragraph, next document.Block) {
		if _, above := next.(document.Table); above {
			p.Properties.Spacing = &spacing{After: tableGap}
		}
		elements = append(elements, p)
	}
	for i, block := range d.Blocks {
		var next document.Block
		if i+1 < len(d.Blocks) {
			next = d.Blocks[i+1]
		}
		switch b := block.(type) {
		case document.Title:
			add(titleParagraph(b), next)
		case document.Heading:
			add(styled(headingStyle+"1", plainRun(b.Text)), next)
		case document.Paragraph:
			add(textParagraph(b, next), next)
		case document.Table:
			elements = append(elements, newTable(b, isNote(next)))
		case document.Signature:
			elements = append(elements, signature(b)...)
		default:
			panic(fmt.Sprintf("docx: no way to write a %T", block))
		}
	}
	if d.Draft && len(d.Notes) > 0 {
		elements = append(elements, draftNotes(d.Notes)...)
	}
	return elements
}

func styled(style string, runs ...run) paragraph {
	return paragraph{Properties: &paragraphProperties{Style: &value{style}}, Runs: runs}
}

// titleParagraph breaks the title by sense: if it does not fit on a line, the unit stands above the rest.
func titleParagraph(t document.Title) paragraph {
	const ems = 20 // of 22 points on a line
	if t.Unit == "" || widthOf(t.Unit+t.Name) <= ems {
		return styled(titleStyle, plainRun(t.Unit+t.Name))
	}
	return styled(titleStyle, plainRun(t.Unit+"\n"+t.Name))
}

// textParagraph sets a heading in a heading style, so that navigation panes show it. One that runs in takes the face of
// that style by the character style linked to it, but no outline level: a pane would list the whole paragraph, and the style
// separator that parts the two (w:specVanish) is known to Word alone. A first-level heading typed inside a section has the
// face, but never the style: the six sections have that to themselves.
func textParagraph(p document.Paragraph, next document.Block) paragraph {
	var out paragraph
	switch level := strconv.Itoa(p.Level); {
	case p.Level == 0:
		out = styled(bodyStyle)
	case p.Level > 1 && isHeading(p, next):
		out = styled(headingStyle+level, plainRun(p.Lead))
	default:
		out = styled(bodyStyle, textRun(p.Lead, runProperties{Style: &value{headingStyle + level + "Char"}}))
	}
	if p.Text != "" {
		out.Runs = append(out.Runs, plainRun(p.Text))
	}
	if _, ends := next.(document.Signature); ends {
		out.Properties.KeepNext = &struct{}{} // no page for the signature alone
	}
	return out
}

// isHeading tells a paragraph that is nothing but the heading of what follows from the sentences of a numbered list.
func isHeading(p document.Paragraph, next document.Block) bool {
	const longest = 2 * lineEms
	if p.Text != "" || widthOf(p.Lead) > longest {
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

// isNote tells the note that belongs to the table above it.
func isNote(b document.Block) bool {
	p, ok := b.(document.Paragraph)
	return ok && strings.HasPrefix(p.Text, "注")
}

// signature sets the unit, and below it the date, which begins two characters further right (GB/T 9704—2012, 7.3.5.2).
// Both end at least two characters before the type area does.
func signature(s document.Signature) []any {
	const aside = 2.0
	unit, date := widthOf(s.Unit), widthOf(s.Date)
	unitRight, dateRight := aside, unit-date
	if dateRight < aside {
		unitRight, dateRight = max(aside, 2*aside+date-unit), aside
	}
	var elements []any
	if s.Unit != "" {
		elements = append(elements, fromRight(styled(signatureStyle, plainRun(s.Unit)), unitRight))
	}
	if s.Date != "" {
		elements = append(elements, fromRight(styled(dateStyle, plainRun(s.Date)), dateRight))
	}
	return elements
}

// fromRight sets a paragraph in from the right by so many characters, but leaves it half a line at least.
func fromRight(p paragraph, characters float64) paragraph {
	characters = min(characters, lineEms/2)
	p.Properties.Indent = &indent{RightChars: int(characters * 100), Right: int(characters * character)}
	return p
}

// draftNotes lists what is still open, on a page of its own.
func draftNotes(notes []document.Note) []any {
	elements := []any{styled(draftNotesStyle, plainRun(fmt.Sprintf("草稿附页：还要处理的问题（共%d项）", len(notes))))}
	for i, n := range notes {
		place := n.Place
		if place != "" {
			place += "："
		}
		elements = append(elements, styled(bodyStyle, plainRun(fmt.Sprintf("%d.【%s】%s%s", i+1, n.Level, place, n.Text))))
	}
	return elements
}

// widthOf is about how wide text is in a Chinese typeface, in em: half a one for Latin letters and digits.
func widthOf(s string) float64 {
	const firstWide = '\u2010' // dashes, quotes and all that is Chinese
	width := 0.0
	for _, r := range s {
		if r >= firstWide {
			width++
		} else {
			width += 0.5
		}
	}
	return width
}
