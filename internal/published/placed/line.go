package placed

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Gaps between characters, as shares of their size: what is wider parts them.
const (
	wordGap  = 0.18 // between letters and digits
	mixedGap = 0.6  // between those and Han characters, which word processors set a quarter apart
	hanGap   = 0.8  // between Han characters, which are set apart for looks as well
	tabGap   = 2.2  // between anything: another column
)

// line is characters on one baseline, from left to right.
type line struct {
	glyphs         []Glyph
	x0, y0, x1, y1 float64
	size           float64 // of most of its characters
	furniture      bool    // it belongs to the sheet: a page number, a running head
}

func baselineOf(g Glyph) float64 { return g.Y0 + Baseline*g.Size }

// linesOf puts characters into lines, from top to bottom. A character is on a line if its baseline is nearly that of its first ones;
// marks set above or below a line, and characters that were drawn twice to look bold, are left out.
func linesOf(glyphs []Glyph) []line {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b Glyph) int { return cmp.Compare(baselineOf(a), baselineOf(b)) })
	var lines []line
	for from := 0; from < len(sorted); {
		to, base := from+1, baselineOf(sorted[from])
		for to < len(sorted) && baselineOf(sorted[to])-base <= 0.3*min(sorted[from].Size, sorted[to].Size) {
			to++
		}
		lines = append(lines, lineOf(sorted[from:to]))
		from = to
	}
	return dropRaised(lines)
}

// lineOf is a line of characters in any order.
func lineOf(glyphs []Glyph) line {
	glyphs = slices.Clone(glyphs)
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(a.X0, b.X0) })
	glyphs = slices.CompactFunc(glyphs, func(a, b Glyph) bool {
		return a.Text == b.Text && math.Abs(a.X0-b.X0) < 0.3*(a.X1-a.X0)
	})
	l := line{glyphs: glyphs, x0: glyphs[0].X0, y0: glyphs[0].Y0, x1: glyphs[0].X1, y1: glyphs[0].Y1}
	sizes := make([]float64, len(glyphs))
	for i, g := range glyphs {
		l.y0, l.x1, l.y1 = min(l.y0, g.Y0), max(l.x1, g.X1), max(l.y1, g.Y1)
		sizes[i] = g.Size
	}
	slices.Sort(sizes)
	l.size = sizes[len(sizes)/2]
	return l
}

// dropRaised leaves out lines of small characters that stand beside larger ones of a line close below or above: the numbers of notes.
func dropRaised(lines []line) []line {
	beside := func(small, large line) bool {
		return small.isMark() && small.size < 0.75*large.size && small.y0 < large.y1 && small.y1 > large.y0 &&
			small.x0 < large.x1+large.size/2 && small.x1 > large.x0 && small.x1-small.x0 < 2*large.size
	}
	var kept []line
	for i, l := range lines {
		if i > 0 && beside(l, lines[i-1]) || i+1 < len(lines) && beside(l, lines[i+1]) {
			continue
		}
		kept = append(kept, l)
	}
	return kept
}

// isMark tells a line of what the mark of a note is made of.
func (l line) isMark() bool {
	for _, g := range l.glyphs {
		if r := firstRune(g.Text); !unicode.IsNumber(r) && !strings.ContainsRune("*[]()（）〔〕", r) {
			return false
		}
	}
	return true
}

// split cuts a line where a gap is so wide that another column begins.
func (l line) split() []line {
	if l.isEven() {
		return []line{l}
	}
	var parts []line
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i == len(l.glyphs) || l.glyphs[i].X0-l.glyphs[i-1].X1 >= tabGap*l.size {
			parts = append(parts, lineOf(l.glyphs[from:i]))
			from = i
		}
	}
	return parts
}

// isEven tells a line of Han characters that are all set apart by the same width, as those of a title or a label may be.
func (l line) isEven() bool {
	if len(l.glyphs) < 3 {
		return false
	}
	least, most := l.glyphs[1].X0-l.glyphs[0].X1, 0.0
	for i, g := range l.glyphs {
		if !isWide(g.Text) {
			return false
		}
		if i > 0 {
			gap := g.X0 - l.glyphs[i-1].X1
			least, most = min(least, gap), max(most, gap)
		}
	}
	return least > 0.2*l.size && most-least < 0.3*l.size
}

// text is what a line of running text says, with blanks for gaps and tabs for wide ones.
func (l line) text() string {
	even := l.isEven()
	return l.join(func(gap float64, wide bool) string {
		switch {
		case even:
			return ""
		case gap >= tabGap*l.size:
			return "\t"
		case wide && gap >= hanGap*l.size:
			return " "
		}
		return ""
	})
}

// label is what a line of a cell says: there Han characters stand apart for looks only.
func (l line) label() string { return l.join(func(float64, bool) string { return "" }) }

// join puts the characters of a line together. Blanks between letters and digits come from their gaps alone; those of the others are
// what apart says, which knows whether both sides are Han characters.
func (l line) join(apart func(gap float64, wide bool) string) string {
	var b strings.Builder
	for i, g := range l.glyphs {
		if i > 0 {
			before := l.glyphs[i-1]
			gap := g.X0 - before.X1
			between := apart(gap, isWide(before.Text) && isWide(g.Text))
			switch narrow, size := !isWide(before.Text) || !isWide(g.Text), max(before.Size, g.Size); {
			case between != "" || !narrow:
			case !isWide(before.Text) && !isWide(g.Text) && gap > wordGap*size, gap > mixedGap*size:
				between = " "
			}
			b.WriteString(between)
		}
		b.WriteString(g.Text)
	}
	return b.String()
}

// isWide tells characters as wide as they are high: Han and full-width marks.
func isWide(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r >= 0x2e80 || unicode.Is(unicode.Han, r) || strings.ContainsRune("—…“”‘’·×①②③④⑤⑥⑦⑧⑨⑩", r)
}

// isDigit tells the digits, narrow or wide.
func isDigit(r rune) bool { return unicode.IsDigit(r) }

func firstRune(text string) rune { r, _ := utf8.DecodeRuneInString(text); return r }
func lastRune(text string) rune  { r, _ := utf8.DecodeLastRuneInString(text); return r }
