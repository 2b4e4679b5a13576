package docx

import (
	"slices"
	"strings"

	"fmt"
	"math"
	"strconv"

	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// Styles of templates/docx/word/styles.xml.
const (
	bodyStyle       = "" // the one that pasted text gets, too
	titleStyle      = "Title"
	addresseeStyle  = "Salutation"
	headingStyle    = "Heading" // with its level behind it
	boldStyle       = "Strong"
	signatureStyle  = "Signature"
	dateStyle       = "Date"
	tableTextStyle  = "TableText"
	tableStyle      = "TableGrid"
	draftNotesStyle = "DraftNotes"
)

// tableGap stands above a table, in points, besides the white of the line above.
const tableGap = 3

// tableRoom is how high a table may be to stand on a page below its heading, in points.
const tableRoom = (paper.Lines-1)*paper.WordLine - 2*tableGap

// compose makes the elements of the body, one or a few for each block.
func compose(d *document.Document) []any {
	var elements []any
	add := func(p paragraph, next document.Block) {
		if _, above := next.(document.Table); above {
			p.Properties.Spacing = &spacing{After: twips(tableGap)}
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
		case document.Addressee:
			add(styled(addresseeStyle, plainRun(b.Text)), next)
		case document.Heading:
			add(headingParagraph(b, next), next)
		case document.Paragraph:
			add(textParagraph(b, next), next)
		case document.Table:
			note, ok := next.(document.Paragraph)
			elements = append(elements, newTable(b, ok && note.Note))
		case document.Signature:
			elements = append(elements, signature(b)...)
		default:
			panic(fmt.Sprintf("docx: no way to write a %T", block))
		}
	}
	if !d.IsFinal() && len(d.Notes) > 0 {
		elements = append(elements, draftNotes(d.Notes)...)
	}
	return elements
}

func styled(style string, runs ...run) paragraph {
	p := paragraph{Properties: &paragraphProperties{}, Runs: runs}
	if style != "" {
		p.Properties.Style = &value{style}
	}
	return p
}

// titleParagraph breaks the title by sense: if it does not fit on a line, the unit stands above the rest.
func titleParagraph(t document.Title) paragraph {
	const most = paper.AreaWidth / paper.TitleSize
	if t.Unit == "" || characters(t.Unit+t.Name) <= most {
		return styled(titleStyle, plainRun(t.Unit+t.Name))
	}
	return styled(titleStyle, plainRun(t.Unit+"\n"+t.Name))
}

// headingParagraph sets a heading in the style of its numbering, so that navigation panes show it, on the level of its rank. A
// first-level heading typed inside a section has the face of that style, but never the style: the six sections have that to
// themselves.
func headingParagraph(h document.Heading, next document.Block) paragraph {
	style := headingStyle + strconv.Itoa(h.Level)
	p := styled(style, plainRun(h.Text))
	own := h.Level
	if h.Level == 1 && !h.IsSection() {
		p = styled(bodyStyle, textRun(h.Text, runProperties{Style: &value{style + "Char"}}))
		p.Properties.KeepNext, own = &toggle{}, 0
	}
	if h.Rank != own {
		p.Properties.OutlineLevel = &number{h.Rank - 1}
	}
	if _, ends := next.(document.Signature); h.Bare && !ends {
		p.Properties.KeepNext = &toggle{Val: "0"}
	}
	return p
}

// textParagraph sets a paragraph. A heading that runs in takes the face of its style by the character style linked to it, but no
// outline level: a pane would list the whole paragraph, and the style separator that parts the two (w:specVanish) is known to
// Word alone.
func textParagraph(p document.Paragraph, next document.Block) paragraph {
	out := styled(bodyStyle)
	spacing := spacingOf(p.Lead + p.Text)
	add := func(text, style string) {
		var look runProperties
		if style != "" {
			look.Style = &value{style}
		}
		if spacing != bodySpacing {
			look.Space = &number{spacing}
		}
		out.Runs = append(out.Runs, textRun(text, look))
	}
	if p.Lead != "" {
		add(p.Lead, headingStyle+strconv.Itoa(p.Level)+"Char")
	}
	for _, stretch := range boldOrNot(p.Pieces()) {
		style := ""
		if stretch.Bold {
			style = boldStyle
		}
		add(stretch.Text, style)
	}
	if _, ends := next.(document.Signature); ends {
		out.Properties.KeepNext = &toggle{} // no page for the signature alone
	}
	return out
}

// boldOrNot joins pieces that look alike: word processors tell addresses themselves.
func boldOrNot(pieces []document.Piece) (joined []document.Piece) {
	for len(pieces) > 0 {
		alike := slices.IndexFunc(pieces, func(p document.Piece) bool { return p.Bold != pieces[0].Bold })
		if alike < 0 {
			alike = len(pieces)
		}
		one := pieces[0]
		if alike > 1 {
			var b strings.Builder
			for _, p := range pieces[:alike] {
				b.WriteString(p.Text)
			}
			one.Text = b.String()
		}
		joined, pieces = append(joined, one), pieces[alike:]
	}
	return joined
}

// signature sets the unit, and below it the date, which begins two characters further right (GB/T 9704—2012, 7.3.5.2).
// Both end at least two characters before the type area does.
func signature(s document.Signature) []any {
	const aside = 2.0
	unit, date := characters(s.Unit), characters(s.Date)
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
func fromRight(p paragraph, inset float64) paragraph {
	inset = min(inset, paper.Characters/2)
	p.Properties.Indent = &indent{RightChars: int(inset * 100), Right: int(inset * float64(twips(paper.BodyPitch)))}
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

// twips turns points into twentieths of a point.
func twips(points float64) int { return int(math.Round(20 * points)) }

// points turns twips into points.
func points(twips int) float64 { return float64(twips) / 20 }

// halfPoints is a size of type as word processors count it.
func halfPoints(size float64) int { return int(math.Round(2 * size)) }

// characters is how many characters of the body text takes: Latin letters and digits half of one each.
func characters(s string) float64 { return emsOf(s, 1, 0.5) }
