package flat

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
)

// reading puts together what was found.
func (p *places) reading(original string, folded label.Folded) Reading {
	var r Reading
	for _, f := range p.figures() {
		if f.cell.state == empty {
			r.Blank = append(r.Blank, f.key)
			continue
		}
		from, to := folded.Original(f.cell.start, f.cell.end)
		how := AsItStands
		if f.cell.state == cut {
			how = Split
		}
		r.Figures = append(r.Figures, Figure{f.key, original[from:to], from, to, how})
	}
	extents := append(p.assembled.extents(), p.sentences...)
	slices.SortFunc(extents, func(a, b extent) int { return a.start - b.start })
	for _, u := range p.leftOver(extents) {
		from, to := folded.Original(u.start, u.end)
		r.Unplaced = append(r.Unplaced, Unplaced{original[from:to], from, to, u.why})
	}
	for _, e := range extents {
		from, to := folded.Original(e.start, e.end)
		r.Extents = append(r.Extents, Extent{e.table, from, to})
	}
	r.Wordings = p.assembled.wordings(p.edition, original, folded)
	return r
}

// figure is a cell with its key.
type figure struct {
	key  form.Key
	cell cell
}

// figures are the cells that all copies agree on. Where copies disagree anywhere, only what all of them have counts.
func (p *places) figures() []figure {
	conflict, most := false, 1
	for _, key := range allKeys(p.edition) {
		conflict = conflict || !p.agree(p.copies[key])
		most = max(most, len(p.copies[key]))
	}
	var all []figure
	for _, key := range allKeys(p.edition) {
		copies := p.copies[key]
		if len(copies) == 0 {
			continue
		}
		if conflict && (len(copies) < most || !p.agree(copies)) {
			for _, f := range copies {
				if f.cell.state != empty {
					p.unplaced = append(p.unplaced, unplaced{f.cell.start, f.cell.end, disagree})
				}
			}
			continue
		}
		all = append(all, figure{key, copies[0].cell})
	}
	return all
}

// leftOver are the stretches with digits in tables that have no place, each but once, with those whose reasons are known before others.
func (p *places) leftOver(extents []extent) []unplaced {
	slices.SortStableFunc(p.unplaced, func(a, b unplaced) int { return a.start - b.start })
	var taken []piece
	for _, key := range allKeys(p.edition) {
		for _, f := range p.copies[key] {
			taken = append(taken, piece{f.cell.start, f.cell.end})
		}
	}
	slices.SortFunc(taken, func(a, b piece) int { return a.start - b.start })
	var all []unplaced
	end := 0
	add := func(u unplaced) {
		if u.start >= end {
			all, end = append(all, u), u.end
		}
	}
	known, cells, at := p.unplaced, taken, 0
	for _, it := range p.items {
		for len(known) > 0 && known[0].start <= it.start {
			add(known[0])
			known = known[1:]
		}
		for len(cells) > 0 && cells[0].end <= it.start {
			cells = cells[1:]
		}
		for at < len(extents) && extents[at].end <= it.start {
			at++
		}
		inside := at < len(extents) && it.start >= extents[at].start && it.end <= extents[at].end
		hasCell := len(cells) > 0 && cells[0].start < it.end
		if inside && !hasCell && it.kind != name && strings.ContainsAny(p.text[it.start:it.end], "0123456789") {
			add(unplaced{it.start, it.end, noRow})
		}
	}
	for _, u := range known {
		add(u)
	}
	return all
}

// agree tells whether all copies have the same in a cell.
func (p *places) agree(all []found) bool {
	for _, f := range all {
		if (f.cell.state == empty) != (all[0].cell.state == empty) || p.said(f) != p.said(all[0]) {
			return false
		}
	}
	return true
}

// said is what a copy has in a cell, without what is written in several ways.
func (p *places) said(f found) string {
	return chinese.Unspaced(strings.ReplaceAll(p.text[f.cell.start:f.cell.end], ",", ""))
}

// allKeys are the keys of an edition's cells in the order of the form; of the newest edition but for table two if it is not known.
func allKeys(e *form.Edition) []form.Key {
	if e == nil {
		e = form.Editions()[len(form.Editions())-1]
	}
	var keys []form.Key
	for _, c := range e.Cells() {
		keys = append(keys, c.Key)
	}
	return keys
}
