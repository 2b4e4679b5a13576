package placed

import (
	"cmp"
	"math"
	"slices"
)

// heads adds what stands above figures: a row for each line that reaches over several columns, then one for the heads of the columns,
// whose lines are taken together. It is false if a head stands over no figures of the rows below, since a column may be blank, unless there
// are as many heads as columns, whose figures stand at a side; or if two columns have the same head, which only those above tell apart.
func (b *builder) heads(lines []line, rows []figureRow) bool {
	if b.groupHeads(lines) {
		return true
	}
	columns, beside := len(b.columns), false
	stacks := make([][]line, columns+1) // by column of figures, the last one for the corner
	for i, l := range lines {
		pieces := b.headPieces(l, lines[i+1:])
		var over []cell
		for _, p := range pieces {
			from, to := b.over(p, len(pieces) == 1)
			if len(pieces) == 1 && b.labels > 0 && i+1 < len(lines) && b.isRuledOff(p, lines[i+1]) {
				from, to = 0, len(b.out.xs)-1
			}
			if i == len(lines)-1 && to > from+1 && from >= b.labels {
				from, to = b.narrowed(p, from, to, rows)
			}
			switch {
			case to > from+1, p.x1 > b.left+b.size/2 && b.isUpper(p, lines[i+1:]):
				over = append(over, cell{c0: from, c1: to, lines: []line{p}})
			case p.x1 <= b.left+b.size/2:
				stacks[columns] = append(stacks[columns], p)
			default:
				k := from - b.labels
				c := b.columns[k]
				beside = beside || p.x0 > c[1] || p.x1 < c[0]
				stacks[k] = append(stacks[k], p)
			}
		}
		b.headsAbove(over, stacks)
		end := 0
		for _, c := range over {
			if c.c0 >= end {
				b.add(c)
				end = c.c1
			}
		}
		if len(over) > 0 {
			b.rows++
		}
	}
	if b.labels == 0 && len(stacks[columns]) > 0 { // a corner without labels below it
		return false
	}
	switch ordered, asMany := b.inOrder(stacks[:columns], rows); {
	case asMany:
		copy(stacks, ordered)
	case beside:
		return false
	}
	some, said := false, map[string]bool{}
	for i, s := range stacks {
		if len(s) == 0 {
			continue
		}
		text := cellText(s, 0)
		if said[text] {
			return false
		}
		said[text] = true
		c := cell{c0: b.labels + i, c1: b.labels + i + 1, lines: s}
		if i == columns {
			c.c0, c.c1 = 0, max(1, b.labels)
		}
		b.add(c)
		some = true
	}
	if some {
		b.rows++
	}
	return true
}

// stacked puts pieces that stand over each other together, from left to right and from top to bottom.
func stacked(pieces []line) (stacks [][]line) {
	pieces = slices.Clone(pieces)
	slices.SortStableFunc(pieces, func(a, c line) int { return cmp.Compare(a.x0, c.x0) })
	end := math.Inf(-1)
	for _, p := range pieces {
		if p.x0 >= end {
			stacks = append(stacks, nil)
		}
		last := len(stacks) - 1
		stacks[last], end = append(stacks[last], p), max(end, p.x1)
	}
	for _, s := range stacks {
		slices.SortStableFunc(s, func(a, c line) int { return cmp.Compare(a.y0, c.y0) })
	}
	return stacks
}

// inOrder gives each column in which some rows have figures its heads, from left to right. It is false if there are not as many.
func (b *builder) inOrder(stacks [][]line, rows []figureRow) (ordered [][]line, asMany bool) {
	heads, filled := stacked(slices.Concat(stacks...)), b.filled(rows)
	ordered = make([][]line, len(stacks))
	for i := range ordered {
		if !filled[i] {
			continue
		}
		if len(heads) == 0 {
			return nil, false
		}
		ordered[i], heads = heads[0], heads[1:]
	}
	return ordered, len(heads) == 0
}

// filled are the columns in which some rows have figures.
func (b *builder) filled(rows []figureRow) []bool {
	filled := make([]bool, len(b.columns))
	for _, r := range rows {
		for _, f := range r.figures {
			filled[b.column(f.middle())] = true
		}
	}
	return filled
}

// narrowed is the column under a head right above figures that is wide enough to be over several, unless several of them have figures in the rows
// below: the one that has, or else the nearest, as of any head.
func (b *builder) narrowed(p line, from, to int, rows []figureRow) (int, int) {
	at := -1
	for k, filled := range b.filled(rows)[from-b.labels : to-b.labels] {
		switch {
		case !filled:
		case at >= 0:
			return from, to
		default:
			at = from + k
		}
	}
	if at < 0 {
		at = b.labels + b.column(p.middle())
	}
	return at, at + 1
}

// widen gives the cells of a block, those from a number on, the columns beside them in which the block has neither heads nor figures: other blocks
// have other columns.
func (b *builder) widen(cells int) {
	single := func(c cell) bool { return c.c0 >= b.labels && c.c1 == c.c0+1 }
	used := make([]bool, len(b.columns))
	for _, c := range b.out.cells[cells:] {
		if single(c) && len(c.lines) > 0 {
			used[c.c0-b.labels] = true
		}
	}
	if !slices.Contains(used, true) || !slices.Contains(used, false) {
		return
	}
	kept := b.out.cells[:cells]
	for _, c := range b.out.cells[cells:] {
		if single(c) {
			k := c.c0 - b.labels
			if !used[k] {
				continue
			}
			for c.c1-b.labels < len(used) && !used[c.c1-b.labels] {
				c.c1++
			}
			if first := slices.Index(used, true); k == first {
				c.c0 = b.labels
			}
		}
		kept = append(kept, c)
	}
	b.out.cells = kept
}

// headsAbove adds what stands above heads that reach over several columns: it is none of the heads below them, though how far it reaches
// nobody can see.
func (b *builder) headsAbove(over []cell, stacks [][]line) {
	before := len(b.out.cells)
	for _, c := range over {
		for k := max(c.c0-b.labels, 0); k < c.c1-b.labels; k++ {
			if len(stacks[k]) > 0 && !slices.ContainsFunc(b.out.cells[before:], func(a cell) bool { return a.c0 == b.labels+k }) {
				b.add(cell{c0: b.labels + k, c1: b.labels + k + 1, lines: stacks[k]})
				stacks[k] = nil
			}
		}
	}
	if len(b.out.cells) > before {
		b.rows++
	}
}

// over are the columns of the grid that a piece of a head stands over, as far as that can be seen: one, if it is not wider than that.
// One that stands alone in the middle of all columns, or of all columns of figures, is over all of them.
func (b *builder) over(p line, alone bool) (from, to int) {
	xs := b.out.xs
	last := len(xs) - 1
	if b.labels > 0 && p.x1 <= b.left+b.size/2 {
		return 0, 1
	}
	from, to = b.covered(p)
	if p.x1-p.x0 < b.edges[to]-b.edges[from]-1 || to > from+1 && b.labels > 0 && p.x0 < b.left-b.size {
		if to == from+1 && (!alone || len(p.glyphs) < 4 || abs(p.middle()-(xs[0]+xs[last])/2) > 2*b.size) {
			return b.labels + from, b.labels + to
		}
	}
	switch {
	case alone && b.labels > 0 && len(p.glyphs) > 3 && abs(p.middle()-(xs[0]+xs[last])/2) < 2*b.size:
		return 0, last
	case alone && len(p.glyphs) > 3 && (abs(p.middle()-(b.edges[0]+b.edges[len(b.edges)-1])/2) < 2*b.size ||
		len(b.columns) > 2 && abs(p.middle()-(b.columns[0][0]+b.columns[len(b.columns)-1][1])/2) < b.size):
		return b.labels, last
	}
	return b.labels + from, b.labels + to
}
