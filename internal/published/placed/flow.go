package placed

import (
	"math"
	"slices"
	"strings"

	"nianbao/internal/published/page"
)

// flow puts lines into paragraphs and tables into one, column after column.
type flow struct {
	blocks []page.Block
	sides  []sides // by column
	body   float64 // the size of most characters
	pitch  float64 // from one line of a paragraph to the next
	worded bool    // a paragraph that is no title has begun

	paragraph []placedLine
	waiting   []page.Block // furniture inside the paragraph
	table     *table
	begun     int // the sheet on which the table begins
	at        int // the number of the column that is read
}

// sides are where the lines of running text begin and end.
type sides struct{ left, right float64 }

type placedLine struct {
	line
	sheet, column int
	sides
	large bool // larger than running text
}

func newFlow(columns []column) *flow {
	f := &flow{sides: make([]sides, len(columns))}
	running, all := make([][]line, len(columns)), [textRight + 1][]line{}
	for i, c := range columns {
		running[i] = c.running()
		all[c.side] = append(all[c.side], running[i]...)
	}
	f.body = sizeOf(slices.Concat(all[:]...))
	var pitches, inside []float64 // all, and those below full lines, most of which are inside a paragraph
	var usual [len(all)]sides
	for k, lines := range all {
		usual[k] = sidesOf(lines, f.body)
	}
	for i, c := range columns {
		f.sides[i] = usual[c.side]
		if own := sidesOf(running[i], f.body); math.Abs(own.right-own.left-f.sides[i].right+f.sides[i].left) < f.body {
			f.sides[i] = own
		}
		for j := 1; j < len(running[i]); j++ {
			before := running[i][j-1]
			d := running[i][j].y1 - before.y1
			if d <= 0 || d >= 4*f.body {
				continue
			}
			pitches = append(pitches, d)
			if f.sides[i].right-before.x1 < 2*f.body {
				inside = append(inside, d)
			}
		}
	}
	f.pitch = 2 * f.body
	if len(inside) > 0 {
		pitches = inside
	}
	if len(pitches) > 0 {
		slices.Sort(pitches)
		f.pitch = pitches[(len(pitches)-1)/2]
	}
	return f
}

// running are the lines of a column that are not the sheet's.
func (c column) running() []line {
	return slices.DeleteFunc(slices.Clone(c.lines), func(l line) bool { return l.furniture })
}

// sizeOf is the size of most characters.
func sizeOf(lines []line) float64 {
	count := map[float64]int{}
	most := 10.5
	for _, l := range lines {
		size := math.Round(l.size*2) / 2
		count[size] += len(l.glyphs)
		if n := count[size]; n > count[most] || n == count[most] && size < most {
			most = size
		}
	}
	return most
}

// sidesOf are where lines begin at the left, as several of them do, and where the long ones end. Marks may hang out over that end.
func sidesOf(lines []line, body float64) sides {
	var starts, ends, unmarked []float64
	for _, l := range lines {
		if l.x1-l.x0 > 8*body {
			starts, ends = append(starts, l.x0), append(ends, l.x1)
			if !strings.ContainsRune(closing, lastRune(l.glyphs[len(l.glyphs)-1].Text)) {
				unmarked = append(unmarked, l.x1)
			}
		}
	}
	if len(starts) < 2 {
		return sides{}
	}
	if len(unmarked) > 2 {
		ends = unmarked
	}
	slices.Sort(starts)
	slices.Sort(ends)
	left := starts[0]
	for i := 0; i+1 < len(starts); i++ {
		if starts[i+1]-starts[i] < 2 {
			left = starts[i]
			break
		}
	}
	return sides{left, ends[len(ends)*9/10]}
}

// column takes what stands in a column, from top to bottom.
func (f *flow) column(i int, c column) {
	f.at = i
	next := 0
	for _, g := range c.grids {
		for next < len(c.lines) && c.lines[next].y0 < g.ys[0] {
			f.line(c.lines[next], c.sheet)
			next++
		}
		f.grid(g, c.sheet)
	}
	for ; next < len(c.lines); next++ {
		f.line(c.lines[next], c.sheet)
	}
}

func (f *flow) line(text line, sheet int) {
	l := placedLine{text, sheet, f.at, f.sides[f.at], text.size >= 1.15*f.body}
	if text.furniture {
		f.waiting = append(f.waiting, page.Block{Kind: page.Furniture, Text: l.text(), Place: place(sheet)})
		if len(f.paragraph) == 0 && f.table == nil {
			f.release()
		}
		return
	}
	f.endTable()
	if n := len(f.paragraph); n > 0 && f.parts(f.paragraph[n-1], l) {
		f.endParagraph()
	}
	f.paragraph = append(f.paragraph, l)
}

// release lets go of the furniture that waited for the end of a paragraph or table.
func (f *flow) release() {
	f.blocks = append(f.blocks, f.waiting...)
	f.waiting = nil
}

func (f *flow) grid(g grid, sheet int) {
	f.endParagraph()
	if t := f.table; t != nil && t.last < f.at && t.goesOn(g) {
		t.add(g)
		t.last = f.at
		return
	}
	f.endTable()
	f.table, f.begun = &table{grid: g, last: f.at}, sheet
}

func (f *flow) endTable() {
	if f.table == nil {
		return
	}
	if f.table.isBox() {
		f.box(f.table.grid)
		return
	}
	f.blocks = append(f.blocks, page.Block{Table: f.table.page(f.begun), Place: place(f.begun)})
	f.table = nil
	f.release()
}

// box takes the text of a box that no table goes on from as paragraphs.
func (f *flow) box(g grid) {
	f.table = nil
	for _, l := range g.cells[0].lines {
		f.line(l, g.cells[0].sheet)
	}
	f.endParagraph()
}

// parts tells whether a line begins another paragraph than the one before.
func (f *flow) parts(before, l placedLine) bool {
	size := max(before.size, l.size)
	switch {
	case len(l.split()) > 1 || len(before.split()) > 1: // columns, whatever they are
		return true
	case l.isCentred() && before.isCentred() && math.Abs(l.size-before.size) < 0.1*size:
		if l.size < 0.9*f.body { // no title, but lines of their own, as at the foot of a site
			return true
		}
		return l.column != before.column || l.y0-before.y1 > 1.5*size
	case l.isCentred() || before.isCentred() || math.Abs(l.size-before.size) > 0.2*size && !before.runsInto(l):
		return true
	case l.x0-l.left > 1.4*size: // two characters, or set to the right
		return true
	case before.right-before.x1 > l.opening()+0.3*size: // there was room for more
		return true
	case l.column == before.column && l.y1-before.y1 > 1.4*max(f.pitch, size):
		return true
	}
	first := f.paragraph[0]
	indented := first.x0-first.left > 1.4*first.size // so would the next paragraph be
	return !indented && begins(l.text()) && strings.ContainsRune("。；：！？", lastRune(before.text()))
}

// runsInto says whether a line goes on in the size in which the one before ends, as where words of several sizes stand in one paragraph: the size
// of most characters of a line says nothing there.
func (l placedLine) runsInto(next placedLine) bool {
	last, first := l.glyphs[len(l.glyphs)-1].Size, next.glyphs[0].Size
	return math.Abs(last-first) < 0.1*last
}

// isCentred tells a line that stands in the middle and fills it nowhere.
func (l placedLine) isCentred() bool {
	least, off := min(l.x0-l.left, l.right-l.x1), math.Abs(l.x0+l.x1-l.left-l.right)
	return least > 2.5*l.size && off < 2*l.size || l.large && least > 0.4*l.size && off < l.size
}

// closing are the marks that never begin a line.
const closing = "，。、；：！？）》〉」』】〕”’%％,.;:)"

// opening is how wide the beginning of a line is that may not be broken: a word or number, or a character, with the marks behind it.
func (l line) opening() float64 {
	end := 1
	for end < len(l.glyphs) {
		a, b := l.glyphs[end-1], l.glyphs[end]
		word := !isWide(a.Text) && !isWide(b.Text) && b.X0-a.X1 <= wordGap*l.size
		if !word && !strings.ContainsRune(closing, firstRune(b.Text)) &&
			!strings.ContainsRune("（《〈「『【〔“‘(", firstRune(a.Text)) {
			break
		}
		end++
	}
	return l.glyphs[end-1].X1 - l.x0
}

func (f *flow) endParagraph() {
	if len(f.paragraph) == 0 {
		return
	}
	first := f.paragraph[0]
	b := page.Block{Place: place(first.sheet), Text: f.paragraphText()}
	switch {
	case !first.isCentred():
	case !f.worded && first.large:
		b.Kind = page.Title
	case first.large:
		b.Kind = page.Heading
	}
	f.worded = f.worded || b.Kind == page.Plain && len(f.paragraph) > 1 && !first.isCentred()
	f.blocks = append(f.blocks, b)
	f.paragraph = nil
	f.release()
}

// paragraphText joins the lines of the paragraph, with a blank only between Latin words.
func (f *flow) paragraphText() string {
	var b strings.Builder
	last := ' '
	for i, l := range f.paragraph {
		text := l.text()
		if i > 0 && isLatin(last) && isLatin(firstRune(text)) {
			b.WriteByte(' ')
		}
		b.WriteString(text)
		last = lastRune(text)
	}
	return b.String()
}

func isLatin(r rune) bool { return isAlphanumeric(r) && !isDigit(r) }
