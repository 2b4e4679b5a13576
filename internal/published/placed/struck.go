package placed

import (
	"cmp"
	"math"
	"slices"
)

// A line that crosses characters out lies in the middle of them, above the baseline by these shares of their size, and begins and ends where
// they do, which no rule of a table does.
const (
	lowestStrike  = 0.12
	highestStrike = 0.55
	strikeEnds    = 0.4
)

// mostStrikes is how many a sheet may have. One with more is a drawing.
const mostStrikes = 500

// strike takes the characters of a sheet away that are crossed out, as those deleted are where a document was printed with its revisions, and
// counts the lines that cross some out. The character before them becomes as wide as to leave no gap.
func (s *Sheet) strike() (lines int) {
	lying, _ := strokesOf(s.Rules)
	crossed := make([][]Glyph, len(lying))
	by := make([]int, len(s.Glyphs)) // which line lies in the middle of each; -1 for none
	for i, g := range s.Glyphs {
		if by[i] = lineThrough(g, lying); by[i] >= 0 {
			crossed[by[i]] = append(crossed[by[i]], g)
		}
	}
	var strikes []int
	is := make([]bool, len(lying))
	for i, glyphs := range crossed {
		if is[i] = isStrike(lying[i], glyphs); is[i] {
			strikes = append(strikes, i)
		}
	}
	if len(strikes) == 0 || len(strikes) > mostStrikes {
		return 0
	}
	kept := make([]Glyph, 0, len(s.Glyphs))
	for i, g := range s.Glyphs {
		if by[i] < 0 || !is[by[i]] {
			kept = append(kept, g)
		}
	}
	level := ordered(kept, baselineOf)
	for _, i := range strikes {
		closeGap(kept, level, lying[i], crossed[i][0])
	}
	s.Glyphs = kept
	return len(strikes)
}

// lineThrough finds the rule that lies in the middle of a character, -1 if there is none.
func lineThrough(g Glyph, lying []stroke) int {
	low, high := baselineOf(g)-lowestStrike*g.Size, baselineOf(g)-highestStrike*g.Size
	first, _ := slices.BinarySearchFunc(lying, high, func(l stroke, at float64) int { return cmp.Compare(l.at, at) })
	for i := first; i < len(lying) && lying[i].at <= low; i++ {
		if lying[i].from <= g.middle() && g.middle() <= lying[i].to {
			return i
		}
	}
	return -1
}

// isStrike says whether a rule in the middle of some characters begins and ends where they do.
func isStrike(l stroke, glyphs []Glyph) bool {
	if len(glyphs) == 0 {
		return false
	}
	from, to := glyphs[0].X0, glyphs[0].X1
	for _, g := range glyphs {
		from, to = min(from, g.X0), max(to, g.X1)
	}
	ends := strikeEnds * glyphs[0].Size
	return math.Abs(l.from-from) < ends && math.Abs(l.to-to) < ends
}

// closeGap widens the character before those that a line crossed out, or else the one behind: the first that was drawn there.
func closeGap(kept []Glyph, level []int, l stroke, out Glyph) {
	near := func(a, b float64) bool { return math.Abs(a-b) < strikeEnds*out.Size }
	first, _ := slices.BinarySearchFunc(level, baselineOf(out)-strikeEnds*out.Size, func(i int, y float64) int { return cmp.Compare(baselineOf(kept[i]), y) })
	beside := func(at func(Glyph) float64, end float64) int {
		found := -1
		for _, i := range level[first:] {
			if baselineOf(kept[i]) > baselineOf(out)+strikeEnds*out.Size {
				break
			}
			if (found < 0 || i < found) && near(baselineOf(kept[i]), baselineOf(out)) && near(at(kept[i]), end) {
				found = i
			}
		}
		return found
	}
	if i := beside(func(g Glyph) float64 { return g.X1 }, l.from); i >= 0 {
		kept[i].X1 = l.to
	} else if i := beside(func(g Glyph) float64 { return g.X0 }, l.to); i >= 0 {
		kept[i].X0 = l.from
	}
}
