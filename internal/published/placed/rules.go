package placed

import (
	"cmp"
	"slices"
)

// How rules are taken together, in points.
const (
	thick = 3.0 // how thick one is at most, how far apart the strokes of a double one, and how far from another one that it meets
	speck = 1.5 // what is shorter is no rule
)

// mostStrokes is how many rules a sheet may have, put together. One with more is a drawing.
const mostStrokes = 2000

// stroke is a rule that lies or stands: where, and from where to where.
type stroke struct{ at, from, to float64 }

// strokesOf sorts rules into those that lie and those that stand, pieces put together.
func strokesOf(rules []Rule) (lying, standing []stroke) {
	for _, r := range rules {
		wide, high := r.X1-r.X0, r.Y1-r.Y0
		switch {
		case high <= thick && wide > max(speck, high):
			lying = append(lying, stroke{(r.Y0 + r.Y1) / 2, r.X0, r.X1})
		case wide <= thick && high > max(speck, wide):
			standing = append(standing, stroke{(r.X0 + r.X1) / 2, r.Y0, r.Y1})
		}
	}
	lying, standing = joined(lying), joined(standing)
	if len(lying)+len(standing) > mostStrokes {
		return nil, nil
	}
	return lying, standing
}

// joined puts the pieces of rules together: those on one height that meet, and those that are drawn double.
func joined(strokes []stroke) []stroke {
	byPlace := func(a, b stroke) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	}
	slices.SortFunc(strokes, byPlace)
	var out []stroke
	for from := 0; from < len(strokes); {
		to := from
		for to < len(strokes) && strokes[to].at-strokes[from].at <= thick {
			to++
		}
		out = append(out, level(strokes[from:to])...)
		from = to
	}
	slices.SortFunc(out, byPlace)
	return out
}

// level puts pieces together that meet, of those that lie on nearly one height: the rules of another table, further along, have their own.
func level(strokes []stroke) []stroke {
	strokes = slices.Clone(strokes)
	slices.SortFunc(strokes, func(a, b stroke) int { return cmp.Compare(a.from, b.from) })
	var out []stroke
	for from := 0; from < len(strokes); {
		one, to := strokes[from], from+1
		for to < len(strokes) && strokes[to].from <= one.to+thick {
			one.at += strokes[to].at
			one.to = max(one.to, strokes[to].to)
			to++
		}
		one.at /= float64(to - from)
		out = append(out, one)
		from = to
	}
	return out
}

// frame is rules that hang together.
type frame struct{ lying, standing []stroke }

// framesOf finds the rules that hang together, from top to bottom.
func framesOf(rules []Rule) []frame {
	lying, standing := strokesOf(rules)
	joined := newDisjointSets(len(lying) + len(standing))
	for i, h := range lying {
		for j, v := range standing {
			if meets(h, v) {
				joined.unite(i, len(lying)+j)
			}
		}
	}
	number := make([]int, len(joined)) // of the frame of each root, counted from 1
	var frames []frame
	of := func(i int) *frame {
		root := joined.find(i)
		if number[root] == 0 {
			frames = append(frames, frame{})
			number[root] = len(frames)
		}
		return &frames[number[root]-1]
	}
	for i, h := range lying {
		f := of(i)
		f.lying = append(f.lying, h)
	}
	for j, v := range standing {
		f := of(len(lying) + j)
		f.standing = append(f.standing, v)
	}
	return slices.DeleteFunc(frames, func(f frame) bool { return len(f.lying) == 0 || len(f.standing) == 0 })
}

// meets tells whether a lying and a standing rule touch or cross.
func meets(h, v stroke) bool {
	return h.from-thick <= v.at && v.at <= h.to+thick && v.from-thick <= h.at && h.at <= v.to+thick
}

// edges are the places of the strokes of a frame in one direction, with its open ends where the strokes across reach further.
func edges(strokes, across []stroke) []float64 {
	var at []float64
	for _, s := range strokes {
		if n := len(at); n == 0 || s.at-at[n-1] > thick {
			at = append(at, s.at)
		}
	}
	least, most := at[0], at[len(at)-1]
	for _, s := range across {
		least, most = min(least, s.from), max(most, s.to)
	}
	if least < at[0]-open {
		at = slices.Insert(at, 0, least)
	}
	if most > at[len(at)-1]+open {
		at = append(at, most)
	}
	return at
}

// open is how far rules must reach beyond the last one across to make a row or a column that is open there.
const open = 8.0

// runs tells whether a stroke at a place covers the piece from one edge to the next.
func runs(strokes []stroke, at, from, to float64) bool {
	slack := max(thick, 0.2*(to-from))
	first, _ := slices.BinarySearchFunc(strokes, at-thick, func(s stroke, at float64) int { return cmp.Compare(s.at, at) })
	for _, s := range strokes[first:] {
		if s.at > at+thick {
			break
		}
		if s.from <= from+slack && s.to >= to-slack {
			return true
		}
	}
	return false
}
