package placed

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// margin is which share of a sheet, at its top and at its bottom, may hold page numbers and running heads.
const margin = 0.13

// edge is a line at the edge of a sheet: the first or second from the top or the bottom, in the margin.
type edge struct {
	top    bool
	fromIt float64 // how far from the top or bottom
	text   string  // its digits put aside
	number bool    // it is a page number by its looks
	apart  bool    // it is set off from the text
}

// markFurniture marks the lines that belong to the sheets: page numbers, and what stands in the margins of several sheets at the same
// height, set off from the text. What these say is given back, each once.
func markFurniture(columns []column) (running []string) {
	seen := map[edge]int{}
	key := func(e edge) edge { e.fromIt = math.Round(e.fromIt / 4); return e }
	all := make([]map[int]edge, len(columns))
	for i, c := range columns {
		all[i] = c.edges()
		for _, e := range all[i] {
			seen[key(e)]++
		}
	}
	for i, c := range columns {
		for j, e := range all[i] {
			repeats := 0
			for _, d := range []float64{-4, 0, 4} {
				near := e
				near.fromIt += d
				repeats += seen[key(near)]
			}
			c.lines[j].furniture = e.number || e.apart && repeats > 1
		}
	}
	told := map[string]bool{}
	for i, c := range columns {
		for j, l := range c.lines {
			if e, isEdge := all[i][j]; isEdge && l.furniture && !e.number && !told[e.text] {
				told[e.text] = true
				running = append(running, l.text())
			}
		}
	}
	return running
}

// printedAt is the head that browsers print, close above the text, its digits put aside: 11/29/26, 11:45 PM, with a blank of its own before
// the letters.
var printedAt = pattern.New(`^#[/.-]#[/.-]#,?[\s\p{Z}]+#:#(?::#)?(?:[\s\p{Z}]*[AP]M)?(?:[\s\p{Z}]|$)`)

// edges are the lines at the top and bottom of a column that stand in its margins, by their number.
func (c column) edges() map[int]edge {
	found := map[int]edge{}
	last := len(c.lines) - 1
	for j, l := range c.lines {
		switch {
		case l.y0/c.height < margin && j < 2 && !c.tableAbove(l):
			e := edgeOf(l, true, l.y0)
			e.apart = j == last || c.lines[j+1].y0-l.y1 > l.size || j == 0 && last > 1 && c.lines[2].y0-c.lines[1].y1 > l.size || printedAt.MatchString(e.text)
			e.number = e.number && !(e.text == "#" && j < last && isClose(l, c.lines[j+1]))
			found[j] = e
		case (c.height-l.y1)/c.height < margin && j > last-2 && !c.tableBelow(l):
			e := edgeOf(l, false, c.height-l.y1)
			e.apart = j == 0 || l.y0-c.lines[j-1].y1 > l.size || j == last && last > 1 && c.lines[j-1].y0-c.lines[j-2].y1 > l.size
			e.number = e.number && !(e.text == "#" && j > 0 && isClose(c.lines[j-1], l))
			found[j] = e
		}
	}
	return found
}

// isClose tells lines as close to each other as those of a cell: a number in one of them may be a part of a figure that is wider than its cell.
func isClose(above, l line) bool { return l.y0-above.y1 < 0.5*l.size }

func edgeOf(l line, top bool, fromIt float64) edge {
	text := l.text()
	var b strings.Builder
	for _, r := range text {
		switch {
		case !isDigit(r):
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "#"):
			b.WriteByte('#')
		}
	}
	return edge{top: top, fromIt: fromIt, text: b.String(), number: isPageNumber(text) && !l.isFigures()}
}

// isFigures tells a line of numbers far from each other: a row of a table, whose label stands above and below.
func (l line) isFigures() bool {
	parts := l.split()
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(p line) bool { return !isFigure(p.label()) })
}

// isPageNumber tells — 1 —, -4-, 第3页, 3/5, Page 9, P. 9 and a number alone.
func isPageNumber(text string) bool {
	text = strings.ToLower(chinese.Unspaced(text))
	for _, word := range []string{"page", "第", "页", "共", "p.", "of", "/"} {
		text = strings.ReplaceAll(text, word, " ")
	}
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune(" -—–－·.|_―─－", r):
			return false
		}
	}
	return digits > 0 && digits <= 6
}

func (c column) tableAbove(l line) bool {
	for _, g := range c.grids {
		if g.ys[0] < l.y0 {
			return true
		}
	}
	return false
}

func (c column) tableBelow(l line) bool {
	for _, g := range c.grids {
		if g.ys[len(g.ys)-1] > l.y1 {
			return true
		}
	}
	return false
}
