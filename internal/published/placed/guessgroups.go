package placed

import "slices"

// mostHeads is how many lines of heads are tried.
const mostHeads = 12

// groupHeads adds heads that repeat, group after group of columns, under heads of whole groups, as those of the four results of reviews and
// of lawsuits do. How far the upper ones reach is known then: each stands in the middle above one group or several side by side. It is
// false, and adds nothing, if the heads do not repeat so.
func (b *builder) groupHeads(lines []line) bool {
	if b.labels > 0 || len(lines) > mostHeads {
		return false
	}
	for k := 1; k < len(lines); k++ {
		stacks, ok := b.stacks(lines[k:])
		if !ok {
			continue
		}
		size, ok := period(stacks)
		if !ok {
			continue
		}
		var rows [][]cell
		for _, l := range lines[:k] {
			row, fits := b.overGroups(l, stacks, size)
			ok = ok && fits
			rows = append(rows, row)
		}
		if !ok {
			continue
		}
		for _, row := range rows {
			for _, c := range row {
				b.add(c)
			}
			b.rows++
		}
		for i, s := range stacks {
			b.add(cell{c0: i, c1: i + 1, lines: s})
		}
		b.rows++
		return true
	}
	return false
}

// stacks are the heads of the columns: as many as there are, or else each piece in the middle above its own; false if one is not, or a column has
// none.
func (b *builder) stacks(lines []line) (stacks [][]line, ok bool) {
	var pieces []line
	for i, l := range lines {
		pieces = append(pieces, b.headPieces(l, lines[i+1:])...)
	}
	if stacks = stacked(pieces); len(stacks) == len(b.columns) {
		return stacks, true
	}
	stacks = make([][]line, len(b.columns))
	for _, p := range pieces {
		i := b.column(p.middle())
		if c := b.columns[i]; abs(p.middle()-(c[0]+c[1])/2) > b.size {
			return nil, false
		}
		stacks[i] = append(stacks[i], p)
	}
	return stacks, !slices.ContainsFunc(stacks, func(s []line) bool { return len(s) == 0 })
}

// period is after how many columns the heads repeat; false if they do not, or if two of a group are the same.
func period(stacks [][]line) (size int, ok bool) {
	texts, group := make([]string, len(stacks)), map[string]bool{}
	for i, s := range stacks {
		texts[i] = cellText(s, 0)
	}
	for size < len(texts) && !group[texts[size]] {
		group[texts[size]] = true
		size++
	}
	if size < 2 || size == len(texts) || len(texts)%size != 0 {
		return 0, false
	}
	for i := size; i < len(texts); i++ {
		if texts[i] != texts[i-size] {
			return 0, false
		}
	}
	return size, true
}

// overGroups finds the groups of columns over which the pieces of a line stand, the fewest that fit, by the heads of the columns, since figures may
// stand at a side of theirs; false if one stands in the middle of none, or on another, or alone where it may be over more.
func (b *builder) overGroups(l line, stacks [][]line, size int) (row []cell, ok bool) {
	end, pieces := 0, l.pieces()
	for _, p := range pieces {
		c, fitting := cell{lines: []line{p}}, 0
		for wide := size; wide <= len(b.columns); wide += size {
			for from := 0; from+wide <= len(b.columns); from += size {
				middle := (stacks[from][0].middle() + stacks[from+wide-1][0].middle()) / 2
				if abs(p.middle()-middle) >= b.size {
					continue
				}
				if fitting++; fitting == 1 {
					c.c0, c.c1 = from, from+wide
				}
			}
		}
		for from := 0; fitting == 0 && from < len(b.columns); from += size {
			if abs(p.x0-stacks[from][0].x0) < pieceGap*b.size { // all heads stand at the left of their cells, and how far one reaches nobody can see
				fitting, c.c0, c.c1 = 1, from, from+size
			}
		}
		if fitting == 0 || c.c0 < end || fitting > 1 && len(pieces) == 1 {
			return nil, false
		}
		end = c.c1
		row = append(row, c)
	}
	return row, true
}
