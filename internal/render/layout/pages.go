package layout

import (
	"strconv"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// Set lays a document out. The runes are the characters that no font has, in order, each once; they are drawn as 〓.
func Set(d *document.Document, f *fonts.Set) (*Pages, []rune) {
	t := typesetterOf(f)
	p := &Pages{Info: info(d)}
	p.add(paginate(t.boxes(d.Blocks)))
	if len(p.Pages) == 0 {
		p.add([][]placed{nil}) // a file without pages is no file
	}
	var behind []document.Block
	if !d.IsFinal() {
		behind = annex(d.Notes)
		p.add(paginate(t.annexBoxes(behind)))
	}
	p.Structure = structure(p.Pages, d.Blocks, behind)
	for i := range p.Pages {
		if d.Mark.Number > 0 {
			l, x, y := t.issue(d.Mark, i+1)
			p.Pages[i].addLine(l, x, y, Ref{Block: -1, Cell: -1, Part: Folio})
		}
		l, x, y := t.folio(i + 1)
		p.Pages[i].addLine(l, x, y, Ref{Block: -1, Cell: -1, Part: Folio})
	}
	if !d.IsFinal() {
		mark := t.mark(d.Mark.Word)
		for i := range p.Pages {
			p.Pages[i].Shapes = append(p.Pages[i].Shapes, mark)
		}
	}
	lacking := t.lacking
	t.release()
	return p, lacking
}

// LetterSubject is the subject of what is about a report and none itself.
const LetterSubject = "公函"

func info(d *document.Document) Info {
	name := "政府信息公开工作年度报告"
	if d.Letter {
		name = LetterSubject
	}
	in := Info{Title: d.Title, Author: d.Unit, Subject: name, Dated: d.Dated}
	for _, word := range []string{d.Unit, d.Year, "政府信息公开", "年度报告"} {
		if word != "" {
			in.Keywords = append(in.Keywords, word)
		}
	}
	return in
}

// add paints filled pages behind those that are there.
func (p *Pages) add(filled [][]placed) {
	for _, boxes := range filled {
		page := Page{Width: paper.Width, Height: paper.Height, Runs: make([]Run, 0, runsOf(boxes))}
		for _, b := range boxes {
			top := paper.FirstLine + float64(b.line)*paper.LineHeight
			if b.bookmark != nil {
				p.bookmark(*b.bookmark, top)
			}
			for _, l := range b.text {
				page.addLine(l.line, paper.AreaLeft+l.x, top+l.y, l.ref)
			}
			if b.table != nil {
				b.table.paint(&page, top, float64(b.lines)*paper.LineHeight)
			}
		}
		p.Pages = append(p.Pages, page)
	}
}

// runsOf is how many runs the texts of boxes have, and the page's number; those of tables come on top.
func runsOf(boxes []placed) int {
	count := 1
	for _, b := range boxes {
		for _, l := range b.text {
			count += len(l.Runs)
		}
	}
	return count
}

// bookmark adds an entry for the page that is being made.
func (p *Pages) bookmark(b Bookmark, y float64) {
	if len(p.Outline) == 0 {
		b.Level = 0 // a tree has to begin at its root
	}
	b.Page, b.Y = len(p.Pages), y
	p.Outline = append(p.Outline, b)
}

// addLine puts a set line at the given left end of its baseline. It is what the reference says; if that is the text of a block,
// its runs know which part of it.
func (p *Page) addLine(l line, x, y float64, ref Ref) {
	for _, run := range l.Runs {
		run.X += x
		run.Y += y
		part, span := run.Ref.Part, run.Ref.Span
		run.Ref = ref
		if ref.Part == Text {
			run.Ref.Part, run.Ref.Span = part, span
		}
		p.Runs = append(p.Runs, run)
	}
}

// folio sets a page number: between dashes, one character in from the outer edge, odd pages on the right.
func (t *typesetter) folio(number int) (l line, x, y float64) {
	const dashHeight = 0.27 // of a dash above the baseline, in em
	l = t.oneLine("— "+strconv.Itoa(number)+" —", fonts.Song, paper.FolioSize)
	x = paper.AreaLeft + paper.FolioSize
	if number%2 == 1 {
		x = paper.AreaRight - paper.FolioSize - l.Width
	}
	return l, x, paper.AreaBottom + paper.FolioDrop + dashHeight*paper.FolioSize
}

// issue sets which paper a review copy is, on the line of the page number and at the other end of it.
func (t *typesetter) issue(m document.Mark, number int) (l line, x, y float64) {
	const size = 10.5 // 五号
	l = t.oneLine(m.Line(), fonts.Song, size)
	x = paper.AreaRight - paper.FolioSize - l.Width
	if number%2 == 1 {
		x = paper.AreaLeft + paper.FolioSize
	}
	_, _, y = t.folio(number)
	return l, x, y
}

// oneLine sets text on one line, however long.
func (t *typesetter) oneLine(text string, face fonts.Face, size float64) line {
	return t.lineOf(text, face, style{Size: size, Pitch: size})
}

func (t *typesetter) lineOf(text string, face fonts.Face, s style) line {
	if l, ok := t.lines[lineSetting{text, face, s}]; ok {
		return l
	}
	text = strings.Clone(text) // of which a report is a part
	measured := s
	measured.Measure = 1e6
	lines := t.breakLines([]span{{Text: text, Face: face}}, measured)
	if len(lines) == 0 {
		return line{}
	}
	if len(t.lacks) == 0 { // what lacks is told of each report
		if len(t.lines) == mostLinesKnown {
			clear(t.lines)
		}
		t.lines[lineSetting{text, face, s}] = lines[0]
	}
	return lines[0]
}
