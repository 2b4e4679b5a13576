//go:build !js

package pdftext

import (
	"cmp"
	"slices"

	"nianbao/internal/published/placed"
)

// band is a part of a sheet from one height to another, over its whole width, with text of one direction: a table that was pasted turned stands on a
// sheet whose headings and page numbers are upright.
type band struct {
	from, to float64
	turn     int    // by quarters
	upright  matrix // from the sheet as it is shown to one on which all bands stand one below the other, each turned so as to be read
}

// leastTurned is how many characters a band has at least that is turned by itself: more than the labels of columns.
const leastTurned = 60

// bandsOf cuts a sheet into bands; s becomes as large as they are one below the other.
func bandsOf(characters []character, shown matrix, rules []placed.Rule, s *placed.Sheet) []band {
	count := directions(characters, shown)
	bands := []band{{to: s.Height, turn: most(count)}}
	if isMixed(count) {
		if parts := partsOf(stretchesOf(characters, shown, rules), s.Height); len(parts) > 1 {
			bands = parts
		}
	}
	at, wide := 0.0, 0.0
	for i := range bands {
		b := &bands[i]
		width, height := s.Width, b.to-b.from
		b.upright = matrix{1, 0, 0, 1, 0, -b.from}.then(turned(b.turn, width, height))
		if b.turn%2 != 0 {
			width, height = height, width
		}
		b.upright = b.upright.then(matrix{1, 0, 0, 1, 0, at})
		at, wide = at+height, max(wide, width)
	}
	s.Width, s.Height = wide, at
	return bands
}

// isMixed says whether a sheet has text in more than one direction, enough of it that is none of the label of a column.
func isMixed(count [4]int) bool {
	some, turned := 0, 0
	for q, n := range count {
		if n > 0 {
			some++
		}
		if q > 0 {
			turned = max(turned, n)
		}
	}
	return some > 1 && turned >= leastTurned
}

// stretch is from where to where on a sheet something stands, and the characters in it by their directions.
type stretch struct {
	from, to float64
	count    [4]int
}

// stretchesOf are those that no empty line crosses, from top to bottom.
func stretchesOf(characters []character, shown matrix, rules []placed.Rule) (stretches []stretch) {
	var all []stretch
	for _, c := range characters {
		q, ok := quarter(c.right(shown))
		g, stands := c.glyph(shown)
		if !ok || !stands {
			continue
		}
		one := stretch{from: g.Y0, to: g.Y1}
		one.count[q]++
		all = append(all, one)
	}
	for _, r := range rules {
		all = append(all, stretch{from: r.Y0, to: r.Y1})
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	for _, one := range all {
		last := len(stretches) - 1
		if last < 0 || one.from > stretches[last].to {
			stretches = append(stretches, one)
			continue
		}
		stretches[last].add(one)
	}
	return stretches
}

// partsOf makes bands of stretches: those beside each other with the same direction are one. What is turned and too little for a band stands upright,
// and rules without text go with what is above them.
func partsOf(stretches []stretch, height float64) (bands []band) {
	for _, least := range []int{0, leastTurned} {
		var joined []stretch
		for _, s := range stretches {
			last := len(joined) - 1
			if last < 0 || s.count != [4]int{} && s.turn(least) != joined[last].turn(least) {
				joined = append(joined, s)
				continue
			}
			joined[last].add(s)
		}
		stretches = joined
	}
	for i, s := range stretches {
		bands = append(bands, band{to: height, turn: s.turn(leastTurned)})
		if i > 0 {
			middle := (stretches[i-1].to + s.from) / 2
			bands[i-1].to, bands[i].from = middle, middle
		}
	}
	return bands
}

// turn is by how much the text of a stretch is turned, if it has at least so many characters.
func (s stretch) turn(least int) int {
	if turn := most(s.count); s.count[turn] >= least {
		return turn
	}
	return 0
}

func (s *stretch) add(other stretch) {
	s.to = max(s.to, other.to)
	for q, n := range other.count {
		s.count[q] += n
	}
}

// bandAt is the one at a height of the sheet.
func bandAt(bands []band, y float64) *band {
	i := 0
	for i+1 < len(bands) && y >= bands[i].to {
		i++
	}
	return &bands[i]
}
