package placed

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// cellText is what a cell of a width says: its lines joined without blanks, as labels are broken anywhere. Two numbers stay apart, but
// one number that is broken because it is wider than its cell is one.
func cellText(lines []line, width float64) string {
	if columns := upright(lines); columns != nil {
		lines = columns
	}
	var b strings.Builder
	last := ' '
	for i, l := range lines {
		text := l.label()
		first := firstRune(text)
		switch {
		case i == 0 || !isAlphanumeric(last) || !isAlphanumeric(first):
		case isDigit(last) && isDigit(first) && isFull(lines[i-1], width):
		case isDigit(last) || isDigit(first):
			b.WriteString("\n")
		default:
			b.WriteString(" ")
		}
		b.WriteString(text)
		last = lastRune(text)
	}
	return b.String()
}

// runningText is what lines say that are running text: its paragraphs, each on a line.
func runningText(lines []line) string {
	f := newFlow([]column{{lines: lines}})
	for _, l := range lines {
		f.line(l, 0)
	}
	f.endParagraph()
	var texts []string
	for _, b := range f.blocks {
		texts = append(texts, b.Text)
	}
	return strings.Join(texts, "\n")
}

func isAlphanumeric(r rune) bool { return r < 0x2e80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// isFull tells a line after which a cell of a width has no room for another character, so that the next line may go on with it. A character takes
// as much as those of the line are apart, which is more than what is drawn of it.
func isFull(l line, width float64) bool {
	const padding = 5.7 // what word processors leave on each side of a cell, in points, and a little more
	last := l.glyphs[len(l.glyphs)-1]
	another := last.X1 - last.X0
	if n := len(l.glyphs); n > 1 && isWide(last.Text) {
		another = max(another, (last.X0-l.glyphs[0].X0)/float64(n-1))
	}
	return l.x1-l.x0+another+2*padding > width
}

// upright reads a label that is written from top to bottom in several columns, from the right, as lines; nil if it is none: its
// characters stand closer to the ones below than to the ones beside.
func upright(lines []line) []line {
	if len(lines) < 3 {
		return nil
	}
	var glyphs []Glyph
	beside, below := 1e9, 0.0 // the least gap beside, the largest below
	for i, l := range lines {
		for j, g := range l.glyphs {
			if !isWide(g.Text) {
				return nil
			}
			if j > 0 {
				beside = min(beside, (g.X0-l.glyphs[j-1].X1)/g.Size)
			}
		}
		if i > 0 {
			below = max(below, (l.y0-lines[i-1].y1)/l.size)
		}
		glyphs = append(glyphs, l.glyphs...)
	}
	if len(glyphs) == len(lines) || beside > 100 || beside < below+0.3 {
		return nil
	}
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(b.X0, a.X0) })
	var columns []line
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && glyphs[from].X0-glyphs[to].X0 < glyphs[from].Size/2 {
			to++
		}
		column := slices.Clone(glyphs[from:to])
		slices.SortStableFunc(column, func(a, b Glyph) int { return cmp.Compare(a.Y0, b.Y0) })
		columns = append(columns, line{glyphs: column, size: column[0].Size})
		from = to
	}
	if len(columns) > len(lines) {
		return nil
	}
	return columns
}
