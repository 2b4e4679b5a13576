package placed

import (
	"cmp"
	"slices"
)

// half is a sheet, or one side of a sheet on which two pages stand side by side.
type half struct {
	Sheet
	number int // of the sheet, counted from 1
	side   int // 0 for a whole sheet, 1 for a left side, 2 for a right one
}

// gutter is how wide the empty band between two pages is at least, in points.
const gutter = 18.0

// halvesOf cuts sheets with two pages side by side. They are read one after the other; two reports that run beside each other through
// all sheets, each with a title of its own, are read one after the other as a whole.
func halvesOf(sheets []Sheet) []half {
	var left, right, all []half
	at := make([]float64, len(sheets))
	cut := map[[2]float64]bool{} // the sizes of sheets of which one is cut for certain
	for i, s := range sheets {
		at[i] = s.gutter()
		if at[i] > 0 && s.isPair(at[i]) {
			cut[[2]float64{s.Width, s.Height}] = true
		}
	}
	for i, s := range sheets {
		if at[i] == 0 || !cut[[2]float64{s.Width, s.Height}] {
			left, all = append(left, half{s, i + 1, 0}), append(all, half{s, i + 1, 0})
			continue
		}
		l, r := s.cut(at[i])
		left, right, all = append(left, half{l, i + 1, 1}), append(right, half{r, i + 1, 2}), append(all, half{l, i + 1, 1}, half{r, i + 1, 2})
	}
	if len(right) > 0 && hasTitle(left[0].Sheet) && hasTitle(right[0].Sheet) {
		return append(left, right...)
	}
	return all
}

// inner tells what does not stand in the margins, where a page number may stand between the pages.
func (s Sheet) inner(y float64) bool { return y > margin*s.Height && y < (1-margin)*s.Height }

// gutter is the middle of the widest empty band near the middle of a sheet, 0 for none.
func (s Sheet) gutter() float64 {
	low, high := 0.35*s.Width, 0.65*s.Width
	var taken [][2]float64
	for _, g := range s.Glyphs {
		if g.X1 > low && g.X0 < high && s.inner(g.height()) {
			taken = append(taken, [2]float64{g.X0, g.X1})
		}
	}
	for _, r := range s.Rules {
		if r.X1 > low && r.X0 < high && s.inner((r.Y0+r.Y1)/2) {
			taken = append(taken, [2]float64{r.X0, r.X1})
		}
	}
	taken = append(taken, [2]float64{high, high})
	slices.SortFunc(taken, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	at, wide := 0.0, gutter
	for _, t := range taken {
		if t[0]-low > wide {
			at, wide = (t[0]+low)/2, t[0]-low
		}
		low = max(low, t[1])
	}
	return at
}

// isPair tells whether both sides of a place are pages of running text: several long lines each, that begin and end alike. The columns
// of a table without rules are not.
func (s Sheet) isPair(at float64) bool {
	l, r := s.cut(at)
	for _, side := range []Sheet{l, r} {
		lines := linesOf(side.Glyphs)
		widest, long := 0.0, 0
		for _, l := range lines {
			widest = max(widest, l.x1-l.x0)
		}
		for _, l := range lines {
			if len(l.glyphs) >= 15 && l.x1-l.x0 > 0.85*widest && len(l.split()) == 1 {
				long++
			}
		}
		if long < 4 {
			return false
		}
	}
	return true
}

// cut cuts a sheet at a place. Both sides keep their measures.
func (s Sheet) cut(at float64) (left, right Sheet) {
	left, right = Sheet{Width: s.Width, Height: s.Height}, Sheet{Width: s.Width, Height: s.Height}
	var outer []Glyph
	side := func(middle float64) *Sheet {
		if middle < at {
			return &left
		}
		return &right
	}
	for _, g := range s.Glyphs {
		if !s.inner(g.height()) {
			outer = append(outer, g)
			continue
		}
		h := side(g.middle())
		h.Glyphs = append(h.Glyphs, g)
	}
	for _, l := range linesOf(outer) { // a page number between the pages is not cut
		for _, p := range l.split() {
			h := side((p.x0 + p.x1) / 2)
			h.Glyphs = append(h.Glyphs, p.glyphs...)
		}
	}
	for _, r := range s.Rules {
		h := side((r.X0 + r.X1) / 2)
		h.Rules = append(h.Rules, r)
	}
	return left, right
}

// hasTitle tells a page at whose top a line stands that is larger than most.
func hasTitle(s Sheet) bool {
	lines := linesOf(s.Glyphs)
	body := sizeOf(lines)
	return slices.ContainsFunc(lines, func(l line) bool { return l.y0 < 0.4*s.Height && l.size > 1.25*body && len(l.glyphs) > 3 })
}
