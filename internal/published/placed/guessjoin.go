package placed

import "slices"

// Where rules lie between all rows of a table, what stands between two of them is one row. Numbers that are wider than their cells, and go on in
// a second line, are put together there.

// leastTorn is how many digits fit at least into a cell in which a number is broken.
const leastTorn = 3

// join puts broken numbers together. It changes nothing unless all are beyond doubt, and then no figure is left over.
func (g *guess) join() {
	if len(g.lying) < 3 || g.beyond || len(g.rows) > mostRows {
		return
	}
	j := joining{guess: g, left: g.rows[0].figures[0].x0}
	for _, r := range g.rows {
		j.left = min(j.left, r.figures[0].x0)
		j.right = max(j.right, r.figures[len(r.figures)-1].x1)
	}
	if rows, torn, ok := j.bands(); ok && torn {
		j.apply(rows)
	} else if torn {
		g.torn = true
	}
}

// number is which line one was before some were left out.
func (g *guess) number(line int) int {
	if g.numbers == nil {
		return line
	}
	return g.numbers[line]
}

type joining struct {
	*guess
	left, right float64 // of the figures
}

// tornRow is what stands between two rules: its lines with figures, and the figures, those put together that are one.
type tornRow struct {
	lines   []int
	at      int  // the line beside which its figures stand
	torn    bool // some may be parts of broken numbers
	figures []line
}

// band is how many of the rules that run over all figures lie above a height; false if others lie there.
func (j *joining) band(y float64) (rules int) {
	for _, s := range j.lying {
		if s.at < y && s.from <= j.left && s.to >= j.right-1 {
			rules++
		}
	}
	return rules
}

// bands are the rows, one between each two rules; torn tells that there are numbers to be put together, and ok that they can be.
func (j *joining) bands() (rows []tornRow, torn, ok bool) {
	whole, failed := 0, 0
	for i := 0; i < len(j.lines); {
		to, band := i, j.band(j.lines[i].height())
		r := tornRow{at: -1}
		for ; to < len(j.lines) && j.band(j.lines[to].height()) == band; to++ {
			if _, figures := j.figuresOf(j.lines[to]); len(figures) > 0 {
				r.lines = append(r.lines, to)
			}
		}
		i = to
		switch {
		case len(r.lines) == 0:
			continue
		case len(r.lines) == 1:
			whole++
			r.at = r.lines[0]
			if !slices.ContainsFunc(j.rows, func(f figureRow) bool { return f.line == r.at }) {
				failed++
			}
			_, r.figures = j.figuresOf(j.lines[r.at])
		case !j.mend(&r):
			torn = torn || r.torn
			failed++
		default:
			torn = true
		}
		rows = append(rows, r)
	}
	return rows, torn && whole > max(2, failed), whole > 2 && failed == 0
}

// figuresOf are the figures of a line, though there may be but one, and what is left of them.
func (j *joining) figuresOf(l line) (labels, figures []line) {
	for _, p := range l.pieces() {
		if p.x0 > j.left-1 && isFigure(p.label()) {
			figures = append(figures, p.numbers()...)
		} else {
			labels = append(labels, p)
		}
	}
	if len(labels) > 0 && labels[len(labels)-1].x1 > j.left { // a head
		return labels, nil
	}
	return labels, figures
}

// mend puts the broken numbers of a row together. All figures of it stand as high as the first line of a broken one, as its second one, or between
// both; false if they do not, or if anything is not as it is where a number fills its cell.
func (j *joining) mend(r *tornRow) bool {
	var pieces []line
	begun := 0
	for _, i := range r.lines {
		_, figures := j.figuresOf(j.lines[i])
		pieces = append(pieces, figures...)
	}
	for i := r.lines[0]; i <= r.lines[len(r.lines)-1]; i++ {
		labels := slices.DeleteFunc(j.lines[i].pieces(), func(p line) bool { return p.x1 > j.left })
		if n := len(labels); n > 0 && begins(labels[n-1].label()) {
			begun++
		}
	}
	var single []line
	var pair []line
	stacks := stacked(pieces)
	r.torn = begun < 2 && slices.ContainsFunc(stacks, func(s []line) bool { return len(s) == 2 && j.isOne(s[0], s[1]) })
	for _, s := range stacks {
		switch len(s) {
		case 1:
			single = append(single, s[0])
			r.figures = append(r.figures, s[0])
		case 2:
			if !j.isOne(s[0], s[1]) || pair != nil && (abs(pair[0].y0-s[0].y0) > 1 || abs(pair[1].y0-s[1].y0) > 1) {
				return false
			}
			pair = s
			r.figures = append(r.figures, rejoined(s[0], s[1]))
		default:
			return false
		}
	}
	if begun > 1 || pair == nil {
		return false
	}
	if slices.ContainsFunc(j.lying, func(s stroke) bool { // over some figures only: there are two rows, and a cell that is as high as both
		return s.at > pair[0].height() && s.at < pair[1].height() && s.from < j.right && s.to > j.left
	}) {
		return false
	}
	first, second := pair[0].height(), pair[1].height()
	if len(single) == 0 {
		r.at = r.lines[0]
		return j.isLabelled(r, first, second, true)
	}
	y, near := single[0].height(), 0.15*j.size
	switch {
	case abs(y-(first+second)/2) <= near:
	case abs(y-first) > near && abs(y-second) > near, !j.isLabelled(r, first, second, false):
		return false
	}
	for _, s := range single {
		if abs(s.height()-y) > 1 {
			return false
		}
	}
	r.at = slices.IndexFunc(j.lines, func(l line) bool {
		_, figures := j.figuresOf(l)
		return slices.ContainsFunc(figures, func(f line) bool { return f.x0 == single[0].x0 && f.y0 == single[0].y0 })
	})
	return r.at >= 0
}

// isLabelled tells whether what stands left of two lines of figures may be one label: only if its first line fills its cell does it go on in a second
// below it. Two rows without a rule between them, where some cells are blank, look the same else. Where it is to have one line, it has no second one.
func (j *joining) isLabelled(r *tornRow, first, second float64, oneLine bool) bool {
	label := func(i int) (p line, some bool) {
		pieces := slices.DeleteFunc(j.lines[i].pieces(), func(p line) bool { return p.x1 > j.left })
		if len(pieces) == 0 {
			return line{}, false
		}
		return pieces[len(pieces)-1], true
	}
	widest, end := 0.0, 0.0
	for i := range j.lines {
		p, _ := label(i)
		widest, end = max(widest, p.x1-p.x0), max(end, p.x1)
	}
	var upper []line
	labelled := false
	for i := r.lines[0]; i <= r.lines[len(r.lines)-1]; i++ {
		p, some := label(i)
		if !some {
			continue
		}
		labelled = true
		if abs(p.height()-second) < j.size/2 && slices.ContainsFunc(upper, func(u line) bool {
			full := u.x1 > end-1.5*j.size && (abs(u.x1-p.x1) > 1 || abs(u.x0-p.x0) < 1) || u.x1-u.x0 > widest-1.5*j.size // labels at the right all reach the end
			return u.x0 < p.x1 && p.x0 < u.x1 && (oneLine || !full)
		}) {
			return false
		}
		if abs(p.height()-first) < j.size/2 {
			upper = append(upper, p)
		}
	}
	return labelled || !oneLine
}

// isOne tells the two lines of a number that is wider than its cell: no other figure of its column is wider than the first line, which fills the
// cell, and the second is shorter.
func (j *joining) isOne(upper, lower line) bool {
	digits := func(l line) int {
		if slices.ContainsFunc(l.glyphs, func(g Glyph) bool { return !isDigit(firstRune(g.Text)) || !isDigit(lastRune(g.Text)) }) {
			return 0
		}
		return len(l.glyphs)
	}
	n, d := digits(upper), lower.y0-upper.y0
	if n < leastTorn || digits(lower) == 0 || digits(lower) >= n || d < 0.8*j.size || d > 1.9*j.size || abs(upper.size-lower.size) > 0.5 {
		return false
	}
	for _, l := range j.lines {
		_, figures := j.figuresOf(l)
		for _, f := range figures {
			if f.x0 < upper.x1 && upper.x0 < f.x1 && (len(f.glyphs) > n || f.x1-f.x0 > upper.x1-upper.x0+0.2*j.size) {
				return false
			}
		}
	}
	return true
}

// rejoined is a number that was broken, where its first line stands.
func rejoined(upper, lower line) line {
	l := upper
	l.glyphs = slices.Clone(upper.glyphs)
	for _, g := range lower.glyphs {
		shift := upper.x1 - lower.x0
		g.X0, g.X1, g.Y0, g.Y1 = g.X0+shift, g.X1+shift, upper.y0, upper.y1
		l.glyphs = append(l.glyphs, g)
	}
	return l
}

// apply makes these the rows. Of lines with parts of numbers only the labels are left.
func (j *joining) apply(rows []tornRow) {
	var lines []line
	at := map[int]int{} // where a line is now
	parts := map[int]bool{}
	for _, r := range rows {
		for _, i := range r.lines {
			parts[i] = i != r.at
		}
	}
	for i, l := range j.lines {
		if parts[i] {
			labels, _ := j.figuresOf(l)
			if len(labels) == 0 {
				continue
			}
			var glyphs []Glyph
			for _, p := range labels {
				glyphs = append(glyphs, p.glyphs...)
			}
			l = lineOf(glyphs)
		}
		at[i] = len(lines)
		lines = append(lines, l)
		j.guess.numbers = append(j.guess.numbers, i)
	}
	j.rows = nil
	for _, r := range rows {
		labels, _ := j.figuresOf(j.lines[r.at])
		j.rows = append(j.rows, figureRow{at[r.at], r.figures, labels})
	}
	j.lines, j.torn = lines, false
}
