package placed

import (
	"math"
	"slices"
)

// stand is which of its lines is as high as the figures of a row.
type stand int

const (
	middle stand = iota // of all of them
	top
	bottom
)

// shares gives each row its lines of labels, of which the first may be left over for the heads: those whose middle is as high as the
// figures, or, if no row differs, whose first line is, or whose last one is. It is false if that can be done in no way, or in more than one
// of which no other is ruled out by the gaps.
func shares(labels []line, rows []figureRow, lines []line, size float64) (parts [][]line, skipped int, ok bool) {
	heights := make([]float64, len(rows))
	for i, r := range rows {
		heights[i] = lines[r.line].height()
	}
	type way struct {
		parts   [][]line
		skipped int
	}
	var found []way
	for _, at := range []stand{middle, top, bottom} {
		s := sharing{labels: labels, heights: heights, size: size, stand: at}
		ways, start := 0, 0
		for at := range labels {
			if w := s.ways(0, at); w > 0 {
				ways, start = ways+w, at
			}
		}
		if ways > 1 {
			return nil, 0, false
		}
		if ways == 0 {
			continue
		}
		one := way{s.parts(start), start}
		if at == middle && !isTorn(one.parts, size) {
			return one.parts, one.skipped, true
		}
		if !slices.ContainsFunc(found, func(w way) bool { return w.skipped == one.skipped && sameParts(w.parts, one.parts) }) {
			found = append(found, one)
		}
	}
	if len(found) > 1 {
		found = slices.DeleteFunc(found, func(w way) bool { return isTorn(w.parts, size) })
	}
	if len(found) != 1 {
		return nil, 0, false
	}
	return found[0].parts, found[0].skipped, true
}

// isTorn tells parts of which one has a gap inside that is wider than one between two of them: lines of a label stand no further apart than
// those of two.
func isTorn(parts [][]line, size float64) bool {
	within, across := 0.0, math.Inf(1)
	for i, lines := range parts {
		for k := 1; k < len(lines); k++ {
			within = max(within, lines[k].y0-lines[k-1].y0)
		}
		if i > 0 {
			across = min(across, lines[0].y0-parts[i-1][len(parts[i-1])-1].y0)
		}
	}
	return within > across+0.1*size
}

func sameParts(a, b [][]line) bool {
	return slices.EqualFunc(a, b, func(x, y []line) bool { return len(x) == len(y) })
}

// sharing counts in how many ways lines can be shared out to rows.
type sharing struct {
	labels  []line
	heights []float64
	size    float64
	stand   stand
	known   map[[2]int]int
}

// mostLines is how many lines a label has at most.
const mostLines = 8

// fits tells whether the lines from at to end, without it, are the label of a row. One with a number of its own goes on with none.
func (s *sharing) fits(row, at, end int) bool {
	for i := at + 1; i < end; i++ {
		if d := s.labels[i].y0 - s.labels[i-1].y0; d < 0.8*s.size || d > 1.9*s.size || begins(s.labels[i].label()) {
			return false
		}
	}
	height, last := s.labels[at].height(), s.labels[end-1].height()
	switch s.stand {
	case middle:
		height = (height + last) / 2
	case bottom:
		height = last
	}
	return abs(height-s.heights[row]) <= 0.3*s.size
}

// ways is in how many ways the lines from at on are the labels of the rows from row on; 2 stands for more as well.
func (s *sharing) ways(row, at int) int {
	if row == len(s.heights) {
		if at == len(s.labels) {
			return 1
		}
		return 0
	}
	if w, known := s.known[[2]int{row, at}]; known {
		return w
	}
	w := 0
	for end := at + 1; end <= min(len(s.labels), at+mostLines) && w < 2; end++ {
		if s.fits(row, at, end) {
			w += s.ways(row+1, end)
		}
	}
	if s.known == nil {
		s.known = map[[2]int]int{}
	}
	s.known[[2]int{row, at}] = min(w, 2)
	return min(w, 2)
}

// parts are the lines of each row, where there is one way.
func (s *sharing) parts(at int) (parts [][]line) {
	for row := range s.heights {
		for end := at + 1; end <= min(len(s.labels), at+mostLines); end++ {
			if s.fits(row, at, end) && s.ways(row+1, end) == 1 {
				parts = append(parts, s.labels[at:end])
				at = end
				break
			}
		}
	}
	return parts
}
